"""Reading a folder without being led astray: no symbolic link is followed."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from oit.findings import DocumentError
from oit.records.site import Entry

_LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini", ".gitkeep"})
"""What desktops and Git leave behind, and nobody means to publish."""


@dataclass(frozen=True, slots=True)
class Disk:
    """The files below a root, named by paths with forward slashes."""

    root: Path

    def read(self, file: str) -> bytes:
        """The bytes of a file. Raises `DocumentError` where it is absent, a link or unreadable."""
        path = self.root / file
        if path.is_symlink():
            raise DocumentError("file-symlink", params={"found": path.name})
        try:
            return path.read_bytes()
        except FileNotFoundError:
            raise DocumentError("policy-absent", params={"found": path.name}) from None
        except OSError:
            raise DocumentError("file-unreadable", params={"found": path.name}) from None

    def has(self, file: str) -> bool:
        """Whether something of that name is there, be it a link."""
        return os.path.lexists(self.root / file)

    def entries(self, folder: str) -> dict[str, Entry]:
        """Names in a folder with what they are, sorted. Raises `DocumentError`."""
        try:
            with os.scandir(self.root / folder) as found:
                status = {one.name: one.stat(follow_symlinks=False) for one in found}
        except OSError:
            raise DocumentError("folder-unreadable") from None
        return {
            name: Entry(_kind(status[name].st_mode), status[name].st_size)
            for name in sorted(status.keys() - _LITTER)
        }


def _kind(mode: int) -> Literal["file", "directory", "symlink", "other"]:
    if stat.S_ISLNK(mode):
        return "symlink"
    if stat.S_ISDIR(mode):
        return "directory"
    return "file" if stat.S_ISREG(mode) else "other"
