"""Where something stands in a file, as its reader would look for it."""

from enum import StrEnum

from msgspec import Struct


class Where(StrEnum):
    """What kind of place a passage stands in."""

    LINE = "line"
    PAGE = "page"
    SHEET = "sheet"
    BODY = "body"
    HEADER = "header"
    COMMENT = "comment"
    NOTE = "note"
    PROPERTY = "property"
    HIDDEN = "hidden"
    """Text that no reader sees: unused strings, caches, link targets, markup of a drawing."""


VISIBLE = frozenset({Where.LINE, Where.PAGE, Where.SHEET, Where.BODY, Where.HEADER})
"""Where a reader finds text without looking for it."""


class Location(Struct, frozen=True):
    """Where a passage stands."""

    where: Where
    name: str = ""
    """Of the sheet, the property or the part; the number of a page or line."""
    cell: str = ""
    """Its address, such as `G14`."""
    inside: str = ""
    """The names of the files within the file that it stands in, outermost first, by ` › `."""
