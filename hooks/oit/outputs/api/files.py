"""Every file below `api/v1/` but the catalogues: JSON, CSV and their schemas, as bytes by path."""

from collections.abc import Callable, Iterable, Iterator, Mapping
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
from oit.file_groups import FileGroup, by_itself, together
from oit.memory import Asked, content_of
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


def api_groups(
    index: Callable[[], Index], publication: Publication, whole: str
) -> Iterator[FileGroup]:
    """The files by path from the site's root; `index` gives the publication's own.

    `whole` is the hash of all that the publication follows from.
    """
    yield together("documents", content_of(whole), partial(_of_site, index, publication))
    for round_ in publication.assessment.rounds:
        yield _events(round_, publication)
        yield _policy(round_, publication)
        items = partial(_items, round_.fiscal_year, index, publication)
        yield together("items", content_of(whole, round_.fiscal_year), items)
    site_url = publication.site_url
    yield together("schemas", content_of(site_url), partial(_schemas, site_url))


def _of_site(index: Callable[[], Index], publication: Publication) -> Iterator[tuple[str, bytes]]:
    """What tells of all rounds, one after the other."""
    yield INDEX_PATH, json_document(index())
    yield CHECKLIST_PATH, json_document(checklist_document(publication))
    yield LEDGER_PATH, json_document(ledger_document(publication))
    yield INDEX_CSV_PATH, _csv_table(IndexRow, index_rows(index()))
    yield EVIDENCE_CSV_PATH, _csv_table(EvidenceRow, evidence_rows(index()))


def _items(
    year: int, index: Callable[[], Index], publication: Publication
) -> Iterator[tuple[str, bytes]]:
    """The document of each item of a round."""
    (round_,) = (each for each in index().rounds if each.fiscal_year == year)
    for item in round_.items:
        texts = publication.texts.get(item_address(year, item.item), {})
        document = item_document(item, round_, index(), section_entries(item, texts))
        yield item_json_path(year, item.item), json_document(document)


def _events(round_: RoundAssessment, publication: Publication) -> FileGroup:
    """`itap-2568.csv`, `events.json` and `events.csv` of the round.

    They tell of no other round, and say nothing of a commit.
    """
    day = publication.assessment.today.day
    content = content_of(round_.made_from, round_.fiscal_year, publication.site_url, day)
    return together("round", content, partial(_of_round, round_, publication))


def _of_round(round_: RoundAssessment, publication: Publication) -> Iterator[tuple[str, bytes]]:
    year, events = round_.fiscal_year, events_document(round_, publication)
    yield answers_csv_path(year), _csv_table(AnswerRow, answer_rows(round_, publication))
    yield events_path(year), json_document(events)
    yield events_csv_path(year), _csv_table(EventRow, event_rows(events))


def _policy(round_: RoundAssessment, publication: Publication) -> FileGroup:
    """`policy.json`, by the files that state rules, now and before, and the scores that they name.

    To read the rules of all times takes as long as all else of a round.
    """
    contents, day = round_.contents, publication.assessment.today.day
    witnessed = contents.witness.made_from.get(None) if contents.witness else None
    is_read = contents.witness is not None
    stated = (publication.assessment.site.settings_from, contents.folder, contents.policy_from)
    content = content_of(*stated, is_read, witnessed, results_from(round_), day, round_.as_of)
    asked = Asked("policy", content, lambda: json_document(policy_document(round_, publication)))
    return by_itself(policy_path(round_.fiscal_year), asked)


def _schemas(site_url: str | None) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of each schema, which follows from the engine and the site's address."""
    for name, model in SCHEMAS.items():
        yield schema_path(name), json_bytes(published_schema(name, model, site_url))


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
