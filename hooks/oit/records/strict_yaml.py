"""Text into raw values with line numbers; the schema is applied by `validate`.

YAML is read strictly: no alias, no tag, no repeated key, no deep nesting, and every scalar as the
text that was written (`no` stays "no", `2025-02-30` stays "2025-02-30"); only an empty plain
scalar, `~` or `null` is `None`. The schema converts. Records are split by python-frontmatter; the
values are built here from the events of PyYAML.
"""

import re
from collections.abc import Mapping
from typing import Any

import yaml
from frontmatter.default_handlers import YAMLHandler
from msgspec import Struct

from oit.findings import DocumentError, FieldPath

MAX_DEPTH = 20
"""Containers in each other; the deepest shipped document has five."""
MAX_BYTES = 1_000_000
"""A record or policy file larger than this is not read."""

# libyaml is several times as fast; PyYAML without it has only the loader written in Python.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FRONT_MATTER = YAMLHandler()
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
# Line ends to YAML 1.1 (5.4), and to nothing that people edit records with.
_UNSEEN_LINE_END = re.compile("[\x85\u2028\u2029]")
# YAML forbids tabs in indentation; found first, because the parser's own message is unclear.
_INDENTING_TAB = re.compile(r"^ *(?:- +)*\t", re.MULTILINE)
_NO_KEY = object()
"""Marks a mapping that waits for a key; `None` is a value."""


class CutValue(Struct, frozen=True):
    """A plain value that ` #` cuts off, so that the rest of its line is a remark to YAML."""

    line: int
    path: FieldPath
    found: str
    """What is left of it."""
    written: str
    """Its line with the whole value in quotes, without its indentation."""
    indent: int
    """How many spaces stand before it."""
    is_of_the_text: bool
    """Whether `#` begins no remark of the person who filled the form: `#3`, not `# ตรวจแล้ว`."""


class Guess(Struct, frozen=True):
    """What is not known of a document of which lines were put right in thought."""

    quiet: frozenset[int] = frozenset()
    """Lines of which nothing more is said than that they are wrong."""
    leaves_out: bool = False
    """Whether a line was passed over: a field that is not there may stand in it."""


class Document(Struct, frozen=True):
    """Raw values, the line of each, and the body of a record.

    `lines` gives the line (from 1) of each path; a mapping's entry has the line of its key.
    """

    values: Any
    lines: Mapping[FieldPath, int]
    body: str = ""
    body_line: int = 1
    cut: tuple[CutValue, ...] = ()
    guess: Guess | None = None
    """Where YAML could not read it, and it was put right in thought: none of it counts."""
    is_plain: bool = False
    """Whether every character of its values is known to be what it looks like."""

    def at(self, path: FieldPath) -> Any:
        """The value at a path that the document has. Raises `LookupError` or `TypeError`."""
        value = self.values
        for step in path:
            value = value[step]
        return value

    def line(self, path: FieldPath) -> int:
        """The line of `path`, or of the nearest container that is in the document."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def decode(data: bytes) -> str:
    """The text of a UTF-8 file, without byte-order mark, its line ends as line feeds.

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


def decode_thai(data: bytes) -> str | None:
    """The text of a file as older Thai programs save it; `None` where it is not that."""
    try:
        text = data[:MAX_BYTES].decode("cp874")
    except UnicodeDecodeError:
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def parse_record(text: str) -> Document:
    """Front matter and body of a record or part. Raises `DocumentError`."""
    opening = _FRONT_MATTER.FM_BOUNDARY.match(text)
    if opening is None:
        raise DocumentError("no-front-matter")
    try:
        head, body = _FRONT_MATTER.split(text)
    except ValueError:
        raise DocumentError("front-matter-open") from None
    # The head begins with the line end of the opening dashes, or of blank lines that follow them.
    document = parse_yaml(head, first_line=text.count("\n", 0, opening.end()) + 1)
    body = body.removeprefix("\n")
    body_line = text.count("\n", 0, len(text) - len(body)) + 1
    return Document(document.values, document.lines, body, body_line)


