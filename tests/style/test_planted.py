"""The tests of style find what they are there to find."""

import pytest

from helpers.english_style import faults_of_english
from helpers.thai_style import CHECKS, MOST_LETTERS, faults_of_thai

_WELL_WRITTEN = (
    "ช่อง “วันที่เผยแพร่” ระบุ 2568-04-17 ซึ่งเป็นปี พ.ศ. โปรดแก้เป็น 2025-04-17 (ปี ค.ศ.)",
    "ไม่พบไฟล์ “summary-2025-03.csv” ในโฟลเดอร์ O15 โปรดแนบไฟล์ หรือแก้ชื่อให้ตรงกันทุกตัวอักษร",
    "โปรดแจ้งเจ้าหน้าที่คอมพิวเตอร์ให้ใช้คำสั่ง oit upgrade ซึ่งแก้ไขให้ทุกไฟล์ในรูปแบบต่าง ๆ",
    "ผู้ประสานงาน ITA บันทึกตาราง Excel เป็น PDF แล้ว 3 ฉบับ",
)


@pytest.mark.parametrize(
    ("wrong", "text"),
    [
        ("a digit touches a Thai letter", "ก่อนเดือนมีนาคม 2568จะเริ่ม"),
        ("a digit touches a Thai letter", "มี3 ฉบับ"),
        ("ๆ stands without its spaces", "ประกาศต่างๆ ของหน่วยงาน"),
        ("ๆ stands without its spaces", "ประกาศต่าง ๆของหน่วยงาน"),
        ("a sentence is too long", "ก" * (MOST_LETTERS + 1)),
        ("a sentence is too long", "กข " * (MOST_LETTERS // 2 + 1)),
        ("a foreign word stands in a Thai sentence", "โปรดเปิด dashboard ของระบบ"),
        ("a foreign word stands in a Thai sentence", "หน่วยงาน works ร่วมส่งข้อมูล"),
        ("a word that only machines need", "ไฟล์มีเนื้อหาเป็น text/html"),
        ("a word that only machines need", "ค่านี้ไม่ใช่จำนวน (type-error)"),
        ("a word that only machines need", "พบ {'kind': 'file'}"),
        ("a word that only machines need", "ช่องนี้เป็น None"),
        ("a word that only machines need", "แก้ไข front matter ของไฟล์"),
        ("a word that only machines need", "ข้อมูล YAML ไม่ครบ"),
        ("a word that only machines need", "เปิด pull request ใหม่"),
        ("a word that the glossary avoids", "โปรดแจ้งผู้ดูแลระบบ"),
        ("a word that the glossary avoids", "โปรดนำไฟล์ฉบับก่อนหน้ากลับมา"),
        ("a word that the glossary avoids", "วันที่ในรูป ปี-เดือน-วัน"),
        ("a word that the glossary avoids", "โปรดแจ้งผู้ประสานงานให้เปิดรอบ"),
        ("a word that the glossary avoids", "ข้อมูลย่อมเผยแพร่ไม่ได้"),
    ],
)
def test_what_is_badly_written_is_found(wrong: str, text: str) -> None:
    """Each check has texts that it refuses."""
    assert faults_of_thai(text)[wrong]


def test_every_check_has_a_text_that_it_refuses() -> None:
    """A check that nothing was planted for could be one that finds nothing."""
    marks = test_what_is_badly_written_is_found.pytestmark  # type: ignore[attr-defined]
    assert {wrong for wrong, _ in marks[0].args[1]} == set(CHECKS)


@pytest.mark.parametrize("text", _WELL_WRITTEN)
def test_what_is_well_written_passes(text: str) -> None:
    """Codes in quotation marks and brackets, names of files and commands are no foreign words."""
    assert faults_of_thai(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        *("2 findings to be mended.", "Save it anew.", "the office's own reckoning"),
        *("names that agree to the letter", "“x” is no division.", "Bring back the file."),
        *("Spending plan of fiscal year 2568", "under the Public Procurement Act B.E. 2560."),
    ],
)
def test_archaic_english_is_found(text: str) -> None:
    """And years of the Buddhist Era that do not say so."""
    assert faults_of_english(text)


@pytest.mark.parametrize(
    "text",
    [
        *("There is no field “x”.", "The page is no longer there.", "Restore the file."),
        *("fiscal year 2025 (B.E. 2568)", "fiscal year B.E. 2568", "Act B.E. 2560 (2017)"),
    ],
)
def test_plain_english_passes(text: str) -> None:
    """What the guide asks for is not refused."""
    assert faults_of_english(text) == []
