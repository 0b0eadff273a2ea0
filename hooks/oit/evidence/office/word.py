"""What a Word document shows to nobody: tracked changes, hidden and invisible text, shapes."""

from collections.abc import Iterator

from oit.evidence import xml
from oit.evidence.concealed import HiddenKind
from oit.evidence.office.colours import BLACK, WHITE, looks_alike
from oit.evidence.office.marks import Mark
from oit.evidence.office.word_styles import (
    UNKNOWN,
    Look,
    Styles,
    is_squeezed,
    look_of,
    shade_of,
    value_of,
)

_DELETED = frozenset({"del", "moveFrom"})
_INSERTED = frozenset({"ins", "moveTo"})
# What says of a row or cell of a table that it is deleted, or hidden.
_ROW_MARKS = {
    "del": HiddenKind.TRACKED,
    "cellDel": HiddenKind.TRACKED,
    "hidden": HiddenKind.TEXT,
}
_PROPERTIES = frozenset({"rPr", "trPr", "tcPr", "pPr", "ctrlPr"})
_CONTENT = frozenset({"t", "drawing", "pict", "object", "sym", "delText"})
_FIELD = frozenset({"fldChar", "instrText", "delInstrText"})
_TINY = 2
"""Half points: a text of one point is a line, not letters."""
HISTORY = frozenset(
    {
        *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "trPrChange"),
        *("tcPrChange", "tblGridChange", "numberingChange", "cellIns", "cellMerge"),
        *("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"),
        *("customXmlDelRangeStart", "customXmlDelRangeEnd", "customXmlInsRangeStart"),
        *("customXmlInsRangeEnd", "customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd"),
        *("customXmlMoveToRangeStart", "customXmlMoveToRangeEnd"),
    }
)
"""Elements that only tell what was changed when by whom, and hold no text of it."""


def insertions(root: xml.Element) -> list[xml.Element]:
    """Inserted and moved text that nobody accepted yet: a reader sees it, marked as a change."""
    return [each for each in xml.elements(root, *_INSERTED) if not _is_about_properties(each)]


def change_marks(root: xml.Element) -> list[xml.Element]:
    """What tells of changes without holding their text, marks of paragraphs and rows included."""
    marks = xml.elements(root, *_DELETED, *_INSERTED)
    history = xml.elements(root, *HISTORY, "cellDel")
    return [*filter(_is_about_properties, marks), *history]


def marks(root: xml.Element, styles: Styles) -> Iterator[Mark]:
    """The elements of a part that no reader sees, outer ones before those inside them."""
    has_paper = next(xml.elements(root, "background"), None) is None
    for element in xml.elements(root, *_DELETED, "tr", "tc", "r"):
        kind = _kind_of(element, styles, WHITE if has_paper else UNKNOWN)
        if kind is not None:
            yield Mark(element, kind)


def _kind_of(element: xml.Element, styles: Styles, paper: str) -> HiddenKind | None:
    name = xml.local_name(element.tag)
    if name in _DELETED and not _is_about_properties(element):
        return HiddenKind.TRACKED
    if name in ("tr", "tc"):
        return _kind_of_row(element)
    if name == "r" and _holds_content(element):
        is_hidden = _is_hidden(element, styles, paper)
        return HiddenKind.TEXT if is_hidden else None
    return None


def _is_about_properties(element: xml.Element) -> bool:
    parent = element.getparent()
    return parent is not None and xml.local_name(parent.tag) in _PROPERTIES


def _kind_of_row(element: xml.Element) -> HiddenKind | None:
    properties = (each for each in element if xml.local_name(each.tag) in ("trPr", "tcPr"))
    said = (xml.local_name(mark.tag) for each in properties for mark in each)
    return next((_ROW_MARKS[name] for name in said if name in _ROW_MARKS), None)


def _holds_content(run: xml.Element) -> bool:
    names = {xml.local_name(child.tag) for child in run}
    return bool(names & _CONTENT) and not names & _FIELD


def _is_hidden(run: xml.Element, styles: Styles, paper: str) -> bool:
    """Whether a run is hidden, too small to be seen, or of the colour of what is behind it."""
    paragraph = next(run.iterancestors("{*}p"), None)
    look = styles.look(
        _style(paragraph, "pPr", "pStyle"), _style(run, "rPr", "rStyle"), look_of(run)
    )
    if look.vanish or (look.half_points is not None and look.half_points <= _TINY):
        return True
    if paragraph is not None and is_squeezed(paragraph):
        return True
    if look.highlight == BLACK:
        return look.colour in (None, "", BLACK)
    return looks_alike(look.colour or "", _known(_background(run, paragraph, look, styles, paper)))


def _known(background: str) -> str:
    return "" if background == UNKNOWN else background


def _style(element: xml.Element | None, properties: str, name: str) -> str | None:
    if element is None:
        return None
    own = (each for each in element if xml.local_name(each.tag) == properties)
    return next((value_of(each, name) for each in own), None)


def _background(
    run: xml.Element, paragraph: xml.Element | None, look: Look, styles: Styles, paper: str
) -> str:
    """The colour behind a run: its own, its paragraph's, its cell's, its table's, the paper's."""
    if look.highlight:
        return look.highlight
    of_paragraph = None if paragraph is None else shade_of(paragraph)
    if said := look.background or of_paragraph:
        return said
    for outer in run.iterancestors("{*}tc", "{*}tbl", "{*}txbxContent"):
        match xml.local_name(outer.tag):
            case "tc" if shade := shade_of(outer):
                return shade
            case "tbl" if _style(outer, "tblPr", "tblStyle") in styles.shaded:
                return UNKNOWN
            case "txbxContent":
                return UNKNOWN
    return paper
