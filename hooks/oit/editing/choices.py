"""What a person may choose from, by number, by id or by its Thai name, and what they meant."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from oit.model.mandate import Mandate, MandateItem, Requirement
from oit.periods import Period
from oit.records.site import Bundle, Unit
from oit.wording.terms import Language, thai_period
from oit.wording.vocabulary import Vocabulary

RECORD = "record"
"""The choice that means the record itself, beside the parts of divisions."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several: what the program calls it, and what people do."""

    id: str
    label: str


def pick(answer: str, choices: Sequence[Choice]) -> Choice | None:
    """The choice that an answer names, `None` where it names none."""
    meant = _plain(answer).removeprefix("เดือน")
    for one in choices:
        if meant in {_plain(one.id), _plain(one.label)}:
            return one
    place = int(meant) if meant.isdecimal() and len(meant) < 4 else 0
    return choices[place - 1] if 0 < place <= len(choices) else None


def listing(choices: Sequence[Choice]) -> str:
    """The choices below each other, numbered from one."""
    return "\n".join(
        f"  {number:>2}. {one.label} ({one.id})" for number, one in enumerate(choices, start=1)
    )


def item_choices(mandate: Mandate) -> list[Choice]:
    """The items of a round by number and title."""
    return [Choice(one.item, one.title_th) for one in mandate.items]


def requirement_choices(requirements: Iterable[Requirement]) -> list[Choice]:
    """Requirements by their labels."""
    return [Choice(one.id, one.label_th) for one in requirements]


def period_choices(periods: Iterable[Period]) -> list[Choice]:
    """Periods as they are spoken of: มีนาคม 2568."""
    return [Choice(str(one), thai_period(one).removeprefix("เดือน")) for one in periods]


def unit_choices(bundle: Bundle, item: MandateItem, vocabulary: Vocabulary) -> list[Choice]:
    """The record and the parts of an item."""
    lead = vocabulary.division(item.lead, Language.TH)
    main = [Choice(RECORD, f"ข้อมูลรายการหลัก โดย{lead}")] if bundle.record() else []
    parts = [unit.division for unit in bundle.units if unit.division]
    return [*main, *(Choice(one, vocabulary.division(one, Language.TH)) for one in sorted(parts))]


def unit_of(bundle: Bundle, choice: Choice) -> Unit | None:
    """The record or part that was chosen."""
    return bundle.record() if choice.id == RECORD else bundle.part(choice.id)


def with_period(requirements: Iterable[Requirement], period: str) -> list[Requirement]:
    """The requirements that owe a period, by its id or its Thai name."""
    return [one for one in requirements if pick_period(period, one)]


def pick_period(answer: str, requirement: Requirement) -> Period | None:
    """The period of a requirement that an answer names; never by its place in a list."""
    if not answer.strip() or _plain(answer).isdecimal():
        return None
    chosen = pick(answer, period_choices(requirement.periods))
    return next((one for one in requirement.periods if chosen and str(one) == chosen.id), None)


def _plain(text: str) -> str:
    """Without what does not tell answers apart: case, blanks, Thai digits."""
    western = "".join(
        str(unicodedata.decimal(one)) if one.isdecimal() else one for one in text.casefold()
    )
    return "".join(western.split())
