"""Documents of a site against each other: a fact that is changed in one of them is found there."""

import io
import json
import zipfile
from collections.abc import Callable, Iterable
from hashlib import sha256

import pytest

from helpers.support import as_of, copy_site, published
from oit.audit.verify.catalogues import CATALOG_PATH, GD_PATH, check_catalog, check_gd_catalog
from oit.audit.verify.differences import differences
from oit.audit.verify.feeds import check_calendar, check_feed
from oit.audit.verify.json_documents import CHECKLIST_PATH, check_checklist
from oit.audit.verify.packages import PACKAGE_PATH, check_archive, check_package, members_of
from oit.audit.verify.schemas import check_schema
from oit.audit.verify.tables import check_event_table, check_evidence_table, check_index_table
from oit.audit.verify.values import Discrepancy
from oit.contract.addresses import (
    ATOM_PATH,
    calendar_path,
    events_csv_path,
    events_path,
    schema_path,
)
from oit.contract.documents import Checklist, GdCatalog
from oit.contract.events import EventsDocument
from oit.contract.index import Generator, Index

DAY, YEAR = "2025-03-01", 2568
INDEX_CSV, EVIDENCE_CSV = "api/v1/index.csv", "api/v1/evidence.csv"
SCHEMA = schema_path("index.json")
NOTE = "README.txt"

Files = dict[str, bytes]
Check = Callable[[Files, Index], Iterable[Discrepancy]]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """What a tiny site publishes besides pages, while much is still to come."""
    site = copy_site("current", tmp_path_factory.mktemp("documents"))
    return published(site, as_of(DAY)).files


@pytest.fixture(scope="module")
def index(files: Files) -> Index:
    read = Index.model_validate_json(files["api/v1/index.json"])
    return read.model_copy(update={"generator": Generator(name="oit", version="1")})


def digests(files: Files) -> dict[str, str]:
    return {path: sha256(data).hexdigest() for path, data in files.items()}


CHECKS: dict[str, Check] = {
    INDEX_CSV: lambda files, index: check_index_table(INDEX_CSV, files[INDEX_CSV], index),
    EVIDENCE_CSV: lambda files, index: check_evidence_table(
        EVIDENCE_CSV, files[EVIDENCE_CSV], index
    ),
    CHECKLIST_PATH: lambda files, index: check_checklist(
        Checklist.model_validate_json(files[CHECKLIST_PATH]),
        index.model_copy(update={"generator": None}),
    ),
    CATALOG_PATH: lambda files, index: check_catalog(files[CATALOG_PATH], index),
    GD_PATH: lambda files, index: check_gd_catalog(
        GdCatalog.model_validate_json(files[GD_PATH]), index
    ),
    PACKAGE_PATH: lambda files, index: check_package(files[PACKAGE_PATH], index, digests(files)),
    ATOM_PATH: lambda files, index: check_feed(files[ATOM_PATH], index),
    calendar_path(): lambda files, index: check_calendar(files[calendar_path()], index, {}),
    SCHEMA: lambda files, index: check_schema(SCHEMA, files[SCHEMA], index, "1"),
    events_csv_path(YEAR): lambda files, _: check_event_table(
        events_csv_path(YEAR),
        files[events_csv_path(YEAR)],
        EventsDocument.model_validate_json(files[events_path(YEAR)]),
    ),
}


@pytest.mark.parametrize("path", CHECKS)
def test_a_document_as_it_was_published_agrees(path: str, files: Files, index: Index) -> None:
    """Nothing is found that nobody changed."""
    assert list(CHECKS[path](files, index)) == []


@pytest.mark.parametrize(
    ("path", "old", "new", "place"),
    [
        (INDEX_CSV, "O1,", "O2,", "item"),
        (INDEX_CSV, ",monthly,", ",annual,", "frequency"),
        (EVIDENCE_CSV, ",published,0,", ",late,3,", "state"),
        (events_csv_path(YEAR), ",published,O", ",removed,O", "event"),
        (CHECKLIST_PATH, '"status": "current"', '"status": "due"', "/status"),
        (CHECKLIST_PATH, '"scheme": "', '"scheme": "x', "/scheme"),
        (CATALOG_PATH, '2568/o1/"', '2568/o9/"', "dcat:landingPage"),
        (CATALOG_PATH, '"O1 ', '"O9 ', "dct:title"),
        (GD_PATH, '"notes": "', '"notes": "x', "/fields/notes"),
        (PACKAGE_PATH, '"hash": "sha256:', '"hash": "sha256:0', "/resources"),
        (PACKAGE_PATH, '"name": "oit-', '"name": "other-', "/name"),
        (ATOM_PATH, "<name>", "<name>x", "author"),
        (SCHEMA, '"$schema"', '"$other"', "/$schema"),
        (SCHEMA, '"$schema"', '"more": 1, "$schema"', "/"),
        (SCHEMA, '"type": "object"', '"type": "array"', "/type"),
    ],
)
def test_a_changed_fact_is_found_at_its_place(
    path: str, old: str, new: str, place: str, files: Files, index: Index
) -> None:
    """With the column or the JSON Pointer, what should stand there, and what does."""
    text = files[path].decode("utf-8")
    assert old in text
    changed = {**files, path: text.replace(old, new, 1).encode()}
    found = list(CHECKS[path](changed, index))
    assert found
    params = found[0].params
    assert place in params.get("column", "") + params.get("place", "")
    assert params["expected"] != params["found"]


