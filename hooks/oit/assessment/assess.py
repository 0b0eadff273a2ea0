"""The assessment of a site on a date: runs every rule, and collects findings, statuses, scores."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from msgspec.structs import replace

from oit.assessment import made_from
from oit.assessment.assess_item import assess_item
from oit.assessment.basis import AssessmentBasis
from oit.assessment.causes import as_meant, told_by_meant
from oit.assessment.new_rules import with_time_to_follow
from oit.assessment.readiness import check_readiness
from oit.assessment.recorded import recordings_of
from oit.assessment.repetitions import told_once
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
    deadlines,
    evidence,
    figures,
    files,
    named_otherwise,
    policy,
    recording,
    records,
    repetition,
    summaries,
    timing,
    waivers,
    withdrawals,
)
from oit.assessment.scoring import Outcome, outcome_of, question_scores
from oit.assessment.waivers import EXCUSABLE
from oit.findings import Finding, Kind, Unchecked
from oit.memory import NO_OBJECTS, Objects
from oit.model.mandate import MandateItem
from oit.records.site import Bundle, Round, Site, Unit


def assess(site: Site, today: Today, recent: Objects = NO_OBJECTS) -> Assessment:
    """Assess every round of the site on a day, but for those whose assessment is `recent`."""
    served = list(withdrawals.check_served(site))

    def assessed(round_: Round) -> RoundAssessment:
        return recent.recall(
            lambda: made_from.of_assessing(round_, site, today, served),
            lambda: _assess_round(round_, site, today, served),
        )

    return _assessment(site, today, tuple(map(assessed, site.rounds)), served)


def assess_beside(site: Site, other: Assessment) -> Assessment:
    """Assess a site that differs from another one, already assessed, by bundles alone.

    A round follows from itself and from earlier ones: those before the first that differs stay.
    """
    known = {round_.fiscal_year: round_ for round_ in other.rounds}
    differing = (
        round_.fiscal_year
        for round_ in site.rounds
        if round_ is not known[round_.fiscal_year].contents
    )
    first = min(differing, default=0)
    served = list(withdrawals.check_served(site))
    rounds = tuple(
        known[round_.fiscal_year]
        if round_.fiscal_year < first
        else _assess_round(round_, site, other.today, served)
        for round_ in site.rounds
    )
    return _assessment(site, other.today, rounds, served)


def _assessment(
    site: Site, today: Today, rounds: tuple[RoundAssessment, ...], served: list[Finding]
) -> Assessment:
    findings = [*site.findings, *served, *policy.check_site(site)]
    newest = newest_opened(rounds)
    if site.is_in_production:
        findings.extend(check_readiness(site, rounds))
    if newest and newest.state is RoundState.CLOSED and site.is_in_production:
        findings.extend(closed_rounds.check_newest_round(newest.contents))
    findings.extend(finding for round_ in rounds for finding in round_.findings)
    findings.extend(_faults_of_guessed_rounds(site, today, served))
    followed = list(with_time_to_follow(findings, site.policy, today.day))
    return Assessment(site=site, today=today, rounds=rounds, findings=told_once(followed))


def _faults_of_guessed_rounds(site: Site, today: Today, served: list[Finding]) -> Iterator[Finding]:
    """What is wrong in rounds whose policy has a fault; what is late by it, nobody knows."""
    for round_ in site.guessed_rounds:
        for finding in _assess_round(round_, site, today, served).findings:
            if finding.kind not in EXCUSABLE:
                yield finding


def _assess_round(
    round_: Round, site: Site, today: Today, served: list[Finding]
) -> RoundAssessment:
    """`served` are the findings of what was withdrawn, anywhere in the site."""
    state = round_state(round_.policy.opens, round_.policy.closes, today.day)
    recordings = recordings_of(round_, today.day)
    basis = AssessmentBasis(
        as_of=min(today.day, round_.policy.closes),
        policy=round_.policy,
        is_closed=state is RoundState.CLOSED,
        recordings=recordings,
    )
    lasting = _lasting_findings(as_meant(round_), site, today)
    findings = list(told_by_meant(lasting, round_, site.findings))
    if basis.is_closed:
        findings.extend(closed_rounds.check_ledger(as_meant(round_)))
    # What reading an item's files found concerns its status as much as what the rules find.
    faults = [*site.findings, *served, *findings]
    of_round = made_from.of_round(round_, site, today)
    items = _assess_items(round_, basis, faults, of_round)
    filing_items = _filing_items(round_, basis, items, faults, of_round)
    findings.extend(_told_of_items(items, site, round_))
    told = told_once(findings)
    return RoundAssessment(
        contents=round_,
        state=state,
        as_of=basis.as_of,
        recordings=recordings,
        items=items,
        findings=told,
        outcome=_outcome(round_, items),
        filing_outcome=_outcome(round_, filing_items) if filing_items else None,
        filing_items=filing_items,
        made_from=made_from.of_assessed(round_, of_round, (*items, *(filing_items or ())), told),
    )


def _told_of_items(
    items: tuple[ItemAssessment, ...], site: Site, round_: Round
) -> Iterator[Finding]:
    """Nothing is called late while nobody knows what waivers excuse."""
    is_unknown = site.leaves_unchecked(Unchecked.LATENESS, round_.fiscal_year)
    for item in items:
        for finding in item.findings:
            if not is_unknown or finding.kind not in EXCUSABLE:
                yield finding


def round_state(opens: date, closes: date, today: date) -> RoundState:
    """The state of a round on a day: it is open from its first day to its last."""
    if today < opens:
        return RoundState.UPCOMING
    return RoundState.CLOSED if today > closes else RoundState.OPEN


def _assess_items(
    round_: Round, basis: AssessmentBasis, faults: list[Finding], of_round: str
) -> tuple[ItemAssessment, ...]:
    """The items on the day of `basis`; `of_round` is what all of them follow from."""
    items = []
    of_items = _faults_of_items(faults, round_)
    for item in round_.mandate.items:
        found = of_items.get(item.item, [])
        assessed = assess_item(item, round_, basis, found)
        source = made_from.of_item(item, round_, of_round, basis.as_of, found)
        items.append(replace(assessed, made_from=source))
    return tuple(items)


def _faults_of_items(faults: list[Finding], round_: Round) -> Mapping[str | None, list[Finding]]:
    """The faults of each item's own files; those of policy files change no item's status."""
    found: defaultdict[str | None, list[Finding]] = defaultdict(list)
    for finding in faults:
        if finding.fiscal_year == round_.fiscal_year and finding.kind is not Kind.POLICY:
            found[finding.item].append(finding)
    return found


def _filing_items(
    round_: Round,
    basis: AssessmentBasis,
    items: tuple[ItemAssessment, ...],
    faults: list[Finding],
    of_round: str,
) -> tuple[ItemAssessment, ...] | None:
    """The items as on the assessor's cut-off (`filing`), once that day has come."""
    filing = round_.policy.filing
    if filing is None or filing > basis.as_of:
        return None
    if filing == basis.as_of:
        return items
    return _assess_items(round_, replace(basis, as_of=filing), faults, of_round)


