"""The tables beside an index: whether each row is the one that follows from `index.json`."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice, zip_longest

from pydantic import BaseModel

from oit.assessment.statuses import FULL, Status
from oit.audit.verify.values import MOST_REPORTED, Discrepancy
from oit.contract.addresses import requirement_anchor
from oit.contract.index import Index, ItemEntry, RoundEntry
from oit.contract.rows import AnswerRow, EvidenceRow, IndexRow, evidence_rows, index_rows
from oit.escaping import for_spreadsheet
from oit.outputs.api.answer_rows import ADDRESS_SEPARATOR

Cells = Mapping[str, str]
"""The cells of a row by column; a column that is not known here may hold anything."""


def check_index_table(path: str, data: bytes, index: Index) -> Iterator[Discrepancy]:
    """Rows of `index.csv` that differ."""
    rows = (row.model_dump() for row in index_rows(index))
    return _check_rows(path, data, IndexRow, rows)


def check_evidence_table(path: str, data: bytes, index: Index) -> Iterator[Discrepancy]:
    """Rows of `evidence.csv` that differ."""
    rows = (row.model_dump() for row in evidence_rows(index))
    return _check_rows(path, data, EvidenceRow, rows)


def check_answer_table(
    path: str, data: bytes, round_: RoundEntry, index: Index
) -> Iterator[Discrepancy]:
    """Rows of `itap-2568.csv` that differ, but for click paths and filing, which no index has."""
    own = index.model_copy(update={"rounds": [round_]})
    shared = (row.model_dump(include=set(AnswerRow.model_fields)) for row in index_rows(own))
    rows = (
        {
            **cells,
            "disclosed": "true" if Status(item.status) in FULL else "false",
            "urls": ADDRESS_SEPARATOR.join(dict.fromkeys(_filed_addresses(item))),
        }
        for cells, item in zip(shared, round_.items, strict=True)
    )
    return _check_rows(path, data, AnswerRow, rows)


def _filed_addresses(item: ItemEntry) -> Iterator[str]:
    """The item's page, then its evidence; a `none` has the address of its requirement."""
    yield item.url
    for requirement in item.requirements:
        anchor = f"{item.url}#{requirement_anchor(requirement.id)}"
        for cell in requirement.cells:
            yield from (entry.url or anchor for entry in cell.evidence)


def _check_rows(
    path: str, data: bytes, model: type[BaseModel], rows: Iterable[Cells]
) -> Iterator[Discrepancy]:
    """Rows that differ, in the columns that both versions have: later ones add some at the end."""
    try:
        header, *found = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
    except (ValueError, csv.Error) as error:
        yield Discrepancy(
            check="schema-differs", path=path, params={"place": "1", "found": str(error)}
        )
        return
    columns = list(model.model_fields)[: len(header)]
    if header[: len(columns)] != columns or not header:
        params = {"place": "1", "found": ",".join(header)}
        yield Discrepancy(check="schema-differs", path=path, params=params)
        return
    pairs = enumerate(zip_longest(found, rows), 2)  # line 1 is the header
    differing = (line for line, (row, cells) in pairs if not _agree(columns, row, cells))
    for line in islice(differing, MOST_REPORTED):
        yield Discrepancy(check="row-differs", path=path, params={"line": str(line)})


def _agree(columns: list[str], row: list[str] | None, cells: Cells | None) -> bool:
    if row is None or cells is None or len(row) < len(columns):
        return False
    found = zip(columns, row, strict=False)
    return all(cell == for_spreadsheet(str(cells.get(name, cell))) for name, cell in found)
