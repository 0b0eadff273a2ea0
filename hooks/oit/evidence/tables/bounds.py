"""What a table reader may walk before it gives a file up; the numbers are in `limits`."""

from collections.abc import Iterable

from oit.evidence.archive import Archive
from oit.evidence.faults import CannotReadError, FileFault
from oit.evidence.limits import (
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_FILLED,
    MAX_TABLE_BYTES,
    MAX_WHOLE_MEMBER,
    ArchiveBounds,
)
from oit.evidence.tables.text import clean_cell
from oit.evidence.tables.values import CannotReadTableError, Code, Row, TableFault

_BOUNDS = ArchiveBounds(expanded=MAX_TABLE_BYTES)
# Members, in lower case, that the readers stream, or never open: these may be large.
_LARGE_MEMBERS = (
    *("xl/worksheets/", "xl/sharedstrings.xml", "xl/media/", "xl/drawings/", "xl/pivotcache/"),
    *("content.xml", "pictures/", "thumbnails/", "object "),
)


class CellBudget:
    """Counts the cells of a file while its rows are read."""

    def __init__(self) -> None:
        self._cells = MAX_CELLS
        self._filled = MAX_FILLED

    def spend(self, cells: int, filled: int = 0) -> None:
        """Count cells. Raises `CannotReadTableError` once there were too many."""
        self._cells -= cells
        self._filled -= filled
        if self._cells < 0 or self._filled < 0:
            raise CannotReadTableError(TableFault(Code.TOO_LARGE, detail=str(MAX_FILLED)))

    def row(self, number: int, cells: Iterable[str], sheet: str = "") -> Row:
        """A row of cleaned texts, counted. Raises `CannotReadTableError`."""
        texts = tuple(clean_cell(cell) for cell in cells)
        self.spend(len(texts) + 1, sum(map(bool, texts)))
        if any(texts[MAX_COLUMNS:]):
            fault = TableFault(Code.TOO_LARGE, sheet, number, detail=str(MAX_COLUMNS))
            raise CannotReadTableError(fault)
        return Row(number, texts, sheet)


def open_workbook(data: bytes) -> Archive:
    """The zip container of a workbook.

    Raises `CannotReadTableError` (`too-large`) beyond the bounds, `CannotReadError` where broken.
    """
    try:
        archive = Archive(data, _BOUNDS)
    except CannotReadError as error:
        if error.fault is FileFault.TOO_COSTLY:
            raise _too_large() from None
        raise
    if any(
        size > MAX_WHOLE_MEMBER and not name.lower().startswith(_LARGE_MEMBERS)
        for name, size in archive.sizes.items()
    ):
        raise _too_large()
    return archive


def _too_large() -> CannotReadTableError:
    return CannotReadTableError(TableFault(Code.TOO_LARGE, detail=str(MAX_TABLE_BYTES)))
