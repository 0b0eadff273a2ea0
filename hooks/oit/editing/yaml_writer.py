"""Values into YAML exactly as the browser form writes them, so that its saves change nothing else.

The form (Decap CMS 3) writes with version 1.10 of the npm package `yaml`, its default settings and
the core schema of YAML 1.2: lists below each other and indented by two, strings plain where they
can be and in double quotes otherwise, lines folded at 80 characters, text of several lines as a
block. Dates, periods and words such as `on` are plain strings there. Where our strict reader would
not read back what the form writes (control characters, blocks that begin or end in blanks), the
string is escaped on one line instead. `tests/golden/form-yaml.json` holds what the package writes.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from oit.editing.yaml_folding import WIDTH, fold, fold_quoted, utf16_length
from oit.findings import DocumentError
from oit.records.strict_yaml import parse_yaml

# A string that begins, contains or ends so would be read as something else without quotes.
_NOT_PLAIN = re.compile(
    r"""^[\n\t ,\[\]{}#&*!|>'"%@`]|^[?-]\Z|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]\#|[\n\t :]\Z"""
)
_OTHER_TYPE = re.compile(
    r"""~|[Nn]ull|NULL|[Tt]rue|TRUE|[Ff]alse|FALSE
    |0o[0-7]+|[-+]?[0-9]+|0x[0-9a-fA-F]+
    |[-+]?\.inf|[-+]?\.Inf|[-+]?\.INF|\.nan|\.NaN|\.NAN
    |[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+
    |[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)""",
    re.VERBOSE,
)
"""What the core schema reads as null, a boolean or a number."""
_TRAILING_BREAKS = re.compile(r"\n*\Z")
# All but what YAML 1.1 calls printable, without the byte-order mark and the line separators.
_UNPRINTABLE = re.compile(
    r"[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


def to_form_yaml(values: Mapping[str, Any]) -> str:
    """A mapping of strings, booleans, and lists of strings or of such mappings, in its order."""
    return "".join(f"{line}\n" for line in _mapping(values, ""))


def _mapping(values: Mapping[str, Any], indent: str) -> Iterator[str]:
    for name, value in values.items():
        if isinstance(value, str | bool):
            # Without the indentation: so the form's writer counts where the value begins.
            yield f"{indent}{name}: {_scalar(value, f'{indent}  ', len(name) + 2)}"
        elif value:
            yield f"{indent}{name}:"
            yield from _sequence(value, f"{indent}  ")
        else:
            yield f"{indent}{name}: []"


def _sequence(values: Sequence[Any], indent: str) -> Iterator[str]:
    for value in values:
        if isinstance(value, str):
            yield f"{indent}- {_scalar(value, f'{indent}  ', None)}"
        else:
            first, *rest = _mapping(value, f"{indent}  ")
            yield f"{indent}- {first.removeprefix(f'{indent}  ')}"
            yield from rest


def _scalar(value: Any, indent: str, start_column: int | None) -> str:
    """A scalar whose further lines are indented; see `fold` for `start_column`."""
    if isinstance(value, bool):
        return str(value).lower()
    written = _form_scalar(value, indent, start_column)
    return written if _read_back(written) == value else _escaped(value)


def _form_scalar(value: str, indent: str, start_column: int | None) -> str:
    if "\n" in value:
        return _block(value, indent)
    if not value or _NOT_PLAIN.search(value):
        return _quoted(value, indent, start_column)
    if _OTHER_TYPE.fullmatch(value):
        return _double_quoted(value, indent, start_column)
    return fold(value, indent, start_column)


def _quoted(value: str, indent: str, start_column: int | None) -> str:
    if '"' in value and "'" not in value:
        return fold(f"'{value}'", indent, start_column)
    return _double_quoted(value, indent, start_column)


def _double_quoted(value: str, indent: str, start_column: int | None) -> str:
    return fold_quoted(json.dumps(value, ensure_ascii=False), indent, start_column)


def _block(value: str, indent: str) -> str:
    """A literal block where no line is long; else a folded one, with empty lines between."""
    breaks = _TRAILING_BREAKS.search(value)
    ending = breaks[0] if breaks else ""
    body, kept = value.removesuffix(ending), ending.removesuffix("\n")
    # The chomping indicator: strip the last line break, keep one (no mark), or keep them all.
    mark = {0: "-", 1: ""}.get(len(ending), "+")
    if all(utf16_length(line) <= WIDTH - len(indent) for line in value.split("\n")):
        return f"|{mark}\n{indent}{_indented(body, indent)}{kept}"
    # A folded block reads a single break as a space: each run of breaks gets one more.
    spaced = re.sub(r"\n+", r"\n\g<0>", body)
    return f">{mark}\n{indent}{fold(_indented(spaced, indent) + kept, indent)}"


def _indented(text: str, indent: str) -> str:
    """The text with every line indented but the first and empty ones."""
    return re.sub(r"\n+", lambda breaks: breaks[0] + indent, text)


def _read_back(written: str) -> str | None:
    """What the strict reader makes of a written scalar; `None` where it cannot."""
    try:
        value = parse_yaml(f"value: {written}\n").values["value"]
    except DocumentError:
        return None
    return value if isinstance(value, str) else None


def _escaped(value: str) -> str:
    """The value in double quotes on one line, with escapes for what is not printable."""
    quoted = json.dumps(value, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda char: f"\\u{ord(char[0]):04x}", quoted)
