"""The tables of an index: whether each row says what `index.json` says."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice, zip_longest

from pydantic import BaseModel

from oit.assessment.statuses import FULL, Status
from oit.audit.verify.values import Discrepancy
from oit.contract.addresses import requirement_anchor
from oit.contract.index import Index, ItemEntry, RoundEntry
from oit.contract.rows import AnswerRow, EvidenceRow, IndexRow, evidence_rows, index_rows
from oit.escaping import for_spreadsheet
from oit.outputs.api.answer_rows import BETWEEN

Cells = Mapping[str, str]
"""Cells of a row by column."""

_LISTED = 5
"""Differences told of one table; who has many has to make it anew in any case."""


def check_index_table(path: str, data: bytes, index: Index) -> Iterator[Discrepancy]:
    """`index.csv`, whole."""
    rows = (row.model_dump() for row in index_rows(index))
    return _check_rows(path, data, IndexRow, rows)


def check_evidence_table(path: str, data: bytes, index: Index) -> Iterator[Discrepancy]:
    """`evidence.csv`, whole."""
    rows = (row.model_dump() for row in evidence_rows(index))
    return _check_rows(path, data, EvidenceRow, rows)


def check_answer_table(
    path: str, data: bytes, round_: RoundEntry, index: Index
) -> Iterator[Discrepancy]:
    """`itap-2568.csv`: what the index knows of it, which is all but click paths and the filing."""
    own = index.model_copy(update={"rounds": [round_]})
    shown = (row.model_dump(include=set(AnswerRow.model_fields)) for row in index_rows(own))
    rows = (
        {
            **cells,
            "disclosed": "true" if Status(item.status) in FULL else "false",
            "urls": BETWEEN.join(dict.fromkeys(_filed_addresses(item))),
        }
        for cells, item in zip(shown, round_.items, strict=True)
    )
    return _check_rows(path, data, AnswerRow, rows)


def _filed_addresses(item: ItemEntry) -> Iterator[str]:
    """The item's page, then what is disclosed; a stated nothing stands with its requirement."""
    yield item.url
    for requirement in item.requirements:
        stated = f"{item.url}#{requirement_anchor(requirement.id)}"
        for cell in requirement.cells:
            yield from (entry.url or stated for entry in cell.evidence)


def _check_rows(
    path: str, data: bytes, model: type[BaseModel], rows: Iterable[Cells]
) -> Iterator[Discrepancy]:
    """Rows that differ from the index, in the columns that both know: versions add some behind."""
    try:
        header, *found = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
    except (ValueError, csv.Error) as error:
        yield Discrepancy(check="form", path=path, params={"place": "1", "found": str(error)})
        return
    known = list(model.model_fields)[: len(header)]
    if header[: len(known)] != known or not header:
        params = {"place": "1", "found": ",".join(header)}
        yield Discrepancy(check="form", path=path, params=params)
        return
    numbered = enumerate(zip_longest(found, rows), 2)
    differing = (line for line, (one, cells) in numbered if not _agree(known, one, cells))
    for line in islice(differing, _LISTED):
        yield Discrepancy(check="row-differs", path=path, params={"line": str(line)})


def _agree(known: list[str], found: list[str] | None, cells: Cells | None) -> bool:
    if found is None or cells is None or len(found) < len(known):
        return False
    shown = zip(known, found, strict=False)
    return all(cell == for_spreadsheet(str(cells.get(name, cell))) for name, cell in shown)
