"""Lines of a form as they were meant, where characters that nobody sees keep a parser from it.

What word processors, chats and merges leave: no-break and zero-width spaces, tabs, full-width
colons, both sides of a conflict. Each is told by its name with the line to write, and the form is
then read as it was meant, so that what follows from such a line hides nothing else.
"""

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from oit.evidence.characters import INVISIBLE, ODD_SPACES, Oddity, as_it_looks

_UNSEEN = INVISIBLE.pattern[1:-1]
_SPACES = f" \t{ODD_SPACES.pattern[1:-1]}{_UNSEEN}"
_COLONS = ":：﹕︰∶"
_INDENT = f"(?P<indent>[{_SPACES}]*)"
# `  - date: …`: a field, at any depth; its name is one of ours, in ASCII once it is cleaned.
_FIELD = re.compile(
    rf"{_INDENT}(?P<dashes>(?:-[{_SPACES}]+)*)(?P<name>[a-z][a-z0-9_{_UNSEEN}]*)"
    rf"(?:[ \t{ODD_SPACES.pattern[1:-1]}][{_SPACES}]*)?[{_COLONS}][{_SPACES}]*(?P<value>.*)"
)
_ENTRY = re.compile(rf"{_INDENT}(?P<dashes>(?:-[{_SPACES}]+)+)(?P<value>[^\s-].*)")
_ODD = re.compile(f"[\t：﹕︰∶{ODD_SPACES.pattern[1:-1]}{_UNSEEN}]")
# `title:แผน`, where YAML wants a space; an address has no Thai behind its colon.
_JOINED = re.compile(r"^ *(?:- +)*[a-z][a-z0-9_]*:[\u0e01-\u0e5b].*$", re.MULTILINE)
# `title: เรื่อง: แผน`, which is a field within a field to YAML.
_SECOND_COLON = re.compile(
    r"^ *(?:- +)*[a-z][a-z0-9_]*: +[^\s\"'|>\[{&*!#%@`].*?:(?: .*)?$", re.MULTILINE
)
_REMARK = re.compile(r"\s#(?:\s|\"$)")
_START = re.compile(r" *(?:- +)*")
# `note: |`: what is indented below it is a text, not fields.
_BLOCK = re.compile(r" *(?:- +)*(?:[^\s#]+: *)?[|>][-+0-9]* *")
_MARKS = re.compile(r"^(?:<{7}|\|{7}|>{7})(?: .*)?$", re.MULTILINE)
_BETWEEN = "======="
# As python-frontmatter has it.
_DASHES = re.compile(r"-{3,}\s*")


class LineFault(Struct, frozen=True):
    """A line that is not what it looks like."""

    rule: str
    line: int
    """Counted from 1."""
    likely: str = ""
    """The line to write, without its indentation."""
    character: str = ""
    """Its name in Unicode."""
    position: int = 0
    """Of the character in the line, counted from 1."""
    count: int = 0
    """How many spaces the line to write begins with."""

    @property
    def quotes_remark(self) -> bool:
        """Whether quotes would make a text of what may be a remark for colleagues."""
        return self.likely.endswith('"') and bool(_REMARK.search(self.likely))


class FormText(Struct, frozen=True):
    """A document's text as it was meant, line by line, and what was wrong with it."""

    text: str
    faults: tuple[LineFault, ...] = ()


def as_meant(text: str) -> FormText:
    """The text with one side of each conflict, and with the fields of its form as they look."""
    if not any(pattern.search(text) for pattern in (_ODD, _MARKS, _JOINED, _SECOND_COLON)):
        return FormText(text)
    conflicts, lines = _one_side(text.split("\n"))
    end = _end_of_form(lines)
    form = list(_meant(lines[:end]))
    odd = (_fault(number, lines[number - 1], line) for number, line in enumerate(form, 1))
    faults = (*conflicts, *(fault for fault in odd if fault))
    return FormText("\n".join((*form, *lines[end:])), faults) if faults else FormText(text)


