"""Entries of a cache: a folder outside of the repository, or none at all.

Whoever can write there could write what he likes, so what is about to be published is found out
without a cache (`NO_CACHE`).
"""

import contextlib
import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Protocol

from platformdirs import user_cache_path

from oit.system.writing import write_text


def cache_folder() -> Path:
    """`OIT_CACHE`, or the folder for caches of this system."""
    folder = os.environ.get("OIT_CACHE")
    return Path(folder) if folder else user_cache_path("oit")


class Cache(Protocol):
    """Texts by name."""

    def read(self, name: str) -> str | None:
        """The text of an entry, `None` where it is absent or damaged."""

    def write(self, name: str, text: str) -> None:
        """Keep an entry; one that cannot be written is left out."""


@dataclass(frozen=True, slots=True)
class CacheFolder:
    """A cache below a folder, each entry behind the hash of its text."""

    folder: Path

    def read(self, name: str) -> str | None:
        """The text of an entry, `None` where it is absent or damaged."""
        try:
            digest, _, text = (self.folder / name).read_text("utf-8").partition("\n")
        except (OSError, ValueError):
            return None
        return text if digest == digest_of(text) else None

    def write(self, name: str, text: str) -> None:
        """Keep an entry; one that cannot be written is left out."""
        file = self.folder / name
        with contextlib.suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            write_text(file, f"{digest_of(text)}\n{text}")


@dataclass(frozen=True, slots=True)
class NoCache:
    """A cache that knows nothing and keeps nothing."""

    def read(self, name: str) -> str | None:  # noqa: ARG002 -- as `Cache` has it
        """Always `None`."""
        return None

    def write(self, name: str, text: str) -> None:
        """Nothing."""


NO_CACHE = NoCache()


def digest_of(text: str) -> str:
    """SHA-256 of a text in UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()


def digest_of_code(folders: Iterable[Traversable]) -> str:
    """SHA-256 of the files in folders of packages: it changes with what made an entry."""
    code = hashlib.sha256()
    for folder in folders:
        for file in sorted(folder.iterdir(), key=lambda file: file.name):
            if file.is_file():
                code.update(file.read_bytes())
    return code.hexdigest()
