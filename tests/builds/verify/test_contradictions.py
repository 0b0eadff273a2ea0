"""An index is not believed: it has to agree with itself, its documents and its evidence."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from helpers.faulty_server import Reply, faulty
from helpers.verify_command import CHECKSUMS, FILE, LOGIN, checks, found, resealed


def test_documents_that_contradict_the_index_are_found(site: Path) -> None:
    """Whichever of them was left from another day."""
    api = site / "api/v1"
    item = (
        (api / "2568/o1.json").read_text("utf-8").replace('"status": "current"', '"status": "due"')
    )
    rows = (api / "index.csv").read_text("utf-8").replace(",current,", ",due,", 1)
    answers = (api / "itap-2568.csv").read_text("utf-8").replace(FILE, "2568/o1/other.csv")
    replies = {
        "/api/v1/2568/o1.json": Reply(body=item.encode(), media_type="application/json"),
        "/api/v1/index.csv": Reply(body=rows.encode(), media_type="text/csv"),
        "/api/v1/itap-2568.csv": Reply(body=answers.encode(), media_type="text/csv"),
        "/api/v1/evidence.csv": Reply(body=b"a,b\r\n", media_type="text/csv"),
        "/api/v1/checklist.json": Reply(body=b"{}", media_type="application/json"),
        "/api/v1/catalog.jsonld": Reply(body=b"{", media_type="application/ld+json"),
    }
    absent = {"/api/v1/schema/index.json.schema.json": Reply(status=404)}
    assert checks(site, {**resealed(site, replies), **absent}) == {
        ("row-differs", "api/v1/index.csv"),  # and with it the same status in o1.json
        ("row-differs", "api/v1/itap-2568.csv"),
        ("schema-differs", "api/v1/catalog.jsonld"),
        ("schema-differs", "api/v1/evidence.csv"),
        ("schema-differs", "api/v1/checklist.json"),
        ("not-found", "api/v1/schema/index.json.schema.json"),
    }


def test_what_a_later_version_adds_is_left_aside(site: Path) -> None:
    """The contract gains optional fields and trailing columns."""
    api = site / "api/v1"
    index = json.loads((api / "index.json").read_text("utf-8"))
    index["rounds"][0]["items"][0]["later_field"] = {"a": 1}
    table = list(csv.reader(io.StringIO((api / "index.csv").read_bytes().decode("utf-8-sig"))))
    text = io.StringIO()
    csv.writer(text).writerows([*row, "more"] for row in table)
    later = {
        "/api/v1/index.json": Reply(body=json.dumps(index).encode(), media_type="application/json"),
        "/api/v1/index.csv": Reply(body=text.getvalue().encode(), media_type="text/csv"),
    }
    assert checks(site, resealed(site, later)) == set()


def _index_with(site: Path, **changes: object) -> Reply:
    """The index with other values in its first item."""
    index = json.loads((site / "api/v1/index.json").read_text("utf-8"))
    index["rounds"][0]["items"][0].update(changes)
    return Reply(body=json.dumps(index).encode(), media_type="application/json")


@pytest.mark.parametrize(
    ("changes", "check"),
    [
        ({"filled_count": 99}, "count"),
        ({"score": "0.00"}, "score"),
        ({"status": "incomplete", "score": "0.00"}, "marker-status"),
        ({"url": "https://elsewhere.invalid/"}, "outside-site"),
        ({"url": "../../etc/"}, "outside-site"),
        ({"url": "%2e%2e/%2e%2e/etc/"}, "outside-site"),
        ({"url": "file:///etc/passwd"}, "outside-site"),
        ({"status": "perfect"}, "schema-differs"),
        ({"item": "../../../etc/x"}, "schema-differs"),
        ({"owed_count": -1}, "schema-differs"),
    ],
)
def test_an_index_that_contradicts_itself_is_found(
    site: Path, changes: dict[str, object], check: str
) -> None:
    """And an address that leads out of the site is told, and never asked."""
    with faulty(site, {"/api/v1/index.json": _index_with(site, **changes)}) as server:
        assert check in {finding["check"] for finding in found(server.address)}
        assert not [path for path in server.paths() if "etc" in path]


def _cell(index: Any) -> Any:
    return index["rounds"][0]["items"][0]["requirements"][0]["cells"][0]


def _file(index: Any) -> Any:
    """The entry of `FILE`."""
    return next(
        entry
        for requirement in index["rounds"][0]["items"][0]["requirements"]
        for cell in requirement["cells"]
        for entry in cell["evidence"]
        if entry["url"] == FILE
    )


@pytest.mark.parametrize(
    ("change", "check"),
    [
        (lambda index: _cell(index).update(state="missing"), "cell-state"),
        (lambda index: _cell(index).update(state="missing", evidence=[]), "entry-unexpected"),
        (lambda index: _file(index).update(sha256="xyz"), "schema-differs"),
        (lambda index: _file(index).update(bytes=-5), "schema-differs"),
        (lambda index: index["rounds"][0].update(fiscal_year=-1), "schema-differs"),
        (lambda index: _file(index).update(media_type="application/pdf"), "content"),
        (lambda index: _file(index).update(kind="section", url="2568/o1/#no"), "anchor"),
        (lambda index: index["rounds"][0].update(state="closed"), "round-state"),
        (lambda index: index["rounds"].append(index["rounds"][0]), "row-differs"),
    ],
)
def test_what_the_evidence_does_not_bear_out_is_found(
    site: Path, change: Callable[[Any], object], check: str
) -> None:
    """States, hashes, types, and sections that are not there."""
    index = json.loads((site / "api/v1/index.json").read_text("utf-8"))
    change(index)
    body = json.dumps(index).encode()
    reply = Reply(body=body, media_type="application/json")
    with faulty(site, {"/api/v1/index.json": reply}) as server:
        assert check in {finding["check"] for finding in found(server.address)}


def test_a_file_that_is_not_the_one_of_the_ledger_is_found(site: Path) -> None:
    """Another version of it, or one that was taken back, is published."""
    ledger = json.loads((site / "api/v1/ledger.json").read_text("utf-8"))
    entry = {"item": "O1", "file": FILE.rpartition("/")[2], "sha256": "0" * 64}
    closed = {"first_published": "2025-04-01", "replaced_by": None, "withdrawn": None}
    ledger["rounds"] = [{"fiscal_year": 2568, "scheme": "test", "files": [{**entry, **closed}]}]
    reply = Reply(body=json.dumps(ledger).encode(), media_type="application/json")
    replies = resealed(site, {"/api/v1/ledger.json": reply})
    assert checks(site, replies) == {("ledger", "api/v1/ledger.json")}


@pytest.mark.parametrize(
    "path",
    ["api/v1/tables/2568/o1/summary-2025-03.csv", "api/v1/gdcatalog.json", "feeds/due-finance.ics"],
)
def test_what_is_listed_with_its_sum_is_looked_at_too(site: Path, path: str) -> None:
    """Although the index does not name it."""
    changed = (site / path).read_bytes() + b"\r\n"
    assert checks(site, {f"/{path}": Reply(body=changed, media_type="")}) >= {("sha256", path)}
    assert checks(site, {f"/{path}": Reply(status=404)}) == {("not-found", path)}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            lambda sums: sums.replace(f"  {FILE}", "  o.csv"),
            ("documents-differ", CHECKSUMS),
        ),
        (lambda sums: f"{sums}nonsense\n", ("schema-differs", CHECKSUMS)),
        (lambda sums: f"{sums}{'0' * 64}  ../etc/passwd\n", ("outside-site", "../etc/passwd")),
        (lambda _: LOGIN.decode(), ("login-page", CHECKSUMS)),
        (lambda _: "", ("documents-differ", CHECKSUMS)),
    ],
)
def test_sums_that_contradict_the_index_are_found(
    site: Path, change: Callable[[str], str], expected: tuple[str, str]
) -> None:
    """Whoever changes both is found by the index; who changes one, by the other."""
    body = change((site / CHECKSUMS).read_text("utf-8")).encode()
    found = checks(site, {f"/{CHECKSUMS}": Reply(body=body, media_type="text/plain")})
    assert expected in found
