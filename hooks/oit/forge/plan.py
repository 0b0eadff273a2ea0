"""The issues that the daily run of `oit freshness` wants: overdue items, reminders, a heartbeat."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta

from oit.assessment.gate import is_judged
from oit.assessment.result import Assessment, ItemAssessment
from oit.catalog import Language, both, say
from oit.diagnostics import grouped
from oit.escaping import for_forge, one_line
from oit.forge.issues import Issue, IssueAction, WantedIssue, issue_actions, mark
from oit.records.site import Site
from oit.reporting.due import Duty, duties_in_force
from oit.reporting.waiting import blocking_divisions
from oit.wording.due_text import duty_words
from oit.wording.form_links import form_of, with_form_links
from oit.wording.posts import head_of
from oit.wording.render.markdown import form_link, table
from oit.wording.sentences import diagnostics_of
from oit.wording.vocabulary import vocabulary_of
from oit.wording.words import status_words

_DAYS_BEFORE = (30, 7, 1)
"""Days before a deadline on which a division is reminded."""
_SEEN = re.compile(r"<!-- oit:seen:(\d{4}-\d{2}-\d{2}) -->", re.ASCII)


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
    text = both(
        "issues.heartbeat",
        day=now.date(),
        time=f"{now:%H.%M}",
        overdue=overdue,
        coming=reminders,
    )
    return WantedIssue(
        key="heartbeat",
        title=say("issues.heartbeat-title", Language.TH),
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
    shown = for_forge(title)
    vocabulary = with_form_links(vocabulary_of(assessment.site), assessment)
    to_do = grouped(diagnostics_of(item.to_do, vocabulary))
    blocks = (
        say("issues.late-subject", Language.TH, item=shown),
        _salutation(assessment.site, divisions),
        say("issues.late-intro", Language.TH, item=shown, year=fiscal_year),
        table(to_do, Language.TH),
        both("issues.late-ending"),
    )
    status = status_words(item.status).th
    return WantedIssue(
        key=f"late:{fiscal_year}/{item.id}",
        title=say("issues.late-title", Language.TH, status=status, item=title, year=fiscal_year),
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
    name = one_line(_name_of(site, division))
    blocks = (
        mark(f"seen:{today.isoformat()}"),
        say("issues.due-subject", Language.TH),
        _salutation(site, [division]),
        say("issues.due-intro", Language.TH, day=today),
        _duty_list(duties, site),
        both("issues.due-ending"),
    )
    return WantedIssue(
        key=f"due:{division}",
        title=say("issues.due-title", Language.TH, division=name),
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
    return "\n\n".join([_salutation(site, [division]), _duty_list(newly_near, site)])


def _came_near(duty: Duty, last_run: date, today: date) -> bool:
    """Whether a day of reminding lies after the last run: a missed run loses no reminder."""
    days = (duty.due_on - timedelta(days=before) for before in _DAYS_BEFORE)
    return any(last_run < day <= today for day in days)


def _duty_list(duties: Sequence[Duty], site: Site) -> str:
    return "\n".join(f"- {_duty_line(duty, site)}" for duty in duties)


def _duty_line(duty: Duty, site: Site) -> str:
    what = for_forge(one_line(duty_words(duty, Language.TH)))
    line = say("issues.due-line", Language.TH, day=duty.due_on, item=duty.item.id, what=what)
    return " ".join(filter(None, (line, form_link(form_of(duty, site), Language.TH))))


def _handles_of(site: Site, divisions: Sequence[str]) -> tuple[str, ...]:
    """Their people or teams on the forge; the coordinator for a division that has none."""
    coordinator = site.policy.coordinator if site.policy else None
    known = {division.id: division.forge for division in site.divisions}
    handles = [known.get(division) or coordinator for division in divisions]
    return tuple(dict.fromkeys(filter(None, handles)))


def _salutation(site: Site, divisions: Sequence[str]) -> str:
    """The opening of a letter, which is to posts: `เรียน หัวหน้าฝ่ายการคลัง (@office/finance)`."""
    posts = " ".join(_head_of(site, division) for division in divisions)
    handles = " ".join(_handles_of(site, divisions))
    if not handles:
        return say("issues.to", Language.TH, posts=posts)
    return say("issues.to-with-handles", Language.TH, posts=posts, handles=handles)


def _head_of(site: Site, division: str) -> str:
    return for_forge(one_line(head_of(_name_of(site, division))))


def _name_of(site: Site, division: str) -> str:
    """The Thai name of a division; of one that the site does not know, its id."""
    names = {known.id: known.name_th for known in site.divisions}
    return names.get(division, division)
