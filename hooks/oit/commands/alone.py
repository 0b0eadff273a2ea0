"""Commands that write take the lock of the checkout, by the name that people know them by.

A command that asks holds it while it asks: what somebody saw is then what the answer changes.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from functools import partial, wraps
from pathlib import Path
from typing import ParamSpec

import click

from oit.catalog import Language, say
from oit.system.locking import alone_in, restore_interrupted
from oit.system.workspace import Workspace

Arguments = ParamSpec("Arguments")

_say = partial(click.echo, err=True)


def working_alone(root: Path) -> AbstractContextManager[Workspace]:
    """The checkout of a site, for the running command alone. Raises as `locking.alone_in`."""
    return alone_in(root, _running_command(), _say)


def restore_before(root: Path) -> None:
    """Put back what a killed command had begun to change, before a command reads the site."""
    restore_interrupted(root, _running_command(), _say)


def works_alone(command: Callable[Arguments, None]) -> Callable[Arguments, None]:
    """A command that works alone in its `root`, save where it is asked to `--check` and reads."""

    @wraps(command)
    def run(*arguments: Arguments.args, **options: Arguments.kwargs) -> None:
        root = options["root"]
        assert isinstance(root, Path)  # noqa: S101 -- for the type checker
        with nullcontext() if options.get("check") else working_alone(root):
            command(*arguments, **options)

    return run


def _running_command() -> str:
    """What the running command does, in Thai, and its name."""
    context = click.get_current_context(silent=True)
    if context is None:
        return "oit"
    return f"{say(f'commands.{context.command.name}', Language.TH)} ({context.command_path})"
