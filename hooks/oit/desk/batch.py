"""The engine of the desk and the inbox: what arrived is kept, judged as a whole, and written.

The lock of the checkout is held only while the site is read or written, never while a person
thinks. What is written is judged anew.
"""

from collections.abc import Callable, Collection
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Self

from oit.assessment.result import Assessment
from oit.catalog import Language, both, say
from oit.desk.judge_batch import Bench
from oit.desk.store import open_store
from oit.desk.things import Answer, Said
from oit.desk.view import Batch, Sent
from oit.desk.watching import Watch
from oit.desk.words import batch_of, ready_of
from oit.desk.writing import finish, send, write_entries
from oit.entry.orders import Order
from oit.entry.prompts import Way
from oit.entry.refusals import could_not_run
from oit.intake.shapes import Asks, Target
from oit.system.locking import alone_in
from oit.system.workspace import Workspace


class Desk:
    """One batch of a checkout. Its methods raise errors with a text for whoever uses it.

    `RefusedError` where something is missing or cannot be, `HeldElsewhereError` where another
    command works too long, `HistoryError` and `SettingError`; `OSError` where the disk refuses.
    """

    def __init__(
        self, root: Path, name: str = Way.DESK, tell: Callable[[str], None] = lambda _: None
    ) -> None:
        """Open the batch of a name, as an earlier run has left it. Nobody else may have it open.

        `name` is that of the command; `tell` says that another command is waited for.
        """
        self._root, self._name, self._tell = root.resolve(), name, tell
        self._store = open_store(self._root, name)
        self._bench = Bench(self._root, self._store, self._alone, Way(name))
        self._watch: Watch | None = None
        self.finished: Sent | None = self._finish()
        """What an earlier run was killed in the middle of writing, and is written now."""

    def __enter__(self) -> Self:
        """The desk itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let others open the batch, which stays."""
        self._store.close()

    def receive(self, name: str, data: bytes) -> str:
        """Keep a file, by the name that it came with. Gives its id once it is on the disk."""
        return self._store.add_file(name, data).id

    def order(self, order: Order, name: str = "", data: bytes = b"") -> str:
        """Keep an entry that somebody made by hand, with its file where it has one."""
        if name:
            return self._store.add_file(name, data, order).id
        return self._store.add_order(order).id

    def watch(self, folder: Path) -> None:
        """Receive whatever is put into a folder, each time somebody looks."""
        self._watch = Watch(folder)

    def answer(self, id_: str, answer: Target | bool, reason: str = "") -> None:  # noqa: FBT001 -- a yes or no
        """Keep the cell that a thing is for, or a yes or no to the question about it.

        Raises `LookupError` where there is no such thing, and `RefusedError` where it is not asked.
        """
        thing = self._store.thing(id_)
        if isinstance(answer, Target):
            self._store.keep(thing.answered(Asks.TARGET, Answer(answer)))
            return
        said, words = Said.YES if answer else Said.NO, reason.strip()
        asks = self._asked(id_)
        if asks is Asks.REPLACE and said is Said.YES and not words:
            could_not_run(both("batch.reason-missing"))
        self._store.keep(thing.answered(asks, Answer(said, words)))

    def drop(self, id_: str) -> None:
        """Forget a thing. Raises `LookupError` where there is none."""
        self._store.forget([self._store.thing(id_).id])

    def ids(self) -> frozenset[str]:
        """The things that are kept."""
        return frozenset(thing.id for thing in self._store.things())

    def keep_only(self, ids: Collection[str]) -> None:
        """Forget all other things: what is worked on is these."""
        self._store.forget([each.id for each in self._store.things() if each.id not in ids])

    def one_look(self) -> AbstractContextManager[None]:
        """Within it the state of the site is looked at once, but for what is written."""
        return self._bench.one_look()

    def view(self) -> Batch:
        """What arrived, what it is taken for, what is asked, what is due, what would change."""
        if self._watch:
            self._watch.look(self.receive, self._forget)
        return batch_of(self._bench.looked(), self.seconds)

    def assessment(self) -> Assessment:
        """The site as it is on the disk."""
        return self._bench.before()

    def enter(self, title: str = "") -> Sent:
        """Write all that is ready in one step, and commit it; nothing leaves this machine."""
        self._bench.forget()  # however fresh what was shown: the site may have changed
        with self._bench.judged() as judged:
            ready = ready_of(judged.arrived)
            if not ready:
                could_not_run(both("batch.nothing-ready"))
            return write_entries(self._root, self._store, self._name, judged.stage, ready, title)

    def send(self, sent: Sent) -> Sent:
        """Send what was committed to whoever approves it, or make a patch of it."""
        policy = self.assessment().site.policy
        repository = policy.repository if policy else None
        return send(self._root, sent, repository.forge if repository else None)

    def write(self, title: str) -> Sent:
        """Write, commit and send: the one button of the desk."""
        return self.send(self.enter(title))

    @property
    def seconds(self) -> float:
        """The machine's time that reading and judging took so far."""
        return self._bench.seconds

    def _finish(self) -> Sent | None:
        try:
            with self._alone():
                return finish(self._root, self._store, self._name)
        except BaseException:
            self._store.close()
            raise

    def _asked(self, id_: str) -> Asks:
        """What is asked about a thing, with yes or no to answer."""
        shown = next((each for each in self.view().arrived if each.id == id_), None)
        question = shown.question if shown else None
        if question is None or question.asks is Asks.TARGET:
            could_not_run(both("batch.not-asked"))
        return question.asks

    def _forget(self, id_: str) -> None:
        self._store.forget([id_])

    def _alone(self) -> AbstractContextManager[Workspace]:
        command = f"{say(f'commands.{self._name}', Language.TH)} (oit {self._name})"
        return alone_in(self._root, command, self._tell)
