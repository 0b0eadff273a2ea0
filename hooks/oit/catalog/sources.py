"""The files of the catalogue as syntax: only messages that are asked for are parsed.

Parsing all that a command might say would cost more than what it does. An entry begins with its
name in the first column; what belongs to it is indented.
"""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from oit.catalog.package_data import texts_of

_ENTRY = re.compile(r"^([A-Za-z][A-Za-z0-9_-]*) *=", re.MULTILINE)
_PARSER = FluentParser(with_spans=False)


class Language(StrEnum):
    """A language of pages and messages."""

    TH = "th"
    EN = "en"


@cache
def glossary() -> tuple[Mapping[str, Any], ...]:
    """The entries of the glossary: `term`, `th`, `en`, `used`; of some, `meaning` and `avoid`."""
    return tuple(texts_of("oit.catalog", "glossary.yml"))


@cache
def term(name: str, language: Language) -> ast.Term:
    """A word of the glossary as a term of Fluent: `-round = รอบ`. `KeyError`: it has no such."""
    parsed = _PARSER.parse_entry(f"-{name} = {_words(language)[name]}\n")
    if not isinstance(parsed, ast.Term):
        raise ValueError(f"glossary.yml: {name}")
    return parsed


@cache
def _words(language: Language) -> Mapping[str, str]:
    return {entry["term"]: entry[language] for entry in glossary()}


@cache
def sources(area: str, language: Language) -> Mapping[str, str]:
    """The text of each message of an area, by name, in their order. `KeyError`: no such area."""
    file = resources.files("oit.catalog").joinpath(language.value, f"{area}.ftl")
    try:
        text = file.read_text("utf-8")
    except FileNotFoundError:
        raise KeyError(area) from None
    starts = [found.start() for found in _ENTRY.finditer(text)]
    names = _ENTRY.findall(text)
    ends = (*starts[1:], len(text))
    return {name: text[start:end] for name, start, end in zip(names, starts, ends, strict=True)}


@cache
def message(area: str, name: str, language: Language) -> ast.Message:
    """A message as syntax. `KeyError`: there is none; `ValueError`: it breaks the syntax."""
    parsed = _PARSER.parse_entry(sources(area, language)[name])
    if not isinstance(parsed, ast.Message):
        raise ValueError(f"{language}/{area}.ftl: {name}")
    return parsed


def messages(area: str, language: Language) -> Mapping[str, ast.Message]:
    """All messages of an area, by name, in their order. Raises as `message`."""
    return {name: message(area, name, language) for name in sources(area, language)}


def pattern_of(message: ast.Message, attribute: str) -> ast.Pattern | None:
    """What a message says, or one of its attributes; `None` where it has no such."""
    if not attribute:
        return message.value
    found = (part.value for part in message.attributes if part.id.name == attribute)
    return next(found, None)


class _Names(Visitor):
    """Collects what a pattern names: placeholders, terms, and other messages of its area."""

    def __init__(self) -> None:
        super().__init__()
        self.variables: set[str] = set()
        self.terms: set[str] = set()
        self.messages: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        """The visitor's name for a placeholder; called by the library."""
        self.variables.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802
        """The same for a word of the glossary."""
        self.terms.add(node.id.name)
        self.generic_visit(node)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802
        """The same for another message."""
        self.messages.add(node.id.name)


def variables_of(pattern: ast.Pattern | None) -> frozenset[str]:
    """The names of the placeholders of a pattern."""
    names = _Names()
    if pattern is not None:
        names.visit(pattern)
    return frozenset(names.variables)


def with_what_it_names(
    area: str, name: str, language: Language
) -> Iterator[ast.Message | ast.Term]:
    """A message, and all terms and messages that it is put together from. Raises as `message`."""
    found = message(area, name, language)
    names = _Names()
    names.visit(found)
    yield found
    yield from (term(word, language) for word in sorted(names.terms))
    for other in sorted(names.messages):
        yield from with_what_it_names(area, other, language)
