"""Reading below one folder, without following symbolic links out of it."""

import hashlib
import os
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from oit.findings import DocumentError
from oit.records.site import FolderEntry

_IGNORED_NAMES = frozenset({".DS_Store", "Thumbs.db", "desktop.ini", ".gitkeep"})
"""Files that desktops and Git users leave in folders; never meant for publication."""


@dataclass(frozen=True, slots=True)
class Disk:
    """The files below a root, named by paths with forward slashes."""

    root: Path
    seen: dict[str, str] = field(default_factory=dict, compare=False, repr=False)
    """SHA-256 of every file that was read, by its path."""

    def read(self, file: str) -> bytes:
        """The bytes of a file. Raises `DocumentError` where it is absent, a link or unreadable."""
        path = self.root / file
        # A link could publish a file from outside of the repository, which nobody has reviewed.
        if path.is_symlink():
            raise DocumentError("file-symlink", params={"found": path.name})
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            raise DocumentError("policy-absent", params={"found": path.name}) from None
        except OSError:
            raise DocumentError("file-unreadable", params={"found": path.name}) from None
        self.seen[file] = hashlib.sha256(data).hexdigest()
        return data

    def has(self, file: str) -> bool:
        """Whether something of that name is there, even a broken link."""
        return os.path.lexists(self.root / file)

    def digests(self, folder: str) -> dict[str, str]:
        """SHA-256 of every file below a folder by its path; links are not followed.

        Raises `DocumentError` where a file cannot be read.
        """
        found: dict[str, str] = {}
        for parent, _, names in os.walk(self.root / folder):
            for path in (Path(parent) / name for name in names):
                if not path.is_symlink():
                    name = os.path.relpath(path, self.root).replace(os.sep, "/")
                    self.read(name)
                    found[name] = self.seen[name]
        return dict(sorted(found.items()))

    def is_link(self, file: str) -> bool:
        """Whether a symbolic link is there."""
        return (self.root / file).is_symlink()

    def entries(self, folder: str) -> dict[str, FolderEntry]:
        """The entries of a folder by name, sorted. Raises `DocumentError`, for a link too."""
        if self.is_link(folder):
            raise DocumentError("file-symlink", params={"found": folder.rpartition("/")[2]})
        try:
            with os.scandir(self.root / folder) as scanned:
                status = {entry.name: entry.stat(follow_symlinks=False) for entry in scanned}
        except OSError:
            raise DocumentError("folder-unreadable") from None
        return {
            name: FolderEntry(_kind(status[name].st_mode), status[name].st_size)
            for name in sorted(status.keys() - _IGNORED_NAMES)
        }


def _kind(mode: int) -> Literal["file", "directory", "symlink", "other"]:
    if stat.S_ISLNK(mode):
        return "symlink"
    if stat.S_ISDIR(mode):
        return "directory"
    return "file" if stat.S_ISREG(mode) else "other"
