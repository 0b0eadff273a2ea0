"""Changes to what an item discloses: evidence added, a review added. Values in, values out."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import count

from oit.evidence.inspect import extension
from oit.model.mandate import Requirement
from oit.model.record import Evidence, FileEvidence, Part, Record, Review
from oit.periods import Period
from oit.wording.terms import thai_period

_HOW_OFTEN = re.compile(r"^(?:monthly|quarterly|semiannual|annual)-")


def with_evidence(disclosed: Record | Part, evidence: Evidence, today: date) -> Record | Part:
    """With one more piece of evidence, updated today."""
    updated = max(filter(None, (disclosed.updated, today)))
    return disclosed.model_copy(
        update={"evidence": (*disclosed.evidence, evidence), "updated": updated}
    )


def with_review(disclosed: Record | Part, review: Review) -> Record | Part:
    """With one more review; nothing else moves."""
    return disclosed.model_copy(update={"reviews": (*disclosed.reviews, review)})


def title_of(requirement: Requirement, period: Period | None) -> str:
    """What evidence is called where nobody says: its requirement and period."""
    return f"{requirement.label_th} {thai_period(period)}" if period else requirement.label_th


def evidence_name(
    source: str,
    requirement: Requirement,
    period: Period | None,
    known: Iterable[Evidence],
    taken: Iterable[str],
) -> str:
    """A name for a file in its item's folder: `summary-2026-10.xlsx`.

    It follows the names that earlier periods have (`known`), and is none of those `taken`, not
    even in another case.
    """
    stem = next(_earlier(known, requirement, period), None) or _stem(requirement, period)
    ending = f".{extension(source)}" if extension(source) else ""
    names = (f"{stem}{suffix}{ending}" for suffix in _suffixes())
    lower = {name.casefold() for name in taken}
    return next(name for name in names if name not in lower)


def _earlier(
    known: Iterable[Evidence], requirement: Requirement, period: Period | None
) -> Iterator[str]:
    """The names of earlier files for a requirement, with their period replaced; newest first."""
    for one in sorted(known, key=lambda one: one.published, reverse=True):
        if not period or not isinstance(one, FileEvidence) or len(one.periods) != 1:
            continue
        stem, token = one.file.rpartition(".")[0], period_token(one.periods[0])
        if one.requirement == requirement.id and stem.count(token) == 1:
            yield stem.replace(token, period_token(period))


def _stem(requirement: Requirement, period: Period | None) -> str:
    name = _HOW_OFTEN.sub("", requirement.id)
    return f"{name}-{period_token(period)}" if period else name


def period_token(period: Period) -> str:
    """A period as it stands in file names: `2026-10`, `2568-q1`."""
    return str(period).removeprefix("FY").lower()


def _suffixes() -> Iterator[str]:
    yield ""
    yield from (f"-{number}" for number in count(2))


def fillers(
    disclosed: Record | Part, requirement: Requirement, period: Period | None
) -> list[Evidence]:
    """The evidence that a record or part already has for a requirement and period."""
    return [
        one
        for one in disclosed.evidence
        if one.requirement == requirement.id and (period is None or period in one.periods)
    ]
