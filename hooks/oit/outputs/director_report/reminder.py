"""A short reminder to a division, to paste into a message or a circular."""

from collections.abc import Iterator

from oit.assessment.statuses import Status
from oit.escaping import one_line
from oit.model.office import SitePolicy
from oit.outputs.director_report.sheet import DEMONSTRATION, late_status
from oit.reporting.director_report import DirectorReport
from oit.reporting.due import Duty
from oit.wording.due_text import duty_words
from oit.wording.terms import Language, thai_date, thai_short_date
from oit.wording.vocabulary import Vocabulary

_PUBLISH = "รายการที่ยังไม่ได้เผยแพร่ โปรดเพิ่มไฟล์หรือข้อมูลในแบบฟอร์มของเว็บไซต์ หรือส่งให้ผู้ประสานงาน"
_CONFIRM = (
    "รายการที่ให้ปรับปรุงหรือยืนยัน หากข้อมูลยังถูกต้องและไม่มีการเปลี่ยนแปลง "
    "โปรดยืนยันข้อมูล พร้อมระบุตำแหน่งผู้ยืนยันและเหตุผล"
)
_THANKS = "ขอขอบคุณที่ร่วมกันเปิดเผยข้อมูลต่อประชาชน"


def reminder(
    report: DirectorReport, division: str, policy: SitePolicy, vocabulary: Vocabulary
) -> str:
    """Plain text: what is late, what is due, and how a division answers."""
    blocks = [
        f"เรียน {one_line(vocabulary.division(division, Language.TH))}\n"
        f"ข้อมูล OIT ปีงบประมาณ พ.ศ. {report.fiscal_year} ณ วันที่ {thai_date(report.as_of)}"
    ]
    late, coming = list(_late(report, division)), list(_coming(report, division))
    if late:
        blocks.append("\n".join(["โปรดดำเนินการโดยเร็ว", *late]))
    if coming:
        blocks.append("\n".join([f"ครบกำหนดภายในวันที่ {thai_date(report.until)}", *coming]))
    blocks.append("\n".join(_answers(report, division)) if late or coming else nothing(report))
    demonstration = [f"({DEMONSTRATION})"] if policy.is_demonstration else []
    blocks.append("\n".join([one_line(policy.office.name_th), *demonstration]))
    return "\n\n".join(blocks)


def _answers(report: DirectorReport, division: str) -> Iterator[str]:
    """How to answer what is asked: by publishing, by confirming, or by both."""
    asked = [one for one in (*report.overdue, *report.coming) if one.division == division]
    if any(duty.requirement for duty in asked):
        yield _PUBLISH
    if not all(duty.requirement for duty in asked):
        yield _CONFIRM
    yield _THANKS


def reminded_divisions(report: DirectorReport) -> list[str]:
    """The divisions that have something to do, in the order of the office."""
    return [one.division.id for one in report.divisions if one.late or one.coming]


def nothing(report: DirectorReport) -> str:
    """That nothing is asked for, and until when."""
    return (
        "ขณะนี้ไม่มีรายการที่ค้าง และไม่มีรายการที่ครบกำหนด"
        f"ภายในวันที่ {thai_date(report.until)} ขอขอบคุณที่ดูแลข้อมูลให้เป็นปัจจุบัน"
    )


def _late(report: DirectorReport, division: str) -> Iterator[str]:
    """What is past its deadline, then what is wrong in what was sent."""
    for duty in report.overdue:
        if duty.division == division:
            days = (report.as_of - duty.due_on).days
            yield one_line(f"• ข้อ {_duty(duty)} (เกินกำหนดแล้ว {days} วัน)")
    for one in report.late:
        if one.division == division and one.status is Status.INVALID:
            yield one_line(f"• ข้อ {one.item.item} {one.item.title_th}: {late_status(one)}")


def _coming(report: DirectorReport, division: str) -> Iterator[str]:
    for duty in report.coming:
        if duty.division == division:
            yield one_line(f"• {thai_date(duty.due_on)} ข้อ {_duty(duty)}")


def _duty(duty: Duty) -> str:
    until = duty.waived_until
    waived = f" (ได้รับการผ่อนผันถึง {thai_short_date(until)})" if until else ""
    return f"{duty.item.id} {duty_words(duty, Language.TH)}{waived}"
