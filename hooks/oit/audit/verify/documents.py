"""The documents beside an index: whether each is readable and agrees with `index.json`."""

import json
from collections.abc import Iterator, Mapping
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from oit.audit.verify.responses import check_is_no_page, check_media_type, check_received
from oit.audit.verify.tables import check_answer_table, check_evidence_table, check_index_table
from oit.audit.verify.targets import evidence_of
from oit.audit.verify.values import MOST_REPORTED, Discrepancy, subject_of
from oit.contract.addresses import (
    API,
    ATOM_PATH,
    CHECKSUMS,
    INDEX_PATH,
    answers_csv_path,
    calendar_path,
    events_path,
    item_json_path,
    policy_path,
    schema_path,
)
from oit.contract.documents import Checklist, ChecklistItem, ItemDocument, LedgerDocument
from oit.contract.index import Index
from oit.evidence.inspect import extension
from oit.outputs.api.documents import item_document
from oit.outputs.api.files import SCHEMAS
from oit.web_response import Response

Document = TypeVar("Document", bound=BaseModel)

CHECKLIST_PATH = f"{API}/checklist.json"
LEDGER_PATH = f"{API}/ledger.json"
INDEX_CSV_PATH = f"{API}/index.csv"
EVIDENCE_CSV_PATH = f"{API}/evidence.csv"
CATALOG_PATHS = tuple(
    f"{API}/{name}" for name in ("catalog.jsonld", "datapackage.json", "gdcatalog.json")
)
_MEDIA_TYPES = {"json": "application/json", "csv": "text/csv"}
"""Types that every web server knows; the others (`.jsonld`, `.atom`, `.ics`) are not compared."""


def document_paths(index: Index) -> list[str]:
    """The documents of a site besides `index.json`, by path from its root."""
    return [
        *(INDEX_CSV_PATH, EVIDENCE_CSV_PATH, CHECKLIST_PATH, LEDGER_PATH),
        *(CHECKSUMS, *CATALOG_PATHS, ATOM_PATH, calendar_path()),
        *(answers_csv_path(round_.fiscal_year) for round_ in index.rounds),
        *(policy_path(round_.fiscal_year) for round_ in index.rounds if round_.policy),
        *(events_path(round_.fiscal_year) for round_ in index.rounds if round_.events),
        *_item_paths(index),
        *map(schema_path, SCHEMAS),
    ]


def read_index(response: Response) -> tuple[Index | None, list[Discrepancy]]:
    """The index of a response, `None` where it is unreadable, and what is wrong with it."""
    discrepancies = _check_response(INDEX_PATH, response)
    if not _is_readable(discrepancies):
        return None, discrepancies
    index, invalid = parsed(Index, INDEX_PATH, response.data)
    return index, [*discrepancies, *invalid]


def check_documents(index: Index, documents: Mapping[str, Response]) -> Iterator[Discrepancy]:
    """What is wrong with the responses of documents, by path, or differs from the index."""
    for path, response in documents.items():
        discrepancies = _check_response(path, response)
        yield from discrepancies
        if _is_readable(discrepancies):
            yield from _check_document(path, response.data, index)


def _item_paths(index: Index) -> list[str]:
    return [item_json_path(round_.fiscal_year, item.item) for round_, item in index.round_items()]


def _check_response(path: str, response: Response) -> list[Discrepancy]:
    found = check_received(path, response) or check_is_no_page(path, response)
    expected = _MEDIA_TYPES.get(extension(path))
    found = found or (check_media_type(path, expected, response) if expected else None)
    return [found] if found else []


def _is_readable(discrepancies: list[Discrepancy]) -> bool:
    """Whether the document is there all the same, if only under another media type."""
    return all(found.is_notice or found.check == "media-type" for found in discrepancies)


