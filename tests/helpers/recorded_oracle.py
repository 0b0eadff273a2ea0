"""What Git says of when something was recorded, read by the design's words alone.

It reads a repository with commands of Git and a plain YAML reader, and imports nothing of the
library. Contents are told apart by the hashes that Git itself gives to files.
"""

import re
import subprocess
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import yaml

BANGKOK = timezone(timedelta(hours=7))
Tree: TypeAlias = dict[str, str]
Seen: TypeAlias = tuple[date, date, bool]
"""The day it was recorded, the day it named then, and whether the history began with it."""


class RecordedDays:
    """When the contents of a round were recorded on the main branch of a repository."""

    def __init__(self, top: Path, folder: str, policy: dict[str, Any]) -> None:
        self.top = top
        self.policy = policy
        self.holidays = {day["date"] for day in policy["holidays"]}
        self.entries: dict[tuple[str, ...], Seen] = {}
        self.confirmed: dict[tuple[str, ...], Seen] = {}
        self.show = cache(lambda blob: self.git("cat-file", "blob", blob))
        latest = date.min
        lines = self.git("log", "--first-parent", "--reverse", "--format=%H %cI", "main").split(
            "\n"
        )
        for number, line in enumerate(filter(None, lines)):
            commit, _, moment = line.partition(" ")
            latest = max(latest, datetime.fromisoformat(moment).astimezone(BANGKOK).date())
            self.note(self.tree(commit, folder), latest, number == 0)

    def git(self, *arguments: str) -> str:
        command = ["git", "-C", str(self.top), *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    def tree(self, commit: str, folder: str) -> Tree:
        """Hashes of the files of a round in a commit, by item's folder and name."""
        listed = self.git("ls-tree", "-r", commit, "--", folder).splitlines()
        entries = (line.split("\t") for line in listed)
        return {path.removeprefix(f"{folder}/"): told.split()[2] for told, path in entries}

    def note(self, tree: Tree, day: date, first: bool) -> None:
        for path, blob in tree.items():
            if match := re.fullmatch(r"O(\d\d)/([a-z]+)\.md", path):
                item, unit = f"O{int(match[1])}", match[2]
                text = self.show(blob)
                fields = yaml.safe_load(text.split("---\n")[1])
                for key, claimed in entry_keys(item, unit, fields, text, tree):
                    self.entries.setdefault(key, (day, claimed, first))
                for key, claimed in confirmation_keys(item, unit, fields):
                    self.confirmed.setdefault(key, (day, claimed, first))

    def counts_from(self, seen: Seen) -> date:
        """Its own day if it was recorded in time, or nobody knows; else the day of recording."""
        day, claimed, first = seen
        adopted = self.policy.get("adopted")
        if first or (adopted and day <= adopted):
            return claimed
        last = claimed
        for _ in range(self.policy.get("recording_days", 7)):
            last += timedelta(days=1)
            while last.isoweekday() > 5 or last in self.holidays:
                last += timedelta(days=1)
        return claimed if day <= last else day

    def first_of(self, item: str, requirement: str, period: Any, division: str | None) -> date:
        """When the first version counts that ever filled a cell."""
        wanted = (item, requirement, str(period))
        return min(
            self.counts_from(seen)
            for (of, unit, what, of_period, _), seen in self.entries.items()
            if (of, what, of_period) == wanted and division in (None, unit)
        )

    def last_confirmed(
        self, item: str, unit: str, fields: dict[str, Any], day: date
    ) -> date | None:
        """The latest update, its stand-in, or review that counts on a day."""
        found = [
            claimed
            for key, claimed in confirmation_keys(item, unit, fields)
            if self.counts_from(self.confirmed[key]) <= day
        ]
        updated = fields.get("updated")
        if updated and self.counts_from(self.confirmed[item, unit, "updated", str(updated)]) > day:
            own = (seen for key, seen in self.entries.items() if key[:2] == (item, unit))
            found += [seen[1] for seen in own if self.counts_from(seen) <= day]
        return max(found, default=None)


def entry_keys(
    item: str, unit: str, fields: dict[str, Any], text: str, tree: Tree
) -> Iterator[tuple[tuple[str, ...], date]]:
    """What each entry discloses, for which cell, and the day that it names."""
    for entry in fields.get("evidence", []):
        content = CONTENT[entry["kind"]](entry, text, tree, item)
        for period in entry.get("periods", [None]):
            yield (item, unit, entry["for"], str(period), content), entry["published"]


def confirmation_keys(
    item: str, unit: str, fields: dict[str, Any]
) -> Iterator[tuple[tuple[str, ...], date]]:
    """Each confirmation, and its day."""
    if fields.get("updated"):
        yield (item, unit, "updated", str(fields["updated"])), fields["updated"]
    for review in fields.get("reviews", []):
        yield (item, unit, str(review["date"]), review["by"], review["note"]), review["date"]


def section_of(entry: dict[str, Any], text: str) -> str:
    """The words below a heading; the offices of the tests have no headings within."""
    below = text.split(f"{{#{entry['section']}}}\n")[1]
    return " ".join(below.split("\n#")[0].split())


CONTENT: dict[str, Callable[[dict[str, Any], str, Tree, str], str]] = {
    "file": lambda entry, _, tree, item: tree[f"O{int(item[1:]):02d}/{entry['file']}"],
    "url": lambda entry, *_: entry["url"],
    "section": lambda entry, text, *_: section_of(entry, text),
    "none": lambda *_: "none",
}
