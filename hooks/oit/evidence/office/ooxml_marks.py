"""What the parts of docx, xlsx and pptx files do not show: which element, and how."""

from collections.abc import Iterator

from msgspec import Struct

from oit.evidence import xml
from oit.evidence.archive import Archive
from oit.evidence.concealed import HiddenKind
from oit.evidence.containers import CONTENT_TYPES
from oit.evidence.office import shapes, sheet, word
from oit.evidence.office.marks import Mark
from oit.evidence.office.word_styles import Styles, styles_of
from oit.evidence.office.workbook import Book, book_of
from oit.evidence.package_links import Link, is_links_part, links_of, reached

_WORD_STYLES = "word/styles.xml"
_STORIES = frozenset({"document", "hdr", "ftr", "footnotes", "endnotes", "comments"})
# What a shared workbook remembers of earlier values.
_UNKNOWN = (
    "//*[namespace-uri() != '' and not(starts-with(namespace-uri(), 'http://schemas.'))"
    " and not(starts-with(namespace-uri(), 'http://purl.oclc.org/ooxml/'))"
    " and not(starts-with(namespace-uri(), 'http://www.w3.org/'))"
    " and not(starts-with(namespace-uri(), 'urn:schemas-microsoft-com:'))]"
)
_REVISIONS = frozenset({"revisions", "headers"})


class Package(Struct, frozen=True):
    """What a part has to know of the others."""

    links: tuple[Link, ...]
    styles: Styles
    book: Book
    parts: frozenset[str]
    """The names, in lower case, of the parts that programs read; empty where nobody can tell."""

    def is_stray(self, part: str) -> bool:
        """Whether no link leads to a part, so that no program shows what is in it."""
        is_infrastructure = is_links_part(part) or part == CONTENT_TYPES
        return bool(self.parts) and not is_infrastructure and part.lower() not in self.parts

    def has(self, role: str) -> bool:
        """Whether any link has a role."""
        return any(link.role == role for link in self.links)


def package_of(archive: Archive) -> Package:
    """Links, styles and workbook of a package. Raises `CannotReadError`."""
    links = links_of(archive)
    has_styles = _WORD_STYLES in archive
    styles = xml.parse(archive.read(_WORD_STYLES)) if has_styles else None
    has_main = any(not link.source and link.role == "officeDocument" for link in links)
    parts = frozenset(map(str.lower, reached(links, {""}))) if has_main else frozenset()
    return Package(links, styles_of(styles), book_of(archive, links), parts)


def marks_of(part: str, root: xml.Element, package: Package) -> Iterator[Mark]:
    """The elements of a part that no reader sees, outer ones before those inside them."""
    name = xml.local_name(root.tag)
    if name == "worksheet":
        yield from sheet.marks(root, package.book.hiding(part, root))
    elif name in _REVISIONS:
        yield from (Mark(each, HiddenKind.TRACKED) for each in root)
    elif name == "settings":
        yield from (Mark(each, HiddenKind.LEFTOVERS) for each in xml.elements(root, "docVar"))
    elif name == "workbook":
        yield from _hidden_names(root)
    elif name == "sld" and xml.attribute(root, "show") in ("0", "false"):
        yield from (Mark(each, HiddenKind.TEXT) for each in root)
    elif name in _STORIES:
        yield from word.marks(root, package.styles)
        yield from _unknown(root)
    yield from _alternatives(root)
    yield from shapes.marks(root)


def _unknown(root: xml.Element) -> Iterator[Mark]:
    """Elements with text that are of no format that a word processor knows: it skips them."""
    for element in xml.found(root, _UNKNOWN):
        if any(text.strip() for text in element.itertext()):
            yield Mark(element, HiddenKind.TEXT)


def _alternatives(root: xml.Element) -> Iterator[Mark]:
    """What is kept for older programs and says something that newer ones do not show."""
    said: dict[xml.Element, str] = {}
    for fallback in xml.elements(root, "Fallback"):
        parent = fallback.getparent()
        if parent is not None and parent not in said:
            said[parent] = "".join(map(_letters, xml.elements(parent, "Choice")))
        if parent is not None and _letters(fallback) not in said[parent]:
            yield Mark(fallback, HiddenKind.TEXT)


def _letters(element: xml.Element) -> str:
    return "".join("".join(str(each.text or "").split()) for each in xml.elements(element, "t"))


def _hidden_names(root: xml.Element) -> Iterator[Mark]:
    """Names that people cannot see in the list of names, and that hold a value of their own."""
    for name in xml.elements(root, "definedName"):
        is_hidden = xml.attribute(name, "hidden") in ("1", "true")
        if is_hidden and holds_value(name.text or ""):
            yield Mark(name, HiddenKind.CELLS)


def holds_value(formula: str) -> bool:
    """Whether a name stands for a text or number, and not only for cells elsewhere."""
    return formula.startswith(('"', "{")) or formula.replace(".", "", 1).isdecimal()
