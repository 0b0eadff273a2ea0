"""What was read under `oit_items/`, as values: all that the rules may look at."""

from collections.abc import Iterator, Mapping
from typing import Literal

from msgspec import Struct, field

from oit.evidence.facts import FileFacts
from oit.findings import FieldPath, Finding, Place, Unchecked
from oit.model.ledger import LedgerEntry
from oit.model.mandate import Mandate, MandateItem
from oit.model.measures import Measures
from oit.model.office import Division, SitePolicy
from oit.model.record import Evidence, Part, Record
from oit.model.round import RoundPolicy
from oit.model.waivers import REVIEWABLE, AdoptionWaiver, Waiver, WitnessWaiver
from oit.model.withdrawals import Withdrawal
from oit.periods import Period
from oit.records.markup import MarkdownText
from oit.records.strict_yaml import Document
from oit.records.witness import EarlierVersion, Witness

DRAFTS = "drafts"
"""A folder of a round for what is not disclosed yet; nothing in it is read or published."""


class FolderEntry(Struct, frozen=True):
    """Kind and size of an entry of a folder; its name is the key in `Disk.entries`."""

    kind: Literal["file", "directory", "symlink", "other"]
    bytes: int


class Claim(Struct, frozen=True):
    """A cell that an unreadable evidence entry means to fill: it is faulty, not empty."""

    requirement: str
    period: Period | None


class Unit(Struct, frozen=True, kw_only=True):
    """A record or a part, as far as it could be read."""

    place: Place
    division: str | None
    """`None` for the record itself."""
    document: Document
    disclosed: Record | Part
    text: MarkdownText
    left_out: tuple[str, ...] = ()
    """Names of fields whose value could not be read, and is not in `disclosed`."""
    evidence_numbers: tuple[int, ...] = ()
    """The index, in the document's list, of each entry of `disclosed.evidence`."""
    broken_claims: frozenset[Claim] = frozenset()
    stood_in: frozenset[FieldPath] = frozenset()
    """Paths of fields whose value is not known, in a unit as it was meant."""
    named_files: frozenset[str] = frozenset()
    """File names in the evidence, those of entries that could not be read included."""

    def numbered(self) -> Iterator[tuple[int, Evidence]]:
        """The evidence, each entry with its index in the document's list."""
        return zip(self.evidence_numbers, self.disclosed.evidence, strict=True)


class Bundle(Struct, frozen=True, kw_only=True):
    """The folder of one item: its record, parts and evidence files."""

    item: str
    folder: str
    units: tuple[Unit, ...]
    present: frozenset[str]
    """File names of records and parts that exist, readable or not."""
    entries: Mapping[str, FolderEntry]
    facts: Mapping[str, FileFacts]
    likely_files: Mapping[str, str] = field(default_factory=dict)
    """In a bundle as it was meant: the file that is probably meant by each name that no file has.
    `facts` has what is known of it under the name that is written."""
    meant: "Bundle | None" = None
    """The same as it was meant, where anything in a record or part had to be put right in thought:
    by it rules find what else is wrong, but nothing of it is published or counts."""
    made_from: str = ""
    """SHA-256 of all that it follows from: its files by name and kind, the bytes of its documents
    and evidence, and the policy files by which they are read. Empty where it came of no folder."""

    @property
    def as_meant(self) -> "Bundle":
        """What rules look at."""
        return self.meant or self

    @property
    def has_unknown_entries(self) -> bool:
        """Whether nothing is known of some entries, even in a bundle as it was meant."""
        is_unread = len(self.units) < max(1, len(self.present))
        return is_unread or any(
            "evidence" in unit.left_out or ("evidence",) in unit.stood_in for unit in self.units
        )

    def record(self) -> Unit | None:
        """The record, where it could be read."""
        return next((unit for unit in self.units if unit.division is None), None)

    def part(self, division: str) -> Unit | None:
        """The part of a division, where it could be read."""
        return next((unit for unit in self.units if unit.division == division), None)


