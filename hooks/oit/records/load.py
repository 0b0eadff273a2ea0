"""A folder into a `Site`: with `disk`, `load_bundle` and `inspect`, all that reads.

Whatever cannot be read becomes a finding.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel

from oit.evidence.inspect import Inspect, inspect_here
from oit.evidence.personal import personal_findings
from oit.findings import DocumentError, Finding, Kind, Place
from oit.model.ledger import Ledger
from oit.model.mandate import Mandate
from oit.model.measures import Measures
from oit.model.office import Divisions, SitePolicy
from oit.model.round import RoundPolicy
from oit.model.waivers import Exceptions, Waivers
from oit.records.disk import Disk
from oit.records.load_bundle import BundleLoader, item_of
from oit.records.site import Bundle, Entry, Round, Site
from oit.records.strict_yaml import Document, decode, parse_yaml
from oit.records.validate import validate

RECORDS = "oit_items"
_ROUND_FOLDER = re.compile(r"2[4-9]\d\d")
_BUNDLE_FOLDER = re.compile(r"O(0[1-9]|[1-9]\d)")
_SITE_FILES = frozenset({"divisions.yml", "exceptions.yml"})
_ROUND_FILES = frozenset({"round.yml", "mandate.yml", "measures.yml", "waivers.yml", "ledger.json"})

Model = TypeVar("Model", bound=BaseModel)


def load_site(root: Path, policy_root: Path | None = None, inspect: Inspect = inspect_here) -> Site:
    """Everything under `root/oit_items` and the settings in `root/mkdocs.yml`.

    With `policy_root` the policy files are those of another version of the site, save for a round
    that it does not have. A ledger grows with its round, and is always the site's own.
    """
    return _SiteLoader(Disk(root), Disk(policy_root or root), inspect).site()


def load_mandate(path: Path) -> tuple[Mandate | None, tuple[Finding, ...]]:
    """A mandate by itself, or what stands in its way."""
    place = Place(path.as_posix(), Kind.POLICY)
    try:
        document = parse_yaml(decode(Disk(path.parent).read(path.name)))
    except DocumentError as fault:
        return None, (place.from_fault(fault),)
    result = validate(Mandate, document, place)
    return (None if result.findings else result.model), result.findings


@dataclass(slots=True)
class _SiteLoader:
    disk: Disk
    policies: Disk
    inspect: Inspect
    findings: list[Finding] = field(default_factory=list)

    def site(self) -> Site:
        policy = self._site_policy()
        file = f"{RECORDS}/divisions.yml"
        divisions = self._policy(file, Divisions, self._holding(file))
        excepted = self._optional(f"{RECORDS}/exceptions.yml", Exceptions, self.policies)
        rounds = [round_ for folder in self._round_folders() if (round_ := self._round(folder))]
        return Site(
            policy=policy,
            divisions=divisions[0].divisions if divisions else (),
            exceptions=frozenset(
                (one.sha256, one.rule) for one in (excepted[0].exceptions if excepted else ())
            ),
            rounds=tuple(sorted(rounds, key=lambda round_: round_.policy.opens)),
            findings=tuple(self.findings),
        )

    def _site_policy(self) -> SitePolicy | None:
        """`extra.oit` of `mkdocs.yml`, whose other settings and tags are not ours to judge."""
        place = Place("mkdocs.yml", Kind.POLICY)
        try:
            text = self._holding("mkdocs.yml").read("mkdocs.yml")
            settings = yaml.load(text, Loader=_TagBlindLoader)  # noqa: S506
            values = settings["extra"]["oit"]
        except (DocumentError, yaml.YAMLError, KeyError, TypeError, ValueError):
            self.findings.append(place.finding("policy-unreadable"))
            return None
        return self._validated(SitePolicy, Document(values, {}), place)

    def _holding(self, file: str) -> Disk:
        """Where the policy file lies that holds: the older version's, where there is one."""
        return self.policies if self.policies.has(file) else self.disk

    def _round_folders(self) -> list[str]:
        return sorted({*self._present_rounds(), *self._round_names(self.policies)})

    def _round_names(self, disk: Disk) -> list[str]:
        """Folders of rounds, without a word about what else is there."""
        try:
            names = disk.entries(RECORDS)
        except DocumentError:
            return []
        return [f"{RECORDS}/{name}" for name in names if disk.has(f"{RECORDS}/{name}/round.yml")]

    def _present_rounds(self) -> list[str]:
        folders = []
        for name, entry in self._entries(RECORDS).items():
            if _ROUND_FOLDER.fullmatch(name) and entry.kind == "directory":
                folders.append(f"{RECORDS}/{name}")
            elif name not in _SITE_FILES:
                self._stray(Place(f"{RECORDS}/{name}"), entry)
        return folders

    def _round(self, folder: str) -> Round | None:
        year = int(folder.rpartition("/")[2])
        source = self._holding(f"{folder}/round.yml")
        policy = self._policy(f"{folder}/round.yml", RoundPolicy, source, year)
        mandate = self._policy(f"{folder}/mandate.yml", Mandate, source, year)
        required = mandate[0] if mandate else None
        loader = BundleLoader(self.disk, year, required, self.inspect, self.findings)
        bundles = {
            item_of(bundle): loader.load(bundle, self._entries(bundle))
            for bundle in self._bundle_folders(folder, year)
        }
        waivers = self._optional(f"{folder}/waivers.yml", Waivers, source, year)
        measures = self._optional(f"{folder}/measures.yml", Measures, source, year)
        ledger = self._optional(f"{folder}/ledger.json", Ledger, self.disk, year)
        if not policy or not mandate:
            return None
        return Round(
            folder=folder,
            policy=policy[0],
            policy_document=policy[1],
            mandate=mandate[0],
            mandate_document=mandate[1],
            bundles=bundles,
            waivers=waivers[0].waivers if waivers else (),
            waivers_document=waivers[1] if waivers else None,
            measures=measures[0] if measures else None,
            measures_document=measures[1] if measures else None,
            ledger=ledger[0].files if ledger else (),
            ledger_document=ledger[1] if ledger else None,
            previous_results=self._previous_results(policy[0], bundles),
        )

    def _bundle_folders(self, folder: str, year: int) -> list[str]:
        folders = []
        for name, entry in self._entries(folder).items():
            if _BUNDLE_FOLDER.fullmatch(name) and entry.kind == "directory":
                folders.append(f"{folder}/{name}")
            elif name not in _ROUND_FILES:
                self._stray(Place(f"{folder}/{name}", fiscal_year=year), entry)
        return folders

    def _stray(self, place: Place, entry: Entry) -> None:
        rule = "file-symlink" if entry.kind == "symlink" else "path-unknown"
        self.findings.append(place.finding(rule, found=place.file.rpartition("/")[2]))

    def _previous_results(self, policy: RoundPolicy, bundles: Mapping[str, Bundle]) -> bytes | None:
        """The disclosed scores of an earlier year; without them the total stays unknown."""
        named = policy.previous_results
        bundle = bundles.get(named.item) if named else None
        if not named or not bundle or named.file not in bundle.facts:
            return None
        return self.disk.read(f"{bundle.folder}/{named.file}")

    def _policy(
        self, file: str, schema: type[Model], source: Disk, year: int | None = None
    ) -> tuple[Model, Document] | None:
        place = Place(file, Kind.POLICY, fiscal_year=year)
        try:
            text = decode(source.read(file))
            if not file.endswith(".json"):  # a ledger is hashes, whose digits mean nothing
                self.findings.extend(personal_findings(text, place))
            document = parse_yaml(text)
        except DocumentError as fault:
            self.findings.append(place.from_fault(fault))
            return None
        model = self._validated(schema, document, place)
        return (model, document) if model else None

    def _optional(
        self, file: str, schema: type[Model], source: Disk, year: int | None = None
    ) -> tuple[Model, Document] | None:
        """The same, of a file that need not be there."""
        return self._policy(file, schema, source, year) if source.has(file) else None

    def _validated(self, schema: type[Model], document: Document, place: Place) -> Model | None:
        result = validate(schema, document, place)
        self.findings.extend(result.findings)
        return None if result.findings else result.model

    def _entries(self, folder: str) -> dict[str, Entry]:
        try:
            return self.disk.entries(folder)
        except DocumentError as fault:
            self.findings.append(Place(folder, Kind.POLICY).from_fault(fault))
            return {}


class _TagBlindLoader(yaml.SafeLoader):
    """Reads a MkDocs configuration, whose tags (`!ENV`, `!!python/name:`) mean nothing to us."""


_TagBlindLoader.add_multi_constructor("", lambda *_: None)
