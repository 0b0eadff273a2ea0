"""The page of a requirement's table: all its periods in one, for readers and for programs."""

import csv
import io
import re

import pytest

from helpers.support import SAMPLE, as_of, published
from oit.outputs.site_files import Outputs

PATH = "2568/o15/monthly-summary/"


@pytest.fixture(scope="module")
def outputs() -> Outputs:
    return published(SAMPLE, as_of("2025-04-30"))


@pytest.fixture(scope="module")
def page(outputs: Outputs) -> str:
    return next(page.html for page in outputs.pages if page.path == PATH)


def rows(outputs: Outputs, path: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(outputs.files[path].decode("utf-8-sig"), newline="")))


def test_all_periods_stand_in_one_table(page: str) -> None:
    """The newest first, each row with its file."""
    assert page.index("มี.ค. 68") < page.index("ก.พ. 68") < page.index("ต.ค. 67")
    assert 'href="../../../2568/o15/summary-2024-10.csv"' in page
    assert page.count('<th scope="row"') == 12 + 1


def test_the_whole_table_stands_there_without_script(page: str) -> None:
    """The form is for the script alone, and knows which columns can be sorted, and how."""
    assert "hidden" not in page.split("<tbody")[1].split("</tbody")[0]
    assert "ราคาที่ตกลง มากไปน้อย" in page
    assert "รายละเอียด ก–ฮ" not in page


def test_the_same_can_be_downloaded(outputs: Outputs) -> None:
    """A row of the files, with its period and file, and whether it is a sample."""
    table = rows(outputs, f"{PATH}table.csv")
    assert table[0][:9] == [
        *("office", "fiscal_year", "item", "requirement", "period", "division"),
        *("source", "published", "sample"),
    ]
    assert table[1][2:7] == [
        *("O15", "monthly-summary", "2025-03", "finance"),
        "2568/o15/summary-2025-03.csv",
    ]
    assert table[1][8:11] == ["true", "1", "งานตัวอย่างที่ 10"]
    assert outputs.files[f"{PATH}table.csv"].startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in outputs.files[f"{PATH}table.csv"]


def test_tables_that_differ_have_no_page(outputs: Outputs) -> None:
    """The results of O22 are tables of eight kinds; a list that nobody describes is one file."""
    paths = {page.path for page in outputs.pages}
    assert not any(path.startswith("2568/o22/") and path != "2568/o22/" for path in paths)
    assert "2568/o10/revenue-statistics/" in paths


def test_divisions_are_named_where_there_are_several(outputs: Outputs, page: str) -> None:
    """Revenue is told by three of them, purchases by one."""
    pages = {page.path: page.html for page in outputs.pages}
    assert "ฝ่ายโยธา" in pages["2568/o10/revenue-statistics/"]
    assert "ฝ่ายการคลัง" not in page


def test_files_for_programs_stand_in_a_fold(outputs: Outputs, page: str) -> None:
    """CSV with names for programs, Parquet, the meaning of the columns, and how to use them."""
    (fold,) = re.findall(r'<details class="fold noprint">.*?</details>', page, re.S)
    paths = [path.removeprefix("../../../") for path in re.findall(r'href="([^"]+)"', fold)]
    table = "api/v1/2568/tables/o15-monthly-summary"
    assert paths == [f"{table}.csv", f"{table}.parquet", f"{table}.schema.json", "data/#tables"]
    assert {f"{table}.csv", f"{table}.schema.json"} <= outputs.files.keys()
    assert f"{table}.parquet" in {made.parquet_path for made in outputs.tables}


@pytest.mark.parametrize("path", ["2568/o15/", "en/2568/o15/", "2568/o22/"])
def test_the_page_of_an_item_leads_to_all_its_tables_for_programs(
    outputs: Outputs, path: str
) -> None:
    """In both languages, and of an item with tables of several kinds each of them."""
    html = next(page.html for page in outputs.pages if page.path == path)
    number = path.split("/")[-2]
    start = f"api/v1/2568/tables/{number}-"
    made = {table.parquet_path for table in outputs.tables if table.path.startswith(start)}
    linked = set(re.findall(r'href="(?:\.\./)+(api/v1/2568/tables/[^"]+\.parquet)"', html))
    assert linked == made != set()
