"""A document's texts as a reader sees them: values of fields, and paragraphs without their marks.

What is searched line by line is searched here again: a value that is folded over two lines, or a
number that emphasis, an entity or the end of a line parts, is one text to its reader.
"""

from collections.abc import Iterator
from itertools import pairwise

import yaml
from markdown_it.token import Token
from msgspec import Struct

from oit.evidence.passages import texts_in
from oit.findings import FieldPath
from oit.records.markup import body_tokens
from oit.records.strict_yaml import LOADER, Document

_PARTS = {"text", "code_inline", "text_special"}


class Passage(Struct, frozen=True):
    """Text that belongs together, and the lines of the file that it stands on."""

    text: str
    first: int
    last: int


def values_of(document: Document) -> Iterator[tuple[FieldPath, str]]:
    """Every text of a document with the path of its field."""
    yield from texts_in(document.values)


def passages_of(document: Document) -> Iterator[Passage]:
    """The values of a document's fields, then the paragraphs, cells and links of its body."""
    starts = sorted({*document.lines.values(), document.body_line})
    following = dict(pairwise(starts))
    for path, text in values_of(document):
        first = document.line(path)
        yield Passage(text, first, max(first, following.get(first, first + text.count("\n")) - 1))
    yield from body_passages(document.body, document.body_line)


def passages_of_settings(text: str) -> tuple[Passage, ...]:
    """Every value and key of MkDocs's settings, whatever its tag; none where YAML is broken."""
    try:
        events = tuple(yaml.parse(text, Loader=LOADER))
    except yaml.YAMLError:
        return ()
    scalars = (event for event in events if isinstance(event, yaml.ScalarEvent))
    return tuple(_passage_of(scalar) for scalar in scalars)


def _passage_of(scalar: yaml.ScalarEvent) -> Passage:
    start, end = scalar.start_mark, scalar.end_mark
    return Passage(scalar.value, start.line + 1 if start else 1, end.line + 1 if end else 1)


def body_passages(body: str, first_line: int) -> Iterator[Passage]:
    """Paragraphs, headings and cells of a Markdown text; targets, titles and words of its links."""
    for token, line in body_tokens(body, first_line):
        if token.type == "inline":
            text = "".join(_read(child) for child in token.children or ())
            yield Passage(text, line, line + token.content.count("\n"))
        for hidden in (token.attrGet("href"), token.attrGet("src"), token.attrGet("title")):
            if hidden:
                yield Passage(str(hidden), line, line)


def _read(token: Token) -> str:
    """What a piece of a paragraph shows; the words for a picture are its text."""
    if token.type in ("softbreak", "hardbreak"):
        return "\n"
    if token.type == "image":
        return "".join(_read(child) for child in token.children or ())
    return token.content if token.type in _PARTS else ""
