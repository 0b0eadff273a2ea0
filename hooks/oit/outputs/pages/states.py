"""The sentences of status: the only place that judges for pages, worst first.

What is late is told by name; what is not due yet is never counted against anybody.
"""

from oit.assessment.cells import Cell, CellState
from oit.assessment.result import ItemAssessment, RoundAssessment, RoundState
from oit.assessment.statuses import Status
from oit.outputs.pages.blocks import State, Tag, Tone
from oit.outputs.pages.page_writer import PageWriter

_NAMED = 3
"""How many late items a sentence names."""
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


def state_of_round(round_: RoundAssessment, writer: PageWriter) -> State:
    """Whether anything of a round is late, and if so what."""
    detail = _as_of(round_, writer)
    is_sample = any(item.has_sample for item in round_.items)
    if late := round_.failed:
        names = writer.say("states.listed", names=", ".join(item.id for item in late[:_NAMED]))
        headline = writer.say("states.late-items", count=len(late), names=names)
        return State(tone=Tone.LATE, headline=headline, detail=detail, is_sample=is_sample)
    headline = writer.say("states.no-item-late", count=len(round_.items))
    return State(tone=Tone.OK, headline=headline, detail=detail, is_sample=is_sample)


def state_of_item(item: ItemAssessment, round_: RoundAssessment, writer: PageWriter) -> State:
    """The status of an item in words."""
    return State(
        tone=_TONES[item.status],
        headline=writer.status(item.status),
        detail=_as_of(round_, writer),
        is_sample=item.has_sample,
    )


def tag_of_item(item: ItemAssessment, writer: PageWriter) -> Tag:
    """The mark of an item in a list; quiet where nothing is to be said of it."""
    tone = _TONES[item.status]
    return Tag(tone=tone, words=writer.status(item.status), is_quiet=tone in (Tone.OK, Tone.WAIT))


def tag_of_cell(cell: Cell, writer: PageWriter) -> Tag:
    """The mark of what is owed for a period or by a division."""
    words = writer.say(f"terms.cell-{cell.state.value}")
    tone = _CELL_TONES[cell.state]
    return Tag(tone=tone, words=words, is_quiet=cell.state is CellState.PUBLISHED)


def _as_of(round_: RoundAssessment, writer: PageWriter) -> str:
    closed = round_.state is RoundState.CLOSED
    return writer.say("states.as-of-closing" if closed else "states.as-of", day=round_.as_of)
