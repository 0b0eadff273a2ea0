"""The documents beside an index: whether each is readable and agrees with `index.json`."""

import json
from collections.abc import Iterable, Iterator
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from oit.audit.verify.age import schemas_left_aside
from oit.audit.verify.calendars import check_calendars
from oit.audit.verify.catalogues import check_catalog, check_gd_catalog
from oit.audit.verify.ckan import check_ckan
from oit.audit.verify.feeds import FEED_PAGES, check_feed
from oit.audit.verify.json_documents import (
    check_about,
    check_checklist,
    check_item,
    check_ledger,
)
from oit.audit.verify.packages import check_package
from oit.audit.verify.published import PublishedSite
from oit.audit.verify.responses import check_is_no_page, check_media_type, check_received
from oit.audit.verify.schemas import check_schema
from oit.audit.verify.tables import (
    check_answer_table,
    check_event_table,
    check_evidence_table,
    check_index_table,
)
from oit.audit.verify.values import MOST_REPORTED, Discrepancy, schema_differs
from oit.contract.addresses import (
    ATOM_PATH,
    CATALOG_PATH,
    CHECKLIST_PATH,
    CHECKSUMS,
    CKAN_PATH,
    EVIDENCE_CSV_PATH,
    GD_PATH,
    INDEX_CSV_PATH,
    INDEX_PATH,
    LEDGER_PATH,
    PACKAGE_PATH,
    answers_csv_path,
    calendar_path,
    events_csv_path,
    events_path,
    item_json_path,
    policy_path,
    schema_path,
)
from oit.contract.documents import Checklist, GdCatalog, ItemDocument, LedgerDocument
from oit.contract.events import EventsDocument
from oit.contract.index import Index
from oit.contract.policy import PolicyDocument
from oit.evidence.inspect import extension
from oit.outputs.api.files import SCHEMAS
from oit.web_response import Response

Document = TypeVar("Document", bound=BaseModel)

CATALOG_PATHS = (CATALOG_PATH, PACKAGE_PATH, GD_PATH)
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
        *(events_csv_path(round_.fiscal_year) for round_ in index.rounds if round_.events),
        *_item_paths(index),
        *_paths_beside_rules(index),
        *map(schema_path, SCHEMAS),
    ]


def _paths_beside_rules(index: Index) -> Iterator[str]:
    """What is published since rules are."""
    if any(round_.policy for round_ in index.rounds):
        yield CKAN_PATH
        yield from (calendar_path(division.id) for division in index.divisions)


def read_index(response: Response) -> tuple[Index | None, list[Discrepancy]]:
    """The index of a response, `None` where it is unreadable, and what is wrong with it."""
    discrepancies = _check_response(INDEX_PATH, response)
    if not _is_readable(discrepancies):
        return None, discrepancies
    index, invalid = parsed(Index, INDEX_PATH, response.data)
    return index, [*discrepancies, *invalid]


def check_documents(site: PublishedSite) -> Iterator[Discrepancy]:
    """What is wrong with the responses of documents, or differs from what the index says."""
    left_aside = {INDEX_PATH, *schemas_left_aside(site)}
    for path, response in site.documents.items():
        if path not in left_aside:
            discrepancies = _check_response(path, response)
            yield from discrepancies
            if _is_readable(discrepancies):
                yield from _check_document(path, response.data, site)
    yield from _check_feeds(site)


def _check_feeds(site: PublishedSite) -> Iterator[Discrepancy]:
    """All pages of the feed together, and all calendars."""
    listed = (path for path in site.files if path.startswith(FEED_PAGES))
    yield from check_feed(_came((ATOM_PATH, *listed), site), site.index)
    divisions = (calendar_path(division.id) for division in site.index.divisions)
    calendars = _came((calendar_path(), *divisions), site)
    yield from check_calendars(calendars, site.index, policies_of(site))


def _came(paths: Iterable[str], site: PublishedSite) -> dict[str, bytes]:
    came = {path: site.data(path) for path in paths}
    return {path: data for path, data in came.items() if data is not None}


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


