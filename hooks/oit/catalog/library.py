"""The catalogue as Mozilla's Fluent library reads and formats it.

For the few messages that `scanner` leaves to it: the library and what it brings take longer to
load than most commands to run.
"""

import sys
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from fluent.runtime import FluentBundle, resolver
from fluent.runtime.types import fluent_number
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from oit.catalog.scanner import Template
from oit.catalog.sources import Language, MessageId, sources, words

_PARSER = FluentParser(with_spans=False)
# The library refuses texts of more than 2,500 signs, against catalogues of strangers. Ours is our
# own, and what it is filled with (a list of files, a name far too long) has been bounded.
resolver.MAX_PART_LENGTH = sys.maxsize


@cache
def term(name: str, language: Language) -> ast.Term:
    """A word of the glossary as a term of Fluent: `-round = รอบ`. `KeyError`: it has no such."""
    parsed = _PARSER.parse_entry(f"-{name} = {words(language)[name]}\n")
    if not isinstance(parsed, ast.Term):
        raise ValueError(f"glossary.yml: {name}")
    return parsed


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


def templates_of(message: ast.Message) -> Mapping[str, Template]:
    """A message and its attributes by name (its own text: the empty name), without their texts."""
    patterns = {"": message.value, **{part.id.name: part.value for part in message.attributes}}
    return {name: Template(None, _variables(part)) for name, part in patterns.items() if part}


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


def _variables(pattern: ast.Pattern) -> frozenset[str]:
    names = _Names()
    names.visit(pattern)
    return frozenset(names.variables)


def _with_what_it_names(
    area: str, name: str, language: Language
) -> Iterator[ast.Message | ast.Term]:
    """A message, and all terms and messages that it is put together from. Raises as `message`."""
    found = message(area, name, language)
    names = _Names()
    names.visit(found)
    yield found
    yield from (term(word, language) for word in sorted(names.terms))
    for other in sorted(names.messages):
        yield from _with_what_it_names(area, other, language)


def formatted(message_id: MessageId, language: Language, values: Mapping[str, str | int]) -> str:
    """A message or its attribute with its values; numbers have no separators.

    `KeyError`: a placeholder has no value, or there is no such message.
    """
    arguments: dict[str, Any] = {
        key: fluent_number(value, useGrouping=False) if isinstance(value, int) else value
        for key, value in values.items()
    }
    bundle, pattern = _compiled(message_id, language)
    text, errors = bundle.format_pattern(pattern, arguments)
    if errors:
        raise KeyError(".".join(filter(None, message_id)), *errors)
    return str(text)


@cache
def _compiled(message_id: MessageId, language: Language) -> tuple[FluentBundle, resolver.Pattern]:
    """A message as the library formats it, and in which bundle."""
    area, name, attribute = message_id
    bundle = _bundle(area, language)
    bundle.add_resource(ast.Resource(list(_with_what_it_names(area, name, language))))
    compiled = bundle.get_message(name)
    pattern = compiled.attributes[attribute] if attribute else compiled.value
    if pattern is None:
        raise KeyError(f"{area}.{name}")
    return bundle, pattern


@cache
def _bundle(area: str, language: Language) -> FluentBundle:  # noqa: ARG001 -- one for each
    """A bundle for the messages of an area, to which each is added when it is first formatted."""
    return FluentBundle([language.value], use_isolating=False)
