"""What a file is taken for, whatever its name and its facts are."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.made_files import VALID_ID
from helpers.support import as_of, copy_site, judged
from oit.assessment.result import Assessment
from oit.catalog import Language
from oit.evidence.facts import ContentFacts, FileFacts, Inspection, TableReport
from oit.evidence.media_types import PDF
from oit.evidence.named import Named, SheetFacts
from oit.intake.faults import faults_alone
from oit.intake.guesses import taken_for
from oit.intake.questions import objection_to, question_of, questions_about, target_of, targets_of
from oit.intake.replies import SentBack, reply
from oit.intake.shapes import Objection
from oit.intake.word_search import lettering, parts_of

_PERIODS = st.sampled_from(["2025-03", "03", "FY2568", "2024-10", "1999-01", "FY2400"])
_NAMED = st.lists(_PERIODS, max_size=3).map(tuple)
_WORDS = st.one_of(
    st.text(max_size=40),
    st.sampled_from(["สขร.1", "สรุปผลการจัดซื้อจัดจ้าง", "ฝ่ายการคลัง", "O15", "ข้อ 99", "รายงาน", "ใช้จ่าย"]),
)
_TEXTS = st.lists(_WORDS, max_size=4).map(" ".join)
_SHEETS = st.builds(
    SheetFacts,
    name=_TEXTS,
    by_name=_NAMED,
    title=st.builds(Named, _NAMED),
    row_count=st.integers(0, 3),
)
_TABLES = st.builds(
    TableReport,
    faults=st.just(()),
    schema=st.sampled_from([None, "procurement-summary", "no-such-schema"]),
    header=st.lists(_TEXTS, max_size=4).map(tuple),
    sheets=st.lists(_SHEETS, max_size=3).map(tuple),
)
_CONTENTS = st.builds(
    ContentFacts,
    sniffed=st.just(PDF),
    heading=_TEXTS,
    named_periods=_NAMED,
    title=st.builds(Named, _NAMED),
)
_INSPECTED = st.builds(Inspection, content=_CONTENTS, table=st.one_of(st.none(), _TABLES))
_FACTS = st.builds(
    FileFacts,
    sha256=st.just("0" * 64),
    bytes=st.integers(0, 200_000_000),
    media_type=st.just("application/pdf"),
    inspection=st.one_of(st.none(), _INSPECTED),
)


@settings(deadline=None)
@given(st.one_of(st.text(), _TEXTS), _FACTS)
def test_whatever_a_file_says_of_itself_is_answered(
    office: Assessment, name: str, facts: FileFacts
) -> None:
    """No name and no facts make guesses, questions or replies fail; the likeliest comes first."""
    guesses = taken_for(name, facts, office)
    weights = [guess.weight for guess in guesses]
    assert weights == sorted(weights, reverse=True)
    assert all(guess.reasons for guess in guesses)
    question_of(name, facts, guesses, office)
    objected = None
    for guess in guesses:
        questions_about(guess.target, facts, office)
        objected = objection_to(name, facts, guess.target, office)
    target = guesses[0].target if guesses else None
    findings = faults_alone(name, facts, office)
    sent_back = SentBack(name=name, target=target, findings=findings, objected=objected)
    assert reply(sent_back, office, Language.TH)


def test_a_reason_shows_no_number_of_a_person(office: Assessment) -> None:
    """Words that stand apart in a name may have one between them."""
    facts = FileFacts("0" * 64, 1, "application/pdf")
    guesses = taken_for(f"รายงาน {VALID_ID} ใช้จ่าย.pdf", facts, office)
    assert guesses
    assert VALID_ID not in str(guesses)


def test_a_period_that_the_round_does_not_ask_for_goes_back(office: Assessment) -> None:
    """Nobody can choose a cell for it: its year is another one."""
    name, facts = "สขร.1 มิ.ย. 2566.pdf", FileFacts("0" * 64, 1, "application/pdf")
    (guess,) = taken_for(name, facts, office)
    objected = objection_to(name, facts, guess.target, office)
    assert objected
    assert objected.objection is Objection.OTHER_ROUND
    assert "มิถุนายน 2566" in objected.named


def test_a_tiny_site_has_words_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Those of its mandate, however few its items are; its numbers may be others."""
    site = judged(copy_site("current", tmp_path_factory.mktemp("tiny")), as_of("2025-04-30"))
    facts = FileFacts("0" * 64, 1, "application/pdf")
    names = {
        "สขร.1 มี.ค. 68.pdf": ("O1", "monthly-summary", "2025-03"),
        "คู่มือการปฏิบัติหน้าที่ ฝ่ายโยธา.pdf": ("O2", "manual", None),
        "สถิติการจัดเก็บภาษี ไตรมาส 2 ปี 2568.csv": ("O3", "tax-statistics", "FY2568-Q2"),
    }
    for name, (item, requirement, period) in names.items():
        best = taken_for(name, facts, site)[0].target
        told = (best.item, best.requirement, str(best.period) if best.period else None)
        assert told == (item, requirement, period)


