"""The feed and the calendar: whether their days and addresses are those of the index."""

from collections.abc import Iterator
from datetime import date
from itertools import islice

from icalendar import Calendar

from oit.audit.verify.targets import evidence_of
from oit.audit.verify.values import MOST_REPORTED, Discrepancy, subject_of
from oit.contract.addresses import ATOM_PATH, calendar_path
from oit.contract.index import Index, RoundEntry
from oit.contract.policy import PolicyDocument
from oit.evidence.faults import CannotReadError
from oit.evidence.xml import Element, parse

_ATOM = "{http://www.w3.org/2005/Atom}"
_TO_ROOT = "../" * ATOM_PATH.count("/")
_ABSENT = "–"


def check_feed(data: bytes, index: Index) -> Iterator[Discrepancy]:
    """Entries of another day than the index says, or that lead where it does not."""
    try:
        feed = parse(data)
    except CannotReadError as error:
        params = {"place": "/", "found": str(error)}
        yield Discrepancy(check="schema-differs", path=ATOM_PATH, params=params)
        return
    author = feed.findtext(f"{_ATOM}author/{_ATOM}name") or _ABSENT
    if author != index.office.name.th:
        yield _differs(ATOM_PATH, "", "author", index.office.name.th, author)
    yield from islice(_entries(feed, index), MOST_REPORTED)


def _entries(feed: Element, index: Index) -> Iterator[Discrepancy]:
    days = _days(index)
    for entry in feed.iter(f"{_ATOM}entry"):
        address = _address(entry)
        published = (entry.findtext(f"{_ATOM}published") or _ABSENT)[:10]
        if address in days:
            subject, expected = days[address]
            if published not in expected:
                told = ", ".join(sorted(expected))
                yield _differs(ATOM_PATH, subject, address, told, published)
        elif "://" in address and not address.startswith(index.site_url or "\0"):
            yield _differs(ATOM_PATH, "", "link", _ABSENT, address)


def _address(entry: Element) -> str:
    """Where an entry leads, as the index names it: relative to the root, or absolute."""
    links = entry.findall(f"{_ATOM}link")
    alternate = (link for link in links if link.get("rel", "alternate") == "alternate")
    address = next((link.get("href") or "" for link in alternate), "")
    return address.removeprefix(_TO_ROOT)


def _days(index: Index) -> dict[str, tuple[str, set[str]]]:
    """The days on which what stands at an address was published, with the item that names it."""
    days: dict[str, tuple[str, set[str]]] = {}
    for round_, item in index.round_items():
        subject = subject_of(round_.fiscal_year, item.item)
        for entry in evidence_of(item):
            if entry.url:
                days.setdefault(entry.url, (subject, set()))[1].add(entry.published.isoformat())
    return days


def check_calendar(
    data: bytes, index: Index, policies: dict[int, PolicyDocument]
) -> Iterator[Discrepancy]:
    """Deadlines that neither index nor rules have, and those that the calendar lacks."""
    path = calendar_path()
    try:
        events = Calendar.from_ical(data).walk("VEVENT")
        found = {event.decoded("dtstart") for event in events}
    except (ValueError, KeyError, IndexError) as error:
        params = {"place": "/", "found": str(error)[:100]}
        yield Discrepancy(check="schema-differs", path=path, params=params)
        return
    opened = [round_ for round_ in index.rounds if round_.state == "open"]
    needed = {day for round_ in opened for day in _owed(round_)}
    for day in sorted(needed - found):
        yield _differs(path, "", day.isoformat(), day.isoformat(), _ABSENT)
    if all(round_.fiscal_year in policies for round_ in index.rounds):
        for day in sorted(found - needed - _deadlines(policies), key=str):
            yield _differs(path, "", str(day), _ABSENT, str(day))


def _owed(round_: RoundEntry) -> Iterator[date]:
    """Deadlines of what is still to be filled, or to be confirmed next."""
    for item in round_.items:
        for _, cell in item.requirement_cells():
            if not cell.evidence:
                yield cell.due_on


def _deadlines(policies: dict[int, PolicyDocument]) -> set[date]:
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


def _differs(path: str, subject: str, place: str, expected: str, found: str) -> Discrepancy:
    params = {"place": place, "expected": expected, "found": found}
    return Discrepancy(check="documents-differ", path=path, subject=subject, params=params)
