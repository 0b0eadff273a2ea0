"""Doing many slow things some at a time, with a bar on a terminal."""

import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import TypeVar

import click

CONNECTIONS = 6

Asked = TypeVar("Asked")
Found = TypeVar("Found")


def together(asked: Sequence[Asked], ask: Callable[[Asked], Found]) -> list[Found]:
    """What `ask` gives for each, in the order of `asked`."""
    with ThreadPoolExecutor(CONNECTIONS) as pool:
        running = [pool.submit(ask, one) for one in asked]
        with click.progressbar(
            as_completed(running),
            length=len(running),
            file=sys.stderr,
            hidden=not sys.stderr.isatty(),
        ) as bar:
            for _ in bar:
                pass
        return [one.result() for one in running]
