"""The search of a file's passages for personal data, each judged with its neighbours.

Most numbers are known by themselves. Two kinds are judged by how many of their neighbours are valid
ID numbers too, for one in eleven is by chance: digits in boxes, and what a heading calls the number
of a contract.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice

from msgspec import Struct, field
from msgspec.structs import replace

from oit.evidence import id_numbers
from oit.evidence.characters import INVISIBLE
from oit.evidence.facts import PersonalDataKind, PersonalDataMatch
from oit.evidence.faults import CannotReadError, FileFault
from oit.evidence.labels import BORDER, HEADED
from oit.evidence.limits import MAX_CHARACTERS
from oit.evidence.location import Location
from oit.evidence.neighbours import row_of_cells, with_neighbours
from oit.evidence.passages import Passage, redacted
from oit.evidence.personal import FINDERS, Span, id_digests, visible_spans

MAX_MATCHES = 100
"""Matches of one kind in a file; more of them tell nobody anything new."""
_BATCH = 1000
_SHORTEST = 9
"""Characters of a name in which something may stand: a mobile number without blanks."""
_FEWEST_CALLED_CONTRACTS = 2
"""Valid numbers below a heading of contracts that make it a list of persons."""
_BY_THEMSELVES: Mapping[PersonalDataKind, Callable[[str], tuple[Span, ...]]] = {
    **FINDERS,
    PersonalDataKind.NATIONAL_ID: lambda text: visible_spans(text, id_numbers.written),
}


def find_personal_data(passages: Iterable[Passage]) -> tuple[PersonalDataMatch, ...]:
    """Where personal data stands in the passages, each location once.

    In order, those that are judged by their neighbours last. Raises `CannotReadError` beyond
    `MAX_CHARACTERS`.
    """
    search = _Search()
    for batch in _batches(with_neighbours(_named(_bounded(passages)))):
        search.look_into(batch)
    return search.found()


def numbers_of_things(rows: Iterable[Sequence[str]]) -> frozenset[str]:
    """Digests of the numbers in a table that are valid, and judged to be no persons'.

    The first row is the header. None where the table holds a person's number.
    """
    table = tuple(rows)
    if not id_digests(BORDER.join(chain.from_iterable(table))):
        return frozenset()
    passages = tuple(
        chain.from_iterable(row_of_cells(number, row) for number, row in enumerate(table, start=1))
    )
    kinds = {match.kind for match in find_personal_data(passages)}
    if PersonalDataKind.NATIONAL_ID in kinds:
        return frozenset()
    return frozenset(digest for passage in passages for digest in id_digests(passage.text))


class _Group(Struct):
    """Candidates that are judged together."""

    valid: int = 0
    total: int = 0
    places: dict[Location, None] = field(default_factory=dict)
    """Of the first valid ones."""

    def add(self, location: Location, candidate: id_numbers.Candidate) -> None:
        self.total += 1
        self.valid += candidate.is_valid
        if candidate.is_valid and len(self.places) < MAX_MATCHES:
            self.places[location] = None


class _Groups(Struct):
    """Groups of candidates of one sort, and how many valid ones say that they are persons'."""

    find: Callable[[str], Iterator[id_numbers.Candidate]]
    key: Callable[[Passage], tuple[str, ...]]
    at_least: int
    groups: dict[tuple[str, ...], _Group] = field(default_factory=dict)

    def look_into(self, batch: list[Passage], visible: str) -> None:
        if next(self.find(visible), None) is None:
            return
        for passage in batch:
            for candidate in self.find(INVISIBLE.sub("", passage.text)):
                group = self.groups.setdefault(self.key(passage), _Group())
                group.add(passage.location, candidate)

    def found(self) -> Iterator[Location]:
        for group in self.groups.values():
            if id_numbers.most_are_valid(group.valid, group.total, self.at_least):
                yield from group.places


class _Search:
    """What has been found so far."""

    def __init__(self) -> None:
        self._matches: dict[PersonalDataMatch, None] = {}
        self._counts = dict.fromkeys(PersonalDataKind, 0)
        self._groups = (
            _Groups(id_numbers.spaced_out, _scope, 1),
            _Groups(id_numbers.set_aside, _column, _FEWEST_CALLED_CONTRACTS),
        )

    def look_into(self, batch: list[Passage]) -> None:
        """One search of the joined text rules most batches out."""
        joined = BORDER.join(passage.text for passage in batch)
        for kind, find in _BY_THEMSELVES.items():
            if find(joined):
                for passage in batch:
                    if self._counts[kind] < MAX_MATCHES and find(passage.text):
                        self._add(kind, passage.location)
        if id_numbers.may_be_in(joined):
            visible = INVISIBLE.sub("", joined)
            for groups in self._groups:
                groups.look_into(batch, visible)

    def found(self) -> tuple[PersonalDataMatch, ...]:
        """All matches, when everything has been looked into."""
        kind = PersonalDataKind.NATIONAL_ID
        for location in chain.from_iterable(groups.found() for groups in self._groups):
            if self._counts[kind] < MAX_MATCHES:
                self._add(kind, location)
        return tuple(self._matches)

    def _add(self, kind: PersonalDataKind, location: Location) -> None:
        self._matches[PersonalDataMatch(kind, redacted(location))] = None
        self._counts[kind] += 1


def _scope(passage: Passage) -> tuple[str, ...]:
    """Boxes are judged by all pages, lines or rows together: a table of scores has many."""
    location = passage.location
    is_numbered = location.name.isdecimal() and not location.cell
    return (location.where, location.inside, "" if is_numbered else location.name)


def _column(passage: Passage) -> tuple[str, ...]:
    """A column by its heading; a number in a text by nothing, so that one alone is believed."""
    heading, headed, _ = passage.text.partition(HEADED)
    return (*_scope(passage), heading if headed else "")


def _named(passages: Iterable[Passage]) -> Iterator[Passage]:
    """The passages, and each long name of a sheet, a part or an inner file as a text of its own."""
    seen: set[str] = set()
    for passage in passages:
        for name in (passage.location.name, passage.location.inside):
            if len(name) >= _SHORTEST and name not in seen:
                seen.add(name)
                yield Passage(replace(passage.location, cell=""), name)
        yield passage


def _bounded(passages: Iterable[Passage]) -> Iterator[Passage]:
    left = MAX_CHARACTERS
    for passage in passages:
        left -= len(passage.text)
        if left < 0:
            raise CannotReadError(FileFault.TOO_COSTLY)
        yield passage


def _batches(passages: Iterator[Passage]) -> Iterator[list[Passage]]:
    """Passages by the thousand."""
    while batch := list(islice(passages, _BATCH)):
        yield batch
