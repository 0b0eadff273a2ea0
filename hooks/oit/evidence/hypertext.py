"""What an HTML or SVG text does besides being read, and what a reader sees of it.

It is parsed twice: as it is, by lxml, and as browsers take it, by the parser of nh3 (html5ever).
What either sees counts. In a plain text (`hypertext_plain`) both see the same.
"""

import re
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from itertools import chain
from typing import TypeAlias
from urllib.parse import unquote

import nh3
from lxml import etree
from msgspec import Struct

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
from oit.evidence.hypertext_plain import Tag, plain_tokens, start_tag

# Bytes that are harmless in UTF-8 can be a script in another encoding (ISO-2022-JP).
_ENCODING = re.compile(
    r"<\?xml[^>]*?\sencoding\s*=\s*[\"']?\s*([^\s\"'?>]+)|<meta[^>]*?charset\s*=\s*[\"']?\s*([^\s\"'/;>]+)",
    re.IGNORECASE,
)
_OWN_ENCODINGS = frozenset({"utf-8", "utf8", "us-ascii"})
_TELLING = re.compile(r"[\d@]")
_BORDER = "\n\0\n"
"""Between blocks: part of no number."""
_SCHEMES = {"http", "https", "mailto", "tel", "javascript", "vbscript", "data", "blob", "file"}

_Element: TypeAlias = etree._Element
_Trait: TypeAlias = tuple[str, str, str, str]
"""Of an element its name, an attribute with its value, and what else must be known of it."""
_ITSELF = "<"
"""In the place of an attribute: that there is such an element."""


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


class Found(Struct, frozen=True):
    """One dangerous thing, and a text by which its line can be found."""

    danger: Danger
    what: str
    detail: str = ""
    """Of a script its address or the type of its data, of a form where it sends."""


def dangers(text: str, page: Page) -> tuple[Found, ...]:
    """What a page, or a picture in SVG, would do in a reader's browser; each thing once."""
    # Pages are long, and say few things: each is judged once.
    traits = dict.fromkeys(chain.from_iterable(_all_traits(text)))
    found = dict.fromkeys(found for trait in traits for found in _judged(trait, page))
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
            pieces += _around(event, element)
    yield from "".join(pieces).split(_BORDER)


def _in_attributes(element: _Element) -> Iterator[str]:
    """What any attribute, or a sheet of styles, could show: `alt`, `label`, `content` in CSS."""
    values = [unquote(value) if "%" in value else value for value in map(str, element.values())]
    styles = (element.get("style"), element.text if _name(element.tag) == "style" else None)
    values += [unescaped_style(style) for style in styles if style]
    return (value for value in values if _TELLING.search(value))


def _around(event: str, element: _Element) -> tuple[str, str]:
    """The text that stands before or behind a tag, with a border where a block begins or ends."""
    before, is_shown, behind = _layout(element.tag)
    if event == "start":
        return before, (element.text or "") if is_shown else ""
    return behind, element.tail or ""


@lru_cache
def _layout(tag: object) -> tuple[str, bool, str]:
    """What stands before an element, whether its text is shown, and what stands behind it."""
    name = _name(tag)
    if not isinstance(tag, str) or _is_inline(name):  # a comment parts no line either
        return "", True, ""
    return ("\n", True, "") if name == "br" else (_BORDER, name not in UNSHOWN, _BORDER)


def _is_inline(name: str) -> bool:
    """Whether a line goes on through an element; browsers set one that a page has invented so."""
    return name in INLINE or "-" in name


def _all_traits(text: str) -> Iterator[list[_Trait]]:
    if (tokens := plain_tokens(text)) is not None:
        return map(_traits_of_token, tokens)
    return map(_traits, chain.from_iterable(map(_elements, (text, *_as_browsers_read(text)))))


@lru_cache(maxsize=2**13)  # a site's pages share most of their tags
def _traits_of_token(token: str) -> list[_Trait]:
    return _traits(tag) if (tag := start_tag(token)) else []


def _traits(element: _Element | Tag) -> list[_Trait]:
    """What may be dangerous about an element: itself, its style sheet, its attributes."""
    name = _name(element.tag)
    traits: list[_Trait] = []
    if name in ACTIVE:
        traits.append((name, _ITSELF, element.get("src") or "", _detail(name, element)))
    if name == "style":
        traits.append((name, name, element.text or "", ""))
    if acting := _acting(name, tuple(element.keys())):
        kind = "a" if name == "link" and _only_names(element) else name
        traits += [(kind, lower, element.get(attribute) or "", "") for attribute, lower in acting]
    return traits


@lru_cache
def _acting(name: str, attributes: tuple[str | bytes, ...]) -> tuple[tuple[str, str], ...]:
    """Of an element's attributes those that can do anything, each with its name in lower case."""
    lowered = ((str(attribute), str(attribute).lower()) for attribute in attributes)
    return tuple(pair for pair in lowered if _can_act(name, pair[1]))


def _can_act(name: str, attribute: str) -> bool:
    is_rule = (name, attribute) == ("meta", "http-equiv")
    return is_rule or attribute in _JUDGED or attribute.startswith("on")


def _only_names(link: _Element | Tag) -> bool:
    """Whether a `link` tells where something is, as an `a` does, and fetches nothing."""
    relations = set((link.get("rel") or "").lower().split())
    return bool(relations) and relations <= NAMING_RELATIONS


def _detail(name: str, element: _Element | Tag) -> str:
    if name == "form":
        return element.get("action") or ""
    is_empty = not (element.text or "").strip()
    return (element.get("src") if is_empty else element.get("type")) or ""


def _judged(trait: _Trait, page: Page) -> Iterator[Found]:
    name, attribute, value, detail = trait
    if attribute == _ITSELF:
        if not is_allowed_embed(name, value, page):
            yield Found(Danger.ACTIVE, f"<{name}", detail)
    elif attribute.startswith("on") or attribute == "srcdoc":
        yield Found(Danger.ACTIVE, attribute)
    elif attribute == "http-equiv" and value:
        yield Found(Danger.ACTIVE, attribute, value.lower())
    elif attribute in STYLED:
        yield from _styles(value, page)
    else:
        yield from _of_address(name, attribute, value, page)


def _of_address(name: str, attribute: str, value: str, page: Page) -> Iterator[Found]:
    if attribute in LOADS or (attribute in ("href", "xlink:href") and name in LOADING_LINKS):
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
    framed = _WITH_FRAMES.clean(text)
    yield framed
    if "<iframe" in framed:
        yield _WITHOUT_FRAMES.clean(text)


@lru_cache(maxsize=1)  # what is shown and what is dangerous is asked of one page after the other
def _roots(text: str) -> list[_Element]:
    # libxml2 stops at 256 elements in each other unless it is told that the text may be huge.
    parser = etree.HTMLParser(huge_tree=True, encoding="utf-8")
    root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    return [] if root is None else [root]  # nothing but blanks and comments


def _elements(text: str) -> Iterator[_Element]:
    for root in _roots(text):
        yield from root.iter(etree.Element)


@lru_cache
def _name(tag: object) -> str:
    """`script` of `x:SCRIPT`; empty for a comment."""
    return tag.rpartition(":")[2].lower() if isinstance(tag, str) else ""


def _cleaner(tags: set[str]) -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=tags,
        clean_content_tags=set(),
        attributes={"*": {"http-equiv", "xlink:href"}},
        generic_attribute_prefixes=set("abcdefghijklmnopqrstuvwxyz"),
        url_schemes=_SCHEMES,
        link_rel=None,
    )


_TAGS = {
    *ACTIVE,
    *INLINE,
    *LOADING_LINKS,
    *("meta", "style", "img", "source", "video", "audio", "track", "svg", "math", "area", "map"),
    *("div", "p", "ul", "ol", "li", "table", "tbody", "thead", "tr", "td", "th", "body", "input"),
    *("button", "select", "option", "picture", "image"),
}
_JUDGED = STYLED | LOADS | LINKS | {"srcdoc", "href", "xlink:href"}
_WITH_FRAMES, _WITHOUT_FRAMES = _cleaner(_TAGS), _cleaner(_TAGS - {"iframe"})
