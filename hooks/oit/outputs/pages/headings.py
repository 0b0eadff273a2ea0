"""The headings of a page's HTML, for the theme's table of contents."""

from html import escape
from html.parser import HTMLParser
from typing import TypedDict


class Heading(TypedDict):
    """A heading that has an id, in the shape that `mkdocs.structure.toc.get_toc` reads."""

    level: int
    id: str
    name: str
    """Its text, escaped: the theme puts it into the table of contents as it is."""
    html: str
    children: list["Heading"]


def headings(html: str) -> list[Heading]:
    """The `h2` of a page that have an id, each with the `h3` that follow it.

    An `h3` before any `h2` stands at the top.
    """
    parser = _HeadingParser()
    parser.feed(html)
    top: list[Heading] = []
    for heading in parser.headings:
        heading["name"] = escape(" ".join(heading["name"].split()))
        is_nested = heading["level"] > 2 and top
        (top[-1]["children"] if is_nested else top).append(heading)
    return top


class _HeadingParser(HTMLParser):
    """Collects the headings in the order of the page, none inside another yet."""

    def __init__(self) -> None:
        super().__init__()
        self.headings: list[Heading] = []
        self._is_inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        name = dict(attrs).get("id")
        if tag in ("h2", "h3") and name:
            self._is_inside = True
            level = int(tag[1])
            self.headings.append(Heading(level=level, id=name, name="", html="", children=[]))

    def handle_endtag(self, tag: str) -> None:
        self._is_inside = self._is_inside and tag not in ("h2", "h3")

    def handle_data(self, data: str) -> None:
        if self._is_inside:
            self.headings[-1]["name"] += data
