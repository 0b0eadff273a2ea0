"""What the issues should say, what they say, and the steps from one to the other."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

_MARK = re.compile(r"<!-- oit:([a-z0-9:/-]+) -->", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Issue:
    """An open issue of our own, as the forge has it."""

    number: int
    title: str
    body: str

    @property
    def key(self) -> str | None:
        """What it is about, by the mark that its text begins with."""
        mark = _MARK.match(self.body)
        return mark[1] if mark else None


@dataclass(frozen=True, kw_only=True, slots=True)
class Thread:
    """What an issue is to say, and to whom."""

    key: str
    title: str
    text: str
    handles: tuple[str, ...] = ()
    """People and teams of the forge, as `@name` and `@group/team`."""
    labels: tuple[str, ...] = ()
    comment: str = ""
    """Said anew beneath an issue that is there, so that those concerned hear of it."""

    @property
    def body(self) -> str:
        """The text behind a mark that nobody sees."""
        return f"{mark(self.key)}\n{self.text}"

    @property
    def people(self) -> tuple[str, ...]:
        """The handles that can be assigned: a team cannot."""
        return tuple(one.removeprefix("@") for one in self.handles if "/" not in one)


@dataclass(frozen=True, slots=True)
class Open:
    """An issue is to be there."""

    thread: Thread


@dataclass(frozen=True, slots=True)
class Update:
    """An issue is to say something else."""

    number: int
    thread: Thread


@dataclass(frozen=True, slots=True)
class Close:
    """An issue has done its work."""

    number: int
    title: str
    words: str


Action: TypeAlias = Open | Update | Close
_DONE = "เรื่องนี้เรียบร้อยแล้ว จึงปิดให้โดยอัตโนมัติ ขอขอบคุณ\n\n[EN] This is in order now."
_TWICE = "เรื่องนี้ซ้ำกับเรื่องที่เปิดอยู่ก่อนแล้ว จึงปิดให้โดยอัตโนมัติ\n\n[EN] There is an earlier issue of this."


def mark(key: str) -> str:
    """A comment of Markdown that names what an issue is about."""
    return f"<!-- oit:{key} -->"


def steps(wanted: Sequence[Thread], issues: Iterable[Issue]) -> list[Action]:
    """What is to be done, in the order of `wanted`, then what is to be closed.

    Issues without our mark are left alone; of several about one thing the oldest is kept.
    """
    kept: dict[str, Issue] = {}
    closing: list[Action] = []
    keys = {one.key for one in wanted}
    for issue in sorted(issues, key=lambda one: one.number):
        if issue.key is None:
            continue
        if issue.key not in keys:
            closing.append(Close(issue.number, issue.title, _DONE))
        elif kept.setdefault(issue.key, issue) is not issue:
            closing.append(Close(issue.number, issue.title, _TWICE))
    return [*_kept(wanted, kept), *closing]


def _kept(wanted: Sequence[Thread], kept: dict[str, Issue]) -> Iterator[Action]:
    for thread in wanted:
        issue = kept.get(thread.key)
        if issue is None:
            yield Open(thread)
        elif (issue.title, issue.body) != (thread.title, thread.body) or thread.comment:
            yield Update(issue.number, thread)
