"""Bytes that a run has made and reads once more: on the disk, as all together are large.

They stand in one file that has no name, so that nobody else can change them, and that is gone with
the process, however it ends. A copy of the process (`fork`) shares the place where the file is read
and written next, so nobody reads from there: each reading says where it begins.
"""

import os
import sys
import tempfile
from functools import cached_property, partial
from pathlib import Path
from types import TracebackType
from typing import IO, TypeAlias

from oit.memory import Kept

Place: TypeAlias = tuple[int, int]
"""Where bytes begin in the file, and how many they are."""


class Aside:
    """The file. A process that was copied (`fork`) writes into none of the process before."""

    def __init__(self, folder: Path | None = None) -> None:
        """`folder` is on the disk to use; else that for temporary files, which may be memory."""
        self._folder = folder
        self._end = 0

    @cached_property
    def _file(self) -> IO[bytes]:
        return tempfile.TemporaryFile(dir=self._folder)

    def put(self, data: bytes) -> Kept:
        """Put bytes aside; what it returns gives them. Raises `OSError`."""
        return self.at(self.write(data))

    def write(self, data: bytes) -> Place:
        """The same; where they stand, for another process that has the file open."""
        self._file.seek(self._end)
        self._file.write(data)
        self._file.flush()  # a copy knows nothing of what waits in this process
        place = self._end, len(data)
        self._end += len(data)
        return place

    def at(self, place: Place) -> Kept:
        """What gives the bytes of a place."""
        return partial(self._read, *place)

    def _read(self, start: int, size: int) -> bytes:
        if sys.platform != "win32":
            return os.pread(self._file.fileno(), size, start)
        self._file.seek(start)  # there are no copies
        return self._file.read(size)

    def __enter__(self) -> "Aside":
        """Open, before a process is copied."""
        self._file.fileno()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        """Closed: its bytes are gone."""
        self._file.close()
