"""Writing files of a site so that a run killed at any moment leaves all of them old or all new.

One file takes the place of its old version by a rename. Several are put into a copy of the folder
that holds them all, beside the site's records, and the two folders change places. Where the system
has no single step for that, a run killed between two renames leaves the old folder set aside;
`recover`, with which every command begins, puts it back.
"""

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from oit.records.load import RECORDS
from oit.system.folders import put_back, replace_folder

_TEMPORARY = ".oit-"
"""What the names of temporary files and folders begin with; `.gitignore` knows it."""
_SET_ASIDE = ".oit-old~"
"""The same for folders set aside; their path follows, with `~` for `/`."""


def write_files(root: Path, changes: Mapping[str, bytes]) -> None:
    """Replace files below `oit_items/`, by path from the root: all of them or none.

    Raises `OSError`, with everything as it was.
    """
    if len(changes) == 1 and all((root / name).is_file() for name in changes):
        for name, data in changes.items():
            write_bytes(root / name, data)
    elif changes:
        folder = _common_folder(changes)
        with staged_folder(root, folder, changes) as stage:
            replace_folder(stage / folder, root / folder, _set_aside(root, folder))


@contextmanager
def staged_folder(root: Path, folder: str, changes: Mapping[str, bytes]) -> Iterator[Path]:
    """A temporary site that holds one folder only, with the changes made; gives its root."""
    with tempfile.TemporaryDirectory(dir=root, prefix=_TEMPORARY) as name:
        stage = Path(name)
        shutil.copytree(root / folder, stage / folder, symlinks=True, copy_function=_link)
        for file, data in changes.items():
            write_bytes(stage / file, data)
        yield stage


def recover(root: Path) -> None:
    """Put back, or remove, the folders that a killed run had set aside."""
    for aside in root.glob(f"{_SET_ASIDE}*"):
        put_back(aside, root / aside.name.removeprefix(_SET_ASIDE).replace("~", "/"))


def write_text(path: Path, text: str) -> None:
    """Replace a file by a text in UTF-8. Raises `OSError`, with the file as it was."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, data: bytes) -> None:
    """Replace a file by bytes. Raises `OSError`, with the file as it was."""
    handle, name = tempfile.mkstemp(dir=_temporary_folder(path), prefix=_TEMPORARY)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(name).chmod(0o644)  # mkstemp makes it readable for its owner only
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _temporary_folder(path: Path) -> Path:
    """The root of the site that a file belongs to, else its own folder.

    A file that a killed run left among the records would be judged as evidence.
    """
    site = (folder for folder in path.absolute().parents if (folder / RECORDS).is_dir())
    return next(site, path.parent)


def _set_aside(root: Path, folder: str) -> Path:
    """Where a folder lies while another takes its place."""
    return root / (_SET_ASIDE + folder.replace("/", "~"))


def _common_folder(changes: Mapping[str, bytes]) -> str:
    parents = [PurePosixPath(name).parent.as_posix() for name in changes]
    common = os.path.commonpath(parents).replace(os.sep, "/")
    if PurePosixPath(common).parts[:1] != (RECORDS,):
        raise ValueError(f"only files below {RECORDS}/ are written together, not {common}")
    return common


def _link(source: str, target: str) -> None:
    """A hard link, which costs no copying; a copy where the file system has none.

    Replacing the new name never changes the old file: `write_bytes` writes another and renames it.
    """
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def write_changes(root: Path, changes: Mapping[str, bytes], removed: Iterable[str]) -> None:
    """Write files anywhere in a repository, and remove others: all of it or nothing.

    Raises `OSError`, with everything as it was. A run that is killed leaves what Git can restore.
    """
    touched = [root / name for name in (*changes, *removed)]
    before = {path: path.read_bytes() if path.is_file() else None for path in touched}
    try:
        for name, data in changes.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            write_bytes(root / name, data)
        for name in removed:
            (root / name).unlink()
    except BaseException:
        for path, earlier in before.items():
            _restore(path, earlier)
        raise


def _restore(path: Path, data: bytes | None) -> None:
    if data is None:
        path.unlink(missing_ok=True)
    elif not path.is_file() or path.read_bytes() != data:
        write_bytes(path, data)
