"""Files that are made together, remembered in one answer, and put aside one by one.

All files of a site are large: at no time does anybody have all of them in memory.
"""

import gzip
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from msgspec import Struct

from oit.memory import Asked, Kept, Memory

Files: TypeAlias = Iterable[tuple[str, bytes]]
"""Files by path, one after the other."""


def recall_files(
    memory: Memory, kind: str, content: bytes, make: Callable[[], Mapping[str, bytes]]
) -> dict[str, bytes]:
    """What `make` returns, files by path, in one answer: compressed, as they may be many."""
    return dict(unpacked(memory.recall(kind, content, lambda: packed(make().items()))))


def packed(files: Files) -> bytes:
    """Files in one answer. They need not stand in memory all together."""
    together = io.BytesIO()
    with gzip.GzipFile(fileobj=together, mode="wb", compresslevel=1, mtime=0) as stream:
        for path, data in files:  # each behind a line with its path and its size
            stream.write(json.dumps([path, len(data)]).encode() + b"\n")
            stream.write(data)
    return together.getvalue()


def unpacked(answer: bytes) -> Iterator[tuple[str, bytes]]:
    """The files that were packed, one after the other."""
    with gzip.open(io.BytesIO(answer)) as stream:
        while line := stream.readline():
            path, size = json.loads(line)
            yield path, stream.read(size)


class FileGroup(Struct, frozen=True):
    """Files that one answer holds."""

    asked: Asked
    files: Callable[[bytes], Files]
    """What the answer holds."""


def together(kind: str, content: bytes, make: Callable[[], Files]) -> FileGroup:
    """Files that are made together."""
    return FileGroup(Asked(kind, content, lambda: packed(make())), unpacked)


def by_itself(path: str, asked: Asked) -> FileGroup:
    """A file that is an answer by itself."""
    return FileGroup(asked, lambda data: [(path, data)])


class KeptFiles(Mapping[str, bytes]):
    """Files by path that a memory has put aside: each is read when it is asked for."""

    def __init__(self, memory: Memory) -> None:
        self.kept: dict[str, Kept] = {}
        self._memory = memory

    def add(self, files: Files) -> None:
        """Put files aside as they come; a later one takes the place of an earlier of its path."""
        for path, data in files:
            self.kept[path] = self._memory.put_aside(data)

    def add_all(self, groups: Sequence[FileGroup]) -> None:
        """Put aside the files of many answers, which may be made at the same time."""
        answers = self._memory.recall_all([group.asked for group in groups])
        for group, answer in zip(groups, answers, strict=True):
            self.add(group.files(answer))

    def __getitem__(self, path: str) -> bytes:
        return self.kept[path]()

    def __iter__(self) -> Iterator[str]:
        return iter(self.kept)

    def __len__(self) -> int:
        return len(self.kept)
