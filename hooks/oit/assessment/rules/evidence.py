"""Each evidence entry is for something that is owed, and what it names exists."""

import re
from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from oit.assessment.rules.located import unit_finding
from oit.assessment.rules.meant import (
    correction_of_file,
    correction_of_section,
)
from oit.evidence.inspect import extension
from oit.evidence.media_types import named_old_format
from oit.findings import FieldPath, Finding
from oit.model.mandate import MandateItem, Requirement
from oit.model.record import Evidence, FileEvidence, SectionEvidence, UrlEvidence
from oit.records.evidence_names import is_file_name
from oit.records.likely_values import correction_of_address
from oit.records.named_values import correction_of_requirement
from oit.records.site import Bundle, Unit
from oit.web_address import is_web_address

_LIKE_A_PATH = re.compile(r"[/\\]|^[A-Za-z]:|^\.+$")
"""A separator of either kind, a Windows drive, `.` or `..`: it might leave the bundle."""
_WRONG_NAMES = frozenset({"file-absent", "file-case", "file-name", "file-outside"})
"""Rules of a file whose name may be meant for another."""


def check_unit_evidence(
    unit: Unit, item: MandateItem, bundle: Bundle, accepted: tuple[str, ...]
) -> Iterator[Finding]:
    """Faults of every evidence entry of a record or part."""
    for number, evidence in unit.numbered():
        entry = _Entry(unit, number, evidence)
        yield from _check_requirement(entry, evidence, item)
        if isinstance(evidence, FileEvidence):
            yield from _check_file(entry, evidence, bundle, accepted, item)
        elif isinstance(evidence, UrlEvidence):
            yield from _check_url(entry, evidence)
        elif isinstance(evidence, SectionEvidence):
            yield from _check_section(entry, evidence)


class _Entry:
    """Makes findings about one evidence entry."""

    def __init__(self, unit: Unit, number: int, evidence: Evidence) -> None:
        self.unit = unit
        self._path: FieldPath = ("evidence", number)
        self._requirement = evidence.requirement
        self._cell = str(evidence.periods[0]) if len(evidence.periods) == 1 else None

    def finding(self, rule: str, field: str, **params: object) -> Finding:
        """A finding about a field of the entry, with the cell that the entry is for."""
        found = unit_finding(self.unit, rule, (*self._path, field), **params)
        return replace(found, requirement=self._requirement, cell=self._cell)


def _check_requirement(entry: _Entry, evidence: Evidence, item: MandateItem) -> Iterator[Finding]:
    required = {requirement.id: requirement for requirement in item.requirements}
    requirement = required.get(evidence.requirement)
    if requirement is None:
        found = entry.finding(
            "requirement-unknown", "for", found=evidence.requirement, allowed=sorted(required)
        )
        meant = correction_of_requirement(evidence.requirement, item.requirements)
        yield found.corrected_by(meant)
        return
    yield from _check_periods(entry, evidence, requirement)
    if evidence.kind == "none" and not requirement.may_be_none:
        yield entry.finding("none-not-allowed", "kind", requirement=requirement.id)
    if requirement.by_division and entry.unit.division is None:
        yield entry.finding("evidence-belongs-to-part", "for", requirement=requirement.id)


def _check_periods(
    entry: _Entry, evidence: Evidence, requirement: Requirement
) -> Iterator[Finding]:
    if requirement.asked and not requirement.periods:
        return  # the round asks for none of its periods, which is a finding of its own
    if requirement.asked and not evidence.periods:
        yield entry.finding("periods-absent", "periods", requirement=requirement.id)
    for period in evidence.periods:
        if period not in requirement.periods:
            allowed = list(requirement.periods)
            found = entry.finding("period-unknown", "periods", found=period, allowed=allowed)
            yield replace(found, where=str(period))  # a list may have several
        elif evidence.published < period.start:
            yield entry.finding(
                "published-before-period",
                "published",
                found=evidence.published,
                expected=period.start,
                period=period,
            )


