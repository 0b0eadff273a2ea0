"""The report of `oit diff`: each change as a diagnostic, under the heading of its kind."""

from collections.abc import Iterator
from itertools import groupby

from oit.audit.diff.compare import Comparison, IndexChange
from oit.audit.diff.words import division_words, fact_words, period_words, words_of_name
from oit.contract.index import Index
from oit.diagnostics import Diagnostic, Group, Layout, Report, Severity, Where, Words, listed
from oit.wording.render.data import json_document
from oit.wording.render.words import both_words
from oit.wording.words import printable


def diagnostic_of(change: IndexChange, comparison: Comparison) -> Diagnostic:
    """A change as a diagnostic; neither index is trusted, so its texts are made harmless."""
    facts = listed((fact_words(fact, comparison) for fact in change.facts), " · ")
    title = words_of_name(change.title)
    return Diagnostic(
        id="diff.change",
        severity=Severity.INFO,
        level=f"diff.kind-{change.kind}",
        where=Where(
            item=printable(change.item), title=title, parts=tuple(_parts(change, comparison))
        ),
        params={"facts": facts},
        facts=dict(_facts(change)),
    )


def _parts(change: IndexChange, comparison: Comparison) -> Iterator[Words]:
    if change.requirement:
        yield words_of_name(change.requirement)
    yield from map(period_words, change.periods)
    if change.division:
        yield division_words(change.division, comparison)
    if change.name:
        yield Words(printable(change.name), printable(change.name))


def comparison_report(comparison: Comparison) -> Report:
    """A heading for each kind of change, and a line for each change."""
    nothing = () if comparison.changes else (both_words("diff.nothing"),)
    return Report(
        title=listed(map(_side, (comparison.before, comparison.after)), " → "),
        remarks=tuple(both_words(f"diff.remark-{remark}") for remark in comparison.remarks),
        groups=tuple(_groups(comparison)),
        closing=nothing,
    )


def _groups(comparison: Comparison) -> Iterator[Group]:
    for kind, changes in groupby(comparison.changes, key=lambda change: change.kind):
        told = tuple(diagnostic_of(change, comparison) for change in changes)
        name = both_words(f"diff.kind-{kind}")
        heading = both_words("diff.heading", kind=name, count=len(told))
        yield Group(diagnostics=told, heading=heading, layout=Layout.LINES)


def _side(index: Index) -> Words:
    office = words_of_name(index.office.name)
    days = [round_.as_of for round_ in index.rounds]
    return both_words("diff.side", office=office, day=max(days)) if days else office


def comparison_json(comparison: Comparison) -> str:
    """The comparison as JSON."""
    return json_document(
        {
            "before": _index_facts(comparison.before),
            "after": _index_facts(comparison.after),
            "remarks": list(comparison.remarks),
            "changes": [
                dict(diagnostic_of(change, comparison).facts) for change in comparison.changes
            ],
        }
    )


def _index_facts(index: Index) -> dict[str, object]:
    rounds = [
        {"fiscal_year": round_.fiscal_year, "as_of": round_.as_of.isoformat()}
        for round_ in index.rounds
    ]
    return {"office": index.office.id, "rounds": rounds}


def _facts(change: IndexChange) -> Iterator[tuple[str, object]]:
    yield "kind", change.kind
    yield "fiscal_year", change.fiscal_year
    yield "item", change.item or None
    yield "title", change.title.model_dump()
    yield "requirement", change.requirement.model_dump() if change.requirement else None
    yield "periods", list(change.periods)
    yield "division", change.division or None
    yield "name", change.name or None
    yield (
        "facts",
        {fact.name: {"before": fact.before, "after": fact.after} for fact in change.facts},
    )
