"""`policy.json` as the engine's own values: what a round is judged by."""

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct
from pydantic import TypeAdapter

from oit.assessment.scoring import QuestionScore
from oit.contract import policy as contract
from oit.contract.base import ContractModel
from oit.model.mandate import Indicator, Level, Mandate, MandateItem, Requirement, Scoring
from oit.model.round import RoundPolicy
from oit.model.waivers import Waiver
from oit.periods import AskedPeriods, Frequency, Period, parse_period

_QUESTIONS = TypeAdapter(tuple[QuestionScore, ...])


class JudgedBy(Struct, frozen=True):
    """What a round is judged by."""

    policy: RoundPolicy
    mandate: Mandate
    waivers: tuple[Waiver, ...]
    questions: tuple[QuestionScore, ...]
    """An earlier year's scores, which stand in for IIT and EIT."""


def judged_by(document: contract.PolicyDocument) -> JudgedBy:
    """The rules in force on the document's day.

    Raises `ValidationError` or `ValueError` for values that no policy file may have.
    """
    rules = document.rules
    of_round = {"fiscal_year": document.fiscal_year, "scheme": document.scheme}
    perception = rules.scoring.perception
    questions = perception.questions if perception else ()
    return JudgedBy(
        policy=_round_policy(rules, of_round),
        mandate=_mandate(rules, of_round),
        waivers=tuple(
            Waiver.model_validate({"reason": _UNTOLD, **_given(waiver)}) for waiver in rules.waivers
        ),
        questions=_QUESTIONS.validate_python(
            [{"tool": question.tool, "score": question.score} for question in questions]
        ),
    )


def _given(entry: ContractModel) -> dict[str, Any]:
    """Its fields that have a value: what a policy file leaves out is null here."""
    given: dict[str, Any] = entry.model_dump(exclude_none=True)
    return given


def _round_policy(rules: contract.Rules, of_round: Mapping[str, object]) -> RoundPolicy:
    names = RoundPolicy.model_fields.keys() & contract.Rules.model_fields.keys()
    return RoundPolicy.model_validate({**_given_of(rules, names), **of_round})


def _given_of(rules: contract.Rules, names: Iterable[str]) -> dict[str, Any]:
    given: dict[str, Any] = rules.model_dump(include=set(names), exclude_none=True)
    return given


def _mandate(rules: contract.Rules, of_round: Mapping[str, object]) -> Mandate:
    return Mandate.model_validate(
        {
            **of_round,
            "source_th": _UNTOLD,
            "source_en": _UNTOLD,
            "item_count": len(rules.items),
            "scoring": _scoring(rules.scoring),
            "indicators": [
                Indicator(id=entry.id, name_th=entry.name.th, name_en=entry.name.en)
                for entry in rules.scoring.indicators
            ],
            "items": [_item(item) for item in rules.items],
        }
    )


_UNTOLD = "-"
"""For texts that `policy.json` does not have, and that judge nothing."""


def _scoring(rules: contract.ScoringRules) -> Scoring:
    levels = [
        Level.model_validate(
            {
                **_given(level.model_copy(update={"name": None})),
                "name_th": level.name.th,
                "name_en": level.name.en,
            }
        )
        for level in rules.levels
    ]
    return Scoring.model_validate({"weights": rules.weights, "levels": levels})


def _item(item: contract.ItemRule) -> MandateItem:
    return MandateItem.model_validate(
        {
            "item": item.item,
            "topic": item.topic,
            "title_th": item.title.th,
            "title_en": item.title.en,
            "about_th": _UNTOLD,
            "about_en": _UNTOLD,
            "indicator": item.indicator,
            "lead": item.lead,
            "owners": item.owners,
            "frequency": Frequency(item.frequency),
            "requirements": [_requirement(rule, item) for rule in item.requirements],
        }
    )


def _requirement(rule: contract.RequirementRule, item: contract.ItemRule) -> Requirement:
    own = {"due": rule.due} if rule.due else {}
    return Requirement.model_validate(
        {
            "id": rule.id,
            "label_th": rule.label.th,
            "label_en": rule.label.en,
            "periods": _asked(rule, item),
            "by_division": rule.by_division,
            "may_be_none": rule.may_be_none,
            "tables": rule.tables,
            **own,
        }
    )


def _asked(rule: contract.RequirementRule, item: contract.ItemRule) -> AskedPeriods:
    """Each period once, as listed; a requirement that owes no cell asks for none of its periods."""
    if not rule.owed:
        return AskedPeriods(word=Frequency(item.frequency))
    named = dict.fromkeys(entry.period for entry in rule.owed)
    return AskedPeriods(tuple(parse_period(period) for period in named if period))


def period_of(text: str | None) -> Period | None:
    """The period of a published id; `None` for none. Raises `ValueError` for anything else."""
    return parse_period(text) if text else None
