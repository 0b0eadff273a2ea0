"""Which file of a folder is meant by a name in a record that no file has."""

import re
from collections.abc import Collection, Iterable, Mapping
from difflib import get_close_matches

from oit.model.written_words import Nearest
from oit.records.evidence_names import is_file_name
from oit.records.site import FolderEntry, Unit

_LIKE = 0.8
"""Of 1, which is the same: `summary-2025-3.csv` for `summary-2025-03.csv`."""
_MOST = 50
"""Names that are compared with each other; more are left as they are written."""
_SEPARATORS = re.compile(r"[/\\]+")
_BLANKS = re.compile(r"[\s_]+")


def likely_files(units: Iterable[Unit], entries: Mapping[str, FolderEntry]) -> dict[str, str]:
    """The file that is probably meant by each name that no file has."""
    named = sorted({name for unit in units for name in unit.named_files})
    absent = [name for name in named if name not in entries]
    meant = {name: file_meant(name, entries, named) for name in absent[:_MOST]}
    return {name: likely.name for name, likely in meant.items() if likely}


def file_meant(
    name: str, entries: Mapping[str, FolderEntry], named: Collection[str]
) -> Nearest | None:
    """The one file whose name differs by case, blanks or folders alone.

    Else, of those not yet `named`, the one of another type, or the most alike. Something else may
    be meant by a name that is only alike, or that leads elsewhere.
    """
    files = [other for other in entries if other != name and _may_be_meant(other, entries[other])]
    free = [other for other in files if other not in named][:_MOST]
    steps = _SEPARATORS.split(name)
    wanted = _plain(steps[-1])
    same = [other for other in files if _plain(other) == wanted]
    of_other_type = [other for other in free if _stem(_plain(other)) == _stem(wanted)]
    if found := same or of_other_type:
        return Nearest(found[0], ".." not in steps) if len(found) == 1 else None
    alike = get_close_matches(name, free, n=1, cutoff=_LIKE)
    return Nearest(alike[0], is_clear=False) if alike else None


def _may_be_meant(name: str, entry: FolderEntry) -> bool:
    return entry.kind == "file" and is_file_name(name) and not name.endswith(".md")


def _plain(name: str) -> str:
    return _BLANKS.sub("-", name.strip().casefold())


def _stem(name: str) -> str:
    return name.rpartition(".")[0] or name
