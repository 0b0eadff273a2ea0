"""Writing several files of a site so that, killed at any moment, all are old or all are new.

One file takes the place of its old version by a rename. Several are put into a copy of the folder
that holds them all, beside the site's records, and the two folders change places in one step where
the system has one (Linux, macOS). Elsewhere (Windows, some network drives) there are two renames;
a run killed between them is mended by `recover`, with which every command begins.
"""

import ctypes
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from oit.records.load import RECORDS

_SET_ASIDE = ".oit-old~"

_AT_CWD = -100

_SWAP = 2


def write_together(root: Path, changes: Mapping[str, bytes]) -> None:
    """Give files below `oit_items/`, named from the root, their new bytes; all of them or none.

    Raises `OSError`, with everything as it was.
    """
    if len(changes) == 1 and all((root / name).is_file() for name in changes):
        for name, data in changes.items():
            write_bytes(root / name, data)
    elif changes:
        folder = _common_folder(changes)
        with staged(root, folder, changes) as stage:
            _take_the_place(stage / folder, root, folder)


@contextmanager
def staged(root: Path, folder: str, changes: Mapping[str, bytes]) -> Iterator[Path]:
    """A site of its own with nothing but a folder as it is to become; gone in the end."""
    with tempfile.TemporaryDirectory(dir=root, prefix=".oit-") as name:
        stage = Path(name)
        shutil.copytree(root / folder, stage / folder, symlinks=True, copy_function=_link)
        for file, data in changes.items():
            write_bytes(stage / file, data)
        yield stage


def recover(root: Path) -> None:
    """Put back the folders that a killed run had set aside, and clear up after it."""
    for aside in root.glob(f"{_SET_ASIDE}*"):
        target = root / aside.name.removeprefix(_SET_ASIDE).replace("~", "/")
        if not target.exists():
            aside.rename(target)
        else:
            shutil.rmtree(aside, ignore_errors=True)


def _common_folder(changes: Mapping[str, bytes]) -> str:
    parents = [PurePosixPath(name).parent.as_posix() for name in changes]
    common = os.path.commonpath(parents).replace(os.sep, "/")
    if PurePosixPath(common).parts[:1] != (RECORDS,):
        raise ValueError("only what lies below the records is written together")
    return common


def _link(source: str, target: str) -> None:
    """The same file under a second name, or a copy where that cannot be."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def _take_the_place(new: Path, root: Path, folder: str) -> None:
    if not _exchanged(new, root / folder):
        _replace_by_renames(new, root, folder)


def _exchanged(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; whether the system could."""
    names = (os.fsencode(one), os.fsencode(other))
    if os.name != "posix":
        return False
    library = ctypes.CDLL(None)
    if hasattr(library, "renameat2"):  # Linux
        return bool(library.renameat2(_AT_CWD, names[0], _AT_CWD, names[1], _SWAP) == 0)
    if hasattr(library, "renamex_np"):  # macOS
        return bool(library.renamex_np(*names, _SWAP) == 0)
    return False


def _replace_by_renames(new: Path, root: Path, folder: str) -> None:
    target, aside = root / folder, root / (_SET_ASIDE + folder.replace("/", "~"))
    try:
        target.rename(aside)
        new.rename(target)
    except BaseException:  # an interrupt between the two is no reason to be without the folder
        if aside.exists() and not target.exists():
            aside.rename(target)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def write_text(path: Path, text: str) -> None:
    """Put a text in a file's place at once. Raises `OSError`, with the file as it was."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, data: bytes) -> None:
    """The same with bytes. What a killed run leaves behind lies outside of the records."""
    handle, name = tempfile.mkstemp(dir=_beside_the_records(path), prefix=".oit-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _beside_the_records(path: Path) -> Path:
    """The folder of the site that a file belongs to; the file's own elsewhere."""
    return next((one for one in path.absolute().parents if (one / RECORDS).is_dir()), path.parent)
