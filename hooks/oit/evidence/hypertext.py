"""What an HTML or SVG text does besides being read, and what a reader sees of it.

It is parsed twice: as it is, by lxml, and as browsers take it, by the parser of nh3 (html5ever).
What either sees counts, so that nothing hides in what one of them reads otherwise.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias
from urllib.parse import unquote

import nh3
from lxml import etree, html

from oit.evidence.hypertext_addresses import (
    Page,
    foreign_in_style,
    is_allowed_embed,
    judged_link,
    judged_load,
    loads_of,
    unescaped_style,
)
from oit.evidence.hypertext_names import (
    ACTIVE,
    INLINE,
    LINKS,
    LOADING_LINKS,
    LOADS,
    NAMING_RELATIONS,
    STYLED,
    UNSHOWN,
)

# Bytes that are harmless in UTF-8 can be a script in another encoding (ISO-2022-JP).
_ENCODING = re.compile(
    r"<\?xml[^>]*?\sencoding\s*=\s*[\"']?\s*([^\s\"'?>]+)|<meta[^>]*?charset\s*=\s*[\"']?\s*([^\s\"'/;>]+)",
    re.IGNORECASE,
)
_OWN_ENCODINGS = frozenset({"utf-8", "utf8", "us-ascii"})
_FIGURE = re.compile(r"\d")
_BORDER = "\n\0\n"
"""Between blocks: part of no number."""
_ALL_PREFIXES = set("abcdefghijklmnopqrstuvwxyz")
_SCHEMES = {"http", "https", "mailto", "tel", "javascript", "vbscript", "data", "blob", "file"}

_Element: TypeAlias = etree._Element


class Danger(Enum):
    """What is wrong with a piece of hypertext."""

    ACTIVE = "active"
    """It runs, frames or sends something."""
    FOREIGN = "foreign"
    """It loads something from another host."""
    OUTSIDE = "outside"
    """It leads out of the site by a relative address."""


DANGER_RULES = {
    Danger.ACTIVE: "docs-active",
    Danger.FOREIGN: "docs-foreign",
    Danger.OUTSIDE: "docs-outside",
}
"""The rule of each danger in a text that somebody wrote by hand."""


@dataclass(frozen=True, slots=True)
class Found:
    """One dangerous thing, and a text by which its line can be found."""

    danger: Danger
    what: str
    detail: str = ""
    """Of a script its address or the type of its data, of a form where it sends."""


def dangers(text: str, page: Page) -> tuple[Found, ...]:
    """What a page, or a picture in SVG, would do in a reader's browser; each thing once."""
    found = dict.fromkeys(
        found
        for version in (text, *_as_browsers_read(text))
        for element in _elements(version)
        for found in _of_element(element, page)
    )
    if "<?xml-stylesheet" in text or "<!ENTITY" in text:
        found[Found(Danger.ACTIVE, "<?xml" if "<?xml-stylesheet" in text else "<!ENTITY")] = None
    for match in _ENCODING.finditer(text):
        if (match[1] or match[2]).lower() not in _OWN_ENCODINGS:
            found[Found(Danger.ACTIVE, match[1] or match[2])] = None
    return tuple(found)


def shown_texts(text: str) -> Iterator[str]:
    """What readers see of a page: each block with its inline elements joined, and attributes."""
    pieces: list[str] = []
    for root in _roots(text):
        for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
            if event == "start":
                yield from _in_attributes(element)
            pieces.extend(_around(event, element))
    yield from "".join(pieces).split(_BORDER)


def _in_attributes(element: _Element) -> Iterator[str]:
    """What any attribute, or a sheet of styles, could show: `alt`, `label`, `content` in CSS."""
    values = {str(name).lower(): str(value) for name, value in element.attrib.items()}
    styles = [values.get("style", ""), element.text or "" if _name(element) == "style" else ""]
    for value in (*map(unquote, values.values()), *map(unescaped_style, styles)):
        if "@" in value or _FIGURE.search(value):
            yield value


