"""What no change of a file may do: end in an exception, or make a verdict better for nothing.

A record may improve by a valid later date, or by an entry for something that was not filled; a
policy file by other valid values, which its owner approves. Nothing else makes anything better.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fuzz.cases import Case
from fuzz.sites import base_assessment, fields_of
from helpers.made_files import VALID_ID
from helpers.support import judged
from oit.assessment.gate import Gate, judge
from oit.assessment.result import Assessment
from oit.assessment.statuses import Status
from oit.catalog import Language
from oit.findings import FAULTY, DocumentError
from oit.outputs.site_files import outputs_of
from oit.wording.gate_text import gate_report

_ORDER = tuple(Status)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def judge_case(case: Case, folder: Path, before: Path, *, is_shown: bool) -> tuple[str, ...]:
    """What is wrong with how a case is judged; nothing where all is well.

    `folder` holds the case, `before` is a folder for its base; with `is_shown` the outputs are
    made too. Raises whatever the engine raises.
    """
    old = base_assessment(case.base, case.today, before)
    new = judged(folder, case.today)
    for gate in Gate.ENFORCE, Gate.REPORT:
        gate_report(new, judge(new, gate), Language.TH)
    if is_shown and not judge(new, Gate.REPORT).refused:
        assert outputs_of(new, None).files
    if case.policy:
        return tuple(_policy_faults(case, old, new))
    return tuple(_record_faults(case, old, new))


def _record_faults(case: Case, old: Assessment, new: Assessment) -> Iterator[str]:
    if not may_improve(case):
        yield from _improved(old, new)
    if case.kind == "evidence" and _shows_an_id(case) and not judge(new, Gate.REPORT).refused:
        yield "a national ID number in plain sight is not found"


def _improved(old: Assessment, new: Assessment) -> Iterator[str]:
    """Items that stand better than before, and a gate that lets pass what it refused.

    `report` publishes nothing of a record that cannot be read, unsafe or not.
    """
    for was, is_now in zip(old.rounds, new.rounds, strict=True):
        statuses = {item.id: item.status for item in is_now.items}
        for item in was.items:
            if _ORDER.index(statuses[item.id]) > _ORDER.index(item.status):
                yield f"{item.id} was {item.status} and is {statuses[item.id]}"
    gates = (Gate.ENFORCE, Gate.REPORT) if _units(old) == _units(new) else (Gate.ENFORCE,)
    for gate in gates:
        if judge(old, gate).refused and not judge(new, gate).refused:
            yield f"the gate ({gate}) refused it before and does not now"


def _units(assessment: Assessment) -> set[str]:
    """The records and parts that could be read."""
    return {
        unit.unit.place.file
        for round_ in assessment.rounds
        for item in round_.items
        for unit in item.units
    }


def may_improve(case: Case) -> bool:
    """Whether a change brings a later day, or an entry for what no entry was for."""
    for name in case.base.documents:
        if name in case.changes:
            try:
                new = fields_of(case.changes[name])
            except (DocumentError, UnicodeDecodeError):
                continue
            old = fields_of(case.base.files[name])
            if _days(new) - _days(old) or _claims(new) - _claims(old):
                return True
    return False


def _days(fields: Any) -> set[str]:
    """Every day that stands anywhere."""
    return set(_DAY.findall(str(fields)))


def _claims(fields: Any) -> set[tuple[str, str]]:
    entries = fields.get("evidence")
    return {
        (str(entry.get("for")), str(entry.get("periods")))
        for entry in (entries if isinstance(entries, list) else ())
        if isinstance(entry, dict)
    }


def _policy_faults(case: Case, old: Assessment, new: Assessment) -> Iterator[str]:
    """A policy file with a fault refuses in every gate; one of the same values changes nothing."""
    faults = [
        finding
        for finding in new.findings
        if finding.file == case.policy and finding.kind in FAULTY
    ]
    unread = any(finding in new.site.findings for finding in faults)
    if unread and not judge(new, Gate.REPORT).refused:
        yield f"{case.policy} could not be read, and was published all the same"
    if not new.rounds and not judge(new, Gate.REPORT).refused:
        yield "no round is judged, and it passes"
    assert old.rounds


def _shows_an_id(case: Case) -> bool:
    """Whether a table that can be read has the made-up number between separators."""
    shown = re.compile(rb"(?:^|[,\n])%s(?:[,\n]|$)" % VALID_ID.encode())
    return any(
        name.endswith(".csv") and _is_text(data) and shown.search(data)
        for name, data in case.changes.items()
    )


def _is_text(data: bytes) -> bool:
    """Whether it is UTF-8: a file that cannot be read is withheld, whatever is in it."""
    try:
        return "\0" not in data.decode("utf-8")
    except UnicodeDecodeError:
        return False
