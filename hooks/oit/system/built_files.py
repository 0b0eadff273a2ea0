"""The files of a built site, on the disk."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path


def built_files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Each file below a folder, by its path there; of a link, where it leads, never what is there.

    Raises `OSError`.
    """
    return _files_below(os.fspath(folder), "")


def _files_below(folder: str, path: str) -> Iterator[tuple[str, bytes]]:
    """The same by names alone: `pathlib` takes longer for thousands of files than reading them."""
    with os.scandir(folder) as scanned:
        entries = sorted(scanned, key=lambda entry: entry.name)
    for entry in entries:
        name = f"{path}{entry.name}"
        if entry.is_symlink():
            yield name, os.fsencode(os.readlink(entry.path))  # noqa: PTH115 -- see above
        elif entry.is_dir():
            yield from _files_below(entry.path, f"{name}/")
        elif entry.is_file():
            with open(entry.path, "rb", buffering=0) as stream:  # noqa: PTH123 -- see above
                yield name, stream.read()


def rewrite(path: Path, change: Callable[[bytes], bytes]) -> None:
    """Change the bytes of a file that was built; nothing happens where it was not.

    Raises `OSError`.
    """
    if path.is_file():
        path.write_bytes(change(path.read_bytes()))
