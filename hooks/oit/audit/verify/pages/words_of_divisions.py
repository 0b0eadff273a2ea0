"""What pages say of divisions in a round: whether they are late, and how punctual they were."""

from collections.abc import Iterable, Iterator, Mapping

from oit.audit.verify.pages.language import Speaker
from oit.audit.verify.pages.late import Late, days_late, late_of, owner_of
from oit.audit.verify.pages.words_of_items import Words
from oit.audit.verify.pages.words_of_rounds import named_items
from oit.contract.index import ItemEntry, RoundEntry
from oit.findings import FAULTY

_Lateness = tuple[int, int, int]
"""Cells that a division owed, those that were late, and the days of these."""


def words_of_divisions(round_: RoundEntry, speaker: Speaker) -> Iterator[Words]:
    """What is shown of each division, and of all of them together."""
    found = lateness_in(round_, [known.id for known in speaker.index.divisions])
    for division, (owed, late, days) in found.items():
        key = f"{round_.fiscal_year}/{division}"
        yield from _numbers(key, owed, late, days)
        yield f"{key}/punctuality", _in_time(owed, late, round_, speaker)
        yield f"{key}/state", _state(division, round_, speaker)
    yield from _together(found, round_, speaker)


def lateness_in(round_: RoundEntry, divisions: Iterable[str]) -> dict[str, _Lateness]:
    """How punctual each division was, up to the assessed date."""
    return {division: _lateness(round_, division) for division in divisions}


def _together(
    found: Mapping[str, _Lateness], round_: RoundEntry, speaker: Speaker
) -> Iterator[Words]:
    year = round_.fiscal_year
    owed, late = (sum(each[at] for each in found.values()) for at in (0, 1))
    yield f"{year}/punctuality", _in_time(owed, late, round_, speaker)
    in_time = sum(each[0] for each in found.values() if not each[1])
    yield from _numbers(f"{year}/in-time", in_time, 0, 0)


def _numbers(key: str, owed: int, late: int, days: int) -> Iterator[Words]:
    for name, number in (("owed", owed), ("late", late), ("days", days)):
        yield f"{key}/{name}", f"{number:,}"


def _in_time(owed: int, late: int, round_: RoundEntry, speaker: Speaker) -> str:
    message = "deadlines.some-late" if late else "deadlines.none-late"
    return speaker.say(message, day=round_.as_of, owed=owed, late=late)


def _lateness(round_: RoundEntry, division: str) -> _Lateness:
    own = [
        cell
        for item in round_.items
        for _, cell in item.requirement_cells()
        if owner_of(cell, item) == division
    ]
    late = [cell for cell in own if cell.state in ("late", "missing")]
    days = sum(days_late(cell, round_) for cell in late)
    return sum(cell.owed for cell in own), len(late), days


def _state(division: str, round_: RoundEntry, speaker: Speaker) -> str | None:
    """The sentence of a division: what it is late with, and what it has to correct."""
    if round_.state == "upcoming":
        return speaker.say("states.upcoming", day=round_.opens)
    own = [item for item in round_.items if division in item.owners]
    found = [late_of(item, round_, speaker) for item in own]
    if None in found:
        return None
    late = [each for some in found for each in some or () if each.division == division]
    faulty = [item.item for item in own if _has_fault(item, division)]
    told = [_late_things(late, speaker)] if late else []
    told += [named_items("states.faulty-items", faulty, speaker)] if faulty else []
    if not told and any(item.status == "due" for item in own):
        return None  # what is due next follows from the rules, not from the index
    return " · ".join(told) or speaker.say("states.nothing-late")


def _has_fault(item: ItemEntry, division: str) -> bool:
    faults = (finding for finding in item.findings if finding.kind in FAULTY)
    return any(item.owner == division or finding.division == division for finding in faults)


def _late_things(late: list[Late], speaker: Speaker) -> str:
    if len(late) > 1:
        return speaker.say("states.late-things", count=len(late))
    (thing,) = late
    return speaker.say(
        "states.late-thing",
        item=thing.item.item,
        what=thing.what,
        days=thing.days,
        division=speaker.division(division=thing.division),
    )
