"""The files of a commit as Git stores them: the bytes of its objects, written below a folder.

No attribute, filter or setting has a say, whoever wrote it: what is judged is what was sent in.
"""

import errno
import hashlib
import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import IO, cast

from msgspec import Struct

from oit.catalog import both

_LINK = "120000"
_SUBMODULE = "160000"
_NEVER_WRITTEN = frozenset({"..", ".git"})

_MEGABYTE = 1_000_000
_PIECE = 1 << 20
_DEEPEST = 64
"""Folders in each other; what walks through more of them breaks off."""


class UnwritableTreeError(Exception):
    """Files of a commit that are not written; the text says why, in Thai and English."""


class Entry(Struct, frozen=True):
    """A file of a tree: its mode and object as Git names them, its path from the site's root."""

    mode: str
    object_id: str
    path: str


class TreeLimits(Struct, frozen=True):
    """What is written of one version of a site."""

    files: int = 50_000
    megabytes: int = 4_000
    """Of 1,000,000 bytes."""


def blob_id(data: bytes, digits: int = 40) -> str:
    """The id that Git gives to bytes as they are: SHA-1, or SHA-256 where it has 64 digits."""
    known = hashlib.sha1(usedforsecurity=False) if digits == 40 else hashlib.sha256()
    known.update(b"blob %d\0" % len(data) + data)
    return known.hexdigest()


def entries_in(listing: bytes) -> tuple[Entry, ...]:
    """What `git ls-tree -r -z` has listed: mode, kind, object."""
    return tuple(Entry(mode, name, path) for (mode, _, name), path in _lines(listing))


def staged_in(listing: bytes) -> tuple[Entry, ...]:
    """What `git ls-files --stage -z` has listed: mode, object, stage; no side of a conflict."""
    rows = (row for row in _lines(listing) if row[0][2] == "0")
    return tuple(Entry(mode, name, path) for (mode, name, _), path in rows)


def paths_in(listing: bytes) -> list[str]:
    """The paths of such a list, whatever stands before them."""
    return [path for _, path in _lines(listing)]


def _lines(listing: bytes) -> Iterator[tuple[tuple[str, str, str], str]]:
    """The three words before each path, and the path."""
    for line in filter(None, listing.split(b"\0")):
        about, _, path = line.partition(b"\t")
        first, second, third = about.decode().split()
        yield (first, second, third), os.fsdecode(path)


def write_tree(
    read: "ObjectReader", entries: Sequence[Entry], target: Path, limits: TreeLimits | None = None
) -> None:
    """Write files from a repository below a folder that is empty, and only there.

    A symbolic link is written as one, so that the rules see it; a submodule is an empty folder, as
    in a checkout. Raises `UnwritableTreeError`.
    """
    limits = limits or TreeLimits()
    if len(entries) > limits.files:
        raise UnwritableTreeError(both("git.too-many", files=len(entries)))
    for entry in entries:
        _refuse_name(entry)
    left = limits.megabytes * _MEGABYTE
    # Links come last: nothing is ever written through one.
    for entry in sorted(entries, key=lambda entry: entry.mode == _LINK):
        try:
            left -= _write(entry, target / entry.path, read, left)
        except (OSError, ValueError) as error:
            if getattr(error, "errno", None) == errno.ENOSPC:
                raise
            # A tree that names something twice, a link that leads to nothing.
            raise _unwritable(entry) from None


def _refuse_name(entry: Entry) -> None:
    parts = entry.path.split("/")
    # What the path means to this system: absolute, with `.`, or with a drive or `\` on Windows.
    is_other = PurePath(entry.path).parts != tuple(parts)
    if is_other or len(parts) > _DEEPEST or any(part.lower() in _NEVER_WRITTEN for part in parts):
        raise _unwritable(entry)


def _unwritable(entry: Entry) -> UnwritableTreeError:
    return UnwritableTreeError(both("git.unwritable", file=ascii(entry.path)))


def _write(entry: Entry, file: Path, read: "ObjectReader", left: int) -> int:
    """Write one entry; gives its size."""
    if entry.mode == _SUBMODULE:
        file.mkdir(parents=True)
        return 0
    file.parent.mkdir(parents=True, exist_ok=True)
    data = read.blob(entry.object_id, left)
    if entry.mode == _LINK:
        file.symlink_to(os.fsdecode(data))
    else:
        with file.open("xb") as target:
            target.write(data)
    return len(data)


class ObjectReader(Struct, frozen=True):
    """A `git cat-file --batch` that runs: an object is asked for, and read before the next."""

    asked: IO[bytes]
    answers: IO[bytes]

    def size(self, object_id: str) -> int:
        """The size of a file's object, which `pieces` then gives.

        Raises `UnwritableTreeError` where it is absent, or none of a file.
        """
        self.asked.write(f"{object_id}\n".encode())
        self.asked.flush()
        said = self.answers.readline().split()  # its id, its kind and its size
        if len(said) != 3 or said[1] != b"blob":
            raise UnwritableTreeError(both("git.absent", object=object_id))
        return int(said[2])

    def pieces(self, size: int) -> Iterator[bytes]:
        """The bytes of the object that was asked for. Raises `UnwritableTreeError`."""
        left = size
        while left:
            piece = self.answers.read(min(left, _PIECE))
            if not piece:
                raise UnwritableTreeError(both("git.absent", object="…"))
            left -= len(piece)
            yield piece
        self.answers.read(1)  # the line end after each

    def blob(self, object_id: str, most: int) -> bytes:
        """The bytes of an object; raises `UnwritableTreeError` where it is absent or too large."""
        if (size := self.size(object_id)) > most:
            raise UnwritableTreeError(both("git.too-large", megabytes=size // _MEGABYTE))
        return b"".join(self.pieces(size))


@contextmanager
def objects(root: Path) -> Iterator[ObjectReader]:
    """A reader of the objects of a repository, by one call to Git."""
    command = ["git", "-C", str(root), "cat-file", "--batch"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, env=variables()) as process:
        try:
            yield ObjectReader(cast(IO[bytes], process.stdin), cast(IO[bytes], process.stdout))
        finally:
            process.kill()


def variables(**own: str) -> Mapping[str, str]:
    """The environment of every call to Git.

    Messages in English, no lock that an editor's Git could meet, and objects as they are: neither a
    reference under `refs/replace` nor the file `info/grafts` gives a commit other parents.
    """
    fixed = {
        "LC_ALL": "C",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_GRAFT_FILE": os.devnull,
    }
    return {**os.environ, **fixed, **own}
