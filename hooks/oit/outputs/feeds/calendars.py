"""`feeds/due.ics` and `feeds/due-<division>.ics`: deadlines as iCalendar (RFC 5545).

All that a division owes on a day is one event, so that a telephone rings once. Its UID is made of
the round, the division and the day, so a subscriber's calendar updates it in place. What is done
leaves the event, and an event with nothing left to do leaves the calendar.
"""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from oit.assessment.result import Assessment
from oit.file_groups import FileGroup, together
from oit.memory import content_of
from oit.outputs.publication import Publication
from oit.reporting.due import Duty, duties_in_force


def calendars(publication: Publication) -> FileGroup:
    """The deadlines still to be met by the whole office, and by each division.

    Without any, a calendar holds the time zone alone: it needs at least one component.
    """
    duties = sorted(
        duties_in_force(publication.assessment), key=lambda duty: (*_deadline(duty), duty.order)
    )
    made_from = _made_from(duties, publication)
    return together("calendars", made_from, lambda: _calendars(duties, publication).items())


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
    from oit.outputs.feeds.calendar_files import calendar_files  # heavy, and seldom needed

    together = [(deadline, list(due)) for deadline, due in groupby(duties, key=_deadline)]
    return calendar_files(together, _as_of(publication.assessment), publication)


def _deadline(duty: Duty) -> tuple[date, int, str]:
    """What the duties of one event share: day, fiscal year and division."""
    return (duty.due_on, duty.fiscal_year, duty.division)


def _as_of(assessment: Assessment) -> date:
    """The assessed date of the newest opened round; before any has opened, today."""
    newest = assessment.newest_opened
    return newest.as_of if newest else assessment.today.day
