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
from oit.model.written_dates import read_month
from oit.outputs.director_report.data import report_json
from oit.outputs.director_report.letter import Letter, letter_html, letter_text
from oit.outputs.director_report.reminder import nothing_due, reminded_divisions, reminder_letter
from oit.outputs.director_report.report import DAYS, report_letter
from oit.periods import Period
from oit.records.site import Site
from oit.reporting.director_report import DirectorReport, director_report
from oit.system.environment import read_environment
from oit.system.writing import write_bytes
from oit.wording.vocabulary import vocabulary_of


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
    values = (director, period, policy, vocabulary_of(site))
    if format_ == "json":
        data = f"{report_json(*values)}\n".encode()
    else:
        data = _LETTERS[format_](report_letter(*values), director.as_of)
    if format_ in _PRINTED and output is None:
        click.echo(data.decode(), nl=False)
        return
    name = f"oit-report-{period}.{format_}"
    _write(output or _folder_for_reports(root) / name, data)
    click.echo(f"บันทึกรายงานไว้ที่ {output or name} (written)")


@click.command()
@only_division_option
@within_option(DAYS, "ครบกำหนดภายในจำนวนวันนี้ (due within so many days; 30).")
@format_option(
    *("text", "docx", "html"),
    help="ข้อความ หรือบันทึกข้อความเป็น Word หรือหน้าเว็บสำหรับพิมพ์ (text, Word, or a page to print).",
)
@root_option
@reports_errors
@says_when_slow
def remind(root: Path, division: str | None, within: int, format_: str) -> None:
    """หนังสือแจ้งเตือนถึงหน่วยงาน เป็นข้อความหรือบันทึกข้อความ (a reminder to a division)."""
    site = cached_site(root)
    wanted = division_id(division, site)
    policy = require_policy(site)
    director = _report(site, read_environment().today, within)
    vocabulary = vocabulary_of(site)
    letters = {
        reminded: reminder_letter(director, reminded, policy, vocabulary)
        for reminded in ([wanted] if wanted else reminded_divisions(director))
    }
    if format_ in _PRINTED or not letters:
        texts = [letter_text(letter) for letter in letters.values()]
        click.echo("\n\n----------\n\n".join(texts) or nothing_due(director))
        return
    for reminded, letter in letters.items():
        name = f"oit-remind-{reminded}.{format_}"
        _write(_folder_for_reports(root) / name, _LETTERS[format_](letter, director.as_of))
        click.echo(f"บันทึกหนังสือไว้ที่ {name} (written)")


def _docx(letter: Letter, as_of: date) -> bytes:
    from oit.outputs.director_report.word import letter_docx  # heavy, and only needed here

    return letter_docx(letter, as_of)


_LETTERS: Mapping[str, Callable[[Letter, date], bytes]] = {
    "docx": _docx,
    "html": lambda letter, _: letter_html(letter).encode(),
    "text": lambda letter, _: f"{letter_text(letter)}\n".encode(),
}
"""How a letter is written in each format, by the day that it is about."""
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
