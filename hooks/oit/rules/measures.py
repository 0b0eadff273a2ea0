"""The measures of a round fit its owners and its items."""

from collections.abc import Iterator

from oit.findings import FieldPath, Finding, Kind, Place
from oit.model.measures import Analysis, Measure
from oit.site import Round, Site


def check_measures(round_: Round, site: Site) -> Iterator[Finding]:
    """Owners that are none, and proofs that no item of the round gives."""
    for index, analysis in enumerate(round_.measures.analysis if round_.measures else ()):
        for path, found in _unknown(analysis, ("analysis", index), round_, site):
            yield _finding(round_, path, found)


def _unknown(
    analysis: Analysis, path: FieldPath, round_: Round, site: Site
) -> Iterator[tuple[FieldPath, str]]:
    for owner in sorted(set(analysis.owners) - site.division_ids()):
        yield (*path, "owners"), owner
    for number, measure in enumerate(analysis.measures):
        yield from _unknown_in(measure, (*path, "measures", number), round_, site)


def _unknown_in(
    measure: Measure, path: FieldPath, round_: Round, site: Site
) -> Iterator[tuple[FieldPath, str]]:
    for owner in sorted(set(measure.owners) - site.division_ids()):
        yield (*path, "owners"), owner
    topics = {item.topic for item in round_.mandate.items}
    for number, action in enumerate(measure.actions):
        if action.proof and action.proof not in topics:
            yield (*path, "actions", number, "proof"), action.proof


def _finding(round_: Round, path: FieldPath, found: str) -> Finding:
    place = Place(f"{round_.folder}/measures.yml", Kind.POLICY, fiscal_year=round_.fiscal_year)
    line = round_.measures_document.line(path) if round_.measures_document else 1
    return place.finding("policy-reference", line, path, found=found)
