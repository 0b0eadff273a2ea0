"""Entries by commands: whoever sits at the terminal is asked, and what comes of it is written."""

import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path

import click
from msgspec import Struct

from oit.catalog import Language, beside, both, say
from oit.commands.alone import working_alone
from oit.editing.choices import Choice, listing, pick
from oit.entry.carry_out import Entered, carry_out
from oit.entry.orders import Order
from oit.entry.prompts import NOBODY, Asker, Prompt, Way
from oit.entry.selection import Session, open_session
from oit.escaping import encodable, for_forge_log
from oit.system.writing import write_files


class Terminal(Struct, frozen=True):
    """Asks, and asks again until there is an answer."""

    way: Way = Way.COMMAND
    is_there: bool = True

    def choose(self, choices: Sequence[Choice], prompt: Prompt) -> Choice:
        """The choice that is picked of a list."""
        tell(f"{beside('entry.name', what=prompt.what)}\n{listing(choices)}")
        question = say("entry.choose", Language.TH, what=prompt.what)
        while not (chosen := pick(click.prompt(question), choices)):
            tell(beside("entry.not-listed"))
        return chosen

    def text(self, prompt: Prompt) -> str:
        """What is typed."""
        text = ""
        while not text:
            text = str(click.prompt(beside("entry.name", what=prompt.what))).strip()
        return text

    def agree(self, question: str) -> bool:
        """Whether `y` is typed."""
        return click.confirm(question, default=False)


def asker() -> Asker:
    """Whoever sits there; nobody where the command is started by a script."""
    return Terminal() if is_terminal() else NOBODY


def is_terminal() -> bool:
    """Whether somebody can answer a prompt."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def tell(text: str) -> None:
    """Print a text, which may name a stranger's file."""
    click.echo(for_forge_log(encodable(text)))


def session_in(root: Path) -> AbstractContextManager[Session]:
    """The site in a folder, for the running command alone. Raises as `open_session`."""
    return open_session(root, working_alone(root), asker(), tell)


def enter(root: Path, order: Order) -> None:
    """Carry out an order and write what comes of it, all or nothing. Raises as `carry_out`."""
    with session_in(root) as session:
        entered = carry_out(session, order)
        write_files(session.root, entered.changes)
        _tell(entered)


def _tell(entered: Entered) -> None:
    """What was written, the status of the item, and the next step."""
    tell(f"{beside('oit.written')}: {entered.what}")
    click.echo("\n".join(f"  {name}" for name in sorted(entered.changes)))
    if entered.notices:
        tell(entered.notices)
    tell(entered.summary)
    click.echo(both("entry.next"))
