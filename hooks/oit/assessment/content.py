"""What evidence entries disclose, whatever they are called: by it, two of them are the same."""

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import TypeAlias

from msgspec import Struct

from oit.evidence.facts import FileFacts
from oit.evidence.named import SheetFacts
from oit.evidence.named_periods import named_periods, names_others
from oit.model.mandate import MandateItem
from oit.model.record import Evidence, FileEvidence, SectionEvidence, UrlEvidence
from oit.periods import Period
from oit.records.contents import comparable, content_of_url
from oit.records.site import Bundle, Round, Unit

Content: TypeAlias = tuple[str, str]
"""The kind of an entry, and what it discloses: a hash, a text or an address."""
Claim: TypeAlias = tuple[str, Period | None, Content]
"""What is disclosed, for which requirement and period."""


class Entry(Struct, frozen=True, eq=False, dict=True):
    """An evidence entry with where it is written; equal to itself alone."""

    bundle: Bundle
    unit: Unit
    number: int
    """Its index in the `evidence` list of the document."""
    evidence: Evidence

    @cached_property
    def content(self) -> Content:
        """What the entry discloses."""
        return self.evidence.kind, _disclosed(self.evidence, self.unit, self.bundle)

    @cached_property
    def sha256(self) -> str | None:
        """Of its file's bytes; `None` where there is no such file."""
        facts = self.bundle.facts.get(self.name) if self.evidence.kind == "file" else None
        return facts.sha256 if facts else None

    @cached_property
    def sums(self) -> Mapping[str, Decimal]:
        """The sum of each column of figures that the schema of its table has."""
        facts = self.bundle.facts.get(self.name) if self.evidence.kind == "file" else None
        sums = facts.table.sums if facts and facts.table else ()
        return {column: Decimal(total) for column, total in sums}

    @property
    def name(self) -> str:
        """Its file, section or address; the reason of a stated nothing."""
        match self.evidence:
            case FileEvidence(file=name) | SectionEvidence(section=name) | UrlEvidence(url=name):
                return name
        return self.evidence.title

    @property
    def periods(self) -> frozenset[Period]:
        """The periods that it is for."""
        return frozenset(self.evidence.periods)

    @property
    def claims(self) -> Iterator[Claim]:
        """What it discloses, for each of its periods."""
        for period in self.evidence.periods or (None,):
            yield self.evidence.requirement, period, self.content

    @cached_property
    def named(self) -> Collection[str]:
        """The months and fiscal years that its file or section names."""
        if isinstance(self.evidence, FileEvidence):
            facts = self.bundle.facts.get(self.evidence.file)
            return facts.named_periods if facts else ()
        section = self.unit.text.sections.get(self.name)
        return named_periods(section.words) if section else ()


def entries_of(bundle: Bundle | None) -> list[Entry]:
    """All entries of a bundle's record and parts, in order."""
    if bundle is None:
        return []
    return [entry for unit in bundle.units for entry in unit_entries(unit, bundle)]


def entries_for(round_: Round, item: MandateItem, requirement: str) -> list[Entry]:
    """The entries for a requirement in a round, where the item may have another number."""
    same = next((other for other in round_.mandate.items if other.topic == item.topic), None)
    entries = entries_of(round_.bundles.get(same.item) if same else None)
    return [entry for entry in entries if entry.evidence.requirement == requirement]


def unit_entries(unit: Unit, bundle: Bundle) -> list[Entry]:
    """The entries of a record or part."""
    return [Entry(bundle, unit, number, evidence) for number, evidence in unit.numbered()]


def mixes_others(evidence: Evidence, facts: FileFacts) -> bool:
    """Whether the table of a file also has rows of periods that its entry is not for."""
    sheets = facts.table.sheets if facts.table else ()
    return bool(evidence.periods and sheets_of_others(evidence.periods, sheets))


def sheets_of_others(
    periods: Collection[Period], sheets: Collection[SheetFacts]
) -> list[SheetFacts]:
    """The sheets of other periods in a workbook that has a sheet for each of several."""
    filled = [sheet for sheet in sheets if not sheet.is_empty and sheet.periods]
    if len({sheet.periods for sheet in filled}) < 2:  # one period, on however many sheets
        return []
    return [sheet for sheet in filled if names_others(periods, sheet.periods)]


def _disclosed(evidence: Evidence, unit: Unit, bundle: Bundle) -> str:
    match evidence:
        case FileEvidence(file=name):
            facts = bundle.facts.get(name)
            return facts.content if facts else name
        case SectionEvidence(section=name):
            section = unit.text.sections.get(name)
            return section.visible if section else name
        case UrlEvidence(url=url):
            return content_of_url(url)
    return comparable(evidence.title)
