"""A document of which nothing is wrong with its lines and texts, as bytes that can be kept.

It follows from the bytes of its file alone, so whoever kept it by these need not read it again.
"""

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from sys import intern
from typing import Any

from msgspec import Struct

from oit.findings import FieldPath
from oit.records.markup import MarkdownText, Reference
from oit.records.sections import Section
from oit.records.strict_yaml import Document


class ReadDocument(Struct, frozen=True):
    """The raw values of a document, and the text below them."""

    document: Document
    text: MarkdownText


class KeptLines(Mapping[FieldPath, int]):
    """The lines of a document as they were kept, until somebody asks for one.

    Only what is wrong with a document asks: the paths of all values are larger than the values.
    """

    def __init__(self, kept: str) -> None:
        self._kept = kept

    def __getitem__(self, path: FieldPath) -> int:
        return _lines(self._kept)[path]

    def __iter__(self) -> Iterator[FieldPath]:
        return iter(_lines(self._kept))

    def __len__(self) -> int:
        return len(_lines(self._kept))


@lru_cache(maxsize=16)  # rules ask for several lines of a document, then for none
def _lines(kept: str) -> Mapping[FieldPath, int]:
    return {tuple(path): line for *path, line in json.loads(kept)}


def to_bytes(read: ReadDocument) -> bytes:
    """JSON of a document whose characters are plain, and of which nothing is put right or cut."""
    document, text = read.document, read.text
    sections = {name: _told(section) for name, section in text.sections.items()}
    references = [
        [each.target, each.line, each.is_image, each.alt_text] for each in text.references
    ]
    lines = json.dumps([[*path, line] for path, line in document.lines.items()])
    form = [document.values, lines, document.body, document.body_line]
    body = [sections, text.repeated_sections, text.raw_html, references, text.visible]
    return json.dumps([form, body]).encode()


def _told(section: Section) -> tuple[object, ...]:
    lines = section.lines.start, section.lines.stop
    return (section.line, section.has_text, section.visible, section.words), lines


def from_bytes(data: bytes) -> ReadDocument:
    """The same document again."""
    (values, lines, body, body_line), text = _shared(json.loads(data))
    document = Document(values, KeptLines(lines), body, body_line, is_plain=True)
    return ReadDocument(document, _text(*text))


def _shared(value: Any) -> Any:
    """The same, each of its texts once in memory: records of ten years say much alike."""
    if isinstance(value, str):
        return intern(value)
    if isinstance(value, dict):
        return {intern(name): _shared(each) for name, each in value.items()}
    return [*map(_shared, value)] if isinstance(value, list) else value


def _text(
    sections: dict[str, Any],
    repeated: list[Any],
    raw_html: list[int],
    references: list[Any],
    visible: str,
) -> MarkdownText:
    return MarkdownText(
        {name: _section(*each) for name, each in sections.items()},
        tuple((name, line) for name, line in repeated),
        tuple(raw_html),
        tuple(Reference(*each) for each in references),
        visible,
    )


def _section(told: tuple[int, bool, str, str], lines: tuple[int, int]) -> Section:
    return Section(*told, range(*lines))
