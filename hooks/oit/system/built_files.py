"""The files of a built site, read from the disk."""

import os
from collections.abc import Iterator
from pathlib import Path


def built_files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Each file below a folder, by its path there; of a link, where it leads, never what is there.

    Raises `OSError`.
    """
    for path in sorted(folder.rglob("*")):
        if path.is_symlink():
            yield path.relative_to(folder).as_posix(), os.fsencode(path.readlink())
        elif path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()