def _check_file(
    entry: _Entry,
    evidence: FileEvidence,
    bundle: Bundle,
    accepted: tuple[str, ...],
    item: MandateItem,
) -> Iterator[Finding]:
    name = evidence.file
    rule = _file_fault(name, bundle)
    # Without settings, no file is of a wrong type for what is not known to be accepted.
    if not rule and accepted and extension(name) not in accepted:
        rule = "file-type"
    if rule:
        folder = bundle.folder.rpartition("/")[2]
        # Any of these rules may fill its message with any of these values.
        told: dict[str, Any] = {"found": name, "folder": folder, "allowed": list(accepted)}
        old = named_old_format(extension(name)) if rule == "file-type" else None
        if old:
            rule, told = "file-old-format", {"file_name": name, "found": old, "expected": ""}
        required = {requirement.id: requirement for requirement in item.requirements}
        requirement = required.get(evidence.requirement)
        is_named_wrong = rule in _WRONG_NAMES
        meant = correction_of_file(evidence, entry.unit, bundle, requirement)
        yield entry.finding(rule, "file", **told).corrected_by(meant if is_named_wrong else None)


def _file_fault(name: str, bundle: Bundle) -> str | None:
    """The rule that a file's name or its entry in the folder breaks."""
    if _LIKE_A_PATH.search(name):
        return "file-outside"
    present = bundle.entries.get(name)
    if present is None:
        return _absent_fault(name, bundle)
    if present.kind != "file":
        return {"directory": "file-directory", "symlink": "file-symlink"}.get(
            present.kind, "file-unreadable"
        )
    if not is_file_name(name):
        return "file-name"
    if name.endswith(".md"):
        return "file-type"
    return "file-empty" if present.bytes == 0 else None


def _absent_fault(name: str, bundle: Bundle) -> str:
    """The rule for a name that is not in the folder."""
    if name.casefold() in {entry.casefold() for entry in bundle.entries}:
        return "file-case"
    return "file-absent" if is_file_name(name) else "file-name"


def _check_url(entry: _Entry, evidence: UrlEvidence) -> Iterator[Finding]:
    if not is_web_address(evidence.url):
        found = entry.finding("url-malformed", "url", found=evidence.url)
        yield found.corrected_by(correction_of_address(evidence.url))


def _check_section(entry: _Entry, evidence: SectionEvidence) -> Iterator[Finding]:
    section = entry.unit.text.sections.get(evidence.section)
    if section is None:
        found = entry.finding("section-absent", "section", found=evidence.section)
        yield found.corrected_by(correction_of_section(evidence.section, entry.unit.text.sections))
    elif not section.has_text:
        yield entry.finding("section-empty", "section", found=evidence.section)


def check_samples(unit: Unit) -> Iterator[Finding]:
    """Entries marked as samples, which a production site may not have."""
    for number, evidence in unit.numbered():
        if evidence.sample:
            yield _Entry(unit, number, evidence).finding("sample-in-production", "sample")


def check_unlisted(bundle: Bundle) -> Iterator[Finding]:
    """Files and folders of a bundle that no record or part names.

    None while an entry cannot be read: what it names is not known.
    """
    if bundle.has_unknown_entries:
        return
    written = {file for unit in bundle.units for file in unit.named_files}
    named = {file.casefold() for file in (*written, *bundle.likely_files.values())}
    for name in sorted(bundle.entries.keys() - bundle.present):
        if name.casefold() not in named:
            yield _unlisted(bundle, name)


def _unlisted(bundle: Bundle, name: str) -> Finding:
    kind, place = bundle.entries[name].kind, bundle.units[0].place
    rule = "file-symlink" if kind == "symlink" else "file-unlisted"
    return Finding(
        rule=rule,
        kind=place.kind,
        file=f"{bundle.folder}/{name}",
        fiscal_year=place.fiscal_year,
        item=bundle.item,
        params={"found": name},
    )
