"""What the events of one build share, which MkDocs gives nothing in common but `config`."""

import gc
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from contextvars import ContextVar
from typing import cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from msgspec import Struct, field

from oit.assessment.result import Assessment
from oit.memory import Memory
from oit.outputs.site_files import Outputs
from oit.system.clock import SettingError
from oit.system.environment import Environment
from oit.system.git import HistoryError
from oit.system.locking import HeldElsewhereError

COMMAND = ContextVar("command", default="build")
"""The command of MkDocs that runs; where nobody tells, what is built is taken to be published."""
_KEY = "oit_run"
"""In `config.extra`."""


class CouldNotRunError(ConfigurationError):
    """The gate could not run; the exit status is 2, as on the command line."""

    exit_code = 2  # click exits with it; MkDocs's own errors have 1


class Run(Struct):
    """What a build has found out and made before MkDocs reads any page, and what it learns then."""

    environment: Environment
    assessment: Assessment
    outputs: Outputs
    memory: Memory
    files: Files = field(default_factory=lambda: Files([]))
    navigation: Navigation = field(default_factory=lambda: Navigation([], []))
    """As all plugins have left it."""
    written: dict[str, str] = field(default_factory=dict)
    """The SHA-256 of what is written once the site is built, by path."""


def begin(command: str, until_the_end: ExitStack) -> None:
    """Remember which command of MkDocs runs; until a build ends, no garbage is collected."""
    COMMAND.set(command)
    if not is_preview():
        until_the_end.enter_context(_without_collecting())


@contextmanager
def _without_collecting() -> Iterator[None]:
    """No search for garbage meanwhile: a build keeps what it makes, and so a tenth of its time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def leave_to_the_end() -> None:
    """Look for garbage nowhere in what a build has made: Python does so twice more as it ends.

    It is called before DuckDB is loaded, which complains of whatever is left of it at the end.
    """
    gc.freeze()


def is_preview() -> bool:
    """Whether the site is only looked at, on this machine."""
    return COMMAND.get() == "serve"


def remember(run: Run, config: MkDocsConfig) -> None:
    """Let later events find a run."""
    config.extra[_KEY] = run


def run_of(config: MkDocsConfig) -> Run:
    """The run that builds a site."""
    return cast(Run, config.extra[_KEY])


@contextmanager
def errors_of_mkdocs() -> Iterator[None]:
    """What keeps the gate from running, as an error that MkDocs shows."""
    try:
        yield
    except (HeldElsewhereError, HistoryError, SettingError) as error:
        raise CouldNotRunError(str(error)) from None
