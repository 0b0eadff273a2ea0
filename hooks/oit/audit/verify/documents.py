"""The documents of an index: whether each has its form and says what the others say."""

import json
from collections.abc import Iterator, Mapping
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from oit.audit.verify.addresses import INDEX_PATH
from oit.audit.verify.answers import check_arrival, check_no_page, check_said
from oit.audit.verify.tables import check_answer_table, check_evidence_table, check_index_table
from oit.audit.verify.targets import evidence_of
from oit.audit.verify.values import Discrepancy, Response
from oit.contract.addresses import (
    API,
    ATOM_PATH,
    CHECKSUMS,
    answers_csv_path,
    calendar_path,
    item_json_path,
)
from oit.contract.documents import Checklist, ChecklistItem, ItemDocument, LedgerDocument
from oit.contract.index import Index
from oit.evidence.inspect import extension
from oit.outputs.api.documents import item_document
from oit.outputs.api.files import SCHEMAS

Document = TypeVar("Document", bound=BaseModel)

CHECKLIST_PATH = f"{API}/checklist.json"

LEDGER_PATH = f"{API}/ledger.json"

INDEX_CSV_PATH = f"{API}/index.csv"

EVIDENCE_CSV_PATH = f"{API}/evidence.csv"

CATALOG_PATHS = tuple(
    f"{API}/{name}" for name in ("catalog.jsonld", "datapackage.json", "gdcatalog.json")
)

_TYPES = {"json": "application/json", "csv": "text/csv"}
"""What servers know; of the others they say what they please."""

_LISTED = 5
"""Faults told of one document; who has many has to make it anew in any case."""


def document_paths(index: Index) -> list[str]:
    """Every document of an index besides `index.json`."""
    return [
        *(INDEX_CSV_PATH, EVIDENCE_CSV_PATH, CHECKLIST_PATH, LEDGER_PATH),
        *(CHECKSUMS, *CATALOG_PATHS, ATOM_PATH, calendar_path()),
        *(answers_csv_path(one.fiscal_year) for one in index.rounds),
        *item_paths(index),
        *(f"{API}/schema/{name}.schema.json" for name in SCHEMAS),
    ]


def item_paths(index: Index) -> list[str]:
    """The documents of single items."""
    return [
        item_json_path(one.fiscal_year, item.item) for one in index.rounds for item in one.items
    ]


def read_index(answer: Response) -> tuple[Index | None, list[Discrepancy]]:
    """`index.json`, where it can be read, and what is wrong with its answer."""
    wrong = _check_usable(INDEX_PATH, answer)
    if wrong and not all(one.is_notice or one.check == "media-type" for one in wrong):
        return None, wrong
    index, invalid = _parsed(Index, INDEX_PATH, answer.data)
    return index, [*wrong, *invalid]


def check_documents(index: Index, answers: Mapping[str, Response]) -> Iterator[Discrepancy]:
    """What is wrong with the documents, by path, or differs from the index."""
    for path, answer in answers.items():
        wrong = _check_usable(path, answer)
        yield from wrong
        if all(one.is_notice or one.check == "media-type" for one in wrong):
            yield from _check_document(path, answer.data, index)


def _check_usable(path: str, answer: Response) -> list[Discrepancy]:
    found = check_arrival(path, answer) or check_no_page(path, answer)
    stated = _TYPES.get(extension(path))
    found = found or (check_said(path, stated, answer) if stated else None)
    return [found] if found else []


def _check_document(path: str, data: bytes, index: Index) -> Iterator[Discrepancy]:
    if path == INDEX_CSV_PATH:
        yield from check_index_table(path, data, index)
    elif path == EVIDENCE_CSV_PATH:
        yield from check_evidence_table(path, data, index)
    elif path == CHECKLIST_PATH:
        checklist, invalid = _parsed(Checklist, path, data)
        yield from invalid or _check_checklist(checklist, index)
    elif path == LEDGER_PATH:
        ledger, invalid = _parsed(LedgerDocument, path, data)
        yield from invalid or check_ledger(path, ledger, index)
    elif path in item_paths(index):
        document, invalid = _parsed(ItemDocument, path, data)
        yield from invalid or _check_item(path, document, index)
    elif path.endswith(".csv"):
        yield from _check_answers(path, data, index)
    elif extension(path) in ("json", "jsonld"):
        yield from _check_json(path, data)


