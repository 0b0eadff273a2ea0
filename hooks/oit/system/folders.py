"""Replacing a folder by a finished one, so that at any time there is a whole one."""

import ctypes
import os
from pathlib import Path

from oit.system.journal import FOLDER, SITE, Step, undoing
from oit.system.workspace import Workspace

_AT_CURRENT_FOLDER = -100
"""`AT_FDCWD` of Linux: names are relative to the current folder."""
_EXCHANGE = 2
"""`RENAME_EXCHANGE` of Linux (renameat2(2)) and `RENAME_SWAP` of macOS have the same value."""


def replace_folder(workspace: Workspace, new: Path, path: str) -> None:
    """Let `new`, a folder of the workspace, become that at a path from the root.

    In one step on Linux and macOS, and where there is no old one. Elsewhere (Windows, some network
    drives) by two renames: between them the journal tells where the old folder lies. Raises
    `OSError`, with the old folder there. It is removed with the workspace.
    """
    target = workspace.root / path
    if not target.exists():
        new.rename(target)
    elif not _exchanged(new, target):
        with undoing(workspace, [Step(path, FOLDER)]):
            target.rename(workspace.folder / FOLDER)
            new.rename(target)


def put_in_place(workspace: Workspace, new: Path, name: str = SITE) -> None:
    """Let a finished build become the site. Raises `OSError`, with the old site still there."""
    replace_folder(workspace, new, name)


def _exchanged(new: Path, old: Path) -> bool:
    """Let two folders change places in one step; `False` where the system cannot."""
    if os.name != "posix":
        return False
    names = (os.fsencode(new), os.fsencode(old))
    # Python has no function for this call; a C library that lacks it has no such attribute.
    library = ctypes.CDLL(None)
    if hasattr(library, "renameat2"):  # Linux
        here = _AT_CURRENT_FOLDER
        return bool(library.renameat2(here, names[0], here, names[1], _EXCHANGE) == 0)
    if hasattr(library, "renamex_np"):  # macOS
        return bool(library.renamex_np(*names, _EXCHANGE) == 0)
    return False
