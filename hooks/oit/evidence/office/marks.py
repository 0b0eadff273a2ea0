"""Elements of a part that no reader sees: what reading sets apart, cleaning removes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Mark:
    """An element that hides something, and how."""

    element: xml.Element
    kind: HiddenKind
    cell: str = ""
    """The address of the cell that it stands for."""


def take_out(element: xml.Element) -> None:
    """Removes an element with all inside; text behind it stays where it is.

    The cell of a table or sheet keeps its place and loses what is in it.
    """
    if xml.local_name(element.tag) in _CELLS:
        _empty(element)
        return
    parent = element.getparent()
    if parent is not None:
        _keep_tail(element, parent)
        parent.remove(element)
        _keep_paragraph(parent, element.nsmap.get(element.prefix))


def _empty(cell: xml.Element) -> None:
    for child in [each for each in cell if xml.local_name(each.tag) != "tcPr"]:
        cell.remove(child)
    _keep_paragraph(cell, cell.nsmap.get(cell.prefix))
    for key in [key for key in cell.attrib if xml.local_name(key) in _OF_VALUE]:
        del cell.attrib[key]


def unwrap(element: xml.Element) -> None:
    """Replaces an element by what is inside it."""
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        for child in reversed(list(element)):
            parent.insert(at + 1, child)
        take_out(element)


def _keep_tail(element: xml.Element, parent: xml.Element) -> None:
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail


def _keep_paragraph(parent: xml.Element, namespace: str | None) -> None:
    is_container = xml.local_name(parent.tag) in _NEEDS_PARAGRAPH
    if is_container and next(xml.elements(parent, "p"), None) is None:
        parent.append(parent.makeelement(f"{{{namespace}}}p" if namespace else "p"))


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
