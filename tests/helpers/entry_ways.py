"""Which kinds of entry can be made in which ways: the table that each is held to the command by.

What is typed or sent is compared in `tests/builds/test_entry_ways.py`, what is entered in the form
in `tests/full/test_form_kinds.py`, each byte for byte.
"""

from collections.abc import Mapping
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of entry, by what a division has."""

    FILE = "file"
    SEVERAL = "several files"
    """A workbook of a year, which becomes a file for each month."""
    LINK = "link"
    TEXT = "text"
    NONE = "none"
    CONFIRM = "confirm"
    REPLACE = "replace"


class Way(StrEnum):
    """The ways besides the command."""

    TYPED = "typed"
    """On the desk's page, into its form of one entry."""
    SENT = "sent"
    """On the desk's page as a file alone, with a click where the desk asks."""
    FORM = "form"
    """In the office's form in the browser."""


WAYS: Mapping[Kind, tuple[Way, ...]] = {
    Kind.FILE: (Way.TYPED, Way.SENT, Way.FORM),
    Kind.SEVERAL: (Way.TYPED, Way.SENT),
    Kind.LINK: (Way.TYPED, Way.FORM),
    Kind.TEXT: (Way.TYPED, Way.SENT, Way.FORM),
    Kind.NONE: (Way.TYPED, Way.FORM),
    Kind.CONFIRM: (Way.TYPED, Way.FORM),
    Kind.REPLACE: (Way.TYPED, Way.SENT, Way.FORM),
}


def kinds_by(way: Way) -> list[Kind]:
    """The kinds that can be made in a way."""
    return [kind for kind, ways in WAYS.items() if way in ways]
