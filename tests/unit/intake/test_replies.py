"""The reply to who sent a file: what is wrong, and step by step what to change."""

import pytest

from helpers.inbox_files import Outcome, inspected, twelve
from helpers.made_files import VALID_ID
from helpers.thai_style import faults_of_thai
from oit.assessment.result import Assessment
from oit.catalog import Language, ids
from oit.evidence.facts import FileFacts
from oit.findings import Finding, Kind
from oit.intake.faults import faults_alone
from oit.intake.guesses import taken_for
from oit.intake.questions import objection_to
from oit.intake.replies import SentBack, reply
from oit.intake.shapes import Objection, Target
from oit.periods import parse_period
from oit.wording.messages import rules

BACK = {file.name: file for file in twelve() if file.outcome is Outcome.BACK}
SUMMARY = Target(2568, "O15", "monthly-summary", parse_period("2025-03"), None)


def reply_to(name: str, office: Assessment, language: Language = Language.TH) -> str:
    """The reply to one of the twelve."""
    facts = inspected(BACK[name], office)
    guesses = taken_for(name, facts, office)
    target = guesses[0].target if guesses else None
    objected = objection_to(name, facts, target, office) if target else None
    findings = faults_alone(name, facts, office)
    sent_back = SentBack(name=name, target=target, findings=findings, objected=objected)
    return reply(sent_back, office, language)


@pytest.mark.parametrize("name", BACK)
def test_a_reply_names_the_file_and_says_step_by_step_what_to_do(
    name: str, office: Assessment
) -> None:
    """As a letter: subject, salutation, cause, what to correct with its steps, closing."""
    text = reply_to(name, office)
    blocks = text.split("\n\n")
    assert blocks[0] == f"เรื่อง ขอให้แก้ไขไฟล์ “{name}” ก่อนเผยแพร่บนเว็บไซต์"
    assert blocks[1].startswith("เรียน ")
    assert blocks[3].startswith("1. ")
    assert "\n   วิธีแก้ไข\n   1) " in blocks[3]
    assert blocks[-1].startswith("จึงเรียนมาเพื่อโปรดดำเนินการ")


@pytest.mark.parametrize("name", BACK)
def test_the_thai_of_a_reply_is_official(name: str, office: Assessment) -> None:
    """As all that is written to officers: no foreign word, no long sentence, no blame."""
    assert faults_of_thai(reply_to(name, office)) == {}


def test_a_reply_is_addressed_to_the_post_that_answers_for_it(office: Assessment) -> None:
    """The head of the division whose file it is; to nobody by a guess."""
    assert "เรียน หัวหน้าฝ่ายการคลัง" in reply_to("สขร.1 มี.ค. 68.xlsx", office)
    assert "เรียน ผู้ส่งไฟล์" in reply_to("IMG_4021.HEIC", office)


def test_the_picture_of_a_telephone_is_answered_with_how_to_send_it(office: Assessment) -> None:
    """The next one by the telephone, this one in Windows or by LINE: a step each."""
    steps = reply_to("IMG_4021.HEIC", office).partition("วิธีแก้ไข\n")[2].splitlines()
    assert "การตั้งค่า > กล้อง > รูปแบบ > เข้ากันได้มากที่สุด" in steps[0]
    assert "“รูปถ่าย” ของ Windows แล้วเลือก บันทึกเป็น ชนิด .jpg" in steps[1]
    assert "LINE" in steps[2]
    assert "อีเมล" in steps[2]


def test_both_periods_stand_in_the_reply_and_none_of_them_is_taken_for_right(
    office: Assessment,
) -> None:
    """Only the author knows which of the two it is."""
    text = reply_to("สขร.1 มี.ค. 68.xlsx", office)
    assert "ชื่อไฟล์ระบุเดือนมีนาคม 2568 แต่หัวเรื่องในไฟล์ระบุเดือนมกราคม 2568" in text
    assert "· เดือน" not in text


