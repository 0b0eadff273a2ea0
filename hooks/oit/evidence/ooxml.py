"""Parts of docx, xlsx and pptx files (ECMA-376) into facts and text."""

from collections.abc import Iterator

from oit.evidence import xml
from oit.evidence.archive import Archive
from oit.evidence.concealed import ActiveKind, HiddenKind
from oit.evidence.location import Location, Where
from oit.evidence.office.active import active_elements, active_link, has_fetching_field
from oit.evidence.office.fields import field_codes
from oit.evidence.office.leftovers import CACHES, cached_values
from oit.evidence.office.marks import Mark, take_out, taken_out
from oit.evidence.office.members import xml_parts
from oit.evidence.office.ooxml_marks import Package, marks_of, package_of
from oit.evidence.office.word import insertions
from oit.evidence.office.workbook import Book
from oit.evidence.office_parts import (
    OfficeCollector,
    add_texts,
    cell_number,
    count_of,
    texts_of,
)

AUTHOR_ELEMENTS = frozenset({"creator", "lastModifiedBy", "Company", "Manager", "author"})
AUTHOR_ATTRIBUTES = frozenset({"author", "userName", "displayName"})
# The element whose `displayName` is a person's: tables have such an attribute too.
_PERSON = "person"
_LOCATIONS = (
    ("word/document", Where.BODY),
    ("word/charts/", Where.BODY),
    ("word/diagrams/", Where.BODY),
    ("word/header", Where.HEADER),
    ("word/footer", Where.HEADER),
    ("word/footnotes", Where.NOTE),
    ("word/endnotes", Where.NOTE),
    ("word/comments", Where.COMMENT),
    ("xl/comments", Where.COMMENT),
    ("xl/threadedcomments", Where.COMMENT),
    ("xl/charts/", Where.BODY),
    ("xl/diagrams/", Where.BODY),
    ("xl/drawings/drawing", Where.BODY),
    ("ppt/slides/", Where.BODY),
    ("ppt/comments", Where.COMMENT),
    ("ppt/notesslides/", Where.NOTE),
    ("docprops/", Where.PROPERTY),
    ("customxml/", Where.PROPERTY),
)
"""By how the lower-case name of a part begins; any other part is hidden from readers."""
_UNKNOWN_IN_ROWS = (
    "//*[local-name() = 'row']/*[local-name() != 'c'] | //*[local-name() = 'row']"
    "/*[local-name() = 'c']/*[not(local-name() = 'v' or local-name() = 'is'"
    " or local-name() = 'f')]"
)
"""What stands in rows and cells of a sheet and no program shows."""
_UNSHOWN_STRINGS = (
    "//*[local-name() = 'rPh']//text() | /*[local-name() = 'sst']/*[local-name() != 'si']//text()"
)
"""How texts of a workbook are spoken, and what stands among them and is none."""
_COMMENTS = frozenset({"comments", "ThreadedComments", "cmLst"})


def read(archive: Archive, collector: OfficeCollector) -> None:
    """Adds the facts and texts of the parts, one at a time. Raises `CannotReadError`."""
    package = package_of(archive)
    for link in package.links:
        if what := active_link(link):
            collector.add_active(what, _location(link.source))
    used: set[int] = set()
    for name, root in xml_parts(archive, collector):
        for spoken in xml.found(root, _UNSHOWN_STRINGS):
            collector.add_leftover(Location(Where.HIDDEN, name), str(spoken))
        _read_part(name, root, package, used, collector)
    strings = package.book.strings
    for index in sorted(set(range(len(strings))) - used):
        collector.add_leftover(Location(Where.HIDDEN, package.book.strings_part), strings[index])


def _read_part(
    name: str, root: xml.Element, package: Package, used: set[int], collector: OfficeCollector
) -> None:
    """Adds what a part hides apart from what it shows; `used` gets the shared strings it names."""
    collector.add_authors(_authors(root))
    location = _location(name)
    if package.is_stray(name):
        for text in texts_of(root):
            collector.add_leftover(Location(Where.HIDDEN, name), text or "")
        return
    _read_active(root, location, collector)
    hidden = list(marks_of(name, root, package))
    for mark in taken_out(hidden):
        _hide(mark, location, package.book, used, collector)
    if name in package.book.hidden and not hidden:
        collector.note(HiddenKind.EMPTY, Location(Where.SHEET, package.book.names[name]))
    match xml.local_name(root.tag):
        case "worksheet":
            _read_sheet(name, root, package.book, used, collector)
        case kind if kind in _COMMENTS:
            _read_comments(name, root, collector)
        case kind if kind in CACHES:
            # What is shown elsewhere too is no news; all of it is searched.
            for value in cached_values(root):
                collector.add_leftover(location, value)
            add_texts(root, Location(Where.HIDDEN, name), collector)
        case _ if name != package.book.strings_part:
            collector.note(HiddenKind.TRACKED, location, len(insertions(root)))
            add_texts(root, location, collector)


