"""What the page asks of the engine of the desk: each call is made as a whole, on one thread."""

import hashlib
from contextlib import AbstractContextManager
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from oit.assessment.result import Assessment
from oit.catalog import both
from oit.desk.cells import Options, options_of
from oit.desk.fields import WITH_FILE, Typed, cell_of, kind_of, order_of, replacement
from oit.desk.view import Batch, Sent
from oit.entry.orders import Kind, Order
from oit.entry.refusals import could_not_run
from oit.intake.shapes import Target


class Engine(Protocol):
    """A desk without its page. All may raise what its texts are for (`RefusedError` and others)."""

    def receive(self, name: str, data: bytes) -> str:
        """Take a file in, by the name that it came with; its id comes back."""

    def order(self, order: Order, name: str = "", data: bytes = b"") -> str:
        """Take an entry in that somebody made by hand, with its file where it is a replacement."""

    def answer(self, id_: str, answer: Target | bool, reason: str = "") -> None:  # noqa: FBT001 -- a yes or no
        """Answer the question about a thing, or say what it is. `LookupError`: it is not there."""

    def drop(self, id_: str) -> None:
        """Forget a thing that arrived. `LookupError`: it is not there."""

    def one_look(self) -> AbstractContextManager[None]:
        """Within it all is of one look at the site, but for what is written."""

    def view(self) -> Batch:
        """What arrived, what is due, what would change."""

    def assessment(self) -> Assessment:
        """The site as it is on the disk."""

    @property
    def seconds(self) -> float:
        """The machine's time that reading and judging took so far."""

    def write(self, title: str) -> Sent:
        """Write all that is ready, and make a request of it."""


class Upload(Struct, frozen=True):
    """A file that was sent, by its name as it can be shown: a text, and no path."""

    name: str
    data: bytes


class Look(Struct, frozen=True):
    """The desk at one moment."""

    batch: Batch
    options: Options

    @property
    def version(self) -> str:
        """Tells what is on the desk from anything else that was or may be on it."""
        lasting = replace(self.batch, seconds=0)
        return hashlib.sha256(repr(lasting).encode("utf-8", "replace")).hexdigest()[:20]


class Written(Struct, frozen=True):
    """What was written, in which office, and the machine's seconds until then."""

    sent: Sent
    office: str
    seconds: float


def look(engine: Engine) -> Look:
    """The desk as it is now."""
    return Look(engine.view(), options_of(engine.assessment()))


def enter(engine: Engine, typed: Typed, upload: Upload | None) -> None:
    """Take in what somebody typed. Raises `RefusedError` where something is missing."""
    kind, options = kind_of(typed), options_of(engine.assessment())
    if kind not in WITH_FILE:
        engine.order(order_of(typed, kind, options))
    elif upload is None:
        could_not_run(both("desk.missing-file"))
    elif kind is Kind.REPLACE:
        engine.order(replacement(typed, options), upload.name, upload.data)
    else:
        target = cell_of(typed, options)
        engine.answer(engine.receive(upload.name, upload.data), target)


def answer(engine: Engine, id_: str, chosen: str | None, agrees: str, reason: str) -> None:
    """Answer a question: by the id of a cell where one was chosen, else by yes or no.

    Raises `RefusedError` where there is no such thing any more, or no such cell.
    """
    _require(engine, id_)
    if chosen is None:
        engine.answer(id_, agrees == "yes", reason.strip())
        return
    engine.answer(id_, cell_of(Typed(cell=chosen), options_of(engine.assessment())))


def drop(engine: Engine, id_: str) -> None:
    """Forget a thing that arrived. Raises `RefusedError` where it is not there any more."""
    _require(engine, id_)
    engine.drop(id_)


def write(engine: Engine, title: str, version: str) -> Written:
    """Write what somebody saw, and nothing else. Raises `RefusedError` where it is another now."""
    seen = look(engine)
    if seen.version != version or not seen.batch.difference:
        could_not_run(both("desk.changed"))
    sent = engine.write(title.strip())
    return Written(sent, seen.batch.office, engine.seconds)


def _require(engine: Engine, id_: str) -> None:
    """A page that stood open for long may name what was dropped or written since."""
    if all(thing.id != id_ for thing in engine.view().arrived):
        could_not_run(both("desk.gone"))
