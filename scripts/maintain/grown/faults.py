"""What a site shows, and still builds with, where its gate reports: something late, some broken."""

import re
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath

Files = dict[str, bytes]
_MISSING = "O15/summary-2025-03.csv"


def with_faults(newest: Mapping[str, bytes]) -> Files:
    """The files of the newest round with three records broken, and a summary missing."""
    files = {path: data for path, data in newest.items() if path != _MISSING}
    for path, spoil in _SPOILED.items():
        files[path] = spoil(files[path].decode()).encode()
    return files


def _misspelt(text: str) -> str:
    return text.replace("  published:", "  publised:", 1)


def _of_the_other_era(text: str) -> str:
    """A year that is counted as Thailand counts it, where the other is asked for."""
    return text.replace("updated: 2025-", "updated: 2568-", 1)


def _of_no_file(text: str) -> str:
    return text.replace("file: checklist", "file: absent", 1)


def _without_a_summary(text: str) -> str:
    """The record without the entry of the missing file: what that filled is late."""
    name = re.escape(PurePosixPath(_MISSING).name)
    return re.sub(rf"- kind: file\n(?:  .*\n)*?  file: {name}\n(?:  .*\n)*", "", text)


_SPOILED: dict[str, Callable[[str], str]] = {
    "O02/record.md": _misspelt,
    "O11/works.md": _of_no_file,
    "O15/record.md": _without_a_summary,
    "O16/record.md": _of_the_other_era,
}
