"""Hearing from the system that files have changed."""

from functools import partial

from watchdog.events import FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

_CHANGES = [FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent]
"""Not that a file is opened and read, which every build does."""


def observer_of_changes() -> BaseObserver:
    """What hears of each change at once, however many files there are."""
    observer = Observer()
    observer.schedule = partial(  # type: ignore[method-assign]  # the caller knows no filter
        observer.schedule, event_filter=_CHANGES
    )
    return observer
