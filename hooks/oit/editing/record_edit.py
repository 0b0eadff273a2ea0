"""Evidence and reviews added to a record, and names for new evidence files; all as values."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import count

from oit.catalog.dates import thai_period
from oit.evidence.inspect import extension
from oit.model.mandate import Requirement
from oit.model.record import Evidence, FileEvidence, Part, Record, Replaced, Review
from oit.periods import Period

_FREQUENCY_PREFIX = re.compile(r"^(?:monthly|quarterly|semiannual|annual)-")


def with_evidence(disclosed: Record | Part, evidence: Evidence, today: date) -> Record | Part:
    """The record with one more entry of evidence, updated today (or on a later day it has)."""
    more = disclosed.model_copy(update={"evidence": (*disclosed.evidence, evidence)})
    return updated_on(more, today)


def with_review(disclosed: Record | Part, review: Review) -> Record | Part:
    """The record with one more review; `updated` stays."""
    return disclosed.model_copy(update={"reviews": (*disclosed.reviews, review)})


def names_file(disclosed: Record | Part, file: str) -> bool:
    """Whether any entry is about a file of the item's folder."""
    return any(_is_about(entry, file) for entry in disclosed.evidence)


def with_replaced(disclosed: Record | Part, file: str, replaced: Replaced) -> Record | Part:
    """The record with a word in each entry about a file on what took its place and why.

    `updated` and the days of publication stay.
    """
    evidence = tuple(
        entry.model_copy(update={"replaces": (*entry.replaces, replaced)})
        if _is_about(entry, file)
        else entry
        for entry in disclosed.evidence
    )
    return disclosed.model_copy(update={"evidence": evidence})


def updated_on(disclosed: Record | Part, today: date) -> Record | Part:
    """The record, updated today (or on a later day that it has)."""
    updated = max(filter(None, (disclosed.updated, today)))
    return disclosed.model_copy(update={"updated": updated})


def title_of(requirement: Requirement, period: Period | None) -> str:
    """The default title of evidence: its requirement and period."""
    return f"{requirement.label_th} {thai_period(period)}" if period else requirement.label_th


def evidence_name(
    source: str,
    requirement: Requirement,
    period: Period | None,
    known: Iterable[Evidence],
    taken: Iterable[str],
) -> str:
    """A name for a file in its item's folder: `summary-2026-10.xlsx`.

    It follows the names of earlier periods in the `known` evidence, and differs from those `taken`
    by more than case, which macOS and Windows ignore.
    """
    stem = next(_earlier_stems(known, requirement, period), None) or _stem(requirement, period)
    ending = f".{extension(source)}" if extension(source) else ""
    names = (f"{stem}{suffix}{ending}" for suffix in _suffixes())
    lower = {name.casefold() for name in taken}
    return next(name for name in names if name not in lower)


def evidence_for(
    disclosed: Record | Part, requirement: Requirement, period: Period | None
) -> list[Evidence]:
    """The evidence that a record or part already has for a requirement and period."""
    return [
        entry
        for entry in disclosed.evidence
        if entry.requirement == requirement.id and (period is None or period in entry.periods)
    ]


def _is_about(entry: Evidence, file: str) -> bool:
    return isinstance(entry, FileEvidence) and entry.file == file


def _earlier_stems(
    known: Iterable[Evidence], requirement: Requirement, period: Period | None
) -> Iterator[str]:
    """The names of earlier files for a requirement, with their period replaced; newest first."""
    for entry in sorted(known, key=lambda entry: entry.published, reverse=True):
        if not period or not isinstance(entry, FileEvidence) or len(entry.periods) != 1:
            continue
        stem, token = entry.file.rpartition(".")[0], _period_token(entry.periods[0])
        # Only once: in `2025-03-report-2025-03` it is unclear which of the two is the period.
        if entry.requirement == requirement.id and stem.count(token) == 1:
            yield stem.replace(token, _period_token(period))


def _stem(requirement: Requirement, period: Period | None) -> str:
    """`summary-2026-10` of the requirement `monthly-summary`."""
    name = _FREQUENCY_PREFIX.sub("", requirement.id)
    return f"{name}-{_period_token(period)}" if period else name


def _period_token(period: Period) -> str:
    """A period in file names: `2026-10`, `2568-q1`."""
    return str(period).removeprefix("FY").lower()


def _suffixes() -> Iterator[str]:
    """Nothing, then `-2`, `-3` and so on."""
    yield ""
    yield from (f"-{number}" for number in count(2))
