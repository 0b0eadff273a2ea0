"""Parts of docx and xlsx files into facts and text."""

import posixpath
from collections.abc import Iterator

from oit.inspection import xml
from oit.inspection.archive import Archive
from oit.inspection.office_parts import (
    Found,
    add_attributes,
    add_texts,
    whole_number,
    xml_parts,
)
from oit.inspection.passages import Place, Where

WORKBOOK = "xl/workbook.xml"
_WORKBOOK_LINKS = "xl/_rels/workbook.xml.rels"
_STRINGS = "sst"
AUTHOR_ELEMENTS = frozenset({"creator", "lastModifiedBy", "Company", "Manager", "author"})
AUTHOR_ATTRIBUTES = frozenset({"author", "userName", "displayName"})
_DISPLAYING = "person"
"""The element whose `displayName` is a person's; tables have one too."""
_PLACES = (
    ("word/document", Where.BODY),
    ("word/header", Where.HEADER),
    ("word/footer", Where.HEADER),
    ("word/footnotes", Where.NOTE),
    ("word/endnotes", Where.NOTE),
    ("word/comments", Where.COMMENT),
    ("xl/comments", Where.COMMENT),
    ("xl/threadedcomments", Where.COMMENT),
    ("docprops/", Where.PROPERTY),
    ("customxml/", Where.PROPERTY),
)


def read(archive: Archive, found: Found) -> None:
    """Adds what the parts tell. Raises `CannotReadError`."""
    sheets = _sheets(archive, found)
    strings: list[str] = []
    used: set[int] = set()
    worksheets: list[tuple[str, xml.Element]] = []
    for name, root in xml_parts(archive, found):
        found.add_authors(_authors(root))
        if xml.local(root.tag) == "worksheet":
            worksheets.append((sheets.get(name, name), root))
        elif xml.local(root.tag) == _STRINGS:
            strings = [xml.text_of(one) for one in xml.elements(root, "si")]
        else:
            add_texts(root, _place(name), found)
    for name, root in worksheets:
        _read_sheet(name, root, strings, used, found)
    for index in set(range(len(strings))) - used:
        found.add(Place(Where.HIDDEN, "sharedStrings"), strings[index])


def _sheets(archive: Archive, found: Found) -> dict[str, str]:
    """Part names of sheets to the names that people see; notes the hidden ones."""
    if WORKBOOK not in archive or _WORKBOOK_LINKS not in archive:
        return {}
    links = {
        xml.attribute(one, "Id"): posixpath.normpath(
            posixpath.join("/xl", xml.attribute(one, "Target") or "")
        ).lstrip("/")
        for one in xml.elements(xml.parse(archive.read(_WORKBOOK_LINKS)), "Relationship")
    }
    sheets: dict[str, str] = {}
    for one in xml.elements(xml.parse(archive.read(WORKBOOK)), "sheet"):
        name = one.get("name") or ""
        sheets[links.get(xml.attribute(one, "id"), "")] = name
        if one.get("state", "visible") != "visible":
            found.hidden_sheets.append(name)
    return sheets


def _place(name: str) -> Place:
    where = next((at for start, at in _PLACES if name.lower().startswith(start)), Where.HIDDEN)
    return Place(where, name)


def _authors(root: xml.Element) -> list[str]:
    return [name for element in root.iter() for name in _authors_of(element)]


def _authors_of(element: xml.Element) -> Iterator[str]:
    kind = xml.local(element.tag)
    if kind in AUTHOR_ELEMENTS and element.text:
        yield element.text
    for key, value in element.items():
        name = xml.local(key)
        if name in AUTHOR_ATTRIBUTES and (name != "displayName" or kind == _DISPLAYING):
            yield str(value)


def _read_sheet(
    name: str, root: xml.Element, strings: list[str], used: set[int], found: Found
) -> None:
    """Adds cells by their addresses, then all else that a sheet says."""
    for data in list(xml.elements(root, "sheetData")):
        for cell in xml.elements(data, "c"):
            place = Place(Where.SHEET, name, cell.get("r") or "")
            for text in _cell_texts(cell, strings, used):
                found.add(place, text)
        parent = data.getparent()
        if parent is not None:
            parent.remove(data)
    add_texts(root, Place(Where.SHEET, name), found)
    add_attributes(root, Place(Where.SHEET, name), found)


def _cell_texts(cell: xml.Element, strings: list[str], used: set[int]) -> Iterator[str | None]:
    kind = cell.get("t", "n")
    for part in cell:
        text = part.text or ""
        if xml.local(part.tag) != "v":
            yield xml.text_of(part)
        elif kind == "s":
            index = int(text) if text.isdecimal() and len(text) < len(str(_MOST_STRINGS)) else -1
            used.add(index)
            yield strings[index] if 0 <= index < len(strings) else None
        else:
            yield whole_number(text) if kind == "n" else text


_MOST_STRINGS = 10**9
