"""Messages of the catalogue, formatted as Mozilla's Fluent library does.

The id of a message is its area (the name of the file), a dot and its name: `rules.stale`; of an
attribute, another dot and the attribute: `rules.stale.remedy`.
"""

import sys
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from fluent.syntax import ast

from oit.catalog.sources import (
    Language,
    message,
    pattern_of,
    sources,
    term,
    variables_of,
    with_what_it_names,
)

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle
    from fluent.runtime.resolver import Pattern


class _Template(NamedTuple):
    """A message of fixed words and placeholders alone, as Python formats it."""

    text: str
    names: frozenset[str]


def message_text(message_id: str, language: Language, values: Mapping[str, str | int]) -> str:
    """A message or its attribute with its values; numbers have no separators, as years have none.

    `KeyError`: there is no such message, or a placeholder has no value.
    """
    template = _template(message_id, language)
    # Most messages choose no form by a number: thousands of them are formatted for a site.
    if template and all(_is_plain(values.get(name)) for name in template.names):
        return template.text.format_map(values)
    return _formatted_by_library(message_id, language, values)


def has(message_id: str, language: Language) -> bool:
    """Whether there is such a message, or such an attribute of one."""
    area, name, attribute = _parts(message_id)
    if name not in sources(area, language):
        return False
    return pattern_of(message(area, name, language), attribute) is not None


def ids(area: str, language: Language = Language.TH) -> tuple[str, ...]:
    """The names of the messages of an area, in their order."""
    return tuple(sources(area, language))


def attributes(area: str, name: str, language: Language) -> tuple[str, ...]:
    """The names of the attributes of a message, in their order."""
    return tuple(part.id.name for part in message(area, name, language).attributes)


@cache
def variables(message_id: str, language: Language) -> frozenset[str]:
    """The names of the placeholders of a message or of its attribute; empty where there is none."""
    area, name, attribute = _parts(message_id)
    return variables_of(pattern_of(message(area, name, language), attribute))


def _parts(message_id: str) -> tuple[str, str, str]:
    area, name, *attribute = message_id.split(".")
    return area, name, attribute[0] if attribute else ""


def _is_plain(value: object) -> bool:
    """Whether Python shows a value as the library does: a text, or a number (no truth value)."""
    return isinstance(value, str) or type(value) is int


@cache
def _template(message_id: str, language: Language) -> _Template | None:
    """A message in Python's own format; `None` where it has forms, or refers to other messages."""
    area, name, attribute = _parts(message_id)
    if name not in sources(area, language):
        raise KeyError(message_id)
    pattern = pattern_of(message(area, name, language), attribute)
    if pattern is None:
        raise KeyError(message_id)
    texts = [_in_template(element, language) for element in pattern.elements]
    known = [text for text in texts if text is not None]
    return _Template("".join(known), variables_of(pattern)) if len(known) == len(texts) else None


def _in_template(element: ast.BaseNode, language: Language) -> str | None:
    """A part of a message in Python's own format; `None` for one that the library has to format."""
    match element:
        case ast.TextElement():
            return _escaped(element.value)
        case ast.Placeable(expression=ast.VariableReference() as variable):
            return f"{{{variable.id.name}}}"
        case ast.Placeable(expression=ast.StringLiteral() as literal):
            return _escaped(str(literal.parse()["value"]))
        case ast.Placeable(expression=ast.TermReference(attribute=None, arguments=None) as word):
            return _text_of_term(word.id.name, language)
        case _:
            return None


def _text_of_term(name: str, language: Language) -> str | None:
    (*more, element) = term(name, language).value.elements
    return _escaped(element.value) if isinstance(element, ast.TextElement) and not more else None


def _escaped(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def _formatted_by_library(
    message_id: str, language: Language, values: Mapping[str, str | int]
) -> str:
    from fluent.runtime.types import fluent_number  # it brings Babel, and few messages need it

    area, name, attribute = _parts(message_id)
    arguments: dict[str, Any] = {
        key: fluent_number(value, useGrouping=False) if isinstance(value, int) else value
        for key, value in values.items()
    }
    bundle, pattern = _compiled(area, name, attribute, language)
    text, errors = bundle.format_pattern(pattern, arguments)
    if errors:
        raise KeyError(message_id, *errors)
    return str(text)


@cache
def _compiled(
    area: str, name: str, attribute: str, language: Language
) -> "tuple[FluentBundle, Pattern]":
    """A message as the library formats it, and in which bundle."""
    bundle = _bundle(area, language)
    bundle.add_resource(ast.Resource(list(with_what_it_names(area, name, language))))
    compiled = bundle.get_message(name)
    pattern = compiled.attributes[attribute] if attribute else compiled.value
    if pattern is None:
        raise KeyError(f"{area}.{name}")
    return bundle, pattern


@cache
def _bundle(area: str, language: Language) -> "FluentBundle":  # noqa: ARG001 -- one for each
    """A bundle for the messages of an area, to which each is added when it is first formatted."""
    from fluent.runtime import FluentBundle, resolver

    # The library refuses texts of more than 2,500 signs, against catalogues of strangers. Ours is
    # our own, and what it is filled with (a list of files, a name far too long) has been bounded.
    resolver.MAX_PART_LENGTH = sys.maxsize
    return FluentBundle([language.value], use_isolating=False)