def parse_yaml(text: str, first_line: int = 1) -> Document:
    """A YAML document whose top level is a mapping. Raises `DocumentError`."""
    return built(text, DocumentBuilder(first_line))


def built(text: str, builder: "DocumentBuilder") -> Document:
    """What a builder makes of a text whose top level is a mapping. Raises `DocumentError`."""
    first_line = builder.first_line
    if match := _INDENTING_TAB.search(text):
        raise DocumentError("yaml-tab", line=first_line + text.count("\n", 0, match.start()))
    if match := _UNSEEN_LINE_END.search(text):
        raise DocumentError("yaml-broken", line=first_line + text.count("\n", 0, match.start()))
    try:
        for event in yaml.parse(text, Loader=LOADER):
            builder.add(event)
    except yaml.MarkedYAMLError as error:
        raise DocumentError("yaml-broken", line=first_line + _line_of(error)) from None
    except yaml.reader.ReaderError as error:
        line = first_line + text.count("\n", 0, error.position)
        raise DocumentError("yaml-broken", line=line) from None
    if not isinstance(builder.values, dict):
        raise DocumentError("yaml-no-fields", line=first_line)
    return Document(builder.values, builder.lines)


def _line_of(error: yaml.MarkedYAMLError) -> int:
    """The line of an error, counted from 0."""
    mark = error.problem_mark or error.context_mark
    return mark.line if mark else 0


class _Container(Struct):
    """A list being read, or a mapping with the key that waits for its value."""

    values: Any
    path: FieldPath
    key: Any = _NO_KEY


class DocumentBuilder:
    """Builds `values` and `lines` from YAML events, without recursion.

    Each method raises `DocumentError` for what strict YAML forbids.
    """

    def __init__(self, first_line: int) -> None:
        self.values: Any = None
        self.lines: dict[FieldPath, int] = {}
        self.first_line = first_line
        self._open: list[_Container] = []
        """The containers around the next value, outermost first."""
        self._documents = 0

    @property
    def next_path(self) -> FieldPath:
        """The path of the innermost open container, or of the value that its key waits for."""
        if not self._open:
            return ()
        parent = self._open[-1]
        return parent.path if parent.key is _NO_KEY else (*parent.path, parent.key)

    def add(self, event: yaml.Event) -> None:
        """Take the next event of the parser."""
        mark = event.start_mark
        line = self.first_line + (mark.line if mark else 0)
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
        is_plain = not event.style  # `~` is null, "~" in quotes is a text
        self._add_value(None if is_plain and event.value in _NULLS else event.value, line)

    def _key(self, parent: _Container, key: str, line: int) -> None:
        if key in parent.values:
            path = (*parent.path, key)
            raise DocumentError("yaml-duplicate-key", line=line, params={"found": key}, path=path)
        self.lines[(*parent.path, key)] = line
        parent.key = key

    def _container(self, values: Any, line: int) -> None:
        if len(self._open) >= MAX_DEPTH:
            raise DocumentError("yaml-too-deep", line=line)
        path = self._add_value(values, line)
        self._open.append(_Container(values, path))

    def _add_value(self, value: Any, line: int) -> FieldPath:
        """Put a value into the innermost container; its path comes back."""
        if not self._open:
            self.values = value
            return ()
        parent = self._open[-1]
        if isinstance(parent.values, list):
            path: FieldPath = (*parent.path, len(parent.values))
            parent.values.append(value)
        elif parent.key is _NO_KEY:  # a container as a key, which no field has
            raise DocumentError("yaml-broken", line=line)
        else:
            path = (*parent.path, parent.key)
            parent.values[parent.key] = value
            parent.key = _NO_KEY
        self.lines.setdefault(path, line)  # not over the line of its key
        return path
