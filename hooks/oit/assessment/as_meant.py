"""A round as it was meant, which rules look at: nothing false follows from a typing error."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from oit.findings import Finding
from oit.records.site import Round


def as_meant(round_: Round) -> Round:
    """The round with its records as they were meant; none of it is published or counts."""
    bundles = {item: bundle.as_meant for item, bundle in round_.bundles.items()}
    return replace(round_, bundles=bundles)


def told_by_meant(findings: Iterable[Finding], round_: Round) -> Iterator[Finding]:
    """What rules found in a round as it was meant, but for what they say of unknown values."""
    unknown = {
        (unit.place.file, path)
        for bundle in round_.bundles.values()
        for unit in bundle.as_meant.units
        for path in unit.stood_in
    }
    for finding in findings:
        depths = range(1, len(finding.field) + 1)
        if not any((finding.file, finding.field[:depth]) in unknown for depth in depths):
            yield finding