def _parsed(
    model: type[Document], path: str, data: bytes
) -> tuple[Document | None, list[Discrepancy]]:
    """The document; fields that this program does not know yet are left aside."""
    try:
        return model.model_validate_json(data, extra="ignore"), []
    except ValidationError as error:
        return None, [
            _of(path, "form", place=_place(one["loc"]), found=one["msg"])
            for one in error.errors(include_url=False)[:_LISTED]
        ]


def _place(steps: tuple[int | str, ...]) -> str:
    """A JSON Pointer (RFC 6901) but for its escapes."""
    return "/" + "/".join(map(str, steps))


def _check_answers(path: str, data: bytes, index: Index) -> Iterator[Discrepancy]:
    for one in index.rounds:
        if answers_csv_path(one.fiscal_year) == path:
            yield from check_answer_table(path, data, one, index)


def _check_json(path: str, data: bytes) -> Iterator[Discrepancy]:
    try:
        json.loads(data)
    except (ValueError, RecursionError) as error:
        yield _of(path, "form", place="/", found=str(error))


def _check_checklist(checklist: Checklist | None, index: Index) -> Iterator[Discrepancy]:
    shown = _checklist_items(checklist) if checklist else {}
    stated = {
        f"{round_.fiscal_year}/{item.item}": ChecklistItem.model_validate(
            {name: getattr(item, name) for name in ChecklistItem.model_fields}
        )
        for round_ in index.rounds
        for item in round_.items
    }
    for subject in sorted(shown.keys() | stated.keys()):
        if shown.get(subject) != stated.get(subject):
            yield Discrepancy(check="documents-differ", path=CHECKLIST_PATH, subject=subject)


def _checklist_items(checklist: Checklist) -> dict[str, ChecklistItem]:
    return {
        f"{round_.fiscal_year}/{item.item}": item
        for round_ in checklist.rounds
        for item in round_.items
    }


def _check_item(path: str, document: ItemDocument | None, index: Index) -> Iterator[Discrepancy]:
    for round_ in index.rounds:
        for item in round_.items:
            if item_json_path(round_.fiscal_year, item.item) != path:
                continue
            if document != item_document(item, round_, index):
                subject = f"{round_.fiscal_year}/{item.item}"
                yield Discrepancy(check="documents-differ", path=path, subject=subject)


def _of(path: str, check: str, **params: str) -> Discrepancy:
    return Discrepancy(check=check, path=path, params=params)


def check_ledger(path: str, ledger: LedgerDocument | None, index: Index) -> Iterator[Discrepancy]:
    """Files that stand in the ledger with other bytes, or that it calls taken back."""
    standing = _standing(ledger) if ledger else {}
    for round_ in index.rounds:
        for item in round_.items:
            for entry in evidence_of(item):
                name = (entry.url or "").rpartition("/")[2]
                hashes = standing.get((round_.fiscal_year, item.item, name))
                if hashes is not None and entry.sha256 not in hashes:
                    subject = f"{round_.fiscal_year}/{item.item}"
                    params = {"file": name}
                    yield Discrepancy(check="ledger", path=path, subject=subject, params=params)


def _standing(ledger: LedgerDocument) -> dict[tuple[int, str, str], set[str]]:
    """The hash of each file of the ledger; none where it is closed."""
    found: dict[tuple[int, str, str], set[str]] = {}
    for round_ in ledger.rounds:
        for one in round_.files:
            hashes = found.setdefault((round_.fiscal_year, one.item, one.file), set())
            if not one.replaced_by and not one.withdrawn:
                hashes.add(one.sha256)
    return found
