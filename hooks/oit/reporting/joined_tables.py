"""The tables that fill a requirement, period by period, as one table."""

from collections.abc import Iterator

from msgspec import Struct

from oit.assessment.result import ItemAssessment
from oit.evidence.facts import TableReport
from oit.model.mandate import Requirement
from oit.model.record import FileEvidence
from oit.periods import Period
from oit.reporting.disclosed_tables import rows_of


class Source(Struct, frozen=True, kw_only=True):
    """A file with a table, and what it is the evidence of."""

    evidence: FileEvidence
    sha256: str
    report: TableReport
    division: str
    """The division that disclosed it."""
    periods: tuple[Period, ...]
    """The periods that it fills; none where the requirement is owed once."""


class JoinedTable(Struct, frozen=True, kw_only=True):
    """The tables of a requirement, which all have the same columns."""

    requirement: Requirement
    sources: tuple[Source, ...]
    """The newest period first; at least one."""

    @property
    def report(self) -> TableReport:
        """The table whose header and schema all others share."""
        return self.sources[0].report

    @property
    def rows(self) -> Iterator[tuple[Source, tuple[str, ...]]]:
        """Every row with the file it stands in."""
        return ((source, row) for source, _, row in self.numbered_rows)

    @property
    def numbered_rows(self) -> Iterator[tuple[Source, int, tuple[str, ...]]]:
        """Every row with the file it stands in, and which of its rows it is, from 1."""
        for source in self.sources:
            numbered = enumerate(rows_of(source.report), 1)
            yield from ((source, number, row) for number, row in numbered)

    @property
    def is_sample(self) -> bool:
        """Whether any of the files is."""
        return any(source.evidence.sample for source in self.sources)

    @property
    def has_divisions(self) -> bool:
        """Whether several divisions disclosed them."""
        return len({source.division for source in self.sources}) > 1


def joined_tables_of(item: ItemAssessment) -> tuple[JoinedTable, ...]:
    """The joined table of each requirement that has one, in the mandate's order."""
    joined = (joined_table_of(item, requirement) for requirement in item.mandated.requirements)
    return tuple(table for table in joined if table)


def tables_by_schema(item: ItemAssessment) -> Iterator[JoinedTable]:
    """For programs: a table of each requirement and schema, and what `joined_tables_of` has else.

    A requirement may ask for tables of several kinds, whose files fit together only by kind.
    """
    for requirement in item.mandated.requirements:
        if requirement.tables:
            yield from _by_schema(item, requirement)
        elif joined := joined_table_of(item, requirement):
            yield joined


def joined_table_of(item: ItemAssessment, requirement: Requirement) -> JoinedTable | None:
    """The tables of a requirement as one; `None` where there is none, or they do not fit together.

    They fit where their columns are the same. A single file that no schema describes is no table
    over periods, and is left to its item's page.
    """
    sources = _newest_first(item, requirement)
    columns = {(source.report.schema, source.report.header) for source in sources}
    if len(columns) != 1 or (len(sources) == 1 and not requirement.tables):
        return None
    return JoinedTable(requirement=requirement, sources=sources)


def _by_schema(item: ItemAssessment, requirement: Requirement) -> Iterator[JoinedTable]:
    """A table for each schema that its files follow, in the mandate's order."""
    sources = _newest_first(item, requirement)
    for schema in requirement.tables:
        if following := tuple(source for source in sources if source.report.schema == schema):
            yield JoinedTable(requirement=requirement, sources=following)


def _newest_first(item: ItemAssessment, requirement: Requirement) -> tuple[Source, ...]:
    """The files, the newest period first; of two with the same rows only the first.

    A workbook and its CSV are often disclosed together: every sum would count them twice.
    """
    found = sorted(_sources(item, requirement), key=lambda source: source.periods, reverse=True)
    first: dict[object, Source] = {}
    for source in found:
        rows = source.report.fingerprint or source.sha256
        first.setdefault((source.division, source.periods, rows), source)
    return tuple(first.values())


def _sources(item: ItemAssessment, requirement: Requirement) -> Iterator[Source]:
    """The files with a table that could be read, each once with all periods that it fills."""
    filled: dict[str, Source] = {}
    for entry in item.evidence():
        evidence, facts, table = entry.evidence, entry.facts, entry.table
        if not isinstance(evidence, FileEvidence) or not facts or not table or not table.header:
            continue
        if entry.cell.requirement.id == requirement.id:
            before = filled[evidence.file].periods if evidence.file in filled else ()
            period = entry.cell.period
            periods = tuple(sorted({*before, period})) if period else before
            filled[evidence.file] = Source(
                evidence=evidence,
                sha256=facts.sha256,
                report=table,
                division=entry.division,
                periods=periods,
            )
    yield from filled.values()
