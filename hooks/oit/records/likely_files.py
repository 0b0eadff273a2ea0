"""Which file of a folder is meant by a name in a record that no file has."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from oit.records.site import FolderEntry, Unit

_LIKE = 0.8
"""Of 1, which is the same: `summary-2025-3.csv` for `summary-2025-03.csv`."""
_MOST = 50
"""Names that are compared with each other; more are left as they are written."""


def likely_files(units: Iterable[Unit], entries: Mapping[str, FolderEntry]) -> dict[str, str]:
    """The file that is probably meant by each name that no file has.

    Letters in the other case come first, then the most alike of the files that no entry names.
    """
    named = sorted({name for unit in units for name in unit.named_files})
    absent = [name for name in named if name not in entries]
    files = [name for name, entry in entries.items() if _may_be_meant(name, entry)]
    free = [name for name in files if name not in named]
    folded = {name.casefold(): name for name in files}
    found = {}
    for name in absent[:_MOST]:
        likely = folded.get(name.casefold()) or _most_alike(name, free[:_MOST])
        if likely:
            found[name] = likely
    return found


def _may_be_meant(name: str, entry: FolderEntry) -> bool:
    return entry.kind == "file" and not name.endswith(".md")


def _most_alike(name: str, free: list[str]) -> str | None:
    return next(iter(get_close_matches(name, free, n=1, cutoff=_LIKE)), None)