def _location(name: str) -> Location:
    starts = (where for start, where in _LOCATIONS if name.lower().startswith(start))
    return Location(next(starts, Where.HIDDEN), name)


def _read_active(root: xml.Element, location: Location, collector: OfficeCollector) -> None:
    """Notes what formulas and fields fetch; a field's code is searched, and shown to nobody."""
    for what, element in active_elements(root):
        collector.add_active(what, Location(location.where, location.name, _address(element)))
    if has_fetching_field(root):
        collector.add_active(ActiveKind.FIELD, location)
    for code in field_codes(root):
        collector.add(Location(Where.HIDDEN, location.name), code)
    for element in list(xml.elements(root, "instrText")):
        take_out(element)


def _hide(
    mark: Mark, location: Location, book: Book, used: set[int], collector: OfficeCollector
) -> None:
    if xml.local_name(mark.element.tag) != "c":
        # A variable of a document is an empty element that says its value.
        value = xml.attribute(mark.element, "val")
        collector.hide(mark.kind, location, [value, *texts_of(mark.element)])
        return
    name = book.names.get(location.name, location.name)
    hidden = Location(Where.HIDDEN, name, mark.cell)
    collector.add_all(hidden, _cell_texts(mark.element, book, used))
    # Of a hidden sheet it is no news which cell is its first.
    cell = "" if location.name in book.hidden else mark.cell
    collector.note(mark.kind, Location(Where.SHEET, name, cell))


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


def _read_sheet(
    part: str, root: xml.Element, book: Book, used: set[int], collector: OfficeCollector
) -> None:
    """Adds the cells that are shown by their addresses, then all else that stands in a sheet."""
    name = book.names.get(part, part)
    for data in list(xml.elements(root, "sheetData")):
        for cell in xml.elements(data, "c"):
            location = Location(Where.SHEET, name, cell.get("r") or "")
            collector.add_all(location, _cell_texts(cell, book, used))
        for formula in xml.elements(data, "f"):
            collector.add(Location(Where.HIDDEN, name, _address(formula)), formula.text)
    for unknown in xml.found(root, _UNKNOWN_IN_ROWS):
        add_texts(unknown, Location(Where.HIDDEN, name), collector)
    # Lists of entries that are allowed, links: a reader comes upon them, and no search should.
    where = Where.HIDDEN if part in book.hidden else Where.HEADER
    for part_of_sheet in root:
        match xml.local_name(part_of_sheet.tag):
            case "sheetData":
                # What stands outside of rows is shown by no program, and is searched all the same.
                for stray in (each for each in part_of_sheet if xml.local_name(each.tag) != "row"):
                    add_texts(stray, Location(Where.HIDDEN, name), collector)
            case "headerFooter":
                add_texts(part_of_sheet, Location(where, name), collector)
            case _:
                add_texts(part_of_sheet, Location(Where.HIDDEN, name), collector)


def _address(formula: xml.Element) -> str:
    """Of the cell that a formula stands in."""
    cell = formula.getparent()
    return "" if cell is None else cell.get("r") or ""


def _cell_texts(cell: xml.Element, book: Book, used: set[int]) -> Iterator[str | None]:
    """What a cell shows; marks a shared string as used."""
    kind = cell.get("t", "n")
    for part in cell:
        text = part.text or ""
        match xml.local_name(part.tag):
            case "v" if kind == "s":
                index = count_of(text, default=-1)
                used.add(index)
                yield book.strings[index] if 0 <= index < len(book.strings) else None
            case "v":
                yield cell_number(text) if kind == "n" else text
            case "is":
                yield xml.text_of(part)


def _read_comments(name: str, root: xml.Element, collector: OfficeCollector) -> None:
    """Adds comments by the cells they stand at."""
    for comment in list(xml.elements(root, "comment", "threadedComment", "cm")):
        location = Location(Where.COMMENT, name, comment.get("ref") or "")
        collector.note(HiddenKind.COMMENT, location)
        add_texts(comment, location, collector)
        comment.clear()
    add_texts(root, Location(Where.COMMENT, name), collector)