def _outcome(round_: Round, items: tuple[ItemAssessment, ...]) -> Outcome:
    scores = {item.id: item.score for item in items}
    return outcome_of(round_.mandate, scores, question_scores(round_.previous_results))


def _lasting_findings(round_: Round, site: Site, today: Today) -> Iterator[Finding]:
    """Findings that stay whatever the assessed date; only dates in the future need today."""
    yield from policy.check_round(round_, site)
    yield from policy.check_measures(round_, site)
    if not _is_history(round_, site, today.day):
        yield from deadlines.check_deadlines(round_)
        yield from _disclosed_findings(round_, site)
    yield from waivers.check_waivers(round_)
    yield from recording.check_witness(round_, site)
    yield from withdrawals.check_withdrawals(round_, date.max if today.is_set else today.day)
    # A set day repeats a build of the past, when the office may not have begun.
    yield from deadlines.check_adopted(round_, date.max if today.is_set else today.day)
    yield from records.check_presence(round_, site.division_ids())
    for item in round_.mandate.items:
        if bundle := round_.bundles.get(item.item):
            yield from evidence.check_unlisted(bundle)
            for unit in bundle.units:
                yield from _unit_findings(unit, item, bundle, site)
                # A set day repeats a build of the past, whose records may name later days.
                if not today.is_set:
                    yield from timing.check_future(unit, today.day)


def _disclosed_findings(round_: Round, site: Site) -> Iterator[Finding]:
    """What was disclosed twice, too early, or for another period than it names."""
    office = site.policy.office.name_th if site.policy else None
    earlier = [as_meant(other) for other in site.rounds if other.fiscal_year < round_.fiscal_year]
    for item in round_.mandate.items:
        yield from repetition.check_repetition(item, round_, earlier)
        yield from figures.check_figures(item, round_, earlier)
        if bundle := round_.bundles.get(item.item):
            for unit in bundle.units:
                yield from summaries.check_summaries(unit, item, round_.policy.calendar)
                yield from named_otherwise.check_named(unit, item, bundle, office)


def _is_history(round_: Round, site: Site, today: date) -> bool:
    """Whether a round has closed, and a newer one has opened: its policy is not rewritten."""
    opens = round_.policy.opens
    is_followed = any(opens < other.policy.opens <= today for other in site.rounds)
    return is_followed and today > round_.policy.closes


def _unit_findings(unit: Unit, item: MandateItem, bundle: Bundle, site: Site) -> Iterator[Finding]:
    accepted = site.policy.accepted_types if site.policy else ()
    yield from records.check_unit(unit, item, site)
    yield from records.check_posts(unit)
    yield from timing.check_frequency(unit, item)
    yield from evidence.check_unit_evidence(unit, item, bundle, accepted)
    yield from files.check_files(unit, item, bundle, site)
    if site.is_in_production:
        yield from evidence.check_samples(unit)
    yield from records.check_text(unit, bundle)
