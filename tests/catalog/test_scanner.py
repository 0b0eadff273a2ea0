"""What is read at once is what Mozilla's library reads; all else is left to the library."""

import pytest
from fluent.runtime import FluentBundle, FluentResource
from hypothesis import given
from hypothesis import strategies as st

from oit.catalog import Language
from oit.catalog.fluent import form_of
from oit.catalog.scanner import templates

WORDS = {"term": " a term", "braces": "a { $b }", "lines": "a\n    b"}
VALUES: dict[str, str | int] = {"a": "1 { 2 }", "b-c": "  ", "n": 1}
CHOICE = "{ $n ->\n    [1] one\n    [few] { $a }\n   *[other] { $n } { -term }\n    }"
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
        "{ $n ->",
        "\n    [one] x",
        "\n    [1]",
        "\n   *[other] ",
        "\n    }",
        CHOICE,
        "{ NUMBER($a) }",
        "\u2028",
    ),
)


def _read_by_library(source: str, values: dict[str, str | int]) -> dict[str, str]:
    """The texts of a message and its attributes, filled."""
    bundle = FluentBundle(["en"], use_isolating=False)
    bundle.add_resource(TERMS)
    bundle.add_resource(FluentResource(source))
    found = bundle.get_message("m")
    patterns = {"": found.value, **found.attributes}
    return {
        name: str(bundle.format_pattern(pattern, values)[0])
        for name, pattern in patterns.items()
        if pattern is not None
    }


@given(
    st.lists(st.sampled_from(PIECES), max_size=12).map("".join),
    st.sampled_from([-1, 0, 1, 2, 21, "one", "other", "few", "1", ""]),
)
def test_what_is_read_at_once_is_what_the_library_reads(text: str, chooses: str | int) -> None:
    """Whatever stands in a message; what is not certain to be read rightly is not read."""
    source, values = f"m = {text}\n", {**VALUES, "n": chooses}
    read = templates(source, WORDS)
    if read is not None:
        texts = {
            name: (form_of(part, Language.EN, values) if part.forms else str(part.text))
            for name, part in read.items()
        }
        filled = {name: text.format_map(values) for name, text in texts.items()}
        assert filled == _read_by_library(source, values)


@pytest.mark.parametrize(
    "text",
    [
        *(f"{CHOICE} {CHOICE}", CHOICE.replace("*", ""), CHOICE.replace("[1]", "*[1]")),
        *(CHOICE.replace("{ $a }", CHOICE), CHOICE.replace("one", "one\n      more")),
        *("{ other }", "{ NUMBER($a) }", "{ -term.part }", "{ -term(a: 1) }", "{ 1 }"),
        *('{ "\\u00e9" }', "{ -braces }", "{ -lines }", "", "x }", "x\r"),
    ],
)
def test_what_has_another_meaning_is_left_to_the_library(text: str) -> None:
    """Several choices, other messages, functions, escapes, and what breaks the syntax."""
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


def test_a_message_in_which_a_value_chooses_has_a_text_for_each() -> None:
    """Whole texts, so that what stands around the choice is read but once."""
    read = templates(f"m = a {CHOICE} b\n    .c = d\n", WORDS)
    assert read is not None
    assert read["c"] == ("d", frozenset(), "", ())
    assert (read[""].chosen_by, read[""].names) == ("n", frozenset({"n", "a"}))
    forms = (("1", "a one b"), ("few", "a {a} b"), ("other", "a {n} a term b"))
    assert (read[""].text, read[""].forms) == ("a {n} a term b", forms)


def test_a_term_that_the_glossary_lacks_is_an_error() -> None:
    """It is never left out in silence."""
    with pytest.raises(KeyError, match="unknown"):
        templates("m = { -unknown }\n", WORDS)
