"""The fields and values of indexes in words, for `oit diff`."""

from collections.abc import Callable, Mapping
from datetime import date

from oit.assessment.cells import CellState
from oit.assessment.result import RoundState
from oit.assessment.statuses import Status
from oit.audit.diff.compare import Comparison
from oit.audit.diff.evidence import FieldChange
from oit.contract.base import Name
from oit.diagnostics import Words, listed
from oit.periods import Frequency, parse_period
from oit.wording.render.words import both_words, value_words
from oit.wording.words import cell_words, frequency_words, printable, round_words, status_words

_DATES = frozenset({"updated", "reviewed", "due_on", "waived_until", "published"})
_TERMS: Mapping[str, Callable[[str], Words]] = {
    "status": lambda value: status_words(Status(value)),
    "state": lambda value: cell_words(CellState(value)),
    "round_state": lambda value: round_words(RoundState(value)),
    "frequency": lambda value: frequency_words(Frequency(value)),
}
_NOTHING = Words("–", "–")


def fact_words(fact: FieldChange, comparison: Comparison) -> Words:
    """A field with its two values; a status names itself, and needs no name before it."""
    before, after = (_value(fact.name, value, comparison) for value in (fact.before, fact.after))
    if fact.name in ("status", "state"):
        return both_words("diff.values", before=before, after=after)
    return both_words(
        "diff.fact", name=both_words(f"diff.fact-{fact.name}"), before=before, after=after
    )


def _value(name: str, value: str, comparison: Comparison) -> Words:
    if not value:
        return _NOTHING
    if name in _DATES:
        return value_words(date.fromisoformat(value))
    if name in ("owner", "owners"):
        return listed(division_words(id_, comparison) for id_ in value.split(";"))
    if name == "periods":
        return listed(map(period_words, value.split(";")))
    return _term(name, value)


def _term(name: str, value: str) -> Words:
    """The name of a value that has one, as a status; any other value as it is."""
    if value in ("true", "false"):
        return both_words("diff.yes" if value == "true" else "diff.no")
    if name in _TERMS:
        return _TERMS[name](value)
    # The beginning of a hash is enough to tell two apart; the JSON has all of it.
    shown = f"{value[:12]}…" if name == "sha256" else printable(value)
    return Words(shown, shown)


def period_words(text: str) -> Words:
    """The name of a period: `2025-03` is March 2025."""
    try:
        return value_words(parse_period(text))
    except ValueError:
        return Words(printable(text), printable(text))


def division_words(division: str, comparison: Comparison) -> Words:
    """The name of a division, by the newer index that has it; its id where none does."""
    divisions = (*comparison.before.divisions, *comparison.after.divisions)
    names = {entry.id: entry.name for entry in divisions}
    return words_of_name(names.get(division) or Name(th=division, en=division))


def words_of_name(name: Name) -> Words:
    """A name that an index gives in both languages."""
    return Words(printable(name.th), printable(name.en))
