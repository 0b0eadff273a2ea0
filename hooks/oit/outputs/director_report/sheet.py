"""The director's report in words: the sheet that Word, the printer and the terminal show alike."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from oit.assessment.cells import CellState
from oit.assessment.statuses import Status
from oit.escaping import one_line
from oit.model.office import SitePolicy
from oit.outputs.templating import strict_environment
from oit.periods import Period
from oit.reporting.director_report import DirectorReport, DivisionStanding, LateItem
from oit.wording.terms import CELL_TH, STATUS_TH, Language, thai_date, thai_period
from oit.wording.vocabulary import Vocabulary

DEMONSTRATION = "เว็บไซต์สาธิต ข้อมูลบางส่วนเป็นตัวอย่าง มิใช่ข้อมูลจริง ห้ามนำไปใช้อ้างอิง"

DAYS = 30
"""The coming days that the report tells of."""

LATE, COMING = "เกินกำหนดหรือต้องแก้ไข", f"ครบกำหนดใน {DAYS} วัน"

COLUMNS = ("หน่วยงาน", "เป็นปัจจุบัน (ข้อ)", LATE, COMING)

_LATE_LINES, _DUE_LINES = 6, 4

_LATE_UNIT = "รายการ (บางข้อมีหลายรายการ)"

_LONGEST_TITLE = 48

_CODES_OF_DAY, _CODES_OF_DIVISION = 12, 4
"""More would not fit on one page; the rest is counted."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """One A4 page."""

    title: str
    office: str
    standing: str
    """The day and the round."""
    notice: str | None
    """What a demonstration says of itself."""
    summary: str
    late: tuple[str, ...]
    coming: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """A row a division, under `COLUMNS`."""
    signers: tuple[str, ...]
    """Posts, not people."""


def sheet_of(
    report: DirectorReport, month: Period, policy: SitePolicy, vocabulary: Vocabulary
) -> Sheet:
    """The words of a report of a month."""
    office = one_line(policy.office.name_th)
    state = " (ปิดรอบแล้ว)" if report.is_closed else ""
    return Sheet(
        title=f"รายงานการเปิดเผยข้อมูลสาธารณะ (OIT) ประจำ{thai_period(month)}",
        office=office,
        standing=f"ปีงบประมาณ พ.ศ. {report.fiscal_year}{state} ข้อมูล ณ วันที่ {thai_date(report.as_of)}",
        notice=DEMONSTRATION if policy.is_demonstration else None,
        summary=_summary(report),
        late=_bounded(
            [late_words(one, vocabulary) for one in report.late],
            _LATE_LINES,
            _LATE_UNIT,
        ),
        coming=_bounded(list(_days(report)), _DUE_LINES, "วัน"),
        rows=tuple(_row(one) for one in report.divisions),
        signers=("ผู้ประสานงานการเปิดเผยข้อมูล", f"ผู้อำนวยการ{office.removeprefix('สำนักงาน')}"),
    )


def late_words(one: LateItem, vocabulary: Vocabulary) -> str:
    """O15 …: เกินกำหนดปรับปรุง 44 วัน (ฝ่ายการคลัง)."""
    division = vocabulary.division(one.division, Language.TH)
    title = one_line(one.item.title_th)
    return f"{one.item.item} {_short(title)}: {late_status(one)} ({one_line(division)})"


def _short(title: str) -> str:
    """A long title up to a space, as Thai has none inside a phrase; whole where it has none."""
    if len(title) <= _LONGEST_TITLE or " " not in title[:_LONGEST_TITLE]:
        return title
    return f"{title[: title.rindex(' ', 0, _LONGEST_TITLE)]} …"


def late_status(one: LateItem) -> str:
    """What is wrong, and for how long."""
    missing = one.status is Status.INCOMPLETE
    words = CELL_TH[CellState.MISSING] if missing else STATUS_TH[one.status]
    return f"{words} {one.days} วัน" if one.days else words


def _summary(report: DirectorReport) -> str:
    good = STATUS_TH[Status.CURRENT] if not report.is_closed else STATUS_TH[Status.COMPLETE]
    late = len({one.item.item for one in report.late})
    coming = len({duty.item.id for duty in report.coming})
    counts = {
        LATE: late,
        STATUS_TH[Status.WAIVED]: report.waived_count,
        STATUS_TH[Status.PENDING]: report.pending_count,
        COMING: coming,
    }
    told = [f"{words} {count} ข้อ" for words, count in counts.items() if count]
    return " · ".join([f"{good} {report.full_count} จาก {report.item_count} ข้อ", *told])


def _days(report: DirectorReport) -> Iterable[str]:
    """A line for each of the coming deadlines."""
    for day, due in groupby(report.coming, key=lambda duty: duty.due_on):
        yield f"{thai_date(day)}: {_codes([duty.item.id for duty in due], _CODES_OF_DAY)}"


def _row(one: DivisionStanding) -> tuple[str, ...]:
    count = f"{one.current_count}/{one.item_count}" if one.item_count else "–"
    return (
        one_line(one.division.name_th),
        count,
        *(_codes(listed, _CODES_OF_DIVISION) for listed in (one.late, one.coming)),
    )


def _codes(items: Iterable[str], most: int) -> str:
    """O3 O10, with the number of those that do not fit."""
    listed = list(dict.fromkeys(items))
    rest = len(listed) - most
    more = [f"และอีก {rest}"] if rest > 0 else []
    return " ".join([*listed[:most], *more]) or "–"


def _bounded(lines: Sequence[str], most: int, unit: str) -> tuple[str, ...]:
    if len(lines) <= most:
        return tuple(lines)
    return (*lines[: most - 1], f"และอีก {len(lines) - most + 1} {unit}")


def report_text(sheet: Sheet) -> str:
    """For a terminal, or an e-mail."""
    blocks = [
        [sheet.title, sheet.office, sheet.standing, *([sheet.notice] if sheet.notice else [])],
        [sheet.summary],
        [LATE, *_listed(sheet.late)],
        [COMING, *_listed(sheet.coming)],
        ["รายหน่วยงาน", *_divisions(sheet)],
        [f"ลงชื่อ ..............................  {post}" for post in sheet.signers],
    ]
    return "\n\n".join("\n".join(lines) for lines in blocks)


def _listed(lines: tuple[str, ...]) -> list[str]:
    return [f"  - {line}" for line in lines] or ["  ไม่มี"]


def _divisions(sheet: Sheet) -> Iterator[str]:
    for name, *cells in sheet.rows:
        told = " · ".join(
            f"{column} {cell}" for column, cell in zip(COLUMNS[1:], cells, strict=True)
        )
        yield f"  - {name}: {told}"


def report_html(sheet: Sheet) -> str:
    """The page, complete in itself."""
    return strict_environment().get_template("report.html").render(sheet=sheet, columns=COLUMNS)
