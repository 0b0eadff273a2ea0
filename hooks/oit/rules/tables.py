"""A table that is evidence can be read, and has the columns that are asked for."""

from collections.abc import Callable, Iterator, Mapping

from oit.findings import Finding, Kind
from oit.inspection.values import TableReport
from oit.tables.values import Code

_RULES: Mapping[str, str] = {
    Code.ENCODING_CP874: "table-encoding",
    Code.ENCODING_BROKEN: "table-broken",
    Code.DELIMITER: "table-broken",
    Code.QUOTES_BROKEN: "table-broken",
    Code.UNREADABLE: "table-broken",
    Code.TOO_LARGE: "file-too-costly",
    Code.NO_TABLE: "table-empty",
    Code.HEADER_ONLY: "table-empty",
    Code.RAGGED_ROW: "table-ragged",
    Code.BLANK_HEADER: "table-header",
    Code.REPEATED_HEADER: "table-header",
    Code.MISSING_COLUMN: "table-column-missing",
    Code.UNKNOWN_COLUMN: "table-column-unknown",
}
"""The rule of each fault of reading; those of the Frictionless library are `table-cell`."""


def check_table(table: TableReport, make: Callable[..., Finding]) -> Iterator[Finding]:
    """A finding for each fault of a table, with its sheet, row and column."""
    for fault in table.faults:
        rule = _RULES.get(fault.code, "table-cell")
        kind = Kind.NOTICE if rule == "table-column-unknown" else Kind.INVALID
        yield make(rule, kind, fault, found=fault.found, code=fault.code, detail=fault.detail)
