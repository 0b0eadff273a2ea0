"""What a command is about to change, written down first, so that the next one can undo it.

The journal stands in `.oit-work/` from before the first change until after the last. While it
stands, what it names is to be put back: by the command itself where something fails, by the next
command where the first was killed. It is written by the holder of the lock alone, and is believed
only where `workspace.believed` says so and every path in it is one that a command may change.
"""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

from oit.catalog import beside
from oit.records import RECORDS
from oit.system.workspace import (
    ReservedNameError,
    Workspace,
    believed,
    forget,
    tell,
    workspace_told,
)

JOURNAL = "journal.json"
SITE = "site"
"""The folder that builds write, from the root."""
REHEARSAL = "rehearsal"
"""The folder of a site that is not for publishing."""
FOLDER = "folder"
"""The name under which a whole folder is kept; files are kept under numbers."""
_FOLDERS = (RECORDS, SITE, REHEARSAL)
"""Below these whole folders change places; elsewhere only files do."""
_NEVER = (".git", ".venv", ".tools")
"""First parts of paths that no command changes: what stands there is run."""


class Step(Struct, frozen=True):
    """A file or folder that is to change, and the name under which its old version is kept."""

    path: str
    """From the root, with forward slashes."""
    kept: str | None
    """In the folder of the workspace; `None` where nothing stood there before."""


@contextmanager
def undoing(workspace: Workspace, steps: Sequence[Step]) -> Iterator[None]:
    """Write the journal, make the changes within, and forget it; undo them where one fails.

    Raises `OSError`, with everything as it was; at once for a path that no command may change.
    """
    entries = [asdict(step) for step in steps]
    for entry in entries:
        if _step(entry, workspace.root) is None:
            raise ReservedNameError(
                0, beside("locking.reserved"), str(workspace.root / str(entry["path"]))
            )
    tell(workspace.root, JOURNAL, {"folder": workspace.name, "steps": entries})
    try:
        yield
        forget(workspace.root, JOURNAL)
    except BaseException:  # after Ctrl+C, too, everything must be as it was
        _put_all_back(workspace, steps)
        raise


def is_interrupted(root: Path) -> bool:
    """Whether there is something to undo, now or when a command that still works has died."""
    return _believed_steps(root) is not None


def undo(root: Path) -> None:
    """Put back what the journal of a killed command names. Only for who holds the lock.

    What is put back is there as a whole at any moment, and where this is killed as well, the next
    does the rest. Raises `OSError`, with the journal still there.
    """
    if found := _believed_steps(root):
        _put_all_back(*found)


def _put_all_back(workspace: Workspace, steps: Sequence[Step]) -> None:
    """The last first, as each step may rest on the one before it."""
    for step in reversed(steps):
        _put_back(step, workspace)
    forget(workspace.root, JOURNAL)


def _put_back(step: Step, workspace: Workspace) -> None:
    target = workspace.root / step.path
    if step.kept is None:
        _remove(target)
        return
    kept = workspace.folder / step.kept
    # Where a new folder is there already, nothing of the old one is missed.
    if os.path.lexists(kept) and not (step.kept == FOLDER and os.path.lexists(target)):
        target.parent.mkdir(parents=True, exist_ok=True)
        kept.replace(target)


def _remove(target: Path) -> None:
    """Remove a file that was new, and the folders that were made for it."""
    if target.is_dir() and not target.is_symlink():
        return  # it stood there before, and is why the file could not be written
    target.unlink(missing_ok=True)
    for folder in target.parents:
        try:
            folder.rmdir()
        except OSError:  # something else is in it, or it was never made
            return


def keep(workspace: Workspace, path: str, number: int) -> Step:
    """Keep the old version of a file, and give its step. Raises `OSError`."""
    source = workspace.root / path
    if not source.is_file():
        return Step(path, None)
    kept = str(number)
    link_or_copy(str(source), str(workspace.folder / kept))
    return Step(path, kept)


def link_or_copy(source: str, target: str) -> None:
    """A hard link, which costs no copying; a copy where the file system has none.

    Replacing a name never changes the other: a file is written anew and then renamed.
    """
    try:
        os.link(source, target, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(source, target, follow_symlinks=False)


def _believed_steps(root: Path) -> tuple[Workspace, list[Step]] | None:
    """The workspace and the steps of the journal; `None` without one, or without a usable one."""
    values = believed(root, JOURNAL)
    workspace = workspace_told(values, root)
    entries = values.get("steps") if values else None
    if workspace is None or not isinstance(entries, list):
        return None
    steps = [step for entry in entries if (step := _step(entry, root))]
    return (workspace, steps) if len(steps) == len(entries) else None


def _step(entry: Any, root: Path) -> Step | None:
    """The step that an entry of a journal names; `None` where no command of ours wrote it."""
    if not isinstance(entry, dict) or entry.keys() != {"path", "kept"}:
        return None
    path, kept = entry["path"], entry["kept"]
    if not isinstance(path, str) or not _may_change(path, is_folder=kept == FOLDER):
        return None
    if kept is not None and not (isinstance(kept, str) and _is_kept(kept)):
        return None
    return None if _leads_through_link(root, path) else Step(path, kept)


def _is_kept(name: str) -> bool:
    return name == FOLDER or (name.isascii() and name.isdecimal())


def _may_change(path: str, *, is_folder: bool) -> bool:
    """Whether a path is plain, lies below the root, and is one that commands change."""
    parts = path.split("/")
    if any(part in ("", ".", "..") or set(part) & set("\\:\0") for part in parts):
        return False
    if parts[0].startswith("~") or PurePosixPath(path).is_absolute():
        return False
    first = parts[0].casefold()
    is_ours = first.startswith(".oit-") or first in _NEVER
    return not is_ours and (not is_folder or parts[0] in _FOLDERS)


def _leads_through_link(root: Path, path: str) -> bool:
    folders = [root.joinpath(*path.split("/")[:depth]) for depth in range(1, path.count("/") + 1)]
    return any(folder.is_symlink() for folder in folders)
