"""What is ready, written in one step and committed; brought to its end where a run is killed.

The commit is made first, of objects that nothing names. Then a note of it is written down, the
files change all at once under the journal, the branch takes the commit, the things are forgotten,
and at last the note. A run that finds a note looks at the files: where they are as the commit has
them, it does the rest; where the journal has put them back, nothing was written, and all that
arrived is still there.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from oit.catalog import both
from oit.desk.store import Store
from oit.desk.view import Arrived, Sent
from oit.desk.words import body_of, title_of
from oit.entry.refusals import could_not_run
from oit.entry.stage import Stage, changes
from oit.system.git import HistoryError
from oit.system.git_committing import CommittingHistory, EntryCommit
from oit.system.proposing import propose, waiting
from oit.system.workspace import believed, forget, tell
from oit.system.writing import write_changes

_SHORT = 12
"""Digits of a commit's hash that are shown."""


def write_entries(
    root: Path, store: Store, note: str, stage: Stage, ready: Iterable[Arrived], title: str
) -> Sent:
    """Write and commit what is ready on a stage, and forget the things that it came of.

    `note` is the name of the batch. Raises `RefusedError` where nothing can be written or
    committed, with nothing changed, and `OSError` in the same way.
    """
    entries = tuple(ready)
    made = _committed(root, stage, entries, title)
    told = {"branch": made.branch, "commit": made.commit, "parent": made.parent}
    tell(root, _file(note), {**told, "things": [each.id for each in entries]})
    try:
        write_changes(root, changes(stage), ())
    except BaseException:  # everything is as it was, after Ctrl+C, too
        forget(root, _file(note))
        raise
    return _entered(root, store, note, made, [each.id for each in entries])


def finish(root: Path, store: Store, note: str) -> Sent | None:
    """Do the rest of what a killed run has begun to write; `None` where there is no rest.

    Only for who holds the lock of the checkout. Raises `OSError`.
    """
    found = believed(root, _file(note))
    made = found and _made(found)
    try:
        if found and made and _is_written(root, made):
            return _entered(root, store, note, made, map(str, found["things"]))
    except HistoryError:  # the commit is gone: what lies in the files is told by `oit check`
        pass
    if found:
        forget(root, _file(note))
    return None


def send(root: Path, sent: Sent, forge: str | None) -> Sent:
    """Send the branch to whoever approves it, or make a patch of it.

    `forge` is what the office's settings name. Raises `HistoryError` and `OSError`.
    """
    proposed = propose(root, sent.branch, forge)
    words = "\n".join((_committed_words(sent.branch, sent.commit), proposed.words))
    return replace(sent, address=proposed.address, patch=proposed.patch, words=words)


def _committed(root: Path, stage: Stage, entries: tuple[Arrived, ...], title: str) -> EntryCommit:
    """The commit of all that is ready, which nothing names yet."""
    message = f"{title_of(entries, title)}\n\n{body_of(entries)}\n"
    try:
        return CommittingHistory(root).commit_beside(changes(stage), message, stage.session.today)
    except HistoryError as error:
        could_not_run(str(error))


def _is_written(root: Path, made: EntryCommit) -> bool:
    """Whether the files are as the commit has them, and nobody has gone on since."""
    history = CommittingHistory(root)
    return history.stands(made) and history.may_enter(made)


def _entered(root: Path, store: Store, note: str, made: EntryCommit, things: Iterable[str]) -> Sent:
    try:
        CommittingHistory(root).enter(made)
    except (HistoryError, OSError) as error:  # the note stays, by which the next run goes on
        could_not_run(both("batch.unfinished", why=str(error)))
    store.forget(things)
    forget(root, _file(note))
    words = (_committed_words(made.branch, made.commit), waiting(root, made.branch).words)
    return Sent(made.branch, made.commit, address="", patch="", words="\n".join(words))


def _committed_words(branch: str, commit: str) -> str:
    return both("proposing.committed", branch=branch, commit=commit[:_SHORT])


def _made(found: Mapping[str, Any]) -> EntryCommit | None:
    """The commit that a note names; `None` where it names none."""
    named = [found.get(name) for name in ("branch", "commit", "parent")]
    is_whole = all(isinstance(name, str) for name in named)
    if not is_whole or not isinstance(found.get("things"), list):
        return None
    return EntryCommit(*map(str, named))


def _file(note: str) -> str:
    return f"{note}.json"
