"""What differs from what was computed, told by its cause: what follows from it is told with it.

Everything computed has inputs: a score the items, an item its records, these their cells, a cell
the events and rules that it is judged by. Of differences at the same place the innermost is the
cause.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from enum import IntEnum

from msgspec import Struct, field
from msgspec.structs import replace

from oit.audit.verify.values import MOST_REPORTED, NO_VALUE, Discrepancy, subject_of


class Depth(IntEnum):
    """How far from the inputs something is computed; the innermost first."""

    RULES = 0
    PERIOD = 1
    OWED = 2
    EVENT = 3
    CELL = 4
    UNIT = 5
    PAST = 6
    ITEM = 7
    ROUND = 8


class Place(Struct, frozen=True):
    """What a value is about; a field that is `None` stands for all of its kind."""

    item: str | None = None
    requirement: str | None = None
    period: str | None = None
    division: str | None = None
    """Of a part; empty for the record."""

    def meets(self, other: "Place") -> bool:
        """Whether something may be about both."""
        pairs = (
            (self.item, other.item),
            (self.requirement, other.requirement),
            (self.period, other.period),
            (self.division, other.division),
        )
        return all(None in pair or pair[0] == pair[1] for pair in pairs)

    @property
    def words(self) -> str:
        """`monthly-summary/2025-03/finance`."""
        return "/".join(filter(None, (self.requirement, self.period, self.division)))


class Difference(Struct, frozen=True):
    """A published value that is not what was computed."""

    depth: Depth
    place: Place
    told: Discrepancy
    effects: list[Discrepancy] = field(default_factory=list)

    def explains(self, other: "Difference") -> bool:
        """Whether the other follows from it."""
        return self.depth < other.depth and self.place.meets(other.place)


class Comparison(Struct, frozen=True):
    """Compares the values of one document of a round with what was computed."""

    path: str
    fiscal_year: int
    check: str
    depth: Depth

    def of(self, place: Place, **values: tuple[object, object]) -> Iterator[Difference]:
        """The values, each as `field=(found, expected)`, that differ."""
        for name, (found, expected) in values.items():
            if found != expected:
                yield self.difference(
                    place, field=name, found=as_text(found), expected=as_text(expected)
                )

    def entries(self, found: Iterable[Place], expected: Iterable[Place]) -> Iterator[Difference]:
        """Entries that one of both alone has, or more often, each by its place."""
        listed, wanted = Counter([*found]), Counter([*expected])
        for place in listed - wanted:
            yield self.by("entry-unexpected").difference(place)
        for place in wanted - listed:
            yield self.by("entry-missing").difference(place)

    def by(self, check: str) -> "Comparison":
        """The same, told in the words of another check."""
        return replace(self, check=check)

    def difference(self, place: Place, **params: str) -> Difference:
        """A difference in the words of the check, which say at which place."""
        subject = subject_of(self.fiscal_year, place.item) if place.item else str(self.fiscal_year)
        told = Discrepancy(
            check=self.check,
            path=self.path,
            subject=subject,
            params={"what": place.words or place.item or str(self.fiscal_year), **params},
        )
        return Difference(self.depth, place, told)


def as_text(value: object) -> str:
    """A value as documents have it."""
    if value is None:
        return NO_VALUE
    if isinstance(value, bool):
        return str(value).lower()
    return str(value)


def told_by_cause(differences: Iterable[Difference]) -> Iterator[Discrepancy]:
    """The causes, the innermost first, each with what follows from it.

    What has the same difference, and all of a kind where there are many, is one: a document with so
    many has to be made again in any case.
    """
    causes: list[Difference] = []
    for difference in sorted(differences, key=lambda found: found.depth):
        cause = next((known for known in causes if known.explains(difference)), None)
        if cause:
            cause.effects.append(difference.told)
        else:
            causes.append(difference)
    yield from _of_many(list(_joined(causes)))


def _joined(causes: Iterable[Difference]) -> Iterator[Discrepancy]:
    for cause in causes:
        yield replace(cause.told, effects=tuple(cause.effects))


def _of_many(told: list[Discrepancy]) -> Iterator[Discrepancy]:
    """The discrepancies; of more than `MOST_REPORTED` of a kind the first, with the others."""
    kinds: dict[tuple[str, str], list[Discrepancy]] = {}
    for discrepancy in told:
        kinds.setdefault((discrepancy.path, discrepancy.check), []).append(discrepancy)
    for same in kinds.values():
        if len(same) <= MOST_REPORTED:
            yield from same
        else:
            yield _with(same[0], same[1:])


def _with(first: Discrepancy, others: Iterable[Discrepancy]) -> Discrepancy:
    """One for all, with what follows from any of them."""
    alike = [replace(other, effects=()) for other in others]
    following = [effect for other in others for effect in other.effects]
    return replace(first, effects=(*first.effects, *alike, *following))
