"""A cache of what was found out about evidence files, by the hash of their bytes.

It lies outside of the repository, where no pull request can write, and can be deleted at any time.
An entry that is damaged, or was written by another version of the engine, counts as absent.
"""

import sys
import time
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeAlias

from msgspec import json

from oit.evidence.facts import Inspection
from oit.evidence.faults import FileFault
from oit.evidence.inspect import TOO_LARGE, Facts, extension, facts_of, fingerprint
from oit.evidence.pipe import INSPECTION
from oit.system.cache import Cache, digest_of
from oit.system.engine_version import engine_version

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from oit.evidence.runner import Inspector

FileSignature: TypeAlias = tuple[int, int, int, int]
"""Size, mtime and ctime in nanoseconds, and inode: what changes when the bytes do."""

_FACTS = "facts"
_HASHES_NAME = "hashes.json"
_HASHES = json.Decoder(dict[str, tuple[FileSignature, str]])
_SETTLED_AFTER = 2_000_000_000
"""Nanoseconds. FAT keeps times in steps of two seconds: within them a file can change again and
keep its signature, so the hash of a file that was changed this recently is not remembered."""
_SOON = 0.0005
"""Seconds after which a thread that waits gets its turn."""
_PASSING_FAULTS = frozenset({FileFault.TOO_COSTLY, FileFault.ABSENT})
"""They depend on the machine and the moment, and are not remembered."""


class EvidenceInspector:
    """The facts of files: from the cache, or from a child process that reads them meanwhile.

    Use it in a `with` statement. `read_count` is how many files' bytes were read.
    """

    def __init__(self, cache: Cache, hashes: dict[str, tuple[FileSignature, str]]) -> None:
        self.read_count = 0
        self._cache = cache
        self._hashes = hashes
        self._asked: dict[str, Future[Inspection]] = {}
        """What the child reads in this run, by the entry that it is kept under."""

    @classmethod
    def rereading(cls, cache: Cache) -> Self:
        """One that hashes every file, and knows the bytes that it has seen: for a build."""
        return cls(cache, {})

    @classmethod
    def remembering(cls, cache: Cache) -> Self:
        """One that does not read a file again while its signature stays the same."""
        entry = cache.read(_HASHES_NAME)
        return cls(cache, _HASHES.decode(entry) if entry else {})

    def __enter__(self) -> Self:
        """Start the child at once where it will read all files: until then it starts beside."""
        if not self._cache.has(_FACTS):
            self._inspector.start()
        return self

    def __exit__(self, *_: object) -> None:
        """End the child process, and remember the hashes of files."""
        if self._asked:
            self._thread.shutdown(wait=False, cancel_futures=True)
            self._inspector.close()  # where somebody broke off, it may still read
            self._thread.shutdown()
        if "_inspector" in self.__dict__:
            self._inspector.close()
        self._cache.write(_HASHES_NAME, json.encode(self._hashes))

    def __call__(self, path: Path, schemas: tuple[str, ...]) -> Facts:
        """The facts of a file. Raises `OSError` where it cannot be read."""
        digest, size = self._fingerprint(path)
        if size > TOO_LARGE:
            return lambda: facts_of(path.name, digest, size, None)
        inspection = self._inspection(path, schemas, digest)
        return lambda: facts_of(path.name, digest, size, inspection())

    def _inspection(
        self, path: Path, schemas: tuple[str, ...], digest: str
    ) -> Callable[[], Inspection]:
        entry = _entry_name(digest, extension(path.name), schemas)
        if text := self._cache.read(entry):
            known = INSPECTION.decode(text)
            return lambda: known
        if entry not in self._asked:
            self._asked[entry] = self._thread.submit(self._inspector.inspect, path, schemas)
        return lambda: self._kept(entry)

    def _fingerprint(self, path: Path) -> tuple[str, int]:
        """SHA-256 and size in bytes."""
        status, name = path.stat(), str(path.absolute())
        times = (status.st_mtime_ns, status.st_ctime_ns)
        signature = (status.st_size, *times, status.st_ino)
        known = self._hashes.get(name)
        if known and known[0] == signature:
            return known[1], status.st_size
        self.read_count += 1
        # Asked before the file is read: what changes while it is read must not be remembered.
        is_settled = time.time_ns() - max(times) > _SETTLED_AFTER
        digest, size = fingerprint(path)
        if is_settled:
            self._hashes[name] = (signature, digest)
        return digest, size

    def _kept(self, entry: str) -> Inspection:
        """What the child has found out, once it has."""
        inspection = self._asked[entry].result()
        if inspection.content.fault not in _PASSING_FAULTS:
            self._cache.write(entry, json.encode(inspection))
        return inspection

    @cached_property
    def _thread(self) -> "ThreadPoolExecutor":
        """It waits for the child, which reads one file at a time."""
        from concurrent.futures import ThreadPoolExecutor  # seldom needed, as the child

        # Else the child waits up to 5 ms for its next file while this process computes.
        sys.setswitchinterval(_SOON)
        return ThreadPoolExecutor(1)

    @cached_property
    def _inspector(self) -> "Inspector":
        from oit.evidence.runner import Inspector  # heavy, and seldom needed

        return Inspector()


def _entry_name(digest: str, kind: str, schemas: tuple[str, ...]) -> str:
    known_by = "\0".join([digest, kind, *sorted(schemas), engine_version()])
    return f"{_FACTS}/{digest_of(known_by)}.json"
