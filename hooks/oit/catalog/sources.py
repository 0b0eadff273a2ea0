"""Files of words that ship with the package: the text of each message as written, the glossary.

An entry begins with its name in the first column; what belongs to it is indented. So only what is
asked for needs to be read: reading all that a command might say would cost more than what it does.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, NamedTuple, Self

import yaml

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""The one in C, several times as fast, where there is one."""
_ENTRY = re.compile(r"^([A-Za-z][A-Za-z0-9_-]*) *=", re.MULTILINE)


class Language(StrEnum):
    """A language of pages and messages."""

    TH = "th"
    EN = "en"


class MessageId(NamedTuple):
    """Where a text stands: `rules.stale.remedy`; of a message itself, the attribute is empty."""

    area: str
    name: str
    attribute: str = ""

    @classmethod
    def of(cls, message_id: str) -> Self:
        """Of an id as it is written; one that was put together of a file's name has more dots."""
        return cls(*message_id.split(".", 2))


def texts_of(package: str, name: str) -> Any:
    """A YAML file of a package, every scalar as it is written: to YAML 1.1, `yes` is no word."""
    text = resources.files(package).joinpath(name).read_text("utf-8")
    return yaml.load(text, Loader=_LOADER)  # noqa: S506 -- it makes texts alone


@cache
def glossary() -> tuple[Mapping[str, Any], ...]:
    """The entries of the glossary: `term`, `th`, `en`, `used`; of some, `meaning` and `avoid`."""
    return tuple(texts_of("oit.catalog", "glossary.yml"))


@cache
def words(language: Language) -> Mapping[str, str]:
    """The words of the glossary, by the name of their term."""
    return {entry["term"]: entry[language] for entry in glossary()}


@cache
def _folder() -> Traversable:
    """The folder of all areas: to find it takes longer than to read one."""
    return resources.files("oit.catalog")


@cache
def sources(area: str, language: Language) -> Mapping[str, str]:
    """The text of each message of an area, by name, in their order. `KeyError`: no such area."""
    try:
        text = _folder().joinpath(language.value, f"{area}.ftl").read_text("utf-8")
    except FileNotFoundError:
        raise KeyError(area) from None
    starts = [found.start() for found in _ENTRY.finditer(text)]
    names = _ENTRY.findall(text)
    ends = (*starts[1:], len(text))
    return {name: text[start:end] for name, start, end in zip(names, starts, ends, strict=True)}
