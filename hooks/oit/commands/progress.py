"""A sign of life on a terminal, where a command takes more than two seconds."""

import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import wraps
from typing import ParamSpec, TypeVar

import click

from oit.catalog import beside

SECONDS = 2.0

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


def says_when_slow(command: Callable[Arguments, Result]) -> Callable[Arguments, Result]:
    """A command that asks nothing, and says that it works once two seconds have passed.

    Only to a terminal, on standard error: what programs read stays the same.
    """

    @wraps(command)
    def run(*arguments: Arguments.args, **options: Arguments.kwargs) -> Result:
        if not sys.stderr.isatty():
            return command(*arguments, **options)
        with _telling_later():
            return command(*arguments, **options)

    return run


@contextmanager
def _telling_later() -> Iterator[None]:
    """By a signal: a thread would keep a build from sharing its work (`system.both_cores`)."""
    if sys.platform == "win32":  # it knows no such signal, and makes no copies
        with _telling_by_thread():
            yield
        return
    before = signal.signal(signal.SIGALRM, lambda *_: _tell())
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def _telling_by_thread() -> Iterator[None]:
    timer = threading.Timer(SECONDS, _tell)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _tell() -> None:
    with suppress(RuntimeError):  # the signal came while something else was being written there
        click.echo(beside("oit.working"), err=True)
