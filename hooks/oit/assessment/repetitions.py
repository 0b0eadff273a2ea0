"""The same fault of the same cause in many places is told once, with the others beside it."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

from msgspec.structs import replace

from oit.findings import Finding, Kind, in_order

_Cause: TypeAlias = tuple[Any, ...]


def told_once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings in reading order; the first of a cause stands for the others in its file."""
    causes: dict[_Cause, list[Finding]] = {}
    for finding in in_order(_apart(findings)):
        cause = _cause_of(finding) or finding.sort_key
        causes.setdefault((finding.rule, finding.kind, finding.file, *cause), []).append(finding)
    in_place = (sorted(same, key=_place) for same in causes.values())
    return tuple(replace(first, repeated=tuple(others)) for first, *others in in_place)


def _apart(findings: Iterable[Finding]) -> Iterable[Finding]:
    for finding in findings:
        yield replace(finding, repeated=())
        yield from finding.repeated


def _place(finding: Finding) -> tuple[int, int]:
    """The line of the record, then the row of a table."""
    _, _, row = finding.params.get("at", (None, None, None))
    return finding.line, row or 0


def _cause_of(finding: Finding) -> _Cause | None:
    """What tells the cause of a finding within its file; `None` where each is one of its own."""
    if finding.kind is Kind.POLICY and finding.rule in _OF_FIELDS:
        return (finding.field_name, finding.params.get("found"))
    told = _CAUSES.get(finding.rule)
    return told(finding) if told else None


def _named(finding: Finding) -> _Cause:
    return (finding.params.get("found"),)


def _entry(finding: Finding) -> _Cause:
    return finding.field[:2]


def _column(finding: Finding) -> _Cause:
    """The column of a table in which cells are wrong, and in what way."""
    sheet, column, _ = finding.params["at"]
    return (*_entry(finding), sheet, column, finding.params["code"], finding.params["detail"])


def _heading(finding: Finding) -> _Cause:
    """A heading of the tables of a requirement, whichever month they are of."""
    return (finding.requirement, finding.params.get("found"))


_OF_FIELDS = frozenset({"field-unknown", "field-missing"})
_CAUSES: Mapping[str, Callable[[Finding], _Cause]] = {
    "policy-reference": _named,
    "requirement-unknown": _named,
    "owner-unknown": _named,
    "figures-far-off": _entry,
    "table-ragged": _entry,
    "table-total": _entry,
    "table-cell": _column,
    "table-column-unknown": _heading,
    "table-column-unnamed": _heading,
    "table-column-similar": _heading,
}
"""By its rule, what the repetitions of a finding in one file have alike."""
