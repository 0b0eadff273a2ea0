"""What holds or describes other files of the site: `datapackage.json`, and archives of rounds."""

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any
from urllib.parse import unquote

from oit.audit.verify.values import (
    ABSENT,
    MOST_REPORTED,
    Discrepancy,
    documents_differ,
    schema_differs,
)
from oit.contract.addresses import (
    API,
    EVIDENCE_CSV_PATH,
    INDEX_CSV_PATH,
    PACKAGE_PATH,
    answers_csv_path,
    archive_path,
    events_csv_path,
    item_json_path,
    policy_path,
    site_root,
)
from oit.contract.index import Index, RoundEntry

_NOTE = "README.txt"
"""What an archive says of itself; it is no file of the site."""
LARGEST = 200 * 1024**2
"""Bytes of the files that the engine puts into an archive."""
_MOST_BYTES = 400 * 1024**2
"""Of the files in an archive together: twice as much as the engine puts into one."""
_TABLES = (INDEX_CSV_PATH, EVIDENCE_CSV_PATH)


def check_package(data: bytes, index: Index, digests: Mapping[str, str]) -> Iterator[Discrepancy]:
    """Resources whose bytes are others, that are not published, or that are absent.

    `digests` are SHA-256 of the files of the site, by path from its root.
    """
    package = json.loads(data)
    return islice(_package(package, index, digests), MOST_REPORTED)


def _package(package: Any, index: Index, digests: Mapping[str, str]) -> Iterator[Discrepancy]:
    named = package if isinstance(package, dict) else {}
    if named.get("name") != f"oit-{index.office.id}":
        yield documents_differ(
            PACKAGE_PATH, "", "/name", f"oit-{index.office.id}", str(named.get("name"))
        )
    resources = {
        str(resource.get("path")): str(resource.get("hash"))
        for resource in named.get("resources", [])
        if isinstance(resource, dict)
    }
    for path, found in resources.items():
        digest = digests.get(f"{API}/{path}")
        expected = f"sha256:{digest}" if digest else ABSENT
        if found != expected:
            yield documents_differ(PACKAGE_PATH, "", f"/resources {path}", expected, found)
    answers = (answers_csv_path(round_.fiscal_year) for round_ in index.rounds)
    for path in (*_TABLES, *answers):
        if path.removeprefix(f"{API}/") not in resources:
            yield documents_differ(PACKAGE_PATH, "", "/resources", path, ABSENT)


# Archives


def members_of(data: bytes) -> Mapping[str, str] | None:
    """SHA-256 of each file in a ZIP file by its name; `None` where it is unreadable, or too large.

    An archive is not trusted: what it would unpack to is known before it is read.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _MOST_BYTES:
                return None
            return {
                entry.filename: hashlib.sha256(archive.read(entry)).hexdigest()
                for entry in archive.infolist()
            }
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError):
        return None


def has_archive(round_: RoundEntry) -> bool:
    """Whether a site that publishes its rules has an archive of a round: of files, of some size.

    `outputs.archives` makes none without files, and none that is larger.
    """
    sizes = {
        entry.url: entry.bytes or 0
        for item in round_.items
        for _, cell in item.requirement_cells()
        for entry in cell.evidence
        if entry.kind == "file"
    }
    return round_.policy is not None and 0 < sum(sizes.values()) <= LARGEST


def check_archive(
    round_: RoundEntry,
    members: Mapping[str, str] | None,
    index: Index,
    digests: Mapping[str, str],
) -> Iterator[Discrepancy]:
    """Files of a round's archive that are not those of the site, and files that it lacks."""
    path, year = archive_path(round_.fiscal_year), str(round_.fiscal_year)
    if members is None:
        yield schema_differs(path, "/", "zip", year)
        return
    needed = {*_documents(round_), *_files(round_, index.site_url)}
    for name in sorted((members.keys() | needed) - {_NOTE}):
        expected, found = digests.get(name, ABSENT), members.get(name, ABSENT)
        if expected != found:
            yield documents_differ(path, year, name, expected, found)


def _documents(round_: RoundEntry) -> Iterator[str]:
    """What a round has of its own for programs, by path from the root."""
    yield from (events_csv_path(round_.fiscal_year), policy_path(round_.fiscal_year))
    yield from (item_json_path(round_.fiscal_year, item.item) for item in round_.items)


def _files(round_: RoundEntry, site_url: str | None) -> Iterator[str]:
    """The evidence files of a round, by path from the root."""
    root = site_root(site_url) if site_url else ""
    for item in round_.items:
        for _, cell in item.requirement_cells():
            for entry in cell.evidence:
                if entry.kind == "file" and entry.url:
                    yield unquote(entry.url.removeprefix(root))
