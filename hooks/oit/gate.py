"""May the site be published? The verdict on an assessment."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from oit.assessment import Assessment, RoundAssessment, RoundState
from oit.findings import FAULTY, Finding, Kind

NEVER_PUBLISHED = frozenset({Kind.UNSAFE, Kind.POLICY})
"""What no gate lets through."""


class Gate(StrEnum):
    """How strictly a build is judged."""

    ENFORCE = "enforce"
    CHANGED = "changed"
    """By what a change makes worse: see `oit.change`."""
    REPORT = "report"


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """What fails, and whether that refuses the build."""

    gate: Gate
    failing: tuple[Finding, ...]
    refused: bool
    listed: tuple[Finding, ...] = ()
    """What is late or wrong, but not by this change."""
    notices: tuple[Finding, ...] = ()
    """What whoever approves should know."""


def judge(assessment: Assessment, gate: Gate) -> Verdict:
    """`enforce` refuses on anything that fails, `report` only on what must never be shown."""
    failing = tuple(failing_of(assessment))
    counted = failing
    if gate is Gate.REPORT:
        counted = tuple(finding for finding in failing if finding.kind in NEVER_PUBLISHED)
    notices = tuple(one for one in assessment.findings if one.kind is Kind.NOTICE)
    return Verdict(gate=gate, failing=failing, refused=bool(counted), notices=notices)


def is_judged(assessment: Assessment, round_: RoundAssessment) -> bool:
    """Whether lateness in a round fails: the newest opened one, and any other until it closes."""
    return round_ is assessment.newest_opened or round_.state is RoundState.OPEN


def failing_of(assessment: Assessment) -> Iterator[Finding]:
    """The findings that fail: what is wrong in any round, what is late in those still judged."""
    judged = {one.fiscal_year for one in assessment.rounds if is_judged(assessment, one)}
    for finding in assessment.findings:
        late = finding.kind is not Kind.NOTICE and finding.fiscal_year in judged
        if finding.kind in FAULTY or late:
            yield finding
