"""The witness of each round: the main branch's history, read by a fixed number of calls to Git.

Paths count by their end, `oit_items/<year>/O15/record.md`, so that a site that was moved into
another folder of its repository keeps its history. Once its own folder holds records, no other
counts.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from itertools import accumulate
from pathlib import Path, PurePosixPath
from typing import NamedTuple, Self

from oit.records.site import Round, Site
from oit.records.witness import BundleVersion, DocumentVersion, Witness, witnesses
from oit.system.cache import Cache, CacheFolder, cache_folder
from oit.system.environment import BANGKOK, last_day_lived
from oit.system.git import History, HistoryError
from oit.system.past_blobs import PastBlobs, WantedBlobs, read_blobs

_PATH = re.compile(
    r"(?P<site>(?:.*/)?)oit_items/(?P<year>2[4-9]\d\d)/O(?P<item>\d\d)/(?P<file>[^/]+)", re.DOTALL
)
_REGULAR = ("100644", "100755")
"""The modes of files; a link or another repository holds nothing that is read."""


class _Folder(NamedTuple):
    """The folder of an item somewhere in the repository."""

    site: str
    fiscal_year: int
    item: str


@dataclass(frozen=True, slots=True)
class _Change:
    folder: _Folder
    file: str
    blob: str | None
    """`None` where the file was removed."""


@dataclass(slots=True)
class _Commit:
    day: date
    """In Bangkok, and never before that of an earlier commit."""
    is_first: bool
    changes: list[_Change] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Snapshot:
    """The folder of an item after a commit that touched it: blobs by file name."""

    folder: _Folder
    commit: _Commit
    blobs: Mapping[str, str]


class WitnessReader:
    """Gives sites their witnesses. The history is read once, and only where a round asks for it."""

    def __init__(self, history: History, cache: Cache, base: str | None = None) -> None:
        self._history = history
        self._cache = cache
        self._base = base

    @classmethod
    def remembering(cls, root: Path) -> Self:
        """One for a site's folder that does not parse again what it has seen."""
        return cls(History(root), CacheFolder(cache_folder()))

    def __call__(self, site: Site) -> Site:
        """The site, each round of `witness: git` with its witness; without one where that fails."""
        if not any(round_.policy.is_witnessed for round_ in site.rounds):
            return site
        return replace(site, rounds=tuple(map(self._witnessed, site.rounds)))

    def _witnessed(self, round_: Round) -> Round:
        if not round_.policy.is_witnessed or self._found is None:
            return round_
        return replace(round_, witness=self._found.get(round_.fiscal_year, Witness()))

    @cached_property
    def _found(self) -> dict[int, Witness] | None:
        try:
            return read_witnesses(self._history, self._cache, self._base)
        except HistoryError:
            return None  # `witness-unread` says what to do


def read_witnesses(history: History, cache: Cache, base: str | None = None) -> dict[int, Witness]:
    """The witness of each round, by fiscal year. Raises `HistoryError`."""
    commit = history.recorded_up_to(base)
    commits = _commits(history.main_line(commit), last_day_lived())
    snapshots = list(_snapshots(commits, history.prefix()))
    blobs = read_blobs(history.root, _wanted(snapshots), cache)
    return witnesses(_version(snapshot, blobs) for snapshot in snapshots)


def _commits(log: str, last: date) -> Iterator[_Commit]:
    """The commits of `History.main_line`, read on a day."""
    stated: list[date | None] = []
    changes: list[list[_Change]] = []
    fields = iter(log.split("\0"))
    for told in fields:
        if told.startswith("\x01"):
            stated.append(_day(told[1:], last))
            changes.append([])
        elif told.lstrip("\n").startswith(":") and changes:
            changes[-1].extend(_change(told.lstrip("\n"), next(fields)))
    for number, (day, changed) in enumerate(zip(_days(stated, last), changes, strict=True)):
        yield _Commit(day, is_first=number == 0, changes=changed)


def _day(seconds: str, last: date) -> date | None:
    """The day that a commit states; `None` where nobody can have lived it yet, or it is none."""
    try:
        day = datetime.fromtimestamp(int(seconds), BANGKOK).date()
    except (ValueError, OverflowError, OSError):
        return None
    return day if day <= last else None


def _days(stated: Sequence[date | None], last: date) -> Iterable[date]:
    """Each commit's day, never before that of an earlier one.

    One that states no day that has been is no later than the next one that does, or than today: so
    it moves neither its own content nor what follows into a time to come.
    """
    following, known = last, []
    for day in reversed(stated):
        following = day or following
        known.append(following)
    return accumulate(reversed(known), max)


def _change(told: str, path: str) -> Iterator[_Change]:
    """The change of a file in the folder of an item; nothing for any other."""
    if match := _PATH.fullmatch(path):
        _, mode, _, blob, _ = told.split(" ")
        folder = _Folder(match["site"], int(match["year"]), f"O{int(match['item'])}")
        yield _Change(folder, match["file"], blob if mode in _REGULAR else None)


def _snapshots(commits: Iterable[_Commit], own: str) -> Iterator[_Snapshot]:
    """Each item's folder after each commit that touched it, in the site's folder of that day."""
    folders: defaultdict[_Folder, dict[str, str]] = defaultdict(dict)
    for commit in commits:
        for change in commit.changes:
            _apply(change, folders[change.folder])
        is_there = any(blobs for folder, blobs in folders.items() if folder.site == own)
        for folder in dict.fromkeys(change.folder for change in commit.changes):
            if folder.site == own or not is_there:
                yield _Snapshot(folder, commit, dict(folders[folder]))


def _apply(change: _Change, blobs: dict[str, str]) -> None:
    if change.blob:
        blobs[change.file] = change.blob
    else:
        blobs.pop(change.file, None)


def _wanted(snapshots: Iterable[_Snapshot]) -> WantedBlobs:
    files = [entry for snapshot in snapshots for entry in snapshot.blobs.items()]
    return WantedBlobs(
        records=frozenset(blob for name, blob in files if name == "record.md"),
        parts=frozenset(blob for name, blob in files if _is_part(name)),
        files=frozenset(blob for name, blob in files if not name.endswith(".md")),
    )


def _is_part(name: str) -> bool:
    return name.endswith(".md") and name != "record.md"


def _version(snapshot: _Snapshot, blobs: PastBlobs) -> BundleVersion:
    documents: dict[str | None, DocumentVersion] = {}
    for name, blob in snapshot.blobs.items():
        if name == "record.md":
            documents[None] = blobs.records[blob]
        elif _is_part(name):
            documents[PurePosixPath(name).stem] = blobs.parts[blob]
    return BundleVersion(
        fiscal_year=snapshot.folder.fiscal_year,
        item=snapshot.folder.item,
        recorded=snapshot.commit.day,
        is_first=snapshot.commit.is_first,
        documents=documents,
        files={
            name: blobs.files[blob]
            for name, blob in snapshot.blobs.items()
            if not name.endswith(".md")
        },
    )
