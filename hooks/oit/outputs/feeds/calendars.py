"""`feeds/due.ics` and `feeds/due-<division>.ics`: deadlines as iCalendar (RFC 5545).

All that a division owes on a day is one event, so that a telephone rings once. Its UID is made of
the round, the division and the day, so a subscriber's calendar updates it in place. What is done
leaves the event, and an event with nothing left to do leaves the calendar.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from itertools import groupby

from icalendar import Alarm, Calendar, Event, Timezone, TimezoneStandard

from oit.assessment.result import Assessment
from oit.catalog import Language, say
from oit.contract.addresses import absolute, calendar_path, due_path
from oit.escaping import one_line
from oit.memory import content_of, recall_files
from oit.model.office import Division
from oit.outputs.feeds.atom import titled
from oit.outputs.publication import Publication, lasting_id
from oit.reporting.due import Duty, duties_in_force
from oit.wording.due_text import duty_words

_DAY = timedelta(days=1)
_BANGKOK_OFFSET = timedelta(hours=7)
_ALARM = timedelta(days=-7, hours=9)
"""From the start of the day: seven days before the deadline, at nine in the morning."""
_TITLE_ITEMS = 8
"""Items that an event's title names; its description names all."""


def calendars(publication: Publication) -> dict[str, bytes]:
    """The deadlines still to be met by the whole office, and by each division, by path.

    Without any, a calendar holds the time zone alone: it needs at least one component.
    """
    duties = sorted(
        duties_in_force(publication.assessment), key=lambda duty: (*_deadline(duty), duty.order)
    )
    content = _made_from(duties, publication)
    return recall_files(
        publication.memory, "calendars", content, lambda: _calendars(duties, publication)
    )


def _made_from(duties: Iterable[Duty], publication: Publication) -> bytes:
    """What calendars follow from: of items nothing but their policies, and what is owed."""
    assessment = publication.assessment
    return content_of(
        assessment.site.settings_from,
        publication.site_url,
        _as_of(assessment),
        [round_.contents.policy_from for round_ in assessment.rounds],
        [
            (
                *(duty.due_on, duty.fiscal_year, duty.item.id, duty.division),
                duty.requirement and duty.requirement.id,
                *(duty.period, duty.waived_until),
            )
            for duty in duties
        ],
    )


def _calendars(duties: Iterable[Duty], publication: Publication) -> dict[str, bytes]:
    events = _events(duties, publication)
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


def _events(duties: Iterable[Duty], publication: Publication) -> list[tuple[str, Event]]:
    """Each event once, with the division that it is for, by day; `duties` are in this order."""
    return [
        (deadline[-1], _event(list(due), deadline, publication))
        for deadline, due in groupby(duties, key=_deadline)
    ]


def _calendar(
    events: Iterable[tuple[str, Event]],
    publication: Publication,
    division: Division | None = None,
) -> bytes:
    calendar_ = _frame(publication, division)
    for _, event in events:
        calendar_.add_component(event)
    return bytes(calendar_.to_ical())


def _deadline(duty: Duty) -> tuple[date, int, str]:
    """What the duties of one event share: day, fiscal year and division."""
    return (duty.due_on, duty.fiscal_year, duty.division)


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


def _event(due: list[Duty], deadline: tuple[date, int, str], publication: Publication) -> Event:
    """An all-day event that leaves the day free in the calendar, with one alarm."""
    day, year, owner = deadline
    as_of = _as_of(publication.assessment)
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


def _as_of(assessment: Assessment) -> date:
    """The assessed date of the newest opened round; before any has opened, today."""
    newest = assessment.newest_opened
    return newest.as_of if newest else assessment.today.day
