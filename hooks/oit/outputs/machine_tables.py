"""The tables of requirements for programs: over the periods of a round, and over all rounds.

Each row says first whose it is, of which item and period, and in which file it stands, so that
tables of many offices can be put together; then come the columns of `machine_columns`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from msgspec import Struct

from oit.assessment.result import ItemAssessment, RoundAssessment
from oit.catalog import Language, say
from oit.contract.addresses import absolute, item_path, lasting_table_path, year_table_path
from oit.contract.base import Name
from oit.evidence.tables.machine_columns import MachineColumn, machine_cells, machine_columns
from oit.evidence.tables.schema import TableSchema, load_schema
from oit.outputs.publication import Publication
from oit.reporting.joined_tables import JoinedTable, Source, tables_by_schema

_FIRST = {
    "office": "string",
    "scheme": "string",
    "fiscal_year": "integer",
    "item": "string",
    "topic": "string",
    "requirement": "string",
    "period": "string",
    "division": "string",
    "sample": "boolean",
    "source": "string",
    "source_sha256": "string",
    "published": "date",
    "row": "integer",
}
"""The columns before those of the files, with their types, as in `evidence.csv`."""
_PATTERNS = {
    "integer": re.compile(r"-?\d{1,18}", re.ASCII),
    "number": re.compile(r"-?\d{1,18}(\.\d+)?", re.ASCII),
    "date": re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII),
    "boolean": re.compile("true|false"),
}

Row = tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class TableFiles:
    """The files of a table: as CSV, as Parquet, and its Table Schema."""

    path: str
    """From the site's root, without an ending."""
    title: Name
    sample: bool
    """Whether any of its rows is one."""

    @property
    def csv_path(self) -> str:
        """Where its rows stand as CSV."""
        return f"{self.path}.csv"

    @property
    def parquet_path(self) -> str:
        """Where they stand with their types."""
        return f"{self.path}.parquet"

    @property
    def schema_path(self) -> str:
        """Where its columns are described."""
        return f"{self.path}.schema.json"


@dataclass(frozen=True, kw_only=True, slots=True)
class PublishedTable(TableFiles):
    """A table with its rows."""

    columns: tuple[MachineColumn, ...]
    rows: tuple[Row, ...]


class _Disclosed(Struct, frozen=True):
    """The joined table of a requirement, and where it belongs."""

    round_: RoundAssessment
    item: ItemAssessment
    joined: JoinedTable

    @property
    def name(self) -> str:
        """Of its requirement; with its schema where the mandate asks for several."""
        requirement = self.joined.requirement.id
        return f"{requirement}-{self.kind}" if self.kind else requirement

    @property
    def kind(self) -> str:
        """The schema that tells it from other tables of its requirement; empty where none does."""
        schema = self.joined.report.schema or ""
        return schema if len(self.joined.requirement.tables) > 1 else ""

    @property
    def schema(self) -> TableSchema | None:
        name = self.joined.report.schema
        return load_schema(name) if name else None

    @property
    def files(self) -> TableFiles:
        """Its files, of the round alone."""
        year, label = self.round_.fiscal_year, self.joined.requirement.label_th
        named = self.schema.title if self.schema and self.kind else label
        title = Name(
            th=say("open-tables.of-year", Language.TH, name=named, year=year),
            en=say("open-tables.of-year", Language.EN, name=_english(self), year=year),
        )
        path = year_table_path(year, self.item.id, self.name)
        return TableFiles(path=path, title=title, sample=self.joined.is_sample)

    @property
    def lasting(self) -> tuple[str, str, str]:
        """What it is called in every round of its scheme."""
        return self.round_.policy.scheme, self.item.mandated.topic, self.name


def published_tables(publication: Publication) -> tuple[PublishedTable, ...]:
    """The tables of each round, then those over rounds; the newest round and period first."""
    disclosed = [
        table
        for round_ in reversed(publication.assessment.rounds)
        for item in round_.items
        for table in _disclosed_of(round_, item)
    ]
    over_rounds: dict[tuple[str, str, str], list[_Disclosed]] = {}
    for table in disclosed:
        over_rounds.setdefault(table.lasting, []).append(table)
    return (
        *(_table(table.files, [table], publication) for table in disclosed),
        *(_lasting(tables, publication) for tables in over_rounds.values() if tables[0].schema),
    )


