"""Evidence files of which each has bytes and words of its own."""

import csv
import io
import random

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    PdfObject,
)

from maintain.grown.wording import WORDS, sentence

_LINES = 20
_MARK = "\ufeff"
"""Opens a table for Excel; a quote before it would belong to the text."""
_TO_UNICODE = (
    b"/CIDInit /ProcSet findresource begin begincmap\n"
    b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
    b"1 beginbfrange <0000> <00FF> <0000> endbfrange\n"
    b"1 beginbfrange <0E00> <0EFF> <0E00> endbfrange\n"
    b"1 beginbfrange <2000> <20FF> <2000> endbfrange\n"
    b"endcmap end"
)
"""The codes of the text are its own characters."""


def own_csv(text: str, place: str, factor: int, chance: random.Random) -> str:
    """The table with its invented names belonging to a place, and its cells quoted by chance.

    The quotes tell tables apart that hold no invented name; they change nothing of what is said.
    Rows that are noted as a sample have their numbers multiplied, so that sums stay right.
    """
    rows = list(csv.reader(io.StringIO(text)))
    named = [rows[0], *(_own_row(row, place, factor) for row in rows[1:])]
    return "".join(f"{','.join(_written(cell, chance) for cell in row)}\n" for row in named)


def _own_row(row: list[str], place: str, factor: int) -> list[str]:
    named = [cell.replace(f"{WORDS.sample} ", f"{WORDS.sample} {place} ") for cell in row]
    if WORDS.sample not in row:
        return named
    return [str(int(cell) * factor) if cell.isdecimal() else cell for cell in named]


def _written(cell: str, chance: random.Random) -> str:
    if cell.startswith(_MARK) or not (chance.random() < 0.5 or set(cell) & set(',"\n')):
        return cell
    doubled = cell.replace('"', '""')
    return f'"{doubled}"'


def own_pdf(data: bytes, chance: random.Random) -> bytes:
    """The document with a further page of sentences."""
    reader = PdfReader(io.BytesIO(data))
    writer = PdfWriter()
    writer.append(reader)
    page = writer.add_blank_page(595, 842)
    fonts = DictionaryObject({NameObject("/F1"): _font(writer)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    content = DecodedStreamObject()
    content.set_data(b"\n".join(_line(number, sentence(chance)) for number in range(_LINES)))
    page[NameObject("/Contents")] = writer._add_object(content)
    if reader.metadata and reader.metadata.title:
        writer.metadata = None
        writer.add_metadata({"/Title": reader.metadata.title})
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def _line(number: int, text: str) -> bytes:
    codes = text.encode("utf-16-be").hex().encode()
    return b"BT /F1 12 Tf 50 %d Td <%s> Tj ET" % (780 - 30 * number, codes)


def _font(writer: PdfWriter) -> DictionaryObject:
    to_unicode = DecodedStreamObject()
    to_unicode.set_data(_TO_UNICODE)
    inner: dict[str, PdfObject] = {
        "/Type": NameObject("/Font"),
        "/Subtype": NameObject("/CIDFontType2"),
        "/BaseFont": NameObject("/Made"),
        "/DW": NumberObject(500),
    }
    outer: dict[str, PdfObject] = {
        "/Type": NameObject("/Font"),
        "/Subtype": NameObject("/Type0"),
        "/BaseFont": NameObject("/Made"),
        "/Encoding": NameObject("/Identity-H"),
        "/DescendantFonts": ArrayObject([writer._add_object(_dictionary(inner))]),
        "/ToUnicode": writer._add_object(to_unicode),
    }
    return _dictionary(outer)


def _dictionary(values: dict[str, PdfObject]) -> DictionaryObject:
    return DictionaryObject({NameObject(name): value for name, value in values.items()})
