"""What an OpenDocument file shows to nobody: tracked changes, hidden and invisible text."""

from collections.abc import Iterator

from oit.evidence import xml
from oit.evidence.concealed import HiddenKind
from oit.evidence.office.marks import Mark
from oit.evidence.office.odf_styles import Look, OdfStyles

# Within these the background is that of a shape or a slide, which nobody can tell from here.
_SHAPES = ("{*}text-box", "{*}custom-shape", "{*}rect", "{*}ellipse", "{*}page", "{*}frame")
CHANGE_MARKS = frozenset({"change", "change-start", "change-end"})
"""Where in a text a tracked change begins and ends: without the change they mean nothing."""
CHANGES = frozenset({"tracked-changes"})
_CHANGE = frozenset(
    {
        *("changed-region", "insertion", "deletion", "movement", "cell-content-change"),
        "rejection",
    }
)


def marks(root: xml.Element, styles: OdfStyles) -> Iterator[Mark]:
    """The elements of a part that no reader sees, outer ones before those inside them."""
    for element in xml.elements(root, *_CHANGE, "section", "hidden-text", "p", "h", "span"):
        kind = _kind_of(element, styles)
        if kind is not None:
            yield Mark(element, kind)


def _kind_of(element: xml.Element, styles: OdfStyles) -> HiddenKind | None:
    parent = element.getparent()
    if parent is not None and xml.local_name(parent.tag) in CHANGES:
        is_change = xml.local_name(element.tag) in _CHANGE
        return HiddenKind.TRACKED if is_change else None
    return HiddenKind.TEXT if _is_hidden(element, styles) else None


def _is_hidden(element: xml.Element, styles: OdfStyles) -> bool:
    match xml.local_name(element.tag):
        case "section":
            return _is_hidden_section(element)
        case "hidden-text":
            return bool(xml.attribute(element, "string-value"))
        case "p" | "h":
            return _is_hidden_paragraph(element, styles)
        case "span":
            return _says_something(element) and _look(element, styles).is_hidden
    return False


def _is_hidden_section(section: xml.Element) -> bool:
    match xml.attribute(section, "display"):
        case "none":
            return True
        case "condition":
            return xml.attribute(section, "is-hidden") != "false"
    return False


def _is_hidden_paragraph(paragraph: xml.Element, styles: OdfStyles) -> bool:
    """Whether all text of a paragraph is hidden; by a field in it, or by how it looks."""
    fields = xml.elements(paragraph, "hidden-paragraph")
    if any(xml.attribute(each, "is-hidden") != "false" for each in fields):
        return True
    spans = list(xml.elements(paragraph, "span"))
    return (
        _says_something(paragraph)
        and _look(paragraph, styles).is_hidden
        and all(_look(span, styles).is_hidden for span in spans)
    )


def _says_something(element: xml.Element) -> bool:
    return any(text.strip() for text in element.itertext())


def _look(element: xml.Element, styles: OdfStyles) -> Look:
    """How text looks in a paragraph or span, from the cell that it stands in inwards."""
    look = (
        Look(background="?") if next(element.iterancestors(*_SHAPES), None) is not None else Look()
    )
    outer = [*reversed(list(element.iterancestors())), element]
    for each in outer:
        family = _family(each)
        if family:
            look = look.under(styles.look(family, xml.attribute(each, "style-name")))
    return look


def _family(element: xml.Element) -> str:
    match xml.local_name(element.tag):
        case "span":
            return "text"
        case "p" | "h":
            return "paragraph"
        case "table-cell" | "covered-table-cell":
            return "table-cell"
    return ""
