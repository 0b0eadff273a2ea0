"""What is to be entered, all in one value: by a command's arguments, or by a click on the desk."""

from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from oit.entry.selection import Request


class Kind(StrEnum):
    """The kinds of entry, by the command that makes each."""

    FILE = "file"
    """`oit add O15 FILE`."""
    LINK = "link"
    """`oit add O4 URL`."""
    TEXT = "text"
    """`oit add O22 --text FILE`."""
    NONE = "none"
    """`oit none O12`."""
    CONFIRM = "confirm"
    """`oit confirm O1`."""
    REPLACE = "replace"
    """`oit replace O15 FILE NEWFILE`."""


class Order(Struct, frozen=True):
    """One entry to make. What is left out is asked for on a terminal, and an error elsewhere."""

    kind: Kind
    request: Request
    """The item, requirement, period, division and round that are meant."""
    source: Path | None = None
    """The file to publish, or that a text stands in."""
    text: str = ""
    """The address of a link, the words of a text, the reason of `none` or a replacement, a note."""
    title: str = ""
    post: str = ""
    """Who confirmed it, by the name of the post."""
    old_file: str = ""
    """The published file that is replaced."""
    sample: bool = False
    cleaning: bool = False
    """To take out what a file hides."""
    whole_year: bool = False
    """To publish each sheet of a workbook for its period."""

    @property
    def details(self) -> dict[str, str]:
        """The fields of an entry that are stated: `title` and `sample`."""
        given = {"title": self.title.strip(), "sample": "true" if self.sample else ""}
        return {name: value for name, value in given.items() if value}
