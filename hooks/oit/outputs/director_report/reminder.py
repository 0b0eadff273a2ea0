"""The reminder to a division: a memorandum to its head, or the same as text for a message."""

from collections.abc import Iterator
from datetime import date

from oit.assessment.statuses import Status
from oit.catalog import Language, say
from oit.escaping import one_line
from oit.model.office import SitePolicy
from oit.outputs.director_report.letter import Letter, Passage, Point, agency_of, notice_of
from oit.outputs.director_report.report import late_status
from oit.reporting.director_report import DirectorReport, LateItem
from oit.reporting.due import Duty
from oit.wording.due_text import duty_words
from oit.wording.posts import head_of
from oit.wording.vocabulary import Vocabulary


def reminded_divisions(report: DirectorReport) -> list[str]:
    """The ids of divisions with something late or coming, in the order of the office."""
    return [summary.division.id for summary in report.divisions if summary.late or summary.coming]


def reminder_letter(
    report: DirectorReport, division: str, policy: SitePolicy, vocabulary: Vocabulary
) -> Letter:
    """What is late, what is due and how to respond, to the post that answers for a division."""
    name = one_line(vocabulary.division(division, Language.TH))
    late, coming = tuple(_late_lines(report, division)), tuple(_coming_lines(report, division))
    points = (
        Point(say("letters.reminder.late", Language.TH), late),
        Point(say("letters.reminder.coming", Language.TH, until=report.until), coming),
    )
    return Letter(
        agency=agency_of(policy),
        notice=notice_of(policy),
        subject=say("letters.reminder", Language.TH, year=report.fiscal_year),
        to=head_of(name),
        passages=(
            Passage(cause(report, name) if late or coming else nothing(report, name)),
            *(point for point in points if point.lines),
            *(Passage(text) for text in _instructions(report, division)),
        ),
        closing=say("letters.reminder.closing", Language.TH, count=len(late) + len(coming)),
    )


def nothing_due(report: DirectorReport) -> str:
    """The sentence where nothing is late, and nothing due up to the report's last coming day."""
    return say("letters.nothing-due", Language.TH, until=report.until)


def cause(report: DirectorReport, name: str) -> str:
    """Why a division is written to, where something is to be done."""
    return say(
        "letters.reminder.cause",
        Language.TH,
        division=name,
        year=report.fiscal_year,
        day=report.as_of,
    )


def nothing(report: DirectorReport, name: str) -> str:
    """What a division is told where nothing is to be done."""
    return say(
        "letters.reminder.nothing",
        Language.TH,
        division=name,
        year=report.fiscal_year,
        until=report.until,
    )


def overdue_words(duty: Duty, as_of: date) -> str:
    """What is past its deadline, and for how long on a day."""
    days = (as_of - duty.due_on).days
    values = {"item": duty.item.id, "duty": _duty_text(duty)}
    return one_line(say("letters.overdue-duty", Language.TH, days=days, **values))


def invalid_words(late_item: LateItem) -> str:
    """What is to be corrected in what was sent."""
    item, status = late_item.item, late_status(late_item)
    values = {"item": item.item, "title": item.title_th, "status": status}
    return one_line(say("letters.invalid-item", Language.TH, **values))


def coming_words(duty: Duty) -> str:
    """What is due, and by when."""
    values = {"item": duty.item.id, "duty": _duty_text(duty)}
    return one_line(say("letters.coming-duty", Language.TH, day=duty.due_on, **values))


def _late_lines(report: DirectorReport, division: str) -> Iterator[str]:
    """What is past its deadline, then what is invalid in what was sent."""
    for duty in report.overdue:
        if duty.division == division:
            yield overdue_words(duty, report.as_of)
    # Other statuses of late items are the overdue duties above.
    for late_item in report.late:
        if late_item.division == division and late_item.status is Status.INVALID:
            yield invalid_words(late_item)


def _coming_lines(report: DirectorReport, division: str) -> Iterator[str]:
    for duty in report.coming:
        if duty.division == division:
            yield coming_words(duty)


def _duty_text(duty: Duty) -> str:
    words = duty_words(duty, Language.TH)
    until = duty.waived_until
    return say("letters.waived", Language.TH, duty=words, until=until) if until else words


def _instructions(report: DirectorReport, division: str) -> Iterator[str]:
    """How to do what is due: by publishing, by confirming, or by both; nothing where none is."""
    due = [duty for duty in (*report.overdue, *report.coming) if duty.division == division]
    if any(duty.requirement for duty in due):
        yield say("letters.reminder.publish", Language.TH)
    if not all(duty.requirement for duty in due):
        yield say("letters.reminder.confirm", Language.TH)
