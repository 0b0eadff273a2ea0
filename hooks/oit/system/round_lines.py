"""The main branch by round: each item's folder after each commit that touched it.

What follows from a commit is kept: its past stays the same. Most rounds have been over for years,
so of each it can be told what it follows from without looking at any of its commits.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property

from msgspec import Struct, ValidationError, convert, to_builtins

from oit.memory import made_from
from oit.records import RECORDS
from oit.system.cache import Cache
from oit.system.clock import last_day_lived
from oit.system.engine_version import engine_version
from oit.system.git import History
from oit.system.main_line import Change, Commit, Folder, commits_of


class Snapshot(Struct, frozen=True, dict=True):
    """The folder of an item or a round after a commit that touched it: blobs by file name."""

    folder: Folder
    day: date
    """The day of the commit."""
    is_first: bool
    """Whether no commit came before it."""
    blobs: dict[str, str]

    @property
    def path(self) -> str:
        """The folder as it is called in a site's own."""
        item = f"/O{int(self.folder.item[1:]):02}" if self.folder.item else "/"
        return f"{RECORDS}/{self.folder.fiscal_year}{item}"

    @cached_property
    def made_from(self) -> str:
        """SHA-256 of the commit's day and the files by their names in Git."""
        return made_from(self.day, self.is_first, self.blobs)


class RoundLine(Struct, frozen=True, dict=True):
    """What the main branch holds of a round."""

    made_from: str
    """SHA-256 of what all that is witnessed of it follows from."""
    paths: tuple[str, ...]
    """The folders that its commits touched, as a site's own are called."""
    told: str
    """Its snapshots as JSON, until somebody asks for them."""

    @cached_property
    def snapshots(self) -> list[Snapshot]:
        """Its snapshots, oldest first."""
        return convert(json.loads(self.told), list[Snapshot])


class _Kept(Struct, frozen=True):
    """What is kept of a repository, and what it follows from."""

    commit: str
    own: str
    last_day: date
    rounds: dict[int, RoundLine]


def round_lines(history: History, commit: str, cache: Cache) -> Mapping[int, RoundLine]:
    """The rounds of the main branch up to a commit, by fiscal year. Raises `HistoryError`.

    Of a repository only the last answer is kept: the main branch moves on. A day that nobody had
    lived yet counts otherwise once it has come.
    """
    entry = f"main-line/{made_from(str(history.root.resolve()), engine_version())}"
    own, last_day = history.prefix(), last_day_lived()
    kept = _kept(cache.read(entry))
    if kept and (kept.commit, kept.own, kept.last_day) == (commit, own, last_day):
        return kept.rounds
    commits = commits_of(history.main_line(commit), last_day)
    kept = _Kept(commit, own, last_day, _by_round(_snapshots(commits, own)))
    # Not by `msgspec`: a file's name may be no UTF-8.
    cache.write(entry, json.dumps(to_builtins(kept, str_keys=True)).encode())
    return kept.rounds


def _kept(data: bytes | None) -> _Kept | None:
    try:
        return convert(json.loads(data), _Kept, strict=False) if data else None
    except (ValueError, ValidationError):  # nothing that this engine has kept
        return None


def _by_round(snapshots: Iterable[Snapshot]) -> dict[int, RoundLine]:
    found: defaultdict[int, list[Snapshot]] = defaultdict(list)
    for snapshot in snapshots:
        found[snapshot.folder.fiscal_year].append(snapshot)
    return {year: _line(of_round) for year, of_round in found.items()}


def _line(snapshots: list[Snapshot]) -> RoundLine:
    follows_from = ""
    for snapshot in snapshots:
        follows_from = made_from(follows_from, snapshot.folder.item, snapshot.made_from)
    paths = dict.fromkeys(snapshot.path for snapshot in snapshots)
    return RoundLine(follows_from, tuple(paths), json.dumps(to_builtins(snapshots)))


def _snapshots(commits: Iterable[Commit], own: str) -> Iterator[Snapshot]:
    """Each item's folder after each commit that touched it, in the site's folder of that day."""
    folders: defaultdict[Folder, dict[str, str]] = defaultdict(dict)
    for commit in commits:
        for change in commit.changes:
            _apply(change, folders[change.folder])
        is_there = any(blobs for folder, blobs in folders.items() if folder.site == own)
        for folder in dict.fromkeys(change.folder for change in commit.changes):
            if folder.site == own or not is_there:
                yield Snapshot(folder, commit.day, commit.is_first, dict(folders[folder]))


def _apply(change: Change, blobs: dict[str, str]) -> None:
    if change.blob:
        blobs[change.file] = change.blob
    else:
        blobs.pop(change.file, None)
