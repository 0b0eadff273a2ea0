"""Mistyped commands: what is wrong and what to type, in Thai and English."""

import re
from pathlib import Path
from typing import IO, Any

import click

from oit.catalog import Language, beside, both, say

_QUOTED = re.compile(r"(['\"])(.*?)\1|^(\S+)(?= is not in the range)")
"""The value in click's messages, which have it nowhere else."""
_EXTRA = re.compile(r"unexpected extra arguments? \((.*)\)$", re.DOTALL)


class UnknownCommand(click.UsageError):
    """A name that is no command; `likely` are the commands that it resembles."""

    def __init__(self, name: str, likely: list[str], ctx: click.Context) -> None:
        super().__init__(f"No such command {name!r}.", ctx)
        self.name = name
        self.likely = likely


class UnreadableValue(click.BadParameter):
    """A value that one of our own types cannot read: a text in both languages."""

    def __init__(self, text: str, param: click.Parameter | None, ctx: click.Context | None) -> None:
        super().__init__(text, ctx, param)


class UsageErrorInThai(click.ClickException):
    """A usage error in both languages; `oit` ends with status 2, and shows it."""

    exit_code = 2

    def __init__(self, error: click.UsageError) -> None:
        super().__init__(usage_error_text(error))

    def show(self, file: IO[Any] | None = None) -> None:
        """Print it, on standard error by default."""
        click.echo(self.message, file=file, err=file is None)


def usage_error_text(error: click.UsageError) -> str:
    """What is wrong and what to type, what the option is for, and how the command is used."""
    lines = [_fault(error), _about(error)]
    if error.ctx:
        lines += _usage(error.ctx)
    return "\n".join(filter(None, lines))


def _usage(context: click.Context) -> list[str]:
    path = context.command_path
    pieces = " ".join(context.command.collect_usage_pieces(context))
    return [f"{beside('usage.usage')}: {path} {pieces}", f"{beside('usage.more')}: {path} --help"]


def _fault(error: click.UsageError) -> str:
    """What is wrong and what to type, in both languages."""
    match error:
        case UnknownCommand(name=name, likely=[likely, *_]):
            return both("usage.similar-command", name=name, likely=likely)
        case UnknownCommand():
            return both("usage.unknown-command", name=error.name)
        case click.NoSuchOption(option_name=name, possibilities=[likely, *_]):
            return both("usage.similar-option", name=name, likely=likely)
        case click.NoSuchOption():
            return both("usage.unknown-option", name=error.option_name)
        case click.MissingParameter(param=click.Parameter() as parameter):
            return _missing(parameter, error.ctx)
        case click.BadOptionUsage():
            return _without_value(error)
        case UnreadableValue():
            return error.message
        case click.BadParameter(param=click.Parameter() as parameter):
            return _invalid(parameter, error.message)
    if extra := _EXTRA.search(error.message):
        return both("usage.extra", extra=extra[1])
    return both("usage.other")


def _missing(parameter: click.Parameter, context: click.Context | None) -> str:
    command = context.command.name if context else None
    example = say(f"help.{command}.example", Language.TH)
    return both("usage.missing", name=_name(parameter), example=example)


def _without_value(error: click.BadOptionUsage) -> str:
    """An option whose values are not there, or that takes none and was given some."""
    option = _option_of(error)
    if isinstance(option, click.Option) and option.is_flag:
        return both("usage.takes-no-value", name=error.option_name)
    count = option.nargs if option else 1
    return both("usage.needs-values", name=error.option_name, count=count)


def _option_of(error: click.BadOptionUsage) -> click.Parameter | None:
    parameters = error.ctx.command.params if error.ctx else []
    return next((known for known in parameters if error.option_name in known.opts), None)


def _invalid(parameter: click.Parameter, message: str) -> str:
    found = _QUOTED.search(message)
    value = (found[2] or found[3] or "") if found else ""
    name = _name(parameter)
    match parameter.type:
        case click.Path() as path:
            return _path_fault(value, name, path)
        case click.Choice(choices=choices):
            known = " ".join(map(str, choices))
            return both("usage.not-a-choice", value=value, name=name, choices=known)
        case click.IntRange(min=int(least)):
            return both("usage.not-an-integer", value=value, name=name, least=least)
        case click.FloatRange(min=float(least)):
            return both("usage.not-a-number", value=value, name=name, least=str(least))
    return both("usage.not-usable", value=value, name=name)


def _path_fault(value: str, name: str, type_: click.Path) -> str:
    path = Path(value)
    kind = "file" if type_.file_okay else "folder"
    if not path.exists():
        return both("usage.absent-path", kind=kind, value=value, name=name)
    if (path.is_dir() and not type_.dir_okay) or (path.is_file() and not type_.file_okay):
        return both("usage.other-path", kind=kind, value=value, name=name)
    return both("usage.closed-path", kind=kind, value=value, name=name)


def _name(parameter: click.Parameter) -> str:
    """`--format`; of an argument, what it is called in the usage line."""
    if isinstance(parameter, click.Option):
        return max(parameter.opts, key=len)
    return parameter.human_readable_name


def _about(error: click.UsageError) -> str:
    """The option that an error is about, with its help; empty for an argument."""
    match error:
        case click.BadParameter(param=parameter):
            about = parameter
        case click.BadOptionUsage():
            about = _option_of(error)
        case _:
            about = None
    return f"{_name(about)}: {about.help}" if isinstance(about, click.Option) else ""
