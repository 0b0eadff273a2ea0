"""`oit report` and `oit remind`: the director's report of a month, and reminders to divisions."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import click

from oit.assessment.assess import assess
from oit.assessment.result import RoundAssessment, Today
from oit.catalog.dates import thai_period
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


@click.command()
@click.option(
    "--month",
    metavar="MONTH",
    help="เดือนที่รายงาน เช่น มีนาคม 2568 หรือ 2025-03 (the month; this one).",
)
@format_option(
    *("docx", "html", "text", "json"),
    help=(
        "Word หน้าเว็บสำหรับพิมพ์ ข้อความ หรือ JSON สำหรับโปรแกรม (Word, a page to print, text, or JSON)."
    ),
)
@click.option("--output", type=FILE, help="ไฟล์ที่จะบันทึก (the file to write).")
@root_option
@reports_errors
@says_when_slow
def report(root: Path, month: str | None, format_: str, output: Path | None) -> None:
    """รายงานหนึ่งหน้าให้ผู้อำนวยการเขตลงนาม (the director's report of a month, one A4 page)."""
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
    click.echo(f"บันทึกรายงานไว้ที่ {output or name} (written)")


@click.command()
@only_division_option
@within_option(DAYS, "ครบกำหนดภายในจำนวนวันนี้ (due within so many days; 30).")
@root_option
@reports_errors
@says_when_slow
def remind(root: Path, division: str | None, within: int) -> None:
    """ข้อความเตือนสั้น ๆ สำหรับส่งให้หน่วยงาน (a short reminder to paste into a message)."""
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
        could_not_run(
            f"เดือน “{text}” ใช้ไม่ได้ โปรดระบุเดือนและปี เช่น มีนาคม 2568 หรือ 2025-03",
            f"{text!r} is no month; expected one like 2025-03.",
        )
    if month.start > today:
        could_not_run(
            f"{thai_period(month)} ยังมาไม่ถึง จึงยังไม่มีรายงาน", f"The month {month} has not begun."
        )
    return month


def _assessed_day(month: Period, today: Today) -> Today:
    """The day on which a month is assessed: its last, or today where that comes first."""
    return today if today.day <= month.end else Today(month.end, is_set=True)


def _report(site: Site, day: Today, days: int) -> DirectorReport:
    return director_report(_round(site, day), site.divisions, days)


def _round(site: Site, day: Today) -> RoundAssessment:
    newest = assess(site, day).newest_opened
    if newest is None:
        could_not_run(
            f"ยังไม่มีรอบใดเปิดในวันที่ {day.day} จึงไม่มีข้อมูลให้รายงาน",
            f"No round had opened by {day.day}.",
        )
    return newest


def _folder_for_reports(root: Path) -> Path:
    """The site's folder for who stands in it or below it; else the current folder."""
    return root if Path.cwd().is_relative_to(root.resolve()) else Path()


def _write(target: Path, data: bytes) -> None:
    try:
        write_bytes(target, data)
    except OSError:
        could_not_run(
            f"บันทึกไฟล์ {target} ไม่ได้ โปรดตรวจว่ามีโฟลเดอร์นี้และเขียนได้",
            f"{target} could not be written.",
        )
