"""XML of hostile files, by lxml: no document type, no entity, no network, no unbounded depth."""

import io
import re
from collections.abc import Iterator
from typing import Any, TypeAlias

from lxml import etree

from oit.evidence.faults import CannotReadError

Element: TypeAlias = etree._Element
Tree: TypeAlias = etree._ElementTree

# In ODF elements text may stand between children; in OOXML only white space does.
_ODF = "opendocument"
# Elements that are part of a paragraph's line; text of any other stands on a line of its own.
_RUNS = frozenset(
    {"t", "delText", "instrText", "delInstrText", "span", "a", "p", "h", "ruby-base", "meta"}
)
_BLOCKS = frozenset({"p", "h"})
# Elements that stand for a character.
_CHARACTERS = {
    "tab": "\t",
    "s": " ",
    "br": "\n",
    "cr": "\n",
    "line-break": "\n",
    "noBreakHyphen": "-",
}
# "<" with or without the byte-order mark of UTF-8, and the marks of UTF-16.
_STARTS = (b"<", b"\xef\xbb\xbf<", b"\xff\xfe", b"\xfe\xff")
# Each character of the markup is one byte, as in UTF-8: no zero stands between.
_IS_ASCII = re.compile(rb"(?:\xef\xbb\xbf)?\s*<[\w?!][^\0]")
_REMARKS = "//comment() | //processing-instruction()"
_LONG_ATTRIBUTES = "//@*[string-length() > 12]"
_LONG_NUMBER = re.compile(r"(?:\d\D{0,4}?){13}")
# What stands beside or instead of a text, and is no part of its line.
_ASIDE = frozenset({"rt", "Choice", "Fallback"})
_READINGS = frozenset({"rPh"})
"""How a text is spoken, kept beside it in a workbook: a sheet shows nothing of it."""


def parse(data: bytes) -> Element:
    """The root of a document. Raises `CannotReadError`."""
    # huge_tree=False keeps libxml2's own bounds of depth and size.
    return _parse(data, is_whole=False)


def _parse(data: bytes, *, is_whole: bool) -> Element:
    """The root; comments part no text, as they part none for programs, unless it `is_whole`."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_pis=not is_whole,
        remove_comments=not is_whole,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise CannotReadError from None
    if root is None:
        raise CannotReadError
    _refuse_document_type(root.getroottree())
    return root


def remarks(data: bytes) -> tuple[str, ...]:
    """The comments and processing instructions of a document, which no program shows.

    Raises `CannotReadError`.
    """
    instructions = data.count(b"<?") - data.count(b"<?xml ")
    if _IS_ASCII.match(data) and b"<!--" not in data and not instructions:
        return ()
    nodes = found(_parse(data, is_whole=True), _REMARKS)
    return tuple(text for each in nodes if (text := str(each.text or "").strip()))


def found(root: Element, path: str) -> list[Any]:
    """What an XPath that selects nodes finds: elements, or the values of attributes."""
    nodes: Any = root.getroottree().xpath(path)
    return list(nodes)


def asides(root: Element) -> Iterator[str]:
    """Attributes in which a long number stands, and text behind elements: no text of a paragraph.

    Any attribute may hold a number, as any name may; all but long ones say nothing of a person.
    """
    for value in found(root, _LONG_ATTRIBUTES):
        if _LONG_NUMBER.search(str(value)):
            yield str(value)
    if _ODF not in str(root.tag):
        for element in root.iter():
            if element.tail and element.tail.strip():
                yield str(element.tail)


def _refuse_document_type(tree: Tree) -> None:
    if tree.docinfo.internalDTD is not None:
        raise CannotReadError


def try_parse(data: bytes) -> Element | None:
    """The root of a document; `None` where it cannot be read."""
    try:
        return parse(data)
    except CannotReadError:
        return None


def looks_like_xml(data: bytes) -> bool:
    """Whether bytes begin as XML does, in UTF-8 or UTF-16."""
    return data.lstrip().startswith(_STARTS)


def serialise(root: Element) -> bytes:
    """The document as UTF-8 with an XML declaration."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def local_name(name: object) -> str:
    """`creator` of `{namespace}creator`; empty for comments, whose tag is no text."""
    return name.rpartition("}")[2] if isinstance(name, str) else ""


def namespace_of(element: Element) -> str:
    """`{urn:x}` of an element in the namespace `urn:x`; empty for one in none."""
    namespace, brace, _ = str(element.tag).rpartition("}")
    return namespace + brace


def elements(root: Element, *names: str) -> Iterator[Element]:
    """The elements below and with `root` that have one of the local names, in order."""
    return root.iter(*(f"{{*}}{name}" for name in names))


def attribute(element: Element, name: str) -> str | None:
    """The value of the first attribute with a local name."""
    return next((str(text) for key, text in element.items() if local_name(key) == name), None)


def attributes(element: Element) -> dict[str, str]:
    """All attributes of an element by their local names."""
    return {local_name(key): str(text) for key, text in element.items()}


def text_of(element: Element) -> str:
    """All text in an element, runs joined; what is no run stands on a line of its own."""
    return "".join(_pieces(element, is_run=True))


def _pieces(element: Element, *, is_run: bool) -> Iterator[str]:
    """The text in document order; the parser bounds the depth of the recursion."""
    name = local_name(element.tag)
    if name in _READINGS:
        return
    border = "\n" if name in _BLOCKS or name in _ASIDE else ""
    yield border + _CHARACTERS.get(name, "")
    if name and element.text:
        yield element.text if is_run else f"\n{element.text}\n"
    for child in element:
        yield from _pieces(child, is_run=local_name(child.tag) in _RUNS)
        if child.tail and _ODF in str(element.tag):
            yield child.tail
    yield border


def streamed(data: bytes, *names: str) -> Iterator[Element]:
    """The elements with one of the local names, each once it is read, and gone after it was used.

    An element within another of the names comes before it, and leaves it empty. Raises
    `CannotReadError`, also after some elements came.
    """
    events = etree.iterparse(
        io.BytesIO(data),
        tag=[f"{{*}}{name}" for name in names],
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_pis=True,
        remove_comments=True,
        collect_ids=False,
    )
    try:
        for _, element in events:
            _refuse_document_type(element.getroottree())
            yield element
            element.clear()
            _forget_before(element)
    except (etree.XMLSyntaxError, ValueError):
        raise CannotReadError from None


def _forget_before(element: Element) -> None:
    """Takes what stands before an element out of the tree, so that it stays small."""
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
