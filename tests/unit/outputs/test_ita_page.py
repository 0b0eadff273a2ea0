"""What the page of the year before draws and says, and what it keeps to itself."""

import re
from pathlib import Path

import pytest

from helpers.support import CLOSED_TODAY, Edit, as_of, copy_sample, published, replace
from oit.outputs.charts import Bar, fitted, named_bar_chart, share_chart

pytestmark = pytest.mark.slow

PATH = "2568/ita-2567/"
RECORD = "oit_items/2568/O22/record.md"
COMMENTS = "    file: ita-2567-comments.csv"


def pages_of(folder: Path, *edits: Edit, day: str | None = None) -> dict[str, str]:
    """The words of every page of the sample site with something changed in it."""
    site = copy_sample(folder)
    for edit in edits:
        edit(site)
    today = as_of(day) if day else CLOSED_TODAY
    return {page.path: page.html for page in published(site, today).pages}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The pages as they are."""
    return pages_of(tmp_path_factory.mktemp("ita"))


def section(page: str, name: str) -> str:
    """The part of the page under a heading."""
    return page.split(f'<section><h2 id="{name}">')[1].split("</section>")[0]


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("indicators", "10.2 มาตรการภายในเพื่อป้องกันการทุจริต 100.00"),
        ("questions", "มีการเบิกจ่ายเท็จ 98.56 คะแนน มี 1.44% · ไม่มี 98.56%"),
        ("questions", "มากที่สุด 461 74.72"),
        ("divisions", "ฝ่ายการศึกษา 14 99.76 55 76.00 87.88"),
        ("services", "งานจัดซื้อจัดจ้าง 26 79.85 82.83 81.92 100.00 71.92 71.92 70.51"),
        ("respondents", "ไทย 617 คน · อังกฤษ 0 คน"),
    ],
)
def test_figures_are_said_in_words(sample: dict[str, str], name: str, said: str) -> None:
    """By the charts; the tables repeat them."""
    assert said in words(section(sample[PATH], name))


def test_home_and_the_round_lead_to_the_page(sample: dict[str, str]) -> None:
    """By its name."""
    assert f'href="{PATH}"' in sample[""]
    assert f'href="../{PATH}"' in sample["2568/"]


def test_names_stand_in_the_charts(sample: dict[str, str]) -> None:
    """Not only numbers that a reader has to look up."""
    assert ">7 ประสิทธิภาพการสื่อสาร</text>" in section(sample[PATH], "indicators")
    divisions = section(sample[PATH], "divisions")
    assert divisions.count(">โรงเรียนในสังกัดกรุงเทพมหานครในพื้นที่เขต</text>") == 2
    assert ">งานจัดซื้อจัดจ้าง</text>" in section(sample[PATH], "services")


def test_what_is_withheld_is_not_shown_either(tmp_path: Path) -> None:
    """A faulty entry's file is not published, so its table is not on the page."""
    page = pages_of(tmp_path, replace(RECORD, COMMENTS, f"{COMMENTS}\n    titel: x"))[PATH]
    assert 'id="comments"' not in page
    assert "ทางขึ้นไปติดต่อสูง" not in page


def test_there_is_no_page_before_its_tables_are_published(tmp_path: Path) -> None:
    """And no link to it."""
    pages = pages_of(tmp_path, day="2024-11-12")
    assert PATH not in pages
    assert PATH not in pages[""] + pages["2568/"]


def test_a_sample_among_the_tables_marks_the_page(tmp_path: Path, sample: dict[str, str]) -> None:
    """The others are real."""
    page = pages_of(tmp_path, replace(RECORD, COMMENTS, f"{COMMENTS}\n    sample: true"))[PATH]
    assert "ตัวอย่าง – มิใช่ข้อมูลจริง" in page
    assert "ตัวอย่าง – มิใช่ข้อมูลจริง" not in sample[PATH]


def shades(svg: str) -> list[float]:
    return [float(found) for found in re.findall(r'fill-opacity="([0-9.]+)"', svg)]


def test_the_last_part_is_the_darkest_however_many_there_are() -> None:
    """A yes-no question's ไม่มี as well as the sixth of six levels; nothing is not drawn."""
    assert shades(share_chart([9, 617])) == [0.1, 1]
    assert shades(share_chart([0, 0, 0, 3, 16, 607])) == pytest.approx([0.64, 0.82, 1])
    assert shades(share_chart([0, 0])) == []


def test_bars_of_one_name_stay_two_and_no_name_is_markup() -> None:
    """Names are data."""
    svg = named_bar_chart([Bar("ก", 1, "1"), Bar("ก", 2, "2"), Bar("<b>&", 3, "3")])
    assert svg.count(">ก</text>") == 2
    assert "<b>" not in svg
    assert ">&lt;b&gt;&amp;</text>" in svg


def test_a_name_too_long_is_cut_between_letters() -> None:
    """Vowels and tone marks take no column, and stay with their letter."""
    assert fitted("ที่นี่", 2) == "ที่นี่"
    assert fitted("ที่นี่", 1) == "ที่…"
    assert fitted("", 1) == ""
