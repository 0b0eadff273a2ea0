"""Text into raw values with line numbers. No disk, no schema.

YAML is read strictly: no alias, no tag, no repeated key, no deep nesting, and every scalar as the
text that was written (`no` stays "no", `2025-02-30` stays "2025-02-30"); only an empty plain
scalar, `~` or `null` is `None`. The schema converts.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml
from frontmatter.default_handlers import YAMLHandler

from oit.findings import DocumentError, FieldPath

MAX_DEPTH = 20
"""Containers in each other; the deepest shipped document has five."""

MAX_BYTES = 1_000_000
"""A record or policy file larger than this is not read."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})

_INDENTING_TAB = re.compile(r"^ *(?:- +)*\t", re.MULTILINE)

_YAML = YAMLHandler()


@dataclass(frozen=True, slots=True)
class Document:
    """Raw values and where each of them stands.

    `lines` gives the line (from 1) of each path; a mapping's entry has the line of its key.
    """

    values: Any
    lines: Mapping[FieldPath, int]
    body: str = ""
    body_line: int = 1

    def line(self, path: FieldPath) -> int:
        """The line of `path`, or of the nearest container that is written."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def decode(data: bytes) -> str:
    """UTF-8 text of a file, without byte-order mark, and with line feeds only.

    Raises `DocumentError` where it is empty, too large or not UTF-8.
    """
    if not data.strip():
        raise DocumentError("file-blank")
    if len(data) > MAX_BYTES:
        raise DocumentError("text-too-large", params={"bytes": len(data)})
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DocumentError("not-utf8", line=data.count(b"\n", 0, error.start) + 1) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def parse_record(text: str) -> Document:
    """Front matter and body of a record or part. Raises `DocumentError`."""
    if not _YAML.detect(text):
        raise DocumentError("no-front-matter")
    try:
        head, body = _YAML.split(text)
    except ValueError:
        raise DocumentError("front-matter-open") from None
    document = parse_yaml(head, first_line=1)
    body = body.removeprefix("\n")
    body_line = text.count("\n", 0, len(text) - len(body)) + 1
    return Document(document.values, document.lines, body, body_line)


def parse_yaml(text: str, first_line: int = 1) -> Document:
    """A YAML document whose top is a mapping. Raises `DocumentError`."""
    if match := _INDENTING_TAB.search(text):
        raise DocumentError("yaml-tab", line=first_line + text.count("\n", 0, match.start()))
    builder = _Builder(first_line)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        raise DocumentError("yaml-broken", line=first_line + _line_of(error)) from None
    except yaml.reader.ReaderError as error:
        line = first_line + text.count("\n", 0, error.position)
        raise DocumentError("yaml-broken", line=line) from None
    if not isinstance(builder.top, dict):
        raise DocumentError("yaml-no-fields", line=first_line)
    return Document(builder.top, builder.lines)


def _line_of(error: yaml.MarkedYAMLError) -> int:
    mark = error.problem_mark or error.context_mark
    return mark.line if mark else 0


_NO_KEY = object()


@dataclass(slots=True)
class _Open:
    """A container being read: a list, or a mapping with the key that waits for its value."""

    values: Any
    path: FieldPath
    key: Any = _NO_KEY


class _Builder:
    """Builds plain values from YAML events, without recursion."""

    def __init__(self, first_line: int) -> None:
        self.top: Any = None
        self.lines: dict[FieldPath, int] = {}
        self._first_line = first_line
        self._open: list[_Open] = []
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        mark = event.start_mark
        line = self._first_line + (mark.line if mark else 0)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise DocumentError("yaml-alias", line=line)
        if tag := getattr(event, "tag", None):
            raise DocumentError("yaml-tag", line=line, params={"found": tag})
        match event:
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    raise DocumentError("yaml-broken", line=line)
            case yaml.ScalarEvent():
                self._scalar(event, line)
            case yaml.MappingStartEvent():
                self._container({}, line)
            case yaml.SequenceStartEvent():
                self._container([], line)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._open.pop()

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        parent = self._open[-1] if self._open else None
        if parent and isinstance(parent.values, dict) and parent.key is _NO_KEY:
            self._key(parent, event.value, line)
            return
        is_plain = not event.style
        self._place(None if is_plain and event.value in _NULLS else event.value, line)

    def _key(self, parent: _Open, key: str, line: int) -> None:
        if key in parent.values:
            path = (*parent.path, key)
            raise DocumentError("yaml-duplicate-key", line=line, params={"found": key}, path=path)
        self.lines[(*parent.path, key)] = line
        parent.key = key

    def _container(self, values: Any, line: int) -> None:
        if len(self._open) >= MAX_DEPTH:
            raise DocumentError("yaml-too-deep", line=line)
        path = self._place(values, line)
        self._open.append(_Open(values, path))

    def _place(self, value: Any, line: int) -> FieldPath:
        if not self._open:
            self.top = value
            return ()
        parent = self._open[-1]
        if isinstance(parent.values, list):
            path: FieldPath = (*parent.path, len(parent.values))
            parent.values.append(value)
        elif parent.key is _NO_KEY:
            raise DocumentError("yaml-broken", line=line)
        else:
            path = (*parent.path, parent.key)
            parent.values[parent.key] = value
            parent.key = _NO_KEY
        self.lines.setdefault(path, line)
        return path
