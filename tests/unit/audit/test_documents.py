"""Documents of a site against each other: a fact that is changed in one of them is found there."""

import io
import json
import zipfile
from collections.abc import Callable, Iterable
from hashlib import sha256

import pytest

from helpers.support import as_of, copy_site, published
from oit.audit.verify.calendars import check_calendars
from oit.audit.verify.catalogues import check_catalog, check_gd_catalog
from oit.audit.verify.ckan import check_ckan
from oit.audit.verify.differences import differences
from oit.audit.verify.feeds import FEED_PAGES, check_feed
from oit.audit.verify.json_documents import check_checklist
from oit.audit.verify.packages import check_archive, check_package, members_of
from oit.audit.verify.schemas import check_schema
from oit.audit.verify.tables import check_event_table, check_evidence_table, check_index_table
from oit.audit.verify.values import Discrepancy
from oit.contract.addresses import (
    ATOM_PATH,
    CATALOG_PATH,
    CHECKLIST_PATH,
    CKAN_PATH,
    GD_PATH,
    PACKAGE_PATH,
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
    return dict(published(site, as_of(DAY)).files)


@pytest.fixture(scope="module")
def index(files: Files) -> Index:
    read = Index.model_validate_json(files["api/v1/index.json"])
    return read.model_copy(update={"generator": Generator(name="oit", version="1")})


def digests(files: Files) -> dict[str, str]:
    return {path: sha256(data).hexdigest() for path, data in files.items()}


def below(path: str, files: Files) -> Files:
    return {name: data for name, data in files.items() if name.startswith(path)}


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
    CKAN_PATH: lambda files, index: check_ckan(files[CKAN_PATH], index, files),
    ATOM_PATH: lambda files, index: check_feed(below(FEED_PAGES, files), index),
    calendar_path(): lambda files, index: check_calendars(below("feeds/due", files), index, {}),
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
        (ATOM_PATH, "<title>O1 ", "<title>O9 ", "urn:uuid:"),
        (ATOM_PATH, "<published>2024", "<published>2023", "urn:uuid:"),
        (ATOM_PATH, "<id>urn:uuid:", "<id>urn:uuid:0", "id"),
        (CKAN_PATH, '"name": "test-2568-o1"', '"name": "test-2568-o4"', "test-2568-o1"),
        (CKAN_PATH, '"notes": "', '"notes": "x', "/notes"),
        (CKAN_PATH, '"owner_org": "test"', '"owner_org": "x"', "/owner_org"),
        (CKAN_PATH, '"title": "สรุปผล', '"title": "สรุป', "/title"),
        (CKAN_PATH, '"resources": [{"id": "', '"resources": [{"id": "0', ""),
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
    entry = "<entry><link rel='alternate' href='https://elsewhere.invalid/'/></entry></feed>"
    (away,) = check_feed({ATOM_PATH: feed.replace("</feed>", entry).encode()}, index)
    assert away.params["found"] == "https://elsewhere.invalid/"
    (broken,) = check_feed({ATOM_PATH: b"<feed"}, index)
    assert broken.check == "schema-differs"


@pytest.mark.parametrize(
    ("ways", "place"),
    [
        ({}, "prev-archive"),
        ({ATOM_PATH: "prev-archive"}, "prev-archive"),
        ({ATOM_PATH: "prev-archive", "feeds/updates-2025-01.atom": "next-archive"}, "next-archive"),
    ],
)
def test_pages_of_the_feed_lead_to_each_other(
    ways: dict[str, str], place: str, files: Files, index: Index
) -> None:
    """A reader that follows `prev-archive` finds each page; the last archive leads no further."""
    archive, nowhere = "feeds/updates-2025-01.atom", "feeds/updates-2024-01.atom"
    to = {ATOM_PATH: archive if archive in ways else nowhere, archive: nowhere}
    whole = files[ATOM_PATH].decode("utf-8")
    empty = whole[: whole.index("<entry>")] + "</feed>"
    pages = {ATOM_PATH: whole, archive: empty}
    for path, rel in ways.items():
        link = f"<link rel='{rel}' href='../{to[path]}'/><author>"
        pages[path] = pages[path].replace("<author>", link, 1)
    told = check_feed({path: text.encode() for path, text in pages.items()}, index)
    found = [each.params["place"] for each in told]
    assert place in found


def test_an_entry_stands_in_the_feed_once(files: Files, index: Index) -> None:
    """One that is gone, and one that is there twice, are found."""
    feed = files[ATOM_PATH].decode("utf-8")
    begin, end = feed.index("<entry>"), feed.index("</entry>") + len("</entry>")
    gone = feed[:begin] + feed[end:]
    (lost,) = check_feed({ATOM_PATH: gone.encode()}, index)
    assert lost.params["found"] == "–"
    (twice,) = check_feed({ATOM_PATH: (feed[:end] + feed[begin:end] + feed[end:]).encode()}, index)
    assert twice.params["found"] == "2"


def test_an_event_stands_in_the_calendar_of_its_division(files: Files, index: Index) -> None:
    """And in that of the office, under the same UID and day."""
    calendars = below("feeds/due", files)
    path = calendar_path()
    text = calendars[path].decode("utf-8")
    begin, end = text.index("BEGIN:VEVENT"), text.index("END:VEVENT\r\n") + len("END:VEVENT\r\n")
    gone = {**calendars, path: (text[:begin] + text[end:]).encode()}
    assert list(check_calendars(gone, index, {}))
    own = next(name for name, data in calendars.items() if name != path and b"VEVENT" in data)
    renamed = calendars[own].replace(b"UID:", b"UID:0", 1)
    found = list(check_calendars({**calendars, own: renamed}, index, {}))
    assert {each.path for each in found} >= {own}


def test_a_line_that_is_no_dataset_is_told(index: Index) -> None:
    """By its number."""
    for text in (b"{", b"[]", b'{"name": 1, "resources": 2}', b"7"):
        (unread,) = check_ckan(text, index, {})
        assert (unread.check, unread.params["place"]) == ("schema-differs", "1")


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
    found = [one.params["expected"] for one in check_calendars({path: moved.encode()}, index, {})]
    assert found == [owed[0].isoformat()]
    (broken,) = check_calendars({path: b"BEGIN:VCALENDAR\r\nnonsense"}, index, {})
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