def table_path(round_: RoundAssessment, schema: str) -> str | None:
    """Where the table of a schema stands, without an ending; `None` where a round has none."""
    tables = (table for item in round_.items for table in _disclosed_of(round_, item))
    found = (table.files.path for table in tables if table.joined.report.schema == schema)
    return next(found, None)


def files_of_tables(
    round_: RoundAssessment, item: ItemAssessment
) -> Iterator[tuple[JoinedTable, TableFiles]]:
    """The tables of an item over the periods of a round, each with its files."""
    for table in _disclosed_of(round_, item):
        yield table.joined, table.files


def _disclosed_of(round_: RoundAssessment, item: ItemAssessment) -> Iterator[_Disclosed]:
    return (_Disclosed(round_, item, joined) for joined in tables_by_schema(item))


def _lasting(tables: Sequence[_Disclosed], publication: Publication) -> PublishedTable:
    """Of the rounds whose columns are those of the newest; named as its schema, without a year."""
    newest = tables[0]
    named = newest.schema.title if newest.schema else newest.joined.requirement.label_th
    title = Name(
        th=say("open-tables.of-all-years", Language.TH, name=named),
        en=say("open-tables.of-all-years", Language.EN, name=_english(newest)),
    )
    same = [table for table in tables if table.schema == newest.schema]
    sample = any(table.joined.is_sample for table in same)
    path = lasting_table_path(*newest.lasting)
    return _table(TableFiles(path=path, title=title, sample=sample), same, publication)


def _english(table: _Disclosed) -> str:
    """Schemas have Thai titles alone; in English their ids tell the tables apart."""
    label = table.joined.requirement.label_en
    return f"{label} ({table.kind})" if table.kind else label


def _table(
    files: TableFiles, tables: Sequence[_Disclosed], publication: Publication
) -> PublishedTable:
    rows = tuple(chain.from_iterable(_rows(table, publication) for table in tables))
    own = machine_columns(tables[0].joined.report.header, tables[0].schema)
    return PublishedTable(
        path=files.path,
        title=files.title,
        sample=files.sample,
        columns=tuple(_typed((*first_columns(Language.TH), *own), rows)),
        rows=rows,
    )


def first_columns(language: Language) -> Iterator[MachineColumn]:
    """The columns that every table begins with, in the words of a language."""
    for name, type_ in _FIRST.items():
        words = f"open-tables.{name.replace('_', '-')}"
        yield MachineColumn(
            name=name,
            type=type_,
            title=say(words, language),
            description=say(f"{words}.about", language),
        )


def _rows(table: _Disclosed, publication: Publication) -> Iterator[Row]:
    about = (
        publication.policy.office.id,
        table.round_.policy.scheme,
        str(table.round_.fiscal_year),
        table.item.id,
        table.item.mandated.topic,
        table.joined.requirement.id,
    )
    page = absolute(publication.site_url, item_path(table.round_.fiscal_year, table.item.mandated))
    for source, number, row in table.joined.numbered_rows:
        yield (*about, *_source(source, page), str(number), *machine_cells(row, table.schema))


def _source(source: Source, page: str) -> Row:
    return (
        ";".join(map(str, source.periods)),
        source.division,
        "true" if source.evidence.sample else "false",
        page + source.evidence.file,
        source.sha256,
        source.evidence.published.isoformat(),
    )


def _typed(columns: Iterable[MachineColumn], rows: Sequence[Row]) -> Iterator[MachineColumn]:
    """The columns, where one with a cell that is not of its type is one of texts.

    A file with such a cell is a finding, and may be published all the same while it is corrected.
    """
    for index, column in enumerate(columns):
        fits = all(_is_of(column.type, row[index]) for row in rows)
        yield column if fits else replace(column, type="string")


def _is_of(type_: str, cell: str) -> bool:
    """Whether a cell is empty, or of a type of the Table Schema standard."""
    if type_ == "string" or not cell:
        return True
    return bool(_PATTERNS[type_].fullmatch(cell)) and (type_ != "date" or _is_day(cell))


def _is_day(cell: str) -> bool:
    try:
        return bool(date.fromisoformat(cell))
    except ValueError:
        return False
