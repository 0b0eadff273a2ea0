"""Results of an earlier year's assessment, as the office discloses them in tables."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TypeAlias

from oit.assessment.result import RoundAssessment
from oit.assessment.scoring import level_of, question_scores, rounded, tool_scores, weighted_total
from oit.evidence.facts import TableReport
from oit.model.mandate import Level
from oit.model.record import FileEvidence

Rows: TypeAlias = tuple[Mapping[str, str], ...]
"""A table's rows by the names of its columns."""

PREFIX = "ita-"
"""Of the schemas of such tables."""
_NEEDED = ("ita-indicators", "ita-questions")


@dataclass(frozen=True, kw_only=True, slots=True)
class ItaResults:
    """What the tables of a round say of the year before."""

    fiscal_year: int
    tables: Mapping[str, Rows]
    """By the name of their schema."""
    tools: Mapping[str, Decimal]
    total: Decimal | None
    level: Level | None
    is_sample: bool
    """Whether any of the tables is."""

    def rows(self, schema: str) -> Rows:
        """The rows of a table; none where it is not disclosed."""
        return self.tables.get(schema, ())

    def by(self, schema: str, column: str) -> dict[str, list[Mapping[str, str]]]:
        """The rows of a table, grouped by a column, in the order of its first appearance."""
        groups: dict[str, list[Mapping[str, str]]] = {}
        for row in self.rows(schema):
            groups.setdefault(row[column], []).append(row)
        return groups


def ita_results_of(round_: RoundAssessment) -> ItaResults | None:
    """The results that a round discloses; `None` without their tables."""
    previous = round_.policy.previous_results
    disclosed = list(_disclosed(round_))
    tables = {name: _rows(table) for name, table, _ in disclosed}
    if previous is None or any(name not in tables for name in _NEEDED):
        return None
    tools = tool_scores(question_scores(round_.contents.previous_results or b""))
    scoring = round_.mandate.scoring
    total = weighted_total(scoring, tools)
    return ItaResults(
        fiscal_year=previous.fiscal_year,
        tables=tables,
        tools={tool: rounded(score) for tool, score in tools.items()},
        total=total,
        level=level_of(scoring, total, tools) if total is not None else None,
        is_sample=any(evidence.sample for _, _, evidence in disclosed),
    )


def number(text: str) -> Decimal:
    """The number in a cell; nothing counts as 0."""
    try:
        return Decimal(text)
    except InvalidOperation:
        return Decimal()


def _disclosed(round_: RoundAssessment) -> Iterator[tuple[str, TableReport, FileEvidence]]:
    """The tables of results in evidence that counts by now, by schema: nothing that is withheld."""
    for evidence, table in _tables(round_):
        if table.schema and table.schema.startswith(PREFIX) and not table.faults:
            yield table.schema, table, evidence


def _tables(round_: RoundAssessment) -> Iterator[tuple[FileEvidence, TableReport]]:
    for filling in round_.evidence():
        if isinstance(filling.evidence, FileEvidence) and filling.table:
            yield filling.evidence, filling.table


def _rows(table: TableReport) -> Rows:
    return tuple(csv.DictReader(io.StringIO(table.open_csv, newline="")))
