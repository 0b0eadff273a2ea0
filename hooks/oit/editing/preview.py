"""What a change of a record comes to: what it would break, and what is still to be done."""

from collections.abc import Iterator
from datetime import date

from oit.assessment.result import Assessment, ItemAssessment, RoundAssessment, RoundState
from oit.findings import FAULTY, Finding, Kind
from oit.reporting.due import Duty, duties_of
from oit.wording.due_text import due_report
from oit.wording.terms import STATUS_EN, STATUS_TH, Language, english_date, thai_date
from oit.wording.vocabulary import Vocabulary

_CLOSED = "รอบนี้ปิดแล้วเมื่อวันที่ {day} ข้อมูลที่เพิ่มภายหลังจะแสดงบนเว็บไซต์ แต่ไม่เปลี่ยนผลการตรวจ ณ วันปิดรอบ"


def round_of(assessment: Assessment, fiscal_year: int) -> RoundAssessment:
    """The judgement of a round that is there."""
    return next(one for one in assessment.rounds if one.fiscal_year == fiscal_year)


def item_of(assessment: Assessment, fiscal_year: int, item: str) -> ItemAssessment:
    """The judgement of an item that is there."""
    items = round_of(assessment, fiscal_year).items
    return next(one for one in items if one.id == item)


def new_faults(before: ItemAssessment, after: ItemAssessment) -> list[Finding]:
    """What is wrong of an item only now; lateness is no fault of the change."""
    known = {_what(one) for one in before.findings}
    return [one for one in after.findings if one.kind in FAULTY and _what(one) not in known]


def new_notices(before: ItemAssessment, after: ItemAssessment) -> list[Finding]:
    """What whoever approves will be told of an item only now."""
    known = {_what(one) for one in before.findings}
    return [one for one in after.findings if one.kind is Kind.NOTICE and _what(one) not in known]


def _what(finding: Finding) -> tuple[object, ...]:
    """What is the matter and where, whatever the line."""
    return (finding.rule, finding.file, finding.field, finding.where)


def standing(
    round_: RoundAssessment, one: ItemAssessment, today: date, vocabulary: Vocabulary
) -> str:
    """An item's status, its next deadline, and what of it is owed by now."""
    lines = [_status_th(one)]
    if round_.state is RoundState.CLOSED:
        lines.append(_CLOSED.format(day=thai_date(round_.policy.closes)))
    late = list(_owed_by_now(round_, one))
    if late:
        lines.append("ยังต้องดำเนินการ:")
        lines.append(_indented(due_report(late, today, vocabulary, Language.TH)))
    lines.append(_status_en(one, len(late)))
    return "\n".join(lines)


def _owed_by_now(round_: RoundAssessment, one: ItemAssessment) -> Iterator[Duty]:
    """What is overdue, and what became due because its period has ended."""
    for duty in duties_of(round_):
        if duty.item.id == one.id:
            has_ended = duty.period is not None and duty.period.end < round_.as_of
            if duty.due_on < round_.as_of or has_ended:
                yield duty


def _status_th(one: ItemAssessment) -> str:
    due = f" ครบกำหนดครั้งถัดไปวันที่ {thai_date(one.due_on)}" if one.due_on else ""
    return f"สถานะของข้อ {one.id}: {STATUS_TH[one.status]}{due}"


def _status_en(one: ItemAssessment, late: int) -> str:
    due = f", next due {english_date(one.due_on)}" if one.due_on else ""
    return f"[EN] {one.id}: {STATUS_EN[one.status]}{due}, {late} still to be done"


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" if line else "" for line in text.split("\n"))
