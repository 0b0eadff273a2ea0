"""Elements of a part that no reader sees: what reading sets apart, cleaning removes."""

from dataclasses import dataclass

from oit.evidence import xml
from oit.evidence.concealed import HiddenKind

# Containers that a word processor wants to hold at least one paragraph (ECMA-376, 17.4.65).
_NEEDS_PARAGRAPH = frozenset({"tc", "txbxContent"})


@dataclass(frozen=True, slots=True)
class Mark:
    """An element that hides something, and how."""

    element: xml.Element
    kind: HiddenKind
    cell: str = ""
    """The address of the cell that it stands for."""


def take_out(element: xml.Element) -> None:
    """Removes an element with all inside; text behind it stays where it is.

    A table cell keeps its place and loses what is in it.
    """
    if xml.local_name(element.tag) == "tc":
        for child in [each for each in element if xml.local_name(each.tag) != "tcPr"]:
            take_out(child)
        return
    parent = element.getparent()
    if parent is not None:
        _keep_tail(element, parent)
        parent.remove(element)
        _keep_paragraph(parent, element.nsmap.get(element.prefix))


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
