"""The report of `oit verify`: its discrepancies as diagnostics, and what they come to."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from msgspec import Struct

from oit.assessment.cells import CellState
from oit.assessment.result import RoundState
from oit.assessment.statuses import Status
from oit.audit.verify.values import NO_VALUE, Discrepancy
from oit.diagnostics import At, Diagnostic, Group, Report, Severity, Value, Where, Words, listed
from oit.wording.render.data import csv_table, flat_entry, json_document
from oit.wording.render.words import both_words
from oit.wording.words import cell_words, printable, round_words, status_words

_COLUMNS = (
    *("check", "level", "path", "subject"),
    *("message_th", "message_en", "remedy_th", "remedy_en"),
)
_DATES = frozenset({"due_on", "today", "as_of"})
_MOST_PLACES = 3
"""Places that are named of what follows from a discrepancy."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_COMPARED = frozenset({"found", "expected"})
_COMPUTED = frozenset(
    {"rule-differs", "event-differs", "cell-state", "cell-differs", "part-differs", "item-differs"}
)
"""Checks that compare a field of a document with what was computed."""
_ROUND_STATES = frozenset({"round_found", "round_expected"})
_HOME = "index.html"
"""What stands for the address of home, which is empty."""


class Verification(Struct, frozen=True, kw_only=True):
    """A site that was verified, and the discrepancies found."""

    source: str
    """The address of its root."""
    today: date
    checked_count: int
    """Documents, pages, files and links that were fetched."""
    left_out_count: int
    """Links to other sites, which are fetched only on request."""
    discrepancies: tuple[Discrepancy, ...]

    @property
    def failures(self) -> tuple[Discrepancy, ...]:
        """The discrepancies that are more than notices."""
        return tuple(found for found in self.discrepancies if not found.is_notice)


def diagnostic_of(discrepancy: Discrepancy) -> Diagnostic:
    """A discrepancy as a diagnostic; what comes from the site is made harmless."""
    level = "notice" if discrepancy.is_notice else "failure"
    path = printable(discrepancy.path or _HOME)
    return Diagnostic(
        id=f"verify.{discrepancy.check}",
        severity=Severity.NOTICE if discrepancy.is_notice else Severity.ERROR,
        level=f"verification.level-{level}",
        where=Where(item=printable(discrepancy.subject), at=(At(path),)),
        params={name: _value(name, discrepancy) for name in discrepancy.params},
        notes=tuple(_following(discrepancy)),
        effects=tuple(map(diagnostic_of, discrepancy.effects)),
        facts={
            "check": discrepancy.check,
            "level": level,
            "path": discrepancy.path,
            "subject": discrepancy.subject,
        },
    )


def _following(discrepancy: Discrepancy) -> Iterator[Words]:
    """How much follows from it, and where the first of that is."""
    if discrepancy.effects:
        places = dict.fromkeys(_place(effect, discrepancy) for effect in discrepancy.effects)
        named = listed(Words(place, place) for place in islice(places, _MOST_PLACES))
        count = len(discrepancy.effects)
        yield both_words("verification.following", count=count, places=named)


def _place(effect: Discrepancy, cause: Discrepancy) -> str:
    """`2568/O15/monthly-summary/2025-03`; of another document its path."""
    if effect.path != cause.path:
        return printable(effect.path)
    parts = (effect.subject, effect.params.get("what"), effect.params.get("field"))
    return printable("/".join(filter(None, parts)))


def verification_report(verification: Verification) -> Report:
    """A block for each discrepancy, failures first; then a line that says what was checked."""
    summary = both_words(
        "verification.summary",
        source=verification.source,
        checked=verification.checked_count,
        day=verification.today,
        failing=len(verification.failures),
    )
    left_out = both_words("verification.left-out", count=verification.left_out_count)
    found = tuple(map(diagnostic_of, verification.discrepancies))
    return Report(
        groups=(Group(diagnostics=found),) if found else (),
        closing=(*((left_out,) if verification.left_out_count else ()), summary),
    )


def verification_json(verification: Verification) -> str:
    """The verification as JSON; `check` is stable, the messages are not."""
    return json_document(
        {
            "source": verification.source,
            "today": verification.today.isoformat(),
            "passed": not verification.failures,
            "checked_count": verification.checked_count,
            "left_out_count": verification.left_out_count,
            "discrepancies": [
                {
                    **flat_entry(diagnostic_of(discrepancy)),
                    "params": dict(sorted(discrepancy.params.items())),
                    "effects": [_effect_entry(effect) for effect in discrepancy.effects],
                }
                for discrepancy in verification.discrepancies
            ],
        }
    )


def _effect_entry(effect: Discrepancy) -> dict[str, object]:
    params = dict(sorted(effect.params.items()))
    return {"check": effect.check, "path": effect.path, "subject": effect.subject, "params": params}


def verification_csv(verification: Verification) -> bytes:
    """The discrepancies as CSV, one row each."""
    return csv_table(map(diagnostic_of, verification.discrepancies), _COLUMNS)


def _value(name: str, discrepancy: Discrepancy) -> Value:
    """A parameter, typed where its words depend on the language."""
    value = discrepancy.params[name]
    if name in _DATES:
        return date.fromisoformat(value)
    if name == "item_status":
        return status_words(Status(value))
    if name in _ROUND_STATES:
        return round_words(RoundState(value))
    if name in _COMPARED and discrepancy.check in _COMPUTED:
        return _in_words(value, discrepancy)
    return printable(value)


def _in_words(value: str, discrepancy: Discrepancy) -> Value:
    """A value of a field, as people say it: a state, a status, a day, nothing."""
    if value == NO_VALUE:
        return both_words("verification.no-value")
    if discrepancy.check == "cell-state":
        state, _, days = value.partition(" ")
        words = cell_words(CellState(state))
        return Words(f"{words.th} {days}".rstrip(), f"{words.en} {days}".rstrip())
    if discrepancy.params.get("field") == "status":
        return status_words(Status(value))
    if _DAY.fullmatch(value):
        return Words(both_words("values.plain", value=date.fromisoformat(value)).th, value)
    return printable(value)
