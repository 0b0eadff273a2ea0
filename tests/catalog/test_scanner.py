"""What is read at once is what Mozilla's library reads; all else is left to the library."""

import pytest
from fluent.runtime import FluentBundle, FluentResource
from hypothesis import given
from hypothesis import strategies as st

from oit.catalog.scanner import templates

WORDS = {"term": " a term", "braces": "a { $b }", "lines": "a\n    b"}
VALUES = {"a": "1 { 2 }", "b-c": "  "}
TERMS = FluentResource("".join(f"-{name} = {word}\n" for name, word in WORDS.items()))
PIECES = (
    *("x", " ", "  ", "\n", "\n    ", "\n  ", "\n    .one = ", "\n    .two =", "\n# ", "\t", "\r"),
    *("{ $a }", "{$b-c}", "{ -term }", "{ -lines }", "{ -braces }", '{ "{" }', '{ "" }', "{ m }"),
    *(
        "{",
        "}",
        "[",
        "]",
        "*",
        ".",
        "=",
        "#",
        "-",
        '"',
        "\\",
        "{ $a ->",
        "{ NUMBER($a) }",
        "\u2028",
    ),
)


def _read_by_library(source: str) -> dict[str, str]:
    """The texts of a message and its attributes, filled."""
    bundle = FluentBundle(["en"], use_isolating=False)
    bundle.add_resource(TERMS)
    bundle.add_resource(FluentResource(source))
    found = bundle.get_message("m")
    patterns = {"": found.value, **found.attributes}
    return {
        name: str(bundle.format_pattern(pattern, VALUES)[0])
        for name, pattern in patterns.items()
        if pattern is not None
    }


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_what_is_read_at_once_is_what_the_library_reads(text: str) -> None:
    """Whatever stands in a message; what is not certain to be read rightly is not read."""
    source = f"m = {text}\n"
    read = templates(source, WORDS)
    if read is not None:
        texts = {name: str(part.text).format_map(VALUES) for name, part in read.items()}
        assert texts == _read_by_library(source)


@pytest.mark.parametrize(
    "text",
    [
        "{ $a ->\n    [one] x\n   *[other] y\n    }",
        *("{ other }", "{ NUMBER($a) }", "{ -term.part }", "{ -term(a: 1) }", "{ 1 }"),
        *('{ "\\u00e9" }', "{ -braces }", "{ -lines }", "", "x }", "x\r"),
    ],
)
def test_what_has_another_meaning_is_left_to_the_library(text: str) -> None:
    """Forms, other messages, functions, escapes, and what breaks the syntax."""
    assert templates(f"m = {text}\n", WORDS) is None


def test_a_message_has_its_texts_and_placeholders() -> None:
    """Its own and its attributes', without the blanks before their lines; a comment ends it."""
    source = 'm =\n    { $a } { -term }\n      b\n    .c = { "{" }{$b-c}  \n\n# d\n'
    read = templates(source, WORDS)
    assert read is not None
    assert {name: (part.text, set(part.names)) for name, part in read.items()} == {
        "": ("{a} a term\n  b", {"a"}),
        "c": ("{{{b-c}", {"b-c"}),
    }


def test_a_term_that_the_glossary_lacks_is_an_error() -> None:
    """It is never left out in silence."""
    with pytest.raises(KeyError, match="unknown"):
        templates("m = { -unknown }\n", WORDS)
