"""The files of the catalogue, read by Mozilla's Fluent library.

The id of a message is its area (the name of the file), a dot and its name: `rules.stale`; of an
attribute, another dot and the attribute: `rules.stale.remedy`. An area is read when its first
message is asked for.
"""

import sys
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any

from fluent.runtime import FluentBundle, FluentResource, resolver
from fluent.runtime.resolver import Pattern
from fluent.runtime.types import fluent_number
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from oit.catalog.package_data import texts_of


class Language(StrEnum):
    """A language of pages and messages."""

    TH = "th"
    EN = "en"


# The library refuses texts of more than 2,500 signs, against catalogues of strangers. Ours is our
# own, and what it is filled with (a list of files, a name that is far too long) has been bounded.
resolver.MAX_PART_LENGTH = sys.maxsize


def message_text(message_id: str, language: Language, values: Mapping[str, str | int]) -> str:
    """A message or its attribute with its values; numbers have no separators, as years have none.

    `KeyError`: there is no such message, or a placeholder has no value.
    """
    pattern = _pattern(message_id, language)
    if pattern is None:
        raise KeyError(message_id)
    arguments = {
        key: fluent_number(value, useGrouping=False) if isinstance(value, int) else value
        for key, value in values.items()
    }
    bundle = _bundle(message_id.partition(".")[0], language)
    text, errors = bundle.format_pattern(pattern, arguments)
    if errors:
        raise KeyError(message_id, *errors)
    return str(text)


def has(message_id: str, language: Language) -> bool:
    """Whether there is such a message, or such an attribute of one."""
    return _pattern(message_id, language) is not None


def ids(area: str, language: Language = Language.TH) -> tuple[str, ...]:
    """The names of the messages of an area, in their order."""
    return tuple(messages(area, language))


def attributes(area: str, name: str, language: Language) -> tuple[str, ...]:
    """The names of the attributes of a message, in their order."""
    return tuple(part.id.name for part in messages(area, language)[name].attributes)


@cache
def variables(message_id: str, language: Language) -> frozenset[str]:
    """The names of the placeholders of a message or of its attribute; empty where there is none."""
    area, name, attribute = _parts(message_id)
    entry = messages(area, language)[name]
    if not attribute:
        return _variables_of(entry.value)
    found = (part.value for part in entry.attributes if part.id.name == attribute)
    return _variables_of(next(found, None))


def _pattern(message_id: str, language: Language) -> Pattern | None:
    area, name, attribute = _parts(message_id)
    bundle = _bundle(area, language)
    if not bundle.has_message(name):
        return None
    message = bundle.get_message(name)
    return message.attributes.get(attribute) if attribute else message.value


def _parts(message_id: str) -> tuple[str, str, str]:
    area, name, *attribute = message_id.split(".")
    return area, name, attribute[0] if attribute else ""


@cache
def _bundle(area: str, language: Language) -> FluentBundle:
    """The messages of an area with the terms of the glossary."""
    bundle = FluentBundle([language.value], use_isolating=False)
    bundle.add_resource(_glossary_terms(language))
    bundle.add_resource(_resource(area, language))
    return bundle


@cache
def _glossary_terms(language: Language) -> ast.Resource:
    """The glossary as terms of Fluent: `-round = รอบ`."""
    terms = (f"-{entry['term']} = {entry[language]}\n" for entry in glossary())
    return FluentResource("".join(terms))


@cache
def glossary() -> tuple[Mapping[str, Any], ...]:
    """The entries of the glossary: `term`, `th`, `en`, `used`; of some, `meaning` and `avoid`."""
    return tuple(texts_of("oit.catalog", "glossary.yml"))


@cache
def _resource(area: str, language: Language) -> ast.Resource:
    """An area as it was parsed, once: `KeyError` where there is no such file."""
    file = resources.files("oit.catalog").joinpath(language.value, f"{area}.ftl")
    try:
        return FluentResource(file.read_text("utf-8"))
    except FileNotFoundError:
        raise KeyError(area) from None


@cache
def messages(area: str, language: Language) -> Mapping[str, ast.Message]:
    """The messages of an area as syntax, by name. `ValueError`: the file breaks the syntax."""
    body = _resource(area, language).body
    broken = [entry.content for entry in body if isinstance(entry, ast.Junk)]
    if broken:
        raise ValueError(f"{language}/{area}.ftl: {broken[0]}")
    return {entry.id.name: entry for entry in body if isinstance(entry, ast.Message)}


class _Variables(Visitor):
    """Collects the names of the placeholders of a pattern."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        """The visitor's name for a placeholder; called by the library."""
        self.names.add(node.id.name)


def _variables_of(pattern: ast.Pattern | None) -> frozenset[str]:
    if pattern is None:
        return frozenset()
    visitor = _Variables()
    visitor.visit(pattern)
    return frozenset(visitor.names)
