"""What the site's own search knows of a page's HTML: its sections, without markup."""

from collections.abc import Callable
from functools import cache
from typing import cast

from lxml import etree, html
from msgspec import Struct, field

_LEFT_OUT = (
    "descendant::*[@data-search-exclude or @lang = $foreign and not(self::h2 or self::h3)"
    " or self::nav or self::form or self::label or self::select or self::pre"
    " or self::svg or self::script or self::style or self::template]"
)
"""What says nothing of the page itself: ways to other pages, fields, code, drawings, marks; and
what the other language's page says."""
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_NAMES = frozenset({"h1", "title"})
"""What repeats the page's title."""
_SENTENCES = frozenset({"p", "li", "dd", "blockquote"})
_INLINE = frozenset(
    {
        *("a", "abbr", "b", "bdi", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd"),
        *("label", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "wbr"),
    }
)
"""Elements that stand within a line; all others begin one."""


class Section(Struct):
    """A part of a page that has an address, or what stands before the first of these."""

    anchor: str = ""
    """The id of its heading; empty before the first."""
    heading: str = ""
    prose: list[str] = field(default_factory=list)
    """Its paragraphs and entries of lists, in order: what a hit quotes."""
    other: list[str] = field(default_factory=list)
    """Its other texts, such as tables, in order: found, but no sentences."""


def sections_of(source: str, foreign: str = "") -> list[Section]:
    """The sections of a page's HTML: each heading from `h2` with an id begins one.

    Elements with `data-search-exclude` are left out with all that is in them, and so are those in
    the `foreign` language (BCP 47), which another page has too.
    """
    reader = _Reader([Section()])
    if source.strip():
        root = html.fragment_fromstring(source, create_parent="div", parser=_parser())
        for element in _left_out()(root, foreign=foreign):
            element.drop_tree()
        reader.read(root, "div")
    return reader.sections


def one_line(text: str) -> str:
    """A text without line breaks and without the places where Thai may be broken."""
    return " ".join(text.replace("\u200b", "").split())


class _Reader(Struct):
    """Goes through a page in its order, and adds each line to the section that is open."""

    sections: list[Section]
    _line: list[str] = field(default_factory=list)
    _block: str = ""

    def read(self, element: html.HtmlElement, block: str) -> None:
        """Read an element, which stands in a `block`, with all that is in it."""
        if element.tag in _INLINE:
            self._read_within(element, block)
            return
        self._end_line()
        if element.tag in _HEADINGS and element.get("id"):
            self.sections.append(Section(element.get("id"), _text_of(element)))
        elif element.tag == "table":
            self.sections[-1].other.append(one_line(" ".join(element.itertext())))
        elif element.tag not in _NAMES:
            self._read_within(element, element.tag)
            self._end_line()

    def _read_within(self, element: html.HtmlElement, block: str) -> None:
        self._add(element.text, block)
        for child in element:
            self.read(child, block)
            self._add(child.tail, block)

    def _add(self, text: str | None, block: str) -> None:
        if text:
            self._line.append(text)
            self._block = block

    def _end_line(self) -> None:
        section = self.sections[-1]
        if line := one_line("".join(self._line)):
            (section.prose if self._block in _SENTENCES else section.other).append(line)
        self._line.clear()


def _text_of(element: html.HtmlElement) -> str:
    return one_line("".join(element.itertext()))


@cache
def _parser() -> html.HTMLParser:
    return html.HTMLParser(remove_comments=True, remove_pis=True)


@cache
def _left_out() -> Callable[..., list[html.HtmlElement]]:
    return cast(Callable[..., list[html.HtmlElement]], etree.XPath(_LEFT_OUT))
