"""Reminders and the round-up as messages: short enough for a chat, with what to send and where."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace as changed

from helpers.broken import BROKEN
from helpers.commands import run
from helpers.edits import with_form
from helpers.support import SAMPLE, as_of, copy_sample, copy_site, judged, replace
from oit.assessment.result import Assessment
from oit.outputs.director_report.message import (
    LONGEST,
    Asked,
    Group,
    Message,
    chat_texts,
    email_text,
    length,
)
from oit.outputs.director_report.reminder_message import reminder_message
from oit.outputs.form.collections import collections
from oit.reporting.director_report import director_report
from oit.reporting.due import duties_in_force
from oit.wording.form_links import form_of
from oit.wording.vocabulary import vocabulary_of

ADDRESS = "https://oit.example.go.th"
FORM = f"{ADDRESS}/admin/#/collections/oit-2568/entries"
PLAIN = Message(
    office="สำนักงานเขตทดสอบ",
    agency="สำนักงานเขตทดสอบ โทร. 0 2123 4567",
    notice=None,
    subject="ขอให้ปรับปรุงข้อมูล",
    to="หัวหน้าฝ่ายการคลัง",
    address="finance@example.go.th",
    heading="ณ วันที่ 28 เมษายน 2568",
    opening="ตามที่ฝ่ายการคลังรับผิดชอบข้อมูล นั้น",
    groups=(Group("รายการที่เกินกำหนด", (Asked(("ข้อ O3 สถิติ", "ที่ต้องส่ง: ไฟล์")),)),),
    short_ending=("รายการทั้งหมด",),
    ending=("จึงเรียนมาเพื่อโปรดดำเนินการ",),
)


def reminded(site: Path, division: str, day: str = "2025-04-28") -> Message:
    """The message to a division on a day."""
    assessment = judged(site, as_of(day))
    told = director_report(assessment.rounds[0], assessment.site.divisions, 60)
    policy, vocabulary = assessment.site.policy, vocabulary_of(assessment.site)
    assert policy is not None
    return reminder_message(told, division, policy, assessment.site, vocabulary)


def test_a_message_for_a_chat_is_one_text_where_it_is_short() -> None:
    """To a post, with its day; no numbers of parts where there is one."""
    (text,) = chat_texts(PLAIN)
    assert text.splitlines()[:2] == ["หัวหน้าฝ่ายการคลัง", "ณ วันที่ 28 เมษายน 2568"]
    assert text.splitlines()[-1] == "สำนักงานเขตทดสอบ"
    assert "\n• ข้อ O3 สถิติ\nที่ต้องส่ง: ไฟล์\n" in text


@pytest.mark.parametrize("count", [1, 7, 60, 400])
def test_no_message_for_a_chat_is_longer_than_a_chat_takes(count: int) -> None:
    """Each entry stands whole in one of them, in order; each says of whom it is, and its part."""
    entries = tuple(Asked((f"ข้อ O{n} สถิติ 😀", f"{FORM}/o{n}")) for n in range(count))
    texts = chat_texts(changed(PLAIN, groups=(Group("รายการ", entries),)))
    assert all(length(text) <= LONGEST for text in texts)
    assert all(text.startswith(f"{PLAIN.to}\n") for text in texts)
    told = "\n".join(texts)
    places = [told.index(f"• ข้อ O{n} สถิติ 😀\n{FORM}/o{n}\n") for n in range(count)]
    assert places == sorted(places)
    assert [f"({n}/{len(texts)})" in text for n, text in enumerate(texts, 1)] == (
        [True] * len(texts) if len(texts) > 1 else [False]
    )


def test_what_is_longer_than_a_message_is_cut_and_says_so() -> None:
    """A label may be as long as its mandate writes it; no sign is cut in two."""
    entry = Asked(("😀" * LONGEST,))
    texts = chat_texts(changed(PLAIN, groups=(Group("รายการ", (entry,)),)))
    assert all(length(text) <= LONGEST for text in texts)
    assert texts[0].endswith("😀…")


def test_an_e_mail_has_its_subject_then_its_body() -> None:
    """To the division's own address where the office has entered one; signed with its telephone."""
    text = email_text(PLAIN)
    assert text.startswith("ถึง finance@example.go.th\nเรื่อง ขอให้ปรับปรุงข้อมูล\n\nเรียน หัวหน้าฝ่ายการคลัง\n")
    assert text.endswith("\n\nจึงเรียนมาเพื่อโปรดดำเนินการ\n\nสำนักงานเขตทดสอบ โทร. 0 2123 4567")
    assert email_text(changed(PLAIN, address=None)).startswith("เรื่อง ขอให้ปรับปรุงข้อมูล\n")


