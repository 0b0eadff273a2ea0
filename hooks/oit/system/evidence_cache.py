"""What was found out about evidence files, kept by the hash of their bytes.

It lies outside of the repository, where no pull request can write, and can be deleted at any time.
An entry that is damaged, or was made by other readers, is as if it were not there.
"""

import contextlib
import hashlib
import os
import time
from functools import cache
from importlib import metadata, resources
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeAlias

from platformdirs import user_cache_path
from pydantic import TypeAdapter

from oit.evidence.facts import FileFacts, Inspection
from oit.evidence.faults import FileFault
from oit.evidence.inspect import TOO_LARGE, extension, facts_of, fingerprint
from oit.records.load import load_site
from oit.records.site import Site
from oit.system.writing import write_text

if TYPE_CHECKING:
    from oit.evidence.runner import Inspector

Signature: TypeAlias = tuple[int, int, int, int]
"""Size, times of change in nanoseconds, and number of a file: what changes with its bytes."""

_INSPECTION = TypeAdapter(Inspection)
_HASHES = TypeAdapter(dict[str, tuple[Signature, str]])
_READERS = ("pypdf", "lxml", "pillow", "openpyxl", "defusedxml", "frictionless")
_SETTLED = 2_000_000_000
"""Nanoseconds: a file changed no longer than this before it was hashed may change unseen."""


def cache_folder() -> Path:
    """`OIT_CACHE`, or the place for such things on this system."""
    named = os.environ.get("OIT_CACHE")
    return Path(named) if named else user_cache_path("oit")


class EvidenceInspector:
    """The facts of files: from the cache, or from a child process that reads them.

    Use it in a `with` statement. `read_count` says how many files' bytes were read.
    """

    def __init__(self, folder: Path, hashes: dict[str, tuple[Signature, str]]) -> None:
        self.read_count = 0
        self._folder = folder
        self._hashes = hashes
        self._inspector: Inspector | None = None

    @classmethod
    def rereading(cls, folder: Path) -> Self:
        """One that hashes every file: for what is about to be published."""
        return cls(folder, {})

    @classmethod
    def remembering(cls, folder: Path) -> Self:
        """One that takes a file for unchanged whose size, times and number are."""
        text = _kept(folder / "hashes.json")
        return cls(folder, _HASHES.validate_json(text) if text else {})

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """End the child, and keep which file had which hash."""
        if self._inspector:
            self._inspector.close()
        _keep(self._folder / "hashes.json", _HASHES.dump_json(self._hashes).decode())

    def __call__(self, path: Path, schemas: tuple[str, ...]) -> FileFacts:
        """The facts of a file. Raises `OSError` where it cannot be read."""
        digest, size = self._fingerprint(path)
        if size > TOO_LARGE:
            return facts_of(path.name, digest, size, None)
        entry = self._folder / "facts" / _key(digest, extension(path.name), schemas)
        text = _kept(entry)
        found = _INSPECTION.validate_json(text) if text else self._inspected(path, schemas, entry)
        return facts_of(path.name, digest, size, found)

    def _fingerprint(self, path: Path) -> tuple[str, int]:
        status, name = path.stat(), str(path.absolute())
        changed = (status.st_mtime_ns, status.st_ctime_ns)
        signature = (status.st_size, *changed, status.st_ino)
        known = self._hashes.get(name)
        if known and known[0] == signature:
            return known[1], status.st_size
        self.read_count += 1
        is_settled = time.time_ns() - max(changed) > _SETTLED
        digest, size = fingerprint(path)
        if is_settled:
            self._hashes[name] = (signature, digest)
        return digest, size

    def _inspected(self, path: Path, schemas: tuple[str, ...], entry: Path) -> Inspection:
        from oit.evidence.runner import Inspector  # heavy, and seldom needed

        self._inspector = self._inspector or Inspector()
        found = self._inspector.inspect(path, schemas)
        if found.content.fault not in (FileFault.TOO_COSTLY, FileFault.ABSENT):
            _keep(entry, _INSPECTION.dump_json(found).decode())
        return found


def _key(digest: str, kind: str, schemas: tuple[str, ...]) -> str:
    return _digest("\0".join([digest, kind, *sorted(schemas), _readers()])) + ".json"


def remembered_site(root: Path) -> Site:
    """The site in a folder, without looking into evidence again that is known already."""
    with EvidenceInspector.remembering(cache_folder()) as inspect:
        return load_site(root, inspect=inspect)


@cache
def _readers() -> str:
    """Changes with the code that reads files, and with the libraries it uses.

    Once a process: it hashes some sixty files and reads the metadata of six packages.
    """
    code = hashlib.sha256()
    ground, room = resources.files("oit"), resources.files("oit.evidence")
    tables = room.joinpath("tables")
    for folder in (ground, room, tables, tables.joinpath("schemas")):
        for file in sorted(folder.iterdir(), key=lambda file: file.name):
            if file.is_file():
                code.update(file.read_bytes())
    versions = (f"{name} {metadata.version(name)}" for name in _READERS)
    return _digest("\0".join([code.hexdigest(), *versions]))


def _kept(file: Path) -> str | None:
    """The text of a file of the cache, if it is whole."""
    try:
        digest, _, text = file.read_text("utf-8").partition("\n")
    except (OSError, ValueError):
        return None
    return text if digest == _digest(text) else None


def _keep(file: Path, text: str) -> None:
    """Write a file of the cache; one that cannot be written is only not there next time."""
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_text(file, f"{_digest(text)}\n{text}")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
