"""Calendars as files, in the format iCalendar (RFC 5545): `feeds/calendars.py` says of what.

A module of its own, as the library behind it is slow to load: most builds have the same deadlines
as the one before.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import TypeAlias

from icalendar import Alarm, Calendar, Event, Timezone, TimezoneStandard

from oit.catalog import Language, say
from oit.contract.addresses import absolute, calendar_path, due_path
from oit.escaping import one_line
from oit.model.office import Division
from oit.outputs.feeds.atom import titled
from oit.outputs.publication import Publication, lasting_id
from oit.reporting.due import Duty
from oit.wording.due_text import duty_words

_DAY = timedelta(days=1)
_BANGKOK_OFFSET = timedelta(hours=7)
_ALARM = timedelta(days=-7, hours=9)
"""From the start of the day: seven days before the deadline, at nine in the morning."""
_TITLE_ITEMS = 8
"""Items that an event's title names; its description names all."""

Deadline: TypeAlias = tuple[date, int, str]
"""What the duties of one event share: day, fiscal year and division."""


def calendar_files(
    due_together: Iterable[tuple[Deadline, list[Duty]]], as_of: date, publication: Publication
) -> dict[str, bytes]:
    """The calendar of the whole office and those of its divisions, by path.

    Events come in the order of what is due together; `as_of` is the day that they speak of.
    """
    events = [
        (deadline[-1], _event(due, deadline, as_of, publication)) for deadline, due in due_together
    ]
    return {
        calendar_path(): _calendar(events, publication),
        **{
            calendar_path(division.id): _calendar(
                [(owner, event) for owner, event in events if owner == division.id],
                publication,
                division,
            )
            for division in publication.divisions
        },
    }


def _calendar(
    events: Iterable[tuple[str, Event]],
    publication: Publication,
    division: Division | None = None,
) -> bytes:
    calendar_ = _frame(publication, division)
    for _, event in events:
        calendar_.add_component(event)
    return bytes(calendar_.to_ical())


def _frame(publication: Publication, division: Division | None) -> Calendar:
    """A calendar with its own properties and its time zone, and no event."""
    owner = division.name_th if division else publication.policy.office.name_th
    name = titled(say("feeds.calendar", Language.TH, owner=owner), publication)
    calendar_ = Calendar()
    calendar_.add("prodid", "-//oit//due//TH")
    calendar_.add("version", "2.0")
    calendar_.add("calscale", "GREGORIAN")
    # Name and interval twice: by RFC 7986, and as programs older than it read them.
    calendar_.add("name", one_line(name))
    calendar_.add("x-wr-calname", one_line(name))
    calendar_.add("x-wr-timezone", "Asia/Bangkok")
    calendar_.add("refresh-interval", _DAY, parameters={"VALUE": "DURATION"})
    calendar_.add("x-published-ttl", "P1D")
    calendar_.add_component(_time_zone())
    return calendar_


def _time_zone() -> Timezone:
    """Thailand keeps one offset all year; 1970 stands for "always"."""
    standard = TimezoneStandard()
    standard.add("dtstart", datetime(1970, 1, 1))  # noqa: DTZ001 -- local, as the format asks
    standard.add("tzoffsetfrom", _BANGKOK_OFFSET)
    standard.add("tzoffsetto", _BANGKOK_OFFSET)
    zone = Timezone()
    zone.add("tzid", "Asia/Bangkok")
    zone.add_component(standard)
    return zone


def _event(due: list[Duty], deadline: Deadline, as_of: date, publication: Publication) -> Event:
    """An all-day event that leaves the day free in the calendar, with one alarm."""
    day, year, owner = deadline
    division = publication.vocabulary.division(owner, Language.TH)
    summary = one_line(
        say(
            "feeds.event",
            Language.TH,
            heading=_heading(due, as_of),
            items=_items(due),
            division=division,
        )
    )
    link = absolute(publication.site_url, f"{due_path(year)}#due-{day}")
    event = Event()
    event.add("uid", str(lasting_id(publication, "due", year, owner, day)))
    # Of the assessed day, not of the clock: the same records give the same bytes.
    event.add("dtstamp", datetime(as_of.year, as_of.month, as_of.day, tzinfo=UTC))
    event.add("dtstart", day)
    event.add("dtend", day + _DAY)
    event.add("summary", summary)
    event.add(
        "description", "\n".join([*map(_line, due), say("feeds.see", Language.TH, address=link)])
    )
    event.add("transp", "TRANSPARENT")
    # The same – free, and all day – in Outlook's own properties.
    event.add("x-microsoft-cdo-busystatus", "FREE")
    event.add("x-microsoft-cdo-alldayevent", "TRUE")
    if publication.site_url:
        event.add("url", link)
    event.add_component(_alarm(summary))
    return event


def _alarm(summary: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary)
    alarm.add("trigger", _ALARM)
    return alarm


def _heading(due: Iterable[Duty], as_of: date) -> str:
    late = any(duty.due_on < as_of and not duty.waived_until for duty in due)
    return say("feeds.overdue", Language.TH) if late else say("feeds.due", Language.TH)


def _items(due: Iterable[Duty]) -> str:
    """`O3 O10`, and how many more there are."""
    items = list(dict.fromkeys(duty.item.id for duty in due))
    rest = len(items) - _TITLE_ITEMS
    shown = " ".join(items[:_TITLE_ITEMS])
    return say("feeds.more", Language.TH, items=shown, count=rest) if rest > 0 else shown


def _line(duty: Duty) -> str:
    until, words = duty.waived_until, duty_words(duty, Language.TH)
    item = duty.item.mandated
    return one_line(
        say(
            "feeds.duty",
            Language.TH,
            item=item.item,
            title=item.title_th,
            duty=say("letters.waived", Language.TH, duty=words, until=until) if until else words,
        )
    )
