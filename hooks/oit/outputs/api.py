"""The machine-readable index: JSON, CSV and their schemas, as bytes by path."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping

from pydantic import BaseModel

from oit.escaping import for_spreadsheet
from oit.outputs import (
    contract,
    contract_checklist,
    contract_gdcatalog,
    contract_ledger,
    contract_rows,
    entries,
)
from oit.outputs.addresses import API, answers_csv_path, item_json_path
from oit.outputs.answer_rows import answer_rows
from oit.outputs.checklist import checklist
from oit.outputs.ledger_document import ledger_document
from oit.outputs.publication import Publication, date_text

SCHEMAS: Mapping[str, type[BaseModel]] = {
    "index.json": contract.Index,
    "checklist.json": contract_checklist.Checklist,
    "item.json": contract.ItemDocument,
    "ledger.json": contract_ledger.Ledger,
    "gdcatalog.json": contract_gdcatalog.GdCatalog,
    "index.csv": contract_rows.IndexRow,
    "evidence.csv": contract_rows.EvidenceRow,
    "itap.csv": contract_rows.AnswerRow,
}
"""The model of each document; of a row for the CSV files."""


def api_files(publication: Publication) -> dict[str, bytes]:
    """Every file under `api/v1/`, by its path from the site's root."""
    index = entries.index(publication)
    files = {
        f"{API}/index.json": to_json(index),
        f"{API}/checklist.json": to_json(checklist(publication)),
        f"{API}/ledger.json": to_json(ledger_document(publication)),
        f"{API}/index.csv": to_csv(contract_rows.IndexRow, index_rows(index)),
        f"{API}/evidence.csv": to_csv(contract_rows.EvidenceRow, evidence_rows(index)),
    }
    files.update(_answer_packs(publication))
    for round_ in index.rounds:
        for item in round_.items:
            document = entries.item_document(item, round_, index)
            files[item_json_path(round_.fiscal_year, item.item)] = to_json(document)
    for name, model in SCHEMAS.items():
        files[f"{API}/schema/{name}.schema.json"] = _dump(schema_of(name, model))
    return files


def _answer_packs(publication: Publication) -> Iterator[tuple[str, bytes]]:
    """A table of answers for each round."""
    for one in publication.assessment.rounds:
        rows = answer_rows(one, publication)
        yield answers_csv_path(one.fiscal_year), to_csv(contract_rows.AnswerRow, rows)


def schema_of(name: str, model: type[BaseModel]) -> dict[str, object]:
    """The JSON Schema (2020-12) of a document, or of a row of a CSV file."""
    schema = model.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": name, **schema}


def to_json(document: BaseModel) -> bytes:
    """UTF-8, two spaces, Thai as it is written."""
    return _dump(document.model_dump(mode="json"))


def _dump(values: object) -> bytes:
    return (json.dumps(values, ensure_ascii=False, indent=2) + "\n").encode()


def to_csv(model: type[BaseModel], rows: Iterable[BaseModel]) -> bytes:
    """UTF-8 with BOM, CRLF, a header; cells that a spreadsheet would compute are defused."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(model.model_fields)
    for row in rows:
        writer.writerow(for_spreadsheet(str(cell)) for cell in row.model_dump().values())
    return text.getvalue().encode("utf-8-sig")


def index_rows(index: contract.Index) -> Iterator[contract_rows.IndexRow]:
    """A row an item."""
    for round_ in index.rounds:
        for item in round_.items:
            yield _index_row(item, round_, index)


def _index_row(
    entry: contract.ItemEntry, round_: contract.RoundEntry, index: contract.Index
) -> contract_rows.IndexRow:
    owner = next((one for one in index.divisions if one.id == entry.owner), None)
    return contract_rows.IndexRow(
        office=index.office.id,
        scheme=round_.scheme,
        fiscal_year=str(round_.fiscal_year),
        item=entry.item,
        topic=entry.topic,
        title_th=entry.title.th,
        title_en=entry.title.en,
        indicator=entry.indicator,
        owner=entry.owner,
        owner_th=owner.name.th if owner else entry.owner,
        owners=";".join(entry.owners),
        frequency=entry.frequency,
        updated=date_text(entry.updated),
        reviewed=date_text(entry.reviewed),
        due_on=date_text(entry.due_on),
        status=entry.status,
        status_th=entry.status_label.th,
        score=entry.score or "",
        owed_count=str(entry.owed_count),
        filled_count=str(entry.filled_count),
        late_count=str(entry.late_count),
        sample="true" if entry.sample else "false",
        url=entry.url,
        mode=index.mode,
        round_state=round_.state,
        as_of=date_text(round_.as_of),
        waived_until=date_text(entry.waived_until),
    )


def evidence_rows(index: contract.Index) -> Iterator[contract_rows.EvidenceRow]:
    """A row a cell × evidence that counts, one empty row where there is none."""
    for round_ in index.rounds:
        for item in round_.items:
            for requirement in item.requirements:
                for cell in requirement.cells:
                    for one in cell.evidence or (None,):
                        owed = {"item": item.item, "requirement": requirement.id}
                        yield _evidence_row(one, cell, owed, round_, index)


def _evidence_row(
    one: contract.EvidenceEntry | None,
    cell: contract.CellEntry,
    owed: Mapping[str, str],
    round_: contract.RoundEntry,
    index: contract.Index,
) -> contract_rows.EvidenceRow:
    return contract_rows.EvidenceRow(
        office=index.office.id,
        scheme=round_.scheme,
        fiscal_year=str(round_.fiscal_year),
        item=owed["item"],
        requirement=owed["requirement"],
        period=cell.period or "",
        division=cell.division or "",
        due_on=date_text(cell.due_on),
        state=cell.state,
        days_late=str(cell.days_late),
        kind=one.kind if one else "",
        title=one.title if one else "",
        url=(one.url or "") if one else "",
        media_type=(one.media_type or "") if one else "",
        bytes=str(one.bytes) if one and one.bytes is not None else "",
        sha256=(one.sha256 or "") if one else "",
        published=date_text(one.published) if one else "",
        sample=("true" if one.sample else "false") if one else "",
        waived_until=date_text(cell.waived_until),
        readability=(one.readability or "") if one else "",
        mode=index.mode,
        as_of=date_text(round_.as_of),
    )
