"""The one number of a requirement and a period, added up from the tables that were published.

Which columns count is said by the schema of a table (`oit:figure`). Where a single cell cannot be
read, or anything published for the period is no such table, there is no sum: half a sum is wrong.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation

from msgspec import Struct

from oit.assessment.cells import Cell
from oit.assessment.result import CellEvidence, ItemAssessment
from oit.evidence.facts import TableReport
from oit.evidence.tables.parted import offers_in
from oit.evidence.tables.schema import FigureColumns, load_schema
from oit.evidence.tables.values import Code
from oit.model.mandate import Requirement
from oit.periods import Period
from oit.reporting.disclosed_tables import rows_of


class CountedRow(Struct, frozen=True, kw_only=True):
    """A row of a table: its name, what it counts, and what that is compared with."""

    name: str
    value: Decimal | None
    """`None` where the cell cannot be read."""
    beside: Decimal | None = None


class PeriodFigure(Struct, frozen=True, kw_only=True):
    """What the tables of a requirement say together of a period, or of none."""

    kind: str
    period: Period | None
    rows: tuple[CountedRow, ...]
    is_sample: bool
    is_whole: bool = True
    """Whether all that was published for the period has been added up."""

    @property
    def total(self) -> Decimal | None:
        """The sum; `None` where a part of it is not known."""
        return _sum(row.value for row in self.rows) if self.is_whole else None

    @property
    def beside(self) -> Decimal | None:
        """The sum of what it is compared with; `None` where a part of it is not known."""
        return _sum(row.beside for row in self.rows) if self.is_whole else None

    @property
    def is_nothing(self) -> bool:
        """Whether it was declared that there was nothing."""
        return self.is_whole and not self.rows

    @property
    def furthest_below(self) -> CountedRow | None:
        """The row that is furthest below what it is compared with; `None` where none is."""
        below = [row for row in self.rows if _gap(row) > 0]
        return max(below, key=_gap, default=None)


def percent(part: Decimal, whole: Decimal) -> Decimal | None:
    """Part of a hundred, with one decimal; of nothing there is none."""
    return (100 * part / whole).quantize(Decimal("0.1")) if whole > 0 else None


def figure_of(
    item: ItemAssessment, requirement: Requirement, period: Period | None
) -> PeriodFigure | None:
    """The figure of a period; `None` where no table counts, and nothing was declared.

    A period that was declared empty counts as nothing where other periods have a figure.
    """
    cells = _cells(item, requirement, period)
    entries = [
        entry
        for entry in item.evidence()
        if entry.cell in cells and entry.disclosure.evidence.kind != "none"
    ]
    columns = [found for entry in entries if (found := _columns_of(entry.table))]
    kind = columns[0].kind if columns else _kind_of(item, requirement)
    if kind is None or not any(cell.is_filled for cell in cells) or (entries and not columns):
        return None
    return PeriodFigure(
        kind=kind,
        period=period,
        rows=tuple(_rows(entries)),
        is_sample=any(_is_sample(cell) for cell in cells),
        is_whole=all(_is_certain(entry, kind) for entry in entries),
    )


def figures_of(item: ItemAssessment, requirement: Requirement) -> tuple[PeriodFigure, ...]:
    """The figures of all periods that have one, oldest first; one without a period if none has."""
    periods = dict.fromkeys(
        cell.period for cell in item.cells if cell.requirement.id == requirement.id
    )
    found = (figure_of(item, requirement, period) for period in periods)
    return tuple(figure for figure in found if figure)


def change_of(figures: Iterable[PeriodFigure], figure: PeriodFigure) -> Decimal | None:
    """By how much a figure differs from that of the period just before; `None` if not known."""
    period = figure.period
    before = [other for other in figures if other.period and period and _follows(period, other)]
    if not before or before[0].total is None or figure.total is None:
        return None
    return figure.total - before[0].total


def planned_year(item: ItemAssessment) -> PeriodFigure | None:
    """What the item's plan of the year adds up to; `None` where it discloses none."""
    found = (figure_of(item, requirement, None) for requirement in item.mandated.requirements)
    return next((figure for figure in found if figure and figure.kind == "planned"), None)


