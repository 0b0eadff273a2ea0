"""A folder into a `Site`: with `oit.disk`, `oit.load_bundle` and `oit.inspect`, all that reads.

Whatever cannot be read becomes a finding.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel

from oit.disk import Disk
from oit.findings import Finding, Kind
from oit.load_bundle import BundleLoader, item_of
from oit.model.policy import Divisions, Mandate, RoundPolicy, SitePolicy
from oit.parse import Document, Fault, decode, parse_yaml
from oit.site import Bundle, Entry, Round, Site
from oit.validate import Place, validate

RECORDS = "oit_items"
_ROUND_FOLDER = re.compile(r"2[4-9]\d\d")
_BUNDLE_FOLDER = re.compile(r"O(0[1-9]|[1-9]\d)")
_ROUND_FILES = frozenset({"round.yml", "mandate.yml"})

Model = TypeVar("Model", bound=BaseModel)


def load_site(root: Path) -> Site:
    """Everything under `root/oit_items` and the settings in `root/mkdocs.yml`."""
    return _SiteLoader(Disk(root)).site()


@dataclass(slots=True)
class _SiteLoader:
    disk: Disk
    findings: list[Finding] = field(default_factory=list)

    def site(self) -> Site:
        policy = self._site_policy()
        divisions = self._policy(f"{RECORDS}/divisions.yml", Divisions)
        rounds = [round_ for folder in self._round_folders() if (round_ := self._round(folder))]
        return Site(
            policy=policy,
            divisions=divisions[0].divisions if divisions else (),
            rounds=tuple(sorted(rounds, key=lambda round_: round_.policy.opens)),
            findings=tuple(self.findings),
        )

    def _site_policy(self) -> SitePolicy | None:
        """`extra.oit` of `mkdocs.yml`, whose other settings and tags are not ours to judge."""
        place = Place("mkdocs.yml", Kind.POLICY)
        try:
            settings = yaml.load(self.disk.read("mkdocs.yml"), Loader=_TagBlindLoader)  # noqa: S506
            values = settings["extra"]["oit"]
        except (Fault, yaml.YAMLError, KeyError, TypeError, ValueError):
            self.findings.append(place.finding("policy-unreadable"))
            return None
        return self._validated(SitePolicy, Document(values, {}), place)

    def _round_folders(self) -> list[str]:
        folders = []
        for name, entry in self._entries(RECORDS).items():
            if _ROUND_FOLDER.fullmatch(name) and entry.kind == "directory":
                folders.append(f"{RECORDS}/{name}")
            elif name != "divisions.yml":
                self._stray(Place(f"{RECORDS}/{name}"), entry)
        return folders

    def _round(self, folder: str) -> Round | None:
        year = int(folder.rpartition("/")[2])
        policy = self._policy(f"{folder}/round.yml", RoundPolicy, year)
        mandate = self._policy(f"{folder}/mandate.yml", Mandate, year)
        loader = BundleLoader(self.disk, year, mandate[0] if mandate else None, self.findings)
        bundles = {
            item_of(bundle): loader.load(bundle, self._entries(bundle))
            for bundle in self._bundle_folders(folder, year)
        }
        if not policy or not mandate:
            return None
        return Round(
            folder=folder,
            policy=policy[0],
            policy_document=policy[1],
            mandate=mandate[0],
            mandate_document=mandate[1],
            bundles=bundles,
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
        self, file: str, schema: type[Model], year: int | None = None
    ) -> tuple[Model, Document] | None:
        place = Place(file, Kind.POLICY, fiscal_year=year)
        try:
            document = parse_yaml(decode(self.disk.read(file)))
        except Fault as fault:
            self.findings.append(place.from_fault(fault))
            return None
        model = self._validated(schema, document, place)
        return (model, document) if model else None

    def _validated(self, schema: type[Model], document: Document, place: Place) -> Model | None:
        result = validate(schema, document, place)
        self.findings.extend(result.findings)
        return None if result.findings else result.model

    def _entries(self, folder: str) -> dict[str, Entry]:
        try:
            return self.disk.entries(folder)
        except Fault as fault:
            self.findings.append(Place(folder, Kind.POLICY).from_fault(fault))
            return {}


class _TagBlindLoader(yaml.SafeLoader):
    """Reads a MkDocs configuration, whose tags (`!ENV`, `!!python/name:`) mean nothing to us."""


_TagBlindLoader.add_multi_constructor("", lambda *_: None)
