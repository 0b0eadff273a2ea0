"""How well a machine can read a piece of evidence: from a picture to an open table."""

from enum import StrEnum

from oit.inspection.thai import TextLayer
from oit.site import FileFacts

_OPEN = frozenset({"text/csv", "application/json", "application/geo+json"})
_PICTURES = frozenset({"image/png", "image/jpeg"})


class Readability(StrEnum):
    """What a program can do with a file, the least first."""

    SCAN = "scan"
    TEXT = "text"
    TABLE = "table"
    OPEN_TABLE = "open-table"
    """A table whose columns are those of a published schema."""


def readability_of(facts: FileFacts) -> Readability | None:
    """The grade of a file; `None` where it was not looked into."""
    if facts.inspection is None or facts.inspection.content.fault:
        return None
    if facts.media_type in _PICTURES:
        return Readability.SCAN
    if (pdf := facts.inspection.content.pdf) and pdf.text_layer is not TextLayer.READABLE:
        return Readability.SCAN
    if facts.table and facts.table.header:
        return Readability.OPEN_TABLE if facts.table.schema else Readability.TABLE
    return Readability.TABLE if facts.media_type in _OPEN else Readability.TEXT
