"""The sentences of status: the only place that judges for pages, worst first.

What is late is told by name, with its days and the division that owes it; what is not due yet is
never counted against anybody. Once a round has closed, nothing is due in it any more.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from oit.assessment.cells import Cell, CellState
from oit.assessment.result import ItemAssessment, RoundAssessment, RoundState
from oit.assessment.statuses import Status
from oit.findings import FAULTY
from oit.outputs.pages.blocks import State, Tag, Tone
from oit.outputs.pages.owed_words import (
    NAMED,
    Owed,
    faulty_link,
    first_of,
    late_items,
    late_links,
    late_of,
    late_of_round,
    late_things,
    named,
    owed_link,
    owed_words,
    soon_of,
)
from oit.outputs.pages.page_writer import PageWriter

_TONES = {
    Status.INVALID: Tone.LATE,
    Status.INCOMPLETE: Tone.LATE,
    Status.STALE: Tone.LATE,
    Status.WAIVED: Tone.WAIT,
    Status.PENDING: Tone.WAIT,
    Status.DUE: Tone.SOON,
    Status.CURRENT: Tone.OK,
    Status.COMPLETE: Tone.OK,
}
_CELL_TONES = {
    CellState.PUBLISHED: Tone.OK,
    CellState.NONE: Tone.OK,
    CellState.LATE: Tone.OK,
    CellState.MISSING: Tone.LATE,
    CellState.NOT_DUE: Tone.WAIT,
}
_STANDINGS = {
    Status.CURRENT: "full",
    Status.COMPLETE: "full",
    Status.DUE: "soon",
    Status.PENDING: "wait",
    Status.WAIVED: "waived",
}
"""The parts of a round besides what is late, in the order in which they are told."""


# A round


def state_of_round(round_: RoundAssessment, writer: PageWriter) -> State:
    """Whether anything of a round is late or faulty, and if so what, since when and whose."""
    if round_.state is RoundState.UPCOMING:
        return _upcoming(round_, writer)
    late = late_of_round(round_, writer)
    faulty = [item for item in round_.items if item.status is Status.INVALID]
    if late or faulty:
        return _failing(late_items(late, writer), late, faulty, round_, writer)
    counts = parts_of_round(round_, writer)
    is_whole = all(_STANDINGS[item.status] == "full" for item in round_.items)
    return State(
        tone=Tone.OK,
        headline=writer.say("states.all-full", count=len(round_.items))
        if is_whole
        else writer.say("states.no-item-late"),
        detail=" · ".join([*(() if is_whole else counts), _as_of(round_, writer)]),
        is_sample=_has_sample(round_.items),
    )


def soon_of_round(round_: RoundAssessment, writer: PageWriter) -> State | None:
    """What is due soon in a round; `None` where nothing is."""
    soon = [owed for item in round_.items for owed in soon_of(item, round_, writer)]
    items = list(dict.fromkeys(owed.item.id for owed in soon))
    if not items:
        return None
    nearest = sorted(soon, key=lambda owed: owed.due_on)
    return State(
        tone=Tone.SOON,
        headline=writer.say("states.soon-items", count=len(items), names=named(items, writer)),
        links=tuple(
            owed_link(owed, "states.soon-owed", round_, writer) for owed in nearest[:NAMED]
        ),
        is_sample=_has_sample([owed.item for owed in soon]),
    )


def parts_of_round(round_: RoundAssessment, writer: PageWriter) -> list[str]:
    """How many items are in order, due soon, not due yet and waived; no part without items."""
    counts = Counter(_STANDINGS.get(item.status) for item in round_.items)
    closed = "-closed" if round_.state is RoundState.CLOSED else ""
    return [
        writer.say(f"states.count-{part}{closed}", count=counts[part])
        for part in dict.fromkeys(_STANDINGS.values())
        if counts[part]
    ]


# An item


def state_of_item(item: ItemAssessment, round_: RoundAssessment, writer: PageWriter) -> State:
    """The status of an item in a sentence: the worst of it, since when, and who answers for it."""
    if round_.state is RoundState.UPCOMING:
        return _upcoming(round_, writer)
    headline, *detail = _sentence_of_item(item, round_, writer)
    return State(
        tone=_TONES[item.status],
        headline=headline,
        detail=" · ".join([*detail, _as_of(round_, writer)]),
        is_sample=item.has_sample,
    )


def _sentence_of_item(
    item: ItemAssessment, round_: RoundAssessment, writer: PageWriter
) -> list[str]:
    """The sentence, and what is told beneath it."""
    if item.status is Status.INVALID:
        count = sum(finding.kind in FAULTY for finding in item.findings)
        lead = writer.division(item.mandated.lead)
        return [writer.say("states.faulty", count=count), writer.say("states.leads", division=lead)]
    if late := late_of(item, writer):
        return _late_sentence(late, writer)
    if item.status is Status.WAIVED and item.waived_until:
        return [writer.say("states.waived", day=item.waived_until)]
    if soon := soon_of(item, round_, writer):
        return [
            writer.say("states.soon", what=first_of(soon, writer)),
            owed_words("states.soon-since", soon[0], writer),
        ]
    return [writer.say("states.nothing-late"), *_progress(item, round_, writer)]


def _late_sentence(late: Sequence[Owed], writer: PageWriter) -> list[str]:
    headline = writer.say("states.late", count=len(late), what=first_of(late, writer))
    return [headline, owed_words("states.late-since", late[0], writer)]


def _progress(item: ItemAssessment, round_: RoundAssessment, writer: PageWriter) -> list[str]:
    """How much is published of what was owed, and when more is due."""
    owed = len(item.owed)
    told = writer.say("states.published", filled=item.filled_count, owed=owed)
    if round_.state is RoundState.CLOSED:
        return [told, *([writer.say("states.unowed")] if item.status is Status.PENDING else [])]
    due = item.due_on if item.due_on and item.due_on <= round_.policy.closes else None
    ahead = [writer.say("states.next", day=writer.short_day(due))] if due else []
    return [*([told] if item.filled_count == owed else []), *ahead]


# A division


def state_of_division(division: str, round_: RoundAssessment, writer: PageWriter) -> State:
    """Whether a division owes anything that is late, and if so what."""
    if round_.state is RoundState.UPCOMING:
        return _upcoming(round_, writer)
    own = [item for item in round_.items if division in item.mandated.owners]
    late = _owed_by(division, (owed for item in own for owed in late_of(item, writer)))
    faulty = [item for item in own if _has_fault(item, division)]
    if late or faulty:
        return _failing(late_things(late, writer), late, faulty, round_, writer)
    soon = _owed_by(division, (owed for item in own for owed in soon_of(item, round_, writer)))
    nothing_late = writer.say("states.nothing-late")
    return State(
        tone=Tone.SOON if soon else Tone.OK,
        headline=writer.say("states.soon-things", count=len(soon)) if soon else nothing_late,
        detail=_as_of(round_, writer),
        links=tuple(owed_link(owed, "states.soon-owed", round_, writer) for owed in soon[:NAMED]),
        is_sample=_has_sample(own),
    )


def _owed_by(division: str, owed: Iterable[Owed]) -> tuple[Owed, ...]:
    """What a division owes, the longest late first, then the nearest."""
    own = (thing for thing in owed if thing.division == division)
    return tuple(sorted(own, key=lambda thing: thing.due_on))


def _has_fault(item: ItemAssessment, division: str) -> bool:
    """Whether a fault of an item is the division's to correct; the lead answers for all of it."""
    faults = (finding for finding in item.findings if finding.kind in FAULTY)
    is_lead = division == item.mandated.lead
    return any(is_lead or finding.division == division for finding in faults)


