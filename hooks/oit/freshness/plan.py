"""All that the daily look has to do on the forge."""

from collections.abc import Sequence
from datetime import datetime

from oit.assessment.result import Assessment
from oit.freshness.overdue import overdue_threads
from oit.freshness.reminders import reminder_threads
from oit.freshness.threads import Action, Issue, Thread, steps
from oit.terms import thai_date

HEARTBEAT = "heartbeat"


def plan(assessment: Assessment, now: datetime, issues: Sequence[Issue]) -> list[Action]:
    """The heartbeat is written when all else is done, so that it tells of a whole run.

    `now` is the time in Bangkok; `issues` are those that the same program has opened.
    """
    overdue = list(overdue_threads(assessment))
    coming = list(reminder_threads(assessment, now.date(), issues))
    beat = _heartbeat(now, len(overdue), len(coming))
    actions = steps([beat, *overdue, *coming], issues)
    return sorted(actions, key=lambda action: getattr(action, "thread", None) is beat)


def _heartbeat(now: datetime, overdue: int, coming: int) -> Thread:
    text = f"""\
ตรวจครั้งล่าสุดเมื่อวันที่ {thai_date(now.date())} เวลา {now:%H.%M} น.

- ข้อที่ต้องดำเนินการ {overdue} ข้อ
- หน่วยงานที่มีกำหนดภายใน 30 วัน {coming} หน่วยงาน

หากเวลาข้างต้นเก่ากว่าสองวัน การตรวจประจำวันหยุดทำงานแล้ว โปรดแจ้งผู้ดูแลระบบ เรื่องนี้เปิดไว้ตลอด ไม่ต้องปิด

[EN] The daily look last ran on {now:%Y-%m-%d at %H:%M}, Bangkok time. If that is more than two days
ago, it has stopped."""
    return Thread(
        key=HEARTBEAT, title="การตรวจความเป็นปัจจุบันประจำวัน", text=text, labels=("oit-heartbeat",)
    )
