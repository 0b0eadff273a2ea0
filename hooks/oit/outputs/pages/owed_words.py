"""What is late and what is due next, in words: what the sentences of status are made of."""

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from oit.assessment.result import ItemAssessment, RoundAssessment
from oit.assessment.statuses import Status
from oit.catalog import joined
from oit.findings import Finding, Kind
from oit.model.mandate import Requirement
from oit.outputs.pages.blocks import Link
from oit.outputs.pages.links import item_link
from oit.outputs.pages.page_writer import PageWriter
from oit.periods import Period
from oit.reporting.due import duties_of_item

NAMED = 3
"""How many items a sentence names."""
_LATE = frozenset({Kind.MISSING, Kind.STALE})


class Owed(Struct, frozen=True):
    """Something that a division owes by a day, or is late with."""

    item: ItemAssessment
    division: str
    what: str
    """What is to be published, or that an update or a confirmation is due."""
    due_on: date
    days_late: int = 0
    """Days since its deadline, on the assessed date; 0 while it has not passed."""


def late_of(item: ItemAssessment, writer: PageWriter) -> tuple[Owed, ...]:
    """What of an item is late, the longest first; what a waiver covers is not."""
    late = (_late(item, finding, writer) for finding in _late_findings(item))
    return tuple(sorted(late, key=lambda owed: -owed.days_late))


def late_of_round(round_: RoundAssessment, writer: PageWriter) -> tuple[Owed, ...]:
    """The latest thing of each item that is late, the longest first."""
    late = (late_of(item, writer) for item in round_.items if item.status is not Status.INVALID)
    worst = (owed[0] for owed in late if owed)
    return tuple(sorted(worst, key=lambda owed: -owed.days_late))


def soon_of(item: ItemAssessment, round_: RoundAssessment, writer: PageWriter) -> tuple[Owed, ...]:
    """What of an item is due on its next deadline, where that is near."""
    if item.status is not Status.DUE:
        return ()
    return tuple(
        Owed(item, duty.division, _what(duty.requirement, duty.period, writer), duty.due_on)
        for duty in duties_of_item(item, round_)
        if duty.due_on == item.due_on
    )


def named(items: Sequence[str], writer: PageWriter) -> str:
    """The first of the items by number, and how many more there are."""
    more = len(items) - NAMED
    rest = [writer.say("states.more-items", count=more)] if more > 0 else []
    return joined([*items[:NAMED], *rest], writer.language)


def late_items(late: Sequence[Owed], writer: PageWriter) -> str:
    """What is late in a round: a single item in full, of more the numbers of the worst."""
    if len(late) == 1:
        return owed_words("states.late-item", late[0], writer)
    names = named([owed.item.id for owed in late], writer)
    return writer.say("states.late-items", count=len(late), names=names)


def late_things(late: Sequence[Owed], writer: PageWriter) -> str:
    """What a division is late with: a single thing in full, of more how many."""
    if len(late) == 1:
        return owed_words("states.late-thing", late[0], writer)
    return writer.say("states.late-things", count=len(late))


def late_links(late: Sequence[Owed], round_: RoundAssessment, writer: PageWriter) -> Iterator[Link]:
    """The items of the worst, with what the sentence above does not say already."""
    message = "states.late-owed" if len(late) > 1 else "states.late-due"
    return (owed_link(owed, message, round_, writer) for owed in late[:NAMED])


def owed_link(owed: Owed, message: str, round_: RoundAssessment, writer: PageWriter) -> Link:
    """The item that something is owed of, with what, when and by whom."""
    note = owed_words(message, owed, writer)
    return item_link(owed.item.mandated, round_.fiscal_year, writer, note=note)


def faulty_link(item: ItemAssessment, round_: RoundAssessment, writer: PageWriter) -> Link:
    """An item with something to correct, and who answers for it."""
    note = writer.say("states.leads", division=writer.division(item.mandated.lead))
    return item_link(item.mandated, round_.fiscal_year, writer, note=note)


def owed_words(message: str, owed: Owed, writer: PageWriter) -> str:
    """What is owed in the words of a message of the catalogue."""
    return writer.say(
        message,
        item=owed.item.id,
        what=owed.what,
        due=writer.short_day(owed.due_on),
        days=owed.days_late,
        division=writer.division(owed.division),
    )


def first_of(owed: Sequence[Owed], writer: PageWriter) -> str:
    """The first thing, and how many more there are."""
    more = len(owed) - 1
    return writer.say("states.more-things", what=owed[0].what, count=more) if more else owed[0].what


def _late_findings(item: ItemAssessment) -> Iterator[Finding]:
    for told in item.findings:
        for finding in (told, *told.repeated):
            if finding.kind in _LATE and "days" in finding.params:
                yield finding


def _late(item: ItemAssessment, finding: Finding, writer: PageWriter) -> Owed:
    asked = (owed for owed in item.mandated.requirements if owed.id == finding.requirement)
    return Owed(
        item=item,
        division=finding.division or item.mandated.lead,
        what=_what(next(asked, None), finding.params.get("period"), writer),
        due_on=finding.params["deadline"],
        days_late=finding.params["days"],
    )


def _what(requirement: Requirement | None, period: Period | None, writer: PageWriter) -> str:
    label = writer.label(requirement) if requirement else writer.say("states.confirmation")
    if period is None:
        return label
    return writer.say("states.of-period", what=label, period=writer.period(period))