def _check_document(path: str, data: bytes, site: PublishedSite) -> Iterator[Discrepancy]:
    if path.endswith(".csv"):
        yield from _check_table(path, data, site)
    elif path == CKAN_PATH:
        yield from check_ckan(data, site.index, site.promised)
    elif extension(path) in ("json", "jsonld"):
        yield from _check_json(path, data, site)


def _check_table(path: str, data: bytes, site: PublishedSite) -> Iterator[Discrepancy]:
    if path == INDEX_CSV_PATH:
        yield from check_index_table(path, data, site.index)
    elif path == EVIDENCE_CSV_PATH:
        yield from check_evidence_table(path, data, site.index)
    for round_ in site.index.rounds:
        if path == answers_csv_path(round_.fiscal_year):
            yield from check_answer_table(path, data, round_, site.index)
        elif path == events_csv_path(round_.fiscal_year):
            events = _read(EventsDocument, events_path(round_.fiscal_year), site)
            yield from check_event_table(path, data, events) if events else ()


def _check_json(path: str, data: bytes, site: PublishedSite) -> Iterator[Discrepancy]:
    """A document by its class; one that has none by what it says, once it can be read at all."""
    index = site.index
    if model := _class_of(path, index):
        document, invalid = parsed(model, path, data)
        yield from invalid
        if document is not None:
            yield from _check_parsed(path, document, index)
    elif unreadable := _unreadable(path, data):
        yield unreadable
    elif path == CATALOG_PATH:
        yield from check_catalog(data, index)
    elif path == PACKAGE_PATH:
        yield from check_package(data, index, site.promised)
    else:
        yield from check_schema(path, data, index, site.engine)


def _class_of(path: str, index: Index) -> type[BaseModel] | None:
    rounds = [round_.fiscal_year for round_ in index.rounds]
    classes: dict[str, type[BaseModel]] = {
        CHECKLIST_PATH: Checklist,
        LEDGER_PATH: LedgerDocument,
        GD_PATH: GdCatalog,
        **dict.fromkeys(_item_paths(index), ItemDocument),
        **dict.fromkeys(map(policy_path, rounds), PolicyDocument),
        **dict.fromkeys(map(events_path, rounds), EventsDocument),
    }
    return classes.get(path)


def _check_parsed(path: str, document: BaseModel, index: Index) -> Iterator[Discrepancy]:
    match document:
        case Checklist():
            yield from check_checklist(document, index)
        case LedgerDocument():
            yield from check_ledger(document, index)
        case GdCatalog():
            yield from check_gd_catalog(document, index)
        case ItemDocument():
            yield from check_item(path, document, index)
        case PolicyDocument() | EventsDocument():
            for round_ in index.rounds:
                if f"/{round_.fiscal_year}/" in path:
                    yield from check_about(path, document, round_, index)


def policies_of(site: PublishedSite) -> dict[int, PolicyDocument]:
    """The rules of each round that can be read."""
    years = [round_.fiscal_year for round_ in site.index.rounds]
    read = {year: _read(PolicyDocument, policy_path(year), site) for year in years}
    return {year: policy for year, policy in read.items() if policy}


def _read(model: type[Document], path: str, site: PublishedSite) -> Document | None:
    data = site.data(path)
    return None if data is None else parsed(model, path, data)[0]


def parsed(
    model: type[Document], path: str, data: bytes
) -> tuple[Document | None, list[Discrepancy]]:
    """The document. Fields of a later minor version of the contract are ignored."""
    try:
        return model.model_validate_json(data, extra="ignore"), []
    except ValidationError as error:
        return None, [
            schema_differs(path, _pointer(detail["loc"]), detail["msg"])
            for detail in error.errors(include_url=False)[:MOST_REPORTED]
        ]


def _pointer(steps: tuple[int | str, ...]) -> str:
    """A JSON Pointer (RFC 6901), without its escapes."""
    return "/" + "/".join(map(str, steps))


def _unreadable(path: str, data: bytes) -> Discrepancy | None:
    try:
        json.loads(data)
    except (ValueError, RecursionError) as error:
        return schema_differs(path, "/", str(error))
    return None
