"""An issue for each item that somebody has to mend, to the divisions that hold it up."""

from collections.abc import Iterator

from oit.assessment.gate import is_judged
from oit.assessment.result import Assessment, ItemAssessment
from oit.check_summary import findings_table
from oit.escaping import inert, one_line
from oit.freshness.addressed import addressed, handles_of
from oit.freshness.threads import Thread
from oit.report import blocking_divisions
from oit.terms import STATUS_TH, Language
from oit.vocabulary import vocabulary_of

LABEL = "oit-late"
_ENDING = """\
ส่งข้อมูลได้ตามคู่มือเจ้าหน้าที่บนเว็บไซต์ เมื่อข้อมูลเรียบร้อยแล้ว ระบบจะปิดเรื่องนี้เอง ไม่ต้องปิดด้วยตนเอง

[EN] A program keeps this issue, and closes it when the item is in order."""


def overdue_threads(assessment: Assessment) -> Iterator[Thread]:
    """Items of the rounds that are judged, in the order of the mandate."""
    for round_ in assessment.rounds:
        if is_judged(assessment, round_):
            for one in round_.items:
                if one.is_failing:
                    yield _thread(assessment, round_.fiscal_year, one)


def _thread(assessment: Assessment, fiscal_year: int, one: ItemAssessment) -> Thread:
    divisions = sorted(blocking_divisions(one)) or [one.item.lead]
    named = one_line(f"{one.item.item} {one.item.title_th}")
    vocabulary = vocabulary_of(assessment.site)
    blocks = (
        addressed(assessment.site, divisions),
        f"ข้อ {inert(named)} ปีงบประมาณ พ.ศ. {fiscal_year} มีเรื่องที่ขอให้ดำเนินการ",
        findings_table(one.to_do, vocabulary, Language.TH),
        _ENDING,
    )
    return Thread(
        key=f"late:{fiscal_year}/{one.item.item}",
        title=f"{STATUS_TH[one.status]}: {named} ({fiscal_year})",
        text="\n\n".join(blocks),
        handles=handles_of(assessment.site, divisions),
        labels=(LABEL, *divisions),
    )
