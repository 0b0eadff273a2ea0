"""The menu of every page: five entries for citizens, and everybody else at the foot."""

from pathlib import Path

from helpers.support import SAMPLE, as_of, copy_sample, published, replace
from oit.catalog import Language
from oit.outputs.pages.menu import Menu

DAY = as_of("2025-04-30")


def menu(site: Path, language: Language = Language.TH) -> Menu:
    """The menu of a site in a language."""
    return published(site, DAY).frame.menu[language]


def test_citizens_have_five_entries_by_what_they_come_for() -> None:
    """No page of staff or programs is among them."""
    assert [(entry.name, entry.page + entry.anchor) for entry in menu(SAMPLE).entries] == [
        ("ติดต่อและบริการ", "#contact"),
        ("งบประมาณและจัดซื้อจัดจ้าง", "2568/o13/"),
        ("ร้องเรียนและเสนอแนะ", "2568/o1/#requirement-feedback"),
        ("ข้อมูลทั้ง 22 ข้อ", "2568/"),
        ("ผลประเมิน ITA", "2568/ita-2567/"),
    ]


def test_a_mandate_without_a_topic_has_no_entry_for_it(tmp_path: Path) -> None:
    """Topics keep their names over the years; an office may lack one."""
    site = copy_sample(tmp_path)
    for topic in ("spending", "budget", "procurement"):
        replace("oit_items/2568/mandate.yml", f"topic: {topic}\n", f"topic: other-{topic}\n")(site)
    pages = [entry.page for entry in menu(site).entries]
    assert "2568/o13/" not in pages
    assert len(pages) == 4


def test_english_readers_are_led_to_english_pages_and_told_which_are_thai() -> None:
    """A page without translation says so before it is opened."""
    entries = {entry.page: entry.name for entry in menu(SAMPLE, Language.EN).entries}
    assert entries["en/2568/o13/"] == "Budget and procurement"
    assert entries["2568/ita-2567/"] == "ITA results (in Thai)"


def test_staff_programs_and_assessors_stand_apart() -> None:
    """In groups of their own, and each page in one group besides that of citizens."""
    groups = {group.title: [entry.page for entry in group.entries] for group in menu(SAMPLE).groups}
    assert list(groups) == [
        "สำหรับประชาชน",
        "สำหรับผู้ประเมินและผู้ตรวจสอบ",
        "ข้อมูลสำหรับโปรแกรม",
        "สำหรับเจ้าหน้าที่",
    ]
    assert groups["สำหรับเจ้าหน้าที่"] == ["admin/", "guide/", "guide/messages/"]
    assert "data/" in groups["ข้อมูลสำหรับโปรแกรม"]


def test_every_link_of_the_menu_leads_to_a_page_that_is_there() -> None:
    """None is dead, in either language."""
    outputs = published(SAMPLE, DAY)
    there = {page.path for page in outputs.pages} | {text.address for text in outputs.texts}
    files = {path.removesuffix("index.html") for path in outputs.files}
    for language in Language:
        assert outputs.frame.menu[language].pages <= there | files
