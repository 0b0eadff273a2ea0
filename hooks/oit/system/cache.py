"""Entries of a cache: a folder outside of the repository, or none at all.

An entry counts only with its seal: a keyed hash of its name and bytes. The key lies elsewhere, and
stays on the machine, so what was damaged, restored from another machine or written by anybody else
counts as absent. A run of CI that publishes knows no cache at all (`cache_for_publishing`).
"""

import contextlib
import hashlib
import hmac
import json
import os
import secrets
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from msgspec import Struct, field
from platformdirs import user_cache_path, user_data_path

from oit.memory import Asked, Kept, Make
from oit.system.aside import Aside
from oit.system.both_cores import make_all
from oit.system.engine_version import engine_look, engine_version, take_version
from oit.system.keeping import write_bytes

_SEAL_BYTES = 32
_DAY = 24 * 60 * 60
_KEPT_DAYS = 60
"""How long an entry is kept that nobody reads."""
_MOST_PASSED = 50_000
"""How many of one kind are known to have passed: the files of some sites of two thousand items."""
_SWEPT = "swept"
"""A file whose time tells when old entries were last removed."""


class Cache(Protocol):
    """Bytes by name."""

    def read(self, name: str) -> bytes | None:
        """The bytes of an entry, `None` where it is absent or damaged."""

    def write(self, name: str, data: bytes) -> None:
        """Keep an entry; one that cannot be written is left out."""

    def has(self, name: str) -> bool:
        """Whether an entry is there, damaged or not."""


class CacheFolder(Struct, frozen=True):
    """A cache below a folder, each entry behind its seal. Several runs may use it at once."""

    folder: Path
    key: bytes

    def read(self, name: str) -> bytes | None:
        """The bytes of an entry, `None` where it is absent, damaged or has another seal."""
        file = self.folder / name
        try:
            with file.open("rb", buffering=0) as stream:
                seal, data = stream.read(_SEAL_BYTES), stream.read()
                if time.time() - os.fstat(stream.fileno()).st_mtime > _DAY:
                    os.utime(file)
        except OSError:
            return None
        return data if hmac.compare_digest(seal, self._seal(name, data)) else None

    def write(self, name: str, data: bytes) -> None:
        """Keep an entry; one that cannot be written is left out."""
        file, entry = self.folder / name, self._seal(name, data) + data
        with contextlib.suppress(OSError):
            try:
                write_bytes(file, entry)
            except FileNotFoundError:  # the first of its kind
                file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                write_bytes(file, entry)

    def has(self, name: str) -> bool:
        """Whether an entry is there, damaged or not."""
        return (self.folder / name).exists()

    def sweep(self) -> None:
        """Remove what nobody has read for long, once a day."""
        marker, now = self.folder / _SWEPT, time.time()
        with contextlib.suppress(OSError):
            if marker.exists() and now - marker.stat().st_mtime < _DAY:
                return
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            marker.touch()
            for file in _files_below(self.folder):
                if now - file.stat().st_mtime > _KEPT_DAYS * _DAY:
                    file.unlink(missing_ok=True)

    def _seal(self, name: str, data: bytes) -> bytes:
        seal = hashlib.blake2b(name.encode() + b"\0", key=self.key, digest_size=_SEAL_BYTES)
        seal.update(data)
        return seal.digest()


class NoCache(Struct, frozen=True):
    """A cache that knows nothing and keeps nothing."""

    def read(self, name: str) -> bytes | None:  # noqa: ARG002 -- as `Cache` has it
        """Always `None`."""
        return None

    def write(self, name: str, data: bytes) -> None:
        """Nothing."""

    def has(self, name: str) -> bool:  # noqa: ARG002 -- as `Cache` has it
        """Never."""
        return False


NO_CACHE = NoCache()


