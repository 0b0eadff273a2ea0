"""The word on why a file has other bytes now, for a command that changes files where they lie."""

from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path

from oit.editing.front_matter import read_valid_record, rewritten
from oit.editing.record_edit import with_replaced
from oit.model.record import FileEvidence, Part, Record, Replaced
from oit.system.environment import Environment
from oit.system.git import History, HistoryError


def with_words(
    root: Path, changed: Mapping[Path, bytes], reason: str, environment: Environment
) -> dict[str, bytes]:
    """All there is to write in a site, by path from its root: files, and records with a word.

    None is needed for a file that stays as it is, or that the main branch does not have as it was:
    the gate compares with that. Without a history, what was published before today had been there.
    """
    written: dict[str, bytes] = {}
    history, today = History(root), environment.today.day
    main = _main(history, environment.base)
    last = date.max if main else today
    for file, data in changed.items():
        before, name = file.read_bytes(), _name(file, root)
        written[name] = data
        if before != data and (main is None or _is_recorded(history, main, name, before)):
            replaced = Replaced(reason=reason, sha256=sha256(before).hexdigest(), date=today)
            written |= _with_word(file, root, replaced, written, last)
    return written


def _name(file: Path, root: Path) -> str:
    return file.absolute().relative_to(root).as_posix()


def _main(history: History, base: str | None) -> str | None:
    """The commit up to which the main branch holds what there is; `None` without a history."""
    try:
        return history.recorded_up_to(base)
    except HistoryError:
        return None


def _is_recorded(history: History, commit: str, name: str, data: bytes) -> bool:
    """Whether a commit has a file with these bytes."""
    try:
        return history.content(commit, name) == data
    except HistoryError:
        return False


def _with_word(
    file: Path, root: Path, replaced: Replaced, written: Mapping[str, bytes], last: date
) -> dict[str, bytes]:
    """The records that name a file on a day before the `last`, each with the word.

    `written` has what was added before.
    """
    found: dict[str, bytes] = {}
    for document in sorted(file.absolute().parent.glob("*.md")):
        name = _name(document, root)
        data = written.get(name) or document.read_bytes()
        disclosed = read_valid_record(document.name, data)[0]
        if disclosed and _is_named(disclosed, file.name, last):
            found[name] = rewritten(data, with_replaced(disclosed, file.name, replaced))
    return found


def _is_named(disclosed: Record | Part, name: str, last: date) -> bool:
    """Whether a record names the file, on a day before the `last`."""
    return any(
        isinstance(entry, FileEvidence) and entry.file == name and entry.published < last
        for entry in disclosed.evidence
    )
