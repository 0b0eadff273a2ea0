"""Every file below `api/v1/` but the catalogues: JSON, CSV and their schemas, as bytes by path."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from pydantic import BaseModel
from pydantic_core import to_json

from oit.assessment.result import RoundAssessment
from oit.contract.addresses import (
    CHECKLIST_PATH,
    EVIDENCE_CSV_PATH,
    INDEX_CSV_PATH,
    INDEX_PATH,
    LEDGER_PATH,
    absolute,
    answers_csv_path,
    events_csv_path,
    events_path,
    item_address,
    item_json_path,
    policy_path,
    schema_path,
)
from oit.contract.columns import AnswerRow, EvidenceRow, IndexRow
from oit.contract.documents import Checklist, GdCatalog, ItemDocument, LedgerDocument
from oit.contract.events import EventRow, EventsDocument
from oit.contract.index import Index
from oit.contract.policy import PolicyDocument
from oit.contract.rows import evidence_rows, index_rows
from oit.escaping import csv_bytes
from oit.memory import content_of, recall_files
from oit.outputs.api.answer_rows import answer_rows
from oit.outputs.api.documents import checklist_document, item_document, ledger_document
from oit.outputs.api.events_document import event_rows, events_document
from oit.outputs.api.policy_document import policy_document
from oit.outputs.api.section_texts import section_entries
from oit.outputs.publication import Publication, results_from

SCHEMAS: Mapping[str, type[BaseModel]] = {
    "index.json": Index,
    "checklist.json": Checklist,
    "item.json": ItemDocument,
    "ledger.json": LedgerDocument,
    "gdcatalog.json": GdCatalog,
    "policy.json": PolicyDocument,
    "events.json": EventsDocument,
    "index.csv": IndexRow,
    "evidence.csv": EvidenceRow,
    "itap.csv": AnswerRow,
    "events.csv": EventRow,
}
"""The class of each document; for CSV files, of one row."""


def api_files(index: Index, publication: Publication) -> Iterator[tuple[str, bytes]]:
    """The files by path from the site's root, one after the other; `index` is its own."""
    yield INDEX_PATH, json_document(index)
    yield CHECKLIST_PATH, json_document(checklist_document(publication))
    yield LEDGER_PATH, json_document(ledger_document(publication))
    yield INDEX_CSV_PATH, _csv_table(IndexRow, index_rows(index))
    yield EVIDENCE_CSV_PATH, _csv_table(EvidenceRow, evidence_rows(index))
    for assessed in publication.assessment.rounds:
        yield from _files_of_round(assessed, publication).items()
    for round_, item in index.round_items():
        path = item_json_path(round_.fiscal_year, item.item)
        texts = publication.texts.get(item_address(round_.fiscal_year, item.item), {})
        sections = section_entries(item, texts)
        yield path, json_document(item_document(item, round_, index, sections))
    yield from _schemas(publication)


def _files_of_round(round_: RoundAssessment, publication: Publication) -> dict[str, bytes]:
    """`itap-2568.csv`, and `policy.json`, `events.json` and `events.csv` of the round, by path.

    They tell of no other round, and say nothing of a commit; the rules nothing of any record.
    """
    day = publication.assessment.today.day
    content = content_of(round_.made_from, round_.fiscal_year, publication.site_url, day)
    made = recall_files(
        publication.memory, "round", content, lambda: _made_of_round(round_, publication)
    )
    return made | {policy_path(round_.fiscal_year): _policy(round_, publication)}


def _policy(round_: RoundAssessment, publication: Publication) -> bytes:
    """`policy.json`, by the files that state rules, now and before, and the scores that they name.

    To read the rules of all times takes as long as all else of a round.
    """
    contents, day = round_.contents, publication.assessment.today.day
    witnessed = contents.witness.made_from.get(None) if contents.witness else None
    is_read = contents.witness is not None
    stated = (publication.assessment.site.settings_from, contents.folder, contents.policy_from)
    content = content_of(*stated, is_read, witnessed, results_from(round_), day, round_.as_of)
    return publication.memory.recall(
        "policy", content, lambda: json_document(policy_document(round_, publication))
    )


def _made_of_round(round_: RoundAssessment, publication: Publication) -> dict[str, bytes]:
    year, events = round_.fiscal_year, events_document(round_, publication)
    return {
        answers_csv_path(year): _csv_table(AnswerRow, answer_rows(round_, publication)),
        events_path(year): json_document(events),
        events_csv_path(year): _csv_table(EventRow, event_rows(events)),
    }


def _schemas(publication: Publication) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of each schema, which follows from the engine and the site's address."""
    for name, model in SCHEMAS.items():
        made = partial(_schema, name, model, publication.site_url)
        content = content_of(name, publication.site_url)
        yield schema_path(name), publication.memory.recall("schema", content, made)


def _schema(name: str, model: type[BaseModel], site_url: str | None) -> bytes:
    return json_bytes(published_schema(name, model, site_url))


def published_schema(name: str, model: type[BaseModel], site_url: str | None) -> dict[str, object]:
    """The schema that a site publishes: open, so that it also fits what version 1 will gain.

    Its `$id` is its address; without a site's own address, its path from the root.
    """
    return {**_opened(schema_of(name, model)), "$id": absolute(site_url, schema_path(name))}


def schema_of(name: str, model: type[BaseModel]) -> dict[str, object]:
    """The strict JSON Schema (draft 2020-12) of a document, or of one row of a CSV file."""
    schema = model.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": name, **schema}


def _opened(schema: Any) -> Any:
    """A schema, or a part of one, that allows fields which it does not name."""
    if isinstance(schema, list):
        return [_opened(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: _opened(part)
        for key, part in schema.items()
        if (key, part) != ("additionalProperties", False)
    }


def json_document(document: BaseModel) -> bytes:
    """A document of the contract as JSON; dates are ISO 8601."""
    return (document.model_dump_json(indent=2) + "\n").encode()


def json_bytes(value: object) -> bytes:
    """JSON in UTF-8: indented by two spaces, Thai unescaped, a newline at the end.

    Written by Pydantic, as `json` indents in Python alone.
    """
    return to_json(value, indent=2) + b"\n"


def _csv_table(model: type[BaseModel], rows: Iterable[BaseModel]) -> bytes:
    """A header and the rows, with the escaping of `csv_bytes` against formulas."""
    return csv_bytes([model.model_fields, *(row.model_dump().values() for row in rows)])
