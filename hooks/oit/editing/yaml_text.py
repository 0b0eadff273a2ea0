"""Values into YAML text by one rule, which `theme/admin/yaml-edit.js` follows too.

A string is plain where every reader takes it for that string, those of YAML 1.1 included, and
otherwise in double quotes as JSON has it. A day (`2025-04-18`) is plain as well: it is read as that
day. Each value stands on one line, however long: a search for a number or a word must find it, and
a line that changes is a value that changes.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias

from pydantic import BaseModel

INDENT = 2
"""Columns from a field to what is below it."""
_PLAIN = re.compile(
    r"""(?![-?:,\[\]{}#&*!|>'"%@`=<\s])   # begins with no sign of YAML
    (?:[^\s:\#]|:(?!\s|\Z)|(?<!\s)\#|[ ](?!\Z))+ # holds no `: ` and no ` #`, ends in no blank""",
    re.VERBOSE,
)
# By the core schema of YAML 1.2, or by the types of YAML 1.1 as PyYAML reads them.
_OTHER_TYPE = re.compile(
    r"""(?i:~|null|true|false|yes|no|on|off|y|n|\.nan|[-+]?\.inf)
    |[-+.]?[0-9][0-9_.,:+-]*(?:[eE][-+]?[0-9]*)?|\.+
    |[-+]?0[xob][0-9a-fA-F_]+
    |[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9].*""",
    re.VERBOSE,
)
_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")
"""No reader takes it for anything but text."""
# All but what YAML 1.1 calls printable, without the byte-order mark and its line separators.
_UNPRINTABLE = re.compile(
    r"[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_SIGN_IN_BRACKETS = re.compile(r"[,\[\]{}?:]")
ShortList: TypeAlias = Callable[[Sequence[Any], int], list[str]]
"""Writes a list of scalars: what follows the colon of its field, and the lines below it."""


def policy_yaml(model: BaseModel) -> str:
    """A policy file by the names its fields have in it, without fields that were not set.

    Lists of scalars stand on one line.
    """
    return to_yaml(model.model_dump(by_alias=True, exclude_unset=True, exclude_none=True))


def to_yaml(values: Mapping[str, Any]) -> str:
    """A mapping in its order, as a policy file has it; keys are names of fields, written as is."""
    return "".join(f"{line}\n" for line in mapping_lines(values, 0, _on_one_line))


def below(values: Sequence[Any], column: int) -> list[str]:
    """A list of scalars for `mapping_lines`: what follows its colon, and the lines below."""
    return (
        [" []"] if not values else ["", *(f"{' ' * column}- {scalar(value)}" for value in values)]
    )


def mapping_lines(
    values: Mapping[str, Any], column: int, short_list: ShortList = below
) -> Iterator[str]:
    """The lines of a mapping that begins in a column, as a record has it by default."""
    for name, value in values.items():
        first, *others = value_lines(value, column + INDENT, short_list)
        yield f"{' ' * column}{name}:{first}"
        yield from others


def value_lines(value: Any, column: int, short_list: ShortList = below) -> list[str]:
    """What follows the colon of a field, and the lines below it, which begin in a column."""
    if isinstance(value, Mapping):
        return ["", *mapping_lines(value, column, short_list)] if value else [" {}"]
    if not isinstance(value, list | tuple):
        return [f" {scalar(value)}"]
    if not any(isinstance(entry, Mapping | list | tuple) for entry in value):
        return short_list(value, column)
    return ["", *(line for entry in value for line in entry_lines(entry, column, short_list))]


def entry_lines(value: Any, column: int, short_list: ShortList = below) -> list[str]:
    """An entry of a list whose dash stands in a column."""
    if not isinstance(value, Mapping):
        return [f"{' ' * column}- {scalar(value)}"]
    first, *others = mapping_lines(value, column + INDENT, short_list) if value else ("{}",)
    return [f"{' ' * column}- {first.lstrip(' ')}", *others]


def scalar(value: Any) -> str:
    """A string, number, day, truth value or nothing on one line."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | Decimal):
        return format(value, "d" if isinstance(value, int) else "f")
    text = str(value)
    return text if _is_plain(text) else quoted(text)


def in_brackets(value: Any) -> str:
    """The same within a list on one line, where more signs mean something."""
    written = scalar(value)
    is_plain = not written.startswith('"')
    return quoted(written) if is_plain and _SIGN_IN_BRACKETS.search(written) else written


def quoted(text: str) -> str:
    """A string in double quotes; what is not printable is escaped, as line ends are."""
    written = json.dumps(text, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda char: f"\\u{ord(char[0]):04x}", written)


def _is_plain(text: str) -> bool:
    if _UNPRINTABLE.search(text) or not _PLAIN.fullmatch(text):
        return False
    return not _OTHER_TYPE.fullmatch(text) or bool(_MONTH.fullmatch(text)) or _is_day(text)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _on_one_line(values: Sequence[Any], _column: int) -> list[str]:
    return [f" [{', '.join(in_brackets(value) for value in values)}]"]
