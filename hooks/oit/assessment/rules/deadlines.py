"""A round asks for what it can judge: its periods, its closing day, the day an office began.

Deadlines follow from the policy files (design: "Time"), so faults in them are faults of policy.
"""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from oit.assessment.cells import deadline_of, owed_periods
from oit.assessment.rules.located import finding_at
from oit.findings import FieldPath, Finding, Kind, Place
from oit.model.mandate import MandateItem, Requirement
from oit.periods import Period, fiscal_periods
from oit.records.site import Round


class _Owed(Struct, frozen=True):
    """What a round has to stay open for, and the day."""

    due_on: date
    item: MandateItem
    requirement: Requirement
    period: Period | None


def check_deadlines(round_: Round) -> Iterator[Finding]:
    """Requirements that ask for no period, or too few, and a round that closes too early."""
    for index, item in enumerate(round_.mandate.items):
        for number, requirement in enumerate(item.requirements):
            path = ("items", index, "requirements", number, "periods")
            yield from _check_periods(requirement, item, path, round_)
    yield from _check_closing(round_)


def check_adopted(round_: Round, today: date) -> Iterator[Finding]:
    """An office begins within its round, and not in the future."""
    policy = round_.policy
    last = min(today, policy.closes)
    if policy.adopted and not policy.opens <= policy.adopted <= last:
        yield _round_finding(
            round_,
            "adopted-outside",
            "adopted",
            found=policy.adopted,
            first=policy.opens,
            last=last,
        )


def _check_periods(
    requirement: Requirement, item: MandateItem, path: FieldPath, round_: Round
) -> Iterator[Finding]:
    file, policy = f"{round_.folder}/mandate.yml", round_.policy
    place = Place(file, Kind.POLICY, round_.fiscal_year, item.item)
    document, word = round_.mandate_document, requirement.asked.word
    params: dict[str, object] = {"requirement": requirement.id}
    if word and not requirement.periods:
        first = fiscal_periods(policy.fiscal_year, word)[0]
        params |= {"found": word.value, "expected": policy.unmoved_deadline(first)}
        yield finding_at(place, document, "periods-none", path, **params)
    elif not word and (longer := policy.word_beyond(requirement.periods)):
        params |= {"found": max(requirement.periods), "expected": longer.value}
        yield finding_at(place.of(Kind.NOTICE), document, "periods-short", path, **params)


def _check_closing(round_: Round) -> Iterator[Finding]:
    """The round closes before something is due, which nobody would then be asked for."""
    policy = round_.policy
    last = max(_owed(round_), key=lambda owed: owed.due_on, default=None)
    if not last or last.due_on <= policy.closes:
        return
    is_listed = not last.requirement.asked.word
    word = policy.word_for(last.requirement.periods) if is_listed else None
    yield _round_finding(
        round_,
        "closes-early",
        "closes",
        last.item.item,
        found=policy.closes,
        expected=last.due_on,
        requirement=last.requirement.id,
        period=last.period,
        likely=word.value if word else None,
    )


def _owed(round_: Round) -> Iterator[_Owed]:
    policy = round_.policy
    for item in round_.mandate.items:
        first = fiscal_periods(policy.fiscal_year, item.frequency)[0]
        # What is owed once is due with the item's first period, which may end after the round.
        is_asked_once = policy.unmoved_deadline(first) <= policy.closes
        for requirement in item.requirements:
            for period in owed_periods(requirement):
                if period or requirement.due or is_asked_once:
                    due_on = deadline_of(item, requirement, period, policy)
                    yield _Owed(due_on, item, requirement, period)


def _round_finding(
    round_: Round, rule: str, field: str, item: str | None = None, **params: object
) -> Finding:
    place = Place(f"{round_.folder}/round.yml", Kind.POLICY, round_.fiscal_year, item)
    return finding_at(place, round_.policy_document, rule, (field,), **params)
