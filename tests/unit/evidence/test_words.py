"""Words that readers recognise stand beside them as data."""

import ast
import re
from collections.abc import Iterator

import pytest
import yaml

from helpers.support import ROOT
from oit.catalog import dates
from oit.evidence.tables import text
from oit.evidence.words import patterns_of, words_of

FILES = sorted((ROOT / "hooks/oit").rglob("words.yml"))


def _lists() -> Iterator[tuple[str, str, str, list[str]]]:
    """Module, source, name and entries of each list."""
    for file in FILES:
        for reader, lists in yaml.safe_load(file.read_text("utf-8")).items():
            source = file.with_name(f"{reader}.py")
            module = ".".join(source.relative_to(ROOT / "hooks").with_suffix("").parts)
            for name, words in lists.items():
                yield module, source.read_text("utf-8"), name, words


def test_every_list_has_a_reader_that_uses_it() -> None:
    """A list is named after the module beside it, which names each of its lists."""
    for module, source, name, _ in _lists():
        literals = [n.value for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Constant)]
        assert name in literals, (module, name)


def test_every_entry_is_a_pattern_of_its_own() -> None:
    """An entry can be read by itself, and stands once in its list."""
    for module, _, name, words in _lists():
        assert len(set(words)) == len(words), (module, name)
        assert all(re.compile(word) for word in words), (module, name)


def test_alternatives_are_joined_and_words_are_not() -> None:
    """As a pattern, or as the words themselves; a module without any is an error."""
    headings = words_of("oit.evidence.tables.conform")["ordinals"]
    assert patterns_of("oit.evidence.tables.conform")["ordinals"] == "|".join(headings)
    with pytest.raises(KeyError):
        words_of("oit.evidence.tables.values")


def test_months_are_recognised_by_the_names_that_are_printed() -> None:
    """Those of the Unicode locale data, which a reader of files need not load."""
    assert dates.THAI_MONTHS == text.THAI_MONTHS
    assert dates.THAI_SHORT_MONTHS == text.THAI_SHORT_MONTHS
    assert words_of("oit.evidence.named_periods")["months"] == dates.ENGLISH_MONTHS
