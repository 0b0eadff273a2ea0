"""The machine-readable index: JSON, CSV and their schemas, as bytes by path."""

import json
from collections.abc import Iterable, Iterator, Mapping

from pydantic import BaseModel

from oit.contract import checklist as contract_checklist
from oit.contract import gdcatalog as contract_gdcatalog
from oit.contract import index as contract
from oit.contract import ledger as contract_ledger
from oit.contract import rows as contract_rows
from oit.contract.addresses import API, answers_csv_path, item_json_path
from oit.contract.rows import evidence_rows, index_rows
from oit.open_csv import csv_bytes
from oit.outputs.api import entries
from oit.outputs.api.answer_rows import answer_rows
from oit.outputs.api.documents import checklist, ledger_document
from oit.outputs.publication import Publication

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
    return csv_bytes([model.model_fields, *(row.model_dump().values() for row in rows)])
