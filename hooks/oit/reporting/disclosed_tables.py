"""The tables in evidence that counts on the assessed date, for statistics and previous results."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import TypeAlias

from msgspec import Struct

from oit.assessment.cells import Cell
from oit.assessment.result import CellEvidence
from oit.escaping import from_spreadsheet
from oit.evidence.facts import TableReport
from oit.model.record import FileEvidence

Rows: TypeAlias = tuple[Mapping[str, str], ...]
"""A table's rows, each cell by the name of its column."""


class DisclosedTable(Struct, frozen=True):
    """A table, the evidence entry of its file, and the cell that it fills."""

    cell: Cell
    evidence: FileEvidence
    report: TableReport

    @property
    def rows(self) -> Rows:
        """Its rows, as in its open CSV copy."""
        # No translation of newlines: the csv module keeps those within quoted cells.
        return tuple(csv.DictReader(io.StringIO(self.report.open_csv, newline="")))


def rows_of(report: TableReport) -> tuple[tuple[str, ...], ...]:
    """All rows of a table as its file has them, each as long as the header."""
    width = len(report.header)
    read = csv.reader(io.StringIO(report.open_csv, newline=""))
    rows = ([from_spreadsheet(cell) for cell in row[:width]] for row in islice(read, 1, None))
    return tuple((*row, *[""] * (width - len(row))) for row in rows)


def disclosed_tables(evidence: Iterable[CellEvidence]) -> Iterator[DisclosedTable]:
    """The files with a table that could be read, once for each cell that they fill."""
    for cell_evidence in evidence:
        if isinstance(cell_evidence.evidence, FileEvidence) and cell_evidence.table:
            yield DisclosedTable(cell_evidence.cell, cell_evidence.evidence, cell_evidence.table)
