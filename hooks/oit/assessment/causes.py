"""What follows from a fault is told with it: each effect is put into the finding of its cause."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeAlias

from oit.findings import FAULTY, FieldPath, Finding

FieldOfFile: TypeAlias = tuple[str, FieldPath]
"""A file, and the path of a field or an entry in it."""


@dataclass(frozen=True, slots=True)
class Effect:
    """A finding that follows from faults of fields."""

    finding: Finding
    places: frozenset[FieldOfFile]
    """Where the faults stand, at these paths or below."""


def with_effects(faults: Iterable[Finding], effects: Iterable[Effect]) -> list[Finding]:
    """The faults, each effect put into the first that stands in one of its places.

    An effect without any such fault is told by itself.
    """
    in_order = sorted(faults, key=lambda finding: finding.sort_key)
    told: defaultdict[Finding, list[Finding]] = defaultdict(list)
    alone: list[Finding] = []
    for effect in effects:
        causes = (finding for finding in in_order if _is_cause(finding, effect))
        cause = next(causes, None)
        (told[cause] if cause else alone).append(effect.finding)
    caused = [
        replace(finding, effects=(*finding.effects, *told.get(finding, ()))) for finding in in_order
    ]
    return [*caused, *alone]


def _is_cause(finding: Finding, effect: Effect) -> bool:
    return finding.kind in FAULTY and any(
        finding.file == file and finding.field[: len(path)] == path for file, path in effect.places
    )
