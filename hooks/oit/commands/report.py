"""`oit report` and `oit remind`: what the director signs, and what divisions are told."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from oit.assessment.assess import assess
from oit.assessment.result import RoundAssessment, Today
from oit.commands.options import could_not_run, explained, require_known, root_option
from oit.model.office import SitePolicy
from oit.outputs.director_report.reminder import nothing_due, reminded_divisions, reminder
from oit.outputs.director_report.sheet import DAYS, ReportSheet, report_html, report_text, sheet_of
from oit.periods import BUDDHIST_OFFSET, FIRST_BUDDHIST_YEAR, Period, parse_period
from oit.records.site import Site
from oit.reporting.director_report import DirectorReport, director_report
from oit.system.environment import read_environment
from oit.system.evidence_cache import remembered_site
from oit.system.writing import write_bytes
from oit.wording.vocabulary import vocabulary_of


@click.command()
@click.option("--month", metavar="YYYY-MM", help="เดือนที่รายงาน เช่น 2025-03 (the month; this one).")
@click.option(
    "--format",
    "form",
    type=click.Choice(["docx", "html", "text"]),
    default="docx",
    help="Word หน้าเว็บสำหรับพิมพ์ หรือข้อความ (Word, a page to print, or text).",
)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="ไฟล์ที่จะบันทึก (the file to write).",
)
@root_option
@explained
def report(root: Path, month: str | None, form: str, output: Path | None) -> None:
    """รายงานหนึ่งหน้าให้ผู้อำนวยการเขตลงนาม (the director's report of a month, one A4 page)."""
    today = read_environment().today
    period = _month(month, today.day)
    site = remembered_site(root)
    policy = _policy(site)
    told = _report(site, _on(period, today), DAYS)
    sheet = sheet_of(told, period, policy, vocabulary_of(site))
    if form == "text" and output is None:
        click.echo(report_text(sheet))
        return
    target = output or Path(f"oit-report-{period}.{'txt' if form == 'text' else form}")
    _write(target, _RENDERERS[form](sheet, told.as_of))
    click.echo(f"บันทึกรายงานไว้ที่ {target} (written)")


@click.command()
@click.option("--division", help="เฉพาะหน่วยงานนี้ เช่น finance (only this division).")
@click.option(
    "--within",
    type=click.IntRange(min=0),
    default=DAYS,
    help="ครบกำหนดภายในจำนวนวันนี้ (due within so many days; 30).",
)
@root_option
@explained
def remind(root: Path, division: str | None, within: int) -> None:
    """ข้อความเตือนสั้น ๆ สำหรับส่งให้หน่วยงาน (a short reminder to paste into a message)."""
    site = remembered_site(root)
    require_known(division, site)
    policy = _policy(site)
    told = _report(site, read_environment().today, within)
    divisions = [division] if division else reminded_divisions(told)
    vocabulary = vocabulary_of(site)
    texts = [reminder(told, one, policy, vocabulary) for one in divisions]
    click.echo("\n\n----------\n\n".join(texts) or nothing_due(told))


def _docx(sheet: ReportSheet, as_of: date) -> bytes:
    from oit.outputs.director_report.word import report_docx  # heavy, and only needed here

    return report_docx(sheet, as_of)


_RENDERERS: dict[str, Callable[[ReportSheet, date], bytes]] = {
    "docx": _docx,
    "html": lambda sheet, _: report_html(sheet).encode(),
    "text": lambda sheet, _: f"{report_text(sheet)}\n".encode(),
}


def _month(text: str | None, today: date) -> Period:
    """The month that was asked for: one that has begun, written in Common Era."""
    try:
        month = parse_period(text or f"{today:%Y-%m}")
    except ValueError:
        month = None
    if month is None or month.months != 1:
        could_not_run(
            f"เดือน “{text}” ใช้ไม่ได้ โปรดระบุปี ค.ศ. และเดือน เช่น {_likely(text or '')}\n"
            f"[EN] {text!r} is no month; expected YYYY-MM."
        )
    if month.start > today:
        could_not_run(f"เดือน {month} ยังมาไม่ถึง จึงยังไม่มีรายงาน\n[EN] The month {month} has not begun.")
    return month


def _likely(text: str) -> str:
    """What was meant by a month of a Buddhist year, else an example."""
    year, _, month = text.partition("-")
    if year.isascii() and year.isdigit() and int(year) > FIRST_BUDDHIST_YEAR:
        return f"{int(year) - BUDDHIST_OFFSET}-{month}"
    return "2025-03"


def _on(month: Period, today: Today) -> Today:
    """The day on which a month is judged: its last, or today where that comes first."""
    return today if today.day <= month.end else Today(month.end, is_set=True)


def _policy(site: Site) -> SitePolicy:
    if site.policy is None:
        could_not_run(
            "อ่านข้อกำหนดของเว็บไซต์ใน mkdocs.yml ไม่ได้ โปรดเรียก oit check เพื่อดูสิ่งที่ต้องแก้ไข\n"
            "[EN] The settings in mkdocs.yml could not be read; oit check tells why."
        )
    return site.policy


def _report(site: Site, day: Today, days: int) -> DirectorReport:
    return director_report(_round(site, day), site.divisions, days)


def _round(site: Site, day: Today) -> RoundAssessment:
    newest = assess(site, day).newest_opened
    if newest is None:
        could_not_run(
            f"ยังไม่มีรอบใดเปิดในวันที่ {day.day} จึงไม่มีข้อมูลให้รายงาน\n"
            f"[EN] No round had opened by {day.day}."
        )
    return newest


def _write(target: Path, data: bytes) -> None:
    try:
        write_bytes(target, data)
    except OSError:
        could_not_run(
            f"บันทึกไฟล์ {target} ไม่ได้ โปรดตรวจว่ามีโฟลเดอร์นี้และเขียนได้\n"
            f"[EN] {target} could not be written."
        )
