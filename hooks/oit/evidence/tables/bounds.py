"""Bounds of time and memory: what a reader may walk before it gives a file up."""

import io
import zipfile
from collections.abc import Iterable

from oit.evidence.tables.text import clean
from oit.evidence.tables.values import (
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_FILLED,
    MAX_UNPACKED,
    Code,
    Refusal,
    Row,
    TableFault,
)

MAX_MEMBER = 4_000_000
"""Bytes of one packed part that a reader takes in as a whole, such as the styles."""

_LARGE_MEMBERS = (
    *("xl/worksheets/", "xl/sharedStrings.xml", "xl/media/", "xl/drawings/", "xl/pivotCache/"),
    *("content.xml", "Pictures/", "Thumbnails/", "Object "),
)


class Budget:
    """What is left of the bounds while the rows of a file are read."""

    def __init__(self) -> None:
        self._cells = MAX_CELLS
        self._filled = MAX_FILLED

    def spend(self, cells: int, filled: int = 0) -> None:
        """Count cells. Raises `Refusal` once there were too many."""
        self._cells -= cells
        self._filled -= filled
        if self._cells < 0 or self._filled < 0:
            raise Refusal(TableFault(Code.TOO_LARGE, detail=str(MAX_FILLED)))

    def row(self, number: int, cells: Iterable[str], sheet: str = "") -> Row:
        """A row of cleaned texts, counted."""
        texts = tuple(clean(cell) for cell in cells)
        self.spend(len(texts) + 1, sum(map(bool, texts)))
        if any(texts[MAX_COLUMNS:]):
            raise Refusal(TableFault(Code.TOO_LARGE, sheet, number, detail=str(MAX_COLUMNS)))
        return Row(number, texts, sheet)


def unpacked(data: bytes) -> zipfile.ZipFile:
    """The archive in `data`. Raises `Refusal` where it would unpack to too much.

    `zipfile` never gives out more bytes than a member declares, so that these can be trusted.
    """
    archive = zipfile.ZipFile(io.BytesIO(data))
    members = archive.infolist()
    is_large = any(
        member.file_size > MAX_MEMBER and not member.filename.startswith(_LARGE_MEMBERS)
        for member in members
    )
    if is_large or sum(member.file_size for member in members) > MAX_UNPACKED:
        raise Refusal(TableFault(Code.TOO_LARGE, detail=str(MAX_UNPACKED)))
    return archive
