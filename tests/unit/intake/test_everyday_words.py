"""The words of the room are about things that an office's mandate asks for, each of one alone."""

from collections import Counter

import yaml

from helpers.support import ROOT
from oit.catalog.sources import texts_of
from oit.intake.word_search import parts_of

WORDS = texts_of("oit.intake", "everyday.yml")
ITEMS = yaml.safe_load((ROOT / "hooks/oit/templates/office/mandate.yml").read_text("utf-8"))[
    "items"
]
NEAR = "near"


def test_the_words_are_about_what_is_asked_for() -> None:
    """Every requirement of a new office's mandate has words, and nothing else has."""
    asked = {item["topic"]: {each["id"] for each in item["requirements"]} for item in ITEMS}
    assert {topic: set(words) - {NEAR} for topic, words in WORDS.items()} == asked


def test_a_word_means_one_requirement() -> None:
    """What two are called by stands among the words that are near."""
    own = [
        parts_of(word)
        for words in WORDS.values()
        for requirement, listed in words.items()
        if requirement != NEAR
        for word in set(listed)
    ]
    assert [word for word, count in Counter(own).items() if count > 1] == []
