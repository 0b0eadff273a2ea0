"""What is taken from memory is what would be made: after any edit, of whatever file."""

import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

from helpers.caches import Remembering
from helpers.edits import DIVISIONS, MANDATE, MARCH, O1, O3, ROUND, WAIVERS, WORKS, waiver
from helpers.support import Edit, as_of, copy_site, judged, replace, write
from oit.assessment.result import Today
from oit.memory import NO_MEMORY, Memory
from oit.outputs.site_files import Outputs, outputs_of

DAY = as_of("2025-04-20")
EDITS: dict[str, Edit] = {
    "title": replace(O1, "title: แบบวัด EIT", "title: แบบวัดอื่น"),
    "text": replace(O1, "ประกาศที่ 1", "ประกาศที่ 2"),
    "update": replace(O1, "updated: 2025-04-18", "updated: 2025-01-05"),
    "no sample": replace(O1, "sample: true", "sample: false"),
    "part": replace(WORKS, "ขั้นตอนการทำงาน", "ขั้นตอนใหม่"),
    "broken part": replace(WORKS, "division: works", "division: unknown"),
    "evidence": replace(f"oit_items/2568/O01/{MARCH}", "งาน", "โครงการ"),
    "results of another year": replace("oit_items/2568/O01/scores.csv", "IIT", "EIT"),
    "title elsewhere": replace(O3, "title: ", "title: แก้ไข "),
    "round": replace(ROUND, "days_after_period: 15", "days_after_period: 20"),
    "holiday": replace(ROUND, "2025-04-16", "2025-04-17"),
    "mandate": replace(MANDATE, "label_en: Announcements", "label_en: Notices"),
    "name of an item": replace(MANDATE, "title_en: Work manuals", "title_en: Manuals"),
    "waiver": write(WAIVERS, waiver(until="2025-04-25")),
    "division": replace(DIVISIONS, "name_th: ฝ่ายโยธา", "name_th: ฝ่ายก่อสร้าง"),
    "office": replace("mkdocs.yml", "name_en: Test District Office", "name_en: Other Office"),
    "task": replace("mkdocs.yml", "name_en: See what the office buys", "name_en: Purchases"),
    "record of an earlier round": replace(O1.replace("2568", "2567"), "ประกาศที่ 1", "ประกาศที่ 3"),
    "mandate of an earlier round": replace(
        MANDATE.replace("2568", "2567"), "title_th: สรุปผลการจัดซื้อจัดจ้าง", "title_th: การซื้อ"
    ),
    "a comment": replace(ROUND, "scheme: test", "scheme: test  # ours"),
}


def _of_the_year_before(text: str) -> str:
    for year in ("2567", "2568", "2023", "2024", "2025"):
        text = text.replace(year, str(int(year) - 1))
    return text


def two_rounds(target: Path) -> Path:
    """The site `current` with the same round a year earlier."""
    site = copy_site("current", target)
    earlier = site / "oit_items/2567"
    shutil.copytree(site / "oit_items/2568", earlier)
    for path in [*earlier.rglob("*.md"), *earlier.rglob("*.yml")]:
        path.write_text(_of_the_year_before(path.read_text("utf-8")), "utf-8")
    (earlier / f"O01/{MARCH}").rename(earlier / f"O01/{_of_the_year_before(MARCH)}")
    return site


def outputs_on(site: Path, memory: Memory, today: Today = DAY, url: str | None = None) -> Outputs:
    """What is published of a site with what is remembered."""
    return outputs_of(judged(site, today), url, memory=memory)


@cache
def of_before() -> Remembering:
    """A memory of the site as it was before any edit."""
    memory = Remembering()
    outputs_on(two_rounds(Path(mkdtemp())), memory)
    return memory


def assert_same(warm: Outputs, cold: Outputs) -> None:
    """Page by page and file by file, so that a failure names the first that differs."""
    for mine, other in zip(warm.pages, cold.pages, strict=True):
        assert mine == other, mine.path
    assert [path for path in cold.files if warm.files.get(path) != cold.files[path]] == []
    assert warm == cold


@pytest.mark.parametrize("edit", EDITS)
def test_after_an_edit_all_is_as_if_nothing_were_remembered(edit: str, tmp_path: Path) -> None:
    """Whatever file it is in."""
    site = two_rounds(tmp_path)
    EDITS[edit](site)
    assert_same(outputs_on(site, of_before().copy()), outputs_on(site, NO_MEMORY))


@pytest.mark.parametrize(
    ("day", "url"),
    [("2025-04-21", None), ("2025-03-04", None), ("2025-04-20", "https://oit.example.go.th/")],
)
def test_on_another_day_or_at_another_address_too(
    day: str, url: str | None, tmp_path: Path
) -> None:
    """Pages tell days, and the whole address of the site."""
    site = two_rounds(tmp_path)
    warm = outputs_on(site, of_before().copy(), as_of(day), url)
    assert_same(warm, outputs_on(site, NO_MEMORY, as_of(day), url))


def test_a_changed_record_makes_the_pages_of_its_item_and_of_its_round_alone(
    tmp_path: Path,
) -> None:
    """Those of other items and of other rounds are remembered."""
    site, memory = two_rounds(tmp_path), of_before().copy()
    EDITS["title"](site)
    outputs_on(site, memory)
    assert memory.made["pages"] == 3  # of the item, of its round, and of the site
    assert memory.made["history"] == 1
    outputs_on(site, memory)
    assert memory.made["pages"] == 3


def test_what_is_remembered_is_all_that_was_made(tmp_path: Path) -> None:
    """A page comes back with every field as it was."""
    site, memory = two_rounds(tmp_path), of_before().copy()
    assert outputs_on(site, memory).pages == outputs_on(site, NO_MEMORY).pages
    assert not memory.made["pages"]