class CacheMemory(Struct, frozen=True):
    """The memory of an engine (`oit.memory`), kept in a cache."""

    cache: Cache
    aside: Aside = field(default_factory=Aside)

    def recall(self, kind: str, content: bytes, make: Make) -> bytes:
        """What `make` returns: from the cache, where this engine made it of the same content."""
        name = _name_of(kind, content)
        known = self.cache.read(name)
        if known is None:
            known = make()
            self.cache.write(name, known)
        return known

    def recall_all(self, asked: Sequence[Asked]) -> Iterator[bytes]:
        """The same of many; what is not known is made by as many processes as are of use."""
        is_known = [self.cache.has(_name_of(each.kind, each.content)) for each in asked]
        answers = [partial(self.recall, each.kind, each.content, each.make) for each in asked]
        unknown = [number for number, known in enumerate(is_known) if not known]
        heavy = sum(asked[number].is_heavy for number in unknown)
        made = make_all([answers[number] for number in unknown], heavy)
        for answer, known in zip(answers, is_known, strict=True):
            yield answer() if known else next(made)

    def put_aside(self, data: bytes) -> Kept:
        """On the disk, until this process ends. Raises `OSError`."""
        return self.aside.put(data)


class CachePassed(Struct, frozen=True):
    """What has passed a search by this engine (`oit.memory`), in one entry of a cache."""

    cache: Cache
    kind: str

    def read(self) -> frozenset[str]:
        """All that is known to have passed."""
        return frozenset(self._read())

    def keep(self, passed: Collection[str]) -> None:
        """Know these at the next time, and what others have kept, as long as there is room."""
        before = self._read()
        if not set(passed) <= set(before):
            kept = [*dict.fromkeys((*passed, *before))][:_MOST_PASSED]
            self.cache.write(self._name(), json.dumps(kept).encode())

    def _read(self) -> list[str]:
        known: list[str] = json.loads(self.cache.read(self._name()) or "[]")
        return known

    def _name(self) -> str:
        return f"{self.kind}/{engine_version()}"


def cache_folder() -> Path:
    """`OIT_CACHE`, or the folder for caches of this system."""
    folder = os.environ.get("OIT_CACHE")
    return Path(folder) if folder else user_cache_path("oit")


def open_cache() -> Cache:
    """The cache of this machine; `NO_CACHE` where it has no place for the key."""
    try:
        opened = CacheFolder(cache_folder(), _key(user_data_path("oit") / "cache.key"))
    except OSError:
        return NO_CACHE
    opened.sweep()
    return opened


def cache_for_publishing(variables: Mapping[str, str] = os.environ) -> Cache:
    """The same; on a machine of CI none, where steps of others may have run before."""
    return NO_CACHE if variables.get("CI") else open_cache()


def know_engine(cache: Cache) -> None:
    """Take the version of the engine from before, where no file of it looks otherwise.

    For a run that publishes nothing: to read all files takes a tenth of a short one.
    """
    look = engine_look()
    if look is None or not look.is_settled():
        return
    name = f"engines/{look.digest}"
    if known := cache.read(name):
        take_version(known.decode())
    else:
        cache.write(name, engine_version().encode())


def _name_of(kind: str, content: bytes) -> str:
    return f"{kind}/{hashlib.sha256(engine_version().encode() + content).hexdigest()}"


def digest_of(text: str) -> str:
    """SHA-256 of a text in UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()


def _key(file: Path) -> bytes:
    """The key of this machine, made when it is first asked for. Raises `OSError`."""
    with contextlib.suppress(FileNotFoundError):
        if key := file.read_bytes():
            return key
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        fresh.touch(mode=0o600)
        fresh.write_bytes(secrets.token_bytes(_SEAL_BYTES))
        with contextlib.suppress(FileExistsError):
            os.link(fresh, file)  # the first of several runs decides
    finally:
        fresh.unlink(missing_ok=True)
    return file.read_bytes()


def _files_below(folder: Path) -> Iterator[Path]:
    return (Path(path) / name for path, _, names in os.walk(folder) for name in names)
