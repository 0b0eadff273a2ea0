"""Mistyped commands: what is wrong and what to type, in Thai, with click's English beside."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any

import click

EXAMPLES: Mapping[str, str] = {
    "clean": "oit clean รายงาน.docx",
    "deployable": "oit deployable site --commit ตามด้วยรหัสเต็มของฉบับ",
    "diff": "oit diff เดิม.json site",
    "init": (
        'oit init bangkapi --id bangkapi --name-th "สำนักงานเขตบางกะปิ" '
        '--name-en "Bang Kapi District Office"'
    ),
    "live": "oit live --commit ตามด้วยรหัสเต็มของฉบับ",
    "new-round": "oit new-round 2570",
    "verify": "oit verify site",
    "verify-upgrade": "oit verify-upgrade origin/main",
}
"""How commands that cannot do without arguments are typed."""
_QUOTED = re.compile(r"(['\"])(.*?)\1|^(\S+)(?= is not in the range)")
"""The value in click's messages, which have it nowhere else."""
_EXTRA = re.compile(r"unexpected extra arguments? \((.*)\)$", re.DOTALL)


class UnknownCommand(click.UsageError):
    """A name that is no command; `likely` are the commands that it resembles."""

    def __init__(self, name: str, likely: list[str], ctx: click.Context) -> None:
        suggestion = f" Did you mean {' or '.join(likely)}?" if likely else ""
        super().__init__(f"No such command {name!r}.{suggestion}", ctx)
        self.name = name
        self.likely = likely


class UnreadableValue(click.BadParameter):
    """A value that one of our own types cannot read: a sentence in Thai, and one in English."""

    def __init__(
        self, thai: str, english: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> None:
        super().__init__(english, ctx, param)
        self.thai = thai


class UsageErrorInThai(click.ClickException):
    """A usage error in both languages; `oit` ends with status 2, and shows it."""

    exit_code = 2

    def __init__(self, error: click.UsageError) -> None:
        super().__init__(usage_error_text(error))

    def show(self, file: IO[Any] | None = None) -> None:
        """Print it, on standard error by default."""
        click.echo(self.message, file=file, err=file is None)


def usage_error_text(error: click.UsageError) -> str:
    """What is wrong and what to type, how the command is used, and the same in English."""
    lines = [_in_thai(error)]
    if error.ctx:
        lines.append(_usage(error.ctx))
    return "\n".join([*lines, f"[EN] {' '.join(error.format_message().split())}"])


def _usage(context: click.Context) -> str:
    path = context.command_path
    pieces = " ".join(context.command.collect_usage_pieces(context))
    return f"วิธีใช้: {path} {pieces} (ดูเพิ่มเติมด้วย {path} --help)"


def _in_thai(error: click.UsageError) -> str:
    match error:
        case UnknownCommand():
            return f"ไม่มีคำสั่ง “{error.name}” {_advice(error.likely)}"
        case click.NoSuchOption():
            return f"ไม่มีตัวเลือก {error.option_name} {_advice(error.possibilities or [])}"
        case click.MissingParameter(param=click.Parameter() as parameter):
            return _missing(parameter, error.ctx)
        case click.BadOptionUsage():
            return _without_value(error)
        case UnreadableValue():
            return error.thai
        case click.BadParameter(param=click.Parameter() as parameter):
            return _invalid(parameter, error.message)
    if extra := _EXTRA.search(error.message):
        return (
            f"คำสั่งนี้ไม่รับคำว่า “{extra[1]}” เพิ่มอีก โปรดพิมพ์ใหม่โดยไม่มีคำนี้ "
            'หรือใส่เครื่องหมาย " หน้าและหลังข้อความที่มีวรรค'
        )
    return "คำสั่งที่พิมพ์ยังไม่ครบหรือยังไม่ตรงกับวิธีใช้ โปรดพิมพ์ใหม่ตามวิธีใช้"


def _advice(likely: list[str]) -> str:
    """The nearest of the names that were probably meant."""
    return f"โปรดใช้ {likely[0]}" if likely else "โปรดเลือกจากรายชื่อทั้งหมด"


def _missing(parameter: click.Parameter, context: click.Context | None) -> str:
    command = context.command.name if context else None
    example = EXAMPLES.get(command or "")
    shown = f" โปรดพิมพ์ เช่น {example}" if example else " โปรดพิมพ์เพิ่ม"
    return f"ยังไม่ได้ระบุ {_name(parameter)}{_about(parameter)}{shown}"


def _without_value(error: click.BadOptionUsage) -> str:
    """An option whose values are not there, or that takes none and was given some."""
    parameters = error.ctx.command.params if error.ctx else []
    option = next((known for known in parameters if error.option_name in known.opts), None)
    if isinstance(option, click.Option) and option.is_flag:
        return f"ตัวเลือก {error.option_name} ไม่มีค่าต่อท้าย โปรดพิมพ์ {error.option_name} เพียงเท่านี้"
    count = f" {option.nargs} ค่า" if option and option.nargs > 1 else "ค่า"
    about = _about(option) if option else ""
    return f"โปรดพิมพ์{count}ต่อจาก {error.option_name}{about}"


def _invalid(parameter: click.Parameter, message: str) -> str:
    found = _QUOTED.search(message)
    value = (found[2] or found[3] or "") if found else ""
    name = _name(parameter)
    if isinstance(parameter.type, click.Path):
        return f"{_path_fault(value, parameter.type)} โปรดตรวจชื่อและที่เก็บที่ระบุใน {name}"
    return f"ค่า “{value}” ของ {name} ใช้ไม่ได้ {_accepted(parameter.type)}{_about(parameter)}"


def _path_fault(value: str, type_: click.Path) -> str:
    path = Path(value)
    kind = "ไฟล์" if type_.file_okay else "โฟลเดอร์"
    if not path.exists():
        return f"ไม่พบ{kind} “{value}”"
    is_other = (path.is_dir() and not type_.dir_okay) or (path.is_file() and not type_.file_okay)
    return f"“{value}” ไม่ใช่{kind}" if is_other else f"เปิด{kind} “{value}” ไม่ได้"


def _accepted(type_: "click.ParamType[Any]") -> str:
    if isinstance(type_, click.Choice):
        return f"โปรดเลือก {' หรือ '.join(str(choice) for choice in type_.choices)}"
    number = "ตัวเลข" if isinstance(type_, click.types.FloatParamType) else "จำนวนเต็ม"
    if isinstance(type_, click.IntRange | click.FloatRange):
        least = f"ตั้งแต่ {type_.min} ขึ้นไป" if type_.min is not None else ""
        most = f" ไม่เกิน {type_.max}" if type_.max is not None else ""
        return f"โปรดระบุ{number}{least}{most}"
    return f"โปรดระบุ{number}" if isinstance(type_, click.types.IntParamType) else "โปรดพิมพ์ใหม่"


def _name(parameter: click.Parameter) -> str:
    """`--format`; of an argument, what it is called in the usage line."""
    if isinstance(parameter, click.Option):
        return max(parameter.opts, key=len)
    return parameter.human_readable_name


def _about(parameter: click.Parameter) -> str:
    """The help of an option, in brackets; it is in Thai with English beside."""
    text = parameter.help if isinstance(parameter, click.Option) else None
    return f" ({text.partition(' (')[0].rstrip('.')})" if text else ""
