"""Single messages are parsed and formatted as Mozilla's library does with whole files."""

import re
from functools import cache
from importlib import resources

import pytest
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import fluent_number
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from oit.catalog import Language, has, ids, variables
from oit.catalog.fluent import attributes, message_text
from oit.catalog.library import message
from oit.catalog.scanner import templates
from oit.catalog.sources import glossary, sources, words

AREAS = sorted(
    file.name.removesuffix(".ftl")
    for file in resources.files("oit.catalog").joinpath("th").iterdir()
)
CASES = [(area, language) for area in AREAS for language in Language]


@cache
def whole(area: str, language: Language) -> ast.Resource:
    """An area as the library parses its file at once."""
    file = resources.files("oit.catalog").joinpath(language.value, f"{area}.ftl")
    return FluentResource(file.read_text("utf-8"))


class _Names(Visitor):
    """What a part of a message names, and how many values choose in it."""

    def __init__(self, part: ast.BaseNode) -> None:
        super().__init__()
        self.variables: set[str] = set()
        self.choices = 0
        self.names_others = False
        self.visit(part)

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.variables.add(node.id.name)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802
        self.choices += 1
        self.generic_visit(node)

    def visit_MessageReference(self, _node: ast.MessageReference) -> None:  # noqa: N802
        self.names_others = True

    @property
    def is_of_one_choice(self) -> bool:
        return self.choices < 2 and not self.names_others


def _messages(area: str, language: Language) -> list[ast.Message]:
    return [entry for entry in whole(area, language).body if isinstance(entry, ast.Message)]


@pytest.mark.parametrize(("area", "language"), CASES)
def test_every_message_of_a_file_is_found(area: str, language: Language) -> None:
    """In its order, with its attributes; the file has nothing that the library cannot read."""
    body = whole(area, language).body
    assert [entry.content for entry in body if isinstance(entry, ast.Junk)] == []
    expected = _messages(area, language)
    assert ids(area, language) == tuple(entry.id.name for entry in expected)
    for entry in expected:
        found = message(area, entry.id.name, language)
        assert found.equals(entry, ignored_fields=["span", "comment"])
        names = tuple(part.id.name for part in entry.attributes)
        assert attributes(area, entry.id.name, language) == names
        assert has(f"{area}.{entry.id.name}", language) is (entry.value is not None)


@pytest.mark.parametrize(("area", "language"), CASES)
def test_the_placeholders_of_a_message_are_those_of_the_library(
    area: str, language: Language
) -> None:
    """Also of its attributes, in all of its forms."""
    for entry in _messages(area, language):
        patterns = {"": entry.value, **{part.id.name: part.value for part in entry.attributes}}
        for attribute, pattern in patterns.items():
            message_id = ".".join(filter(None, (area, entry.id.name, attribute)))
            names = _Names(pattern).variables if pattern else set()
            assert variables(message_id, language) == names, message_id


@pytest.mark.parametrize(("area", "language"), CASES)
def test_only_messages_of_several_choices_or_of_others_are_left_to_the_library(
    area: str, language: Language
) -> None:
    """All others are read at once: to load the library takes a twentieth of a small build."""
    texts = sources(area, language)
    left = [name for name, text in texts.items() if templates(text, words(language)) is None]
    messages = _messages(area, language)
    assert left == [each.id.name for each in messages if not _Names(each).is_of_one_choice]


def test_no_page_of_a_site_needs_the_library() -> None:
    """Whatever a build makes again: the letters and the prompts of commands alone have such."""
    needing = {
        area
        for area, language in CASES
        for text in sources(area, language).values()
        if templates(text, words(language)) is None
    }
    assert needing == {"entry", "letters", "verification"}


@pytest.mark.parametrize(("area", "language"), CASES)
@pytest.mark.parametrize("value", ["a { b }", 1, 2, 0, -3, 2568, 1_234_567])
def test_a_message_is_formatted_as_the_library_does(
    area: str, language: Language, value: str | int
) -> None:
    """Whatever its placeholders are filled with: texts, and numbers of each form."""
    bundle = FluentBundle([language.value], use_isolating=False)
    terms = "".join(f"-{entry['term']} = {entry[language]}\n" for entry in glossary())
    bundle.add_resource(FluentResource(terms))
    bundle.add_resource(whole(area, language))
    given = fluent_number(value, useGrouping=False) if isinstance(value, int) else value
    names = set(re.findall(r"\{ *\$([\w-]+)", "".join(sources(area, language).values())))
    for name in ids(area, language):
        compiled = bundle.get_message(name)
        patterns = {"": compiled.value, **compiled.attributes}
        for attribute in ("", *attributes(area, name, language)):
            if (pattern := patterns[attribute]) is not None:
                message_id = ".".join(filter(None, (area, name, attribute)))
                text, errors = bundle.format_pattern(pattern, dict.fromkeys(names, given))
                said = message_text(message_id, language, dict.fromkeys(names, value))
                assert (said, errors) == (text, []), message_id
