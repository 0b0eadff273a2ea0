"""Asking on a terminal for what the arguments leave open; elsewhere, an error that names it."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NoReturn

import click

from oit.catalog import Language, beside, both, say
from oit.editing.choices import Choice, listing, pick
from oit.entry.refusals import could_not_run


@dataclass(frozen=True, slots=True)
class Prompt:
    """What is asked for, by its name in `entry.name` of the catalogue, and the argument for it."""

    what: str
    argument: str


ITEM = Prompt("item", "O15")
REQUIREMENT = Prompt("requirement", "--for")
PERIOD = Prompt("period", "--period")
DIVISION = Prompt("division", "--division")
FILE = Prompt("file", "FILE")
OLD_FILE = Prompt("old-file", "FILE")
NEW_FILE = Prompt("new-file", "NEWFILE")
WHY = Prompt("why-corrected", "--reason")
REASON = Prompt("why-none", "REASON")
POST = Prompt("post", "--by")
NOTE = Prompt("note", "--note")


@dataclass(frozen=True, slots=True)
class Answers:
    """What the options have answered before it is asked."""

    agreed: bool = False
    """`--yes`: to publish all periods of a workbook."""
    cleaning: bool = False
    """`--clean`: to remove what a file hides."""


def agrees(question: str, is_answered: bool) -> bool:  # noqa: FBT001 -- an answer
    """Whether somebody says yes, by an option or on a terminal; nobody there says no."""
    if is_answered or not is_terminal():
        return is_answered
    return click.confirm(question, default=False)


def is_terminal() -> bool:
    """Whether somebody can answer a prompt."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def choose(argument: str | None, choices: Sequence[Choice], prompt: Prompt) -> Choice:
    """The choice that the argument names, else the only one, else the one picked on a terminal.

    Ends with status 2 where the argument names none, or there is nobody to ask.
    """
    if argument is not None:
        return pick(argument, choices) or _unknown(argument, choices, prompt)
    if len(choices) == 1:
        return choices[0]
    if not choices or not is_terminal():
        _missing_choice(prompt, choices)
    click.echo(f"{beside('entry.name', what=prompt.what)}\n{listing(choices)}")
    question = say("entry.choose", Language.TH, what=prompt.what)
    while not (chosen := pick(click.prompt(question), choices)):
        click.echo(beside("entry.not-listed"))
    return chosen


def ask_text(argument: str | None, prompt: Prompt) -> str:
    """The argument, or what is typed on a terminal, without blanks around it; never empty."""
    text = (argument or "").strip()
    if not text and not is_terminal():
        _missing(prompt)
    while not text:
        text = str(click.prompt(beside("entry.name", what=prompt.what))).strip()
    return text


def _unknown(argument: str, choices: Sequence[Choice], prompt: Prompt) -> Choice:
    known = listing(choices)
    could_not_run(both("entry.unknown", what=prompt.what, answer=argument, choices=known))


def _missing(prompt: Prompt) -> NoReturn:
    could_not_run(both("entry.missing", what=prompt.what, argument=prompt.argument))


def _missing_choice(prompt: Prompt, choices: Sequence[Choice]) -> NoReturn:
    if not choices:
        _missing(prompt)
    values = {"argument": prompt.argument, "choices": listing(choices)}
    could_not_run(both("entry.missing-choice", what=prompt.what, **values))
