"""Caches of tests, behind a key of their own."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from oit.memory import Asked, InMemory, Make
from oit.system.cache import CacheFolder

KEY = b"k" * 32


def cache_in(folder: Path) -> CacheFolder:
    """A cache below a folder."""
    return CacheFolder(folder, KEY)


@dataclass
class Remembering:
    """A memory in this process, which counts what had to be made."""

    kept: dict[tuple[str, bytes], bytes] = field(default_factory=dict)
    made: Counter[str] = field(default_factory=Counter)

    def recall(self, kind: str, content: bytes, make: Make) -> bytes:
        """What `make` returns: from before, where `kind` and `content` were the same."""
        if (kind, content) not in self.kept:
            self.kept[kind, content] = make()
            self.made[kind] += 1
        return self.kept[kind, content]

    def recall_all(self, asked: Sequence[Asked]) -> Iterator[bytes]:
        """The same of many."""
        return (self.recall(each.kind, each.content, each.make) for each in asked)

    def put_aside(self, data: bytes) -> InMemory:
        """They stay where they are."""
        return InMemory(data)

    def copy(self) -> "Remembering":
        """One that knows the same, and has made nothing yet."""
        return Remembering(dict(self.kept))
