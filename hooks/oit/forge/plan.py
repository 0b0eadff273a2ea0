"""All that the daily look has to do on the forge."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta

from oit.assessment.gate import is_judged
from oit.assessment.result import Assessment, ItemAssessment
from oit.escaping import inert, one_line
from oit.forge.issues import Action, Issue, Thread, mark, steps
from oit.forge.run_summary import findings_table
from oit.records.site import Site
from oit.reporting.due import Duty, duties_in_force
from oit.wording.due_text import duty_words
from oit.wording.gate_text import blocking_divisions
from oit.wording.terms import STATUS_TH, Language, thai_date
from oit.wording.vocabulary import vocabulary_of

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


OVERDUE_LABEL = "oit-late"

_OVERDUE_ENDING = """\
ส่งข้อมูลได้ตามคู่มือเจ้าหน้าที่บนเว็บไซต์ เมื่อข้อมูลเรียบร้อยแล้ว ระบบจะปิดเรื่องนี้เอง ไม่ต้องปิดด้วยตนเอง

[EN] A program keeps this issue, and closes it when the item is in order."""


def overdue_threads(assessment: Assessment) -> Iterator[Thread]:
    """Items of the rounds that are judged, in the order of the mandate."""
    for round_ in assessment.rounds:
        if is_judged(assessment, round_):
            for one in round_.items:
                if one.is_failing:
                    yield _overdue_issue(assessment, round_.fiscal_year, one)


def _overdue_issue(assessment: Assessment, fiscal_year: int, one: ItemAssessment) -> Thread:
    divisions = sorted(blocking_divisions(one)) or [one.mandated.lead]
    named = one_line(f"{one.id} {one.mandated.title_th}")
    vocabulary = vocabulary_of(assessment.site)
    blocks = (
        addressed(assessment.site, divisions),
        f"ข้อ {inert(named)} ปีงบประมาณ พ.ศ. {fiscal_year} มีเรื่องที่ขอให้ดำเนินการ",
        findings_table(one.to_do, vocabulary, Language.TH),
        _OVERDUE_ENDING,
    )
    return Thread(
        key=f"late:{fiscal_year}/{one.id}",
        title=f"{STATUS_TH[one.status]}: {named} ({fiscal_year})",
        text="\n\n".join(blocks),
        handles=handles_of(assessment.site, divisions),
        labels=(OVERDUE_LABEL, *divisions),
    )


DUE_LABEL = "oit-due"

DAYS_BEFORE = (30, 7, 1)

_SEEN = re.compile(r"<!-- oit:seen:(\d{4}-\d{2}-\d{2}) -->")

_REMINDER_ENDING = """\
หากข้อมูลยังถูกต้องและไม่มีการเปลี่ยนแปลง โปรดยืนยันข้อมูลตามคู่มือเจ้าหน้าที่บนเว็บไซต์
ระบบจะปิดเรื่องนี้เองเมื่อไม่มีกำหนดใน 30 วัน

[EN] A program keeps this issue: what is to be published or confirmed in the coming 30 days."""


def reminder_threads(
    assessment: Assessment, today: date, issues: Iterable[Issue]
) -> Iterator[Thread]:
    """In the order of the office's divisions."""
    seen = {issue.key: _last_seen(issue) for issue in issues}
    last = today + timedelta(days=max(DAYS_BEFORE))
    coming = [one for one in duties_in_force(assessment) if today <= one.due_on <= last]
    for division in assessment.site.divisions:
        owed = [one for one in coming if one.division == division.id]
        if owed:
            since = seen.get(f"due:{division.id}")
            yield _reminder_issue(assessment, division.id, owed, today, since)


def _reminder_issue(
    assessment: Assessment, division: str, owed: Sequence[Duty], today: date, since: date | None
) -> Thread:
    site, vocabulary = assessment.site, vocabulary_of(assessment.site)
    name = one_line(vocabulary.division(division, Language.TH))
    blocks = (
        mark(f"seen:{today.isoformat()}"),
        addressed(site, [division]),
        f"รายการที่ครบกำหนดภายใน 30 วัน ณ วันที่ {thai_date(today)}",
        _listed(owed),
        _REMINDER_ENDING,
    )
    return Thread(
        key=f"due:{division}",
        title=f"กำหนดเผยแพร่ของ{name}",
        text="\n\n".join(blocks),
        handles=handles_of(site, [division]),
        labels=(DUE_LABEL, division),
        comment=_comment(assessment, division, owed, today, since),
    )


def _comment(
    assessment: Assessment, division: str, owed: Sequence[Duty], today: date, since: date | None
) -> str:
    """What has come within 30, 7 or 1 days since the issue was last looked at."""
    near = [one for one in owed if since and _has_come_near(one, since, today)]
    if not near:
        return ""
    return "\n\n".join([addressed(assessment.site, [division]), _listed(near)])


def _has_come_near(duty: Duty, since: date, today: date) -> bool:
    days = (duty.due_on - timedelta(days=before) for before in DAYS_BEFORE)
    return any(since < day <= today for day in days)


def _listed(duties: Sequence[Duty]) -> str:
    return "\n".join(f"- {_line(duty)}" for duty in duties)


def _line(duty: Duty) -> str:
    words = one_line(f"ข้อ {duty.item.id} {duty_words(duty, Language.TH)}")
    return f"{thai_date(duty.due_on)}: {inert(words)}"


def _last_seen(issue: Issue) -> date | None:
    """The day that the issue's text names; `None` where somebody has made it none."""
    seen = _SEEN.search(issue.body)
    try:
        return date.fromisoformat(seen[1]) if seen else None
    except ValueError:
        return None


def handles_of(site: Site, divisions: Sequence[str]) -> tuple[str, ...]:
    """Their people or teams on the forge; the coordinator for a division that has none."""
    coordinator = site.policy.coordinator if site.policy else None
    known = {one.id: one.forge for one in site.divisions}
    handles = [known.get(one) or coordinator for one in divisions]
    return tuple(dict.fromkeys(filter(None, handles)))


def addressed(site: Site, divisions: Sequence[str]) -> str:
    """The opening of a letter, as `เรียน ฝ่ายการคลัง (@office/finance)`."""
    vocabulary = vocabulary_of(site)
    names = ", ".join(inert(one_line(vocabulary.division(one, Language.TH))) for one in divisions)
    handles = " ".join(handles_of(site, divisions))
    return f"เรียน {names} ({handles})" if handles else f"เรียน {names}"
