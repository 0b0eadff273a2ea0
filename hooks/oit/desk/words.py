"""What is told of a batch: its page, and the message of its commit."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from oit.catalog import Language, joined, say
from oit.catalog.dates import date_words
from oit.desk.judge_batch import Judged
from oit.desk.view import Arrived, Batch, DueLine, State
from oit.entry.difference import difference
from oit.entry.selection import Session
from oit.escaping import one_line
from oit.evidence.personal import redact
from oit.intake.shapes import Target
from oit.reporting.due import Duty, duties_in_force
from oit.wording.due_text import duty_words

AREA = "entry"
"""The area in the titles of commits."""
_SOON = timedelta(days=30)
_LONGEST_TITLE = 72


def batch_of(judged: Judged, seconds: float) -> Batch:
    """What the page shows; what is ready counts as published in what is due."""
    before, session = judged.before, judged.stage.session
    policy = before.site.policy
    return Batch(
        office=policy.office.name_th if policy else before.site.site_name or "",
        arrived=judged.arrived,
        due=tuple(_due_lines(session)),
        difference=difference(before, session.before, Language.TH),
        seconds=seconds,
    )


def _due_lines(session: Session) -> Iterator[DueLine]:
    """What is overdue, and what is due within a month, the earliest first."""
    vocabulary = session.vocabulary
    for duty in duties_in_force(session.before):
        if duty.due_on <= session.today + _SOON:
            what = duty_words(duty, Language.TH)
            yield DueLine(
                division=vocabulary.division(duty.division, Language.TH),
                words=say("batch.due", Language.TH, item=duty.item.id, what=what),
                due=date_words(duty.due_on, Language.TH),
                target=_target_of(duty),
            )


def _target_of(duty: Duty) -> Target:
    """The cell; of a confirmation the record or part, which has no requirement."""
    item = duty.item
    is_part = any(unit.is_part and unit.division == duty.division for unit in item.units)
    division = duty.division if is_part else None
    if duty.requirement is None:
        return Target(duty.fiscal_year, item.id, "", None, division)
    owed_by = division if duty.requirement.by_division else None
    return Target(duty.fiscal_year, item.id, duty.requirement.id, duty.period, owed_by)


def title_of(ready: Iterable[Arrived], typed: str) -> str:
    """The title of a commit: what somebody typed, or what is in it."""
    entries = list(ready)
    words = redact(one_line(typed)) or _told(entries)
    title = f"{AREA}: {words}"
    return title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1]}…"


def body_of(ready: Iterable[Arrived]) -> str:
    """What is in it, a line each."""
    return "\n".join(f"- {redact(one_line(each.place))}" for each in ready)


def _told(entries: list[Arrived]) -> str:
    if len(entries) == 1:
        return one_line(entries[0].place)
    items = dict.fromkeys(each.target.item for each in entries if each.target)
    named = joined(list(items), Language.TH)
    return say("batch.title", Language.TH, count=len(entries), items=named)


def ready_of(arrived: Iterable[Arrived]) -> tuple[Arrived, ...]:
    """Those that will be written, by item."""
    ready = (each for each in arrived if each.state is State.READY)
    return tuple(sorted(ready, key=lambda each: _number(each.target)))


def _number(target: Target | None) -> int:
    """The number of an item, `O15`."""
    digits = target.item.removeprefix("O") if target else ""
    return int(digits) if digits.isdecimal() else 0