def test_each_thing_that_is_asked_for_says_what_to_send_and_where(tmp_path: Path) -> None:
    """What is empty, what is to be confirmed and what is to be corrected, at their own entries."""
    site = with_form(copy_site("current", tmp_path))
    BROKEN["missing"](site)
    BROKEN["date-buddhist"](site)
    replace("oit_items/2568/round.yml", "closes: 2025-04-30", "closes: 2025-10-15")(site)
    lines = [entry.lines for group in reminded(site, "finance").groups for entry in group.entries]
    told = {(first.split()[-1] and first, *others) for first, *others in lines}
    [missing] = [
        others for first, *others in told if "O3 สถิติการจัดเก็บภาษี" in first and "เกินกำหนด" in first
    ]
    assert missing[0].startswith("ที่ต้องส่ง: ")
    assert missing[-1] == f"กรอกแบบฟอร์ม: {FORM}/o3"
    [wrong] = [others for first, *others in told if "ข้อมูลไม่ถูกต้อง" in first]
    assert wrong == ["ที่ต้องส่ง: ข้อมูลที่แก้ไขแล้ว", f"กรอกแบบฟอร์ม: {FORM}/o1"]


def test_a_division_s_own_part_is_entered_in_its_own_form(tmp_path: Path) -> None:
    """Not in the record of the lead."""
    site = with_form(copy_site("current", tmp_path))
    BROKEN["never-confirmed"](site)
    text = "\n".join(chat_texts(reminded(site, "works")))
    assert f"{FORM}/o2-works\n" in text


def test_without_a_form_that_works_no_link_to_it_is_given(tmp_path: Path) -> None:
    """E-mail is the way then; the page of the division is linked where the site has an address."""
    site = copy_site("current", tmp_path)
    BROKEN["missing"](site)
    text = "\n".join(chat_texts(reminded(site, "finance")))
    assert ("แบบฟอร์ม" in text, "https://" in text) == (False, False)
    assert "โปรดส่งทางอีเมลถึงเจ้าหน้าที่คอมพิวเตอร์" in text
    replace("mkdocs.yml", "site_name:", f"site_url: {ADDRESS}/\nsite_name:")(site)
    text = "\n".join(chat_texts(reminded(site, "finance")))
    assert f"รายการทั้งหมด: {ADDRESS}/divisions/finance/" in text


def test_who_owes_nothing_is_asked_for_nothing() -> None:
    """A sentence and a thank-you."""
    message = reminded(SAMPLE, "registration", "2025-04-29")
    (text,) = chat_texts(message)
    assert "ไม่มีรายการที่เกินกำหนด" in text
    assert "อีเมล" not in text + email_text(message)


@pytest.mark.parametrize("command", [("remind",), ("report", "--month", "2025-04")])
def test_both_commands_print_messages(command: tuple[str, ...], tmp_path: Path) -> None:
    """For a chat and as an e-mail; nothing is written, unless a file is named."""
    site = copy_site("current", tmp_path)
    BROKEN["missing"](site)
    before = sorted(site.iterdir())
    chat, mail = (
        run("oit", *command, "--format", form, cwd=site, OIT_AS_OF="2025-04-28").stdout
        for form in ("line", "email")
    )
    assert all(length(text) <= LONGEST for text in chat.split("\n\n----------\n\n"))
    assert chat.startswith(("หัวหน้าฝ่ายการคลัง\n", "ผู้อำนวยการเขตทดสอบ\n"))
    assert mail.startswith("เรื่อง ")
    assert sorted(site.iterdir()) == before


def test_each_duty_is_led_to_a_form_that_takes_it(tmp_path: Path) -> None:
    """The entry is there, and offers the requirement: a part where it is owed by division."""
    site = with_form(copy_sample(tmp_path))
    assessment = judged(site, as_of("2024-11-20"))
    offered = dict(_offered(assessment))
    duties = duties_in_force(assessment)
    assert len({duty.division for duty in duties if duty.requirement}) > 3
    for duty in duties:
        entry = (form_of(duty, assessment.site) or "").removeprefix(f"{FORM}/")
        assert entry in offered, duty
        assert duty.requirement is None or duty.requirement.id in offered[entry], entry


def _offered(assessment: Assessment) -> Iterator[tuple[str, set[str]]]:
    """The entries of the form, and which requirements each takes."""
    (collection,) = collections(assessment, vocabulary_of(assessment.site))
    for file in collection["files"]:
        (evidence,) = (field for field in file["fields"] if field["name"] == "evidence")
        fields = [field for kind in evidence["types"] for field in kind["fields"]]
        options = [field["options"] for field in fields if field["name"] == "for"]
        yield file["name"], {option["value"] for some in options for option in some}
