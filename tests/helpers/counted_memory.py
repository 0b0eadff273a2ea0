"""A memory that tells what it was asked for, and what it had to make."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from oit.memory import Asked, InMemory, Make


@dataclass
class CountedMemory:
    """Keeps everything for as long as it lives."""

    made: Counter[str] = field(default_factory=Counter)
    """How many answers of each kind were made."""
    asked: Counter[str] = field(default_factory=Counter)
    """How many answers of each kind were asked for."""
    _kept: dict[tuple[str, bytes], bytes] = field(default_factory=dict)

    def recall(self, kind: str, content: bytes, make: Make) -> bytes:
        """What `make` returns, as `oit.memory.Memory` has it."""
        self.asked[kind] += 1
        if (kind, content) not in self._kept:
            self._kept[kind, content] = make()
            self.made[kind] += 1
        return self._kept[kind, content]

    def recall_all(self, asked: Sequence[Asked]) -> Iterator[bytes]:
        """The same of many."""
        return (self.recall(each.kind, each.content, each.make) for each in asked)

    def put_aside(self, data: bytes) -> InMemory:
        """They stay where they are."""
        return InMemory(data)
