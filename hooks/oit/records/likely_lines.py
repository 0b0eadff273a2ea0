"""How a line that YAML cannot read was probably meant.

What people leave out when they type: the end of a quotation or of a list, a colon, the space behind
it, quotes around a text that begins with a mark of YAML, the dash of an entry.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from oit.findings import Correction, Writing

_FIELD = re.compile(
    r"(?P<start> *(?:- +)*)(?P<name>[a-z][a-z0-9_]*)(?P<mark> *[:=;]+ *| +)(?P<value>\S.*)?"
)
_IS_OURS = re.compile(r"[-#]|[a-z][a-z0-9_]*:")
"""How a line begins that is no rest of the one above."""
_REMARK = re.compile(r"\s#(?:\s|$)")
"""What the person who filled the form may have noted for colleagues: nobody else is to read it."""
_QUOTES = "\"'"
_MARKS = tuple("@`%*&!|>{}],#?[")
"""What no plain text may begin with."""
_OF_FIELDS = re.compile(r"\{.*: .*\}")
"""Fields in braces, which are no text."""
_ENDS = ("]", "}")
"""How a value ends that goes on in no other line."""
_BLOCKS = ("|", ">", "#")
"""How a value begins that goes on below, or is none."""
_OF_NO_TEXT = frozenset(
    {"date", "division", "file", "for", "frequency", "item", "kind", "owner", "periods"}
    | {"published", "sample", "section", "updated", "url"}
)
"""Fields whose values go on in no other line."""
_ENTRY_BEGINS = "kind"
"""The first field of an evidence entry, as commands and form write it."""


class Line(Struct, frozen=True):
    """A line as it was probably meant, or nothing in its place."""

    number: int
    """Counted from 1."""
    text: str
    rule: str = ""
    """What is wrong with it, where that is known better than by the parser."""
    joins: int = 0
    """How many lines below it are part of it."""
    is_certain: bool = False
    """Whether nothing else can be meant."""
    ends_quotation: bool = False
    """Whether a quotation went on below, so that the parser did not stop at the line."""

    is_repeated: bool = False
    """Whether the same stands above it, so that nothing is lost without it."""

    @property
    def correction(self) -> Correction | None:
        """What to write; nothing for a line that is passed over."""
        if self.is_repeated:
            return Correction("", Writing.NOTHING)
        return Correction(self.text, Writing.LINE, self.is_certain) if self.text else None

    @property
    def params(self) -> Mapping[str, Any]:
        """What fills its message."""
        return {"likely": self.text.strip(), "count": _column(self.text)} if self.text else {}

    def within(self, lines: list[str]) -> list[str]:
        """The lines with this one in its place; the number of lines stays."""
        after = self.number + self.joins
        return [*lines[: self.number - 1], self.text, *[""] * self.joins, *lines[after:]]


def likely_lines(lines: list[str], number: int) -> Iterator[Line]:
    """How a line may have been meant, the likeliest first."""
    line = lines[number - 1]
    found = _FIELD.fullmatch(line.rstrip())
    if found:
        start, name, value = found["start"], found["name"], (found["value"] or "").strip()
        has_colon = found["mark"] in (": ", ":") and (found["mark"] == ": " or not value)
        if not has_colon and value:
            rule = "yaml-space" if ":" in found["mark"] else ""
            yield Line(number, f"{start}{name}: {value}", rule, is_certain=True)
        for text in _likely_values(value):
            yield Line(number, f"{start}{name}: {text}", is_certain=not _REMARK.search(value))


def unclosed_lines(lines: list[str], last: int) -> Iterator[Line]:
    """Lines whose quotation nobody closes, with its end; all that follows is in it to YAML."""
    for number in range(1, last + 1):
        found = _FIELD.fullmatch(lines[number - 1].rstrip())
        value = (found["value"] or "") if found else ""
        is_open = bool(value) and value[0] in _QUOTES and value.count(value[0]) == 1
        below = next((line.strip() for line in lines[number:] if line.strip(" -")), "-")
        if found and is_open and _IS_OURS.match(below):
            text = f"{found['start']}{found['name']}: {_quoted(value[1:].strip())}"
            is_certain = not _REMARK.search(value)
            yield Line(number, text, is_certain=is_certain, ends_quotation=True)


def begun_entries(lines: list[str], number: int) -> Iterator[Line]:
    """The first field of an entry with the dash that begins it."""
    found = _FIELD.fullmatch(lines[number - 1].rstrip())
    if found and found["name"] == _ENTRY_BEGINS and "-" not in found["start"]:
        yield Line(number, f"{found['start'][:-2]}- {found['name']}: {found['value']}")


def repeated_lines(lines: list[str], number: int) -> Iterator[Line]:
    """A line that repeats the one above it, or at the top level any above, letter by letter.

    Deeper, the fields of an entry whose beginning is lost may repeat some of the entry above.
    """
    line, below = lines[number - 1].rstrip(), "".join(lines[number : number + 1])
    found, column = _FIELD.fullmatch(line), _column(line)
    goes_on = bool(below.strip()) and _column(below) > column
    if not found or not found["value"] or found["value"].startswith(_BLOCKS) or goes_on:
        return
    above = lines[: number - 1] if column == 0 else lines[number - 2 : number - 1]
    if line in (other.rstrip() for other in above):
        yield Line(number, "", is_certain=True, is_repeated=True)


def joined_lines(lines: list[str], number: int) -> Iterator[Line]:
    """The line above with this one as the end of its text, which somebody has broken.

    Below a field that holds no text there is nothing to join it to: it is passed over.
    """
    above = _FIELD.fullmatch(lines[number - 2].rstrip()) if number > 1 else None
    line = lines[number - 1].strip()
    is_text = above and above["value"] and not above["value"].endswith(_ENDS)
    if not above or not is_text or not line or _IS_OURS.match(line):
        return
    if above["name"] in _OF_NO_TEXT:
        yield Line(number, "")
    else:
        text = _quoted(f"{above['value'].strip(_QUOTES)} {line.strip(_QUOTES)}")
        yield Line(number - 1, f"{above['start']}{above['name']}: {text}", joins=1)


def _likely_values(value: str) -> Iterator[str]:
    """A value with the end or the quotes that it needs."""
    quote = value[0] if value and value[0] in _QUOTES else ""
    if quote and value.count(quote) == 1:
        yield _quoted(value[1:].strip())
    elif quote and "'" not in value:
        yield f"'{value}'"
    elif value.startswith("[") and "]" not in value:
        yield f"{value.rstrip(' ,')}]"
    if value.startswith("{") and "}" not in value:
        yield value[1:].strip()
    if value.startswith(_MARKS) and not _OF_FIELDS.fullmatch(value):
        yield _quoted(value)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def indented_lines(lines: list[str], number: int) -> Iterator[Line]:
    """The line where others begin, the nearest column first."""
    line = lines[number - 1]
    written = _column(line)
    columns = {_column(other) for other in lines[: number - 1] if _is_alike(other, line)}
    others = columns - {written} if line.strip() else set()
    for column in sorted(others, key=lambda column: abs(column - written)):
        yield Line(number, " " * column + line.strip())


def _column(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _is_alike(other: str, line: str) -> bool:
    """Whether both are entries of lists, or neither is."""
    is_entry = other.lstrip().startswith("- ")
    return bool(other.strip()) and is_entry == line.lstrip().startswith("- ")
