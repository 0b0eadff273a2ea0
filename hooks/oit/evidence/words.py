"""Words that readers recognise in people's files: `words.yml` beside the readers.

They are data and no part of the catalogue: people wrote them, and nobody is shown them. Nor does
the catalogue's package read them: the process that reads files of unknown origin loads none of it.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import TypeAlias

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The one in C, several times as fast, where there is one."""
Words: TypeAlias = Mapping[str, tuple[str, ...]]
"""By what they are about."""

THAI = r"\u0e01-\u0e4c"
"""The letters and marks of Thai words, as a set of a regular expression has them."""


def words_of(module: str) -> Words:
    """The words of a reader, by the name of its module. `KeyError`: it has none."""
    room, _, reader = module.rpartition(".")
    return _words(room)[reader]


def patterns_of(module: str) -> Mapping[str, str]:
    """The same, as one regular expression for each list: its entries are alternatives."""
    return {name: either(words) for name, words in words_of(module).items()}


def either(words: Iterable[str]) -> str:
    """The regular expression of any of these."""
    return "|".join(words)


@cache
def _words(room: str) -> Mapping[str, Words]:
    text = resources.files(room).joinpath("words.yml").read_text("utf-8")
    read = yaml.load(text, Loader=_LOADER)  # noqa: S506 -- both are safe
    return {
        reader: {name: tuple(words) for name, words in lists.items()}
        for reader, lists in read.items()
    }
