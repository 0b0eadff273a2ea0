"""The folder of a live preview, which is built after every save: what stands there stays."""

import os
from collections.abc import Callable, Collection, Mapping
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from watchdog.observers.api import BaseObserver

Content = bytes | str | tuple[int, int, str] | None
"""What a file holds: itself, or of a file that is copied its size, its time and where it lies."""


class PreviewFolder(Struct, frozen=True):
    """What a preview has written since it was started, by path."""

    written: dict[str, Content] = field(default_factory=dict)

    def put(self, path: str, content: Content, write: Callable[[], None]) -> None:
        """Write a file, unless the same was written there before."""
        if path not in self.written or self.written[path] != content:
            write()
            self.written[path] = content

    def keep_only(self, folder: str, kept: Collection[str]) -> None:
        """Remove all files of a folder but those that are to be `kept`, by their paths in it."""
        expected = {str(Path(folder, path)) for path in kept}
        for where, _, names in os.walk(folder):
            for path in {str(Path(where, name)) for name in names} - expected:
                self.written.pop(path, None)
                Path(path).unlink(missing_ok=True)


class AskedFiles(Struct):
    """Files that no page loads: a preview makes them once somebody asks for any of them."""

    paths: frozenset[str] = frozenset()
    """Where they were at last; nothing before they were made for the first time."""
    lock: Lock = field(default_factory=Lock)
    """Held by a build, and while they are made: both use what is remembered of the site."""
    _make: Callable[[], Mapping[str, bytes]] = dict
    _folder: Path = Path()

    def expect(self, folder: Path, make: Callable[[], Mapping[str, bytes]]) -> None:
        """A new build is in the folder, without these files."""
        self._folder, self._make = folder, make

    def find(self, path: str) -> None:
        """Make them all, if there is no file at that path of the site."""
        file = f"{path}index.html" if path.endswith("/") or not path else path
        with self.lock:
            if not (self._folder / file).is_file():
                self._write_all()

    def _write_all(self) -> None:
        made, self._make = self._make(), dict
        for path, data in made.items():
            file = self._folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        self.paths = frozenset(made) or self.paths


def content_of_copy(source: str) -> Content:
    """What tells a file that is copied from what it held before. Raises `OSError`."""
    status = Path(source).stat()
    return (status.st_size, status.st_mtime_ns, source)


def observer_of_changes() -> "BaseObserver":
    """What hears from the system of each changed file at once, however many files there are.

    Not that one is opened and read, which every build does.
    """
    # Only here: a build that no server repeats does without it.
    from watchdog import events
    from watchdog.observers import Observer

    changes = [
        events.FileCreatedEvent,
        events.FileDeletedEvent,
        events.FileModifiedEvent,
        events.FileMovedEvent,
    ]
    observer = Observer()
    observer.schedule = partial(  # type: ignore[method-assign]  # its caller knows no filter
        observer.schedule, event_filter=changes
    )
    return observer