@pytest.mark.parametrize("text", ["สขร.1", "สขร. ๑", "สขร_1", "แบบสขร-1 มี.ค.", "(สขร 1)"])
def test_a_word_is_found_however_it_is_spaced(text: str) -> None:
    """Blanks, stops, dashes and Thai digits make no other word of it."""
    assert list(lettering(text).spans(parts_of("สขร 1")))


@pytest.mark.parametrize(
    ("text", "word"), [("syntax", "tax"), ("สขร.12", "สขร 1"), ("ITAP", "ITA"), ("ก" * 9, "")]
)
def test_no_word_is_found_within_another(text: str, word: str) -> None:
    """Latin words and numbers go on as far as their letters do."""
    parts = parts_of(word)
    assert not parts or not list(lettering(text).spans(parts))


def document(title: tuple[str, ...], anywhere: tuple[str, ...]) -> FileFacts:
    """The facts of a PDF whose title and text name these periods."""
    content = ContentFacts(sniffed=PDF, title=Named(title), named_periods=anywhere)
    return FileFacts("0" * 64, 1, "application/pdf", Inspection(content=content))


def test_a_month_somewhere_in_a_document_is_not_the_month_that_it_is_of(
    office: Assessment,
) -> None:
    """Texts tell of many months: only a title, a name or a table says which it is."""
    name = "สขร.1 ฉบับลงนาม.pdf"
    facts = document((), ("2025-03",))
    assert target_of(name, facts, taken_for(name, facts, office), office) is None


def test_a_report_on_a_half_may_be_dated_in_the_month_after_it(office: Assessment) -> None:
    """Its name says of which half it is, and its title when it was written."""
    name = "รายงานผลการใช้จ่ายงบประมาณ 6 เดือนแรก ปี 2568.pdf"
    facts = document(("2025-04",), ("2025-04",))
    target = target_of(name, facts, taken_for(name, facts, office), office)
    assert target
    assert str(target.period) == "FY2568-H1"
    assert objection_to(name, facts, target, office) is None


@pytest.mark.parametrize(
    ("name", "is_certain"),
    [
        ("แผนปฏิบัติราชการ ปี 2566.pdf", False),
        ("แผนปฏิบัติราชการ 2567.pdf", False),
        ("แผนปฏิบัติราชการ ปี 2568.pdf", True),
        ("แผนพัฒนาเขต 2566-2570.pdf", True),
        ("วิเคราะห์ผลคะแนน ITA ปี 2567.pdf", True),
    ],
)
def test_a_file_of_another_year_is_asked_about(
    name: str, *, is_certain: bool, office: Assessment
) -> None:
    """Last year's plan is no plan of this year, save where just that year is asked for."""
    facts = FileFacts("0" * 64, 1, "application/pdf")
    target = target_of(name, facts, taken_for(name, facts, office), office)
    assert (target is not None) == is_certain


def test_too_little_is_never_the_only_choice(office: Assessment) -> None:
    """Where a word of many files is all, the other cells of its item are offered too."""
    name, facts = "หนังสือเชิญประชุมรายได้ มี.ค. 68.pdf", FileFacts("0" * 64, 1, "application/pdf")
    guesses = taken_for(name, facts, office)
    targets = targets_of(name, facts, guesses, office)
    assert len(guesses) == 1
    assert targets[0] == guesses[0].target
    assert {str(each.period) for each in targets if each.item == "O10"} >= {"2025-01", "2025-02"}
