"""Deadlines as lines of a page: one line for an item on a day, however many duties it has then."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from msgspec import Struct

from oit.assessment.result import RoundAssessment, RoundState
from oit.catalog import joined
from oit.contract.addresses import item_path
from oit.outputs.pages.blocks import Tag, Tone
from oit.outputs.pages.page_writer import PageWriter
from oit.periods import Period
from oit.reporting.due import Duty, duties_of

_NAMED_OWNERS = 3
"""How many divisions a line names; of more it says how many."""


class DueLine(Struct, frozen=True, kw_only=True):
    """What an item owes on a day."""

    number: str
    """`O15`."""
    title: str
    href: str
    what: str
    owners: str
    """The ids of the divisions that owe it, by which the list is filtered."""
    owner_names: str
    tag: Tag | None
    """By how many days it is late, or until when that is permitted; `None` of what is to come."""


class DueDay(Struct, frozen=True, kw_only=True):
    """A day and what is due on it."""

    iso: str
    name: str
    lines: tuple[DueLine, ...]


def late_lines(
    round_: RoundAssessment, writer: PageWriter, division: str | None = None
) -> tuple[DueLine, ...]:
    """What is past its day, the oldest first; of one division where it is named."""
    past = (duty for duty in _duties(round_, division) if duty.due_on < round_.as_of)
    return tuple(line for day in _days(past, round_, writer) for line in day.lines)


def days_ahead(
    round_: RoundAssessment, writer: PageWriter, division: str | None = None
) -> tuple[DueDay, ...]:
    """What is still to come, the next day first, after the round closes too."""
    ahead = (duty for duty in _duties(round_, division) if duty.due_on >= round_.as_of)
    return tuple(_days(ahead, round_, writer))


def ahead_words(count: int, round_: RoundAssessment, writer: PageWriter) -> str:
    """On how many days something is still to come before the round closes, in a sentence."""
    closes = round_.policy.closes
    if round_.state is RoundState.CLOSED:
        return writer.say("deadlines.closed", day=closes)
    message = "deadlines.ahead" if count else "deadlines.none-ahead"
    return writer.say(message, count=count, day=closes)


def _duties(round_: RoundAssessment, division: str | None) -> list[Duty]:
    duties = duties_of(round_)
    return [duty for duty in duties if division in (None, duty.division)]


def _days(duties: Iterable[Duty], round_: RoundAssessment, writer: PageWriter) -> Iterable[DueDay]:
    for day, owed in groupby(duties, key=lambda duty: duty.due_on):
        by_item = groupby(owed, key=lambda duty: duty.item.id)
        lines = tuple(_line(list(same), round_, writer) for _, same in by_item)
        yield DueDay(iso=day.isoformat(), name=writer.day(day), lines=lines)


def _line(duties: list[Duty], round_: RoundAssessment, writer: PageWriter) -> DueLine:
    mandated = duties[0].item.mandated
    owners = tuple(dict.fromkeys(duty.division for duty in duties))
    return DueLine(
        number=mandated.item,
        title=writer.short_title(mandated),
        href=writer.href(item_path(round_.fiscal_year, mandated)),
        what=_what(duties, writer),
        owners=" ".join(owners),
        owner_names=_owner_names(owners, writer),
        tag=_tag(duties, round_.as_of, writer),
    )


def _what(duties: list[Duty], writer: PageWriter) -> str:
    """What is owed, the names of one period together: ก ข และยืนยันข้อมูล เดือนมีนาคม 2568."""
    by_period: dict[Period | None, dict[str, None]] = {}
    for duty in sorted(duties, key=lambda duty: duty.requirement is None):
        by_period.setdefault(duty.period, {})[_name(duty, writer)] = None
    return joined(
        [_of(period, names, writer) for period, names in by_period.items()], writer.language
    )


def _name(duty: Duty, writer: PageWriter) -> str:
    return writer.label(duty.requirement) if duty.requirement else writer.say("due.confirmation")


def _of(period: Period | None, names: Iterable[str], writer: PageWriter) -> str:
    what = joined(list(names), writer.language)
    return writer.say("due.of-period", what=what, period=period) if period else what


def _owner_names(owners: tuple[str, ...], writer: PageWriter) -> str:
    if len(owners) > _NAMED_OWNERS:
        return writer.say("deadlines.many-owners", count=len(owners))
    return " ".join(map(writer.division, owners))


def _tag(duties: list[Duty], as_of: date, writer: PageWriter) -> Tag | None:
    """A permission to be late counts only where it covers all that is late."""
    if duties[0].due_on >= as_of:
        return None
    permitted = [duty.waived_until for duty in duties if duty.waived_until]
    if len(permitted) == len(duties):
        return Tag(tone=Tone.WAIT, words=writer.say("due.waived", until=min(permitted)))
    days = (as_of - duties[0].due_on).days
    return Tag(tone=Tone.LATE, words=writer.say("deadlines.late-by", days=days))
