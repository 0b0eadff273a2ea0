"""One wrong value that stands in several documents is told once, with the others as what follows.

A value that was changed in one place differs from all documents that repeat it, and so does one
that was changed in all of them but the first. Of what has the same two values, for the same item,
the index is the cause where it is concerned: all else is made from it.
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from msgspec.structs import replace

from oit.audit.verify.values import Discrepancy
from oit.contract.addresses import INDEX_PATH


def folded(discrepancies: Iterable[Discrepancy]) -> Iterator[Discrepancy]:
    """The discrepancies, those of the same values in several documents as one.

    They stay in their order; what differs in no two values, or concerns no item, is left as it is.
    """
    groups: dict[tuple[object, ...], list[Discrepancy]] = {}
    for number, discrepancy in enumerate(discrepancies):
        groups.setdefault(_values(discrepancy) or (number,), []).append(discrepancy)
    for alike in groups.values():
        yield from _as_one(alike)


def _values(discrepancy: Discrepancy) -> tuple[object, ...] | None:
    """What two discrepancies of one cause have in common."""
    params = discrepancy.params
    is_of_item = "/" in discrepancy.subject and not discrepancy.is_notice
    if not is_of_item or "expected" not in params or "found" not in params:
        return None
    return (discrepancy.subject, frozenset((params["expected"], params["found"])))


def _as_one(alike: list[Discrepancy]) -> Iterator[Discrepancy]:
    """The cause with those of other documents; of its own document each is a value of its own."""
    cause = next((found for found in alike if found.path == INDEX_PATH), alike[0])
    others = [found for found in alike if found.path != cause.path]
    further = chain.from_iterable((replace(other, effects=()), *other.effects) for other in others)
    yield replace(cause, effects=(*cause.effects, *further))
    yield from (found for found in alike if found.path == cause.path and found is not cause)
