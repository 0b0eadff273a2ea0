"""The word on why a file has other bytes now, for a command that changes files where they lie."""

from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path

from oit.editing.front_matter import read_valid_record, rewritten
from oit.editing.record_edit import with_replaced
from oit.model.record import FileEvidence, Part, Record, Replaced


def with_words(
    root: Path, changed: Mapping[Path, bytes], reason: str, today: date
) -> dict[str, bytes]:
    """All there is to write in a site, by path from its root: files, and records with a word.

    None is needed for a file that stays as it is, or was not published before today.
    """
    written: dict[str, bytes] = {}
    for file, data in changed.items():
        before = file.read_bytes()
        written[_name(file, root)] = data
        if before != data:
            replaced = Replaced(reason=reason, sha256=sha256(before).hexdigest(), date=today)
            written |= _with_word(file, root, replaced, written)
    return written


def _name(file: Path, root: Path) -> str:
    return file.absolute().relative_to(root).as_posix()


def _with_word(
    file: Path, root: Path, replaced: Replaced, written: Mapping[str, bytes]
) -> dict[str, bytes]:
    """The records that name a file, each with the word; `written` has what was added before."""
    found: dict[str, bytes] = {}
    for document in sorted(file.absolute().parent.glob("*.md")):
        name = _name(document, root)
        data = written.get(name) or document.read_bytes()
        disclosed = read_valid_record(document.name, data)[0]
        if disclosed and _is_published(disclosed, file.name, replaced.on):
            found[name] = rewritten(data, with_replaced(disclosed, file.name, replaced))
    return found


def _is_published(disclosed: Record | Part, name: str, today: date) -> bool:
    """Whether a record names the file, on a day before today."""
    return any(
        isinstance(entry, FileEvidence) and entry.file == name and entry.published < today
        for entry in disclosed.evidence
    )
