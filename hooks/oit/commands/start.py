"""Where the command `oit` starts: what it has answered before costs no import of the rest."""

import os
import sys
from io import TextIOWrapper
from pathlib import Path

from oit.system.cache import cache_for_publishing, know_engine
from oit.system.garbage import end_unsearched, search_rarely
from oit.system.known_answers import Answer, Question

_ANSWERS_AGAIN = "check"
"""The command whose answers are kept; it says itself which of them (`commands.check`)."""

_NO_PLUGINS = ("PYDANTIC_DISABLE_PLUGINS", "__all__")
"""No program that happens to be installed has a say in what a record means; and to look for one
reads the names of all packages, in each process that reads a record."""


def main() -> None:
    """Answer as before, where nothing has changed; else run the command."""
    search_rarely()
    os.environ.setdefault(*_NO_PLUGINS)
    try:
        _run()
    finally:
        end_unsearched()


def _run() -> None:
    question = _question(tuple(sys.argv[1:]))
    if question and (answer := question.known_answer()):
        _end(answer)
    if question:
        know_engine(question.cache)
    from oit.commands.cli import main as run  # only now: it brings the command line and all words

    run(prog_name="oit", obj=question)


def _question(arguments: tuple[str, ...]) -> Question | None:
    """What is asked, of a command whose answers are kept; on a machine of CI they are not."""
    if arguments[:1] != (_ANSWERS_AGAIN,):
        return None
    return Question(arguments, Path.cwd(), dict(os.environ), cache_for_publishing())


def _end(answer: Answer) -> None:
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # as `cli.main`
    sys.stdout.write(f"{answer.text}\n")
    sys.exit(answer.status)
