"""`oit report` and `oit remind`: the director's report of a month, and reminders to divisions."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path

import click

from oit.assessment.assess import assess
from oit.assessment.result import RoundAssessment, Today
from oit.catalog import beside, both
from oit.commands.documented import documented
from oit.commands.exits import reports_errors
from oit.commands.options import (
    FILE,
    format_option,
    only_division_option,
    root_option,
    within_option,
)
from oit.commands.progress import says_when_slow
from oit.commands.sites import cached_site, require_policy
from oit.commands.words import division_id
from oit.entry.refusals import could_not_run
from oit.model.written_dates import read_month
from oit.outputs.director_report.data import report_json
from oit.outputs.director_report.letter import Letter, letter_html, letter_text
from oit.outputs.director_report.message import Message, chat_texts, email_text
from oit.outputs.director_report.reminder import nothing_due, reminded_divisions, reminder_letter
from oit.outputs.director_report.reminder_message import reminder_message
from oit.outputs.director_report.report import DAYS, report_letter
from oit.outputs.director_report.round_up import round_up
from oit.periods import Period
from oit.records.site import Site
from oit.reporting.director_report import DirectorReport, MonthWork, director_report, work_of
from oit.system.environment import read_environment
from oit.system.keeping import write_bytes
from oit.wording.vocabulary import vocabulary_of


@documented()
@click.option("--month", metavar="MONTH", help=beside("report-command.month"))
@format_option(
    *("docx", "html", "text", "line", "email", "json"), help=beside("report-command.format")
)
@click.option("--output", type=FILE, help=beside("options.output"))
@root_option
@reports_errors
@says_when_slow
def report(root: Path, month: str | None, format_: str, output: Path | None) -> None:
    """Write the director's report of a month."""
    today = read_environment().today
    period = _month(month, today.day)
    site = cached_site(root)
    data = _report_as(format_, site, period, _assessed_day(period, today))
    if format_ in _PRINTED and output is None:
        click.echo(data.decode(), nl=False)
        return
    name = f"oit-report-{period}.{format_}"
    _write(output or _folder_for_reports(root) / name, data)
    click.echo(both("report-command.written", file=str(output or name)))


@documented()
@only_division_option
@within_option(DAYS, beside("report-command.within"))
@format_option(
    *("text", "line", "email", "docx", "html"), help=beside("report-command.remind-format")
)
@root_option
@reports_errors
@says_when_slow
def remind(root: Path, division: str | None, within: int, format_: str) -> None:
    """Print a reminder to each division, or to one; as a memorandum where a file is wanted."""
    site = cached_site(root)
    wanted = division_id(division, site)
    director = _report(site, read_environment().today, within)
    divisions = [wanted] if wanted else reminded_divisions(director)
    reminders = {each: _reminder_as(format_, site, director, each) for each in divisions}
    if format_ in _PRINTED or not reminders:
        texts = [data.decode().removesuffix("\n") for data in reminders.values()]
        click.echo(_BETWEEN.join(texts) or nothing_due(director))
        return
    for reminded, data in reminders.items():
        name = f"oit-remind-{reminded}.{format_}"
        _write(_folder_for_reports(root) / name, data)
        click.echo(both("report-command.remind-written", file=name))


def _report_as(format_: str, site: Site, month: Period, day: Today) -> bytes:
    """The report of a month in a format."""
    director, work = _report(site, day, DAYS), _work(site, day, month)
    policy, vocabulary = require_policy(site), vocabulary_of(site)
    if format_ == "json":
        return f"{report_json(director, work, month, policy, vocabulary)}\n".encode()
    if format_ in _MESSAGES:
        return _MESSAGES[format_](round_up(director, work, month, policy, site, vocabulary))
    letter = report_letter(director, work, month, policy, vocabulary)
    return _LETTERS[format_](letter, director.as_of)


def _reminder_as(format_: str, site: Site, director: DirectorReport, division: str) -> bytes:
    """The reminder to a division in a format."""
    policy, vocabulary = require_policy(site), vocabulary_of(site)
    if format_ in _MESSAGES:
        return _MESSAGES[format_](reminder_message(director, division, policy, site, vocabulary))
    letter = reminder_letter(director, division, policy, vocabulary)
    return _LETTERS[format_](letter, director.as_of)


def _docx(letter: Letter, as_of: date) -> bytes:
    from oit.outputs.director_report.word import letter_docx  # heavy, and only needed here

    return letter_docx(letter, as_of)


_LETTERS: Mapping[str, Callable[[Letter, date], bytes]] = {
    "docx": _docx,
    "html": lambda letter, _: letter_html(letter).encode(),
    "text": lambda letter, _: f"{letter_text(letter)}\n".encode(),
}
"""How a letter is written in each format, by the day that it is about."""
_BETWEEN = "\n\n----------\n\n"
"""Between texts that are pasted one by one."""
_MESSAGES: Mapping[str, Callable[[Message], bytes]] = {
    "line": lambda message: f"{_BETWEEN.join(chat_texts(message))}\n".encode(),
    "email": lambda message: f"{email_text(message)}\n".encode(),
}
"""How a message is written in each format."""
_PRINTED = ("text", "line", "email", "json")
"""Formats that are shown, unless a file is named."""


def _month(text: str | None, today: date) -> Period:
    """The month that somebody typed, or this one without a text.

    Ends with status 2 where it is no month, or has not begun.
    """
    month = read_month(text or f"{today:%Y-%m}")
    if month is None:
        could_not_run(both("report-command.no-month", text=text or ""))
    if month.start > today:
        could_not_run(both("report-command.not-begun", month=month))
    return month


def _assessed_day(month: Period, today: Today) -> Today:
    """The day on which a month is assessed: its last, or today where that comes first."""
    return today if today.day <= month.end else Today(month.end, is_set=True)


def _report(site: Site, day: Today, days: int) -> DirectorReport:
    return director_report(_round(site, day), site.divisions, days)


def _work(site: Site, day: Today, month: Period) -> MonthWork:
    """What was done in a month up to a day, beside how it stood on the day before the month."""
    before = Today(month.start - timedelta(days=1), is_set=True)
    return work_of(_round(site, day), month.start, assess(site, before).newest_opened)


def _round(site: Site, day: Today) -> RoundAssessment:
    newest = assess(site, day).newest_opened
    if newest is None:
        could_not_run(both("report-command.no-round", day=day.day))
    return newest


def _folder_for_reports(root: Path) -> Path:
    """The site's folder for who stands in it or below it; else the current folder."""
    return root if Path.cwd().is_relative_to(root.resolve()) else Path()


def _write(target: Path, data: bytes) -> None:
    try:
        write_bytes(target, data)
    except OSError:
        could_not_run(both("report-command.not-written", file=str(target)))