def _one_side(lines: Sequence[str]) -> tuple[list[LineFault], list[str]]:
    """Without the marks of conflicts and what stands between them for the other side."""
    faults, kept, is_open, is_other = [], [], False, False
    for number, line in enumerate(lines, start=1):
        is_mark = bool(_MARKS.fullmatch(line)) or (is_open and line == _BETWEEN)
        if is_mark:
            if line[0] == "<" or not is_open:
                faults.append(LineFault("text-conflict", number))
            is_open, is_other = line[0] != ">", line[0] in "|="
        kept.append("" if is_mark or is_other else line)
    return faults, kept


def form_of(text: str) -> str:
    """The YAML of a record or policy file alone, its lines numbered as in the file."""
    lines = text.split("\n")
    form = lines[: _end_of_form(lines)]
    return "\n".join(["", *form[1:]] if _DASHES.fullmatch(form[0]) else form)


def _end_of_form(lines: Sequence[str]) -> int:
    """How many lines the form has: up to the second `---` of a record, or all."""
    dashes = [number for number, line in enumerate(lines) if _DASHES.fullmatch(line)]
    return dashes[1] if dashes[:1] == [0] and dashes[1:] else len(lines)


class _Above(Struct):
    """What stands above a line: the columns in which fields begin, and the nearest field."""

    columns: set[int] = field(default_factory=set)
    last: str = ""

    def add(self, line: str) -> None:
        self.columns.add(_column(line))
        self.last = line


def _meant(lines: Sequence[str]) -> Iterator[str]:
    """Each line of a form with its indentation, name and colon as they look."""
    block: int | None = None
    above = _Above()
    for line in lines:
        indent = len(line) - len(line.lstrip(" "))
        if block is not None and (not line.strip() or indent > block):
            yield line
            continue
        block = indent if _BLOCK.fullmatch(line) else None
        found = _FIELD.fullmatch(line) or _ENTRY.fullmatch(line)
        meant = _spelt(found, above) if found else line
        if found:
            above.add(meant)
        yield meant


def _spelt(found: re.Match[str], above: _Above) -> str:
    """The line of a field or an entry in plain characters, unless it is in such already."""
    whole, value = found[0], found["value"]
    is_odd = _ODD.search(whole.removesuffix(value))
    if not is_odd and not _JOINED.fullmatch(whole) and not _SECOND_COLON.fullmatch(whole):
        return whole
    dashes = _plain(found["dashes"])
    start = _indentation(found["indent"], dashes, above) + dashes
    name = as_it_looks(found.groupdict().get("name") or "")
    if _SECOND_COLON.fullmatch(f"{name}: {value}".rstrip()):
        value = json.dumps(value.strip(), ensure_ascii=False)
    return f"{start}{name}: {value}".rstrip() if name else f"{start}{value}"


def _indentation(written: str, dashes: str, above: _Above) -> str:
    """As written, where a line above begins there; else as the line above asks for.

    How wide a tab is, nobody knows.
    """
    plain = _plain(written)
    is_known = written == plain or len(plain + dashes) in above.columns
    if "\t" not in written and is_known:
        return plain
    column = _column(above.last)
    is_within = above.last.rstrip().endswith(":")
    return " " * (column + 2 if is_within else max(0, column - len(dashes)))


def _column(line: str) -> int:
    """Where the name of a line's field begins."""
    start = _START.match(line)
    return start.end() if start else 0


def _plain(spaces: str) -> str:
    return INVISIBLE.sub("", ODD_SPACES.sub(" ", spaces)).replace("\t", " ")


def _fault(number: int, written: str, meant: str) -> LineFault | None:
    """What is wrong with a line that was meant otherwise."""
    if written == meant:
        return None
    count = len(meant) - len(meant.lstrip())
    odd = _ODD.search(written)
    if odd is None or _JOINED.fullmatch(written) or _SECOND_COLON.fullmatch(written):
        rule = "yaml-space" if _JOINED.fullmatch(written) else "yaml-colon"
        return LineFault(rule, number, meant.strip(), count=count)
    character = f"{unicodedata.name(odd[0], '?')} (U+{ord(odd[0]):04X})"
    return LineFault(_rule_of(odd[0]), number, meant.strip(), character, odd.start() + 1, count)


def _rule_of(character: str) -> str:
    if character == "\t":
        return "yaml-tab"
    is_unseen = INVISIBLE.match(character) or ODD_SPACES.match(character)
    return Oddity.INVISIBLE if is_unseen else Oddity.LOOKALIKE
