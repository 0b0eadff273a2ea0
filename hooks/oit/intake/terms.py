"""By which words a requirement is known, and which of them stand in a text.

They are the names that the round's mandate has, those of the tables it asks for, and what people
write instead (`everyday.yml`, by topic, since the numbers of items change).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import IntEnum
from functools import cache
from typing import TypeAlias

from msgspec import Struct

from oit.catalog.sources import texts_of
from oit.evidence.tables.schema import load_schema, schema_names
from oit.intake.word_search import Lettering, Span, parts_of
from oit.model.mandate import Mandate, MandateItem, Requirement
from oit.model.office import Division
from oit.model.written_words import either

Named: TypeAlias = tuple[str, str]
"""An item and one of its requirements: `("O15", "monthly-summary")`."""

_NEAR = "near"
"""Where `everyday.yml` has words of an item that stand in many other files too."""
_SHORTEST = 5
"""Letters of a word taken from a longer name: shorter ones stand in many words by accident."""
_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
_NUMBER = re.compile(
    rf"(?<![a-z])(?:(?:{either('item')})[\s._-]*o?|oit[\s._-]*o?|o)[\s._-]*0?(\d{{1,2}})(?!\d)",
    re.IGNORECASE,
)


class Strength(IntEnum):
    """How surely a word means a requirement."""

    OWN = 4
    """It is a name of the requirement itself."""
    NUMBER = 3
    """It is the number of the item: O15."""
    ITEM = 2
    """It is a name of the item, which has other requirements too."""
    NEAR = 1
    """It is a word that people search the item by, or that stands in many other files."""


_STRENGTHS = (Strength.OWN, Strength.ITEM, Strength.NEAR)


class Found(Struct, frozen=True):
    """A word that stands in a text, and what it means."""

    strength: Strength
    seen: str


Terms: TypeAlias = Mapping[tuple[str, ...], Mapping[Named, Strength]]
"""For each word, by its parts, what it means and how surely."""


def terms_of(mandate: Mandate, divisions: Iterable[Division]) -> Terms:
    """The words of all requirements of a round.

    Names of divisions are among them, and mean no requirement: ฝ่ายรายได้ is no report on รายได้.
    """
    terms: dict[tuple[str, ...], dict[Named, Strength]] = {}
    for division in divisions:
        terms[parts_of(division.name_th)] = {("", division.id): Strength.OWN}
    for item in mandate.items:
        for requirement in item.requirements:
            for word, strength in _words(item, requirement):
                parts = parts_of(word)
                meant = terms.setdefault(parts, {})
                named = (item.item, requirement.id)
                meant[named] = max(strength, meant.get(named, strength))
    return terms


def _words(item: MandateItem, requirement: Requirement) -> Iterator[tuple[str, Strength]]:
    everyday = _everyday().get(item.topic, {})
    tables = [load_schema(name).title for name in requirement.tables if name in schema_names()]
    labels = (requirement.label_th, requirement.label_en, *tables)
    own = (*everyday.get(requirement.id, ()), *(name for each in labels for name in _whole(each)))
    titles = (item.title_th, item.name_th, item.title_en, item.name_en)
    of_item = (
        *(name for each in titles for name in _whole(each)),
        *map(_begun, (*labels, *titles)),
    )
    near = (*item.keywords_th, *item.keywords_en, *everyday.get(_NEAR, ()))
    for words, strength in zip((own, of_item, near), _STRENGTHS, strict=True):
        yield from ((word, strength) for word in words)


def _whole(label: str) -> Iterator[str]:
    """A name, the same without what stands in brackets, and each of that."""
    parts = (label, _IN_BRACKETS.sub(" ", label), *_IN_BRACKETS.findall(label))
    yield from (part.strip() for part in parts if len(part.strip()) >= _SHORTEST)


def _begun(label: str) -> str:
    """The word that a Thai name begins with, which other names may begin with too."""
    first = _IN_BRACKETS.sub(" ", label).split(maxsplit=1)[:1]
    return "" if label.isascii() or len("".join(first)) < _SHORTEST else first[0]


@cache
def _everyday() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """What people write: package data, which never changes while the program runs."""
    words: Mapping[str, Mapping[str, tuple[str, ...]]] = texts_of("oit.intake", "everyday.yml")
    return words


def found_in(text: Lettering, terms: Terms) -> dict[Named, Found]:
    """The requirements that a text names, each by its surest word.

    What stands within a longer word that is as sure does not count: of “รายงานผลแผนปฏิบัติราชการ”
    the plan is no subject.
    """
    matches = list(_matches(text, terms))
    found: dict[Named, Found] = {}
    for span, named, strength in sorted(matches, key=_surest_first):
        if named not in found and not _is_within(span, strength, matches):
            found[named] = Found(strength, text.seen(span))
    return found


_Match: TypeAlias = tuple[Span, Named, Strength]


def _matches(text: Lettering, terms: Terms) -> Iterator[_Match]:
    for parts, meant in terms.items():
        for span in text.spans(parts):
            yield from ((span, named, strength) for named, strength in meant.items())


def _surest_first(match: _Match) -> tuple[int, int, int]:
    (start, end), _, strength = match
    return -strength, start - end, start


def _is_within(span: Span, strength: Strength, matches: Iterable[_Match]) -> bool:
    return any(
        start <= span[0] and span[1] <= end and (start, end) != span and other >= strength
        for (start, end), _, other in matches
    )


def numbered_in(text: str, mandate: Mandate) -> dict[Named, Found]:
    """The requirements of the one item whose number a name has: `O15`, `ข้อ 15`."""
    numbers = {match[1]: match[0] for match in _NUMBER.finditer(text)}
    items = [item for item in mandate.items if str(item.number) in numbers]
    if len(items) != 1:
        return {}
    found = Found(Strength.NUMBER, numbers[str(items[0].number)].strip())
    return {(items[0].item, each.id): found for each in items[0].requirements}
