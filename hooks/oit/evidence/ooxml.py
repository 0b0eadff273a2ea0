"""Parts of docx and xlsx files into facts and text."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field

from oit.evidence import xml
from oit.evidence.archive import Archive
from oit.evidence.facts import Location, Where
from oit.evidence.office_parts import Found, add_texts, whole_number, xml_parts

WORKBOOK = "xl/workbook.xml"
_WORKBOOK_LINKS = "xl/_rels/workbook.xml.rels"
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


@dataclass(slots=True)
class _Workbook:
    """What sheets need to know of their workbook; empty for a letter."""

    names: dict[str, str] = field(default_factory=dict)
    """Names of sheets that people see, by the names of their parts."""
    strings_part: str = ""
    strings: list[str] = field(default_factory=list)
    used: set[int] = field(default_factory=set)


def read(archive: Archive, found: Found) -> None:
    """Adds what the parts tell, one at a time. Raises `CannotReadError`."""
    book = _workbook(archive, found)
    for name, root in xml_parts(archive, found):
        found.add_authors(_authors(root))
        match xml.local(root.tag):
            case "worksheet":
                _read_sheet(book.names.get(name, name), root, book, found)
            case "comments" | "ThreadedComments":
                _read_comments(name, root, found)
            case _ if name != book.strings_part:
                add_texts(root, _place(name), found)
    for index in sorted(set(range(len(book.strings))) - book.used):
        found.add(Location(Where.HIDDEN, book.strings_part), book.strings[index])


def _workbook(archive: Archive, found: Found) -> _Workbook:
    """The names of sheets and their strings; notes the hidden ones."""
    if WORKBOOK not in archive or _WORKBOOK_LINKS not in archive:
        return _Workbook()
    links = list(xml.elements(xml.parse(archive.read(_WORKBOOK_LINKS)), "Relationship"))
    parts = {xml.attribute(one, "Id"): _target(one) for one in links}
    book = _Workbook()
    for sheet in xml.elements(xml.parse(archive.read(WORKBOOK)), "sheet"):
        name = sheet.get("name") or ""
        book.names[parts.get(xml.attribute(sheet, "id"), "")] = name
        found.hidden_sheets += [name] if sheet.get("state", "visible") != "visible" else []
    _add_strings(archive, links, book)
    return book


def _add_strings(archive: Archive, links: list[xml.Element], book: _Workbook) -> None:
    """The strings that cells share, from the part that a link gives that role."""
    for link in links:
        if (link.get("Type") or "").endswith("/sharedStrings") and _target(link) in archive:
            book.strings_part = _target(link)
            root = xml.parse(archive.read(book.strings_part))
            book.strings = [xml.text_of(one) for one in xml.elements(root, "si")]


def _target(link: xml.Element) -> str:
    """The part that a link of the workbook leads to."""
    target = xml.attribute(link, "Target") or ""
    return posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")


def _place(name: str) -> Location:
    where = next((at for start, at in _PLACES if name.lower().startswith(start)), Where.HIDDEN)
    return Location(where, name)


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


def _read_sheet(name: str, root: xml.Element, book: _Workbook, found: Found) -> None:
    """Adds cells by their addresses, then all else that a sheet says."""
    for data in list(xml.elements(root, "sheetData")):
        for cell in xml.elements(data, "c"):
            place = Location(Where.SHEET, name, cell.get("r") or "")
            for text in _cell_texts(cell, book):
                found.add(place, text)
        parent = data.getparent()
        if parent is not None:
            parent.remove(data)
    add_texts(root, Location(Where.SHEET, name), found)


def _read_comments(name: str, root: xml.Element, found: Found) -> None:
    """Adds the comments of a sheet by the cells they stand at."""
    for comment in list(xml.elements(root, "comment", "threadedComment")):
        add_texts(comment, Location(Where.COMMENT, name, comment.get("ref") or ""), found)
        comment.clear()
    add_texts(root, Location(Where.COMMENT, name), found)


def _cell_texts(cell: xml.Element, book: _Workbook) -> Iterator[str | None]:
    kind = cell.get("t", "n")
    for part in cell:
        text = part.text or ""
        if xml.local(part.tag) != "v":
            yield xml.text_of(part)
        elif kind == "s":
            index = int(text) if text.isdecimal() and len(text) < len(str(_MOST_STRINGS)) else -1
            book.used.add(index)
            yield book.strings[index] if 0 <= index < len(book.strings) else None
        else:
            yield whole_number(text) if kind == "n" else text


_MOST_STRINGS = 10**9
