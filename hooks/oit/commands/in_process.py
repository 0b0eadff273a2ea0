"""Another program in this process, as if it had been started by `python -m`."""

import os
import sys
import traceback
from collections.abc import Iterator, Mapping, Sequence
from contextlib import chdir, contextmanager
from importlib import import_module
from pathlib import Path

import click

_FAILED = 1
"""The status with which Python ends after an error that nobody has caught."""


@contextmanager
def run_as_program(
    folder: Path, words: Sequence[str], variables: Mapping[str, str]
) -> Iterator[None]:
    """A folder, a command line and variables, as a process of its own would have them."""
    arguments, path, environment = sys.argv, sys.path, dict(os.environ)
    with chdir(folder):
        sys.argv = [*words]
        sys.path = path if sys.flags.safe_path else [str(Path.cwd()), *path]
        os.environ.update(variables)
        try:
            yield
        finally:
            sys.argv, sys.path = arguments, path
            os.environ.clear()
            os.environ.update(environment)


def status_of(module: str, command: str) -> int:
    """The status with which a program of `click` ends, which is the value of a name in a module.

    An error that it does not catch is told as Python tells it, and is none of the caller's. Raises
    `KeyboardInterrupt`.
    """
    try:
        program = getattr(import_module(module), command)
        return _status(program.main(sys.argv[1:], sys.argv[0], standalone_mode=False))
    except click.Abort as aborted:  # which is what `click` makes of Ctrl+C
        raise KeyboardInterrupt from aborted
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except SystemExit as ended:
        return _status(ended.code)
    except Exception:  # noqa: BLE001 -- whatever it is
        traceback.print_exc()
        return _FAILED


def _status(code: object) -> int:
    """As Python ends with it: a text is told, and nothing is success."""
    if isinstance(code, str):
        click.echo(code, err=True)
        return _FAILED
    return code if isinstance(code, int) else 0
