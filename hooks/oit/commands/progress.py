"""A sign of life on a terminal, where a command takes more than two seconds."""

import sys
import threading
from collections.abc import Callable
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
        timer = threading.Timer(SECONDS, click.echo, [beside("oit.working")], {"err": True})
        timer.daemon = True
        timer.start()
        try:
            return command(*arguments, **options)
        finally:
            timer.cancel()

    return run
