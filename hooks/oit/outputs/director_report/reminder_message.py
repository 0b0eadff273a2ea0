"""The reminder to a division as a message: what to send, until when, and where to enter it."""

from collections.abc import Iterator

from oit.assessment.statuses import Status
from oit.catalog import Language, say
from oit.escaping import one_line
from oit.model.office import SitePolicy
from oit.outputs.director_report.letter import agency_of, notice_of
from oit.outputs.director_report.message import Asked, Group, Message
from oit.outputs.director_report.reminder import (
    cause,
    coming_words,
    invalid_words,
    nothing,
    overdue_words,
)
from oit.records.site import Site
from oit.reporting.director_report import DirectorReport
from oit.reporting.due import Duty
from oit.wording.form_links import form_of, form_of_unit, page_of, takes_entries
from oit.wording.posts import head_of
from oit.wording.vocabulary import Vocabulary


def reminder_message(
    report: DirectorReport, division: str, policy: SitePolicy, site: Site, vocabulary: Vocabulary
) -> Message:
    """What is late and what is due of a division, to the post that answers for it."""
    name = one_line(vocabulary.division(division, Language.TH))
    late, coming = tuple(_late(report, division, site)), tuple(_coming(report, division, site))
    groups = (
        Group(say("letters.reminder.late", Language.TH), late),
        Group(say("letters.reminder.coming", Language.TH, until=report.until), coming),
    )
    count = len(late) + len(coming)
    ways = tuple(_ways(division, site)) if count else ()
    return Message(
        office=one_line(policy.office.name_th),
        agency=agency_of(policy),
        notice=notice_of(policy),
        subject=say("letters.reminder", Language.TH, year=report.fiscal_year),
        to=head_of(name),
        address=next((each.email for each in site.divisions if each.id == division), None),
        heading=_heading(report, count),
        opening=cause(report, name) if count else nothing(report, name),
        groups=tuple(group for group in groups if group.entries),
        short_ending=ways,
        ending=(
            *ways,
            *([say("reminders.for-officer", Language.TH)] if count else []),
            say("letters.reminder.closing", Language.TH, count=count),
        ),
    )


def _heading(report: DirectorReport, count: int) -> str:
    """What it is about, and on which day, for a chat."""
    return say(
        "reminders.heading",
        Language.TH,
        count=count,
        year=report.fiscal_year,
        day=report.as_of,
        until=report.until,
    )


def _late(report: DirectorReport, division: str, site: Site) -> Iterator[Asked]:
    """What is past its deadline, then what is invalid in what was sent."""
    for duty in report.overdue:
        if duty.division == division:
            yield Asked((overdue_words(duty, report.as_of), *_how(duty, site)))
    for late_item in report.late:
        if late_item.division == division and late_item.status is Status.INVALID:
            form = form_of_unit(report.fiscal_year, late_item.item, division, site)
            what_to_do = say("reminders.correct", Language.TH)
            yield Asked((invalid_words(late_item), what_to_do, *_where(form)))


def _coming(report: DirectorReport, division: str, site: Site) -> Iterator[Asked]:
    for duty in report.coming:
        if duty.division == division:
            yield Asked((coming_words(duty), *_how(duty, site)))


def _how(duty: Duty, site: Site) -> Iterator[str]:
    """What to send, and where."""
    yield say(_what_to_send(duty), Language.TH)
    if duty.requirement and duty.requirement.may_be_none:
        yield say("reminders.or-none", Language.TH)
    yield from _where(form_of(duty, site))


def _what_to_send(duty: Duty) -> str:
    """The id of the message that says it."""
    if duty.requirement is None:
        return "reminders.confirm"
    return "reminders.send-table" if duty.requirement.sums_up else "reminders.send"


def _where(form: str | None) -> Iterator[str]:
    if form:
        yield say("reminders.form", Language.TH, address=form)


def _ways(division: str, site: Site) -> Iterator[str]:
    """How to send by e-mail, and where all of it is listed."""
    yield say("reminders.by-mail" if takes_entries(site) else "reminders.only-mail", Language.TH)
    if address := page_of(division, site):
        yield say("reminders.all", Language.TH, address=address)
