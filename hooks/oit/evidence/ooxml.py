"""Parts of docx and xlsx files (ECMA-376) into facts and text."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field

from oit.evidence import xml
from oit.evidence.archive import Archive
from oit.evidence.concealed import HiddenKind
from oit.evidence.location import Location, Where
from oit.evidence.office_parts import (
    OfficeCollector,
    add_texts,
    cell_number,
    count_of,
    xml_parts,
)

AUTHOR_ELEMENTS = frozenset({"creator", "lastModifiedBy", "Company", "Manager", "author"})
AUTHOR_ATTRIBUTES = frozenset({"author", "userName", "displayName"})
# The element whose `displayName` is a person's: tables have such an attribute too.
_PERSON = "person"
_HIDDEN_ELEMENTS = {
    HiddenKind.TRACKED: ("del", "moveFrom"),
    HiddenKind.TEXT: ("vanish", "webHidden"),
    HiddenKind.COMMENT: ("comment",),
}
"""Elements of a letter by what they hide."""
_WORKBOOK = "xl/workbook.xml"
_WORKBOOK_LINKS = "xl/_rels/workbook.xml.rels"
_LOCATIONS = (
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
"""By how the lower-case name of a part begins; any other part is hidden from readers."""


@dataclass(slots=True)
class _Workbook:
    """What the sheets need from their workbook; empty for a letter."""

    names: dict[str, str] = field(default_factory=dict)
    """Names of sheets that people see, by the names of their parts."""
    strings_part: str = ""
    strings: list[str] = field(default_factory=list)
    """The texts that cells share, by index."""
    used: set[int] = field(default_factory=set)
    """Indexes of those that a cell shows."""
    hidden: set[str] = field(default_factory=set)
    """Names of the sheets that people do not see."""


def read(archive: Archive, collector: OfficeCollector) -> None:
    """Adds the facts and texts of the parts, one at a time. Raises `CannotReadError`."""
    book = _workbook(archive)
    for name, root in xml_parts(archive, collector):
        collector.add_authors(_authors(root))
        match xml.local_name(root.tag):
            case "worksheet":
                _read_sheet(book.names.get(name, name), root, book, collector)
                if book.names.get(name, name) in book.hidden:
                    _hide_sheet(book.names[name], collector)
            case "comments" | "ThreadedComments":
                _read_comments(name, root, collector)
            case _ if name != book.strings_part:
                _note_hidden_text(root, _location(name), collector)
                add_texts(root, _location(name), collector)
    unused = [book.strings[at] for at in sorted(set(range(len(book.strings))) - book.used)]
    collector.hide(HiddenKind.LEFTOVERS, Location(Where.HIDDEN, book.strings_part), len(unused))
    for text in unused:
        collector.add(Location(Where.HIDDEN, book.strings_part), text)


def _hide_sheet(name: str, collector: OfficeCollector) -> None:
    """Notes a sheet that people do not see."""
    cells = sum(1 for passage in collector.passages if passage.location.name == name)
    kind = HiddenKind.CELLS if cells else HiddenKind.EMPTY
    collector.hide(kind, Location(Where.SHEET, name), cells or 1)


def _note_hidden_text(root: xml.Element, location: Location, collector: OfficeCollector) -> None:
    """Notes tracked changes, hidden text and comments of a letter's part."""
    for kind, names in _HIDDEN_ELEMENTS.items():
        collector.hide(kind, location, sum(1 for _ in xml.elements(root, *names)))


def _workbook(archive: Archive) -> _Workbook:
    """The names of sheets and their strings; notes the hidden ones."""
    if _WORKBOOK not in archive or _WORKBOOK_LINKS not in archive:
        return _Workbook()
    links = list(xml.elements(xml.parse(archive.read(_WORKBOOK_LINKS)), "Relationship"))
    parts = {xml.attribute(link, "Id"): _target(link) for link in links}
    book = _Workbook()
    for sheet in xml.elements(xml.parse(archive.read(_WORKBOOK)), "sheet"):
        name = sheet.get("name") or ""
        book.names[parts.get(xml.attribute(sheet, "id"), "")] = name
        is_hidden = sheet.get("state", "visible") != "visible"
        book.hidden |= {name} if is_hidden else set()
    _add_strings(archive, links, book)
    return book


def _add_strings(archive: Archive, links: list[xml.Element], book: _Workbook) -> None:
    """The strings that cells share, from the part that a link gives that role."""
    for link in links:
        if (link.get("Type") or "").endswith("/sharedStrings") and _target(link) in archive:
            book.strings_part = _target(link)
            root = xml.parse(archive.read(book.strings_part))
            book.strings = [xml.text_of(string) for string in xml.elements(root, "si")]


def _target(link: xml.Element) -> str:
    """The part that a link of the workbook leads to."""
    target = xml.attribute(link, "Target") or ""
    return posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")


def _location(name: str) -> Location:
    starts = (where for start, where in _LOCATIONS if name.lower().startswith(start))
    return Location(next(starts, Where.HIDDEN), name)


def _authors(root: xml.Element) -> list[str]:
    return [name for element in root.iter() for name in _authors_of(element)]


def _authors_of(element: xml.Element) -> Iterator[str]:
    kind = xml.local_name(element.tag)
    if kind in AUTHOR_ELEMENTS and element.text:
        yield element.text
    for key, value in element.items():
        name = xml.local_name(key)
        if name in AUTHOR_ATTRIBUTES and (name != "displayName" or kind == _PERSON):
            yield str(value)


def _read_sheet(name: str, root: xml.Element, book: _Workbook, collector: OfficeCollector) -> None:
    """Adds cells by their addresses, then all else that stands in a sheet."""
    for data in list(xml.elements(root, "sheetData")):
        for cell in xml.elements(data, "c"):
            location = Location(Where.SHEET, name, cell.get("r") or "")
            for text in _cell_texts(cell, book):
                collector.add(location, text)
        parent = data.getparent()
        if parent is not None:
            parent.remove(data)
    add_texts(root, Location(Where.SHEET, name), collector)


def _cell_texts(cell: xml.Element, book: _Workbook) -> Iterator[str | None]:
    """The value of a cell, its formula and its inline string; marks a shared string as used."""
    kind = cell.get("t", "n")
    for part in cell:
        text = part.text or ""
        if xml.local_name(part.tag) != "v":
            yield xml.text_of(part)
        elif kind == "s":
            index = count_of(text, default=-1)
            book.used.add(index)
            yield book.strings[index] if 0 <= index < len(book.strings) else None
        else:
            yield cell_number(text) if kind == "n" else text


def _read_comments(name: str, root: xml.Element, collector: OfficeCollector) -> None:
    """Adds the comments of a sheet by the cells they stand at."""
    count = sum(1 for _ in xml.elements(root, "comment", "threadedComment"))
    collector.hide(HiddenKind.COMMENT, Location(Where.COMMENT, name), count)
    for comment in list(xml.elements(root, "comment", "threadedComment")):
        add_texts(comment, Location(Where.COMMENT, name, comment.get("ref") or ""), collector)
        comment.clear()
    add_texts(root, Location(Where.COMMENT, name), collector)
