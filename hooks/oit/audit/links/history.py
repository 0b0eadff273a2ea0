"""What is known of each link: a link is dead only after failures on three separate days."""

from datetime import date
from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict

from oit.audit.verify.values import Response, Trouble
from oit.web_address import host_of

DAYS_UNTIL_DEAD = 3
_REFUSING = frozenset({401, 403, 429})
_REFUSING_TROUBLES = frozenset({Trouble.TIMED_OUT, Trouble.UNTRUSTED, Trouble.NOT_LET_OUT})


class LinkState(StrEnum):
    """What is said of a link, the worst first."""

    DEAD = "dead"
    FAILING = "failing"
    """Failed, on fewer days than it takes to call it dead."""
    REFUSED = "refused"
    """The server would not tell us: it may answer people all the same."""
    WORKING = "working"


class _Kept(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class LinkRecord(_Kept):
    """A link, as it was found last, and the days on which it failed since it last worked."""

    state: LinkState
    checked_on: date
    status: int = 0
    """The HTTP status; 0 where nothing answered."""
    trouble: Trouble | None = None
    worked_on: date | None = None
    failed_on: tuple[date, ...] = ()


class LinkHistory(_Kept):
    """The state file."""

    version: Literal[1] = 1
    links: dict[str, LinkRecord] = {}


def grown(history: LinkHistory, answers: dict[str, Response], day: date) -> LinkHistory:
    """The history with what was found on a day. Links that were not asked stay as they are."""
    found = {
        address: observed(history.links.get(address), answer, day)
        for address, answer in answers.items()
    }
    links = {**history.links, **found}
    return LinkHistory(links={address: links[address] for address in sorted(links)})


def observed(known: LinkRecord | None, answer: Response, day: date) -> LinkRecord:
    """A link after one more answer. A refusal is neither a failure nor a sign of life."""
    worked_on = known.worked_on if known else None
    failed_on = known.failed_on if known else ()
    state = LinkState.REFUSED
    if _has_worked(answer):
        state, worked_on, failed_on = LinkState.WORKING, day, ()
    elif not _has_refused(answer):
        failed_on = tuple(sorted({*failed_on, day}))[:DAYS_UNTIL_DEAD]
        is_dead = len(failed_on) == DAYS_UNTIL_DEAD
        state = LinkState.DEAD if is_dead else LinkState.FAILING
    return LinkRecord(
        state=state,
        checked_on=day,
        status=answer.status,
        trouble=answer.trouble,
        worked_on=worked_on,
        failed_on=failed_on,
    )


def is_cut_off(answers: dict[str, Response]) -> bool:
    """Whether nothing at all could be reached on several servers: that is no fault of theirs."""
    are_unreachable = (one.trouble is Trouble.UNREACHABLE for one in answers.values())
    return len({host_of(address) for address in answers}) > 1 and all(are_unreachable)


def _has_worked(answer: Response) -> bool:
    return answer.trouble is None and 200 <= answer.status < 400


def _has_refused(answer: Response) -> bool:
    if answer.trouble:
        return answer.trouble in _REFUSING_TROUBLES
    return answer.status in _REFUSING or answer.status >= 500
