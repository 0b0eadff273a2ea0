"""The body of a record: CommonMark with tables, and nothing that could act in a reader's browser.

`parse_markdown` lists what the rules check, `render_passages` makes HTML, `sanitise` is the last
barrier. Raw HTML is never interpreted: it is reported and, where it is rendered all the
same, shown as the characters it consists of. A heading's id is written at its end:
`## ประกาศ {#announcements}`.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import lru_cache
from urllib.parse import urlsplit

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec import Struct

from oit.records.sections import Section, heading_id, sections_of
from oit.records.visible_text import HEADING_ID, visible_text

ANCHOR_PREFIX = "text-"
"""Every id from a record begins so: it can name no part of the page but its own."""
_SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_TAGS = {
    *("h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "blockquote"),
    *("ul", "ol", "li", "strong", "em", "code", "pre", "a", "img"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
_ATTRIBUTES = {
    **{f"h{level}": {"id"} for level in range(2, 7)},
    "a": {"href", "title"},
    "img": {"src", "alt", "title"},
    "ol": {"start"},
}


class Reference(Struct, frozen=True):
    """Where a link or image points."""

    target: str
    line: int
    is_image: bool
    alt_text: str = ""
    """Of an image; empty for a link."""

    @property
    def is_fragment(self) -> bool:
        """Whether it points into its own page."""
        return self.target.startswith("#")

    @property
    def is_web(self) -> bool:
        """Whether it points elsewhere by a scheme that cannot run anything."""
        return _scheme(self.target) in _SAFE_SCHEMES and not self.is_image

    @property
    def is_local(self) -> bool:
        """Whether it may be the name of a file beside the record."""
        return not _scheme(self.target) and "/" not in self.target and not self.is_fragment


class MarkdownText(Struct, frozen=True):
    """What the rules need to know of a record's body. Lines are those of the file."""

    sections: Mapping[str, Section]
    """By id."""
    repeated_sections: tuple[tuple[str, int], ...] = ()
    """Id and line of headings whose id is taken."""
    raw_html: tuple[int, ...] = ()
    """Lines with raw HTML."""
    references: tuple[Reference, ...] = ()
    visible: str = ""
    """All of it, as text that can be compared."""


def parse_markdown(body: str, first_line: int = 1) -> MarkdownText:
    """The sections, raw HTML and references of a body that begins on `first_line`."""
    tokens = _parsed(body)
    sections, repeated = sections_of(tokens, body, first_line)
    raw_html: list[int] = []
    references: list[Reference] = []
    for token, line in _tokens_with_lines(tokens, first_line):
        if token.type in ("html_block", "html_inline"):
            raw_html.append(line)
        elif token.type in ("link_open", "image"):
            target = str(token.attrGet("href") or token.attrGet("src") or "")
            references.append(Reference(target, line, token.type == "image", token.content))
    found = tuple(raw_html), tuple(references)
    return MarkdownText(sections, repeated, *found, visible_text(tokens))


def render_passages(
    body: str,
    *,
    cuts: Collection[str],
    anchor: Callable[[str], str],
    below: int,
    files: Mapping[str, str],
) -> tuple[tuple[str | None, str], ...]:
    """HTML of a body, not yet sanitised, in passages that together are all of it, in order.

    A passage with the name of a section reaches as far as that section; `cuts` names those that
    get one. What stands before, between and after them has `None`. `anchor` gives the id that a
    section has on its page, `below` is the level of the heading above it, and `files` maps the file
    names that may be linked to their addresses.
    """
    tokens = _MARKDOWN.parse(body)
    passages = list(_passages(tokens, cuts))
    _rewrite(tokens, anchor, below, files)
    return tuple(
        (name, str(_MARKDOWN.renderer.render(tokens[part], _MARKDOWN.options, {})))
        for name, part in passages
    )


def html_of_page(body: str) -> str:
    """HTML of a page of CommonMark as it is written, raw HTML included: to be judged, not shown."""
    return str(_MARKDOWN.render(body))


def sanitise(html: str) -> str:
    """HTML with only the elements, ids and links that a record may bring.

    Classes, styles, event handlers, forms, frames and scripts do not pass.
    """
    return nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_allowed_value,
        url_schemes=set(_SAFE_SCHEMES),
        link_rel="noopener noreferrer",
    )


