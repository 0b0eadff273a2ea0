"""The witness of each round: the main branch's history, read by a fixed number of calls to Git.

Once the site's own folder holds records, no other counts.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Self

from msgspec import Struct
from msgspec.structs import replace

from oit.memory import NO_OBJECTS, Objects, made_from
from oit.records import RECORDS
from oit.records.site import Round, Site
from oit.records.witness import (
    POLICY_FILES,
    BundleVersion,
    DocumentVersion,
    PolicyFiles,
    Witness,
    follow,
    witnesses,
)
from oit.system.cache import Cache, open_cache
from oit.system.clock import last_day_lived
from oit.system.engine_version import engine_version
from oit.system.git import History, HistoryError, text_of_git
from oit.system.git_proposed import Reads, every_path
from oit.system.main_line import Change, Commit, Folder, commits_of
from oit.system.past_blobs import PastBlobs, WantedBlobs, read_blobs


class _Snapshot(Struct, frozen=True, dict=True):
    """The folder of an item or a round after a commit that touched it: blobs by file name."""

    folder: Folder
    commit: Commit
    blobs: Mapping[str, str]

    @property
    def path(self) -> str:
        """The folder as it is called in a site's own."""
        item = f"/O{int(self.folder.item[1:]):02}" if self.folder.item else "/"
        return f"{RECORDS}/{self.folder.fiscal_year}{item}"

    @cached_property
    def made_from(self) -> str:
        """SHA-256 of the commit's day and the files by their names in Git."""
        return made_from(self.commit.day, self.commit.is_first, self.blobs)


class WitnessReader:
    """Gives sites their witnesses. The history is read once, and only where a round asks for it."""

    def __init__(
        self,
        history: History,
        cache: Cache,
        base: str | None = None,
        recent: Objects = NO_OBJECTS,
    ) -> None:
        self._history = history
        self._cache = cache
        self._base = base
        self._recent = recent
        self._reads: Reads = every_path

    @classmethod
    def remembering(cls, root: Path) -> Self:
        """One for a site's folder that does not parse again what it has seen."""
        return cls(History(root), open_cache())

    def __call__(self, site: Site) -> Site:
        """The site, each round of `witness: git` with its witness; without one where that fails."""
        if not any(round_.policy.is_witnessed for round_ in site.rounds):
            return site
        return replace(site, rounds=tuple(map(self._witnessed, site.rounds)))

    def read(self) -> None:
        """Read the history now, for the site that follows."""
        _ = self._found

    def read_only(self, reads: Reads) -> None:
        """Read from now on only what the history holds of some folders, by the paths of files."""
        self._reads = reads
        vars(self).pop("_found", None)  # what was read of other folders

    def made_from(self) -> dict[int, str]:
        """What all that is witnessed of each round follows from, by fiscal year.

        Raises `HistoryError`.
        """
        found: defaultdict[int, str] = defaultdict(str)
        for snapshot in self._snapshots:
            year, item = snapshot.folder.fiscal_year, snapshot.folder.item
            found[year] = made_from(found[year], item, snapshot.made_from)
        return found

    def _witnessed(self, round_: Round) -> Round:
        if not round_.policy.is_witnessed or self._found is None:
            return round_
        return replace(round_, witness=self._found.get(round_.fiscal_year, Witness()))

    @cached_property
    def _found(self) -> dict[int, Witness] | None:
        try:
            return self._recent.recall(self._known_by, self._read)
        except HistoryError:
            return None  # `witness-unread` says what to do

    def _known_by(self) -> Hashable:
        """A commit holds all that came before it; only a day that nobody has lived may move."""
        return self._history.root, self._commit, last_day_lived(), self._reads

    def _read(self) -> dict[int, Witness]:
        read = [each for each in self._snapshots if self._reads(each.path)]
        return _witnesses_of(read, self._history.root, self._cache)

    @cached_property
    def _snapshots(self) -> list[_Snapshot]:
        return _snapshots_of(self._history, self._commit, self._cache)

    @cached_property
    def _commit(self) -> str:
        return self._history.recorded_up_to(self._base)


