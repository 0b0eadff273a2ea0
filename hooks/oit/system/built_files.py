"""The files of a built site, on the disk."""

import os
from collections.abc import Callable, Iterator
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


def rewrite(path: Path, change: Callable[[bytes], bytes]) -> None:
    """Change the bytes of a file that was built; nothing happens where it was not.

    Raises `OSError`.
    """
    if path.is_file():
        path.write_bytes(change(path.read_bytes()))
