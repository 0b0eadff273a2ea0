"""The judgement of a site on a date: one direction, from what was read to what is said of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from oit.assessment.assess_item import assess_item
from oit.assessment.cells import Judgement
from oit.assessment.result import (
    Assessment,
    ItemAssessment,
    RoundAssessment,
    RoundState,
    Today,
    newest_opened,
)
from oit.assessment.rules import (
    closed_rounds,
    evidence,
    files,
    identity,
    policy,
    text,
    timing,
    waivers,
)
from oit.assessment.scoring import Outcome, outcome_of
from oit.findings import Finding, Kind, in_order
from oit.model.mandate import MandateItem
from oit.records.site import Bundle, Round, Site, Unit


def assess(site: Site, today: Today) -> Assessment:
    """Judge every round of the site."""
    rounds = tuple(_assess_round(round_, site, today) for round_ in site.rounds)
    findings = [*site.findings, *policy.check_site(site)]
    newest = newest_opened(rounds)
    if newest and newest.state is RoundState.CLOSED and _is_in_production(site):
        findings.extend(closed_rounds.check_newest_round(newest.round))
    findings.extend(finding for one in rounds for finding in one.findings)
    return Assessment(site=site, today=today, rounds=rounds, findings=in_order(findings))


def _assess_round(round_: Round, site: Site, today: Today) -> RoundAssessment:
    state = _round_state(round_, today.day)
    judgement = Judgement(
        as_of=min(today.day, round_.policy.closes),
        policy=round_.policy,
        is_closed=state is RoundState.CLOSED,
    )
    found = list(_lasting_findings(round_, site, today))
    if judgement.is_closed:
        found.extend(closed_rounds.check_ledger(round_))
    faults = [*site.findings, *found]
    items = _assess_items(round_, judgement, faults)
    filing_items = _filing_items(round_, judgement, items, faults)
    found.extend(finding for item in items for finding in item.findings)
    return RoundAssessment(
        round=round_,
        state=state,
        as_of=judgement.as_of,
        items=items,
        findings=in_order(found),
        outcome=_outcome(round_, items),
        filing_outcome=_outcome(round_, filing_items) if filing_items else None,
        filing_items=filing_items,
    )


def _assess_items(
    round_: Round, judgement: Judgement, faults: list[Finding]
) -> tuple[ItemAssessment, ...]:
    return tuple(
        assess_item(item, round_, judgement, _of_item(faults, round_, item))
        for item in round_.mandate.items
    )


def _outcome(round_: Round, items: tuple[ItemAssessment, ...]) -> Outcome:
    scores = {one.item.item: one.score for one in items}
    return outcome_of(round_.mandate, scores, round_.previous_results)


def _filing_items(
    round_: Round,
    judgement: Judgement,
    items: tuple[ItemAssessment, ...],
    faults: list[Finding],
) -> tuple[ItemAssessment, ...] | None:
    """The items as on the assessor's cut-off, once that day has come."""
    filing = round_.policy.filing
    if filing is None or filing > judgement.as_of:
        return None
    if filing == judgement.as_of:
        return items
    return _assess_items(round_, replace(judgement, as_of=filing), faults)


def _round_state(round_: Round, today: date) -> RoundState:
    if today < round_.policy.opens:
        return RoundState.UPCOMING
    return RoundState.CLOSED if today > round_.policy.closes else RoundState.OPEN


def _of_item(findings: list[Finding], round_: Round, item: MandateItem) -> list[Finding]:
    return [
        finding
        for finding in findings
        if finding.item == item.item
        and finding.fiscal_year == round_.fiscal_year
        and finding.kind is not Kind.POLICY
    ]


def _lasting_findings(round_: Round, site: Site, today: Today) -> Iterator[Finding]:
    """What is wrong whatever the day."""
    yield from policy.check_round(round_, site)
    yield from policy.check_measures(round_, site)
    yield from waivers.check_waivers(round_)
    yield from identity.check_presence(round_)
    for item in round_.mandate.items:
        if bundle := round_.bundles.get(item.item):
            yield from evidence.check_unlisted(bundle)
            for unit in bundle.units:
                yield from _unit_findings(unit, item, bundle, site)
                if not today.is_set:
                    yield from timing.check_future(unit, today.day)


def _is_in_production(site: Site) -> bool:
    return site.policy is not None and not site.policy.is_demonstration


def _unit_findings(unit: Unit, item: MandateItem, bundle: Bundle, site: Site) -> Iterator[Finding]:
    accepted = site.policy.accepted_types if site.policy else ()
    yield from identity.check_unit(unit, item, site)
    yield from timing.check_frequency(unit, item)
    yield from evidence.check_unit_evidence(unit, item, bundle, accepted)
    yield from files.check_files(unit, item, bundle, site)
    if _is_in_production(site):
        yield from evidence.check_samples(unit)
    yield from text.check_text(unit)
