"""Elements of a part that no reader sees: what reading sets apart, cleaning removes."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from oit.evidence import xml
from oit.evidence.concealed import HiddenKind

# Containers that a word processor wants to hold at least one paragraph (ECMA-376, 17.4.65).
_NEEDS_PARAGRAPH = frozenset({"tc", "txbxContent"})
_CELLS = frozenset({"tc", "c", "table-cell", "covered-table-cell"})
_OF_VALUE = frozenset(
    {
        *("t", "vm", "cm", "value", "value-type", "date-value", "time-value", "boolean-value"),
        *("string-value", "currency", "formula"),
    }
)
"""Attributes of a sheet's cell that tell its value, or of which type it is."""


class Mark(Struct, frozen=True):
    """An element that hides something, and how."""

    element: xml.Element
    kind: HiddenKind
    cell: str = ""
    """The address of the cell that it stands for."""


def taken_out(marks: Iterable[Mark]) -> Iterator[Mark]:
    """The marks that are within no other; the element of each is removed after it was looked at."""
    found = {mark.element: mark for mark in marks}
    outer = [
        mark
        for element, mark in found.items()
        if not any(each in found for each in element.iterancestors())
    ]
    for mark in outer:
        yield mark
        take_out(mark.element)


def take_out(element: xml.Element) -> None:
    """Removes an element; the cell of a table or sheet keeps its place and loses what is in it."""
    if xml.local_name(element.tag) in _CELLS:
        _empty(element)
    else:
        remove(element)


def remove(element: xml.Element) -> None:
    """Removes an element with all inside; text behind it stays where it is."""
    parent = element.getparent()
    if parent is not None:
        _put_before(element, parent, element.tail)
        parent.remove(element)
        _keep_paragraph(parent, element.nsmap.get(element.prefix))


def unwrap(element: xml.Element) -> None:
    """Replaces an element by what is inside it."""
    parent = element.getparent()
    if parent is not None:
        _put_before(element, parent, element.text)
        for child in list(element):
            element.addprevious(child)
        remove(element)


def _put_before(element: xml.Element, parent: xml.Element, text: str | None) -> None:
    before = element.getprevious()
    if text and before is None:
        parent.text = (parent.text or "") + text
    elif text and before is not None:
        before.tail = (before.tail or "") + text


def _empty(cell: xml.Element) -> None:
    for child in [each for each in cell if xml.local_name(each.tag) != "tcPr"]:
        cell.remove(child)
    _keep_paragraph(cell, cell.nsmap.get(cell.prefix))
    for key in [key for key in cell.attrib if xml.local_name(key) in _OF_VALUE]:
        del cell.attrib[key]


def _keep_paragraph(parent: xml.Element, namespace: str | None) -> None:
    is_container = xml.local_name(parent.tag) in _NEEDS_PARAGRAPH
    if is_container and next(xml.elements(parent, "p"), None) is None:
        parent.append(parent.makeelement(f"{{{namespace}}}p" if namespace else "p"))
