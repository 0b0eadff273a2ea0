"""A cleaned file names nobody and shows the same."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from helpers import made_files as made
from oit.evidence.clean import Cleaned, clean, strip
from oit.evidence.faults import FileFault
from oit.evidence.passages import Extract
from oit.evidence.pdf.read import read_pdf
from oit.evidence.read import read_content, read_office

_INFO = {"/Title": "แผน", "/Author": "สมชาย", "/Creator": "Writer", "/Producer": "Printer"}
_NOTE = (
    "<text:p>เนื้อหา <office:annotation><dc:creator>สมหญิง</dc:creator><text:p>ทบทวน</text:p>"
    "</office:annotation></text:p>"
)
_PICTURES = {"png": made.photograph("PNG"), "jpg": made.photograph()}
_OFFICE = {
    "docx": made.docx('<w:p><w:ins w:author="สมหญิง"><w:r><w:t>เนื้อหา</w:t></w:r></w:ins></w:p>'),
    "xlsx": made.xlsx('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'),
    "odt": made.odf("text", _NOTE),
    "ods": made.odf("spreadsheet", '<table:table table:name="ก"/>'),
}
_FILES = {**_PICTURES, **_OFFICE, "pdf": made.pdf(info=_INFO)}


def cleaned(extension: str, data: bytes | None = None) -> bytes:
    result = clean(_FILES[extension] if data is None else data, extension)
    assert isinstance(result, Cleaned), result
    return result.data


@pytest.mark.parametrize("extension", sorted(_FILES))
def test_cleaning_is_repeatable_and_done_once(extension: str) -> None:
    """The same bytes each time, and again of what is clean."""
    once = cleaned(extension)
    assert once == cleaned(extension)
    assert cleaned(extension, once) == once
    assert read_content(once).sniffed == read_content(_FILES[extension]).sniffed


@pytest.mark.parametrize("extension", sorted(_OFFICE))
def test_an_office_file_keeps_all_but_names(extension: str) -> None:
    """Texts, members, order."""
    stripped = strip(_OFFICE[extension], extension)
    assert isinstance(stripped, Cleaned)
    before, after = read_office(_OFFICE[extension]), read_office(stripped.data)
    assert isinstance(before, Extract)
    assert isinstance(after, Extract)
    assert "สมหญิง" in before.facts.authors
    assert after.facts.authors == ()
    kept = [passage.text.replace("สมหญิง", "").split() for passage in before.passages]
    assert [passage.text.split() for passage in after.passages] == [one for one in kept if one]
    assert "สมหญิง".encode() not in b"".join(members(stripped.data).values())
    assert list(members(stripped.data)) == list(members(_OFFICE[extension]))


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_part_without_names_keeps_its_bytes() -> None:
    """Nothing is written anew that need not be."""
    name = "xl/worksheets/sheet1.xml"
    assert members(cleaned("xlsx"))[name] == members(_OFFICE["xlsx"])[name]


def test_where_a_workbook_was_saved_is_forgotten() -> None:
    """The path names its user."""
    parts = made.xlsx_members()
    book = str(parts["xl/workbook.xml"]).replace(
        "<sheets>", '<a:absPath xmlns:a="urn:a" url="C:/Users/Somchai/"/><sheets>'
    )
    data = made.archive({**parts, "xl/workbook.xml": book})
    assert b"Somchai" not in members(cleaned("xlsx", data))["xl/workbook.xml"]


def test_a_pdf_keeps_its_title_and_its_text() -> None:
    """And nobody's name, in notes neither."""
    after = read_pdf(cleaned("pdf"))
    assert isinstance(after, Extract)
    assert PdfReader(io.BytesIO(cleaned("pdf"))).metadata == {"/Title": "แผน"}
    assert after.facts.author == ""
    assert made.THAI in after.passages[0].text
    noted = cleaned("pdf", made.commented_pdf("ทบทวน"))
    annotations = PdfReader(io.BytesIO(noted)).pages[0].annotations
    assert annotations is not None
    assert annotations[0].get_object()["/Contents"] == "ทบทวน"
    assert "/T" not in annotations[0].get_object()
    assert b"pypdf" not in noted


@pytest.mark.parametrize("extension", sorted(_PICTURES))
def test_a_picture_keeps_its_pixels(extension: str) -> None:
    """And says nothing of camera, person or place."""
    assert not Image.open(io.BytesIO(cleaned(extension))).getexif()
    assert pixels(cleaned(extension)) == pixels(_PICTURES[extension])


def pixels(data: bytes) -> bytes:
    return Image.open(io.BytesIO(data)).tobytes()


def test_a_turned_photograph_stays_upright() -> None:
    """Which side is up is no secret."""
    turned = cleaned("jpg", made.photograph(orientation=6) + b"trailing picture")
    exif = Image.open(io.BytesIO(turned)).getexif()
    assert dict(exif) == {0x0112: 6}
    assert turned.endswith(b"\xff\xd9")


def test_a_progressive_picture_keeps_all_its_scans() -> None:
    """It has several, with tables between."""
    target = io.BytesIO()
    Image.effect_noise((80, 80), 60).save(target, "JPEG", progressive=True, comment=b"Somchai")
    data = cleaned("jpg", target.getvalue())
    assert pixels(data) == pixels(target.getvalue())
    assert b"Somchai" not in data


def test_what_has_no_author_is_left_alone() -> None:
    """Tables and maps."""
    assert clean(b"a,b\n", "csv") == Cleaned(b"a,b\n", (), ())


def test_a_locked_file_cannot_be_cleaned() -> None:
    """It is a fault, not an exception."""
    assert clean(made.encrypted_pdf(), "pdf") is FileFault.ENCRYPTED


@given(st.sampled_from(sorted(_FILES)), st.binary(), st.data())
def test_no_bytes_make_cleaning_raise(extension: str, tail: bytes, draw: st.DataObject) -> None:
    """Any bytes, cut files, files of another kind."""
    whole = draw.draw(st.sampled_from(sorted(_FILES.values())))
    cut = draw.draw(st.integers(0, len(whole)))
    assert isinstance(clean(whole[:cut] + tail, extension), (Cleaned, FileFault))
