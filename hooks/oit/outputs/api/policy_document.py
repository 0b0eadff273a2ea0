"""The rules of a round as `policy.json`: each function fills one class of the contract."""

from collections.abc import Iterable, Iterator

from oit.assessment.cells import owed_cells
from oit.assessment.result import RoundAssessment
from oit.assessment.rules_in_force import (
    RoundRules,
    RulesInForce,
    earlier_rules,
    in_force_since,
    rules_of,
)
from oit.assessment.scoring import QuestionScore, question_scores
from oit.contract import policy as contract
from oit.contract.base import Name
from oit.contract.index import DivisionName
from oit.model.mandate import Indicator, Level, MandateItem, Requirement
from oit.model.round import RoundPolicy
from oit.model.waivers import Waiver
from oit.outputs.api.score_entries import policy_notes
from oit.outputs.publication import Publication, office
from oit.periods import Frequency, Period, fiscal_periods


def policy_document(round_: RoundAssessment, publication: Publication) -> contract.PolicyDocument:
    """The rules in force on the assessed day, and as far as the history tells, those before."""
    earlier = earlier_rules(round_.contents, publication.assessment.today.day)
    scores = _scores(round_)
    return contract.PolicyDocument(
        office=office(publication),
        mode=publication.policy.mode,
        scheme=round_.policy.scheme,
        fiscal_year=round_.fiscal_year,
        as_of=round_.as_of,
        since=in_force_since(round_.contents, earlier),
        divisions=[
            DivisionName(id=division.id, name=Name(th=division.name_th, en=division.name_en))
            for division in publication.divisions
        ],
        rules=_rules(rules_of(round_.contents), scores),
        earlier=[_earlier(rules, scores) for rules in earlier],
        notes=policy_notes(round_),
    )


def _earlier(earlier: RulesInForce, scores: tuple[QuestionScore, ...]) -> contract.EarlierRules:
    """Rules of the past, without what people wrote in them: nobody looks at that again."""
    rules = _rules(earlier.rules, scores) if earlier.rules else None
    if rules:
        waivers = [waiver.model_copy(update={"reason": None}) for waiver in rules.waivers]
        rules = rules.model_copy(update={"waivers": waivers})
    return contract.EarlierRules(since=earlier.since, until=earlier.until, rules=rules)


def _scores(round_: RoundAssessment) -> tuple[QuestionScore, ...]:
    """The assessed scores of an earlier year, which the round discloses itself."""
    previous = round_.contents.previous_results
    return question_scores(previous) if previous else ()


def _rules(rules: RoundRules, scores: tuple[QuestionScore, ...]) -> contract.Rules:
    """Rules with all that is derived from them: periods, deadlines, cells.

    `scores` are those that stand in for IIT and EIT; empty where none are known.
    """
    policy = rules.policy
    return contract.Rules(
        opens=policy.opens,
        closes=policy.closes,
        filing=policy.filing,
        adopted=policy.adopted,
        adoption_days=policy.adoption_days,
        witness=policy.witness,
        recording_days=policy.recording_days,
        days_after_period=policy.days_after_period,
        warning_days=contract.WarningDaysRule(**policy.warning_days.model_dump()),
        holidays=[
            contract.HolidayEntry(date=holiday.on, name_th=holiday.name_th)
            for holiday in policy.holidays
        ],
        periods=list(_periods(policy)),
        items=[_item_rule(item, policy) for item in rules.mandate.items],
        scoring=_scoring(rules, scores),
        waivers=[_waiver_rule(waiver) for waiver in rules.waivers],
    )


def _periods(policy: RoundPolicy) -> Iterator[contract.PeriodEntry]:
    """Every month, quarter, half and the year, with its deadline."""
    calendar = policy.calendar
    for frequency in Frequency:
        for period in fiscal_periods(policy.fiscal_year, frequency):
            yield contract.PeriodEntry(
                period=str(period),
                frequency=frequency.value,
                start=period.start,
                end=period.end,
                deadline=calendar.deadline(period),
            )


def _item_rule(item: MandateItem, policy: RoundPolicy) -> contract.ItemRule:
    return contract.ItemRule(
        item=item.item,
        topic=item.topic,
        title=Name(th=item.title_th, en=item.title_en),
        indicator=item.indicator,
        lead=item.lead,
        owners=list(item.owners),
        frequency=item.frequency.value,
        requirements=[_requirement_rule(each, item, policy) for each in item.requirements],
    )


def _requirement_rule(
    requirement: Requirement, item: MandateItem, policy: RoundPolicy
) -> contract.RequirementRule:
    return contract.RequirementRule(
        id=requirement.id,
        label=Name(th=requirement.label_th, en=requirement.label_en),
        by_division=requirement.by_division,
        may_be_none=requirement.may_be_none,
        due=requirement.due,
        tables=list(requirement.tables),
        owed=[
            contract.OwedEntry(
                period=_text_of(owed.period), division=owed.division, due_on=owed.due_on
            )
            for owed in owed_cells(requirement, item, policy)
        ],
    )


def _text_of(period: Period | None) -> str | None:
    return str(period) if period else None


def _scoring(rules: RoundRules, scores: tuple[QuestionScore, ...]) -> contract.ScoringRules:
    mandate, named = rules.mandate, rules.policy.previous_results
    return contract.ScoringRules(
        weights={tool: str(weight) for tool, weight in mandate.scoring.weights.items()},
        levels=[_level(level) for level in mandate.scoring.levels],
        indicators=[_indicator(indicator) for indicator in mandate.indicators],
        perception=_perception(named.fiscal_year, scores) if named and scores else None,
    )


def _level(level: Level) -> contract.LevelRule:
    return contract.LevelRule(
        id=level.id,
        name=Name(th=level.name_th, en=level.name_en),
        at_least=str(level.at_least),
        each_tool=None if level.each_tool is None else str(level.each_tool),
    )


def _indicator(indicator: Indicator) -> contract.IndicatorRule:
    name = Name(th=indicator.name_th, en=indicator.name_en)
    return contract.IndicatorRule(id=indicator.id, name=name)


def _perception(year: int, scores: Iterable[QuestionScore]) -> contract.PerceptionRule:
    questions = [
        contract.QuestionScoreEntry(tool=score.tool, score=str(score.score)) for score in scores
    ]
    return contract.PerceptionRule(fiscal_year=year, questions=questions)


def _waiver_rule(waiver: Waiver) -> contract.WaiverRule:
    return contract.WaiverRule(
        item=waiver.item,
        requirement=waiver.requirement,
        period=_text_of(waiver.period),
        division=waiver.division,
        reason=waiver.reason,
        approved_by=waiver.approved_by,
        approved_on=waiver.approved_on,
        until=waiver.until,
    )