def _check_document(path: str, data: bytes, index: Index) -> Iterator[Discrepancy]:
    if path == INDEX_CSV_PATH:
        yield from check_index_table(path, data, index)
    elif path == EVIDENCE_CSV_PATH:
        yield from check_evidence_table(path, data, index)
    elif path == CHECKLIST_PATH:
        checklist, invalid = parsed(Checklist, path, data)
        yield from invalid or _check_checklist(checklist, index)
    elif path == LEDGER_PATH:
        ledger, invalid = parsed(LedgerDocument, path, data)
        yield from invalid or _check_ledger(ledger, index)
    elif path in _item_paths(index):
        document, invalid = parsed(ItemDocument, path, data)
        yield from invalid or _check_item(path, document, index)
    elif path.endswith(".csv"):
        yield from _check_answers(path, data, index)
    elif extension(path) in ("json", "jsonld"):
        yield from _check_json(path, data)


def parsed(
    model: type[Document], path: str, data: bytes
) -> tuple[Document | None, list[Discrepancy]]:
    """The document. Fields of a later minor version of the contract are ignored."""
    try:
        return model.model_validate_json(data, extra="ignore"), []
    except ValidationError as error:
        return None, [
            _form(path, _pointer(detail["loc"]), detail["msg"])
            for detail in error.errors(include_url=False)[:MOST_REPORTED]
        ]


def _pointer(steps: tuple[int | str, ...]) -> str:
    """A JSON Pointer (RFC 6901), without its escapes."""
    return "/" + "/".join(map(str, steps))


def _form(path: str, place: str, found: str) -> Discrepancy:
    """A document that does not follow its schema, or is no JSON."""
    return Discrepancy(check="schema-differs", path=path, params={"place": place, "found": found})


def _check_answers(path: str, data: bytes, index: Index) -> Iterator[Discrepancy]:
    for round_ in index.rounds:
        if answers_csv_path(round_.fiscal_year) == path:
            yield from check_answer_table(path, data, round_, index)


def _check_json(path: str, data: bytes) -> Iterator[Discrepancy]:
    try:
        json.loads(data)
    except (ValueError, RecursionError) as error:
        yield _form(path, "/", str(error))


def _check_checklist(checklist: Checklist | None, index: Index) -> Iterator[Discrepancy]:
    found = _checklist_items(checklist) if checklist else {}
    expected = {
        subject_of(round_.fiscal_year, item.item): ChecklistItem.model_validate(
            {name: getattr(item, name) for name in ChecklistItem.model_fields}
        )
        for round_, item in index.round_items()
    }
    for subject in sorted(found.keys() | expected.keys()):
        if found.get(subject) != expected.get(subject):
            yield Discrepancy(check="documents-differ", path=CHECKLIST_PATH, subject=subject)


def _checklist_items(checklist: Checklist) -> dict[str, ChecklistItem]:
    return {
        subject_of(round_.fiscal_year, item.item): item
        for round_ in checklist.rounds
        for item in round_.items
    }


def _check_item(path: str, document: ItemDocument | None, index: Index) -> Iterator[Discrepancy]:
    sections = document.sections if document else []  # `pages` compares these with their page
    for round_, item in index.round_items():
        is_meant = item_json_path(round_.fiscal_year, item.item) == path
        if is_meant and document != item_document(item, round_, index, sections):
            subject = subject_of(round_.fiscal_year, item.item)
            yield Discrepancy(check="documents-differ", path=path, subject=subject)


def _check_ledger(ledger: LedgerDocument | None, index: Index) -> Iterator[Discrepancy]:
    """Files of the index whose bytes are others in the ledger, or that it says are withdrawn."""
    hashes = _live_hashes(ledger) if ledger else {}
    for round_, item in index.round_items():
        for entry in evidence_of(item):
            file = (entry.url or "").rpartition("/")[2]
            live = hashes.get((round_.fiscal_year, item.item, file))
            if live is not None and entry.sha256 not in live:
                yield Discrepancy(
                    check="ledger",
                    path=LEDGER_PATH,
                    subject=subject_of(round_.fiscal_year, item.item),
                    params={"file": file},
                )


def _live_hashes(ledger: LedgerDocument) -> dict[tuple[int, str, str], set[str]]:
    """SHA-256 by year, item and file, of the versions neither replaced nor withdrawn."""
    hashes: dict[tuple[int, str, str], set[str]] = {}
    for round_ in ledger.rounds:
        for file in round_.files:
            live = hashes.setdefault((round_.fiscal_year, file.item, file.file), set())
            if not file.replaced_by and not file.withdrawn:
                live.add(file.sha256)
    return hashes
