"""What is known of each link to another site, kept in a state file from day to day.

A link is dead only after failures on three separate days: other sites, too, are down at times.
"""

from datetime import date
from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict

from oit.web_address import host_of
from oit.web_response import Response, Trouble

DAYS_UNTIL_DEAD = 3
_REFUSING_STATUSES = frozenset({401, 403, 429})
"""As every status from 500 on: of the client or the server, and not of the page."""
_REFUSING_TROUBLES = frozenset(
    {Trouble.TIMED_OUT, Trouble.CERTIFICATE_INVALID, Trouble.PROXY_REFUSED}
)
"""A browser may get a page where this program does not."""


class LinkState(StrEnum):
    """The state of a link, the worst first."""

    DEAD = "dead"
    FAILING = "failing"
    """Failed, on fewer than `DAYS_UNTIL_DEAD` days."""
    REFUSED = "refused"
    """The server refused a program: it may serve people all the same."""
    WORKING = "working"


class _StateModel(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class LinkRecord(_StateModel):
    """A link as of its last check."""

    state: LinkState
    checked_on: date
    status: int = 0
    """The HTTP status; 0 where nothing answered."""
    trouble: Trouble | None = None
    worked_on: date | None = None
    failed_on: tuple[date, ...] = ()
    """The first `DAYS_UNTIL_DEAD` days of failure since it last worked."""


class LinkHistory(_StateModel):
    """The state file."""

    version: Literal[1] = 1
    links: dict[str, LinkRecord] = {}


def with_responses(history: LinkHistory, responses: dict[str, Response], day: date) -> LinkHistory:
    """The history after a day's check. Links that were not checked stay as they are."""
    checked = {
        address: observed(history.links.get(address), response, day)
        for address, response in responses.items()
    }
    links = {**history.links, **checked}
    return LinkHistory(links={address: links[address] for address in sorted(links)})


def observed(known: LinkRecord | None, response: Response, day: date) -> LinkRecord:
    """A link after one more response. A refusal counts neither as a failure nor as a success."""
    worked_on = known.worked_on if known else None
    failed_on = known.failed_on if known else ()
    state = LinkState.REFUSED
    if _works(response):
        state, worked_on, failed_on = LinkState.WORKING, day, ()
    elif not _refuses(response):
        failed_on = tuple(sorted({*failed_on, day}))[:DAYS_UNTIL_DEAD]
        is_dead = len(failed_on) == DAYS_UNTIL_DEAD
        state = LinkState.DEAD if is_dead else LinkState.FAILING
    return LinkRecord(
        state=state,
        checked_on=day,
        status=response.status,
        trouble=response.trouble,
        worked_on=worked_on,
        failed_on=failed_on,
    )


def is_offline(responses: dict[str, Response]) -> bool:
    """Whether none of several hosts could be reached: then this machine has no network."""
    are_unreachable = (response.trouble is Trouble.UNREACHABLE for response in responses.values())
    return len({host_of(address) for address in responses}) > 1 and all(are_unreachable)


def _works(response: Response) -> bool:
    return response.trouble is None and 200 <= response.status < 400


def _refuses(response: Response) -> bool:
    if response.trouble:
        return response.trouble in _REFUSING_TROUBLES
    return response.status in _REFUSING_STATUSES or response.status >= 500
