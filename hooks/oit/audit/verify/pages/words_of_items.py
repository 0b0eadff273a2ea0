"""What pages say of an item, by the mark at which it stands: computed from the index alone."""

from collections.abc import Iterator
from datetime import date

from oit.assessment.statuses import FAILED, Status
from oit.audit.verify.pages.language import Speaker
from oit.audit.verify.pages.late import Late, late_of
from oit.audit.verify.values import subject_of
from oit.contract.disclosed import CellEntry
from oit.contract.index import ItemEntry, PartEntry, RoundEntry
from oit.contract.marks import cell_subject
from oit.findings import FAULTY
from oit.periods import Frequency

Words = tuple[str, str | None]
"""The name of a field, and its text; `None` where the index does not tell the whole text."""


def words_of_item(item: ItemEntry, round_: RoundEntry, speaker: Speaker) -> Iterator[Words]:
    """What is shown of an item, its requirements and its cells."""
    subject = subject_of(round_.fiscal_year, item.item)
    fields = (
        *_names(item, speaker),
        *_days(item, round_, speaker),
        *_states(item, round_, speaker),
    )
    for name, text in fields:
        yield f"{subject}/{name}", text
    for requirement in item.requirements:
        yield f"{subject}/{requirement.id}/label", speaker.name(requirement.label)
        for cell in requirement.cells:
            key = cell_subject(subject, requirement.id, cell.period, cell.division)
            yield f"{key}/state", _cell_words(cell, speaker)
            yield f"{key}/result", _result_words(cell, speaker)
            shown = (*cell.evidence, *cell.later)
            days = [speaker.short_day(entry.published) for entry in shown]
            yield f"{key}/published", "".join(days) or "–"


def _names(item: ItemEntry, speaker: Speaker) -> Iterator[Words]:
    title = speaker.name(item.title)
    yield "name", f"{item.item} {speaker.title(item)}"
    yield "official", speaker.say("item.official", title=title)
    yield "title", f"{item.item} {title}"
    yield "about", speaker.name(item.about)
    yield "owner", speaker.division(item.owner)
    yield "frequency", speaker.say(f"periods.{Frequency(item.frequency).value}")


def _days(item: ItemEntry, round_: RoundEntry, speaker: Speaker) -> Iterator[Words]:
    counts = {"filled": item.filled_count, "owed": item.owed_count}
    is_closed = round_.state == "closed"
    oldest = _oldest(item)
    updated = oldest.updated if oldest else None
    last = _last(oldest) if oldest else None
    due = None if is_closed else item.due_on
    yield "counts", speaker.say("round.of", **counts)
    yield "updated", speaker.short_day(updated) if updated else "–"
    yield "confirmed", speaker.short_day(last) if last else "–"
    yield "due_on", speaker.short_day(due) if due else "–"
    count = "dossier.count-closed" if is_closed else "dossier.count-of"
    yield "count-in-full", speaker.say(count, **counts, day=speaker.short_day(round_.as_of))
    not_yet = speaker.say("dossier.not-yet")
    yield "updated-in-full", speaker.day(updated) if updated else not_yet
    yield "confirmed-in-full", speaker.day(last) if last else not_yet
    none = speaker.say("dossier.due-closed" if is_closed else "dossier.due-none")
    yield "due-in-full", speaker.day(item.due_on) if item.due_on else none


def _oldest(item: ItemEntry) -> PartEntry | None:
    """The record or part that was confirmed longest ago."""
    return min(item.parts, key=lambda part: str(_last(part) or ""), default=None)


def _last(part: PartEntry) -> date | None:
    return max(filter(None, (part.updated, part.reviewed)), default=None)


def _states(item: ItemEntry, round_: RoundEntry, speaker: Speaker) -> Iterator[Words]:
    """The mark of an item in lists, its sentence, and what stands beneath that."""
    late = late_of(item, round_, speaker)
    yield "status", _tag(item, late, speaker)
    yield "state", _sentence(item, late, round_, speaker)


def _tag(item: ItemEntry, late: list[Late] | None, speaker: Speaker) -> str | None:
    status = Status(item.status)
    if late is None and status is not Status.INVALID:
        return None
    if late and status is not Status.INVALID:
        return speaker.say("states.tag-late", days=late[0].days)
    if status is Status.WAIVED and item.waived_until:
        return speaker.say("states.waived", day=speaker.short_day(item.waived_until))
    return speaker.say(f"states.tag-{status.value}")


def _sentence(
    item: ItemEntry, late: list[Late] | None, round_: RoundEntry, speaker: Speaker
) -> str | None:
    if round_.state == "upcoming":
        return speaker.say("states.upcoming", day=round_.opens)
    if item.status == "invalid":
        count = sum(finding.kind in FAULTY for finding in item.findings)
        return speaker.say("states.faulty", count=count)
    if late is None or (item.status == "due" and not late):
        return None  # what is due next follows from the rules, not from the index
    if late:
        return speaker.say("states.late", count=len(late), what=_first(late, speaker))
    if item.status == "waived" and item.waived_until:
        return speaker.say("states.waived", day=item.waived_until)
    return speaker.say("states.nothing-late") if item.status not in FAILED else None


def _first(late: list[Late], speaker: Speaker) -> str:
    more = len(late) - 1
    first = late[0].what
    return speaker.say("states.more-things", what=first, count=more) if more else first


def _cell_words(cell: CellEntry, speaker: Speaker) -> str:
    return speaker.say(f"terms.cell-{cell.state}")


def _result_words(cell: CellEntry, speaker: Speaker) -> str:
    """The mark of a cell in a dossier, with the days that it was late."""
    if cell.state == "late":
        return speaker.say("dossier.late", count=cell.days_late)
    return (
        speaker.say("dossier.in-time") if cell.state == "published" else _cell_words(cell, speaker)
    )
