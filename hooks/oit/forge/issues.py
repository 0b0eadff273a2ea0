"""The issues that should be open, those that are, and the actions from one to the other."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from msgspec import Struct

from oit.catalog import both

_MARK = re.compile(r"<!-- oit:([a-z0-9:/-]+) -->", re.IGNORECASE)


class Issue(Struct, frozen=True, kw_only=True):
    """An open issue of our own, as the forge has it."""

    number: int
    title: str
    body: str

    @property
    def key(self) -> str | None:
        """The subject in the mark at the start of its body; `None` without a mark."""
        match = _MARK.match(self.body)
        return match[1] if match else None


class WantedIssue(Struct, frozen=True, kw_only=True):
    """What an issue should say, and to whom."""

    key: str
    """Its subject, as `late:2568/O15`: one issue per key."""
    title: str
    text: str
    handles: tuple[str, ...] = ()
    """People and teams of the forge, as `@name` and `@group/team`."""
    labels: tuple[str, ...] = ()
    comment: str = ""
    """Added to an issue that is open already, so that its people are notified."""

    @property
    def body(self) -> str:
        """The text, after an invisible mark with the key."""
        return f"{mark(self.key)}\n{self.text}"

    @property
    def people(self) -> tuple[str, ...]:
        """The handles that can be assigned: a team cannot."""
        return tuple(handle.removeprefix("@") for handle in self.handles if "/" not in handle)


class OpenIssue(Struct, frozen=True):
    """Open an issue."""

    issue: WantedIssue


class UpdateIssue(Struct, frozen=True):
    """Give an open issue another title, text or comment."""

    number: int
    issue: WantedIssue


class CloseIssue(Struct, frozen=True):
    """Close an issue, with a last comment."""

    number: int
    title: str
    comment: str


IssueAction: TypeAlias = OpenIssue | UpdateIssue | CloseIssue


def mark(key: str) -> str:
    """A comment of Markdown, invisible on the forge, that names what an issue is about."""
    return f"<!-- oit:{key} -->"


def issue_actions(wanted: Sequence[WantedIssue], issues: Iterable[Issue]) -> list[IssueAction]:
    """Issues to open and update, in the order of `wanted`, then those to close.

    Issues without our mark are left alone; of several with one key the oldest is kept.
    """
    kept: dict[str, Issue] = {}
    closing: list[IssueAction] = []
    keys = {issue.key for issue in wanted}
    for issue in sorted(issues, key=lambda issue: issue.number):
        if issue.key is None:
            continue
        if issue.key not in keys:
            closing.append(CloseIssue(issue.number, issue.title, both("issues.done")))
        elif kept.setdefault(issue.key, issue) is not issue:
            closing.append(CloseIssue(issue.number, issue.title, both("issues.duplicate")))
    return [*_opened_or_updated(wanted, kept), *closing]


def _opened_or_updated(
    wanted: Sequence[WantedIssue], kept: dict[str, Issue]
) -> Iterator[IssueAction]:
    for issue in wanted:
        there = kept.get(issue.key)
        if there is None:
            yield OpenIssue(issue)
        elif (there.title, there.body) != (issue.title, issue.body) or issue.comment:
            yield UpdateIssue(there.number, issue)
