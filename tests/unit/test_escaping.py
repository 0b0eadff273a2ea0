"""Text that other readers act on is made harmless for each of them."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit.escaping import csv_bytes, for_spreadsheet

COMPUTED = [
    "=1+1",
    "+66",
    "@a",
    "-x",
    "-",
    "\tx",
    "\rx",
    "-1+1",
    "=HYPERLINK(1)",
    "-1,5",
    "\n=1",
    "＝1+1",
    "＋1",
    "－1+1",
    "＠a",
]


@pytest.mark.parametrize("cell", COMPUTED)
def test_what_a_spreadsheet_would_compute_gets_an_apostrophe(cell: str) -> None:
    """OWASP, CSV Injection."""
    assert for_spreadsheet(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["-5", "-5.25", "5", "ก", "", "a=1", "'=1"])
def test_numbers_and_words_stay_as_they_are(cell: str) -> None:
    """A negative number is no formula."""
    assert for_spreadsheet(cell) == cell


@given(st.lists(st.lists(st.text(max_size=9), min_size=2, max_size=4), min_size=1, max_size=4))
def test_every_csv_of_the_project_defuses_each_of_its_cells(rows: list[list[str]]) -> None:
    """One writer for the index, the evidence, the twins, the forms and verify's table."""
    data = csv_bytes(rows)
    assert data.startswith(b"\xef\xbb\xbf")
    read = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert read == [[for_spreadsheet(cell) for cell in row] for row in rows]


def test_only_one_module_writes_csv() -> None:
    """So that no writer can forget the apostrophe."""
    from helpers.support import ROOT

    writers = {
        path.name
        for path in (ROOT / "hooks/oit").rglob("*.py")
        if "csv.writer(" in path.read_text("utf-8") or "csv.DictWriter(" in path.read_text("utf-8")
    }
    assert writers == {"escaping.py"}
