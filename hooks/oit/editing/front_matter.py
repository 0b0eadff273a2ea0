"""Records and parts as text: front matter between dashes, then the body.

The fields are written as the browser form writes them (`oit.editing.yaml_writer`), in the order of
`oit.model.record.FIELD_ORDER`, without comments. A body is kept byte for byte.
"""

import re
from dataclasses import dataclass
from typing import Any

from oit.editing.yaml_writer import to_form_yaml
from oit.findings import DocumentError, Finding, Place
from oit.model.record import FIELD_ORDER, Part, Record
from oit.records.document_reader import read_valid
from oit.records.strict_yaml import decode, parse_record

_LINE = re.compile(r"[^\r\n]*(\r\n|\r|\n|\Z)")
_BOUNDARY = re.compile(r"-{3,}\s*")
"""What python-frontmatter, which reads records, takes for the dashes around the fields."""
_FIELD_POSITIONS = {name: position for position, name in enumerate(FIELD_ORDER)}


@dataclass(frozen=True, slots=True)
class Formatted:
    """A formatted record, or its bytes unchanged and the findings that say why."""

    data: bytes
    findings: tuple[Finding, ...] = ()


def record_text(disclosed: Record | Part, body: str) -> str:
    """A whole record or part, from its fields and its body."""
    return f"---\n{_fields(disclosed)}---\n{body}"


def read_valid_record(file: str, data: bytes) -> tuple[Record | Part | None, tuple[Finding, ...]]:
    """A record or part, named by its path, or `None` and the findings of one with errors."""
    schema: type[Record | Part] = Record if file.endswith("record.md") else Part
    return read_valid(schema, lambda: data, parse_record, Place(file))


def formatted(file: str, data: bytes) -> Formatted:
    """A record or part, named by its path, with its fields as the form writes them.

    Its values, its body and its line ends stay; comments go. One with errors stays as it is.
    """
    disclosed, findings = read_valid_record(file, data)
    return Formatted(rewritten(data, disclosed) if disclosed else data, findings)


def rewritten(data: bytes, disclosed: Record | Part) -> bytes:
    """The bytes of a record with other fields; its body and its line ends stay.

    Raises `DocumentError` where it has no front matter.
    """
    text = data.decode("utf-8-sig")
    line_end = _first_line_end(text)
    body = text[_end_of_fields(text) :]
    written = record_text(disclosed, "").replace("\n", line_end) + body
    changed = written.encode("utf-8")
    _check_reads_back(changed, data, disclosed)
    return changed


def _fields(disclosed: Record | Part) -> str:
    values = disclosed.model_dump(mode="json", by_alias=True, exclude_unset=True, exclude_none=True)
    return to_form_yaml(_in_order(values))


def _in_order(value: Any) -> Any:
    """The value with the fields of every mapping in `FIELD_ORDER`."""
    if isinstance(value, list):
        return [_in_order(entry) for entry in value]
    if isinstance(value, dict):
        names = sorted(value, key=_FIELD_POSITIONS.__getitem__)
        return {name: _in_order(value[name]) for name in names}
    return value


def _first_line_end(text: str) -> str:
    line = _LINE.match(text)
    return (line[1] if line else "") or "\n"


def _end_of_fields(text: str) -> int:
    """The index at which the line after the closing dashes begins."""
    boundaries = (line for line in _LINE.finditer(text) if _BOUNDARY.fullmatch(line[0]))
    next(boundaries, None)
    closing = next(boundaries, None)
    if closing is None:
        raise DocumentError("front-matter-open")
    return closing.end()


def _check_reads_back(changed: bytes, data: bytes, disclosed: Record | Part) -> None:
    """Raise `ValueError` unless the new bytes have the new fields and the old body.

    A guard against errors of our own writer, which would damage a record silently.
    """
    after, before = parse_record(decode(changed)), parse_record(decode(data))
    if type(disclosed).model_validate(after.values) != disclosed or after.body != before.body:
        raise ValueError("a record would not read back as it was written")
