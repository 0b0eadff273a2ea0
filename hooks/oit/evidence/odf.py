"""Parts of odt and ods files into facts and text."""

from oit.evidence import xml
from oit.evidence.archive import Archive
from oit.evidence.facts import Location, Where
from oit.evidence.faults import CannotReadError, FileFault
from oit.evidence.office_parts import Found, add_texts, whole_number, xml_parts
from oit.evidence.tables.values import column_name

AUTHOR_ELEMENTS = frozenset(
    {"creator", "initial-creator", "printed-by", "sender-firstname", "sender-lastname"}
)
_INITIALS = "creator-initials"
_PLACES = {"meta.xml": Where.PROPERTY, "styles.xml": Where.HEADER, "content.xml": Where.BODY}
_CELLS = ("table-cell", "covered-table-cell")


def read(archive: Archive, found: Found) -> None:
    """Adds what the parts tell. Raises `CannotReadError`."""
    for name, root in xml_parts(archive, found):
        if next(xml.elements(root, "encryption-data"), None) is not None:
            raise CannotReadError(FileFault.ENCRYPTED)
        found.add_authors(
            [one.text for one in xml.elements(root, *AUTHOR_ELEMENTS, _INITIALS) if one.text]
        )
        sheets = list(xml.elements(root, "spreadsheet"))
        for sheet in sheets:
            _read_tables(root, sheet, found)
        add_texts(root, Location(_PLACES.get(name, Where.HIDDEN), name), found)


def _read_tables(root: xml.Element, spreadsheet: xml.Element, found: Found) -> None:
    """Adds cells by their addresses, and takes them out of the tree."""
    hidden_styles = {
        xml.attribute(style, "name")
        for style in xml.elements(root, "style")
        if any(xml.attribute(one, "display") == "false" for one in style)
    }
    for table in [one for one in spreadsheet if xml.local(one.tag) == "table"]:
        name = xml.attribute(table, "name") or ""
        if xml.attribute(table, "style-name") in hidden_styles:
            found.hidden_sheets.append(name)
        _read_table(name, table, found)
        for row in list(xml.elements(table, "table-row")):
            row.clear()


def _read_table(name: str, table: xml.Element, found: Found) -> None:
    line = 1
    for row in xml.elements(table, "table-row"):
        column = 1
        for cell in row:
            if xml.local(cell.tag) in _CELLS:
                _read_cell(Location(Where.SHEET, name, f"{column_name(column)}{line}"), cell, found)
                column += _repeated(cell, "number-columns-repeated")
        line += _repeated(row, "number-rows-repeated")


def _read_cell(place: Location, cell: xml.Element, found: Found) -> None:
    value = xml.attribute(cell, "value")
    found.add(place, whole_number(value) if value else None)
    add_texts(cell, place, found)


def _repeated(element: xml.Element, name: str) -> int:
    text = xml.attribute(element, name) or ""
    return int(text) if text.isdecimal() and len(text) < len(str(_MOST)) else 1


_MOST = 10**9
