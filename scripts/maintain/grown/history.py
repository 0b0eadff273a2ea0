"""A history in Git from what stood on each day, by one call of `git fast-import`."""

import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path

from setup.environment import variables

_BANGKOK = timezone(timedelta(hours=7))
_AUTHOR = b"Sample <sample@example.go.th>"


Changes = dict[str, bytes | None]
"""Files by path, `None` for those that went."""


@dataclass(frozen=True, slots=True)
class Commit:
    """What changed on a day."""

    day: date
    message: str
    changes: Changes


def write_history(folder: Path, commits: Iterable[Commit]) -> None:
    """A repository in a new folder with the commits on `main`, and the files of the last."""
    folder.mkdir(parents=True)
    _git(folder, "init", "--quiet", "--initial-branch=main")
    with subprocess.Popen(
        ["git", "fast-import", "--quiet"], cwd=folder, env=variables(), stdin=subprocess.PIPE
    ) as importing:
        assert importing.stdin  # noqa: S101 -- it is a pipe
        importing.stdin.writelines(_stream(commits))
    if importing.returncode:
        raise subprocess.CalledProcessError(importing.returncode, "git fast-import")
    _git(folder, "reset", "--quiet", "--hard")


def _git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, env=variables(), check=True)


def _stream(commits: Iterable[Commit]) -> Iterator[bytes]:
    for commit in commits:
        noon = datetime.combine(commit.day, time(12), _BANGKOK)
        yield b"commit refs/heads/main\n"
        yield b"committer %s %d +0700\n" % (_AUTHOR, noon.timestamp())
        yield _data(commit.message.encode())
        for path, data in commit.changes.items():
            yield _change(path, data)


def _change(path: str, data: bytes | None) -> bytes:
    if data is None:
        return b"D %s\n" % path.encode()
    return b"M 100644 inline %s\n%s" % (path.encode(), _data(data))


def _data(data: bytes) -> bytes:
    return b"data %d\n%s\n" % (len(data), data)
