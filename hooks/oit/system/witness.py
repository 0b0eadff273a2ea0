"""The witness of each round: the main branch's history, read by a fixed number of calls to Git.

Once the site's own folder holds records, no other counts.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Self

from msgspec.structs import replace

from oit.memory import NO_OBJECTS, Objects
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
from oit.system.git import History, HistoryError
from oit.system.git_proposed import Reads, every_path
from oit.system.past_blobs import PastBlobs, WantedBlobs, read_blobs
from oit.system.round_lines import RoundLine, Snapshot, round_lines


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
        return {year: line.made_from for year, line in self._lines.items()}

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
        lines = self._lines.items()
        # Of a round of which nothing is read, the commits are not even looked at.
        asked = {year: line for year, line in lines if any(map(self._reads, line.paths))}
        read = {year: self._snapshots_of(line) for year, line in asked.items()}
        return _witnesses_of(read, self._history.root, self._cache)

    def _snapshots_of(self, line: RoundLine) -> list[Snapshot]:
        return [each for each in line.snapshots if self._reads(each.path)]

    @cached_property
    def _lines(self) -> Mapping[int, RoundLine]:
        return round_lines(self._history, self._commit, self._cache)

    @cached_property
    def _commit(self) -> str:
        return self._history.recorded_up_to(self._base)


def read_witnesses(history: History, cache: Cache, base: str | None = None) -> dict[int, Witness]:
    """The witness of each round, by fiscal year. Raises `HistoryError`."""
    lines = round_lines(history, history.recorded_up_to(base), cache)
    of_rounds = {year: line.snapshots for year, line in lines.items()}
    return _witnesses_of(of_rounds, history.root, cache)


def _witnesses_of(
    rounds: Mapping[int, list[Snapshot]], root: Path, cache: Cache
) -> dict[int, Witness]:
    """By fiscal year; of a round whose commits are not read there is none."""
    wanted = {year: _wanted(snapshots) for year, snapshots in rounds.items()}
    return {
        year: _witness(year, rounds[year], blobs) for year, blobs in read_blobs(root, wanted, cache)
    }


def _witness(year: int, snapshots: list[Snapshot], blobs: PastBlobs) -> Witness:
    bundles = (_version(each, blobs) for each in snapshots if each.folder.item)
    witness = witnesses(bundles).get(year, Witness())
    for snapshot in snapshots:
        if not snapshot.folder.item:
            witness.policies.append(_policy_files(snapshot, blobs))
            follow(witness, None, snapshot.made_from)
    return witness


def _policy_files(snapshot: Snapshot, blobs: PastBlobs) -> PolicyFiles:
    """The policy files of a round after a commit that touched them."""
    texts = {name: blobs.policies[blob] for name, blob in _of_policy(snapshot)}
    return PolicyFiles(snapshot.day, texts)


def _of_policy(snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    return ((name, blob) for name, blob in snapshot.blobs.items() if name in POLICY_FILES)


def _wanted(snapshots: Iterable[Snapshot]) -> WantedBlobs:
    of_items = [each for each in snapshots if each.folder.item]
    policies = [each for each in snapshots if not each.folder.item]
    files = [entry for each in of_items for entry in each.blobs.items()]
    return WantedBlobs(
        records=frozenset(blob for name, blob in files if name == "record.md"),
        parts=frozenset(blob for name, blob in files if _is_part(name)),
        files=frozenset(blob for name, blob in files if not name.endswith(".md")),
        policies=frozenset(blob for snapshot in policies for _, blob in _of_policy(snapshot)),
    )


def _is_part(name: str) -> bool:
    return name.endswith(".md") and name != "record.md"


def _version(snapshot: Snapshot, blobs: PastBlobs) -> BundleVersion:
    documents: dict[str | None, DocumentVersion] = {}
    for name, blob in snapshot.blobs.items():
        if name == "record.md":
            documents[None] = blobs.records[blob]
        elif _is_part(name):
            documents[PurePosixPath(name).stem] = blobs.parts[blob]
    return BundleVersion(
        fiscal_year=snapshot.folder.fiscal_year,
        item=str(snapshot.folder.item),
        recorded=snapshot.day,
        is_first=snapshot.is_first,
        documents=documents,
        files={
            name: blobs.files[blob]
            for name, blob in snapshot.blobs.items()
            if not name.endswith(".md")
        },
        made_from=snapshot.made_from,
    )
