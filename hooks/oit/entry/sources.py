"""The file that somebody names to be published."""

from pathlib import Path

from oit.catalog import both
from oit.entry.refusals import could_not_run
from oit.evidence.inspect import TOO_LARGE


def source_file(name: str, folder: Path) -> Path:
    """The file to publish, from outside the item's folder; ends with status 2 on any other.

    A terminal puts quotes around a file that is dropped onto it.
    """
    source = Path(name.strip("'\"")).expanduser()
    if not source.is_file():
        could_not_run(both("entry.no-file", file=str(source)))
    if source.resolve().parent == folder.resolve():
        could_not_run(both("entry.in-folder", file=source.name))
    return source


def source_bytes(source: Path) -> bytes:
    """Its bytes; ends with status 2 where there are too many."""
    if source.stat().st_size > TOO_LARGE:
        megabytes = TOO_LARGE // 1_000_000
        could_not_run(both("entry.too-large", file=source.name, megabytes=megabytes))
    return source.read_bytes()
