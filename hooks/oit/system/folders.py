"""A finished folder takes the place of another, so that a whole one is there at any time."""

import ctypes
import os
import shutil
from pathlib import Path

_AT_CURRENT_FOLDER = -100
"""`AT_FDCWD` of Linux: names are relative to the current folder."""
_EXCHANGE = 2
"""`RENAME_EXCHANGE` of Linux (renameat2(2)) and `RENAME_SWAP` of macOS have the same value."""


def replace_folder(new: Path, target: Path, aside: Path) -> None:
    """Let `new` become `target`, whose old content goes. Raises `OSError`, with the old one there.

    In one step on Linux and macOS. Elsewhere (Windows, some network drives), and where there is no
    old one, by renames: between the two the old folder lies at `aside`, for `put_back` to restore.
    """
    if target.exists() and _exchanged(new, target):
        shutil.rmtree(new, ignore_errors=True)
        return
    try:
        if target.exists():
            target.rename(aside)
        new.rename(target)
    except BaseException:  # an interrupt between the two is no reason to be without the folder
        put_back(aside, target)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def put_back(aside: Path, target: Path) -> None:
    """Restore the folder that a killed run had set aside, or remove it where the new one stands."""
    if not aside.exists():
        return
    if target.exists():
        shutil.rmtree(aside, ignore_errors=True)
    else:
        aside.rename(target)


def _exchanged(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; whether the system could."""
    if os.name != "posix":
        return False
    names = (os.fsencode(one), os.fsencode(other))
    library = ctypes.CDLL(None)
    if hasattr(library, "renameat2"):  # Linux
        here = _AT_CURRENT_FOLDER
        return bool(library.renameat2(here, names[0], here, names[1], _EXCHANGE) == 0)
    if hasattr(library, "renamex_np"):  # macOS
        return bool(library.renamex_np(*names, _EXCHANGE) == 0)
    return False


def folder_for_build(site: Path) -> Path:
    """Clear up after any earlier build; give the folder to build into, which is not there yet."""
    put_back(_beside(site, "old"), site)
    new = _beside(site, "new")
    shutil.rmtree(new, ignore_errors=True)
    return new


def put_in_place(new: Path, site: Path) -> None:
    """Let a finished build become the site. Raises `OSError`, with the old site still there."""
    replace_folder(new, site, _beside(site, "old"))


def _beside(site: Path, name: str) -> Path:
    return site.with_name(f".{site.name}-{name}")
