"""An issue for each division with something due soon; it speaks up 30, 7 and 1 days before."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from oit.assessment.result import Assessment
from oit.due import Duty, duties_in_force
from oit.due_report import duty_words
from oit.escaping import inert, one_line
from oit.freshness.addressed import addressed, handles_of
from oit.freshness.threads import Issue, Thread, mark
from oit.terms import Language, thai_date
from oit.vocabulary import vocabulary_of

LABEL = "oit-due"
DAYS_BEFORE = (30, 7, 1)
_SEEN = re.compile(r"<!-- oit:seen:(\d{4}-\d{2}-\d{2}) -->")
_ENDING = """\
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
            yield _thread(assessment, division.id, owed, today, since)


def _thread(
    assessment: Assessment, division: str, owed: Sequence[Duty], today: date, since: date | None
) -> Thread:
    site, vocabulary = assessment.site, vocabulary_of(assessment.site)
    name = one_line(vocabulary.division(division, Language.TH))
    blocks = (
        mark(f"seen:{today.isoformat()}"),
        addressed(site, [division]),
        f"รายการที่ครบกำหนดภายใน 30 วัน ณ วันที่ {thai_date(today)}",
        _listed(owed),
        _ENDING,
    )
    return Thread(
        key=f"due:{division}",
        title=f"กำหนดเผยแพร่ของ{name}",
        text="\n\n".join(blocks),
        handles=handles_of(site, [division]),
        labels=(LABEL, division),
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
    words = one_line(f"ข้อ {duty.one.item.item} {duty_words(duty, Language.TH)}")
    return f"{thai_date(duty.due_on)}: {inert(words)}"


def _last_seen(issue: Issue) -> date | None:
    """The day that the issue's text names; `None` where somebody has made it none."""
    seen = _SEEN.search(issue.body)
    try:
        return date.fromisoformat(seen[1]) if seen else None
    except ValueError:
        return None
