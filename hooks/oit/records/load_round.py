"""The folder of a round into a `Round`, in two steps: its evidence is inspected between them."""

import re
from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from oit.evidence.inspect import Inspect
from oit.evidence.personal import find_national_ids
from oit.findings import DocumentError, Finding, Kind, Place
from oit.memory import Memory, made_from
from oit.model.ledger import Ledger
from oit.model.mandate import Mandate
from oit.model.measures import Measures
from oit.model.office import Division
from oit.model.round import RoundPolicy
from oit.model.waivers import Waivers
from oit.model.withdrawals import Withdrawals
from oit.records import RECORDS
from oit.records.disk import Disk
from oit.records.load_bundle import BundleLoader, item_id
from oit.records.named_values import KnownNames
from oit.records.policy_files import PolicyFile, PolicyReader
from oit.records.site import DRAFTS, Bundle, FolderEntry, Round

_BUNDLE_FOLDER = re.compile(r"O(0[1-9]|[1-9][0-9])")
_ROUND_FILES = frozenset(
    {
        *("round.yml", "mandate.yml", "measures.yml", "waivers.yml", "ledger.json"),
        "withdrawn.yml",
    }
)


class BegunRound(Struct, frozen=True):
    """A round without its bundles, and what waits for each."""

    without_bundles: Round
    bundles: Mapping[str, Callable[[], Bundle]]
    is_guessed: bool
    """Whether its policy or mandate had to be put right in thought."""

    @property
    def policy(self) -> RoundPolicy:
        """Its policy, which needs no evidence."""
        return self.without_bundles.policy


class Folders(Struct, frozen=True):
    """The folders of a site; what is wrong with their entries is added to `findings`."""

    disk: Disk
    policies: Disk
    """Where policy files are read from: `disk` itself, or the older version of a change."""
    findings: list[Finding] = field(default_factory=list)

    def bytes_of(self, files: Iterable[str]) -> str:
        """Of policy files that were read; the two versions of a change may both have a file."""
        seen = [(file, self.disk.seen.get(file), self.policies.seen.get(file)) for file in files]
        return made_from(seen)

    def source_of(self, file: str) -> Disk:
        """Where a policy file is read from: the older version of the site, if it has the file."""
        return self.policies if self.policies.has(file) else self.disk

    def entries(self, folder: str) -> dict[str, FolderEntry]:
        """The entries of a folder by name, save for names that nobody may read."""
        try:
            entries = self.disk.entries(folder)
        except DocumentError as error:
            self.findings.append(Place(folder, Kind.POLICY).from_error(error))
            return {}
        # Named by nothing that follows, so that no message repeats the number.
        named = [name for name in entries if find_national_ids(name)]
        self.findings.extend(
            Place(folder, Kind.UNSAFE).finding("personal-id-in-name") for _ in named
        )
        return {name: entry for name, entry in entries.items() if name not in named}

    def add_unknown(self, place: Place, entry: FolderEntry) -> None:
        """Tell of an entry that belongs to nothing."""
        rule = "file-symlink" if entry.kind == "symlink" else "path-unknown"
        self.findings.append(place.finding(rule, found=place.file.rpartition("/")[2]))


class RoundLoader(Struct, frozen=True):
    """Reads the rounds of a site."""

    folders: Folders
    divisions: tuple[Division, ...]
    inspect: Inspect
    memory: Memory

    def begin(self, folder: str) -> BegunRound | None:
        """Read the documents of a round; `None` where it can not even be guessed."""
        year = int(folder.rpartition("/")[2])
        source = self.folders.source_of(f"{folder}/round.yml")
        files = (f"{folder}/round.yml", f"{folder}/mandate.yml")
        reader = self._reader()
        policy = reader.read(files[0], RoundPolicy, source, year)
        mandate = reader.read(files[1], Mandate, source, year)
        begun = self._begun(folder, year, policy, mandate)
        if begun is None:
            reader.say_unjudged(files, year)
        return begun

    def finished(self, begun: BegunRound) -> Round:
        """The round, once its evidence was inspected."""
        bundles = {item: wait() for item, wait in begun.bundles.items()}
        results = self._previous_results(begun.policy, bundles)
        return replace(begun.without_bundles, bundles=bundles, previous_results=results)

    def _reader(self) -> PolicyReader:
        return PolicyReader(self.folders.findings, KnownNames(self.divisions), self.memory)

    def _begun(
        self,
        folder: str,
        year: int,
        policy: PolicyFile[RoundPolicy] | None,
        mandate: PolicyFile[Mandate] | None,
    ) -> BegunRound | None:
        own, source = self.folders.disk, self.folders.source_of(f"{folder}/round.yml")
        reader = self._reader()
        bundles = self._bundles(folder, year, mandate.model if mandate else None)
        waivers = reader.read_if_there(f"{folder}/waivers.yml", Waivers, source, year)
        measures = reader.read_if_there(f"{folder}/measures.yml", Measures, source, year)
        ledger = reader.read_if_there(f"{folder}/ledger.json", Ledger, own, year)
        withdrawn = reader.read_if_there(f"{folder}/withdrawn.yml", Withdrawals, own, year)
        # Only now: the files above are read for their findings, even if the round cannot be.
        if not policy or not mandate:
            return None
        is_guessed = not (policy.is_sound and mandate.is_sound)
        unwitnessed = {"witness": "none"} if is_guessed else {}
        without_bundles = Round(
            folder=folder,
            policy=policy.model.model_copy(update=unwitnessed),
            policy_document=policy.document,
            mandate=mandate.model.in_round(policy.model),
            mandate_document=mandate.document,
            bundles={},
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
            previous_results=None,
            policy_from=self.folders.bytes_of(f"{folder}/{name}" for name in sorted(_ROUND_FILES)),
        )
        return BegunRound(without_bundles, bundles, is_guessed)

    def _bundles(
        self, folder: str, year: int, mandate: Mandate | None
    ) -> dict[str, Callable[[], Bundle]]:
        read_by = self.folders.bytes_of((f"{folder}/mandate.yml", f"{RECORDS}/divisions.yml"))
        loader = BundleLoader(
            self.folders.disk,
            year,
            mandate,
            self.divisions,
            self.inspect,
            self.folders.findings,
            read_by,
            self.memory,
        )
        return {
            item_id(bundle): loader.begin(bundle, self.folders.entries(bundle))
            for bundle in self._bundle_folders(folder, year)
        }

    def _bundle_folders(self, folder: str, year: int) -> list[str]:
        folders = []
        for name, entry in self.folders.entries(folder).items():
            if _BUNDLE_FOLDER.fullmatch(name) and entry.kind == "directory":
                folders.append(f"{folder}/{name}")
            elif name not in _ROUND_FILES and (name, entry.kind) != (DRAFTS, "directory"):
                self.folders.add_unknown(Place(f"{folder}/{name}", fiscal_year=year), entry)
        return folders

    def _previous_results(self, policy: RoundPolicy, bundles: Mapping[str, Bundle]) -> bytes | None:
        """The disclosed scores of an earlier year; without them the total score stays unknown."""
        named = policy.previous_results
        bundle = bundles.get(named.item) if named else None
        if not named or not bundle or named.file not in bundle.facts:
            return None
        return self.folders.disk.read(f"{bundle.folder}/{named.file}")
