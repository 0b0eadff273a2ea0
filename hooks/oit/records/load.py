"""The folder of an office into a `Site`: its settings, policy files and rounds.

A round is read by `load_round`, the folder of an item by `load_bundle`. Whatever cannot be read
becomes a finding.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from oit.evidence.inspect import Inspect, inspect_here
from oit.findings import DocumentError, Finding, Kind, Place
from oit.memory import NO_MEMORY, Memory
from oit.model.mandate import Mandate
from oit.model.office import Division, Divisions, SitePolicy
from oit.model.round import RoundPolicy
from oit.model.waivers import Exceptions, ReviewedException
from oit.records import RECORDS
from oit.records.disk import Disk
from oit.records.document_reader import read_valid
from oit.records.hand_written import HandWrittenReader
from oit.records.load_round import BegunRound, Folders, RoundLoader
from oit.records.policy_files import PolicyReader
from oit.records.site import Round, Site
from oit.records.site_settings import read_settings
from oit.records.strict_yaml import parse_yaml

_ROUND_FOLDER = re.compile(r"2[4-9][0-9]{2}")  # a Buddhist fiscal year
_SITE_FILES = frozenset({"divisions.yml", "exceptions.yml"})
_SETTINGS = ("mkdocs.yml", *(f"{RECORDS}/{name}" for name in sorted(_SITE_FILES)))


def load_site(
    root: Path,
    policy_root: Path | None = None,
    inspect: Inspect = inspect_here,
    memory: Memory = NO_MEMORY,
) -> Site:
    """Everything under `root/oit_items` and the settings in `root/mkdocs.yml`.

    With `policy_root` the policy files are those of another version of the site, save for a round
    that it does not have. Ledger and withdrawals grow with their round, and are the site's own.
    """
    return begin_site(root, policy_root, inspect, memory).site()


class BegunSite(Struct, frozen=True):
    """A site whose documents were read, and whose evidence is being inspected."""

    is_witnessed: bool
    """Whether any round asks for the history."""
    site: Callable[[], Site]
    """Waits for the evidence, and gives the whole."""


class LoadedRound(Struct, frozen=True):
    """A round as it was read, with the findings of reading it."""

    round: Round
    findings: tuple[Finding, ...]


class Kept(Struct, frozen=True):
    """What a process knows of a folder of a round, from before it reads it again."""

    known: LoadedRound | None = None
    keep: Callable[[LoadedRound], None] = lambda _: None
    """Knows it at the next time, unless something has changed meanwhile."""


AskKept: TypeAlias = Callable[[Path, str], Kept]
"""By the folder, and by what else a round is read by, as a hash."""


def nothing_kept(folder: Path, read_by: str) -> Kept:  # noqa: ARG001 -- as others answer
    """Every round is read again."""
    return Kept()


def begin_site(
    root: Path,
    policy_root: Path | None,
    inspect: Inspect,
    memory: Memory,
    kept: AskKept = nothing_kept,
) -> BegunSite:
    """The same in two steps, for who has something to do while evidence is inspected."""
    folders = Folders(Disk(root), Disk(policy_root or root))
    # By the policy of another version a round is another one.
    return _SiteLoader(folders, inspect, memory, nothing_kept if policy_root else kept).begin()


def load_mandate(path: Path) -> tuple[Mandate | None, tuple[Finding, ...]]:
    """A `mandate.yml` by itself, or `None` and the findings that say why not."""
    place = Place(path.as_posix(), Kind.POLICY)
    return read_valid(Mandate, lambda: Disk(path.parent).read(path.name), parse_yaml, place)


class _Loading(Struct, frozen=True):
    """A round of which the documents were read, and what waits for its evidence."""

    policy: RoundPolicy
    is_guessed: bool
    finished: Callable[[], Round]


def _opens(loading: _Loading) -> date:
    return loading.policy.opens


def _begun(loader: RoundLoader, begun: BegunRound, kept: Kept) -> _Loading:
    def finished() -> Round:
        round_ = loader.finished(begun)
        if not begun.is_guessed:
            kept.keep(LoadedRound(round_, tuple(loader.folders.findings)))
        return round_

    return _Loading(begun.policy, begun.is_guessed, finished)


class _SiteLoader(Struct):
    folders: Folders
    inspect: Inspect
    memory: Memory
    kept: AskKept
    names: Mapping[str, str] = field(default_factory=dict)
    """MkDocs's own settings that are judged: name and address of the site, folder of its texts."""
    divisions: tuple[Division, ...] = ()
    """None until their file is read."""

    def begin(self) -> BegunSite:
        source = self.folders.source_of("mkdocs.yml")
        settings = read_settings(source, self.folders.findings)
        policy, self.names = settings.policy, settings.names
        file = f"{RECORDS}/divisions.yml"
        reader = PolicyReader(self.folders.findings, memory=self.memory)
        if divisions := reader.read(file, Divisions, self.folders.source_of(file)):
            self.divisions = divisions.model.divisions
        file = f"{RECORDS}/exceptions.yml"
        exceptions = reader.read_if_there(file, Exceptions, self.folders.policies)
        reviewed = exceptions.model.exceptions if exceptions else ()
        folder = self.names.get("docs_dir", "docs")
        begun = [round_ for each in self._round_folders() if (round_ := self._loading(each))]
        # Only now: a file of theirs is waited for, while the rounds' evidence is inspected.
        disk, hosts = self.folders.disk, settings.hosts
        written = HandWrittenReader(disk, folder, hosts, self.inspect, self.memory)
        self.folders.findings.extend(written.findings())
        sound = sorted(filter(lambda round_: not round_.is_guessed, begun), key=_opens)
        guessed = [round_ for round_ in begun if round_.is_guessed]
        return BegunSite(
            any(round_.policy.is_witnessed for round_ in sound),
            lambda: self._site(
                policy,
                reviewed,
                tuple(round_.finished() for round_ in sound),
                tuple(round_.finished() for round_ in guessed),
            ),
        )

    def _loading(self, folder: str) -> _Loading | None:
        """A round, read again unless it is known from before; `None` as `RoundLoader.begin`."""
        read_by = self.folders.bytes_of((f"{RECORDS}/divisions.yml",))
        kept = self.kept(self.folders.disk.root / folder, read_by)
        if known := kept.known:
            self.folders.findings.extend(known.findings)
            return _Loading(known.round.policy, is_guessed=False, finished=lambda: known.round)
        own = replace(self.folders, findings=[])
        loader = RoundLoader(own, self.divisions, self.inspect, self.memory)
        begun = loader.begin(folder)
        self.folders.findings.extend(own.findings)
        return _begun(loader, begun, kept) if begun else None

    def _site(
        self,
        policy: SitePolicy | None,
        reviewed: Iterable[ReviewedException],
        rounds: tuple[Round, ...],
        guessed: tuple[Round, ...],
    ) -> Site:
        hand_written = self._hand_written(rounds)
        return Site(
            policy=policy,
            divisions=self.divisions,
            exceptions=frozenset((exception.sha256, exception.rule) for exception in reviewed),
            rounds=rounds,
            guessed_rounds=guessed,
            findings=tuple(self.folders.findings),
            site_name=self.names.get("site_name"),
            site_url=self.names.get("site_url"),
            texts_folder=self.names.get("docs_dir", "docs"),
            hand_written=hand_written,
            settings_from=self.folders.bytes_of(_SETTINGS),
        )

    def _hand_written(self, rounds: Iterable[Round]) -> dict[str, str]:
        """The hashes of pages and files of the office's own, where some may not be served again."""
        folder = self.names.get("docs_dir", "docs")
        if not any(round_.withdrawals for round_ in rounds):
            return {}
        try:
            return self.folders.disk.digests(folder)
        except DocumentError as error:
            self.folders.findings.append(Place(folder, Kind.POLICY).from_error(error))
            return {}

    def _round_folders(self) -> list[str]:
        """Folders of rounds in either version, so that a change cannot delete a round unseen."""
        return sorted({*self._current_round_folders(), *self._policy_round_folders()})

    def _current_round_folders(self) -> list[str]:
        folders = []
        for name, entry in self.folders.entries(RECORDS).items():
            if _ROUND_FOLDER.fullmatch(name) and entry.kind == "directory":
                folders.append(f"{RECORDS}/{name}")
            elif name not in _SITE_FILES:
                self.folders.add_unknown(Place(f"{RECORDS}/{name}"), entry)
        return folders

    def _policy_round_folders(self) -> list[str]:
        """Rounds where policies are read from; what else is in that folder is not reported."""
        try:
            names = self.folders.policies.entries(RECORDS)
        except DocumentError:
            return []
        folders = [f"{RECORDS}/{name}" for name in names]
        return [folder for folder in folders if self.folders.policies.has(f"{folder}/round.yml")]