class Round(Struct, frozen=True, kw_only=True):
    """One fiscal year under one scheme."""

    folder: str
    policy: RoundPolicy
    policy_document: Document
    mandate: Mandate
    """With the periods of this round for each word."""
    mandate_document: Document
    bundles: Mapping[str, Bundle]
    waivers: tuple[Waiver, ...]
    adoption_waiver: AdoptionWaiver | None
    witness_waiver: WitnessWaiver | None
    waivers_document: Document | None
    """`None` without a readable `waivers.yml`."""
    measures: Measures | None
    """`None` without a readable `measures.yml`."""
    measures_document: Document | None
    ledger: tuple[LedgerEntry, ...]
    ledger_document: Document | None
    """`None` without a readable `ledger.json`."""
    withdrawals: tuple[Withdrawal, ...]
    withdrawals_document: Document | None
    """`None` without a readable `withdrawn.yml`."""
    previous_results: bytes | None
    """Bytes of the file that `round.yml` names for the scores of an earlier year."""
    witness: Witness | None = None
    """What the history says of it; `None` where it was not asked, or could not be read."""
    versions: tuple[EarlierVersion, ...] = ()
    """Earlier versions of its files that are served; read for what is published alone."""
    policy_from: str = ""
    """SHA-256 of the bytes of its own files: policy, mandate, waivers, measures, ledger,
    withdrawals."""

    @property
    def fiscal_year(self) -> int:
        """The Buddhist fiscal year."""
        return self.policy.fiscal_year

    def withdrawals_of(self, item: str) -> tuple[Withdrawal, ...]:
        """The withdrawals of an item, the latest first."""
        found = (withdrawal for withdrawal in self.withdrawals if withdrawal.item == item)
        return tuple(sorted(found, key=lambda withdrawal: withdrawal.day, reverse=True))

    @property
    def has_records(self) -> bool:
        """Whether any record or part discloses or confirms something."""
        return any(
            unit.disclosed.evidence or unit.disclosed.reviews or unit.disclosed.updated
            for bundle in self.bundles.values()
            for unit in bundle.units
        )

    def evidence(self) -> Iterator[Evidence]:
        """All entries of its records and parts, whether they count on a day or not."""
        for bundle in self.bundles.values():
            for unit in bundle.units:
                yield from unit.disclosed.evidence

    def mandated(self, item: str) -> MandateItem | None:
        """What is required of an item, `None` for an unknown one."""
        return self.mandate.find(item)


class Site(Struct, frozen=True, kw_only=True):
    """Everything that was read, with the findings of reading it."""

    policy: SitePolicy | None
    divisions: tuple[Division, ...]
    rounds: tuple[Round, ...]
    exceptions: frozenset[tuple[str, str]]
    """SHA-256 of a file, and a rule that a person found not to hold for it."""
    findings: tuple[Finding, ...]
    guessed_rounds: tuple[Round, ...] = ()
    """Rounds whose policy or mandate had to be put right in thought: judged, so that what is wrong
    with their records is told, but never shown or counted."""
    site_name: str | None = None
    """As `mkdocs.yml` has it; `None` where it is not set or could not be read."""
    site_url: str | None = None
    """The same: where the site is published."""
    texts_folder: str = "docs"
    """Where the office's hand-written texts stand."""
    hand_written: Mapping[str, str] = field(default_factory=dict)
    """SHA-256 of each file of `docs/` by its path; empty where nothing was ever withdrawn."""
    settings_from: str = ""
    """SHA-256 of the bytes of `mkdocs.yml`, divisions and exceptions."""

    def reviewed(self, sha256: str) -> frozenset[str]:
        """The rules that a person found not to hold for a file with this content.

        All that a person may review, where nobody knows what was reviewed (`Unchecked.REVIEWED`).
        """
        if self.leaves_unchecked(Unchecked.REVIEWED):
            return REVIEWABLE
        return frozenset(rule for digest, rule in self.exceptions if digest == sha256)

    def leaves_unchecked(self, what: Unchecked, year: int | None = None) -> bool:
        """Whether a fault of the settings, or of the policy of a year, keeps that from a check."""
        faults = (found for found in self.findings if found.fiscal_year == year)
        return any(found.params.get("unchecked") is what for found in faults)

    @property
    def is_in_production(self) -> bool:
        """Whether it is an office's real site; not where its settings could not be read."""
        return self.policy is not None and not self.policy.is_demonstration

    @property
    def withdrawn(self) -> Mapping[str, Withdrawal]:
        """What was taken off the site in any round, by its SHA-256."""
        return {
            withdrawal.sha256: withdrawal
            for round_ in self.rounds
            for withdrawal in round_.withdrawals
        }

    def division_ids(self) -> frozenset[str]:
        """Ids of the known owners."""
        return frozenset(division.id for division in self.divisions)
