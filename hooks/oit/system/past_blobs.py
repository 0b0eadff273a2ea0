"""What documents and evidence files of the past hold, by the hashes that Git names them by.

What was parsed once is kept beside the facts of evidence files, outside of the repository. An entry
that is damaged, or was written by other readers, counts as absent.
"""

import hashlib
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from pathlib import Path
from typing import IO

from pydantic import TypeAdapter

from oit.records.past_versions import read_version
from oit.records.witness import DocumentVersion, FileVersion
from oit.system.evidence_cache import read_entry, write_entry
from oit.system.git import HistoryError

_UNREADABLE = (
    "อ่านข้อมูลบางส่วนในประวัติไม่ได้ โปรดคัดลอกข้อมูลทั้งหมดใหม่ด้วย git clone\n"
    "[EN] Some of the history could not be read; clone the repository again."
)
_CHUNK = 1 << 20
_LONGEST_DOCUMENT = 4 << 20
"""Bytes. A longer text is no record: it is not read, and fills nothing."""


@dataclass(slots=True)
class PastBlobs:
    """What blobs hold; those of records and of parts are read by different rules."""

    records: dict[str, DocumentVersion] = field(default_factory=dict)
    parts: dict[str, DocumentVersion] = field(default_factory=dict)
    files: dict[str, FileVersion] = field(default_factory=dict)


_BLOBS = TypeAdapter(PastBlobs)


@dataclass(frozen=True, slots=True)
class WantedBlobs:
    """The hashes of the blobs to read, by what they are."""

    records: frozenset[str]
    parts: frozenset[str]
    files: frozenset[str]

    def missing_in(self, known: PastBlobs) -> "WantedBlobs":
        """Those that are not known yet."""
        return WantedBlobs(
            self.records - known.records.keys(),
            self.parts - known.parts.keys(),
            self.files - known.files.keys(),
        )

    def all(self) -> list[str]:
        """Every hash once, in order."""
        return sorted(self.records | self.parts | self.files)


def read_blobs(root: Path, wanted: WantedBlobs, cache_folder: Path | None) -> PastBlobs:
    """What the wanted blobs of a repository hold, by one call to Git at most.

    Without a folder for the cache, nothing is believed but Git. Raises `HistoryError`.
    """
    entry = cache_folder / "history" / _entry_name(root) if cache_folder else None
    text = read_entry(entry) if entry else None
    blobs = _BLOBS.validate_json(text) if text else PastBlobs()
    missing = wanted.missing_in(blobs)
    if missing.all():
        _read_into(blobs, root, missing)
        if entry:
            write_entry(entry, _BLOBS.dump_json(blobs, by_alias=True).decode())
    return blobs


def _read_into(blobs: PastBlobs, root: Path, missing: WantedBlobs) -> None:
    with _batch(root, missing.all()) as output:
        for name, size in _headers(output):
            is_document = name in missing.records or name in missing.parts
            digest, data = _contents(output, size, keep=is_document)
            if name in missing.files:
                blobs.files[name] = FileVersion(digest, size)
            if name in missing.records:
                blobs.records[name] = read_version(data, is_part=False)
            if name in missing.parts:
                blobs.parts[name] = read_version(data, is_part=True)


@contextmanager
def _batch(root: Path, names: list[str]) -> Iterator[IO[bytes]]:
    """The output of `git cat-file --batch` for some blobs."""
    # The names from a file: a pipe would fill up while Git waits for its output to be read.
    with tempfile.TemporaryFile() as listed:
        listed.write("".join(f"{name}\n" for name in names).encode())
        listed.seek(0)
        command = ["git", "--no-replace-objects", "-C", str(root), "cat-file", "--batch"]
        with subprocess.Popen(command, stdin=listed, stdout=subprocess.PIPE) as process:
            if process.stdout is None:
                raise HistoryError(_UNREADABLE)
            yield process.stdout
    if process.returncode:
        raise HistoryError(_UNREADABLE)


def _headers(output: IO[bytes]) -> Iterator[tuple[str, int]]:
    """Hash and size of each blob; what it holds follows in the output."""
    while line := output.readline():
        name, _, told = line.decode("ascii").strip().partition(" ")
        kind, _, size = told.partition(" ")
        if kind != "blob":  # `missing`
            raise HistoryError(_UNREADABLE)
        yield name, int(size)


def _contents(output: IO[bytes], size: int, *, keep: bool) -> tuple[str, bytes]:
    """SHA-256 of a blob, and its bytes where they are kept and not too many."""
    digest, kept, left = hashlib.sha256(), bytearray(), size
    while left:
        chunk = output.read(min(left, _CHUNK))
        if not chunk:
            raise HistoryError(_UNREADABLE)
        digest.update(chunk)
        left -= len(chunk)
        if keep and size <= _LONGEST_DOCUMENT:
            kept += chunk
    output.readline()  # the newline after each blob
    return digest.hexdigest(), bytes(kept)


def _entry_name(root: Path) -> str:
    name = "\0".join([str(root.resolve()), _readers_version()])
    return hashlib.sha256(name.encode()).hexdigest() + ".json"


@cache
def _readers_version() -> str:
    """A hash that changes with the code that reads documents."""
    code = hashlib.sha256()
    for room in ("oit", "oit.records", "oit.model"):
        for file in sorted(resources.files(room).iterdir(), key=lambda file: file.name):
            if file.is_file():
                code.update(file.read_bytes())
    return code.hexdigest()
