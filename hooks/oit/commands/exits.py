"""How commands end where they cannot run: a text of the catalogue on standard error, status 2."""

import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import NoReturn, ParamSpec

import click

from oit.catalog import both
from oit.commands.alone import restore_before
from oit.entry.refusals import COULD_NOT_RUN, RefusedError
from oit.escaping import encodable, for_forge_log
from oit.records import RECORDS
from oit.system.clock import SettingError
from oit.system.git import HistoryError
from oit.system.locking import HeldElsewhereError

Arguments = ParamSpec("Arguments")


def could_not_run(text: str) -> NoReturn:
    """End with status 2 and a text in both languages, which may name a stranger's file."""
    _end(text, COULD_NOT_RUN)


def reports_errors(command: Callable[Arguments, None]) -> Callable[Arguments, None]:
    """A command that ends with status 2 where settings, Git, files or another command fail it.

    One with the option `--root` also asks for a folder of records there, and first restores what a
    killed run had begun to change.
    """

    @wraps(command)
    def run(*arguments: Arguments.args, **options: Arguments.kwargs) -> None:
        root = options.get("root")
        if isinstance(root, Path) and not (root / RECORDS).is_dir():
            could_not_run(both("oit.no-records", folder=RECORDS))
        try:
            if isinstance(root, Path):
                restore_before(root)
            command(*arguments, **options)
        except (SettingError, HistoryError, HeldElsewhereError) as error:
            could_not_run(str(error))
        except RefusedError as error:
            _end(str(error), error.status)
        except OSError as error:
            file, why = _shown(error, root), error.strerror or ""
            could_not_run(both("oit.disk-refused", file=file, why=why))

    return run


def _end(text: str, status: int) -> NoReturn:
    click.echo(for_forge_log(encodable(text)), err=True)
    sys.exit(status)


def _shown(error: OSError, root: object) -> str:
    """The file that an error is about, from the root where it lies below it."""
    # Of a rename that fails, the second name is the file's, the first a temporary one.
    name = str(error.filename2 or error.filename)
    if isinstance(root, Path) and Path(name).is_relative_to(root):
        return Path(name).relative_to(root).as_posix()
    return name
