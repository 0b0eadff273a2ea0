"""The tables beside an index: whether each cell is the one that follows from the documents."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from pydantic import BaseModel

from oit.assessment.statuses import FULL, Status
from oit.audit.verify.values import ABSENT, MOST_REPORTED, Discrepancy, row_differs, schema_differs
from oit.contract.addresses import requirement_anchor
from oit.contract.columns import AnswerRow, EvidenceRow, IndexRow
from oit.contract.events import EventRow, EventsDocument
from oit.contract.index import Index, ItemEntry, RoundEntry
from oit.contract.rows import evidence_rows, index_rows
from oit.escaping import for_spreadsheet
from oit.outputs.api.answer_rows import ADDRESS_SEPARATOR
from oit.outputs.api.events_document import event_rows

Cells = Mapping[str, str]
"""The cells of a row by column; a column that is not known here may hold anything."""
_NAMING = 6
"""First columns of a row, by which people find it."""


def check_index_table(path: str, data: bytes, index: Index) -> Iterator[Discrepancy]:
    """Cells of `index.csv` that differ."""
    rows = (row.model_dump() for row in index_rows(index))
    return _check_rows(path, data, IndexRow, rows)


def check_evidence_table(path: str, data: bytes, index: Index) -> Iterator[Discrepancy]:
    """Cells of `evidence.csv` that differ."""
    rows = (row.model_dump() for row in evidence_rows(index))
    return _check_rows(path, data, EvidenceRow, rows)


def check_event_table(path: str, data: bytes, events: EventsDocument) -> Iterator[Discrepancy]:
    """Cells of `events.csv` that are not those of `events.json`."""
    rows = (row.model_dump() for row in event_rows(events))
    return _check_rows(path, data, EventRow, rows)


def check_answer_table(
    path: str, data: bytes, round_: RoundEntry, index: Index
) -> Iterator[Discrepancy]:
    """Cells of `itap-2568.csv` that differ, but for click paths and filing, which no index has."""
    own = index.model_copy(update={"rounds": [round_]})
    shared = (row.model_dump(include=set(AnswerRow.model_fields)) for row in index_rows(own))
    rows = (
        {
            **cells,
            "disclosed": "true" if Status(item.status) in FULL else "false",
            "urls": ADDRESS_SEPARATOR.join(dict.fromkeys(_filed_addresses(item))),
            "requirements_th": ADDRESS_SEPARATOR.join(
                f"{requirement.label.th}: {_place(item, requirement.id)}"
                for requirement in item.requirements
            ),
        }
        for cells, item in zip(shared, round_.items, strict=True)
    )
    return _check_rows(path, data, AnswerRow, rows)


def _filed_addresses(item: ItemEntry) -> Iterator[str]:
    """The item's page, then its evidence; a `none` has the address of its requirement."""
    yield item.url
    for requirement in item.requirements:
        for cell in requirement.cells:
            yield from (entry.url or _place(item, requirement.id) for entry in cell.evidence)


def _place(item: ItemEntry, requirement: str) -> str:
    return f"{item.url}#{requirement_anchor(requirement)}"


def _check_rows(
    path: str, data: bytes, model: type[BaseModel], rows: Iterable[Cells]
) -> Iterator[Discrepancy]:
    """Cells that differ, in the columns that both versions have: later ones add some at the end."""
    try:
        header, *found = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
    except (ValueError, csv.Error) as error:
        yield schema_differs(path, "1", str(error))
        return
    columns = list(model.model_fields)[: len(header)]
    if header[: len(columns)] != columns or not header:
        yield schema_differs(path, "1", ",".join(header))
        return
    known = [{name: for_spreadsheet(str(cell)) for name, cell in row.items()} for row in rows]
    compare = _cells if len(known) == len(found) else _whole_rows
    yield from islice(compare(path, columns, found, known), MOST_REPORTED)


def _cells(
    path: str, columns: list[str], found: list[list[str]], rows: list[dict[str, str]]
) -> Iterator[Discrepancy]:
    """Each cell that is another one, by line and column."""
    for line, (cells, expected) in enumerate(zip(found, rows, strict=True), 2):  # 1: the header
        for number, name in enumerate(columns):
            cell = cells[number] if number < len(cells) else ABSENT
            if name in expected and cell != expected[name]:
                yield row_differs(path, _subject(expected), str(line), name, expected[name], cell)


def _subject(row: Cells) -> str:
    """The item that a row is about."""
    return "/".join(filter(None, (row.get("fiscal_year"), row.get("item"))))


def _whole_rows(
    path: str, columns: list[str], found: list[list[str]], rows: list[dict[str, str]]
) -> Iterator[Discrepancy]:
    """Rows that are absent or too many; which they are, by the columns that are known."""
    told = [name for name in columns if all(name in row for row in rows)]
    expected = Counter(tuple(row[name] for name in told) for row in rows)
    places = [columns.index(name) for name in told]
    there = Counter(
        tuple(cells[place] if place < len(cells) else ABSENT for place in places) for cells in found
    )
    for row in expected - there:
        yield row_differs(path, "", ABSENT, ABSENT, _named(row), ABSENT)
    for row in there - expected:
        yield row_differs(path, "", ABSENT, ABSENT, ABSENT, _named(row))


def _named(row: tuple[str, ...]) -> str:
    return " ".join(filter(None, row[:_NAMING]))
