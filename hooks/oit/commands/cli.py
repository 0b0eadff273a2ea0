"""The command `oit`. Exit status: 0 passes, 1 the gate failed, 2 it could not run."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from io import TextIOWrapper
from typing import Any, NamedTuple

import click

from oit.catalog import Language, beside, say
from oit.commands.documented import HelpInThai

INTERRUPTED = 130
"""The exit status of a shell for Ctrl+C: 128, and the number of the signal."""


class _Entry(NamedTuple):
    """Where a command is; what it does stands in the area `commands` of the catalogue."""

    module: str
    function: str


COMMANDS: Mapping[str, _Entry] = {
    "add": _Entry("add", "add"),
    "archive": _Entry("archive", "archive"),
    "build": _Entry("build", "build"),
    "check": _Entry("check", "check"),
    "clean": _Entry("clean", "clean"),
    "codeowners": _Entry("generated", "codeowners"),
    "confirm": _Entry("confirm", "confirm"),
    "deployable": _Entry("deployable", "deployable"),
    "desk": _Entry("desk", "desk"),
    "diff": _Entry("diff", "diff"),
    "due": _Entry("due", "due"),
    "explain": _Entry("explain", "explain"),
    "fix": _Entry("fix", "fix"),
    "fmt": _Entry("fmt", "fmt"),
    "freshness": _Entry("freshness", "freshness"),
    "go-live": _Entry("go_live", "go_live"),
    "harvest": _Entry("harvest", "harvest"),
    "inbox": _Entry("inbox", "inbox"),
    "init": _Entry("init", "init"),
    "ledger": _Entry("ledger", "ledger"),
    "links": _Entry("links", "links"),
    "live": _Entry("live", "live"),
    "new-round": _Entry("new_round", "new_round"),
    "none": _Entry("none", "none"),
    "remind": _Entry("report", "remind"),
    "replace": _Entry("replace", "replace"),
    "report": _Entry("report", "report"),
    "schemas": _Entry("generated", "schemas"),
    "upgrade": _Entry("upgrade", "upgrade"),
    "verify": _Entry("verify", "verify"),
    "verify-upgrade": _Entry("verify_upgrade", "verify_upgrade"),
    "withdraw": _Entry("withdraw", "withdraw"),
    "zip": _Entry("zip_site", "zip_site"),
}


@contextmanager
def _usage_errors_in_thai() -> Iterator[None]:
    """Raises click's errors of usage as ours, the help of `oit` alone excepted."""
    try:
        yield
    except click.UsageError as error:
        if isinstance(error, click.exceptions.NoArgsIsHelpError):
            raise
        from oit.commands.usage import UsageErrorInThai  # only now: most runs have no use for it

        raise UsageErrorInThai(error) from error


class _LazyGroup(HelpInThai, click.Group):
    """Imports a command when it is called: all together cost more than most runs.

    What is mistyped, of `oit` itself or of any command, is told in Thai.
    """

    def make_context(self, *arguments: Any, **options: Any) -> click.Context:
        """The context, from the options of `oit` itself."""
        with _usage_errors_in_thai():
            return super().make_context(*arguments, **options)

    def invoke(self, ctx: click.Context) -> Any:
        """Find the command, read its options, run it."""
        with _usage_errors_in_thai():
            try:
                return super().invoke(ctx)
            except (click.Abort, KeyboardInterrupt, EOFError):
                click.echo(f"\n{beside('oit.interrupted')}", err=True)
                ctx.exit(INTERRUPTED)
            except click.UsageError as error:
                # Of an option without its value click does not say which command it is of.
                error.ctx = error.ctx or self._context_of(ctx)
                raise

    def _context_of(self, ctx: click.Context) -> click.Context:
        """The context of the command that is called in the one of `oit`."""
        name = ctx.invoked_subcommand
        command = self.get_command(ctx, name) if name else None
        return click.Context(command, parent=ctx, info_name=name) if command else ctx

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The name, the command and its arguments; raises `UnknownCommand`.

        The words of a period are joined here, before click takes the second for an argument.
        """
        name = args[0]
        if name not in COMMANDS and not name.startswith("-") and not ctx.resilient_parsing:
            from difflib import get_close_matches  # as above

            from oit.commands.usage import UnknownCommand

            raise UnknownCommand(name, get_close_matches(name, COMMANDS), ctx)
        if {"--month", "--period"} & set(args):
            from oit.commands.words import joined_periods  # as above

            args = joined_periods(args)
        return super().resolve_command(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- click gives it
        """The names, in order."""
        return sorted(COMMANDS)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002 -- click gives it
        cmd_name: str,
    ) -> click.Command | None:
        """The command of that name; `None` where there is none."""
        if (entry := COMMANDS.get(cmd_name)) is None:
            return None
        command = getattr(import_module(f"oit.commands.{entry.module}"), entry.function)
        assert isinstance(command, click.Command)  # noqa: S101 -- for the type checker
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without importing one."""
        with formatter.section("Commands"):
            names = self.list_commands(ctx)
            formatter.write_dl([(name, beside(f"commands.{name}")) for name in names])


@click.group(
    cls=_LazyGroup,
    help=beside("oit.about"),
    context_settings={"help_option_names": ["-h", "--help"]},
    options_metavar=say("oit.options", Language.TH),
    subcommand_metavar=say("oit.arguments", Language.TH),
)
@click.version_option(
    package_name="oit", message="oit %(version)s", help=beside("oit.version-option")
)
def main() -> None:
    """Let both streams take Thai, and go on to a command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # Thai, on a console of any code page
