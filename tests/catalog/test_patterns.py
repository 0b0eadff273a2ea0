"""What messages look like, whatever they are filled with."""

import re
from itertools import pairwise

import pytest

from oit.catalog import Language, say
from oit.catalog.patterns import shapes


@pytest.mark.parametrize("language", Language)
def test_a_message_that_is_said_has_one_of_the_shapes(language: Language) -> None:
    """With its values, its plural and the words of the glossary, each form of its own."""
    said = (
        say("verify.text-unknown", language, found="x y"),
        say("states.more-items", language, count=1),
        say("states.more-items", language, count=2),
        say("pages.readability-scan", language),
    )
    patterns = [
        "".join(".+" if part is None else re.escape(part) for part in shape)
        for shape in shapes(language)
        if shape != (None,)
    ]
    for text in said:
        assert any(re.fullmatch(pattern, text) for pattern in patterns), text


def test_words_beside_each_other_are_one_text() -> None:
    """So that a term of the glossary within a sentence leaves no hole."""
    for shape in shapes(Language.TH):
        pairs = pairwise(shape)
        assert not any(left is not None and right is not None for left, right in pairs)
