"""Where the command `oit` starts: what it has answered before costs no import of the rest."""

import gc
import os
import sys
from io import TextIOWrapper
from pathlib import Path

from oit.system.cache import cache_for_publishing, know_engine
from oit.system.known_answers import Answer, Question

_ANSWERS_AGAIN = "check"
"""The command whose answers are kept; it says itself which of them (`commands.check`)."""

_OBJECTS = 100_000
"""After how many new objects Python looks for circles: loading the engine makes hundreds of
thousands that stay, and looking at them again and again takes a tenth of a short run."""


def main() -> None:
    """Answer as before, where nothing has changed; else run the command."""
    gc.set_threshold(_OBJECTS)
    try:
        _run()
    finally:
        gc.freeze()  # Python ends by a search of all that is left, which costs a fifth of a check


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
