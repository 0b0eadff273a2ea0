"""Parts of odt and ods files (OpenDocument 1.3) into facts and text."""

from oit.evidence import xml
from oit.evidence.archive import Archive
from oit.evidence.concealed import HiddenKind
from oit.evidence.faults import CannotReadError, FileFault
from oit.evidence.location import Location, Where
from oit.evidence.office_parts import (
    OfficeCollector,
    add_texts,
    cell_number,
    count_of,
    xml_parts,
)
from oit.evidence.tables.values import column_name

AUTHOR_ELEMENTS = frozenset(
    {"creator", "initial-creator", "printed-by", "sender-firstname", "sender-lastname"}
)
_INITIALS = "creator-initials"
_LOCATIONS = {"meta.xml": Where.PROPERTY, "styles.xml": Where.HEADER, "content.xml": Where.BODY}
_CELLS = ("table-cell", "covered-table-cell")


def read(archive: Archive, collector: OfficeCollector) -> None:
    """Adds the facts and texts of the parts. Raises `CannotReadError`."""
    for name, root in xml_parts(archive, collector):
        # The manifest of a file with a password says how each part is encrypted.
        if next(xml.elements(root, "encryption-data"), None) is not None:
            raise CannotReadError(FileFault.ENCRYPTED)
        authors = xml.elements(root, *AUTHOR_ELEMENTS, _INITIALS)
        collector.add_authors([author.text for author in authors if author.text])
        for spreadsheet in list(xml.elements(root, "spreadsheet")):
            _read_tables(root, spreadsheet, collector)
        add_texts(root, Location(_LOCATIONS.get(name, Where.HIDDEN), name), collector)


def _read_tables(root: xml.Element, spreadsheet: xml.Element, collector: OfficeCollector) -> None:
    """Adds cells by their addresses, and takes them out of the tree, so that none counts twice."""
    hidden_styles = _hidden_styles(root)
    for table in [child for child in spreadsheet if xml.local_name(child.tag) == "table"]:
        name = xml.attribute(table, "name") or ""
        if xml.attribute(table, "style-name") in hidden_styles:
            cells = sum(1 for cell in xml.elements(table, *_CELLS) if xml.text_of(cell).strip())
            kind = HiddenKind.CELLS if cells else HiddenKind.EMPTY
            collector.hide(kind, Location(Where.SHEET, name), cells or 1)
        _read_table(name, table, collector)
        for row in list(xml.elements(table, "table-row")):
            row.clear()


def _hidden_styles(root: xml.Element) -> set[str | None]:
    """The names of table styles that hide their sheet."""
    return {
        xml.attribute(style, "name")
        for style in xml.elements(root, "style")
        if any(xml.attribute(properties, "display") == "false" for properties in style)
    }


def _read_table(name: str, table: xml.Element, collector: OfficeCollector) -> None:
    row_number = 1
    for row in xml.elements(table, "table-row"):
        column = 1
        for cell in row:
            if xml.local_name(cell.tag) in _CELLS:
                address = f"{column_name(column)}{row_number}"
                _read_cell(Location(Where.SHEET, name, address), cell, collector)
                column += _repeated(cell, "number-columns-repeated")
        row_number += _repeated(row, "number-rows-repeated")


def _read_cell(location: Location, cell: xml.Element, collector: OfficeCollector) -> None:
    """Adds the stored value and what the cell shows: a format may leave digits out."""
    value = xml.attribute(cell, "value")
    collector.add(location, cell_number(value) if value else None)
    add_texts(cell, location, collector)


def _repeated(element: xml.Element, name: str) -> int:
    return count_of(xml.attribute(element, name) or "", default=1)
