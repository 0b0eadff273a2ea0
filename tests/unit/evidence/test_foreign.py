"""Files that offices have and no site publishes are told by what they are, and how to save them."""

import re

import pytest

from helpers import foreign_files as foreign
from helpers import made_files as made
from oit.catalog import Language
from oit.evidence.convert import old_format
from oit.evidence.media_types import CONVERTIBLE, EXTENSIONS, LOCKED_OFFICE, agrees
from oit.evidence.sniff import sniff
from oit.wording.file_types import saving_words, type_words, unlocking_words

FILES = {
    "application/vnd.ms-excel": foreign.ole("Workbook"),
    "application/vnd.ms-excel ": foreign.ole("Book"),
    "application/msword": foreign.ole("WordDocument"),
    "application/vnd.ms-powerpoint": foreign.ole("PowerPoint Document"),
    "application/vnd.ms-outlook": foreign.ole("__nameid_version1.0"),
    "application/x-ole-storage": foreign.ole("Something"),
    "application/x-excel-2003-xml": foreign.EXCEL_XML,
    "application/x-word-2003-xml": foreign.WORD_XML,
    "application/rtf": b"{\\rtf1 a}",
    "message/rfc822": foreign.MAIL,
    "message/rfc822 ": foreign.SAVED_PAGE,
    "image/heic": foreign.media(b"heic"),
    "image/heic ": foreign.media(b"mif1"),
    "image/avif": foreign.media(b"avif"),
    "image/webp": foreign.WEBP,
    "image/bmp": foreign.BITMAP,
    "image/gif": b"GIF89a",
    "image/tiff": b"II*\0",
    "application/zip": made.archive({"a.txt": "a"}),
}
_CODED = re.compile(r"\b\w+/[\w.+-]+\b")


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_told_in_words_of_its_program(name: str) -> None:
    """No media type; and how to save it, in both languages."""
    sniffed = sniff(FILES[name])
    assert sniffed.media_type == name.strip()
    assert sniffed.media_type in CONVERTIBLE
    assert not any(agrees(extension, sniffed) for extension in EXTENSIONS)
    for language in Language:
        said = type_words(sniffed, language) + saving_words(sniffed, "xlsx", language)
        assert not _CODED.search(said)
        assert "{" not in said


def test_a_password_of_office_is_told_by_the_program() -> None:
    """The container is that of an old file; the menu is that of the file's name."""
    assert sniff(foreign.ole("EncryptedPackage")) == LOCKED_OFFICE
    assert "Excel" in unlocking_words("xlsx", Language.TH)
    assert "Word" in unlocking_words("docx", Language.TH)
    assert "Print to PDF" in unlocking_words("pdf", Language.TH)


@pytest.mark.parametrize(
    "text", ["ชื่อ: ก\nmime-version,1\n", "Name: a, Received: b\n1,2\n", "BM,1\n", "ftyp,a\n"]
)
def test_a_table_is_not_taken_for_one(text: str) -> None:
    """By a word or two that others begin with."""
    assert agrees("csv", sniff(text.encode()))


@pytest.mark.parametrize(
    "data",
    [
        b"name,version\nPDF,%PDF-1.7\n%%EOF,\n",
        b"<html>%PDF-1.7 \n%%EOF",
        b" " * 1025 + made.pdf(),
    ],
)
def test_what_speaks_of_a_pdf_is_none(data: bytes) -> None:
    """A table, a web page, a beginning too far behind."""
    assert not agrees("pdf", sniff(data))


@pytest.mark.parametrize(
    ("stream", "extension", "old"),
    [
        ("Workbook", "xlsx", "xls"),
        ("WordDocument", "docx", "doc"),
        ("WordDocument", "xlsx", "doc"),
        ("Something", "xls", "xls"),
        ("EncryptedPackage", "xlsx", None),
        ("PowerPoint Document", "docx", None),
    ],
)
def test_an_old_file_is_known_by_what_it_holds(
    stream: str, extension: str, old: str | None
) -> None:
    """Its name counts where it does not say; a locked workbook is no old one."""
    assert old_format(foreign.ole(stream), extension) == old
    assert old_format(made.xlsx(), "xls") is None
