"""Statistics that an item discloses period by period, added up from its tables."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from oit.assessment.cells import CellState
from oit.assessment.result import ItemAssessment
from oit.evidence.facts import TableReport
from oit.evidence.tables.schema import load_schema
from oit.model.mandate import Requirement
from oit.model.record import FileEvidence
from oit.periods import Period


@dataclass(frozen=True, slots=True)
class Statistic:
    """What a requirement counts, by category and period."""

    requirement: Requirement
    measure: str
    """The column that counts: จำนวนเงิน (บาท)."""
    categories: tuple[str, ...]
    periods: tuple[Period, ...]
    values: Mapping[tuple[str, Period], Decimal]
    is_sample: bool

    def total(self, period: Period) -> Decimal:
        """The sum over all categories."""
        found = (self.values.get((one, period), Decimal()) for one in self.categories)
        return sum(found, Decimal())


def statistics_of(one: ItemAssessment) -> list[Statistic]:
    """A statistic for each requirement of an item whose tables say what is to be drawn."""
    found = (_statistic(one, requirement) for requirement in one.mandated.requirements)
    return [statistic for statistic in found if statistic]


def _statistic(one: ItemAssessment, requirement: Requirement) -> Statistic | None:
    sums: dict[tuple[str, Period], Decimal] = defaultdict(Decimal)
    measures: dict[str, None] = {}
    samples = []
    for period, evidence, table in _tables(one, requirement):
        chart = load_schema(table.schema).chart if table.schema else None
        if chart:
            measures[chart[1]] = None
            samples.append(evidence.sample)
            for category, value in _values(table, *chart):
                sums[category, period] += value
    if len(measures) != 1:
        return None
    return Statistic(
        requirement=requirement,
        measure=next(iter(measures)),
        categories=tuple(dict.fromkeys(category for category, _ in sums)),
        periods=tuple(sorted({period for _, period in sums} | _without(one, requirement))),
        values=dict(sums),
        is_sample=any(samples),
    )


def _without(one: ItemAssessment, requirement: Requirement) -> set[Period]:
    """The periods of which a record says that there was nothing: nothing is a figure too."""
    return {
        cell.period
        for cell in one.cells
        if cell.requirement.id == requirement.id and cell.period and cell.state is CellState.NONE
    }


def _tables(
    one: ItemAssessment, requirement: Requirement
) -> Iterable[tuple[Period, FileEvidence, TableReport]]:
    """The tables of a requirement that are about one period, each file once."""
    found: dict[tuple[str, Period], tuple[Period, FileEvidence, TableReport]] = {}
    for filling in one.evidence():
        evidence, period, table = filling.evidence, filling.cell.period, filling.table
        if not isinstance(evidence, FileEvidence) or len(evidence.periods) != 1:
            continue
        if filling.cell.requirement.id == requirement.id and period and table:
            found.setdefault((evidence.file, period), (period, evidence, table))
    return found.values()


def _values(table: TableReport, category: str, value: str) -> Iterator[tuple[str, Decimal]]:
    for row in csv.DictReader(io.StringIO(table.open_csv, newline="")):
        try:
            yield row[category], Decimal(row[value])
        except (InvalidOperation, KeyError):
            continue  # a blank cell counts nothing; the check of the table has told of others
