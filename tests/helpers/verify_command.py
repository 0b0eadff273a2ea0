"""`oit verify` as its tests run it, and what stands on the sites that it reads."""

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from helpers.faulty_server import Replies, Reply, faulty
from oit.commands.cli import main

CHECKSUMS = "api/v1/checksums.txt"
ARCHIVE = "2568/oit-2568.zip"
DESCRIBING = ("api/v1/catalog.jsonld", "api/v1/datapackage.json")
"""Documents that name the sums of others."""
AS_OF = "2025-04-30"
CLOSED = "2026-01-15"
FILE = "2568/o1/summary-2025-03.csv"
LOGIN = b'<!doctype html><form><input type="PASSWORD" name="p"></form>'
PAGE = b"<!doctype html><title>x</title><p>x</p>"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def verify(*arguments: str, as_of: str = AS_OF, language: str = "th") -> Result:
    environment = {"OIT_AS_OF": as_of, "OIT_LANG": language}
    return CliRunner().invoke(main, ["verify", *arguments], env=environment)


def found(location: str, *arguments: str, as_of: str = AS_OF) -> list[dict[str, Any]]:
    """The discrepancies, with the exit status that goes with them."""
    done = verify(location, "--format", "json", *arguments, as_of=as_of)
    document = json.loads(done.stdout)
    failing = [
        discrepancy
        for discrepancy in document["discrepancies"]
        if discrepancy["level"] == "failure"
    ]
    assert done.exit_code == (1 if failing else 0), done.stderr
    assert document["passed"] is (not failing)
    return list(document["discrepancies"])


def checks(site: Path, replies: Replies, *arguments: str) -> set[tuple[str, str]]:
    """Check and path of what is found on a server with these answers."""
    with faulty(site, replies) as server:
        return {
            (finding["check"], finding["path"]) for finding in found(server.address, *arguments)
        }


def resealed(site: Path, replies: Mapping[str, Reply]) -> Mapping[str, Reply]:
    """The same answers, with all that describes their bytes refreshed: archive, package, sums."""
    sealed = dict(replies)
    sealed |= _archive(site, sealed)
    for path in DESCRIBING:
        text = (site / path).read_text("utf-8")
        fresh = _with_sums(site, sealed, text)
        if f"/{path}" not in sealed and fresh != text:
            sealed[f"/{path}"] = Reply(body=fresh.encode(), media_type="application/json")
    sums = _with_sums(site, sealed, (site / CHECKSUMS).read_text("utf-8"))
    return {**sealed, f"/{CHECKSUMS}": Reply(body=sums.encode(), media_type="text/plain")}


def _with_sums(site: Path, replies: Mapping[str, Reply], text: str) -> str:
    for path, reply in replies.items():
        was = hashlib.sha256((site / path[1:]).read_bytes()).hexdigest()
        text = text.replace(was, hashlib.sha256(reply.body).hexdigest())
    return text


def _archive(site: Path, replies: Mapping[str, Reply]) -> Mapping[str, Reply]:
    """The archive of the round, where one of its files is another one."""
    stream = io.BytesIO()
    with zipfile.ZipFile(site / ARCHIVE) as old, zipfile.ZipFile(stream, "w") as new:
        if not {f"/{name}" for name in old.namelist()} & replies.keys():
            return {}
        for name in old.namelist():
            reply = replies.get(f"/{name}")
            new.writestr(name, reply.body if reply else old.read(name))
    return {f"/{ARCHIVE}": Reply(body=stream.getvalue(), media_type="application/zip")}


def first_bytes_changed(site: Path) -> Reply:
    data = (site / FILE).read_bytes()
    return Reply(body=data[:-3] + b"9" + data[-2:], media_type="text/csv")