def _around(event: str, element: _Element) -> Iterator[str]:
    """The text that stands before or behind a tag, with a border where a block begins or ends."""
    if event == "start":
        name = _name(element)
        yield "" if _is_inline(name) else "\n" if name == "br" else _BORDER
        yield "" if name in UNSHOWN else element.text or ""
        return
    if event == "end":
        yield "" if _is_inline(_name(element)) or _name(element) == "br" else _BORDER
    yield element.tail or ""


def _is_inline(name: str) -> bool:
    """Whether a line goes on through an element; browsers set one that a page has invented so."""
    return name in INLINE or "-" in name


def _of_element(element: _Element, page: Page) -> Iterator[Found]:
    name = _name(element)
    if name in ACTIVE and not is_allowed_embed(name, element.get("src"), page):
        yield Found(Danger.ACTIVE, f"<{name}", _detail(name, element))
    if name == "meta" and element.get("http-equiv"):
        yield Found(Danger.ACTIVE, "http-equiv", element.get("http-equiv", "").lower())
    if name == "style":
        yield from _styles(element.text or "", page)
    kind = "a" if _only_names(name, element) else name
    for attribute, value in element.attrib.items():
        yield from _of_attribute(kind, str(attribute).lower(), str(value), page)


def _only_names(name: str, element: _Element) -> bool:
    """Whether a `link` tells where something is, as an `a` does, and fetches nothing."""
    relations = set((element.get("rel") or "").lower().split())
    return name == "link" and bool(relations) and relations <= NAMING_RELATIONS


def _detail(name: str, element: _Element) -> str:
    if name == "form":
        return element.get("action") or ""
    is_empty = not (element.text or "").strip()
    return (element.get("src") if is_empty else element.get("type")) or ""


def _of_attribute(name: str, attribute: str, value: str, page: Page) -> Iterator[Found]:
    if attribute.startswith("on") or attribute == "srcdoc":
        yield Found(Danger.ACTIVE, attribute)
    elif attribute in STYLED:
        yield from _styles(value, page)
    elif attribute in LOADS or (attribute in ("href", "xlink:href") and name in LOADING_LINKS):
        for address in loads_of(attribute, value):
            if danger := judged_load(address, page):
                yield Found(Danger(danger), address)
    elif attribute in LINKS and (danger := judged_link(value, page)):
        yield Found(Danger(danger), value)


def _styles(css: str, page: Page) -> Iterator[Found]:
    for danger, what in foreign_in_style(css, page):
        yield Found(Danger(danger), what)


def _as_browsers_read(text: str) -> Iterator[str]:
    """The elements and attributes that HTML's own algorithm makes of a text, written plainly.

    What stands in a frame is no element to it, and one to lxml: once with frames, once without.
    """
    for tags in (_TAGS, _TAGS - {"iframe"}):
        yield nh3.clean(
            text,
            tags=tags,
            clean_content_tags=set(),
            attributes={"*": {"http-equiv", "xlink:href"}},
            generic_attribute_prefixes=_ALL_PREFIXES,
            url_schemes=_SCHEMES,
            link_rel=None,
        )


def _roots(text: str) -> list[_Element]:
    # libxml2 stops at 256 elements in each other unless it is told that the text may be huge.
    parser = html.HTMLParser(huge_tree=True, encoding="utf-8")
    try:
        return [html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)]
    except etree.ParserError:  # nothing but blanks and comments
        return []


def _elements(text: str) -> Iterator[_Element]:
    for root in _roots(text):
        yield from (element for element in root.iter() if isinstance(element.tag, str))


def _name(element: _Element) -> str:
    """`script` of `x:SCRIPT`; empty for a comment."""
    return element.tag.rpartition(":")[2].lower() if isinstance(element.tag, str) else ""


_TAGS = {
    *ACTIVE,
    *INLINE,
    *LOADING_LINKS,
    *("meta", "style", "img", "source", "video", "audio", "track", "svg", "math", "area", "map"),
    *("div", "p", "ul", "ol", "li", "table", "tbody", "thead", "tr", "td", "th", "body", "input"),
    *("button", "select", "option", "picture", "image"),
}