def rows_counted(report: TableReport) -> tuple[CountedRow, ...]:
    """The rows of a table by what they count; none where its schema counts nothing."""
    columns = _columns_of(report)
    if columns is None:
        return ()
    at = {name: index for index, name in enumerate(report.header)}
    return tuple(_row(row, at, columns) for row in rows_of(report))


def rows_against_plan(report: TableReport) -> tuple[CountedRow, ...]:
    """The rows of a table of what was spent, each beside its plan; none of any other table."""
    columns = _columns_of(report)
    return rows_counted(report) if columns and columns.kind == "spent" else ()


def plan_headings(report: TableReport) -> tuple[str, str]:
    """What such a table calls its plan and what was spent, as short as pages say it."""
    schema = load_schema(report.schema) if report.schema else None
    columns = _columns_of(report)
    if schema is None or columns is None:
        return "", ""
    short = {field.name: field.short for field in schema.fields}
    return short.get(columns.beside, ""), short.get(columns.value, "")


def _follows(period: Period, other: PeriodFigure) -> bool:
    before = other.period
    return (
        before is not None
        and before.months == period.months
        and ((period.start - before.end).days == 1)
    )


def _cells(item: ItemAssessment, requirement: Requirement, period: Period | None) -> list[Cell]:
    return [
        cell
        for cell in item.cells
        if cell.requirement.id == requirement.id and cell.period == period
    ]


def _kind_of(item: ItemAssessment, requirement: Requirement) -> str | None:
    """What the tables of a requirement count in any period; `None` where none counts."""
    entries = (entry for entry in item.evidence() if entry.cell.requirement.id == requirement.id)
    found = (columns.kind for entry in entries if (columns := _columns_of(entry.table)))
    return next(found, None)


def _columns_of(report: TableReport | None) -> FigureColumns | None:
    return load_schema(report.schema).figure if report and report.schema else None


def _is_sample(cell: Cell) -> bool:
    return any(disclosure.evidence.sample for disclosure in cell.disclosures)


def _is_certain(entry: CellEvidence, kind: str) -> bool:
    """Whether an entry is a table of that kind, of one period alone, whose own sums are right."""
    columns = _columns_of(entry.table)
    if entry.table is None or columns is None or columns.kind != kind:
        return False
    # Of a table for several periods, the share of each period is not known.
    has_one_period = len(entry.evidence.periods) <= 1
    return has_one_period and all(f.code != Code.TOTAL_DIFFERS for f in entry.table.faults)


def _rows(entries: Iterable[CellEvidence]) -> Iterator[CountedRow]:
    """The rows of all tables; a file that several sections name is counted once."""
    reports = {
        entry.evidence.file: entry.table for entry in entries if entry.evidence.kind == "file"
    }
    for report in reports.values():
        yield from rows_counted(report) if report else ()


def _row(cells: tuple[str, ...], at: dict[str, int], columns: FigureColumns) -> CountedRow:
    def amount(column: str) -> Decimal | None:
        return _amount(cells[at[column]]) if column in at else None

    name = cells[at[columns.name]] if columns.name in at else ""
    return CountedRow(name=name, value=amount(columns.value), beside=amount(columns.beside))


def _amount(cell: str) -> Decimal | None:
    """The figure in a cell, or what was agreed with those who are named in it."""
    try:
        figure = Decimal(cell)
    except InvalidOperation:
        offers = offers_in(cell)
        return sum((offer.price for offer in offers), Decimal()) if offers else None
    return figure if figure.is_finite() else None


def _sum(values: Iterable[Decimal | None]) -> Decimal | None:
    listed = list(values)
    known = [value for value in listed if value is not None]
    return sum(known, Decimal()) if len(known) == len(listed) else None


def _gap(row: CountedRow) -> Decimal:
    if row.value is None or row.beside is None:
        return Decimal()
    return row.beside - row.value
