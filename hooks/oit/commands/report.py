"""`oit report` and `oit remind`: the director's report of a month, and reminders to divisions."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import click

from oit.assessment.assess import assess
from oit.assessment.result import RoundAssessment, Today
from oit.catalog import beside, both
from oit.commands.documented import documented
from oit.commands.exits import could_not_run, reports_errors
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
from oit.editing.reading import read_month
from oit.model.office import SitePolicy
from oit.outputs.director_report.data import report_json
from oit.outputs.director_report.reminder import nothing_due, reminded_divisions, reminder
from oit.outputs.director_report.sheet import DAYS, report_html, report_text, sheet_of
from oit.periods import Period
from oit.records.site import Site
from oit.reporting.director_report import DirectorReport, director_report
from oit.system.environment import read_environment
from oit.system.writing import write_bytes
from oit.wording.vocabulary import Vocabulary, vocabulary_of


@documented()
@click.option("--month", metavar="MONTH", help=beside("report-command.month"))
@format_option("docx", "html", "text", "json", help=beside("report-command.format"))
@click.option("--output", type=FILE, help=beside("options.output"))
@root_option
@reports_errors
@says_when_slow
def report(root: Path, month: str | None, format_: str, output: Path | None) -> None:
    """Write the director's report of a month."""
    today = read_environment().today
    period = _month(month, today.day)
    site = cached_site(root)
    policy = require_policy(site)
    director = _report(site, _assessed_day(period, today), DAYS)
    text = _RENDERERS[format_](director, period, policy, vocabulary_of(site))
    if format_ in _PRINTED and output is None:
        click.echo(text.decode(), nl=False)
        return
    name = f"oit-report-{period}.{format_}"
    _write(output or _folder_for_reports(root) / name, text)
    click.echo(both("report-command.written", file=str(output or name)))


@documented()
@only_division_option
@within_option(DAYS, beside("report-command.within"))
@root_option
@reports_errors
@says_when_slow
def remind(root: Path, division: str | None, within: int) -> None:
    """Print a reminder to each division, or to one."""
    site = cached_site(root)
    wanted = division_id(division, site)
    policy = require_policy(site)
    director = _report(site, read_environment().today, within)
    divisions = [wanted] if wanted else reminded_divisions(director)
    vocabulary = vocabulary_of(site)
    texts = [reminder(director, reminded, policy, vocabulary) for reminded in divisions]
    click.echo("\n\n----------\n\n".join(texts) or nothing_due(director))


def _docx(
    report: DirectorReport, month: Period, policy: SitePolicy, vocabulary: Vocabulary
) -> bytes:
    from oit.outputs.director_report.word import report_docx  # heavy, and only needed here

    return report_docx(sheet_of(report, month, policy, vocabulary), report.as_of)


_RENDERERS: Mapping[str, Callable[[DirectorReport, Period, SitePolicy, Vocabulary], bytes]] = {
    "docx": _docx,
    "html": lambda *values: report_html(sheet_of(*values)).encode(),
    "text": lambda *values: f"{report_text(sheet_of(*values))}\n".encode(),
    "json": lambda *values: f"{report_json(*values)}\n".encode(),
}
_PRINTED = ("text", "json")
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
