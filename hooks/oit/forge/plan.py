"""The issues that the daily run of `oit freshness` wants: overdue items, reminders, a heartbeat."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta

from oit.assessment.gate import is_judged
from oit.assessment.result import Assessment, ItemAssessment
from oit.catalog import Language
from oit.catalog.dates import thai_date
from oit.escaping import for_forge, one_line
from oit.forge.issues import Issue, IssueAction, WantedIssue, issue_actions, mark
from oit.forge.run_summary import findings_table
from oit.records.site import Site
from oit.reporting.due import Duty, duties_in_force
from oit.reporting.waiting import blocking_divisions
from oit.wording.due_text import duty_words
from oit.wording.terms import STATUS_TH
from oit.wording.vocabulary import vocabulary_of

_DAYS_BEFORE = (30, 7, 1)
"""Days before a deadline on which a division is reminded."""
_SEEN = re.compile(r"<!-- oit:seen:(\d{4}-\d{2}-\d{2}) -->", re.ASCII)
_OVERDUE_ENDING = """\
ส่งข้อมูลได้ตามคู่มือเจ้าหน้าที่บนเว็บไซต์ เมื่อข้อมูลเรียบร้อยแล้ว ระบบจะปิดเรื่องนี้เอง ไม่ต้องปิดด้วยตนเอง

[EN] A program keeps this issue, and closes it when the item is in order."""
_REMINDER_ENDING = """\
หากข้อมูลยังถูกต้องและไม่มีการเปลี่ยนแปลง โปรดยืนยันข้อมูลตามคู่มือเจ้าหน้าที่บนเว็บไซต์
ระบบจะปิดเรื่องนี้เองเมื่อไม่มีกำหนดใน 30 วัน

[EN] A program keeps this issue: what is to be published or confirmed in the coming 30 days."""


def plan(assessment: Assessment, now: datetime, issues: Sequence[Issue]) -> list[IssueAction]:
    """The actions that make the forge's issues say what is late and due, the heartbeat last.

    `now` is the time in Bangkok; `issues` are those that the same program has opened.
    """
    overdue = list(_overdue_issues(assessment))
    reminders = list(_reminder_issues(assessment, now.date(), issues))
    heartbeat = _heartbeat(now, len(overdue), len(reminders))
    actions = issue_actions([heartbeat, *overdue, *reminders], issues)
    # Written last: a heartbeat of today means that the whole run succeeded.
    return sorted(actions, key=lambda action: getattr(action, "issue", None) is heartbeat)


def _heartbeat(now: datetime, overdue: int, reminders: int) -> WantedIssue:
    text = f"""\
ตรวจครั้งล่าสุดเมื่อวันที่ {thai_date(now.date())} เวลา {now:%H.%M} น.

- ข้อที่ต้องดำเนินการ {overdue} ข้อ
- หน่วยงานที่มีกำหนดภายใน 30 วัน {reminders} หน่วยงาน

หากเวลาข้างต้นเก่ากว่าสองวัน การตรวจประจำวันหยุดทำงานแล้ว โปรดแจ้งผู้ดูแลระบบ เรื่องนี้เปิดไว้ตลอด ไม่ต้องปิด