@pytest.mark.parametrize(
    "name", [f"บัตร {VALID_ID}.pdf", f"{VALID_ID}", f"a\n{VALID_ID}\u202e.xlsx"]
)
def test_no_number_of_a_person_leaves_in_a_reply(name: str, office: Assessment) -> None:
    """Not even that of the file's name, which its sender knows; nor a sign that turns a line."""
    told = faults_alone(name, inspected(twelve()[0], office), office)
    text = reply(SentBack(name=name, target=None, findings=told), office, Language.TH)
    assert VALID_ID not in text
    assert VALID_ID[:8] not in text
    assert "\u202e" not in text


def test_a_number_in_a_workbook_is_told_by_its_cell_alone(office: Assessment) -> None:
    """So that its author finds it, and nobody else reads it."""
    text = reply_to("รายชื่อชุมชนที่ได้รับเงินอุดหนุน.xlsx", office)
    assert "เซลล์ B3" in text
    assert VALID_ID not in text


def test_findings_of_a_rule_are_one_matter(office: Assessment) -> None:
    """Each place is told, at most five; the steps once, and the file by the name that it had."""
    findings = tuple(
        Finding(
            rule="table-total",
            kind=Kind.INVALID,
            file="oit_items/2568/O15/record.md",
            params={
                "file_name": "summary-2025-03.xlsx",
                "found": str(number),
                "detail": "9",
                "where": None,
            },
        )
        for number in range(8)
    )
    name = "สรุป มี.ค..xlsx"
    text = reply(SentBack(name=name, target=SUMMARY, findings=findings), office, Language.TH)
    assert text.count("วิธีแก้ไข") == 1
    assert text.count("ยอดรวมในไฟล์") == 5
    assert "พบอีก 3 แห่ง" in text
    assert "summary-2025-03" not in text


def test_notices_are_no_reason_to_send_a_file_back(office: Assessment) -> None:
    """They are for the approver."""
    notice = Finding(
        rule="pdf-scan", kind=Kind.NOTICE, file="record.md", params={"file_name": "a.pdf"}
    )
    text = reply(SentBack(name="a.pdf", target=SUMMARY, findings=(notice,)), office, Language.TH)
    assert "สแกน" not in text


def test_steps_are_of_rules_and_objections() -> None:
    """A step for what nobody finds would never be read."""
    steps = {name.removeprefix("steps-") for name in ids("intake") if name.startswith("steps-")}
    matters = {name.removeprefix("matter-") for name in ids("intake") if name.startswith("matter-")}
    assert steps - set(rules()) - {each.value for each in Objection} == {"unknown"}
    assert matters <= set(rules())


@pytest.mark.parametrize("name", [f"บัตร {VALID_ID}.pdf", "ว่าง.pdf"])
def test_a_file_in_an_email_lies_in_no_folder(name: str, office: Assessment) -> None:
    """Rules that speak of an item's folder have other words in a reply."""
    facts = FileFacts("0" * 64, 0, "application/pdf")
    told = faults_alone(name, facts, office)
    text = reply(SentBack(name=name, target=None, findings=told), office, Language.TH)
    assert told
    assert "โฟลเดอร์" not in text
    assert faults_of_thai(text) == {}


@pytest.mark.parametrize(
    "rule", ["file-too-large", "hidden-cells", "personal-id", "file-encrypted"]
)
def test_an_english_reply_says_the_same(rule: str, office: Assessment) -> None:
    """For schools and offices that write in English."""
    found = Finding(
        rule=rule,
        kind=Kind.INVALID,
        file="a.pdf",
        params={
            "file_name": "a.pdf",
            **dict.fromkeys(("megabytes", "what", "count", "where", "found"), ""),
            "unlock": "",
        },
    )
    text = reply(SentBack(name="a.pdf", target=SUMMARY, findings=(found,)), office, Language.EN)
    assert "How to correct it\n   1) " in text
