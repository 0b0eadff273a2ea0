"""What the page of the year before draws and says, and what it keeps to itself."""

import re
from pathlib import Path

import pytest

from helpers.support import CLOSED_TODAY, Edit, as_of, copy_sample, published, replace

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
    """The part of the page with a heading, or a fold."""
    return page.split(f' id="{name}"')[1].split("</section>")[0]


def words(html: str) -> str:
    """The text, whose words are kept whole in lines by spans."""
    whole = re.sub(r'<span class="nb">([^<]*)</span>', r"\1", html)
    return " ".join(re.sub(r"<[^>]+>", " ", whole).split())


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("indicators", "8 การปรับปรุงระบบการทำงาน 89.77 ต่ำกว่า 95"),
        ("questions", "I6 มีการเบิกจ่ายเท็จ 98.56 คำตอบของ 626 คน คำถาม มี 9 คน (1.44%)"),
        ("questions", "มากที่สุด 461 คน (74.72%)"),
        ("divisions-eit", "ฝ่ายการศึกษา 55 คน 76.00 ต่ำกว่า 95"),
        ("divisions-iit", "ฝ่ายการคลัง 12 คน 94.44 ต่ำกว่า 95"),
        ("questions", "ฝ่ายการศึกษา 14 99.76 55 76.00 87.88"),
        ("questions", "งานจัดซื้อจัดจ้าง 26 79.85 82.83 81.92 100.00 71.92 71.92 70.51"),
        ("questions", "ไทย 617 อังกฤษ 0"),
    ],
)
def test_figures_are_said_in_words(sample: dict[str, str], name: str, said: str) -> None:
    """Beside the dots; the tables repeat them."""
    assert said in words(section(sample[PATH], name))


def test_the_page_begins_with_why_it_is_not_the_level_above(sample: dict[str, str]) -> None:
    """One tool is below 95."""
    answer = words(sample[PATH].split('<div class="answer">')[1].split("</div>")[0])
    assert answer == (
        "97.38 เต็ม 100 ระดับ “ผ่านดี” ยังไม่ถึงระดับ “ผ่านดีเยี่ยม” "
        "คะแนน EIT (ผู้มาติดต่อตอบ) ได้ 92.38 ต่ำกว่าเกณฑ์ 95 อยู่ 2.62 คะแนน คะแนนอื่น คือ "
        "IIT (บุคลากรตอบ) 98.88 และ OIT (ตรวจข้อมูลบนเว็บไซต์) 100.00"
    )


def test_what_is_weak_stands_before_all_else(sample: dict[str, str]) -> None:
    """The lowest of divisions and services, then the indicators with their measures."""
    weak = re.findall(r"<li><b>(.*?)</b>", section(sample[PATH], "weak"))
    assert [words(name) for name in weak] == [
        *("ฝ่ายการศึกษา", "งานจัดซื้อจัดจ้าง", "ฝ่ายทะเบียน"),
        *("7 ประสิทธิภาพการสื่อสาร", "8 การปรับปรุงระบบการทำงาน"),
    ]
    measures = words(section(sample[PATH], "measures"))
    assert "7 ประสิทธิภาพการสื่อสาร" in measures
    assert "มาตรการทั้งหมดของปี 2568" in measures
    assert "การใช้อำนาจ" not in measures


def test_home_and_the_round_lead_to_the_page(sample: dict[str, str]) -> None:
    """By its name."""
    assert f'href="{PATH}"' in sample[""]
    assert f'href="../{PATH}"' in sample["2568/"]


def test_the_lowest_stands_first_and_red_means_below_the_line(sample: dict[str, str]) -> None:
    """On one axis from the tens below the lowest score of all plots."""
    drawn = section(sample[PATH], "services")
    scores = [float(found) for found in re.findall(r'class="n">([0-9.]+)', drawn)]
    assert scores == sorted(scores)
    assert drawn.count('class="w"') == sum(score < 95 for score in scores) == 2
    assert re.findall(r'y="13">(\d+)<', drawn) == ["70", "80", "90", "95", "100"]


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
