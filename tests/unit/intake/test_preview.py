"""What the site would show of a file, as HTML that runs nothing and leads nowhere."""

import re

from hypothesis import given
from hypothesis import strategies as st

from helpers import made_files as made
from helpers import year_books
from oit.catalog import Language
from oit.evidence.facts import FileFacts
from oit.evidence.inspect import extension, facts_of
from oit.evidence.read import inspect_bytes
from oit.intake.preview import shown, shown_text

_TAG = re.compile(r"<[^>]*>")
_OURS = {
    *('<div class="shown">', "</div>", "<p>", "</p>", "<table>", "</table>", "<thead>", "</thead>"),
    *("<tbody>", "</tbody>", "<tr>", "</tr>", '<th scope="col">', "</th>", "<td>", "</td>"),
}


def facts(name: str, data: bytes) -> FileFacts:
    """The facts of a file."""
    return facts_of(name, "0" * 64, len(data), inspect_bytes(data, extension(name), ()))


def test_a_table_shows_its_heading_and_first_rows() -> None:
    """With its name, type and size, and how many rows there are."""
    rows = [("รายการ", "จำนวนเงิน"), *((f"รายการที่ {number}", number) for number in range(9))]
    data = year_books.book({"มี.ค. 68": rows})
    html = shown("สรุป.xlsx", facts("สรุป.xlsx", data), Language.TH)
    assert "สรุป.xlsx · สมุดงาน Excel (.xlsx) · " in html
    assert '<th scope="col">จำนวนเงิน</th>' in html
    assert html.count("<tr>") == 6
    assert "ทั้งหมด 9 แถว" in html


def test_a_document_shows_the_words_that_it_begins_with() -> None:
    """No more than a page has room for."""
    data = made.docx("<w:p><w:r><w:t>คู่มือการปฏิบัติงาน</w:t></w:r></w:p>")
    assert "<p>คู่มือการปฏิบัติงาน</p>" in shown("a.docx", facts("a.docx", data), Language.TH)
    assert len(shown_text("ข้อความ\n" * 1000)) < 3000


def test_a_number_of_a_person_is_covered() -> None:
    """In a table, in a text and in the name."""
    rows = [("ชื่อ", "เลข"), ("ผู้รับตัวอย่าง", made.VALID_ID), ("อีกคน", "1")]
    data = year_books.book({"a": rows})
    html = shown(f"{made.VALID_ID}.xlsx", facts("a.xlsx", data), Language.TH)
    assert made.VALID_ID not in html + shown_text(f"เลข {made.VALID_ID}")
    assert "ผู้รับตัวอย่าง" in html


@given(st.text(), st.text())
def test_whatever_is_written_is_only_text(name: str, cell: str) -> None:
    """Every tag is one of ours, whatever stands in names, cells and texts."""
    data = f'"{name}{cell}","<script>alert(1)</script>"\n"<img src=x onerror=a>","{cell}"\n'.encode(
        "utf-8", "replace"
    )
    html = shown(f"{name}.csv", facts("a.csv", data), Language.TH) + shown_text(cell + name)
    assert set(_TAG.findall(html)) <= _OURS
    assert html.count("<") == html.count(">") == len(_TAG.findall(html))