[EN] The daily look last ran on {now:%Y-%m-%d at %H:%M}, Bangkok time. If that is more than two days
ago, it has stopped."""
    return WantedIssue(
        key="heartbeat",
        title="การตรวจความเป็นปัจจุบันประจำวัน",
        text=text,
        labels=("oit-heartbeat",),
    )


def _overdue_issues(assessment: Assessment) -> Iterator[WantedIssue]:
    """An issue for each failing item of the judged rounds, in the order of the mandate."""
    for round_ in assessment.rounds:
        if is_judged(assessment, round_):
            for item in round_.failed:
                yield _overdue_issue(assessment, round_.fiscal_year, item)


def _overdue_issue(assessment: Assessment, fiscal_year: int, item: ItemAssessment) -> WantedIssue:
    divisions = sorted(blocking_divisions(item)) or [item.mandated.lead]
    title = one_line(f"{item.id} {item.mandated.title_th}")
    vocabulary = vocabulary_of(assessment.site)
    blocks = (
        _salutation(assessment.site, divisions),
        f"ข้อ {for_forge(title)} ปีงบประมาณ พ.ศ. {fiscal_year} มีเรื่องที่ขอให้ดำเนินการ",
        findings_table(item.to_do, vocabulary, Language.TH),
        _OVERDUE_ENDING,
    )
    return WantedIssue(
        key=f"late:{fiscal_year}/{item.id}",
        title=f"{STATUS_TH[item.status]}: {title} ({fiscal_year})",
        text="\n\n".join(blocks),
        handles=_handles_of(assessment.site, divisions),
        labels=("oit-late", *divisions),
    )


def _reminder_issues(
    assessment: Assessment, today: date, issues: Iterable[Issue]
) -> Iterator[WantedIssue]:
    """An issue for each division with a deadline in the coming 30 days, in the office's order."""
    last_runs = {issue.key: _last_run(issue) for issue in issues}
    last_day = today + timedelta(days=max(_DAYS_BEFORE))
    coming = [duty for duty in duties_in_force(assessment) if today <= duty.due_on <= last_day]
    for division in assessment.site.divisions:
        duties = [duty for duty in coming if duty.division == division.id]
        if duties:
            last_run = last_runs.get(f"due:{division.id}")
            yield _reminder_issue(assessment.site, division.id, duties, today, last_run)


def _last_run(issue: Issue) -> date | None:
    """The day of the run that wrote the issue's text; `None` where somebody has edited it away."""
    seen = _SEEN.search(issue.body)
    try:
        return date.fromisoformat(seen[1]) if seen else None
    except ValueError:
        return None


def _reminder_issue(
    site: Site, division: str, duties: Sequence[Duty], today: date, last_run: date | None
) -> WantedIssue:
    name = one_line(vocabulary_of(site).division(division, Language.TH))
    blocks = (
        mark(f"seen:{today.isoformat()}"),
        _salutation(site, [division]),
        f"รายการที่ครบกำหนดภายใน 30 วัน ณ วันที่ {thai_date(today)}",
        _duty_list(duties),
        _REMINDER_ENDING,
    )
    return WantedIssue(
        key=f"due:{division}",
        title=f"กำหนดเผยแพร่ของ{name}",
        text="\n\n".join(blocks),
        handles=_handles_of(site, [division]),
        labels=("oit-due", division),
        comment=_reminder_comment(site, division, duties, today, last_run),
    )


def _reminder_comment(
    site: Site, division: str, duties: Sequence[Duty], today: date, last_run: date | None
) -> str:
    """The duties that came within 30, 7 or 1 days since the last run; empty without any.

    A new issue needs none: its text lists them all.
    """
    newly_near = [duty for duty in duties if last_run and _came_near(duty, last_run, today)]
    if not newly_near:
        return ""
    return "\n\n".join([_salutation(site, [division]), _duty_list(newly_near)])


def _came_near(duty: Duty, last_run: date, today: date) -> bool:
    """Whether a day of reminding lies after the last run: a missed run loses no reminder."""
    days = (duty.due_on - timedelta(days=before) for before in _DAYS_BEFORE)
    return any(last_run < day <= today for day in days)


def _duty_list(duties: Sequence[Duty]) -> str:
    return "\n".join(f"- {_duty_line(duty)}" for duty in duties)


def _duty_line(duty: Duty) -> str:
    words = one_line(f"ข้อ {duty.item.id} {duty_words(duty, Language.TH)}")
    return f"{thai_date(duty.due_on)}: {for_forge(words)}"


def _handles_of(site: Site, divisions: Sequence[str]) -> tuple[str, ...]:
    """Their people or teams on the forge; the coordinator for a division that has none."""
    coordinator = site.policy.coordinator if site.policy else None
    known = {division.id: division.forge for division in site.divisions}
    handles = [known.get(division) or coordinator for division in divisions]
    return tuple(dict.fromkeys(filter(None, handles)))


def _salutation(site: Site, divisions: Sequence[str]) -> str:
    """The opening of a letter, as `เรียน ฝ่ายการคลัง (@office/finance)`."""
    vocabulary = vocabulary_of(site)
    names = ", ".join(
        for_forge(one_line(vocabulary.division(division, Language.TH))) for division in divisions
    )
    handles = " ".join(_handles_of(site, divisions))
    return f"เรียน {names} ({handles})" if handles else f"เรียน {names}"
