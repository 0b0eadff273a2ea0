"""One search that saves the others: it overlooks nothing that they find."""

from collections.abc import Iterator
from urllib.parse import unquote

from hypothesis import example, given
from hypothesis import strategies as st

from corpus.look_alikes import TEXTS as LOOK_ALIKES
from corpus.look_alikes import Chance
from corpus.spellings import id_texts
from helpers.id_corpus import real_spellings
from helpers.made_files import VALID_ID, id_number
from oit.evidence import id_numbers
from oit.evidence.characters import INVISIBLE
from oit.evidence.labels import BORDER
from oit.evidence.personal import find_national_ids, id_digests, may_have_any, personal_kinds

_SCRIPTS = ("0123456789", "๐๑๒๓๔๕๖๗๘๙", "０１２３４５６７８９", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗")
_GAPS = (
    "",
    "-",
    " ",
    "\n",
    "\r\n",
    "\t",
    ".",
    ",",
    ";",
    "|",
    " / ",
    " , ; ",
    "\u200b",
    "\u00ad\u200b",
    "%20",
)
_LABELS = ("เลขประจำตัวประชาชน", "CITIZEN ID", "เลขที่สัญญา ", "Contract No. ", " 13 หลัก ", "\u0130")
_AROUND = (
    *_LABELS,
    BORDER,
    "ก",
    "a",
    "\x01",
    "%31",
    "%E0%B9%91",
    "%e2%80%8b",
    "a" * 19,
    "b" * 9,
    "c" * 10,
    "100.",
    "0",
    ":",
    '"',
)

numbers = st.from_regex(r"[1-8][0-9]{11}", fullmatch=True).map(id_number)


@st.composite
def spelt(draw: st.DrawFn) -> str:
    """A number with something between any two of its digits, which are of any script."""
    digits = [draw(st.sampled_from(_SCRIPTS))[int(digit)] for digit in draw(numbers)]
    gaps = draw(st.one_of(st.sampled_from(_GAPS).map(lambda gap: [gap] * 13), _mixed))
    return "".join(map("".join, zip(digits, gaps, strict=True)))


_mixed = st.lists(st.sampled_from(_GAPS), min_size=13, max_size=13)
texts = st.lists(st.one_of(spelt(), st.sampled_from(_AROUND)), max_size=8).map("".join)


def readings(text: str) -> Iterator[str]:
    """As people and programs read it."""
    yield " ".join(unquote(text).split("\n"))
    yield text.replace("\n", "")


def found_by_every_rule(text: str) -> bool:
    """Whether the rules find anything, each asked for itself, with nothing saved."""
    for reading in readings(text):
        visible = INVISIBLE.sub("", reading)
        if any(id_numbers.written(visible)) or any(id_numbers.spaced_out(visible)):
            return True
    return False


@given(texts)
@example(f"\u200bx\u200b{'a' * 19}{VALID_ID}")
@example(f"x\n{'a' * 19}{VALID_ID}")
@example(f"{'a' * 9}{VALID_ID}{'b' * 10}1 {VALID_ID[1:]}")
@example("%31101700230708")
@example(f"เลขประจำตัวประชาชน {' , ; '.join(VALID_ID)}")
@example(f"{BORDER}".join(("1 1 0 1 7 0 0 2 3 0 7 0 8", "1 2 3 4 5 6 7 8 9 0 1 2 3")))
def test_what_any_rule_finds_is_a_candidate(text: str) -> None:
    """In every script and spelling, with unseen characters, ends of lines and escapes within."""
    decoded = unquote(text)
    if found_by_every_rule(text):
        assert id_numbers.candidates_in(decoded) or id_numbers.candidates_in(text)
        assert id_numbers.may_be_in(decoded) or id_numbers.may_be_in(text)


@given(st.lists(texts, max_size=5))
@example(["เลขที่สัญญา \x01", VALID_ID])
def test_texts_without_candidates_change_no_digest(parts: list[str]) -> None:
    """Searched among the candidates alone, or in all texts at once, it is the same numbers."""
    joined = BORDER.join(parts)
    whole = {
        "".join(map(str, id_numbers.digits_of(reading[span.start : span.end])))
        for reading in readings(joined)
        for span in find_national_ids(reading)
    }
    assert id_digests(joined) == {digest for number in whole for digest in id_digests_of(number)}


def id_digests_of(number: str) -> frozenset[str]:
    """The digest of a number by itself, under a label, so that no bar code hides it."""
    return id_digests(f"เลขประจำตัวประชาชน {number}")


@given(st.lists(texts, max_size=4))
def test_many_texts_are_ruled_out_only_where_none_holds_anything(parts: list[str]) -> None:
    """Whatever kind of personal data it would be."""
    if any(map(personal_kinds, parts)):
        assert may_have_any(parts)


def test_the_whole_corpus_of_spellings_is_candidates() -> None:
    """Every spelling that any test knows."""
    known = (*id_texts(VALID_ID).values(), *(text for _, text in real_spellings(5)))
    assert [text for text in known if not id_numbers.may_be_in(unquote(text))] == []


def test_most_look_alikes_need_no_rule() -> None:
    """A search that lets everything through would save nothing."""
    chance = Chance(3)
    made = [make(chance) for _, make in LOOK_ALIKES.values() for _ in range(20)]
    assert sum(map(id_numbers.may_be_in, made)) < len(made)
