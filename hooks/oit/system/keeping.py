"""Files and dated folders that are kept for oneself: written whole or not at all."""

import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import count
from pathlib import Path

from msgspec import Struct

_TEMPORARY = ".oit-"
"""As of other temporary files; a run that is killed leaves one, and no half of a copy."""
_DATED = re.compile(r"(\d{4}-\d{2}-\d{2})(?:-(\d+))?")


class Kept(Struct, frozen=True):
    """A folder, and whether it was there already with the same files."""

    folder: Path
    was_there: bool


def keep_dated(parent: Path, day: date, files: Mapping[str, bytes]) -> Kept:
    """Write files, by path, into `parent/2025-03-10`; beside other files of that day into `…-2`.

    Raises `OSError`, with nothing of it there.
    """
    parent.mkdir(parents=True, exist_ok=True)
    for folder in _names(parent, day):
        if not folder.exists():
            _write(folder, files)
            return Kept(folder, was_there=False)
        if _files_of(folder) == files:
            return Kept(folder, was_there=True)
    raise AssertionError("names never end")


def dated_folders(parent: Path) -> list[tuple[date, Path]]:
    """The dated folders in a folder, the oldest first, with their days."""
    found = []
    for folder in parent.iterdir():
        if (match := _DATED.fullmatch(folder.name)) and folder.is_dir():
            try:
                found.append((date.fromisoformat(match[1]), int(match[2] or 1), folder))
            except ValueError:
                continue  # `2025-13-40` is no day, and no folder of ours
    return [(day, folder) for day, _, folder in sorted(found)]


def write_text(path: Path, text: str) -> None:
    """Replace a file of no site by a text in UTF-8. Raises `OSError`, with the file as it was."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, data: bytes) -> None:
    """Replace a file of no site by bytes. Raises `OSError`, with the file as it was."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=_TEMPORARY)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(name).chmod(0o644)  # mkstemp makes it readable for its owner only
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _names(parent: Path, day: date) -> Iterator[Path]:
    yield parent / day.isoformat()
    for number in count(2):
        yield parent / f"{day.isoformat()}-{number}"


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    stage = Path(tempfile.mkdtemp(dir=folder.parent, prefix=_TEMPORARY))
    try:
        for name, data in files.items():
            file = stage / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        stage.chmod(0o755)  # mkdtemp makes it readable for its owner only
        stage.rename(folder)
    except BaseException:
        shutil.rmtree(stage, ignore_errors=True)
        raise


def _files_of(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }
