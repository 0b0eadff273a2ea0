"""Commands whose help comes from the catalogue: what they do, and an example."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import click

from oit.catalog import Language, beside, say

_SECTIONS = ("Options", "Commands")
"""Headings that click writes in English."""


class _Formatter(click.HelpFormatter):
    """The headings of click in Thai, with English in brackets."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write how a command is typed."""
        super().write_usage(prog, args, prefix or f"{beside('usage.usage')}: ")

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        """Write a heading, and indent what stands below it."""
        heading = beside(f"oit.heading-{name.lower()}") if name in _SECTIONS else name
        with super().section(heading):
            yield


class _Context(click.Context):
    formatter_class = _Formatter


class HelpInThai(click.Command):
    """A command or group whose help has Thai headings."""

    context_class = _Context

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option that shows the help, which says so in Thai."""
        option = super().get_help_option(ctx)
        if option:
            option.help = beside("oit.help-option")
        return option


class DocumentedCommand(HelpInThai):
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
