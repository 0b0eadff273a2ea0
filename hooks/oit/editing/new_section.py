"""A text as a section of a record: what a division sends becomes Markdown under a heading.

The text keeps its words. Its headings come below that of the section, ids that it brings are taken
out, and what stood before it as front matter of another program is left out.
"""

import re
from collections.abc import Collection

from markdown_it import MarkdownIt
from msgspec import Struct

from oit.model.mandate import Requirement
from oit.periods import Period
from oit.records.visible_text import HEADING_ID

_MARKDOWN = MarkdownIt("commonmark")
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_BLANK_LINES = re.compile(r"\n{3,}")
_TOP_LEVEL = 3
"""The level of the highest heading in a section, whose own is of level 2."""
_LOWEST_LEVEL = 6


class NewSection(Struct, frozen=True):
    """A heading with an id, and the text under it."""

    id: str
    title: str
    text: str

    @property
    def markdown(self) -> str:
        """The section as it stands in a record."""
        return f"## {self.title} {{#{self.id}}}\n\n{self.text}\n"


def section_id(requirement: Requirement, period: Period | None, taken: Collection[str]) -> str:
    """An id that is free: `briefing`, `briefing-2025-03`, `briefing-2`."""
    stem = "-".join([requirement.id, *([str(period).lower()] if period else [])])
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return next(name for name in (stem, *numbered) if name not in taken)


def tidy_text(text: str) -> tuple[str | None, str]:
    """The heading that a text begins with, `None` where it has none, and the rest, tidied."""
    lines = _FRONT_MATTER.sub("", _with_line_feeds(text)).strip("\n").split("\n")
    tokens = _MARKDOWN.parse("\n".join(lines))
    headings = [
        (token.map, int(token.tag[1]), tokens[index + 1].content)
        for index, token in enumerate(tokens)
        if token.type == "heading_open" and token.map
    ]
    title = None
    if headings and headings[0][0][0] == 0:
        title = _without_id(headings[0][2])
        _blank(lines, headings.pop(0)[0])
    shift = _TOP_LEVEL - min((level for _, level, _ in headings), default=_TOP_LEVEL)
    for extent, level, words in headings:
        _blank(lines, extent)
        marks = "#" * min(level + shift, _LOWEST_LEVEL)
        lines[extent[0]] = f"{marks} {_without_id(words)}"
    tidied = "\n".join(line.rstrip() for line in lines).strip()
    return title, _BLANK_LINES.sub("\n\n", tidied)


def with_section(data: bytes, section: NewSection) -> bytes:
    """The bytes of a record with a section at its end, in the line ends of the record."""
    text = data.decode("utf-8")
    line_end = "\r\n" if "\r\n" in text else "\n"
    before = text.rstrip()
    added = f"{line_end}{line_end}{section.markdown.replace(chr(10), line_end)}"
    return (before + added).encode("utf-8")


def _with_line_feeds(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _blank(lines: list[str], extent: list[int]) -> None:
    """A heading may stand on two lines, the second of dashes."""
    for number in range(*extent):
        lines[number] = ""


def _without_id(words: str) -> str:
    return HEADING_ID.sub("", words).strip()