def _parser() -> MarkdownIt:
    """CommonMark and tables; raw HTML becomes tokens, so that it can be found and escaped."""
    markdown = MarkdownIt("commonmark", {"html": True}).enable("table")
    # Every link becomes a token too, `javascript:` included: the rules judge its scheme, and
    # rendering replaces a wrong one.
    markdown.validateLink = lambda *_: True  # type: ignore[method-assign]
    return markdown


_MARKDOWN = _parser()


def _scheme(target: str) -> str:
    try:
        return urlsplit(target.strip()).scheme.lower()
    except ValueError:
        return "invalid"


def body_tokens(body: str, first_line: int) -> Iterator[tuple[Token, int]]:
    """Block and inline tokens of a body in order, each with its line in the file."""
    return _tokens_with_lines(_parsed(body), first_line)


@lru_cache(maxsize=1)  # a body is searched, and then read
def _parsed(body: str) -> list[Token]:
    """The tokens of a body, which nobody may change."""
    return _MARKDOWN.parse(body)


def _tokens_with_lines(tokens: list[Token], first_line: int) -> Iterator[tuple[Token, int]]:
    """Block and inline tokens in order, each with its line.

    Only blocks know their lines; within one, the line breaks are counted.
    """
    line = first_line
    for token in tokens:
        line = first_line + token.map[0] if token.map else line
        yield token, line
        inline_line = line
        for child in token.children or ():
            yield child, inline_line
            inline_line += child.type in ("softbreak", "hardbreak")


def _passages(tokens: list[Token], cuts: Collection[str]) -> Iterator[tuple[str | None, slice]]:
    """The name and the tokens of each passage."""
    name: str | None = None
    level, start = 0, 0
    for index, token in enumerate(tokens):
        if token.type != "heading_open" or token.level:
            continue
        heading = heading_id(tokens, index)
        begins = heading if heading in cuts else None
        if begins or (name and int(token.tag[1]) <= level):
            yield name, slice(start, index)
            name, level, start = begins, int(token.tag[1]), index
    yield name, slice(start, len(tokens))


def _rewrite(
    tokens: list[Token], anchor: Callable[[str], str], below: int, files: Mapping[str, str]
) -> None:
    """Give headings and links the addresses of the page, and make raw HTML text."""
    for index, token in enumerate(tokens):
        if token.type == "heading_open":
            _rewrite_heading(tokens, index, anchor, below)
        for child in token.children or ():
            _rewrite_reference(child, anchor, files)
        _html_to_text(token)


def _rewrite_heading(
    tokens: list[Token], index: int, anchor: Callable[[str], str], below: int
) -> None:
    """Give a heading its level and id on the page, and take the id out of its text."""
    opening, inline, closing = tokens[index : index + 3]
    name = heading_id(tokens, index)
    # `#` and `##` both become the level just under `below`; HTML has six levels.
    opening.tag = closing.tag = f"h{min(6, max(2, int(opening.tag[1])) - 1 + below)}"
    if name:
        opening.attrSet("id", anchor(name))
        last = (inline.children or [])[-1]
        last.content = HEADING_ID.sub("", last.content)


def _rewrite_reference(
    token: Token, anchor: Callable[[str], str], files: Mapping[str, str]
) -> None:
    """Point a link or image at its address on the site; at `#` where that is not allowed."""
    name = {"link_open": "href", "image": "src"}.get(token.type)
    if not name:
        return
    reference = Reference(str(token.attrGet(name) or ""), 0, token.type == "image")
    if reference.is_fragment:
        token.attrSet(name, "#" + anchor(reference.target[1:]))
    elif not reference.is_web:
        token.attrSet(name, files.get(reference.target, "#"))


def _html_to_text(token: Token) -> None:
    """Raw HTML becomes text, which the renderer escapes."""
    for piece in (token, *(token.children or ())):
        if piece.type == "html_inline":
            piece.type = "text"
        elif piece.type == "html_block":
            piece.type, piece.tag = "code_block", "code"


def _allowed_value(tag: str, attribute: str, value: str) -> str | None:
    if attribute == "id" and not value.startswith(ANCHOR_PREFIX):
        return None
    if tag == "img" and attribute == "src" and ":" in value:  # no picture from another host
        return None
    return None if attribute == "src" and value.startswith("//") else value
