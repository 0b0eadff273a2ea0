"""What the desk shows of a batch, on its page as on a terminal: words and values."""

from enum import StrEnum

from msgspec import Struct

from oit.entry.orders import Order
from oit.intake.shapes import Question, Target


class State(StrEnum):
    """Where a thing that arrived stands; its words are in `desk.state-…`."""

    READY = "ready"
    """It will be written."""
    ASKS = "asks"
    """Somebody has to answer its question."""
    REFUSED = "refused"
    """It cannot be published as it is: there is a reply to send."""
    THERE = "there"
    """The same content is published already."""


class Arrived(Struct, frozen=True):
    """One file, link, text or statement of a batch."""

    id: str
    """A short name within the batch, of letters and figures."""
    name: str
    """What a person sees: the file's name, with numbers of persons masked."""
    state: State
    order: Order | None
    """What would be entered; `None` while it is not known."""
    target: Target | None
    place: str
    """Item, requirement, period and division, in Thai words."""
    reasons: tuple[str, ...]
    """Why it is taken for that, a line each."""
    question: Question | None
    told: tuple[str, ...]
    """What was done to it on its way: saved anew, cleaned."""
    faults: str
    """Findings as `oit check` words them; empty where there are none."""
    reply: str
    """A Thai reply for the division that sent it; empty where it is accepted."""
    shown: str
    """HTML of what the site would show, already safe; empty where there is nothing to show."""


class DueLine(Struct, frozen=True):
    """Something that a division owes by now, or soon."""

    division: str
    words: str
    due: str
    """The day, in Thai words."""
    target: Target


class Batch(Struct, frozen=True):
    """All of it: what the page shows."""

    office: str
    arrived: tuple[Arrived, ...]
    due: tuple[DueLine, ...]
    difference: str
    """What writing would change, in words; empty where nothing is ready."""
    seconds: float
    """The machine's time that reading and judging took, counted."""


class Sent(Struct, frozen=True):
    """What became of the entries that were written."""

    branch: str
    commit: str
    address: str
    """Where the request is opened, or where it is; empty where there is no forge."""
    patch: str
    """The path of a patch to hand on; empty where there is a forge."""
    words: str
    """What was done, and what to do next."""