def read_witnesses(history: History, cache: Cache, base: str | None = None) -> dict[int, Witness]:
    """The witness of each round, by fiscal year. Raises `HistoryError`."""
    snapshots = _snapshots_of(history, history.recorded_up_to(base), cache)
    return _witnesses_of(snapshots, history.root, cache)


def _snapshots_of(history: History, commit: str, cache: Cache) -> list[_Snapshot]:
    commits = commits_of(_main_line(history, commit, cache), last_day_lived())
    return list(_snapshots(commits, history.prefix()))


def _main_line(history: History, commit: str, cache: Cache) -> str:
    """As Git tells it, or as it did before of the same commit, which all of its past follows from.

    Of a repository only the last answer is kept: the main branch moves on.
    """
    entry = f"main-line/{made_from(str(history.root.resolve()), engine_version())}"
    known = text_of_git(cache.read(entry) or b"")
    if known.startswith(f"{commit}\n"):
        return known.removeprefix(f"{commit}\n")
    told = history.main_line(commit)
    cache.write(entry, f"{commit}\n{told}".encode("utf-8", "surrogateescape"))
    return told


def _witnesses_of(snapshots: list[_Snapshot], root: Path, cache: Cache) -> dict[int, Witness]:
    bundles = [snapshot for snapshot in snapshots if snapshot.folder.item]
    policies = [snapshot for snapshot in snapshots if not snapshot.folder.item]
    blobs = read_blobs(root, _wanted(bundles, policies), cache)
    found = witnesses(_version(snapshot, blobs) for snapshot in bundles)
    for year, files in _policy_files(policies, blobs).items():
        found.setdefault(year, Witness()).policies.extend(files)
    for snapshot in policies:
        follow(found[snapshot.folder.fiscal_year], None, snapshot.made_from)
    return found


def _policy_files(
    snapshots: Iterable[_Snapshot], blobs: PastBlobs
) -> Mapping[int, list[PolicyFiles]]:
    """The policy files of each round after each commit that touched them."""
    found: defaultdict[int, list[PolicyFiles]] = defaultdict(list)
    for snapshot in snapshots:
        texts = {name: blobs.policies[blob] for name, blob in _of_policy(snapshot)}
        found[snapshot.folder.fiscal_year].append(PolicyFiles(snapshot.commit.day, texts))
    return found


def _of_policy(snapshot: _Snapshot) -> Iterator[tuple[str, str]]:
    return ((name, blob) for name, blob in snapshot.blobs.items() if name in POLICY_FILES)


def _snapshots(commits: Iterable[Commit], own: str) -> Iterator[_Snapshot]:
    """Each item's folder after each commit that touched it, in the site's folder of that day."""
    folders: defaultdict[Folder, dict[str, str]] = defaultdict(dict)
    for commit in commits:
        for change in commit.changes:
            _apply(change, folders[change.folder])
        is_there = any(blobs for folder, blobs in folders.items() if folder.site == own)
        for folder in dict.fromkeys(change.folder for change in commit.changes):
            if folder.site == own or not is_there:
                yield _Snapshot(folder, commit, dict(folders[folder]))


def _apply(change: Change, blobs: dict[str, str]) -> None:
    if change.blob:
        blobs[change.file] = change.blob
    else:
        blobs.pop(change.file, None)


def _wanted(bundles: Iterable[_Snapshot], policies: Iterable[_Snapshot]) -> WantedBlobs:
    files = [entry for snapshot in bundles for entry in snapshot.blobs.items()]
    return WantedBlobs(
        records=frozenset(blob for name, blob in files if name == "record.md"),
        parts=frozenset(blob for name, blob in files if _is_part(name)),
        files=frozenset(blob for name, blob in files if not name.endswith(".md")),
        policies=frozenset(blob for snapshot in policies for _, blob in _of_policy(snapshot)),
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
        item=str(snapshot.folder.item),
        recorded=snapshot.commit.day,
        is_first=snapshot.commit.is_first,
        documents=documents,
        files={
            name: blobs.files[blob]
            for name, blob in snapshot.blobs.items()
            if not name.endswith(".md")
        },
        made_from=snapshot.made_from,
    )
