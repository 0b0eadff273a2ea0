"""The folder of an office into a `Site`: its settings, policy files and rounds.

The folder of one item is read by `load_bundle`. Whatever cannot be read becomes a finding.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from oit.evidence.inspect import Inspect, inspect_here
from oit.findings import DocumentError, Finding, Kind, Place
from oit.memory import NO_MEMORY, Memory, made_from
from oit.model.ledger import Ledger
from oit.model.mandate import Mandate
from oit.model.measures import Measures
from oit.model.office import Division, Divisions
from oit.model.round import RoundPolicy
from oit.model.waivers import Exceptions, Waivers
from oit.model.withdrawals import Withdrawals
from oit.records.disk import Disk
from oit.records.document_reader import read_valid
from oit.records.hand_written import HandWrittenReader
from oit.records.load_bundle import BundleLoader, item_id, named_entries
from oit.records.named_values import KnownNames
from oit.records.policy_files import PolicyFile, PolicyReader
from oit.records.site import Bundle, FolderEntry, Round, Site
from oit.records.site_settings import read_settings
from oit.records.strict_yaml import parse_yaml

RECORDS = "oit_items"
DRAFTS = "drafts"
"""A folder of a round for what is not disclosed yet; nothing in it is read or published."""
_ROUND_FOLDER = re.compile(r"2[4-9][0-9]{2}")  # a Buddhist fiscal year
_BUNDLE_FOLDER = re.compile(r"O(0[1-9]|[1-9][0-9])")
_SITE_FILES = frozenset({"divisions.yml", "exceptions.yml"})
_SETTINGS = ("mkdocs.yml", *(f"{RECORDS}/{name}" for name in sorted(_SITE_FILES)))
_ROUND_FILES = frozenset(
    {
        *("round.yml", "mandate.yml", "measures.yml", "waivers.yml", "ledger.json"),
        "withdrawn.yml",
    }
)


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
    return _SiteLoader(Disk(root), Disk(policy_root or root), inspect, memory).site()


def load_mandate(path: Path) -> tuple[Mandate | None, tuple[Finding, ...]]:
    """A `mandate.yml` by itself, or `None` and the findings that say why not."""
    place = Place(path.as_posix(), Kind.POLICY)
    return read_valid(Mandate, lambda: Disk(path.parent).read(path.name), parse_yaml, place)


@dataclass(slots=True)
class _SiteLoader:
    disk: Disk
    policies: Disk
    """Where policy files are read from: `disk` itself, or the older version of a change."""
    inspect: Inspect
    memory: Memory
    findings: list[Finding] = field(default_factory=list)
    names: Mapping[str, str] = field(default_factory=dict)
    """MkDocs's own settings that are judged: name and address of the site, folder of its texts."""
    divisions: tuple[Division, ...] = ()
    """None until their file is read."""
    rounds: list[Round] = field(default_factory=list)
    guessed_rounds: list[Round] = field(default_factory=list)

    def site(self) -> Site:
        source = self._source_of("mkdocs.yml")
        settings = read_settings(source, self.findings)
        policy, self.names = settings.policy, settings.names
        file = f"{RECORDS}/divisions.yml"
        reader = PolicyReader(self.findings, memory=self.memory)
        if divisions := reader.read(file, Divisions, self._source_of(file)):
            self.divisions = divisions.model.divisions
        file = f"{RECORDS}/exceptions.yml"
        exceptions = reader.read_if_there(file, Exceptions, self.policies)
        reviewed = exceptions.model.exceptions if exceptions else ()
        folder = self.names.get("docs_dir", "docs")
        written = HandWrittenReader(self.disk, folder, settings.hosts, self.inspect, self.memory)
        self.findings.extend(written.findings())
        for folder in self._round_folders():
            self._read_round(folder)
        rounds = sorted(self.rounds, key=lambda round_: round_.policy.opens)
        hand_written = self._hand_written(rounds)
        return Site(
            policy=policy,
            divisions=self.divisions,
            exceptions=frozenset((exception.sha256, exception.rule) for exception in reviewed),
            rounds=tuple(rounds),
            guessed_rounds=tuple(self.guessed_rounds),
            findings=tuple(self.findings),
            site_name=self.names.get("site_name"),
            site_url=self.names.get("site_url"),
            texts_folder=self.names.get("docs_dir", "docs"),
            hand_written=hand_written,
            settings_from=self._bytes_of(_SETTINGS),
        )

    def _hand_written(self, rounds: list[Round]) -> dict[str, str]:
        """The hashes of pages and files of the office's own, where some may not be served again."""
        folder = self.names.get("docs_dir", "docs")
        if not any(round_.withdrawals for round_ in rounds):
            return {}
        try:
            return self.disk.digests(folder)
        except DocumentError as error:
            self.findings.append(Place(folder, Kind.POLICY).from_error(error))
            return {}

    def _bytes_of(self, files: Iterable[str]) -> str:
        """Of policy files that were read; the two versions of a change may both have a file."""
        seen = [(file, self.disk.seen.get(file), self.policies.seen.get(file)) for file in files]
        return made_from(seen)

    def _source_of(self, file: str) -> Disk:
        """Where a policy file is read from: the older version of the site, if it has the file."""
        return self.policies if self.policies.has(file) else self.disk

    def _round_folders(self) -> list[str]:
        """Folders of rounds in either version, so that a change cannot delete a round unseen."""
        return sorted({*self._current_round_folders(), *self._policy_round_folders()})

    def _current_round_folders(self) -> list[str]:
        folders = []
        for name, entry in self._entries(RECORDS).items():
            if _ROUND_FOLDER.fullmatch(name) and entry.kind == "directory":
                folders.append(f"{RECORDS}/{name}")
            elif name not in _SITE_FILES:
                self._add_unknown_path(Place(f"{RECORDS}/{name}"), entry)
        return folders

    def _policy_round_folders(self) -> list[str]:
        """Rounds where policies are read from; what else is in that folder is not reported."""
        try:
            names = self.policies.entries(RECORDS)
        except DocumentError:
            return []
        folders = [f"{RECORDS}/{name}" for name in names]
        return [folder for folder in folders if self.policies.has(f"{folder}/round.yml")]

    def _read_round(self, folder: str) -> None:
        year = int(folder.rpartition("/")[2])
        source = self._source_of(f"{folder}/round.yml")
        reader = PolicyReader(self.findings, KnownNames(self.divisions), self.memory)
        files = (f"{folder}/round.yml", f"{folder}/mandate.yml")
        policy = reader.read(files[0], RoundPolicy, source, year)
        mandate = reader.read(files[1], Mandate, source, year)
        round_ = self._round(folder, year, policy, mandate)
        if round_ is None:
            reader.say_unjudged(files, year)
        elif policy and mandate and policy.is_sound and mandate.is_sound:
            self.rounds.append(round_)
        else:
            unwitnessed = round_.policy.model_copy(update={"witness": "none"})
            self.guessed_rounds.append(replace(round_, policy=unwitnessed))

    def _round(
        self,
        folder: str,
        year: int,
        policy: PolicyFile[RoundPolicy] | None,
        mandate: PolicyFile[Mandate] | None,
    ) -> Round | None:
        source = self._source_of(f"{folder}/round.yml")
        reader = PolicyReader(self.findings, KnownNames(self.divisions), self.memory)
        bundles = self._bundles(folder, year, mandate.model if mandate else None)
        waivers = reader.read_if_there(f"{folder}/waivers.yml", Waivers, source, year)
        measures = reader.read_if_there(f"{folder}/measures.yml", Measures, source, year)
        ledger = reader.read_if_there(f"{folder}/ledger.json", Ledger, self.disk, year)
        withdrawn = reader.read_if_there(f"{folder}/withdrawn.yml", Withdrawals, self.disk, year)
        # Only now: the files above are read for their findings, even if the round cannot be.
        if not policy or not mandate:
            return None
        return Round(
            folder=folder,
            policy=policy.model,
            policy_document=policy.document,
            mandate=mandate.model.in_round(policy.model),
            mandate_document=mandate.document,
            bundles=bundles,
            waivers=waivers.model.waivers if waivers else (),
            adoption_waiver=waivers.model.adoption if waivers else None,
            witness_waiver=waivers.model.witness if waivers else None,
            waivers_document=waivers.document if waivers else None,
            measures=measures.model if measures else None,
            measures_document=measures.document if measures else None,
            ledger=ledger.model.files if ledger else (),
            ledger_document=ledger.document if ledger else None,
            withdrawals=withdrawn.model.withdrawals if withdrawn else (),
            withdrawals_document=withdrawn.document if withdrawn else None,
            previous_results=self._previous_results(policy.model, bundles),
            policy_from=self._bytes_of(f"{folder}/{name}" for name in sorted(_ROUND_FILES)),
        )

    def _bundles(self, folder: str, year: int, mandate: Mandate | None) -> dict[str, Bundle]:
        read_by = self._bytes_of((f"{folder}/mandate.yml", f"{RECORDS}/divisions.yml"))
        loader = BundleLoader(
            self.disk,
            year,
            mandate,
            self.divisions,
            self.inspect,
            self.findings,
            read_by,
            self.memory,
        )
        return {
            item_id(bundle): loader.load(bundle, self._entries(bundle))
            for bundle in self._bundle_folders(folder, year)
        }

    def _bundle_folders(self, folder: str, year: int) -> list[str]:
        folders = []
        for name, entry in self._entries(folder).items():
            if _BUNDLE_FOLDER.fullmatch(name) and entry.kind == "directory":
                folders.append(f"{folder}/{name}")
            elif name not in _ROUND_FILES and (name, entry.kind) != (DRAFTS, "directory"):
                self._add_unknown_path(Place(f"{folder}/{name}", fiscal_year=year), entry)
        return folders

    def _previous_results(self, policy: RoundPolicy, bundles: Mapping[str, Bundle]) -> bytes | None:
        """The disclosed scores of an earlier year; without them the total score stays unknown."""
        named = policy.previous_results
        bundle = bundles.get(named.item) if named else None
        if not named or not bundle or named.file not in bundle.facts:
            return None
        return self.disk.read(f"{bundle.folder}/{named.file}")

    def _entries(self, folder: str) -> dict[str, FolderEntry]:
        return named_entries(self.disk, folder, self.findings)

    def _add_unknown_path(self, place: Place, entry: FolderEntry) -> None:
        rule = "file-symlink" if entry.kind == "symlink" else "path-unknown"
        self.findings.append(place.finding(rule, found=place.file.rpartition("/")[2]))
