"""What pages say of a round: counts, sentences and scores."""

from collections import Counter
from collections.abc import Iterator, Sequence

from oit.assessment.statuses import FAILED, Status
from oit.audit.verify.pages.language import Speaker
from oit.audit.verify.pages.late import Late, is_late, late_of
from oit.audit.verify.pages.words_of_items import Words
from oit.catalog import joined
from oit.contract.index import RoundEntry

_NAMED = 3
"""How many items a sentence names."""
_STANDINGS = {"current": "full", "complete": "full", "due": "soon", "pending": "wait"}
_STANDINGS["waived"] = "waived"
_PARTS = ("full", "soon", "wait", "waived")


def words_of_round(round_: RoundEntry, speaker: Speaker) -> Iterator[Words]:
    """What is shown of a round as a whole, and of each division."""
    year, count = round_.fiscal_year, len(round_.items)
    shown_year = speaker.year(year)
    yield f"{year}/title", speaker.say("round.title", count=count, year=shown_year)
    yield f"{year}/items", speaker.say("home.items", count=count)
    yield f"{year}/lead", _lead(round_, speaker)
    yield f"{year}/state", _state(round_, speaker)
    yield f"{year}/soon", _soon(round_, speaker)
    yield f"{year}/parts", " · ".join(_parts(round_, speaker))
    yield f"{year}/others", _others(round_, speaker)
    yield from _scores(round_, speaker)


def _lead(round_: RoundEntry, speaker: Speaker) -> str:
    if round_.state == "closed":
        return speaker.say("round.lead-closed", closes=round_.closes)
    return speaker.say("round.lead", day=round_.as_of, closes=round_.closes)


def _state(round_: RoundEntry, speaker: Speaker) -> str | None:
    """The sentence of a round: what is late and what is faulty, else that nothing is."""
    if round_.state == "upcoming":
        return speaker.say("states.upcoming", day=round_.opens)
    items = [item for item in round_.items if is_late(item) and item.status != "invalid"]
    late = [late_of(item, round_, speaker) for item in items]
    worst = [each[0] for each in late if each]
    if len(worst) < len(items):
        return None  # the index does not tell since when
    faulty = [item.item for item in round_.items if item.status == "invalid"]
    told = [_late_items(sorted(worst, key=lambda each: -each.days), speaker)] if worst else []
    told += [named_items("states.faulty-items", faulty, speaker)] if faulty else []
    return " · ".join(told) or _nothing_late(round_, speaker)


def _nothing_late(round_: RoundEntry, speaker: Speaker) -> str:
    if all(_STANDINGS.get(item.status) == "full" for item in round_.items):
        return speaker.say("states.all-full", count=len(round_.items))
    return speaker.say("states.no-item-late")


def _late_items(worst: list[Late], speaker: Speaker) -> str:
    if len(worst) > 1:
        return named_items("states.late-items", [late.item.item for late in worst], speaker)
    (late,) = worst
    return speaker.say(
        "states.late-item",
        item=late.item.item,
        what=late.what,
        days=late.days,
        division=speaker.division(late.division),
    )


def named_items(message: str, items: Sequence[str], speaker: Speaker) -> str:
    """A sentence that names the first of the items, and says how many more there are."""
    more = len(items) - _NAMED
    rest = [speaker.say("states.more-items", count=more)] if more > 0 else []
    names = joined([*items[:_NAMED], *rest], speaker.language)
    return speaker.say(message, count=len(items), names=names)


def _soon(round_: RoundEntry, speaker: Speaker) -> str | None:
    soon = [item.item for item in round_.items if item.status == "due"]
    return named_items("states.soon-items", soon, speaker) if soon else None


def _parts(round_: RoundEntry, speaker: Speaker) -> Iterator[str]:
    counts = Counter(_STANDINGS.get(item.status) for item in round_.items)
    closed = "-closed" if round_.state == "closed" else ""
    for part in _PARTS:
        if counts[part]:
            yield speaker.say(f"states.count-{part}{closed}", count=counts[part])


def _others(round_: RoundEntry, speaker: Speaker) -> str:
    failed = sum(Status(item.status) in FAILED for item in round_.items)
    soon = sum(item.status == "due" for item in round_.items)
    message = "round.others" if failed or soon else "round.all"
    others = len(round_.items) - failed - soon
    return speaker.say(message, count=others, day=round_.as_of)


def _scores(round_: RoundEntry, speaker: Speaker) -> Iterator[Words]:
    year, score = round_.fiscal_year, round_.score
    unknown = speaker.say("pages.unknown")
    count = len(round_.items)
    whole = "round.scored" if score.scored_count == count else "round.scored-in-part"
    yield f"{year}/counted", speaker.say(whole, scored=score.scored_count, count=count)
    for tool in ("oit", "iit", "eit"):
        yield f"{year}/score/{tool}", getattr(score, tool) or unknown
    yield f"{year}/score/total", score.total or unknown
    yield f"{year}/score/level", speaker.name(score.level.name) if score.level else unknown
    for indicator in score.indicators:
        yield f"{year}/score/{indicator.id}", indicator.mean or unknown
