"""What tells one engine from another: a hash of its files, and the names of what is installed.

A cache that knows its entries by it is never wrong after an upgrade, and two versions that run on
one machine do not disturb each other.
"""

import hashlib
import os
import stat
import sys
import sysconfig
import time
from collections.abc import Iterator
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import NamedTuple

import oit

_PACKAGE = os.path.dirname(oit.__file__)  # noqa: PTH120 -- a thousand names are put to it
_IDLE = "__pycache__"
_SETTLED_AFTER = 2_000_000_000
"""Nanoseconds: see `evidence_cache`."""
_TAKEN: ContextVar[str | None] = ContextVar("taken", default=None)


class EngineFile(NamedTuple):
    """A file of the package, as it looks without being read."""

    path: str
    status: os.stat_result


class EngineLook(NamedTuple):
    """The engine as it looks: a hash, and the time of its last change in nanoseconds."""

    digest: str
    changed: int

    def is_settled(self) -> bool:
        """Whether no file has just changed: it could change again, and look the same."""
        return time.time_ns() - self.changed > _SETTLED_AFTER


@cache
def engine_version() -> str:
    """A hash that changes with the engine, with Python and with each installed package.

    Once a process: it reads some thousand files, unless the version is taken from before.
    """
    if taken := _TAKEN.get():
        return taken
    code = _begun()
    for file in engine_files():
        name = file.path[len(_PACKAGE) :].replace(os.sep, "/")
        code.update(f"{name}\0".encode())
        with open(file.path, "rb", buffering=0) as stream:  # noqa: PTH123 -- as `_PACKAGE`
            code.update(hashlib.sha256(stream.read()).digest())
    return code.hexdigest()


@cache
def engine_look() -> EngineLook | None:
    """The same without reading files: by their sizes and times; `None` where one is a link.

    Once a process: whoever changes the engine meanwhile gives the next process another look.
    """
    look, changed = _begun(), 0
    for path, status in engine_files():
        if not stat.S_ISREG(status.st_mode):
            return None
        times = (status.st_mtime_ns, status.st_ctime_ns)
        changed = max(changed, *times)
        look.update(repr((path, status.st_mode, status.st_size, status.st_ino, *times)).encode())
    return EngineLook(look.hexdigest(), changed)


def take_version(version: str) -> None:
    """Let this process take a version that it knows to be the engine's."""
    _TAKEN.set(version)


def engine_files(folder: str | None = None) -> Iterator[EngineFile]:
    """All files of the package, in their order."""
    with os.scandir(folder or _PACKAGE) as scanned:
        entries = sorted(scanned, key=lambda entry: entry.name)
    for entry in entries:
        if not entry.is_dir(follow_symlinks=False):
            yield EngineFile(entry.path, entry.stat(follow_symlinks=False))
        elif entry.name != _IDLE:
            yield from engine_files(entry.path)


def installed_packages() -> list[str]:
    """The packages beside the engine, such as `pydantic-2.11.3.dist-info`."""
    folders = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    names = {path.name for folder in folders for path in Path(folder).glob("*.dist-info")}
    return sorted(names)


def _begun() -> "hashlib._Hash":
    told = "\n".join([sys.version, sys.platform, *installed_packages()])
    return hashlib.sha256(told.encode())
