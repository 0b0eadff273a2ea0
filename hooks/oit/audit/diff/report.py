"""The report of `oit diff`: as text, as Markdown, as JSON."""

import json
from collections.abc import Callable, Iterator
from itertools import groupby

from oit.audit.diff.compare import Comparison, IndexChange
from oit.audit.diff.evidence import FieldChange
from oit.audit.diff.words import (
    FACTS,
    KINDS,
    NOTHING,
    REMARKS,
    division_words,
    in_language,
    period_words,
    value_words,
)
from oit.catalog import Language
from oit.catalog.dates import english_date, thai_date
from oit.contract.index import Index
from oit.escaping import for_markdown
from oit.web_address import without_credentials
from oit.wording.sentences import printable

Escape = Callable[[str], str]
"""Makes a text from an index harmless; neither index is trusted."""


def comparison_text(comparison: Comparison, language: Language) -> str:
    """A heading for each kind of change, and a line for each change."""
    return _laid_out(comparison, language, "{0}", "  {0}", printable)


def comparison_markdown(comparison: Comparison, language: Language) -> str:
    """The same as Markdown; texts of the indexes are escaped."""
    return _laid_out(comparison, language, "## {0}", "- {0}", _escaped)


def comparison_json(comparison: Comparison) -> str:
    """The comparison as JSON."""
    document = {
        "before": _index_facts(comparison.before),
        "after": _index_facts(comparison.after),
        "remarks": list(comparison.remarks),
        "changes": [dict(_change_facts(change)) for change in comparison.changes],
    }
    return without_credentials(json.dumps(document, ensure_ascii=False, indent=2))


def _escaped(text: str) -> str:
    return for_markdown(printable(text))


def _laid_out(
    comparison: Comparison, language: Language, heading: str, line: str, escape: Escape
) -> str:
    blocks = [heading.format(_title(comparison, language, escape))]
    blocks += [in_language(REMARKS[remark], language) for remark in comparison.remarks]
    for kind, changes in groupby(comparison.changes, key=lambda change: change.kind):
        lines = [line.format(_line(change, comparison, language, escape)) for change in changes]
        head = heading.format(f"{in_language(KINDS[kind], language)} ({len(lines)})")
        gap = "\n\n" if heading.startswith("#") else "\n"
        blocks.append(gap.join([head, "\n".join(lines)]))
    if not comparison.changes:
        blocks.append(in_language(NOTHING, language))
    return "\n\n".join(blocks)


def _title(comparison: Comparison, language: Language, escape: Escape) -> str:
    indexes = (comparison.before, comparison.after)
    return " → ".join(_side(index, language, escape) for index in indexes)


def _side(index: Index, language: Language, escape: Escape) -> str:
    office = escape(in_language(index.office.name, language))
    days = [round_.as_of for round_ in index.rounds]
    if not days:
        return office
    day = max(days)
    return (
        f"{office}, {english_date(day)}"
        if language is Language.EN
        else f"{office} ณ วันที่ {thai_date(day)}"
    )


def _line(change: IndexChange, comparison: Comparison, language: Language, escape: Escape) -> str:
    parts = [f"{escape(change.item)} {escape(in_language(change.title, language))}".strip()]
    if change.requirement:
        parts.append(escape(in_language(change.requirement, language)))
    parts += [escape(period_words(period, language)) for period in change.periods]
    if change.division:
        parts.append(escape(division_words(change.division, comparison, language)))
    if change.name:
        parts.append(escape(change.name))
    facts = ", ".join(_fact(fact, comparison, language, escape) for fact in change.facts)
    return " · ".join([*parts, facts] if facts else parts)


def _fact(fact: FieldChange, comparison: Comparison, language: Language, escape: Escape) -> str:
    before, after = (
        escape(value_words(fact.name, value, comparison, language)) or "–"
        for value in (fact.before, fact.after)
    )
    values = f"{before} → {after}"
    # A status names itself: "current → stale" needs no "status" before it.
    is_plain = fact.name in ("status", "state")
    return values if is_plain else f"{in_language(FACTS[fact.name], language)} {values}"


def _index_facts(index: Index) -> dict[str, object]:
    rounds = [
        {"fiscal_year": round_.fiscal_year, "as_of": round_.as_of.isoformat()}
        for round_ in index.rounds
    ]
    return {"office": index.office.id, "rounds": rounds}


def _change_facts(change: IndexChange) -> Iterator[tuple[str, object]]:
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
