"""A round judged by what a site publishes: the engine's own functions, given published values."""

from collections.abc import Iterator, Mapping
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from oit.assessment.assess import round_state
from oit.assessment.assess_item import assess_item
from oit.assessment.basis import AssessmentBasis
from oit.assessment.result import ItemAssessment, RoundState
from oit.assessment.scoring import Outcome, outcome_of
from oit.assessment.waivers import EXCUSABLE
from oit.audit.verify.computed.days import days_of
from oit.audit.verify.computed.records import NOTHING_WRITTEN, bundles_of, file_of
from oit.audit.verify.computed.rules import JudgedBy, judged_by
from oit.contract.events import EventEntry, EventsDocument
from oit.contract.index import ItemEntry, RoundEntry
from oit.contract.policy import PolicyDocument
from oit.findings import Finding, Kind
from oit.records.site import Round

_OF_THE_DAY = "waiver-expired"
"""A rule besides those of lateness that the day decides."""


class PublishedRound(Struct, frozen=True):
    """What a site publishes of a round, and the same as the engine's own values."""

    entry: RoundEntry
    policy: PolicyDocument
    events: EventsDocument
    rules: JudgedBy
    contents: Round
    basis: AssessmentBasis
    """Of the day that the documents are of."""
    faults: Mapping[str, list[Finding]]
    """By item, what is wrong whatever the day, as the index tells it."""

    def judged(self, basis: AssessmentBasis) -> dict[str, ItemAssessment]:
        """Every item on the day of a basis, by what stands on that of the documents."""
        return {
            item.item: assess_item(item, self.contents, basis, self.faults.get(item.item, []))
            for item in self.rules.mandate.items
        }

    def outcome(self, items: Mapping[str, ItemAssessment]) -> Outcome:
        """The score that the items come to."""
        scores = {item.id: item.score for item in items.values()}
        return outcome_of(self.rules.mandate, scores, self.rules.questions)

    def basis_on(self, today: date) -> AssessmentBasis:
        """The basis of another day."""
        policy = self.rules.policy
        is_closed = round_state(policy.opens, policy.closes, today) is RoundState.CLOSED
        return replace(self.basis, as_of=min(today, policy.closes), is_closed=is_closed)


def published_round(
    entry: RoundEntry, policy: PolicyDocument, events: EventsDocument
) -> PublishedRound:
    """A round as its documents tell it.

    Raises `ValidationError` or `ValueError` for values that no policy file or record may have.
    """
    rules = judged_by(policy)
    basis = AssessmentBasis(
        as_of=entry.as_of,
        policy=rules.policy,
        is_closed=entry.state == RoundState.CLOSED.value,
        recordings=days_of(events.events, is_witnessed=rules.policy.is_witnessed),
    )
    faults = {item.item: list(_faults(item, events)) for item in entry.items}
    return PublishedRound(entry, policy, events, rules, _contents(rules, events), basis, faults)


def _contents(rules: JudgedBy, events: EventsDocument) -> Round:
    """What was read of the round, as far as it judges; the rest is not published."""
    return Round(
        folder="",
        policy=rules.policy,
        policy_document=NOTHING_WRITTEN,
        mandate=rules.mandate,
        mandate_document=NOTHING_WRITTEN,
        bundles=bundles_of(events, rules.mandate),
        waivers=rules.waivers,
        adoption_waiver=None,
        witness_waiver=None,
        waivers_document=None,
        measures=None,
        measures_document=None,
        ledger=(),
        ledger_document=None,
        withdrawals=(),
        withdrawals_document=None,
        previous_results=None,
    )


def _faults(item: ItemEntry, events: EventsDocument) -> Iterator[Finding]:
    """The findings of the index that no day decides, and those of the entries that have one."""
    lasting = [
        finding
        for finding in item.findings
        if Kind(finding.kind) not in EXCUSABLE and finding.rule != _OF_THE_DAY
    ]
    kinds = {finding.rule: Kind(finding.kind) for finding in lasting}
    published = (event for event in events.events if event.event == "published")
    for number, event in enumerate(published):
        if event.item == item.item and event.rule and event.until is None:
            yield _fault_of(event, number, kinds.get(event.rule, Kind.INVALID))
    for finding in lasting:
        name = finding.file.rpartition("/")[2]
        yield Finding(rule=finding.rule, kind=Kind(finding.kind), file=name, line=finding.line)


def _fault_of(event: EventEntry, number: int, kind: Kind) -> Finding:
    file = file_of(event.division)
    path = ("evidence", number)
    return Finding(rule=event.rule or "", kind=kind, file=file, field=path, item=event.item)
