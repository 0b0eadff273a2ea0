"""ZIP files made of files on the disk, the same bytes everywhere."""

import hashlib
import shutil
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest that ZIP knows: the day of a build would make other bytes of the same files."""
NOTE = "README.txt"


class Contents(Protocol):
    """What an archive is to hold."""

    @property
    def path(self) -> str:
        """Where it is to stand, from the folder of its files."""

    @property
    def files(self) -> Iterable[str]:
        """Paths from there, under which they stand in the archive too."""

    @property
    def note(self) -> str:
        """What it says of itself."""


def write_archives(folder: Path, archives: Iterable[Contents]) -> dict[str, str]:
    """Write ZIP files of files of a folder, each after a note; gives their SHA-256 by their paths.

    The files are stored, not compressed: how a compressor packs differs from machine to machine,
    and most evidence is compressed already. Raises `OSError` where a file is absent.
    """
    return {archive.path: _written(folder, archive) for archive in archives}


def _written(folder: Path, archive: Contents) -> str:
    path = folder / archive.path
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as made:
        made.writestr(_entry(NOTE), f"\ufeff{archive.note}\n".replace("\n", "\r\n").encode())
        for name in archive.files:
            with (folder / name).open("rb") as source, made.open(_entry(name), "w") as target:
                shutil.copyfileobj(source, target)
    with path.open("rb") as written:
        return hashlib.file_digest(written, "sha256").hexdigest()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _FIRST_DAY)
    entry.create_system = 3  # as on every machine, whatever this one is
    entry.external_attr = 0o644 << 16
    return entry
