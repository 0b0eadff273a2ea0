"""Which file of a folder is meant by a name in a record that no file has."""

import re
from collections.abc import Collection, Iterable, Mapping

from oit.model.written_words import nearest
from oit.records.evidence_names import is_file_name
from oit.records.site import FolderEntry, Unit

_SEPARATORS = re.compile(r"[/\\]+")
_MOST = 50
"""Names that are compared with each other; more are left as they are written."""


def likely_files(units: Iterable[Unit], entries: Mapping[str, FolderEntry]) -> dict[str, str]:
    """The file that is probably meant by each name that no file has.

    One that differs in how it is written comes first, then the nearest that no entry names.
    """
    named = sorted({name for unit in units for name in unit.named_files})
    files = [name for name, entry in entries.items() if _may_be_meant(name, entry)]
    free = [name for name in files if name not in named]
    found = {}
    for name in [name for name in named if name not in entries][:_MOST]:
        meant = files_meant(name, files, free)
        near = nearest(name, free[:_MOST]) if not meant else None
        if len(meant) == 1 or near:
            found[name] = near.name if near else meant[0]
    return found


def files_meant(name: str, files: Iterable[str], free: Collection[str]) -> list[str]:
    """The files whose name differs by case, blanks, folders or, where no entry has it, its type.

    `free` are the files that no entry names.
    """
    last = last_of_path(name)
    others = [other for other in files if other != name and is_file_name(other)]
    same = [other for other in others if _plain(other) == _plain(last)]
    stem = _plain(last).rpartition(".")[0] or _plain(last)
    return same or [
        other for other in others if other in free and _plain(other).rpartition(".")[0] == stem
    ]


def last_of_path(name: str) -> str:
    """The name without the folders before it, whichever way their separators lean."""
    return _SEPARATORS.split(name)[-1]


def _may_be_meant(name: str, entry: FolderEntry) -> bool:
    return entry.kind == "file" and not name.endswith(".md")


def _plain(name: str) -> str:
    return re.sub(r"[\s_]+", "-", name.strip().casefold())
