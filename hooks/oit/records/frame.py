"""The form of a record between its lines of dashes, where one of these is missing or mistyped.

Without them YAML would read the text below as part of the last field, and what follows from that
hides the cause. The form is found by how its lines look, and read on in thought.
"""

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from oit.findings import Correction, DocumentError, Writing
from oit.records.strict_yaml import Document, parse_record

_DASHES = "---"
_IS_DASHES = re.compile(r"-{3,}\s*")
"""As python-frontmatter has it."""
_LIKE_DASHES = frozenset("-‐‑–—―−_*")
"""What word processors make of three dashes, and what else is typed for them."""
_BULLETS = frozenset(("", "-", "*", "_"))
_FIELD = re.compile(r"\s*(?:-\s+)*[a-z][a-z0-9_]*\s*[:：=](?!//)")
_WITHOUT_COLON = re.compile(r"[a-z][a-z0-9_]* +\S+\s*")
_ENTRY = re.compile(r"-\s+\S.*")
_BEGINS_LIST = re.compile(r"[a-z][a-z0-9_]*:\s*")
_BEGINS_BLOCK = re.compile(r".*:\s*[|>][-+0-9]*\s*")


class Framed(Struct, frozen=True):
    """A text whose form stands between lines of dashes, and what was put in for that."""

    text: str
    error: DocumentError | None = None
    correction: Correction | None = None
    put_before: int = 0
    """How many lines were put in at the beginning."""
    put_at: int | None = None
    """The line that was put in below the form, counted from 1."""

    def line(self, number: int) -> int:
        """The line of the file that a line of this text is."""
        is_below = self.put_at is not None and number >= self.put_at
        return max(1, number - self.put_before - is_below)

    def in_file(self, document: Document) -> Document:
        """A document of this text with the lines of the file."""
        lines = {path: self.line(number) for path, number in document.lines.items()}
        return replace(document, lines=lines, body_line=self.line(document.body_line))


def framed(text: str) -> Framed:
    """The text with the lines of dashes that it lacks, put in or put right in thought."""
    begun = _begun(text.split("\n"))
    if begun is None:
        return Framed(text)
    lines = begun.text.split("\n")
    end = _end_of_form(lines)
    dashes = [at for at, line in enumerate(lines) if at and _IS_DASHES.fullmatch(line)]
    if dashes and not _is_rule_of_text(begun.text, lines[end : dashes[0]], end):
        return begun
    typed = next((at for at, line in enumerate(lines[end:], end) if line.strip()), len(lines))
    if typed < len(lines) and _is_like_dashes(lines[typed]):
        return _put_right(begun, lines, typed)
    put_in = "\n".join([*lines[:end], _DASHES, *lines[end:]])
    last = begun.line(end)
    error = begun.error or DocumentError("front-matter-open", last, {"after": last})
    return replace(begun, text=put_in, error=error, put_at=end + 1)


def _is_rule_of_text(text: str, above: Sequence[str], end: int) -> bool:
    """Whether dashes stand within the text, not below the form: a text of parts lies above them."""
    told = "\n".join(above).rstrip()
    if not told or not any(not line.strip() for line in told.split("\n")):
        return False
    try:
        parse_record(text)
    except DocumentError as error:
        return error.rule == "yaml-broken" and error.line > end
    return False


def _begun(lines: Sequence[str]) -> Framed | None:
    """The text with dashes as its first line; `None` where no form follows."""
    first = next((at for at, line in enumerate(lines) if line.strip()), 0)
    after = next((line for line in lines[first + 1 :] if line.strip()), "")
    error = DocumentError("no-front-matter", 1)
    if _IS_DASHES.fullmatch(lines[0]):
        return Framed("\n".join(lines))
    if _is_like_dashes(lines[first]) and _FIELD.match(after):
        moved = [_DASHES, *[""] * first, *lines[first + 1 :]]
        likely = Correction(_DASHES, Writing.LINE) if first == 0 else None
        return Framed("\n".join(moved), error, likely)
    if _FIELD.match(lines[first]):
        return Framed("\n".join([_DASHES, *lines]), error, put_before=1)
    return None


def _put_right(begun: Framed, lines: Sequence[str], at: int) -> Framed:
    """The text with dashes in place of a line that was meant for them."""
    text = "\n".join([*lines[:at], _DASHES, *lines[at + 1 :]])
    if begun.error:
        return replace(begun, text=text)
    number = begun.line(at + 1)
    error = DocumentError("front-matter-open", number, {"after": begun.line(at)})
    return replace(begun, text=text, error=error, correction=Correction(_DASHES, Writing.LINE))


def _is_like_dashes(line: str) -> bool:
    marks = "".join(line.split())
    return marks not in _BULLETS and _LIKE_DASHES.issuperset(marks)


def _end_of_form(lines: Sequence[str]) -> int:
    """How many lines the form has with its first: up to the last that looks like a field."""
    end, is_block = 1, False
    for at, line in enumerate(lines[1:], 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        is_next = at == end
        if not _is_of_form(lines, at, is_next=is_next, is_block=is_block):
            break
        if _FIELD.match(line):
            is_block = bool(_BEGINS_BLOCK.fullmatch(line))
        end = at + 1
    return end


def _is_of_form(lines: Sequence[str], at: int, *, is_next: bool, is_block: bool) -> bool:
    """Whether a line goes on with the form; `is_next`: the line above is of the form."""
    line = lines[at]
    if _is_like_dashes(line):
        return False
    if _FIELD.match(line):
        return True
    if line[0].isspace():
        return is_next or is_block
    below = lines[at + 1] if at + 1 < len(lines) else ""
    is_listed = _ENTRY.match(line) and (
        _BEGINS_LIST.fullmatch(lines[at - 1]) or _ENTRY.match(lines[at - 1])
    )
    return is_next and bool(is_listed or _WITHOUT_COLON.fullmatch(line) or _FIELD.match(below))
