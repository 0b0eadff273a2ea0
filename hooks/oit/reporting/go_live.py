"""What is to be done before a site goes live, step by step: done, to do, or not judged."""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from oit.assessment.gate import Gate, judge
from oit.assessment.readiness import RULES, check_readiness
from oit.assessment.result import Assessment, RoundState
from oit.findings import Finding


class Progress(StrEnum):
    """How far a step is."""

    DONE = "done"
    TO_DO = "to-do"
    UNKNOWN = "unknown"
    """It cannot be judged from the files of the site."""


class Step(Struct, frozen=True):
    """A step of the list, with what it lacks."""

    id: str
    progress: Progress
    lacks: tuple[Finding, ...] = ()


_CONTACT = frozenset({"address_th", "hours_th", "telephone", "email", "map_url"})
_RULES: Mapping[str, str] = {
    "handle-sample": "approvers",
    "address-example": "names",
    "name-foreign": "names",
    "note-unchecked": "notes",
}
"""The step that each rule of readiness belongs to; of a missing setting its field decides."""
_JUDGED = ("addresses", "contact", "licence", "approvers", "names", "notes")
NOT_JUDGED = ("links", "accounts", "protection", "hosting", "backup")
"""What only a person, or a forge, can know."""


def go_live_steps(assessment: Assessment, *, generated_in_step: bool) -> tuple[Step, ...]:
    """All steps in the order of the list; `generated_in_step` is about `CODEOWNERS`."""
    found = list(check_readiness(assessment.site, assessment.rounds))
    steps = [_step(name, [lack for lack in found if _step_of(lack) == name]) for name in _JUDGED]
    return (
        *(_without_a_forge(step, assessment) for step in steps),
        Step("samples", _progress(not _has_samples(assessment))),
        Step("round", _progress(_is_round_there(assessment))),
        _step("data", [lack for lack in _failing(assessment) if lack.rule not in RULES]),
        Step("codeowners", _progress(generated_in_step)),
        Step("mode", _progress(assessment.site.is_in_production)),
        *(Step(name, Progress.UNKNOWN) for name in NOT_JUDGED),
    )


def _without_a_forge(step: Step, assessment: Assessment) -> Step:
    """Who approves where no forge is named, a person knows."""
    policy = assessment.site.policy
    is_unknown = step.id == "approvers" and not step.lacks and policy and not policy.repository
    return Step(step.id, Progress.UNKNOWN) if is_unknown else step


def _is_round_there(assessment: Assessment) -> bool:
    """Whether a round is open, or the first one is there and not due to open yet."""
    newest = assessment.newest_opened
    return newest.state is RoundState.OPEN if newest else bool(assessment.rounds)


def _step(name: str, lacks: list[Finding]) -> Step:
    return Step(name, _progress(not lacks), tuple(lacks))


def _progress(is_done: bool) -> Progress:  # noqa: FBT001 -- the one thing that is asked
    return Progress.DONE if is_done else Progress.TO_DO


def _step_of(lack: Finding) -> str:
    if lack.rule != "setting-absent":
        return _RULES[lack.rule]
    field = lack.field_name or ""
    if field in _CONTACT:
        return "contact"
    return {"licence": "licence", "coordinator": "approvers"}.get(field, "addresses")


def _failing(assessment: Assessment) -> tuple[Finding, ...]:
    return judge(assessment, Gate.ENFORCE).failing


def _has_samples(assessment: Assessment) -> bool:
    """Whether any piece of evidence in the newest opened round is a sample."""
    newest = assessment.newest_opened
    return newest is not None and any(entry.sample for entry in newest.contents.evidence())
