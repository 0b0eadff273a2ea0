"""Commands whose help comes from the catalogue: what they do, and an example."""

from collections.abc import Callable
from typing import Any

import click

from oit.catalog import Language, beside, say


class DocumentedCommand(click.Command):
    """A command of `oit`; its help is read only when somebody asks for it."""

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does, and how it is typed, on a line that is not broken."""
        example = say(f"help.{self.name}.example", Language.TH)
        self.help = f"{beside(f'help.{self.name}')}\n\n\b\n{beside('oit.example')}\n  {example}"
        super().format_help_text(ctx, formatter)


def documented(
    name: str | None = None,
) -> Callable[[Callable[..., Any]], DocumentedCommand]:
    """A command by the name of its function, or by another one."""
    metavar = say("oit.options", Language.TH)
    return click.command(name, cls=DocumentedCommand, options_metavar=metavar)
