"""The calendars: whether their days are those of index and rules, and each division has its own."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import islice

from icalendar import Calendar

from oit.audit.verify.values import (
    ABSENT,
    MOST_REPORTED,
    Discrepancy,
    documents_differ,
    schema_differs,
)
from oit.contract.addresses import calendar_path
from oit.contract.identifiers import lasting_uuid
from oit.contract.index import Index, RoundEntry
from oit.contract.policy import PolicyDocument

Days = Mapping[str, date]
"""The days of the events of a calendar, by their UIDs."""


def check_calendars(
    calendars: Mapping[str, bytes], index: Index, policies: Mapping[int, PolicyDocument]
) -> Iterator[Discrepancy]:
    """Deadlines that neither index nor rules have, and those that a calendar lacks.

    `calendars` are the office's and the divisions', by path.
    """
    read: dict[str, Days] = {}
    for path, data in calendars.items():
        try:
            read[path] = _days(data)
        except (ValueError, KeyError, IndexError) as error:
            yield schema_differs(path, "/", str(error)[:100])
    if (whole := read.get(calendar_path())) is not None:
        yield from _of_office(set(whole.values()), index, policies)
        yield from islice(_of_divisions(read, whole, index), MOST_REPORTED)


def _days(data: bytes) -> Days:
    events = Calendar.from_ical(data).walk("VEVENT")
    return {str(event["uid"]): event.decoded("dtstart") for event in events}


def _of_office(
    found: set[date], index: Index, policies: Mapping[int, PolicyDocument]
) -> Iterator[Discrepancy]:
    path = calendar_path()
    needed = {day for round_ in _open(index) for day, _ in _owed(round_)}
    for day in sorted(needed - found):
        yield documents_differ(path, "", day.isoformat(), day.isoformat(), ABSENT)
    if all(round_.fiscal_year in policies for round_ in index.rounds):
        for day in sorted(found - needed - _deadlines(policies), key=str):
            yield documents_differ(path, "", str(day), ABSENT, str(day))


def _of_divisions(
    calendars: Mapping[str, Days], whole: Days, index: Index
) -> Iterator[Discrepancy]:
    """Each event of the office stands in the calendar of the division that it is about."""
    of_divisions: set[tuple[str, date]] = set()
    for division in index.divisions:
        path = calendar_path(division.id)
        if path not in calendars:  # not published by earlier versions, or told by itself
            return
        of_divisions |= calendars[path].items()
        yield from _of_division(path, calendars[path], division.id, index)
    for name, day in sorted(whole.items() ^ of_divisions):
        there = (name, day) in whole.items()
        expected, found = (ABSENT, str(day)) if there else (str(day), ABSENT)
        yield documents_differ(calendar_path(), "", name, expected, found)


def _of_division(path: str, days: Days, division: str, index: Index) -> Iterator[Discrepancy]:
    for round_ in _open(index):
        for day in sorted({day for day, owner in _owed(round_) if owner == division}):
            if _uid(index, round_, division, day) not in days:
                yield documents_differ(path, "", day.isoformat(), day.isoformat(), ABSENT)
    for name, day in days.items():
        if name not in {_uid(index, round_, division, day) for round_ in index.rounds}:
            yield documents_differ(path, "", name, ABSENT, str(day))


def _uid(index: Index, round_: RoundEntry, division: str, day: date) -> str:
    return str(lasting_uuid(index.office.id, "due", round_.fiscal_year, division, day))


def _open(index: Index) -> Iterator[RoundEntry]:
    return (round_ for round_ in index.rounds if round_.state == "open")


def _owed(round_: RoundEntry) -> Iterator[tuple[date, str]]:
    """Deadlines of what is still to be filled, with the divisions that owe it."""
    for item in round_.items:
        for _, cell in item.requirement_cells():
            if not cell.evidence:
                yield cell.due_on, cell.division or item.owner


def _deadlines(policies: Mapping[int, PolicyDocument]) -> set[date]:
    """Every deadline of every period, and of every cell."""
    rules = [policy.rules for policy in policies.values()]
    of_cells = {
        owed.due_on
        for rule in rules
        for item in rule.items
        for requirement in item.requirements
        for owed in requirement.owed
    }
    return of_cells | {period.deadline for rule in rules for period in rule.periods}
