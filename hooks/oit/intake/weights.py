"""What speaks for each requirement of a round, and how much: the clues of a file, weighed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from oit.assessment.result import RoundAssessment
from oit.evidence.tables.schema import load_schema, schema_names
from oit.evidence.tables.text import heading_key
from oit.intake.earlier import like_earlier
from oit.intake.file_words import Said
from oit.intake.shapes import Clue, Reason
from oit.intake.terms import Found, Named, found_in, numbered_in, terms_of
from oit.model.mandate import Mandate, Requirement
from oit.model.office import Division
from oit.records.site import Bundle

WEIGHTS: Mapping[Clue, int] = {
    Clue.TABLE: 20,
    Clue.LAST: 12,
    Clue.NAME: 4,  # times the strength of the word: 16 for a name of the requirement itself
    Clue.TITLE: 4,
    Clue.SHEET: 2,
    Clue.PERIOD: 2,
    Clue.DIVISION: 1,
    Clue.OWED: 1,
}
"""How much a clue speaks for a requirement."""
ENOUGH = 9
"""What a guess needs to be taken without a question.

That is more than a word that stands in many files, with period, division and deadline beside it.
"""
NEAR = 5
"""Two guesses that differ by less are near: period, division and deadline decide nothing."""
_LEAST_SHARE = 0.6
"""Of the columns that a schema requires, how many a table needs to have to speak for it."""

Weighed: TypeAlias = tuple[Reason, int]
"""A reason, and how much it counts."""


def spoken_for(
    said: Said, round_: RoundAssessment, divisions: Iterable[Division]
) -> Mapping[Named, list[Weighed]]:
    """The requirements of a round that anything speaks for; the site has these `divisions`."""
    found: defaultdict[Named, list[Weighed]] = defaultdict(list)
    for clue, words in _words(said, round_.mandate, divisions):
        for named, word in words.items():
            found[named].append((Reason(clue, word.seen), WEIGHTS[clue] * word.strength))
    for item in round_.mandate.items:
        bundle = round_.contents.bundles.get(item.item)
        for requirement in item.requirements:
            more = [*_of_table(said, requirement), *_of_earlier(said, requirement, bundle)]
            if more:
                found[item.item, requirement.id] += more
    return found


def _words(
    said: Said, mandate: Mandate, divisions: Iterable[Division]
) -> Iterator[tuple[Clue, Mapping[Named, Found]]]:
    terms = terms_of(mandate, divisions)
    for clue, text in said.texts:
        yield clue, found_in(text, terms)
    yield Clue.NAME, numbered_in(said.name, mandate)


def _of_table(said: Said, requirement: Requirement) -> Iterator[Weighed]:
    """Its headings are those of a table that the requirement asks for, or most of them."""
    known = [name for name in requirement.tables if name in schema_names()]
    shares = {name: _share(said, name) for name in known}
    best = max(known, key=lambda name: shares[name], default=None)
    if best and shares[best] >= _LEAST_SHARE:
        weight = int(WEIGHTS[Clue.TABLE] * shares[best])
        yield Reason(Clue.TABLE, load_schema(best).title), weight


def _share(said: Said, schema: str) -> float:
    """How many of the columns that a schema requires a table has, of 1."""
    if said.schema:
        return float(said.schema == schema)
    headings = set(map(heading_key, said.headings))
    required = [field for field in load_schema(schema).fields if field.is_required]
    return sum(bool(field.headings & headings) for field in required) / max(1, len(required))


def _of_earlier(said: Said, requirement: Requirement, bundle: Bundle | None) -> Iterator[Weighed]:
    if bundle and (file := like_earlier(said, requirement, bundle)):
        yield Reason(Clue.LAST, file), WEIGHTS[Clue.LAST]
