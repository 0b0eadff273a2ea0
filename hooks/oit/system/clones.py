"""A clone of another repository: the records of one version on the disk, and nothing that runs."""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from oit.catalog import both
from oit.system.git import History, HistoryError, text_of_git
from oit.system.git_objects import variables

_PROTOCOLS = "file:git:http:https:ssh"
"""What Git may speak: `ext::` would run a program that an address names."""
_ENGINE = "hooks/oit/"


@contextmanager
def records_of(repository: str, commit: str) -> Iterator[Path]:
    """A folder with the records, settings and texts of a commit, and its history.

    They are written as Git stores them: no hook, filter or program of the repository runs, and
    nothing else of it is checked out. Raises `HistoryError`.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "site"
        _git("clone", "--quiet", "--no-checkout", "--template=", "--", repository, str(folder))
        history = History(folder)
        if not history.is_at(commit, commit):
            raise HistoryError(both("git.no-commit", commit=commit))
        # What is checked out, as far as Git is asked for its names and its history.
        for arguments in (("update-ref", "--no-deref", "HEAD", commit), ("read-tree", commit)):
            _git("-C", str(folder), *arguments)
        yield history.export(commit, folder)


def holds_engine(folder: Path) -> bool:
    """Whether the version that lies in a folder has the engine itself beside its records."""
    return any(name.startswith(_ENGINE) for name in History(folder).tracked())


def _git(*arguments: str) -> None:
    environment = variables(
        GIT_TERMINAL_PROMPT="0", GIT_ALLOW_PROTOCOL=_PROTOCOLS, GIT_LFS_SKIP_SMUDGE="1"
    )
    command = ["git", "-c", f"core.hooksPath={os.devnull}", *arguments]
    try:
        done = subprocess.run(command, env=environment, capture_output=True, check=False)
    except FileNotFoundError:
        raise HistoryError(both("git.no-git")) from None
    if done.returncode:
        raise HistoryError(both("git.failed", why=text_of_git(done.stderr).strip()))
