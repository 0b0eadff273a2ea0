"""The rules of `policy.json`: whether they agree with themselves, and with the index."""

from collections.abc import Iterator, Mapping

from oit.assessment.result import ItemAssessment
from oit.audit.verify.computed.check_items import place_of_cell
from oit.audit.verify.computed.differences import Comparison, Depth, Difference, Place
from oit.audit.verify.computed.judged import PublishedRound
from oit.contract.addresses import INDEX_PATH, policy_path
from oit.contract.policy import ItemRule, OwedEntry, PeriodEntry
from oit.periods import Frequency, fiscal_periods

_DAYS = ("opens", "closes", "filing", "adopted", "witness")
"""Fields that a round of the index has of its rules."""


def check_rules(
    round_: PublishedRound, items: Mapping[str, ItemAssessment]
) -> Iterator[Difference]:
    """Where deadlines do not follow from the days, or the index has other rules."""
    yield from _check_index(round_)
    yield from _check_periods(round_)
    for rule in round_.policy.rules.items:
        yield from _check_owed(rule, items[rule.item], round_)


def _check_index(round_: PublishedRound) -> Iterator[Difference]:
    entry, rules = round_.entry, round_.policy.rules
    compare = Comparison(INDEX_PATH, entry.fiscal_year, "rule-differs", Depth.RULES)
    fields = {name: (getattr(entry, name), getattr(rules, name)) for name in _DAYS}
    yield from compare.of(
        Place(),
        scheme=(entry.scheme, round_.policy.scheme),
        as_of=(entry.as_of, round_.policy.as_of),
        **fields,
    )
    yield from compare.entries(
        [Place(item.item) for item in entry.items], [Place(item.item) for item in rules.items]
    )


def _check_periods(round_: PublishedRound) -> Iterator[Difference]:
    year = round_.policy.fiscal_year
    compare = Comparison(policy_path(year), year, "rule-differs", Depth.PERIOD)
    found = {_place_of(entry): entry for entry in round_.policy.rules.periods}
    expected = {_place_of(entry): entry for entry in _periods(round_)}
    yield from compare.entries(found, expected)
    for place, entry in found.items():
        if right := expected.get(place):
            yield from compare.of(
                place,
                frequency=(entry.frequency, right.frequency),
                start=(entry.start, right.start),
                end=(entry.end, right.end),
                deadline=(entry.deadline, right.deadline),
            )


def _place_of(entry: PeriodEntry) -> Place:
    return Place(period=entry.period)


def _periods(round_: PublishedRound) -> Iterator[PeriodEntry]:
    """Every period of the year with its one deadline."""
    for frequency in Frequency:
        for period in fiscal_periods(round_.policy.fiscal_year, frequency):
            yield PeriodEntry(
                period=str(period),
                frequency=frequency.value,
                start=period.start,
                end=period.end,
                deadline=round_.basis.calendar.deadline(period),
            )


def _check_owed(
    rule: ItemRule, item: ItemAssessment, round_: PublishedRound
) -> Iterator[Difference]:
    year = round_.policy.fiscal_year
    compare = Comparison(policy_path(year), year, "rule-differs", Depth.OWED)
    found = {
        _owed_place(rule.item, requirement.id, entry): entry.due_on
        for requirement in rule.requirements
        for entry in requirement.owed
    }
    expected = {place_of_cell(item, cell): cell.due_on for cell in item.cells}
    yield from compare.entries(found, expected)
    for place, due_on in found.items():
        yield from compare.of(place, due_on=(due_on, expected.get(place, due_on)))


def _owed_place(item: str, requirement: str, entry: OwedEntry) -> Place:
    return Place(item, requirement, entry.period, entry.division or "")
