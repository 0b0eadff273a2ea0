"""Tables of requirements: whether each row is that of the evidence it names, and none is absent."""

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import islice
from urllib.parse import unquote

from msgspec import Struct
from msgspec.structs import replace

from oit.audit.verify.published import PublishedSite
from oit.audit.verify.requirement_tables import (
    CSV,
    ENDS,
    PARQUET,
    SCHEMA,
    ExpectedTable,
    SourceTable,
    expected_tables,
)
from oit.audit.verify.values import (
    ABSENT,
    MOST_REPORTED,
    Discrepancy,
    documents_differ,
    row_differs,
    schema_differs,
)
from oit.contract.addresses import API, site_root
from oit.contract.policy import PolicyDocument
from oit.escaping import from_spreadsheet
from oit.evidence.tables.machine_columns import machine_cells, machine_columns
from oit.evidence.tables.schema import load_schema, schema_names


class Table(Struct, frozen=True):
    """A CSV file of the site."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """Each as long as the header, its cells as they were before they were made harmless."""


def table_of(data: bytes | None) -> Table | None:
    """The table of a CSV file; `None` where it did not come, or cannot be read."""
    try:
        text = (data or b"").decode("utf-8-sig")
        read = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except (ValueError, csv.Error):
        return None
    if not read:
        return None
    width = len(read[0])
    rows = (tuple(map(from_spreadsheet, row[:width])) for row in read[1:])
    padded = tuple((*row, *[""] * (width - len(row))) for row in rows)
    return Table(tuple(read[0]), padded)


def parquet_beside(files: Mapping[str, bytes]) -> Iterator[tuple[str, Table]]:
    """The paths of Parquet files among these, each with the CSV table that it repeats."""
    for path in files:
        beside = table_of(files.get(path.removesuffix(PARQUET) + CSV))
        if path.endswith(PARQUET) and beside:
            yield path, beside


def check_requirement_tables(
    site: PublishedSite, policies: Mapping[int, PolicyDocument]
) -> Iterator[Discrepancy]:
    """Tables that are absent or of nothing, and rows, columns and Parquet files that differ."""
    if not policies:
        return  # earlier versions publish neither rules nor such tables
    expected, promised = expected_tables(site.index, policies), site.promised
    for path, table in expected.items():
        needed = table.is_needed and any(map(_has_rows, table.sources.values()))
        lacking = [end for end in ENDS if path + end not in promised]
        if needed or len(lacking) < len(ENDS):
            for end in lacking:
                yield documents_differ(path + end, "", "/", path + end, ABSENT)
        yield from _as_cause(list(islice(_check_table(path, table, site), MOST_REPORTED)))
    for path in sorted(_published(site) - expected.keys()):
        yield documents_differ(path + CSV, "", "/", ABSENT, path)


def _as_cause(found: list[Discrepancy]) -> Iterator[Discrepancy]:
    """The first that is wrong with a table, with the others: it is made again as a whole."""
    if found:
        yield replace(found[0], effects=tuple(found[1:]))


def _published(site: PublishedSite) -> set[str]:
    """The tables of requirements that stand on the site, without their endings."""
    years = [f"{API}/{round_.fiscal_year}/tables/" for round_ in site.index.rounds]
    schemes = [f"{API}/tables/{round_.scheme}/" for round_ in site.index.rounds]
    ends = ((path, end) for path in site.files for end in ENDS if path.endswith(end))
    return {path.removesuffix(end) for path, end in ends if path.startswith((*years, *schemes))}


def _has_rows(source: SourceTable) -> bool:
    return bool(source.entry.rows)


def _check_table(path: str, expected: ExpectedTable, site: PublishedSite) -> Iterator[Discrepancy]:
    table = table_of(site.files.get(path + CSV))
    if table is None:
        if path + CSV in site.files:
            yield schema_differs(path + CSV, "1", "csv")
        return
    yield from _check_rows(path + CSV, table, expected, site)
    yield from _check_columns(path + SCHEMA, table, site)
    yield from _check_parquet(path + PARQUET, site)


def _check_columns(path: str, table: Table, site: PublishedSite) -> Iterator[Discrepancy]:
    """A schema names the columns of its table, in their order."""
    if path not in site.files:
        return
    try:
        fields = json.loads(site.files[path])["fields"]
        names = tuple(str(field["name"]) for field in fields)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        yield schema_differs(path, "/fields", str(error)[:100])
        return
    if names != table.header:
        yield documents_differ(path, "", "/fields", ",".join(table.header), ",".join(names))


def _check_parquet(path: str, site: PublishedSite) -> Iterator[Discrepancy]:
    """The Parquet file has the cells of the CSV file; what differs was found where it was read."""
    if found := site.parquet.get(path):
        place = f"{found.line} {found.column}".strip()
        yield documents_differ(path, "", place, found.expected, found.found)


def _check_rows(
    path: str, table: Table, expected: ExpectedTable, site: PublishedSite
) -> Iterator[Discrepancy]:
    counts: Counter[str] = Counter()
    lines = _lines_of(expected, table.header, site)
    for line, row in enumerate(table.rows, 2):  # 1: the header
        cells = dict(zip(table.header, row, strict=True))
        source = expected.sources.get(cells.get("source", ""))
        if source is None:
            told = cells.get("source") or ABSENT
            yield row_differs(path, "", str(line), "source", ", ".join(expected.sources), told)
            continue
        counts[source.facts["source"]] += 1
        number = counts[source.facts["source"]]
        own = lines.get(source.facts["source"])
        known = own[number - 1] if own and number <= len(own) else {}
        for column, cell in {**known, **source.facts, "row": str(number)}.items():
            if cells.get(column, ABSENT) != cell:
                found = cells.get(column, ABSENT)
                yield row_differs(path, source.subject, str(line), column, cell, found)
    yield from _absent(path, expected, counts)


def _absent(path: str, expected: ExpectedTable, counts: Counter[str]) -> Iterator[Discrepancy]:
    """Rows that a file has, and the table has not; of two files with the same rows one is told."""
    told = {source.group for name, source in expected.sources.items() if counts[name]}
    for name, source in expected.sources.items():
        rows = source.entry.rows or 0
        is_left_out = not counts[name] and source.group in told
        if counts[name] != rows and not is_left_out:
            yield documents_differ(path, source.subject, name, str(rows), str(counts[name]))


def _lines_of(
    expected: ExpectedTable, header: tuple[str, ...], site: PublishedSite
) -> dict[str, list[dict[str, str]]]:
    """The cells of each source by column, where its open CSV file is published."""
    found = {}
    for name, source in expected.sources.items():
        table = table_of(site.files.get(_open_table(source, site)))
        schema = source.entry.table_schema
        if table is None or (schema and schema not in schema_names()):
            continue
        loaded = load_schema(schema) if schema else None
        columns = tuple(column.name for column in machine_columns(table.header, loaded))
        # Another version of the engine may name or part its columns otherwise.
        is_whole = loaded is None or len(loaded.fields) == len(table.header)
        if is_whole and header[len(header) - len(columns) :] == columns:
            rows = (machine_cells(row, loaded) for row in table.rows)
            found[name] = [dict(zip(columns, row, strict=True)) for row in rows]
    return found


def _open_table(source: SourceTable, site: PublishedSite) -> str:
    """Where the table of a file stands as open CSV, as the data package names it."""
    address = source.entry.url or ""
    root = site_root(site.index.site_url) if site.index.site_url else ""
    path = unquote(address.removeprefix(root))
    return f"{API}/tables/{path if path.endswith(CSV) else f'{path}{CSV}'}"
