"""Single messages are parsed and formatted as Mozilla's library does with whole files."""

import re
from functools import cache
from importlib import resources

import pytest
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import fluent_number
from fluent.syntax import ast

from oit.catalog import Language, ids
from oit.catalog.fluent import attributes, message_text
from oit.catalog.sources import glossary, message, pattern_of, sources

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


@pytest.mark.parametrize(("area", "language"), CASES)
def test_every_message_of_a_file_is_found(area: str, language: Language) -> None:
    """In its order, with its attributes; the file has nothing that the library cannot read."""
    body = whole(area, language).body
    assert [entry.content for entry in body if isinstance(entry, ast.Junk)] == []
    expected = [entry for entry in body if isinstance(entry, ast.Message)]
    assert ids(area, language) == tuple(entry.id.name for entry in expected)
    for entry in expected:
        found = message(area, entry.id.name, language)
        for attribute in ("", *(part.id.name for part in entry.attributes)):
            pattern, other = (pattern_of(known, attribute) for known in (found, entry))
            assert pattern is other or (pattern and other and pattern.equals(other))


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