def test_a_row_that_is_gone_or_too_many_is_named(files: Files, index: Index) -> None:
    """And the rows that stand where they should are not told."""
    lines = files[INDEX_CSV].splitlines(keepends=True)
    (gone,) = check_index_table(INDEX_CSV, b"".join([*lines[:1], *lines[2:]]), index)
    assert (gone.check, "O1" in gone.params["expected"]) == ("row-differs", True)
    (more,) = check_index_table(INDEX_CSV, b"".join([*lines, lines[1]]), index)
    assert "O1" in more.params["found"]


def test_a_feed_that_leads_elsewhere_or_is_no_feed_is_found(files: Files, index: Index) -> None:
    """A reader of feeds follows its links."""
    feed = files[ATOM_PATH].decode("utf-8")
    entry = "<entry><link href='https://elsewhere.invalid/'/></entry></feed>"
    (away,) = check_feed(feed.replace("</feed>", entry).encode(), index)
    assert away.params["found"] == "https://elsewhere.invalid/"
    (broken,) = check_feed(b"<feed", index)
    assert broken.check == "schema-differs"


def test_a_moved_deadline_is_found_in_the_calendar(files: Files, index: Index) -> None:
    """What is still to be published stands there on its day."""
    path = calendar_path()
    text = files[path].decode("utf-8")
    owed = sorted(
        cell.due_on
        for _, item in index.round_items()
        for _, cell in item.requirement_cells()
        if not cell.evidence
    )
    day = owed[0].strftime("%Y%m%d")
    moved = text.replace(f"DTSTART;VALUE=DATE:{day}", "DTSTART;VALUE=DATE:20250701")
    assert moved != text
    found = [one.params["expected"] for one in check_calendar(moved.encode(), index, {})]
    assert found == [owed[0].isoformat()]
    (broken,) = check_calendar(b"BEGIN:VCALENDAR\r\nnonsense", index, {})
    assert broken.check == "schema-differs"


def test_an_archive_holds_the_files_of_the_site(index: Index) -> None:
    """None more, none less, and none with other bytes; a bomb is not unpacked."""
    (round_,) = index.rounds
    names = ("api/v1/index.json", "api/v1/index.csv", "api/v1/evidence.csv")
    evidence = [
        entry.url
        for item in round_.items
        for _, cell in item.requirement_cells()
        for entry in cell.evidence
        if entry.kind == "file" and entry.url
    ]
    whole = {name: name.encode() for name in (*names, *evidence)}

    def found(**changes: bytes | None) -> list[str]:
        stream = io.BytesIO()
        held = {NOTE: b"x", **whole, **{name: data for name, data in changes.items() if data}}
        with zipfile.ZipFile(stream, "w") as archive:
            for name, data in held.items():
                if changes.get(name, b"") is not None:
                    archive.writestr(name, data)
        members = members_of(stream.getvalue())
        told = check_archive(round_, members, index, digests(whole))
        return [one.params["place"] for one in told]

    assert found() == []
    assert found(**{evidence[0]: b"other"}) == [evidence[0]]
    assert found(**{evidence[0]: None}) == [evidence[0]]
    assert found(**{"more.csv": b"x"}) == ["more.csv"]
    assert members_of(b"no archive") is None
    (unread,) = check_archive(round_, None, index, {})
    assert unread.check == "schema-differs"


def test_what_a_later_version_says_besides_is_left_aside() -> None:
    """Version 1 gains fields; a list that is longer or shorter is another list."""
    assert list(differences({"a": 1, "b": None}, {"a": 1, "c": 2})) == []
    places = [found.place for found in differences({"a": [1, 2]}, {"a": [1]})]
    assert places == ["/a/1"]
    assert [found.place for found in differences({"a/b": 1}, {"a/b": True})] == ["/a~1b"]
    assert [found.place for found in differences([1], {"a": 1})] == ["/"]


def test_another_engine_publishes_schemas_of_its_own(index: Index) -> None:
    """What they are is not known here."""
    changed = json.dumps({"type": "array"}).encode()
    assert list(check_schema(SCHEMA, changed, index, "2")) == []
    assert list(check_schema(SCHEMA, changed, index, "1")) != []
