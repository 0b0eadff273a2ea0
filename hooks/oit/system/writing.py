"""Writing several files of a site so that, killed at any moment, all are old or all are new.

One file takes the place of its old version by a rename. Several are put into a copy of the folder
that holds them all, beside the site's records, and the two folders change places. Where the system
has no single step for that, a run killed between two renames leaves the old folder set aside;
`recover`, with which every command begins, puts it back.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from oit.records.load import RECORDS
from oit.system.folders import put_back, replace_folder

_SET_ASIDE = ".oit-old~"


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
            replace_folder(stage / folder, root / folder, _set_aside(root, folder))


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
        put_back(aside, root / aside.name.removeprefix(_SET_ASIDE).replace("~", "/"))


def _set_aside(root: Path, folder: str) -> Path:
    """Where a folder lies while another takes its place."""
    return root / (_SET_ASIDE + folder.replace("/", "~"))


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
