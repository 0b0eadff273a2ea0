"""The word on why a file has other bytes now, for a command that changes files where they lie."""

import hashlib
from datetime import date
from pathlib import Path

from oit.editing.front_matter import read_valid_record, rewritten
from oit.editing.record_edit import with_replaced
from oit.model.record import FileEvidence, Part, Record, Replaced
from oit.records.load import RECORDS


def explained(
    file: Path, data: bytes, reason: str, today: date
) -> tuple[Path, dict[str, bytes]] | None:
    """The root of a file's site, and all there is to write: the file, and each record with a word.

    `None` for a file that needs none: it is not in the folder of an item, stays as it is, or was
    not published before today.
    """
    folder = file.resolve().parent
    root, before = folder.parent.parent.parent, file.read_bytes()
    if folder.parent.parent.name != RECORDS or before == data:
        return None
    replaced = Replaced(reason=reason, sha256=hashlib.sha256(before).hexdigest(), date=today)
    records = {
        document.relative_to(root).as_posix(): _with_word(document, file.name, replaced)
        for document in sorted(folder.glob("*.md"))
        if _is_published(document, file.name, today)
    }
    return (
        (root, {**records, file.resolve().relative_to(root).as_posix(): data}) if records else None
    )


def _is_published(document: Path, name: str, today: date) -> bool:
    """Whether a record that can be read names the file, on a day before today."""
    disclosed = _read(document)
    entries = disclosed.evidence if disclosed else ()
    return any(
        isinstance(entry, FileEvidence) and entry.file == name and entry.published < today
        for entry in entries
    )


def _with_word(document: Path, name: str, replaced: Replaced) -> bytes:
    disclosed = _read(document)
    data = document.read_bytes()
    return rewritten(data, with_replaced(disclosed, name, replaced)) if disclosed else data


def _read(document: Path) -> Record | Part | None:
    return read_valid_record(document.name, document.read_bytes())[0]
