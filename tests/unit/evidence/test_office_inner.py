"""Files in office files are looked into; what fetches or runs is told; both can be removed."""

import pytest

from helpers.office_files import (
    PLANTED,
    SHOWN,
    book,
    cell,
    letter,
    paragraph,
    rows,
    run,
    strings,
    styles,
)
from helpers.office_inner import ACTIVE, HOLDING, INNER, ole
from oit.evidence.clean import Cleaned, clean
from oit.evidence.concealed import HiddenKind, is_refused
from oit.evidence.passages import Extract
from oit.evidence.read import read_content, read_office


def texts_of(data: bytes) -> set[str]:
    """All texts of an office file, hidden ones too."""
    found = read_office(data)
    assert isinstance(found, Extract)
    return {passage.text.strip() for passage in found.passages}


@pytest.mark.parametrize("name", INNER)
def test_a_file_inside_is_looked_into_and_refused(name: str) -> None:
    """Whatever it is packed in, at any depth; a reader of the outer file sees none of it."""
    _, data = INNER[name]
    content = read_content(data)
    assert HiddenKind.FILE in {part.kind for part in content.hidden}
    assert not content.unread
    assert PLANTED not in content.excerpt


@pytest.mark.parametrize("name", INNER)
def test_a_file_inside_can_be_removed(name: str) -> None:
    """With what shows it; the rest of the outer file stays."""
    extension, data = INNER[name]
    cleaned = clean(data, extension)
    assert isinstance(cleaned, Cleaned)
    assert not [part for part in cleaned.left if is_refused(part)]
    assert HiddenKind.FILE in {part.kind for part in cleaned.removed}
    texts = texts_of(cleaned.data)
    assert SHOWN in texts
    assert PLANTED not in "\n".join(texts)


def test_an_object_that_nobody_can_unpack_is_told_as_unread() -> None:
    """An old document as an object: what it says is not known."""
    old = ole("WordDocument", b"\0" * 5000)
    data = letter("", {"word/embeddings/a.bin": ("oleObject", old)})
    assert [part.location.name for part in read_content(data).unread] == ["word/embeddings/a.bin"]


@pytest.mark.parametrize("name", ACTIVE)
def test_what_fetches_or_runs_is_told_and_removed(name: str) -> None:
    """By its kind; a cleaned file does nothing, and shows what it showed."""
    extension, data, kind = ACTIVE[name]
    assert kind in {part.kind for part in read_content(data).active}
    cleaned = clean(data, extension)
    assert isinstance(cleaned, Cleaned)
    assert not [part for part in cleaned.left if is_refused(part)]
    assert SHOWN in texts_of(cleaned.data)


_TABLE_STYLE = '<w:tblPr><w:tblStyle w:val="t"/></w:tblPr>'
_SHADED = (
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style '
    'w:type="table" w:styleId="t"><w:tcPr><w:shd w:val="clear" w:fill="1F497D"/></w:tcPr></w:style>'
    "</w:styles>"
)
_WHITE = run("หัวตาราง", '<w:color w:val="FFFFFF"/>')
_WHITE_LOOK = styles('<font/><font><color theme="0"/></font>', "", '<xf/><xf fontId="1"/>')
HONEST = {
    "white on a dark cell": letter(
        '<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:fill="000080"/></w:tcPr>'
        f"{paragraph(_WHITE)}</w:tc></w:tr></w:tbl>"
    ),
    "white by a table's style": letter(
        f"<w:tbl>{_TABLE_STYLE}<w:tr><w:tc>{paragraph(_WHITE)}</w:tc></w:tr></w:tbl>",
        {"word/styles.xml": ("styles", _SHADED)},
    ),
    "contents with page numbers": letter(paragraph(run("หน้า", "<w:webHidden/>"))),
    "not hidden": letter(paragraph(run("ก", '<w:vanish w:val="0"/>'))),
    "hidden mark of a paragraph": letter(
        f"<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>{run('ก')}</w:p>"
    ),
    "link to a page": letter(paragraph(run("ก")), {"word/a.xml": ("hyperlink", "->https://a.th")}),
    "hidden empty columns": book(f'<cols><col min="9" max="16384" hidden="1"/></cols>{rows()}'),
    "title over a hidden column": book(
        f'<cols><col min="1" max="1" hidden="1"/></cols><sheetData><row r="1">{cell("A1", SHOWN)}'
        '</row></sheetData><mergeCells><mergeCell ref="A1:C1"/></mergeCells>'
    ),
    "the same in all merged cells": book(
        f'{rows(cell("B2", "ก"), cell("C2", "ก"))}<mergeCells><mergeCell ref="B2:C2"/></mergeCells>'
    ),
    "string that another cell shows": book(
        rows(cell("B2", "ก")), parts={"xl/sharedStrings.xml": strings("ก")}
    ),
    "cache of what is shown": book(
        rows(cell("B2", "ก")),
        parts={
            "xl/pivotCache/pivotCacheDefinition1.xml": (
                "pivotCacheDefinition",
                '<pivotCacheDefinition><s v="ก"/><s v=""/></pivotCacheDefinition>',
            )
        },
    ),
    "white heading of a coloured range": book(
        f'{rows(cell("B2", "ก", 1))}<conditionalFormatting sqref="B2:C2"/>',
        parts={"xl/styles.xml": _WHITE_LOOK},
    ),
    "area of a filter": book(
        rows(),
        names='<definedNames><definedName name="_xlnm._FilterDatabase" hidden="1">'
        "'มี.ค. 68'!$A$1:$C$9</definedName></definedNames>",
    ),
    "formula": book(rows('<c r="B2"><f>SUM(A1:A9)</f><v>7</v></c>')),
}


@pytest.mark.parametrize("name", HONEST)
def test_an_honest_file_is_not_refused(name: str) -> None:
    """What looks like hiding and is none."""
    content = read_content(HONEST[name])
    assert not content.fault
    assert not [part for part in content.hidden if is_refused(part)]
    assert not content.active


def test_formulas_that_used_what_is_gone_keep_their_last_values() -> None:
    """No cell of a cleaned workbook looks for a sheet that is not there."""
    formula = "<c r=\"B2\"><f>'ร่าง'!A1</f><v>7</v></c>"
    names = "<definedNames><definedName name=\"a\">'ร่าง'!$A$1</definedName></definedNames>"
    data = book(rows(formula), others={"ร่าง": ("hidden", rows(cell("C2", PLANTED)))}, names=names)
    cleaned = clean(data, "xlsx")
    assert isinstance(cleaned, Cleaned)
    texts = texts_of(cleaned.data)
    assert {"7", SHOWN} <= texts
    assert not any("ร่าง" in text for text in texts)


def test_the_inner_workbook_itself_hides_nothing() -> None:
    """What these files are refused for is that others carry it."""
    assert not read_content(HOLDING).hidden
