"""Writing files of a site so that a run killed at any moment leaves all of them old or all new.

One file takes the place of its old version by a rename. Several records are put into a copy of the
folder that holds them all, and the two folders change places. Files anywhere in a repository are
replaced one by one, under a journal by which the next command puts all of them back. Whoever
writes works alone in the checkout (`locking`); what is written on the way lies in its workspace.
"""

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from oit.records import RECORDS
from oit.system.folders import replace_folder
from oit.system.journal import keep, link_or_copy, undoing
from oit.system.locking import held
from oit.system.workspace import Workspace

_OF_ROUNDS = ("ledger.json", "withdrawn.yml")
"""What grows with a round (`load_site`): never read from another version of the site."""


def write_files(root: Path, changes: Mapping[str, bytes]) -> None:
    """Replace files below `oit_items/`, by path from the root: all of them or none.

    Raises `OSError`, with everything as it was, and `LookupError` without the lock.
    """
    workspace = held(root)
    if len(changes) == 1 and all((root / name).is_file() for name in changes):
        for name, data in changes.items():
            _written(workspace, data).replace(root / name)
    elif changes:
        folder = _common_folder(changes)
        with staged_folder(root, folder, changes) as stage:
            replace_folder(workspace, stage / folder, folder)


@contextmanager
def staged_folder(root: Path, folder: str, changes: Mapping[str, bytes]) -> Iterator[Path]:
    """A temporary site that holds one folder only, with the changes made; gives its root."""
    workspace = held(root)
    stage = workspace.temporary()
    try:
        shutil.copytree(root / folder, stage / folder, symlinks=True, copy_function=link_or_copy)
        for file, data in changes.items():
            _written(workspace, data).replace(stage / file)
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)


@contextmanager
def staged_site(root: Path, folder: str, changes: Mapping[str, bytes]) -> Iterator[Path]:
    """The same, with what all rounds have of their own beside the records: how it would be judged.

    What was withdrawn anywhere must not come back by any item.
    """
    with staged_folder(root, folder, {}) as stage:
        for name in _OF_ROUNDS:
            for file in (root / RECORDS).glob(f"*/{name}"):
                target = stage / file.relative_to(root)
                target.parent.mkdir(parents=True, exist_ok=True)
                link_or_copy(os.fspath(file), os.fspath(target))
        for name, data in changes.items():
            _written(held(root), data).replace(stage / name)
        yield stage


def write_changes(root: Path, changes: Mapping[str, bytes], removed: Iterable[str]) -> None:
    """Write files anywhere in a repository, in this order, and remove others: all or nothing.

    Raises `OSError`, with everything as it was, and `LookupError` without the lock. A run that is
    killed leaves a journal, by which the next command puts everything back.
    """
    workspace = held(root)
    removed = tuple(removed)
    # A full disk shows here, before anything is changed.
    fresh = {name: _written(workspace, data) for name, data in changes.items()}
    steps = [keep(workspace, path, number) for number, path in enumerate((*changes, *removed))]
    with undoing(workspace, steps):
        for name, file in fresh.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            file.replace(root / name)
        for name in removed:
            (root / name).unlink()


def _written(workspace: Workspace, data: bytes) -> Path:
    """A new file of the workspace, to be renamed to where it belongs."""
    file = workspace.temporary()
    file.write_bytes(data)
    file.chmod(0o644)
    return file


def _common_folder(changes: Mapping[str, bytes]) -> str:
    parents = [PurePosixPath(name).parent.as_posix() for name in changes]
    common = os.path.commonpath(parents).replace(os.sep, "/")
    if PurePosixPath(common).parts[:1] != (RECORDS,):
        raise ValueError(f"only files below {RECORDS}/ are written together, not {common}")
    return common
