"""All facts of a file in one value, and nothing raises."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import json
from PIL import Image

from helpers import made_files as made
from helpers import year_books
from oit.evidence.concealed import HiddenKind
from oit.evidence.facts import ContentFacts, PersonalDataKind
from oit.evidence.faults import FileFault
from oit.evidence.location import Where
from oit.evidence.media_types import Nature
from oit.evidence.read import read_content

_STARTS = (
    b"%PDF-1.7\n",
    b"PK\x03\x04",
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff\xe0",
    b"<svg",
    b"{",
    b"",
)


def test_a_picture_tells_where_it_was_taken() -> None:
    """EXIF has a position, or none."""
    assert read_content(made.image()).hidden == ()
    for kind in ("JPEG", "PNG"):
        (part,) = read_content(made.photograph(kind)).hidden
        assert part.kind is HiddenKind.POSITION


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (made.huge_png(), FileFault.TOO_COSTLY),
        (made.image("PNG")[:-50], FileFault.UNREADABLE),
        (made.image()[:60], FileFault.UNREADABLE),
        (made.encrypted_pdf(), FileFault.ENCRYPTED),
        (made.zip_bomb(), FileFault.TOO_COSTLY),
    ],
    ids=["huge", "cut png", "cut jpg", "locked", "bomb"],
)
def test_what_cannot_be_read_is_a_fact(data: bytes, fault: FileFault) -> None:
    """A picture too large, cut short; a locked file; a bomb. What it is, is known all the same."""
    assert read_content(data).fault is fault
    assert read_content(data).sniffed.nature is Nature.DOCUMENT


def test_a_table_is_looked_through_line_by_line() -> None:
    """In old encodings too."""
    data = f"ก,ข\n1,{made.VALID_ID}\n2,081-234-5678\n3,a@gmail.com\n".encode("cp874")
    found = [
        (match.kind, match.location.where, match.location.name)
        for match in read_content(data).personal
    ]
    assert found == [
        (PersonalDataKind.NATIONAL_ID, Where.LINE, "2"),
        (PersonalDataKind.MOBILE, Where.LINE, "3"),
        (PersonalDataKind.EMAIL, Where.LINE, "4"),
    ]


def test_what_a_picture_says_of_its_maker_is_looked_through() -> None:
    """Names of tags are told."""
    exif = Image.Exif()
    exif[0x013B] = made.VALID_ID
    [spot] = read_content(made.image(exif=exif)).personal
    assert (spot.kind, spot.location.name) == (PersonalDataKind.NATIONAL_ID, "Artist")


@pytest.mark.parametrize(
    "data",
    [made.pdf(), made.xlsx(), made.photograph(), made.zip_bomb(), b"1101700230708,x", b"", b"MZ"],
    ids=["pdf", "xlsx", "photograph", "bomb", "number", "empty", "program"],
)
def test_facts_pass_through_json_unchanged(data: bytes) -> None:
    """A cache and a child process keep them so, and no number is among them."""
    facts = read_content(data)
    written = json.encode(facts)
    assert json.decode(written, type=ContentFacts) == facts
    assert made.VALID_ID.encode() not in written


@given(st.builds(bytes.__add__, st.sampled_from(_STARTS), st.binary()))
def test_any_bytes_have_facts(data: bytes) -> None:
    """Whatever they are."""
    assert read_content(data).sniffed.media_type


@pytest.mark.parametrize(
    ("data", "heading"),
    [
        (made.pdf("แผนปฏิบัติราชการ"), "แผนปฏิบัติราชการ"),
        (made.docx("<w:p><w:r><w:t>คู่มือ</w:t></w:r></w:p>"), "คู่มือ"),
        ("ประชุมชี้แจง\nวันนี้".encode(), "ประชุมชี้แจง\nวันนี้"),
        (year_books.book({"a": [("สถิติ",), ("ลำดับ", "รายการ")]}), "สถิติ\nลำดับ\nรายการ"),
        (made.scan_pdf(), ""),
    ],
    ids=["pdf", "docx", "text", "workbook", "scan"],
)
def test_any_file_tells_with_which_words_it_begins(data: bytes, heading: str) -> None:
    """Documents, tables and plain texts alike, as far as a reader sees them."""
    assert read_content(data).heading == heading


@pytest.mark.parametrize("before", [0, 290, 296, 595])
def test_no_number_of_a_person_stands_where_a_file_begins(before: int) -> None:
    """Nor a part of one that stands over the end of what is kept."""
    text = f"{'ก' * before} {made.VALID_ID} ข"
    heading = read_content(text.encode()).heading
    assert not any(digit in heading for digit in made.VALID_ID)


def test_what_is_hidden_is_no_beginning() -> None:
    """Its reader does not see it."""
    hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ลับ</w:t></w:r></w:p>"
    shown = "<w:p><w:r><w:t>ประกาศ</w:t></w:r></w:p>"
    assert read_content(made.docx(hidden + shown)).heading == "ประกาศ"
