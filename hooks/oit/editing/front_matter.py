"""Records and parts as text: front matter between dashes, then the body.

A change writes again only what it changes (`oit.editing.yaml_edit`); `oit fmt` writes all fields by
one rule, in the order of `oit.model.record.FIELD_ORDER` (`oit.editing.yaml_tidy`). Comments, line
ends, a byte-order mark and the body stay.
"""

import re
from typing import Any

from msgspec import Struct

from oit.editing.yaml_edit import edited
from oit.editing.yaml_text import mapping_lines
from oit.editing.yaml_tidy import tidied
from oit.findings import DocumentError, Finding, Place
from oit.model.record import FIELD_ORDER, Part, Record
from oit.records.document_reader import read_valid
from oit.records.strict_yaml import decode, parse_record

_LINE = re.compile(r"[^\r\n]*(\r\n|\r|\n|\Z)")
_BOUNDARY = re.compile(r"-{3,}\s*")
"""What python-frontmatter, which reads records, takes for the dashes around the fields."""
_FIELD_POSITIONS = {name: position for position, name in enumerate(FIELD_ORDER)}


class Formatted(Struct, frozen=True):
    """A formatted record, or its bytes unchanged and the findings that say why."""

    data: bytes
    findings: tuple[Finding, ...] = ()


def record_text(disclosed: Record | Part, body: str) -> str:
    """A whole record or part, from its fields and its body."""
    fields = "".join(f"{line}\n" for line in mapping_lines(_values(disclosed), 0))
    return f"---\n{fields}---\n{body}"


def read_valid_record(file: str, data: bytes) -> tuple[Record | Part | None, tuple[Finding, ...]]:
    """A record or part, named by its path, or `None` and the findings of one with errors."""
    schema: type[Record | Part] = Record if file.endswith("record.md") else Part
    return read_valid(schema, lambda: data, parse_record, Place(file))


def formatted(file: str, data: bytes) -> Formatted:
    """A record or part, named by its path, with its fields in their order and by the one rule.

    Its values, comments, body and line ends stay. One with errors stays as it is.
    """
    disclosed, findings = read_valid_record(file, data)
    if disclosed is None:
        return Formatted(data, findings)
    fields = tidied(fields_text(data), _values(disclosed))
    return Formatted(_read_back(data, with_fields(data, fields), disclosed))


def rewritten(data: bytes, disclosed: Record | Part) -> bytes:
    """The bytes of a valid record with other values; only the lines of what changes differ.

    Raises `DocumentError` where it has no front matter.
    """
    before = type(disclosed).model_validate(parse_record(decode(data)).values)
    fields = edited(fields_text(data), _values(before), _values(disclosed), FIELD_ORDER)
    return _read_back(data, with_fields(data, fields), disclosed)


def fields_text(data: bytes) -> str:
    """The text between the dashes, its line ends as line feeds.

    Raises `DocumentError` where it has no front matter.
    """
    text = data.decode("utf-8")
    start, end = _extent_of_fields(text)
    return text[start:end].replace("\r\n", "\n").replace("\r", "\n")


def with_fields(data: bytes, fields: str) -> bytes:
    """The bytes with another text between the dashes, in the line ends of their first line."""
    text = data.decode("utf-8")
    start, end = _extent_of_fields(text)
    opening = _LINE.match(text)
    line_end = opening[1] if opening else "\n"
    return (text[:start] + fields.replace("\n", line_end) + text[end:]).encode("utf-8")


def _values(disclosed: Record | Part) -> dict[str, Any]:
    values = disclosed.model_dump(mode="json", by_alias=True, exclude_unset=True, exclude_none=True)
    ordered: dict[str, Any] = _in_order(values)
    return ordered


def _in_order(value: Any) -> Any:
    """The value with the fields of every mapping in `FIELD_ORDER`."""
    if isinstance(value, list):
        return [_in_order(entry) for entry in value]
    if isinstance(value, dict):
        names = sorted(value, key=_FIELD_POSITIONS.__getitem__)
        return {name: _in_order(value[name]) for name in names}
    return value


def _extent_of_fields(text: str) -> tuple[int, int]:
    """The indexes after the opening dashes and before the closing ones."""
    lines = _LINE.finditer(text)
    boundaries = [line for line in lines if _BOUNDARY.fullmatch(line[0].removeprefix("\ufeff"))]
    if len(boundaries) < 2:
        raise DocumentError("front-matter-open")
    return boundaries[0].end(), boundaries[1].start()


def _read_back(data: bytes, changed: bytes, disclosed: Record | Part) -> bytes:
    """The new bytes. Raises `ValueError` unless they have these fields and the old body.

    A guard against errors of our own writer, which would damage a record silently.
    """
    after, before = parse_record(decode(changed)), parse_record(decode(data))
    if type(disclosed).model_validate(after.values) != disclosed or after.body != before.body:
        raise ValueError("a record would not read back as it was written")
    return changed
