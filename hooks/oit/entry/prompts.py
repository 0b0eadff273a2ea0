"""What is asked for where an order leaves something open, and of whom.

An entry is made the same way whoever is there: a person at a terminal, or nobody, as on the desk.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import NoReturn, Protocol

from msgspec import Struct

from oit.catalog import both
from oit.editing.choices import Choice, listing, pick
from oit.entry.refusals import could_not_run
from oit.model.persons import names_person


class Way(StrEnum):
    """The way in which an entry is made: a hint names only what is there."""

    COMMAND = "command"
    """A command of its own, with options."""
    INBOX = "inbox"
    """`oit inbox`, where all is said by `--answer`."""
    DESK = "desk"
    """The page of the desk, which has no options."""


class Prompt(Struct, frozen=True):
    """What is asked for, by its name in `entry.name` of the catalogue, and the argument for it."""

    what: str
    argument: str


ITEM = Prompt("item", "O15")
REQUIREMENT = Prompt("requirement", "--for")
PERIOD = Prompt("period", "--period")
DIVISION = Prompt("division", "--division")
FILE = Prompt("file", "FILE")
LINK = Prompt("link", "URL")
OLD_FILE = Prompt("old-file", "FILE")
NEW_FILE = Prompt("new-file", "NEWFILE")
WHY = Prompt("why-corrected", "--reason")
REASON = Prompt("why-none", "REASON")
POST = Prompt("post", "--by")
NOTE = Prompt("note", "--note")


class Asker(Protocol):
    """Who can be asked. Each question is raised as `RefusedError` where nobody answers it."""

    @property
    def is_there(self) -> bool:
        """Whether somebody can answer."""

    @property
    def way(self) -> Way:
        """What hints may name."""

    def choose(self, choices: Sequence[Choice], prompt: Prompt) -> Choice:
        """One of several choices."""

    def text(self, prompt: Prompt) -> str:
        """What somebody types, without blanks around it; never empty."""

    def agree(self, question: str) -> bool:
        """Whether somebody says yes; nobody says no."""


class Nobody(Struct, frozen=True):
    """There is nobody to ask: what is left open is an error that names it."""

    way: Way = Way.COMMAND
    is_there: bool = False

    def choose(self, choices: Sequence[Choice], prompt: Prompt) -> Choice:
        """Refuses, and lists what may be chosen."""
        values = {"argument": prompt.argument, "choices": listing(choices), "way": self.way}
        could_not_run(both("entry.missing-choice", what=prompt.what, **values))

    def text(self, prompt: Prompt) -> str:
        """Refuses, and names what is missing."""
        _missing(self, prompt)

    def agree(self, question: str) -> bool:  # noqa: ARG002 -- as `Asker` has it
        """No."""
        return False


NOBODY = Nobody()


def choose(ask: Asker, argument: str | None, choices: Sequence[Choice], prompt: Prompt) -> Choice:
    """The choice that the argument names, else the only one, else the one that somebody picks.

    Raises `RefusedError` where the argument names none, or there is nobody to ask.
    """
    if argument is not None:
        return pick(argument, choices) or _unknown(argument, choices, prompt)
    if len(choices) == 1:
        return choices[0]
    return ask.choose(choices, prompt) if choices else _missing(ask, prompt)


def text_of(ask: Asker, argument: str | None, prompt: Prompt) -> str:
    """The argument without blanks around it, or what somebody types; never empty."""
    return (argument or "").strip() or ask.text(prompt)


def post_of(ask: Asker, argument: str | None) -> str:
    """The name of a post. Raises `RefusedError` where it is a person's name."""
    post = text_of(ask, argument, POST)
    if names_person(post):
        could_not_run(both("entry.names-person"))
    return post


def _unknown(argument: str, choices: Sequence[Choice], prompt: Prompt) -> NoReturn:
    known = listing(choices)
    could_not_run(both("entry.unknown", what=prompt.what, answer=argument, choices=known))


def _missing(ask: Asker, prompt: Prompt) -> NoReturn:
    values = {"argument": prompt.argument, "way": ask.way}
    could_not_run(both("entry.missing", what=prompt.what, **values))
