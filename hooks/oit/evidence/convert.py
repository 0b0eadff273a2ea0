"""Files that are only badly saved, saved well: the same content, in the form that others read."""

import csv
import io
from enum import StrEnum

from msgspec import Struct

from oit.escaping import csv_bytes
from oit.evidence.faults import attempt
from oit.evidence.foreign import foreign_binary
from oit.evidence.media_types import OLD_EXCEL, OLD_WORD, OLE
from oit.evidence.read import read_content
from oit.evidence.tables.csv_file import read_csv
from oit.evidence.tables.values import CannotReadTableError, Row

OLD_FORMATS = {"xls": "xlsx", "doc": "docx"}
"""What an office program saves old files as, by their extensions."""
_BY_TYPE = {OLD_EXCEL: "xls", OLD_WORD: "doc"}
_PDF_START = b"%PDF-"
_PDF_REACH = 1024
"""Bytes within which a PDF begins; readers skip what stands before."""


class Repair(StrEnum):
    """What was done to a file."""

    CSV = "csv"
    """Encoding and delimiter are those of open CSV."""
    PDF = "pdf"
    """Bytes before its beginning are gone."""


class Repaired(Struct, frozen=True):
    """A file after its repair."""

    data: bytes
    repair: Repair


def repaired(data: bytes, extension: str) -> Repaired | None:
    """The file as it should have been saved; `None` where nothing is to be done, or can be."""
    if extension == "csv":
        rewritten = attempt(lambda: _open_csv(data))
        return Repaired(rewritten, Repair.CSV) if isinstance(rewritten, bytes) else None
    if extension == "pdf":
        begun = _from_its_beginning(data)
        return Repaired(begun, Repair.PDF) if begun else None
    return None


def old_format(data: bytes, extension: str) -> str | None:
    """The extension of the old office format of a file, be it renamed; `None` for any other.

    Where an old container does not say what it holds, the name of the file does.
    """
    found = foreign_binary(data)
    if found != OLE:
        return _BY_TYPE.get(found) if found else None
    renamed = {new: old for old, new in OLD_FORMATS.items()}
    return extension if extension in OLD_FORMATS else renamed.get(extension)


def _open_csv(data: bytes) -> bytes | None:
    """The rows as open CSV, unless they are UTF-8 between commas already."""
    try:
        sheet, _ = read_csv(data)
    except CannotReadTableError:
        return None
    if not sheet.rows or _rows_between_commas(data) == _cells(sheet.rows):
        return None
    return csv_bytes(row.cells for row in sheet.rows)


def _cells(rows: tuple[Row, ...]) -> list[list[str]]:
    return [_trimmed(list(row.cells)) for row in rows]


def _rows_between_commas(data: bytes) -> list[list[str]] | None:
    """The cells of a UTF-8 text between commas, without blank rows; `None` for what is none."""
    try:
        text = io.StringIO(data.decode("utf-8-sig"), newline="")
        rows = [[" ".join(cell.split()) for cell in row] for row in csv.reader(text, strict=True)]
    except (UnicodeDecodeError, csv.Error):
        return None
    return [_trimmed(row) for row in rows if any(row)]


def _trimmed(cells: list[str]) -> list[str]:
    cells = [" ".join(cell.split()) for cell in cells]
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _from_its_beginning(data: bytes) -> bytes | None:
    """A PDF without what stands before it, where it can then be read."""
    start = data.find(_PDF_START, 0, _PDF_REACH)
    if start <= 0:
        return None
    begun = data[start:]
    return None if read_content(begun).fault else begun


def is_signed(data: bytes) -> bool:
    """Whether a file carries a digital signature, which no change of its bytes survives."""
    return b"/ByteRange" in data or b"_xmlsignatures/" in data
