"""Records and parts as text: the form's fields between dashes, then the words of the page.

The fields are written as the browser form writes them (`oit.editing.yaml_writer`), in the order of
`oit.model.record.FIELD_ORDER`, without comments. The words below them are kept byte for byte.
"""

import re
from dataclasses import dataclass
from typing import Any

from oit.editing.yaml_writer import to_form_yaml
from oit.findings import DocumentError, Finding, Place
from oit.model.record import FIELD_ORDER, Part, Record
from oit.records.strict_yaml import decode, parse_record
from oit.records.validate import validate

_LINE = re.compile(r"[^\r\n]*(\r\n|\r|\n|\Z)")

_BOUNDARY = re.compile(r"-{3,}\s*")

_PLACES = {name: place for place, name in enumerate(FIELD_ORDER)}


def document(disclosed: Record | Part, body: str) -> str:
    """A whole record or part, from its fields and its words."""
    return f"---\n{_fields(disclosed)}---\n{body}"


def rewritten(data: bytes, disclosed: Record | Part) -> bytes:
    """The bytes of a record with other fields; its words and its line ends stay.

    Raises `DocumentError` where it has no fields to rewrite.
    """
    text = data.decode("utf-8-sig")
    line_end = _first_line_end(text)
    body = text[_end_of_fields(text) :]
    written = document(disclosed, "").replace("\n", line_end) + body
    changed = written.encode("utf-8")
    _see_that_it_reads(changed, data, disclosed)
    return changed


def _fields(disclosed: Record | Part) -> str:
    values = disclosed.model_dump(mode="json", by_alias=True, exclude_unset=True, exclude_none=True)
    return to_form_yaml(_in_order(values))


def _in_order(value: Any) -> Any:
    if isinstance(value, list):
        return [_in_order(one) for one in value]
    if isinstance(value, dict):
        return {name: _in_order(value[name]) for name in sorted(value, key=_PLACES.__getitem__)}
    return value


def _first_line_end(text: str) -> str:
    found = _LINE.match(text)
    return (found[1] if found else "") or "\n"


def _end_of_fields(text: str) -> int:
    """Where the line after the closing dashes begins."""
    boundaries = (line for line in _LINE.finditer(text) if _BOUNDARY.fullmatch(line[0]))
    next(boundaries, None)
    closing = next(boundaries, None)
    if closing is None:
        raise DocumentError("front-matter-open")
    return closing.end()


def _see_that_it_reads(changed: bytes, data: bytes, disclosed: Record | Part) -> None:
    """A last look before anything is written: the fields are those given, the words the same."""
    after, before = parse_record(decode(changed)), parse_record(decode(data))
    if type(disclosed).model_validate(after.values) != disclosed or after.body != before.body:
        raise ValueError("a record would not read back as it was written")


@dataclass(frozen=True, slots=True)
class Formatted:
    """A record's bytes in that form, or why it could not be read."""

    data: bytes
    findings: tuple[Finding, ...] = ()


def formatted(file: str, data: bytes) -> Formatted:
    """A record or part, named by its path, with its fields as the form writes them.

    What it says, its words and its line ends stay; comments go. One that cannot be read whole
    stays as it is, with the findings that say why.
    """
    disclosed, findings = read_whole(file, data)
    return Formatted(rewritten(data, disclosed) if disclosed else data, findings)


def read_whole(file: str, data: bytes) -> tuple[Record | Part | None, tuple[Finding, ...]]:
    """A record or part without anything left out, or why there is none."""
    place = Place(file)
    schema: type[Record | Part] = Record if file.endswith("record.md") else Part
    try:
        read = validate(schema, parse_record(decode(data)), place)
    except DocumentError as fault:
        return None, (place.from_fault(fault),)
    return (None if read.findings else read.model), read.findings
