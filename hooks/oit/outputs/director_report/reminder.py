"""A short reminder to a division, to paste into a message or a circular."""

from collections.abc import Iterator

from oit.assessment.statuses import Status
from oit.catalog import Language
from oit.catalog.dates import thai_date, thai_short_date
from oit.escaping import one_line
from oit.model.office import SitePolicy
from oit.outputs.director_report.sheet import DEMONSTRATION, late_status
from oit.reporting.director_report import DirectorReport
from oit.reporting.due import Duty
from oit.wording.due_text import duty_words
from oit.wording.vocabulary import Vocabulary

_PUBLISH = "รายการที่ยังไม่ได้เผยแพร่ โปรดเพิ่มไฟล์หรือข้อมูลในแบบฟอร์มของเว็บไซต์ หรือส่งให้ผู้ประสานงาน"
_CONFIRM = (
    "รายการที่ให้ปรับปรุงหรือยืนยัน หากข้อมูลยังถูกต้องและไม่มีการเปลี่ยนแปลง "
    "โปรดยืนยันข้อมูล พร้อมระบุตำแหน่งผู้ยืนยันและเหตุผล"
)
_THANKS = "ขอขอบคุณที่ร่วมกันเปิดเผยข้อมูลต่อประชาชน"


def reminded_divisions(report: DirectorReport) -> list[str]:
    """The ids of divisions with something late or coming, in the order of the office."""
    return [summary.division.id for summary in report.divisions if summary.late or summary.coming]


def reminder(
    report: DirectorReport, division: str, policy: SitePolicy, vocabulary: Vocabulary
) -> str:
    """Plain text in Thai: what is late, what is due, and how a division can respond."""
    blocks = [
        f"เรียน {one_line(vocabulary.division(division, Language.TH))}\n"
        f"ข้อมูล OIT ปีงบประมาณ พ.ศ. {report.fiscal_year} ณ วันที่ {thai_date(report.as_of)}"
    ]
    late, coming = list(_late_lines(report, division)), list(_coming_lines(report, division))
    if late:
        blocks.append("\n".join(["โปรดดำเนินการโดยเร็ว", *late]))
    if coming:
        blocks.append("\n".join([f"ครบกำหนดภายในวันที่ {thai_date(report.until)}", *coming]))
    closing = "\n".join(_instructions(report, division))
    blocks.append(closing if late or coming else nothing_due(report))
    demonstration = [f"({DEMONSTRATION})"] if policy.is_demonstration else []
    blocks.append("\n".join([one_line(policy.office.name_th), *demonstration]))
    return "\n\n".join(blocks)


def nothing_due(report: DirectorReport) -> str:
    """The sentence where nothing is late, and nothing due up to the report's last coming day."""
    return (
        "ขณะนี้ไม่มีรายการที่ค้าง และไม่มีรายการที่ครบกำหนด"
        f"ภายในวันที่ {thai_date(report.until)} ขอขอบคุณที่ดูแลข้อมูลให้เป็นปัจจุบัน"
    )


def _late_lines(report: DirectorReport, division: str) -> Iterator[str]:
    """What is past its deadline, then what is invalid in what was sent."""
    for duty in report.overdue:
        if duty.division == division:
            days = (report.as_of - duty.due_on).days
            yield one_line(f"• ข้อ {_duty_text(duty)} (เกินกำหนดแล้ว {days} วัน)")
    # Other statuses of late items are the overdue duties above.
    for late_item in report.late:
        if late_item.division == division and late_item.status is Status.INVALID:
            item = late_item.item
            yield one_line(f"• ข้อ {item.item} {item.title_th}: {late_status(late_item)}")


def _coming_lines(report: DirectorReport, division: str) -> Iterator[str]:
    for duty in report.coming:
        if duty.division == division:
            yield one_line(f"• {thai_date(duty.due_on)} ข้อ {_duty_text(duty)}")


def _duty_text(duty: Duty) -> str:
    until = duty.waived_until
    waived = f" (ได้รับการผ่อนผันถึง {thai_short_date(until)})" if until else ""
    return f"{duty.item.id} {duty_words(duty, Language.TH)}{waived}"


def _instructions(report: DirectorReport, division: str) -> Iterator[str]:
    """How to do what is due: by publishing, by confirming, or by both."""
    due = [duty for duty in (*report.overdue, *report.coming) if duty.division == division]
    if any(duty.requirement for duty in due):
        yield _PUBLISH
    if not all(duty.requirement for duty in due):
        yield _CONFIRM
    yield _THANKS
