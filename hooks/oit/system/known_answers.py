"""What a command answered before is its answer again, as long as nothing that it reads has changed.

Most runs of `oit check` look at what was checked a moment ago: before a push, by an editor, after
a change of something else. An answer is known by the command as it was typed, and counts in the
state (`run_state`) that it was found in. Where anything is unusual, nothing is known.
"""

import hashlib
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import DecodeError, Struct, field, json

from oit.system.cache import Cache
from oit.system.run_state import RunState, run_state


class Answer(Struct, frozen=True):
    """What a command prints, and the status that it ends with."""

    text: str
    status: int


class _Entry(Struct, frozen=True):
    """An answer, and in which state it was found: of which paths of a site."""

    root: str
    paths: list[str]
    state: str
    answer: Answer


_ENTRY = json.Decoder(_Entry)


class Question(Struct, frozen=True):
    """A command as it was typed in a folder."""

    arguments: tuple[str, ...]
    folder: Path
    variables: Mapping[str, str]
    cache: Cache
    looked: dict[tuple[Path, tuple[str, ...]], RunState | None] = field(default_factory=dict)
    """The state that an answer was looked for in: the command begins with it."""

    def known_answer(self) -> Answer | None:
        """The answer from before; `None` where there is none that still counts."""
        data = self.cache.read(self._name)
        try:
            entry = _ENTRY.decode(data) if data else None
        except DecodeError:  # of another version of the engine
            return None
        if entry is None:
            return None
        root, paths = Path(entry.root), tuple(entry.paths)
        state = self.looked[root, paths] = self._state(root, paths)
        return entry.answer if state and state.digest == entry.state else None

    def begin(self, root: Path, paths: Sequence[str]) -> "OpenQuestion":
        """To be called before the command reads any of the paths of a site."""
        root, start = root.resolve(), time.time_ns()
        state = self.looked.pop((root, tuple(paths)), None) or self._state(root, paths)
        return OpenQuestion(self, root, tuple(paths), start, state)

    def keep(self, root: Path, paths: Sequence[str], state: RunState, answer: Answer) -> None:
        """Know an answer from now on."""
        entry = _Entry(str(root), list(paths), state.digest, answer)
        self.cache.write(self._name, json.encode(entry))

    def _state(self, root: Path, paths: Sequence[str]) -> RunState | None:
        return run_state(root, paths, self.folder, self.variables)

    @property
    def _name(self) -> str:
        typed = repr((self.arguments, str(self.folder)))
        return f"answers/{hashlib.sha256(typed.encode('utf-8', 'surrogateescape')).hexdigest()}"


class OpenQuestion(Struct, frozen=True):
    """A question that a command is about to answer, and the state before."""

    question: Question
    root: Path
    paths: tuple[str, ...]
    start: int
    before: RunState | None

    def answered(self, answer: Answer) -> None:
        """Keep the answer, unless something changed meanwhile or just before."""
        if self.before is None or not self.before.is_settled(self.start):
            return  # to look again costs a twentieth of a short run
        after = run_state(self.root, self.paths, self.question.folder, self.question.variables)
        if after == self.before:
            self.question.keep(self.root, self.paths, self.before, answer)
