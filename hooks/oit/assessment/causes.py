"""One cause: rules look at what was meant, and what follows from a fault is told with it.

Nothing false follows from a typing error then; each effect is put into the finding of its cause.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from oit.findings import FAULTY, FieldPath, Finding, Kind
from oit.records.site import Round

FieldOfFile: TypeAlias = tuple[str, FieldPath]
"""A file, and the path of a field or an entry in it."""


class Effect(Struct, frozen=True):
    """A finding that follows from faults of fields."""

    finding: Finding
    places: frozenset[FieldOfFile]
    """Where the faults stand, at these paths or below."""


def as_meant(round_: Round) -> Round:
    """The round with its records as they were meant; none of it is published or counts."""
    bundles = {item: bundle.as_meant for item, bundle in round_.bundles.items()}
    return replace(round_, bundles=bundles)


def told_by_meant(
    findings: Iterable[Finding], round_: Round, known: Iterable[Finding]
) -> Iterator[Finding]:
    """What rules found in a round as it was meant, but for what they say of unknown values.

    `known` are the findings of reading: where a setting is wrong, only that is told of it.
    """
    unknown = {
        (unit.place.file, path)
        for bundle in round_.bundles.values()
        for unit in bundle.as_meant.units
        for path in unit.stood_in
    }
    unknown |= {
        (found.file, found.field) for found in known if found.kind is Kind.POLICY and found.field
    }
    for finding in findings:
        depths = range(1, len(finding.field) + 1)
        if not any((finding.file, finding.field[:depth]) in unknown for depth in depths):
            yield finding


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
