"""Results of an earlier year's assessment (ITA), as the office discloses them in tables."""

from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation

from msgspec import Struct

from oit.assessment.result import RoundAssessment
from oit.assessment.scoring import level_of, question_scores, rounded, tool_scores, weighted_total
from oit.model.mandate import Level
from oit.reporting.disclosed_tables import DisclosedTable, Rows, disclosed_tables

ITA_SCHEMA_PREFIX = "ita-"
"""How the names of the schemas of such tables begin."""
_REQUIRED_SCHEMAS = ("ita-indicators", "ita-questions")


class ItaResults(Struct, frozen=True, kw_only=True):
    """What the tables in a round say of an earlier year."""

    fiscal_year: int
    """The Buddhist fiscal year of the results."""
    tables: Mapping[str, Rows]
    """By the name of their schema."""
    tools: Mapping[str, Decimal]
    """Score by tool (IIT, EIT, OIT), two decimals."""
    total: Decimal | None
    level: Level | None
    is_sample: bool
    """Whether any of the tables is."""

    def rows(self, schema: str) -> Rows:
        """The rows of a table; empty where it is not disclosed."""
        return self.tables.get(schema, ())

    def by(self, schema: str, column: str) -> dict[str, list[Mapping[str, str]]]:
        """The rows of a table grouped by a column, groups in order of first appearance."""
        groups: dict[str, list[Mapping[str, str]]] = {}
        for row in self.rows(schema):
            groups.setdefault(row[column], []).append(row)
        return groups


def ita_results_of(round_: RoundAssessment) -> ItaResults | None:
    """The results that a round discloses; `None` without a policy on them or a required table."""
    previous = round_.policy.previous_results
    disclosed = list(_result_tables(round_))
    tables = {schema: table.rows for schema, table in disclosed}
    if previous is None or any(schema not in tables for schema in _REQUIRED_SCHEMAS):
        return None
    tools = tool_scores(question_scores(round_.contents.previous_results or b""))
    scoring = round_.mandate.scoring
    # From the unrounded scores; those shown are rounded below.
    total = weighted_total(scoring, tools)
    return ItaResults(
        fiscal_year=previous.fiscal_year,
        tables=tables,
        tools={tool: rounded(score) for tool, score in tools.items()},
        total=total,
        level=level_of(scoring, total, tools) if total is not None else None,
        is_sample=any(table.evidence.sample for _, table in disclosed),
    )


def number(text: str) -> Decimal:
    """The number in a cell; 0 for anything that is no number."""
    try:
        return Decimal(text)
    except InvalidOperation:
        return Decimal()


def _result_tables(round_: RoundAssessment) -> Iterator[tuple[str, DisclosedTable]]:
    """The tables of results without faults, with the name of their schema."""
    for table in disclosed_tables(round_.evidence()):
        schema = table.report.schema
        if schema and schema.startswith(ITA_SCHEMA_PREFIX) and not table.report.faults:
            yield schema, table
