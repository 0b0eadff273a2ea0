"""What each visible sheet of a workbook says that it is, and from which months its rows are."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from oit.evidence.named import DatedRows, Named, SheetFacts, named_offices
from oit.evidence.named_periods import named_periods
from oit.evidence.period_labels import labelled_periods
from oit.evidence.tables.sheets import SheetTable, sheets_with_tables
from oit.evidence.tables.text import arabic, iso_date
from oit.evidence.tables.values import Row, TableFacts
from oit.evidence.words import patterns_of

MAX_SHEETS = 100
"""Sheets that are looked at; a year has twelve months."""
_MAX_GROUPS = 50
_WORDS = patterns_of(__name__)
_DAY = re.compile(
    r"(?<![\d/.-])(?:\d{4}-\d{2}-\d{2}|\d{1,2}[/-]\d{1,2}[/-]\d{4}"
    rf"|\d{{1,2}} ?{_WORDS['month']} ?(?:{_WORDS['era']})?(?:\d{{4}}|\d{{2}}))(?!\d)"
)


def sheet_facts(facts: TableFacts) -> tuple[SheetFacts, ...]:
    """What the visible sheets of a file say that they are, in order."""
    return tuple(map(_of, sheets_with_tables(facts)[:MAX_SHEETS]))


def _of(sheet: SheetTable) -> SheetFacts:
    table = sheet.table
    return SheetFacts(
        name=sheet.name,
        by_name=tuple(sorted(labelled_periods(sheet.name))),
        title=named_in("\n".join(sheet.titles)),
        dated=tuple(_dated(table.rows)) if table else (),
        row_count=len(table.rows) if table else 0,
        states_none=bool(table and table.states_none),
    )


def named_in(title: str) -> Named:
    """The periods and offices that a title names."""
    return Named(tuple(sorted(named_periods(title))), named_offices(title))


def _dated(rows: Sequence[Row]) -> Iterator[DatedRows]:
    """The rows that have days, by the months of these."""
    months = [(row.number, tuple(sorted(_months(row)))) for row in rows]
    first: dict[tuple[str, ...], int] = {}
    for number, named in months:
        first.setdefault(named, number)
    counts = Counter(named for _, named in months if named)
    for named, count in counts.most_common(_MAX_GROUPS):
        yield DatedRows(named, count, first[named])


def _months(row: Row) -> set[str]:
    """The months of all days that stand in a row, alone in a cell or within words."""
    found = (iso_date(match[0]) for cell in row.cells for match in _DAY.finditer(arabic(cell)))
    return {day[:7] for day in found if day}
