"""Parts of odt and ods files (OpenDocument 1.3) into facts and text."""

from collections.abc import Iterator, Set

from oit.evidence import xml
from oit.evidence.archive import Archive
from oit.evidence.concealed import HiddenKind
from oit.evidence.faults import CannotReadError, FileFault
from oit.evidence.location import Location, Where
from oit.evidence.office.marks import take_out, taken_out
from oit.evidence.office.members import xml_parts
from oit.evidence.office.odf_active import active_in
from oit.evidence.office.odf_cells import OdfCell, cells_of, is_hidden_table, tables_of
from oit.evidence.office.odf_marks import marks
from oit.evidence.office.odf_objects import file_of_folder, inner_folders, is_read, objects_of
from oit.evidence.office.odf_styles import OdfStyles, odf_styles
from oit.evidence.office_parts import (
    OfficeCollector,
    add_texts,
    cell_number,
    texts_of,
)

AUTHOR_ELEMENTS = frozenset(
    {"creator", "initial-creator", "printed-by", "sender-firstname", "sender-lastname"}
)
_INITIALS = "creator-initials"
_CONTENT, _STYLES = "content.xml", "styles.xml"
_LOCATIONS = {"meta.xml": Where.PROPERTY, _STYLES: Where.HEADER, _CONTENT: Where.BODY}


def read(archive: Archive, collector: OfficeCollector) -> None:
    """Adds the facts and texts of the parts. Raises `CannotReadError`."""
    styles = odf_styles(
        xml.parse(archive.read(name)) for name in (_STYLES, _CONTENT) if name in archive
    )
    inner, drawn = inner_folders(archive), objects_of(archive)
    for folder, kind in inner.items():
        data = file_of_folder(archive, folder, kind)
        collector.add_inner(Location(Where.HIDDEN, folder), data)
    for name, root in xml_parts(archive, collector):
        # The manifest of a file with a password says how each part is encrypted.
        if next(xml.elements(root, "encryption-data"), None) is not None:
            raise CannotReadError(FileFault.ENCRYPTED)
        if not name.startswith(tuple(f"{folder}/" for folder in inner)):
            _read_part(name, root, styles, drawn, collector)


def _read_part(
    name: str,
    root: xml.Element,
    styles: OdfStyles,
    drawn: Set[str],
    collector: OfficeCollector,
) -> None:
    """Adds what a part hides apart from what it shows; `drawn` are the folders of its objects."""
    location = Location(_LOCATIONS.get(name.rpartition("/")[2], Where.HIDDEN), name)
    if not is_read(name, drawn):
        location = Location(Where.HIDDEN, name)
        if any(str(text).strip() for text in root.itertext()):
            collector.note(HiddenKind.LEFTOVERS, location)
    authors = xml.elements(root, *AUTHOR_ELEMENTS, _INITIALS)
    collector.add_authors([author.text for author in authors if author.text])
    for kind, _ in active_in(root):
        collector.add_active(kind, location)
    for comment in list(xml.elements(root, "annotation")):
        collector.note(HiddenKind.COMMENT, Location(Where.COMMENT, name))
        collector.add_all(Location(Where.COMMENT, name), texts_of(comment))
        take_out(comment)
    for table in tables_of(root):
        _read_table(table, styles, collector)
    for mark in taken_out(marks(root, styles)):
        collector.hide(mark.kind, location, texts_of(mark.element))
    add_texts(root, location, collector)


def _read_table(table: xml.Element, styles: OdfStyles, collector: OfficeCollector) -> None:
    """Adds the cells of a sheet by their addresses, and empties them: none counts twice."""
    name = xml.attribute(table, "name") or ""
    is_hidden = is_hidden_table(table, styles)
    cells = list(cells_of(table, styles))
    for cell in cells:
        where = Where.HIDDEN if cell.kind else Where.SHEET
        collector.add_all(Location(where, name, cell.address), _texts_in(cell))
        if cell.kind:
            # Of a hidden sheet it is no news which cell is its first.
            address = "" if is_hidden else cell.address
            collector.note(cell.kind, Location(Where.SHEET, name, address))
        formula = xml.attribute(cell.element, "formula")
        collector.add(Location(Where.HIDDEN, name, cell.address), formula)
        behind = cell.element.tail
        cell.element.clear()
        cell.element.tail = behind
    if not cells and is_hidden:
        collector.note(HiddenKind.EMPTY, Location(Where.SHEET, name))
    for row in list(xml.elements(table, "table-row")):
        # What is no cell is shown by no program, and is searched all the same.
        for text in (*texts_of(row), *map(str, row.itertext())):
            collector.add(Location(Where.HIDDEN, name), text)
        row.clear()


def _texts_in(cell: OdfCell) -> Iterator[str | None]:
    """The stored value and what the cell shows: a format may leave digits out."""
    value = xml.attribute(cell.element, "value")
    yield cell_number(value) if value else None
    yield from texts_of(cell.element)
