"""Where the things of a batch are judged, each on what those before it leave.

The site is read under the lock of the checkout, which is given back as soon as all are judged. What
was found is remembered as long as the site stays as it is: a thing that joins, or an answer, costs
no more than its own judging.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from oit.assessment.result import Assessment
from oit.catalog import both
from oit.desk.judge_thing import FileLook, begun, judge, look_at
from oit.desk.store import Store
from oit.desk.things import Said, Thing
from oit.desk.view import Arrived
from oit.entry.prompts import Nobody, Way
from oit.entry.selection import Session, open_session
from oit.entry.stage import Stage, staged
from oit.evidence.facts import FileFacts
from oit.intake.shapes import Asks
from oit.records import RECORDS
from oit.system.cache import open_cache
from oit.system.clock import machine_seconds
from oit.system.evidence_cache import EvidenceInspector
from oit.system.locking import held
from oit.system.run_state import state_past_links
from oit.system.workspace import Workspace

_READ = (RECORDS, "mkdocs.yml", "docs")
"""What of a site the judging rests on, besides Git."""


class Judged(Struct, frozen=True):
    """All things as they were judged, and the stage that has their entries."""

    before: Assessment
    """The site as it is on the disk."""
    stage: Stage
    arrived: tuple[Arrived, ...]


class _Step(Struct, frozen=True):
    """A thing as it was judged, and the site after it."""

    thing: Thing
    arrived: Arrived
    after: Session


class _Known(Struct):
    """The site in a state, and what was judged on it."""

    state: str | None
    begun: Session
    steps: list[_Step] = field(default_factory=list)


class Bench(Struct):
    """Judges the things of a store on the site in a folder."""

    root: Path
    store: Store
    alone: Callable[[], AbstractContextManager[Workspace]]
    """Takes the lock of the checkout."""
    way: Way
    """What hints may name."""
    seconds: float = 0.0
    """The machine's time that all judging has taken."""
    _known: _Known | None = None
    _state: str | None = None
    """The site's, when it was looked at last; `None` where it has none that tells."""
    _requests: int = 0
    """Those that are being answered."""
    _begun: int = 0
    """Those that were begun so far."""
    _looked_for: int | None = None
    """The one that was begun last when the site was looked at."""
    _seen: dict[tuple[str, str, Said | None], tuple[FileFacts, tuple[str, ...]]] = field(
        default_factory=dict
    )
    """What was found out about files, by bytes, name, and whether they were cleaned."""

    @contextmanager
    def judged(self) -> Iterator[Judged]:
        """All things, judged; the checkout is locked until the end of the `with` statement.

        Raises as `open_session`.
        """
        with self._counted(), self._session() as session:
            assert self._known is not None  # noqa: S101 -- for the type checker
            steps = self._known.steps
            things = self.store.things()
            del steps[_same(steps, things) :]
            stage = staged(session)
            if steps:
                stage.session = replace(steps[-1].after, inspect=session.inspect)
            for thing in things[len(steps) :]:
                steps.append(_Step(thing, self._arrived(stage, thing), stage.session))
            yield Judged(session.before, stage, tuple(step.arrived for step in steps))

    def looked(self) -> Judged:
        """The same, with the checkout free again."""
        with self.judged() as judged:
            return judged

    def before(self) -> Assessment:
        """The site alone, as it is on the disk; nothing is judged for it."""
        with self._counted(), self._session() as session:
            return session.before

    def forget(self) -> None:
        """Judge everything anew the next time, whatever the state of the site seems to be."""
        self._known = self._looked_for = None

    @contextmanager
    def one_look(self) -> Iterator[None]:
        """Within it the state of the site is looked at once, as for the answer to one request.

        Requests may overlap: none is answered by what was seen before it began.
        """
        self._requests += 1
        self._begun += 1
        try:
            yield
        finally:
            self._requests -= 1

    @contextmanager
    def _counted(self) -> Iterator[None]:
        start = machine_seconds()
        try:
            yield
        finally:
            self.seconds += machine_seconds() - start

    @contextmanager
    def _session(self) -> Iterator[Session]:
        """The site as it is; read again only where it may have changed."""
        with self.alone():
            self._look_at_site()
            if self._known and self._state and self._known.state == self._state:
                with EvidenceInspector.remembering(open_cache()) as inspect:
                    yield replace(self._known.begun, inspect=inspect)
                return
            with open_session(self.root, self.alone(), Nobody(self.way), _unheard) as session:
                self._known = _Known(self._state, session)
                yield session

    def _look_at_site(self) -> None:
        begun = self._begun  # before anything is read: another request may begin meanwhile
        if self._requests and self._looked_for == begun:
            return
        state = state_past_links(self.root, _READ, os.environ)
        self._state, self._looked_for = state.digest if state else None, begun

    def _arrived(self, stage: Stage, thing: Thing) -> Arrived:
        """A thing as it is judged; one that breaks the judging keeps nobody from the others."""
        try:
            return judge(stage, thing, self._look(stage.session, thing))
        except OSError:
            raise  # the disk's, not the thing's
        except Exception as error:  # noqa: BLE001 -- whatever a stranger's file may still find
            words = both("batch.broken", error=type(error).__name__)
            return replace(begun(thing, stage), faults=words)

    def _look(self, session: Session, thing: Thing) -> FileLook | None:
        """What is found out about a thing's file, which is lent for as long as the lock is held."""
        if not thing.digest:
            return None
        path = self.store.lend(thing, held(self.root).temporary())
        known_by = (thing.digest, thing.name, thing.says(Asks.CLEAN))
        if known_by not in self._seen:
            look = look_at(session, thing, path)
            self._seen[known_by] = (look.facts, look.told)
        return FileLook(path, *self._seen[known_by])


def _unheard(_: str) -> None:
    """What is said on the way stands in what comes of each thing."""


def _same(steps: list[_Step], things: tuple[Thing, ...]) -> int:
    """How many need not be judged again: each thing rests on those before it."""
    pairs = enumerate(zip(steps, things, strict=False))
    differing = (number for number, (step, thing) in pairs if step.thing != thing)
    return next(differing, min(len(steps), len(things)))
