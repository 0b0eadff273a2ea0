"""Statistics that an item discloses period by period, added up from its tables.

A table's schema says by `oit:chart` which column names the categories and which one counts.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from oit.assessment.cells import CellState
from oit.assessment.result import ItemAssessment
from oit.evidence.tables.schema import load_schema
from oit.model.mandate import Requirement
from oit.periods import Period
from oit.reporting.disclosed_tables import DisclosedTable, disclosed_tables


@dataclass(frozen=True, slots=True)
class Statistic:
    """What a requirement counts, by category and period."""

    requirement: Requirement
    measure: str
    """The column that counts: จำนวนเงิน (บาท)."""
    categories: tuple[str, ...]
    """In order of first appearance."""
    periods: tuple[Period, ...]
    values: Mapping[tuple[str, Period], Decimal]
    is_sample: bool

    def total(self, period: Period) -> Decimal:
        """The sum over all categories."""
        values = (self.values.get((category, period), Decimal()) for category in self.categories)
        return sum(values, Decimal())


def statistics_of(item: ItemAssessment) -> list[Statistic]:
    """A statistic for each requirement whose tables can be drawn."""
    statistics = (_statistic(item, requirement) for requirement in item.mandated.requirements)
    return [statistic for statistic in statistics if statistic]


def _statistic(item: ItemAssessment, requirement: Requirement) -> Statistic | None:
    """`None` without a table to draw, and where tables count different things."""
    sums: dict[tuple[str, Period], Decimal] = defaultdict(Decimal)
    measures: set[str] = set()
    samples = []
    for period, table in _tables_by_period(item, requirement):
        chart = load_schema(table.report.schema).chart if table.report.schema else None
        if chart:
            category_column, measure = chart
            measures.add(measure)
            samples.append(table.evidence.sample)
            for category, value in _values(table, category_column, measure):
                sums[category, period] += value
    if len(measures) != 1:
        return None
    return Statistic(
        requirement=requirement,
        measure=measures.pop(),
        categories=tuple(dict.fromkeys(category for category, _ in sums)),
        periods=tuple(sorted({period for _, period in sums} | _empty_periods(item, requirement))),
        values=dict(sums),
        is_sample=any(samples),
    )


def _empty_periods(item: ItemAssessment, requirement: Requirement) -> set[Period]:
    """The periods with a stated nothing (`none`): they are drawn as zero."""
    return {
        cell.period
        for cell in item.cells
        if cell.requirement.id == requirement.id and cell.period and cell.state is CellState.NONE
    }


def _tables_by_period(
    item: ItemAssessment, requirement: Requirement
) -> Iterator[tuple[Period, DisclosedTable]]:
    """The tables of a requirement that are about a single period, each file once."""
    seen: set[tuple[str, Period]] = set()
    for table in disclosed_tables(item.evidence()):
        period, file = table.cell.period, table.evidence.file
        # Of a table for several periods, the share of each period is not known.
        if period is None or len(table.evidence.periods) != 1 or (file, period) in seen:
            continue
        if table.cell.requirement.id == requirement.id:
            seen.add((file, period))
            yield period, table


def _values(
    table: DisclosedTable, category_column: str, measure: str
) -> Iterator[tuple[str, Decimal]]:
    for row in table.rows:
        try:
            yield row[category_column], Decimal(row[measure])
        except (InvalidOperation, KeyError):
            continue  # a blank cell counts nothing; conformance to the schema is checked elsewhere
