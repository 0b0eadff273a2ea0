"""A comparison laid out: for a terminal, as Markdown, as JSON."""

import json
from collections.abc import Callable, Iterator
from itertools import groupby

from oit.audit.diff.compare import Change, Comparison
from oit.audit.diff.evidence import Fact
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
from oit.contract.index import Index
from oit.escaping import for_markdown
from oit.wording.sentences import printable
from oit.wording.terms import Language, english_date, thai_date

Escape = Callable[[str], str]


def comparison_text(found: Comparison, language: Language) -> str:
    """A heading for each kind of change, and a line for each change."""
    return _laid_out(found, language, "{0}", "  {0}", printable)


def comparison_markdown(found: Comparison, language: Language) -> str:
    """The same as Markdown. What others wrote is shown as it is, and acts on nothing."""
    return _laid_out(found, language, "## {0}", "- {0}", _escaped)


def _escaped(text: str) -> str:
    return for_markdown(printable(text))


def _laid_out(
    found: Comparison, language: Language, heading: str, line: str, escape: Escape
) -> str:
    blocks = [heading.format(_title(found, language, escape))]
    blocks += [in_language(REMARKS[one], language) for one in found.remarks]
    for kind, changes in groupby(found.changes, key=lambda one: one.kind):
        lines = [line.format(_line(one, found, language, escape)) for one in changes]
        head = heading.format(f"{in_language(KINDS[kind], language)} ({len(lines)})")
        gap = "\n\n" if heading.startswith("#") else "\n"
        blocks.append(gap.join([head, "\n".join(lines)]))
    if not found.changes:
        blocks.append(in_language(NOTHING, language))
    return "\n\n".join(blocks)


def _title(found: Comparison, language: Language, escape: Escape) -> str:
    sides = [_side(one, language, escape) for one in (found.before, found.after)]
    return " → ".join(sides)


def _side(index: Index, language: Language, escape: Escape) -> str:
    office = escape(in_language(index.office.name, language))
    days = [one.as_of for one in index.rounds]
    if not days:
        return office
    day = max(days)
    return (
        f"{office}, {english_date(day)}"
        if language is Language.EN
        else f"{office} ณ วันที่ {thai_date(day)}"
    )


def _line(one: Change, found: Comparison, language: Language, escape: Escape) -> str:
    parts = [f"{escape(one.item)} {escape(in_language(one.title, language))}".strip()]
    if one.requirement:
        parts.append(escape(in_language(one.requirement, language)))
    parts += [escape(period_words(period, language)) for period in one.periods]
    if one.division:
        parts.append(escape(division_words(one.division, found, language)))
    if one.name:
        parts.append(escape(one.name))
    facts = ", ".join(_fact(fact, found, language, escape) for fact in one.facts)
    return " · ".join([*parts, facts] if facts else parts)


def _fact(fact: Fact, found: Comparison, language: Language, escape: Escape) -> str:
    before, after = (
        escape(value_words(fact.name, value, found, language)) or "–"
        for value in (fact.before, fact.after)
    )
    change = f"{before} → {after}"
    is_plain = fact.name in ("status", "state")
    return change if is_plain else f"{in_language(FACTS[fact.name], language)} {change}"


def comparison_json(found: Comparison) -> str:
    """The same for programs."""
    document = {
        "before": _index_facts(found.before),
        "after": _index_facts(found.after),
        "remarks": list(found.remarks),
        "changes": [dict(_change_facts(one)) for one in found.changes],
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def _index_facts(index: Index) -> dict[str, object]:
    rounds = [
        {"fiscal_year": one.fiscal_year, "as_of": one.as_of.isoformat()} for one in index.rounds
    ]
    return {"office": index.office.id, "rounds": rounds}


def _change_facts(one: Change) -> Iterator[tuple[str, object]]:
    yield "kind", one.kind
    yield "fiscal_year", one.fiscal_year
    yield "item", one.item or None
    yield "title", one.title.model_dump()
    yield "requirement", one.requirement.model_dump() if one.requirement else None
    yield "periods", list(one.periods)
    yield "division", one.division or None
    yield "name", one.name or None
    yield (
        "facts",
        {fact.name: {"before": fact.before, "after": fact.after} for fact in one.facts},
    )