# Marks


def tag_of_item(item: ItemAssessment, writer: PageWriter) -> Tag:
    """The mark of an item in a list; quiet where nothing is to be said of it."""
    tone = _TONES[item.status]
    is_quiet = item.status in (Status.CURRENT, Status.COMPLETE, Status.PENDING)
    return Tag(tone=tone, words=_words_of_tag(item, writer), is_quiet=is_quiet)


def tag_of_cell(cell: Cell, writer: PageWriter) -> Tag:
    """The mark of what is owed for a period or by a division."""
    words = writer.say(f"terms.cell-{cell.state.value}")
    tone = _CELL_TONES[cell.state]
    is_quiet = cell.state is CellState.PUBLISHED
    return Tag(tone=tone, words=words, is_quiet=is_quiet, is_lasting=cell.is_filled)


def tags_of_legend(writer: PageWriter) -> tuple[Tag, ...]:
    """Each tone with what it stands for, the worst first."""
    tones = (Tone.LATE, Tone.SOON, Tone.WAIT, Tone.OK)
    return tuple(Tag(tone=tone, words=writer.say(f"states.tone-{tone}")) for tone in tones)


def _words_of_tag(item: ItemAssessment, writer: PageWriter) -> str:
    late = late_of(item, writer)
    if late and item.status is not Status.INVALID:
        return writer.say("states.tag-late", days=late[0].days_late)
    if item.status is Status.WAIVED and item.waived_until:
        return writer.say("states.waived", day=writer.short_day(item.waived_until))
    return writer.say(f"states.tag-{item.status.value}")


# What they share


def _failing(
    told: str,
    late: Sequence[Owed],
    faulty: Sequence[ItemAssessment],
    round_: RoundAssessment,
    writer: PageWriter,
) -> State:
    """What is late, told by `told`, and what is faulty: both by name, the worst of each."""
    names = named([item.id for item in faulty], writer)
    faults = writer.say("states.faulty-items", count=len(faulty), names=names)
    return State(
        tone=Tone.LATE,
        headline=" · ".join([*([told] if late else []), *([faults] if faulty else [])]),
        detail=_as_of(round_, writer),
        links=(
            *late_links(late, round_, writer),
            *(faulty_link(item, round_, writer) for item in faulty[:NAMED]),
        ),
        is_sample=_has_sample([*(owed.item for owed in late), *faulty]),
    )


def _upcoming(round_: RoundAssessment, writer: PageWriter) -> State:
    headline = writer.say("states.upcoming", day=round_.policy.opens)
    return State(tone=Tone.WAIT, headline=headline, detail=_as_of(round_, writer))


def _as_of(round_: RoundAssessment, writer: PageWriter) -> str:
    closed = round_.state is RoundState.CLOSED
    return writer.say("states.as-of-closing" if closed else "states.as-of", day=round_.as_of)


def _has_sample(items: Iterable[ItemAssessment]) -> bool:
    return any(item.has_sample for item in items)
