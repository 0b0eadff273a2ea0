"""May the site be published? The verdict on an assessment."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from oit.assessment import Assessment, RoundAssessment, RoundState
from oit.findings import FAULTY, Finding, Kind

_NEVER_PUBLISHED = frozenset({Kind.UNSAFE, Kind.POLICY})


class Gate(StrEnum):
    """How strictly a build is judged."""

    ENFORCE = "enforce"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What fails, and whether that refuses the build."""

    failing: tuple[Finding, ...]
    refused: bool


def judge(assessment: Assessment, gate: Gate) -> Verdict:
    """`enforce` refuses on anything that fails, `report` only on what must never be shown."""
    failing = tuple(_failing(assessment))
    if gate is Gate.ENFORCE:
        return Verdict(failing, bool(failing))
    return Verdict(failing, any(finding.kind in _NEVER_PUBLISHED for finding in failing))


def is_judged(assessment: Assessment, round_: RoundAssessment) -> bool:
    """Whether lateness in a round fails: the newest opened one, and any other until it closes."""
    return round_ is assessment.newest_opened or round_.state is RoundState.OPEN


def _failing(assessment: Assessment) -> Iterator[Finding]:
    judged = {one.fiscal_year for one in assessment.rounds if is_judged(assessment, one)}
    for finding in assessment.findings:
        if finding.kind in FAULTY or finding.fiscal_year in judged:
            yield finding
