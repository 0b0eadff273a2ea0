"""What was made before of the same content is given again instead of being made once more.

Functions that are costly and pure take a `Memory`. What they make is bytes, and is known by all
that it was made from, so an answer can only be right or absent. The engine itself is part of that:
whoever keeps answers (`oit.system.cache`) knows them by its version too.
"""

import hashlib
import json
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from typing import Protocol, TypeAlias, TypeVar, cast

from msgspec import Struct, field

Value = TypeVar("Value")
Make = Callable[[], bytes]
"""What makes an answer that nobody remembers."""
Kept: TypeAlias = Callable[[], bytes]
"""Gives bytes that were put aside; of the same bytes, those that stand in memory are equal."""


MakeAll = Callable[[Sequence[Make]], Iterable[bytes]]
"""What makes many answers, in their order, perhaps several at the same time."""


class Asked(Struct, frozen=True):
    """One of many answers: of which kind it is, what it is made from, and what makes it."""

    kind: str
    content: bytes
    make: Make
    is_heavy: bool = False
    """Whether it starts a large library. Such answers stand first: one process makes them all."""


def make_each(makes: Sequence[Make]) -> list[bytes]:
    """What each of them returns, made one after the other."""
    return [make() for make in makes]


class Memory(Protocol):
    """Answers by what they were made from."""

    def recall(self, kind: str, content: bytes, make: Make) -> bytes:
        """What `make` returns: from before, where `kind` and `content` were the same."""

    def recall_all(self, asked: Sequence[Asked]) -> Iterator[bytes]:
        """The answers to many questions, in their order, which may be made at the same time.

        One after the other: who keeps none of them has one in memory.
        """

    def put_aside(self, data: bytes) -> Kept:
        """Keep bytes that are asked for later in this run: all together are large."""


class InMemory(Struct, frozen=True):
    """Bytes that nobody puts anywhere else."""

    data: bytes

    def __call__(self) -> bytes:
        """Themselves."""
        return self.data


class NoMemory:
    """A memory that makes every answer again."""

    def recall(self, kind: str, content: bytes, make: Make) -> bytes:  # noqa: ARG002 -- as `Memory`
        """What `make` returns."""
        return make()

    def recall_all(self, asked: Sequence[Asked]) -> Iterator[bytes]:
        """What each `make` returns."""
        return (each.make() for each in asked)

    def put_aside(self, data: bytes) -> Kept:
        """They stay where they are."""
        return InMemory(data)


NO_MEMORY = NoMemory()


class Passed(Protocol):
    """What has passed a search before, by all that the search looked at: thousands at once."""

    def read(self) -> frozenset[str]:
        """All that is known to have passed."""

    def keep(self, passed: Collection[str]) -> None:
        """Know these at the next time."""


class NothingPassed:
    """Everything is searched again."""

    def read(self) -> frozenset[str]:
        """Nothing."""
        return frozenset()

    def keep(self, passed: Collection[str]) -> None:
        """Nothing."""


NOTHING_PASSED = NothingPassed()


def content_of(*parts: object) -> bytes:
    """What an answer is made from, as bytes: JSON of strings, numbers, lists and dictionaries.

    Other values are written as `str` has them. Where two lists of parts differ, so do the bytes.
    """
    text = json.dumps(parts, ensure_ascii=False, default=str, sort_keys=True)
    return text.encode("utf-8", "surrogatepass")  # a file's name may be no UTF-8


def made_from(*parts: object) -> str:
    """SHA-256 of what something follows from: the same only where all parts are (`content_of`)."""
    return hashlib.sha256(content_of(*parts)).hexdigest()


class RecentMemory(Struct):
    """Answers of the run before and of this one, for a program that makes the same again soon."""

    before: dict[tuple[str, bytes], bytes] = field(default_factory=dict)
    now: dict[tuple[str, bytes], bytes] = field(default_factory=dict)
    behind: Memory = NO_MEMORY
    """What is asked for anything else."""

    def begin(self, behind: Memory) -> "RecentMemory":
        """Itself, for a new run: what the one before has not asked for is forgotten."""
        self.before, self.now, self.behind = self.now, {}, behind
        return self

    def recall(self, kind: str, content: bytes, make: Make) -> bytes:
        """What `make` returns: from these runs, else from the memory behind."""
        key = (kind, hashlib.sha256(content).digest())
        if key not in self.now:
            known = self.before.get(key)
            self.now[key] = self.behind.recall(kind, content, make) if known is None else known
        return self.now[key]

    def recall_all(self, asked: Sequence[Asked]) -> Iterator[bytes]:
        """The same of many."""
        return (self.recall(each.kind, each.content, each.make) for each in asked)

    def put_aside(self, data: bytes) -> Kept:
        """They stay here, as all that is remembered does."""
        return InMemory(data)


class Objects(Protocol):
    """Values within a process, by all that they were made from."""

    def recall(self, key: Callable[[], Hashable], make: Callable[[], Value]) -> Value:
        """What `make` returns: from before, where `key` was the same."""


class NoObjects:
    """Every value is made again."""

    def recall(
        self,
        key: Callable[[], Hashable],  # noqa: ARG002 -- as `Objects`
        make: Callable[[], Value],
    ) -> Value:
        """What `make` returns."""
        return make()


NO_OBJECTS = NoObjects()


class RecentObjects(Struct):
    """Values of the run before and of this one, as `RecentMemory` has answers."""

    before: dict[Hashable, object] = field(default_factory=dict)
    now: dict[Hashable, object] = field(default_factory=dict)

    def begin(self) -> "RecentObjects":
        """Itself, for a new run."""
        self.before, self.now = self.now, {}
        return self

    def known(self, key: Hashable) -> object | None:
        """The value of a key, if these runs have one."""
        if key not in self.now and key in self.before:
            self.now[key] = self.before[key]
        return self.now.get(key)

    def keep(self, key: Hashable, value: object) -> None:
        """Know a value at the next time."""
        self.now[key] = value

    def recall(self, key: Callable[[], Hashable], make: Callable[[], Value]) -> Value:
        """What `make` returns: from these runs."""
        known_by = key()
        if self.known(known_by) is None:
            self.keep(known_by, make())
        return cast(Value, self.now[known_by])
