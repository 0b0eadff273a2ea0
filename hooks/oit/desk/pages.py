"""The pages of the desk as HTML: values go in, a page comes out.

Whatever was sent with a file, its name above all, is shown without numbers of persons.
"""

from collections.abc import Iterable
from functools import cache

from jinja2 import Environment
from msgspec import Struct, field
from msgspec.structs import replace

from oit.catalog import Language, english_line, ids, say, variables
from oit.catalog.catalog import Value
from oit.catalog.sources import texts_of
from oit.desk.cells import target_id
from oit.desk.engine import Look, Written
from oit.desk.fields import NEEDED, WITH_FILE, Typed
from oit.desk.guard import HOME, Refusal
from oit.desk.view import Arrived, Batch, State
from oit.entry.orders import Kind
from oit.evidence.inspect import TOO_LARGE
from oit.evidence.personal import without_national_ids
from oit.intake.shapes import Asks
from oit.outputs.pages.line_breaks import kept_together
from oit.outputs.templating import strict_environment

MEGABYTES = TOO_LARGE // 1_000_000
_OPEN_FIRST = (State.ASKS, State.READY, State.REFUSED, State.THERE)
"""In which order things are shown: what waits for somebody comes first."""


class Shown(Struct, frozen=True):
    """The desk as it is now, and what is told and typed beside it."""

    look: Look
    typed: Typed = field(default_factory=Typed)
    notices: tuple[str, ...] = ()
    watched: str = ""
    """The name of the folder that is watched; empty where none is."""


def desk_page(shown: Shown) -> str:
    """What arrived, what is due, the form of one entry, and what would be written."""
    batch = covered(shown.look.batch)
    groups = [(state, _in_state(batch, state)) for state in _OPEN_FIRST]
    due = _by_division(batch)
    return _rendered(
        "desk/desk.html",
        (batch.office, *due),
        shown=shown,
        batch=batch,
        told=_told(shown),
        groups=[(state, arrived) for state, arrived in groups if arrived],
        due=due,
        kinds=[(kind.value, _fields(kind)) for kind in Kind],
        megabytes=MEGABYTES,
        most_bytes=TOO_LARGE,
    )


def check_page(shown: Shown) -> str:
    """What would be written, to be looked at before it is sent."""
    batch = covered(shown.look.batch)
    ready, asking = (_in_state(batch, state) for state in (State.READY, State.ASKS))
    title = say("desk.title-of", Language.TH, count=len(ready))
    if len(ready) == 1 and ready[0].place:
        title = say("desk.title-one", Language.TH, place=ready[0].place)
    return _rendered(
        "desk/check.html",
        (batch.office,),
        shown=shown,
        batch=batch,
        told=_told(shown),
        title=title,
        asking=len(asking),
    )


def sent_page(written: Written) -> str:
    """What became of what was written."""
    sent = replace(written.sent, words=_in_thai(written.sent.words))
    return _rendered("desk/sent.html", sent=sent, written=written)


def refused_page(why: Refusal) -> str:
    """Why a request is not answered."""
    is_inside = why in (Refusal.NOWHERE, Refusal.UNREADABLE, Refusal.SIZE, Refusal.BROKEN)
    return _rendered("desk/refused.html", why=why.value, is_inside=is_inside)


def failed_page(text: str) -> str:
    """Why the desk cannot be shown just now; nothing of it is lost."""
    return _rendered("desk/failed.html", text=_in_thai(text))


def _in_state(batch: Batch, state: State) -> list[Arrived]:
    return [arrived for arrived in batch.arrived if arrived.state is state]


def covered(batch: Batch) -> Batch:
    """A batch whose words can be shown: names and what is told of files have no such number."""
    arrived = tuple(map(_covered, batch.arrived))
    return replace(batch, arrived=arrived, difference=without_national_ids(batch.difference))


def _covered(arrived: Arrived) -> Arrived:
    return replace(
        arrived,
        name=without_national_ids(arrived.name),
        reasons=tuple(map(without_national_ids, arrived.reasons)),
        told=tuple(map(_in_thai, arrived.told)),
        faults=_in_thai(arrived.faults),
        reply=without_national_ids(arrived.reply),
    )


def _told(shown: Shown) -> tuple[str, ...]:
    return tuple(map(_in_thai, shown.notices))


def _in_thai(text: str) -> str:
    """A text of a command without its English lines, which a page in Thai has no use for."""
    mark = english_line("").strip()
    kept = (line for line in text.splitlines() if not line.lstrip().startswith(mark))
    return without_national_ids("\n".join(kept))


def _by_division(batch: Batch) -> dict[str, list[tuple[str, str, str]]]:
    """What is due: the id of its cell, what it is, and by when; divisions in their order."""
    due: dict[str, list[tuple[str, str, str]]] = {}
    for line in batch.due:
        due.setdefault(line.division, []).append((target_id(line.target), line.words, line.due))
    return due


def _fields(kind: Kind) -> tuple[str, ...]:
    """The fields that the form shows for a kind of entry, in the order of the page."""
    titled = ("title",) if kind in (Kind.LINK, Kind.TEXT) else ()
    return (*NEEDED[kind], *(("upload",) if kind in WITH_FILE else ()), *titled)


def _rendered(template: str, names: Iterable[str] = (), **values: object) -> str:
    """A page whose lines break between its words, and those of the office, and not within."""
    head, body, page = _environment().get_template(template).render(**values).partition("<body>")
    return f"{head}{body}{kept_together(page, (*_phrases(), *names))}"


@cache
def _phrases() -> tuple[str, ...]:
    """The desk's words and its whole short phrases: labels, and what stands on buttons."""
    named = [f"desk.{name}" for name in ids("desk")]
    phrases = (say(name, Language.TH) for name in named if not variables(name, Language.TH))
    return (*texts_of(__package__, "kept_together.yml")["words"], *phrases)


@cache
def _environment() -> Environment:
    environment = strict_environment().overlay()
    # Not in place: the overlay shares them with the environment below it.
    environment.globals = {
        **environment.globals,
        "english": _english,
        "target_id": target_id,
        "asks": Asks,
        "home": HOME,
    }
    return environment


def _english(message_id: str, **values: Value) -> str:
    return say(message_id, Language.EN, **values)
