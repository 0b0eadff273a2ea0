"""How commands end where they cannot run: a text of the catalogue on standard error, status 2."""

import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import NoReturn, ParamSpec

import click

from oit.catalog import both
from oit.commands.alone import restore_before
from oit.entry.refusals import COULD_NOT_RUN, RefusedError, could_not_run
from oit.escaping import encodable, for_forge_log
from oit.records import RECORDS
from oit.system.clock import SettingError
from oit.system.git import HistoryError
from oit.system.locking import HeldElsewhereError

Arguments = ParamSpec("Arguments")


def reports_errors(command: Callable[Arguments, None]) -> Callable[Arguments, None]:
    """A command that ends as a refusal says, and with status 2 where something else fails it.

    That are settings, Git, files and other commands.

    One with the option `--root` also asks for a folder of records there, and first restores what a
    killed run had begun to change.
    """

    @wraps(command)
    def run(*arguments: Arguments.args, **options: Arguments.kwargs) -> None:
        root = options.get("root")
        try:
            if isinstance(root, Path):
                _require_records(root)
                restore_before(root)
            command(*arguments, **options)
        except RefusedError as error:
            _end(str(error), error.status)
        except (SettingError, HistoryError, HeldElsewhereError) as error:
            _end(str(error), COULD_NOT_RUN)
        except OSError as error:
            file, why = _shown(error, root), error.strerror or ""
            _end(both("oit.disk-refused", file=file, why=why), COULD_NOT_RUN)

    return run


def _require_records(root: Path) -> None:
    if not (root / RECORDS).is_dir():
        could_not_run(both("oit.no-records", folder=RECORDS))


def _end(text: str, status: int) -> NoReturn:
    """Say why, in a text that may name a stranger's file."""
    click.echo(for_forge_log(encodable(text)), err=True)
    sys.exit(status)


def _shown(error: OSError, root: object) -> str:
    """The file that an error is about, from the root where it lies below it."""
    # Of a rename that fails, the second name is the file's, the first a temporary one.
    name = str(error.filename2 or error.filename)
    if isinstance(root, Path) and Path(name).is_relative_to(root):
        return Path(name).relative_to(root).as_posix()
    return name
