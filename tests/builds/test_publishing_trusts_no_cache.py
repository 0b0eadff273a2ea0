"""What a build publishes follows from its bytes, whatever strangers wrote into a cache."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from platformdirs import user_data_path

from helpers import made_files as made
from helpers.commands import run
from helpers.edits import file
from helpers.support import copy_site, write
from oit.system.cache import CacheFolder

NUMBER = f"ชื่อ,เลข\nก,{made.VALID_ID}\n".encode("utf-8-sig")
CLEAN = "ชื่อ,เลข\nก,1\n".encode("utf-8-sig")


def rewritten(entry: Path, change: Callable[[Any], None]) -> None:
    """Another value in an entry of the cache, behind the seal of a key that is not this machine's.

    All that a stranger can do who may write into the cache, but does not know the key.
    """
    seal, data = entry.read_bytes()[:32], entry.read_bytes()[32:]
    value = json.loads(data)
    change(value)
    entry.write_bytes(seal + json.dumps(value).encode())


def without_number(inspection: Any) -> None:
    inspection["content"]["personal"] = []


def of_right_type(inspection: Any) -> None:
    inspection["content"]["sniffed"] = {"media_type": "text/csv", "nature": "document"}


@pytest.mark.parametrize(
    ("data", "change", "rule"),
    [
        (NUMBER, without_number, "personal-id"),
        (b"%PDF-1.4 not a table", of_right_type, "file-disguised"),
    ],
)
@pytest.mark.parametrize("gate", ["enforce", "report"])
def test_a_rewritten_entry_hides_nothing_from_a_build(
    data: bytes, change: Callable[[Any], None], rule: str, gate: str, tmp_path: Path
) -> None:
    """Neither a person's number nor what a file is, and not from the gate `report` either."""
    site, cache = copy_site("current", tmp_path), tmp_path / "cache"
    file("table.csv", data)(site)
    assert rule in run("oit", "check", cwd=site, OIT_CACHE=str(cache)).stdout
    for entry in (cache / "facts").iterdir():
        rewritten(entry, change)
    done = run("mkdocs", "build", "-q", cwd=site, OIT_CACHE=str(cache), OIT_GATE=gate)
    assert rule in done.stdout + done.stderr
    assert done.returncode == (0 if (gate, rule) == ("report", "file-disguised") else 1)


def test_a_rewritten_list_of_hashes_hides_nothing_from_a_build(tmp_path: Path) -> None:
    """A file whose signature is known with the hash of a clean one is read all the same.

    By `oit check` it is not: an unchanged size and unchanged times are enough for it.
    """
    site, cache = copy_site("current", tmp_path), tmp_path / "cache"
    file("table.csv", CLEAN)(site)
    assert run("oit", "check", cwd=site, OIT_CACHE=str(cache)).returncode == 0
    write("oit_items/2568/O01/table.csv", NUMBER)(site)
    path = site / "oit_items/2568/O01/table.csv"
    status = path.stat()
    signature = (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
    known = {str(path.absolute()): (signature, hashlib.sha256(CLEAN).hexdigest())}
    hashes = CacheFolder(cache, (user_data_path("oit") / "cache.key").read_bytes())
    hashes.write("hashes.json", json.dumps(known).encode())
    done = run("oit", "check", cwd=site, OIT_CACHE=str(cache))
    assert done.returncode == 0, "the cache was rewritten as the test means to"
    done = run("mkdocs", "build", "-q", cwd=site, OIT_CACHE=str(cache))
    assert "personal-id" in done.stdout + done.stderr
    assert done.returncode == 1


def test_a_build_of_ci_leaves_no_cache(tmp_path: Path) -> None:
    """What it finds out is for this build alone."""
    site, cache = copy_site("current", tmp_path), tmp_path / "cache"
    assert run("mkdocs", "build", "-q", cwd=site, OIT_CACHE=str(cache), CI="1").returncode == 0
    assert not cache.exists()
