"""What the messages of the catalogue look like, whatever they are filled with.

For who reads a page that the generator may have written: each message as its fixed words, in
their order, with a hole for each value.
"""

from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import TypeAlias

from fluent.syntax import ast

from oit.catalog.library import messages
from oit.catalog.sources import Language, words

Shape: TypeAlias = tuple[str | None, ...]
"""The words of a message with blanks as single spaces, `None` for what is filled in."""

_FILE = ".ftl"


@cache
def shapes(language: Language) -> frozenset[Shape]:
    """The shapes of all messages and attributes; of one with plurals or cases, each form's."""
    folder = resources.files("oit.catalog").joinpath(language.value)
    areas = (file.name.removesuffix(_FILE) for file in folder.iterdir())
    entries = (entry for area in areas for entry in messages(area, language).values())
    return frozenset(shape for entry in entries for shape in _of_message(entry, language))


def _of_message(message: ast.Message, language: Language) -> Iterator[Shape]:
    for pattern in (message.value, *(part.value for part in message.attributes)):
        if pattern is not None:
            yield from map(_joined, _forms(pattern, language))


def _forms(pattern: ast.Pattern, language: Language) -> list[Shape]:
    """Each way in which its parts may come out, side by side."""
    forms: list[Shape] = [()]
    for element in pattern.elements:
        ways = _ways(element, language)
        forms = [(*form, *way) for form in forms for way in ways]
    return forms


def _ways(expression: ast.BaseNode, language: Language) -> list[Shape]:
    """What may stand in place of a part of a message."""
    match expression:
        case ast.TextElement():
            return [(expression.value,)]
        case ast.StringLiteral():
            return [(str(expression.parse()["value"]),)]
        case ast.TermReference():
            return [(words(language)[expression.id.name],)]
        case ast.SelectExpression():
            forms = (_forms(variant.value, language) for variant in expression.variants)
            return [form for found in forms for form in found]
        case ast.Placeable():
            return _ways(expression.expression, language)
        case _:
            return [(None,)]


def _joined(form: Shape) -> Shape:
    """Words that stand side by side as one text."""
    parts: list[str | None] = []
    for part in form:
        last = parts[-1] if parts else None
        if part is None or last is None:
            parts.append(part)
        else:
            parts[-1] = last + part
    return tuple(part if part is None else _blanks(part) for part in parts)


def _blanks(text: str) -> str:
    """A text with every run of blanks as one space, also at its ends."""
    words = " ".join(text.split())
    start = " " if words and text[:1].isspace() else ""
    end = " " if text[-1:].isspace() else ""
    return f"{start}{words}{end}"
