"""The headings of a page, for its table of contents."""

from html import escape
from html.parser import HTMLParser
from typing import TypedDict


class Heading(TypedDict):
    """A heading with an id and those under it."""

    level: int
    id: str
    name: str
    html: str
    children: list["Heading"]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Heading] = []
        self._open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        name = dict(attrs).get("id")
        if tag in ("h2", "h3") and name:
            self._open = True
            level = int(tag[1])
            self.found.append(Heading(level=level, id=name, name="", html="", children=[]))

    def handle_endtag(self, tag: str) -> None:
        self._open = self._open and tag not in ("h2", "h3")

    def handle_data(self, data: str) -> None:
        if self._open:
            self.found[-1]["name"] += data


def headings(html: str) -> list[Heading]:
    """The second-level headings of a page that have an id, each with its third-level ones.

    Names are escaped: the theme puts them into the table of contents as they are.
    """
    reader = _Reader()
    reader.feed(html)
    top: list[Heading] = []
    for heading in reader.found:
        heading["name"] = escape(" ".join(heading["name"].split()))
        nested = heading["level"] > 2 and top
        (top[-1]["children"] if nested else top).append(heading)
    return top
