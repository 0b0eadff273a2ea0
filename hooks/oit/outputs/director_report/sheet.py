"""The director's report in words: one A4 page, alike in Word, in print and in the terminal."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from oit.assessment.cells import CellState
from oit.assessment.statuses import Status
from oit.catalog import Language
from oit.catalog.dates import thai_date, thai_period
from oit.escaping import one_line
from oit.model.office import SitePolicy
from oit.outputs.templating import strict_environment
from oit.periods import Period
from oit.reporting.director_report import DirectorReport, DivisionSummary, LateItem
from oit.wording.terms import CELL_TH, STATUS_TH
from oit.wording.vocabulary import Vocabulary

DEMONSTRATION = "เว็บไซต์สาธิต ข้อมูลบางส่วนเป็นตัวอย่าง มิใช่ข้อมูลจริง ห้ามนำไปใช้อ้างอิง"
DAYS = 30
"""The coming days that the report covers."""
LATE, COMING = "เกินกำหนดหรือต้องแก้ไข", f"ครบกำหนดใน {DAYS} วัน"
COLUMNS = ("หน่วยงาน", "เป็นปัจจุบัน (ข้อ)", LATE, COMING)
_LATE_UNIT = "รายการ (บางข้อมีหลายรายการ)"

# More would not fit on one page; the rest is counted ("และอีก 3").
_LATE_LINES, _COMING_LINES = 6, 4
_ITEMS_OF_DAY, _ITEMS_OF_DIVISION = 12, 4
_TITLE_LENGTH = 48


@dataclass(frozen=True, kw_only=True, slots=True)
class ReportSheet:
    """The words of the page. The template `report.html` and `word` read its fields."""

    title: str
    office: str
    standing: str
    """The round, and the day that the page is about."""
    notice: str | None
    """The notice of a demonstration."""
    summary: str
    late: tuple[str, ...]
    coming: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """One row per division, under `COLUMNS`."""
    signers: tuple[str, ...]
    """Posts, not people."""


def sheet_of(
    report: DirectorReport, month: Period, policy: SitePolicy, vocabulary: Vocabulary
) -> ReportSheet:
    """The sheet of a report on a month."""
    office = one_line(policy.office.name_th)
    state = " (ปิดรอบแล้ว)" if report.is_closed else ""
    late = [late_words(late_item, vocabulary) for late_item in report.late]
    return ReportSheet(
        title=f"รายงานการเปิดเผยข้อมูลสาธารณะ (OIT) ประจำ{thai_period(month)}",
        office=office,
        standing=f"ปีงบประมาณ พ.ศ. {report.fiscal_year}{state} ข้อมูล ณ วันที่ {thai_date(report.as_of)}",
        notice=DEMONSTRATION if policy.is_demonstration else None,
        summary=_summary(report),
        late=_limited(late, _LATE_LINES, _LATE_UNIT),
        coming=_limited(list(_coming_days(report)), _COMING_LINES, "วัน"),
        rows=tuple(_row(summary) for summary in report.divisions),
        signers=("ผู้ประสานงานการเปิดเผยข้อมูล", f"ผู้อำนวยการ{office.removeprefix('สำนักงาน')}"),
    )


def report_text(sheet: ReportSheet) -> str:
    """The sheet as plain text, for a terminal or an e-mail."""
    blocks = [
        [sheet.title, sheet.office, sheet.standing, *([sheet.notice] if sheet.notice else [])],
        [sheet.summary],
        [LATE, *_list_lines(sheet.late)],
        [COMING, *_list_lines(sheet.coming)],
        ["รายหน่วยงาน", *_division_lines(sheet)],
        [f"ลงชื่อ ..............................  {post}" for post in sheet.signers],
    ]
    return "\n\n".join("\n".join(lines) for lines in blocks)


def report_html(sheet: ReportSheet) -> str:
    """The sheet as an HTML page to print, complete in itself."""
    return strict_environment().get_template("report.html").render(sheet=sheet, columns=COLUMNS)


# The words of a sheet


def late_status(late_item: LateItem) -> str:
    """What is wrong, and for how long: เกินกำหนดปรับปรุง 44 วัน."""
    is_missing = late_item.status is Status.INCOMPLETE
    words = CELL_TH[CellState.MISSING] if is_missing else STATUS_TH[late_item.status]
    return f"{words} {late_item.days} วัน" if late_item.days else words


def late_words(late_item: LateItem, vocabulary: Vocabulary) -> str:
    """O15 …: เกินกำหนดปรับปรุง 44 วัน (ฝ่ายการคลัง)."""
    division = vocabulary.division(late_item.division, Language.TH)
    title = _shortened(one_line(late_item.item.title_th))
    return f"{late_item.item.item} {title}: {late_status(late_item)} ({one_line(division)})"


def _shortened(title: str) -> str:
    """A long title up to a space, as Thai has none inside a phrase; whole where it has none."""
    if len(title) <= _TITLE_LENGTH or " " not in title[:_TITLE_LENGTH]:
        return title
    return f"{title[: title.rindex(' ', 0, _TITLE_LENGTH)]} …"


def _summary(report: DirectorReport) -> str:
    """How many items are in order, then the counts that are not zero."""
    in_order = STATUS_TH[Status.COMPLETE if report.is_closed else Status.CURRENT]
    counts = {
        LATE: len({late_item.item.item for late_item in report.late}),
        STATUS_TH[Status.WAIVED]: report.waived_count,
        STATUS_TH[Status.PENDING]: report.pending_count,
        COMING: len({duty.item.id for duty in report.coming}),
    }
    others = [f"{words} {count} ข้อ" for words, count in counts.items() if count]
    return " · ".join([f"{in_order} {report.full_count} จาก {report.item_count} ข้อ", *others])


def _coming_days(report: DirectorReport) -> Iterator[str]:
    """A line for each of the coming deadlines, with its items."""
    for day, due in groupby(report.coming, key=lambda duty: duty.due_on):
        yield f"{thai_date(day)}: {_item_list([duty.item.id for duty in due], _ITEMS_OF_DAY)}"


def _row(summary: DivisionSummary) -> tuple[str, ...]:
    count = f"{summary.current_count}/{summary.item_count}" if summary.item_count else "–"
    return (
        one_line(summary.division.name_th),
        count,
        _item_list(summary.late, _ITEMS_OF_DIVISION),
        _item_list(summary.coming, _ITEMS_OF_DIVISION),
    )


def _item_list(items: Iterable[str], limit: int) -> str:
    """O3 O10, with the number of those beyond the limit; a dash for none."""
    distinct = list(dict.fromkeys(items))
    rest = len(distinct) - limit
    more = [f"และอีก {rest}"] if rest > 0 else []
    return " ".join([*distinct[:limit], *more]) or "–"


def _limited(lines: Sequence[str], limit: int, unit: str) -> tuple[str, ...]:
    """At most so many lines, the last of them counting the rest where there are more."""
    if len(lines) <= limit:
        return tuple(lines)
    return (*lines[: limit - 1], f"และอีก {len(lines) - limit + 1} {unit}")


def _list_lines(lines: tuple[str, ...]) -> list[str]:
    return [f"  - {line}" for line in lines] or ["  ไม่มี"]


def _division_lines(sheet: ReportSheet) -> Iterator[str]:
    for name, *cells in sheet.rows:
        columns = zip(COLUMNS[1:], cells, strict=True)
        yield f"  - {name}: {' · '.join(f'{column} {cell}' for column, cell in columns)}"
