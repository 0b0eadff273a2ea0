"""The pages of a built site as Markdown, for MkDocs and Material alone: what ours is held to."""

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import html
from lxml.html import HtmlElement

_CONFIG = """site_name: plain
theme: {name: material, language: th, font: false}
plugins: [search]
markdown_extensions: [attr_list, tables]
nav: [index.md]
not_in_nav: "*"
validation:
  nav: {omitted_files: ignore}
  links: {not_found: ignore, unrecognized_links: ignore, anchors: ignore}
"""
"""Pages outside of the navigation, as ours are: with them in it, MkDocs's time is quadratic."""
_HEADINGS = {f"h{level}": "#" * level for level in range(1, 7)}
_IGNORED = {"svg", "script", "style", "template", "noscript", "form"}
_LISTS = {"ul", "ol"}
_BLOCKS = {*_HEADINGS, *_LISTS, "p", "div", "section", "details", "table", "dl", "dt", "dd"}
_PAGE = re.compile(r"^(?![a-z]+:)([^#?]*/)(#.*)?$")
"""An address within the site that names a page by its folder."""


def write_plain_site(built: Path, folder: Path) -> int:
    """A MkDocs project with the words, headings, tables and links of every page, and nothing else.

    Gives the number of its pages.
    """
    texts = {page: text for page in built.rglob("index.html") if (text := _page(page))}
    for page, text in texts.items():
        target = folder / "docs" / page.relative_to(built).with_suffix(".md")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    (folder / "mkdocs.yml").write_text(_CONFIG, "utf-8")
    return len(texts)


def as_markdown(element: HtmlElement) -> Iterator[str]:
    """The blocks of an element, in their order."""
    if element.tag in _HEADINGS:
        anchor = f" {{: #{element.get('id')} }}" if element.get("id") else ""
        yield f"{_HEADINGS[element.tag]} {_inline(element)}{anchor}"
    elif element.tag == "table":
        yield from _table(element)
    elif element.tag in _LISTS:
        yield from _list(element)
    elif _has_blocks(element):
        yield from _container(element)
    elif words := _inline(element):
        yield words


def _page(file: Path) -> str:
    found = html.fromstring(file.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    main = found.find(".//main")
    return "" if main is None else "\n\n".join(as_markdown(main)) + "\n"


def _has_blocks(element: HtmlElement) -> bool:
    return any(inner.tag in _BLOCKS for inner in element.iterdescendants())


def _container(element: HtmlElement) -> Iterator[str]:
    yield from _words(element.text)
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _IGNORED:
            yield from as_markdown(child)
        yield from _words(child.tail)


def _words(text: str | None) -> Iterator[str]:
    if text and text.strip():
        yield _escaped(text)


def _list(element: HtmlElement) -> Iterator[str]:
    """Items of words alone as a list; what is within others, one after the other."""
    mark = "-" if element.tag == "ul" else "1."
    simple = [item for item in element if not _has_blocks(item)]
    if simple:
        yield "\n".join(f"{mark} {_inline(item)}" for item in simple)
    for item in element:
        if item not in simple:
            yield from _container(item)


def _table(element: HtmlElement) -> Iterator[str]:
    """A table of pipes; its first row is the head."""
    rows = [[_inline(cell) for cell in row.iterchildren("th", "td")] for row in element.iter("tr")]
    width = max((len(row) for row in rows), default=0)
    yield from (_inline(caption) for caption in element.iter("caption"))
    if width:
        filled = [[*row, *[""] * (width - len(row))] for row in rows]
        lines = [filled[0], ["---"] * width, *filled[1:]]
        yield "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _inline(element: HtmlElement) -> str:
    """Words and links in a line."""
    return re.sub(r"\s+", " ", "".join(_pieces(element))).strip()


def _pieces(element: HtmlElement) -> Iterator[str]:
    yield _escaped(element.text)
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _IGNORED:
            yield _linked(child) if child.tag == "a" else "".join(_pieces(child))
        yield _escaped(child.tail)


def _linked(link: HtmlElement) -> str:
    words, address = _inline(link), link.get("href", "")
    return f"[{words}]({_PAGE.sub(_source, address)})" if words and address else words


def _source(found: re.Match[str]) -> str:
    """The file of a page, as Markdown names it."""
    return f"{found[1]}index.md{found[2] or ''}"


def _escaped(text: str | None) -> str:
    return re.sub(r"([\\`*_\[\]<>|#])", r"\\\1", text or "").replace("\n", " ")
