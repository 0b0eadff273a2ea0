"""Commands as somebody types them: in this process, or in one of their own."""

import logging
import os
import subprocess
import sys
import warnings
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from pathlib import Path
from typing import TypeAlias
from unittest import mock

import click
import mkdocs.__main__
from click.testing import CliRunner

from oit.commands import cli

CACHE = Path(__file__).resolve().parents[2] / ".pytest_cache/evidence"
"""What tests find out about evidence files stays apart from what people did."""
Finished: TypeAlias = subprocess.CompletedProcess[str]
"""Exit status, output and error output."""
_LOGGERS = ("mkdocs", "mkdocs.commands.build")
"""Where MkDocs puts handlers, and filters that let the same warning pass once."""
_PROGRAMS: dict[str, click.Command] = {"oit": cli.main, "mkdocs": mkdocs.__main__.cli}


def run(program: str, *arguments: str, cwd: Path, **variables: str) -> Finished:
    """`oit` or `mkdocs` in this process: its exit status, output and error output.

    As in a process of its own, it sees only the variables given, and remembers nothing of earlier
    runs. What it does not catch itself is raised here. `tests/builds/test_processes.py` holds that
    a process says the same.
    """
    with _alone(variables), chdir(cwd):
        done = CliRunner().invoke(_PROGRAMS[program], arguments, prog_name=program)
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return subprocess.CompletedProcess(
        [program, *arguments], done.exit_code, done.stdout, done.stderr
    )


def options_of(command: str) -> set[str]:
    """The options and arguments that a command of `oit` takes, as they are written."""
    found = cli.main.get_command(click.Context(cli.main), command)
    assert found is not None, command
    return {option for parameter in found.params for option in parameter.opts}


def run_process(program: str, *arguments: str, cwd: Path, **variables: str) -> Finished:
    """The same in a process of its own, which costs a second more."""
    return subprocess.run(
        [sys.executable, "-m", program, *arguments],
        cwd=cwd,
        env=_environment(variables),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def _environment(variables: dict[str, str]) -> dict[str, str]:
    """Variables of this process, none of ours but those given."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("OIT_")}
    ours = {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "OIT_CACHE": str(CACHE)}
    return {**kept, **ours, **variables}


@contextmanager
def _alone(variables: dict[str, str]) -> Iterator[None]:
    """Nothing of this run stays."""
    environment = mock.patch.dict(os.environ, _environment(variables), clear=True)
    with environment, warnings.catch_warnings(), _logging_restored():
        yield


@contextmanager
def _logging_restored() -> Iterator[None]:
    """The loggers of MkDocs are as they were."""
    loggers = [logging.getLogger(name) for name in _LOGGERS]
    before = [(logger, logger.level, logger.handlers[:], logger.filters[:]) for logger in loggers]
    try:
        yield
    finally:
        for logger, level, handlers, filters in before:
            logger.setLevel(level)
            logger.handlers[:], logger.filters[:] = handlers, filters
