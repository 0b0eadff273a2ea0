"""What a name was meant for, where only the site knows it: division, requirement, file, section."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from oit.findings import Correction, Finding, Writing
from oit.model.mandate import Requirement
from oit.model.named import nearest_division, nearest_requirement
from oit.model.office import Division
from oit.model.record import FileEvidence
from oit.model.written_words import Nearest, nearest, read_address
from oit.records.evidence_names import evidence_name, is_file_name
from oit.records.likely_files import files_meant
from oit.records.site import Bundle, Site, Unit

_SEPARATORS = re.compile(r"[/\\]+")
_DIVISION_FIELDS = frozenset({"owner", "division", "lead", "owners"})


def with_names_read(site: Site) -> Iterator[Finding]:
    """The findings of reading a site; a name where an id belongs is told as such, with the id.

    The schema only knows that it is no id: which it is, the site's divisions and mandates know.
    """
    for finding in site.findings:
        found, name = finding.params.get("found"), finding.field_name
        if finding.rule != "wrong-type" or not isinstance(found, str):
            yield finding
        elif name in _DIVISION_FIELDS and site.divisions:
            allowed = sorted(site.division_ids())
            correction = correction_of_division(found, site.divisions)
            yield _told_as(finding, "owner-unknown", allowed).corrected_by(correction)
        elif name == "for" and (requirements := _requirements(site, finding)):
            allowed = sorted(requirement.id for requirement in requirements)
            correction = correction_of_requirement(found, requirements)
            yield _told_as(finding, "requirement-unknown", allowed).corrected_by(correction)
        else:
            yield finding


def correction_of_division(text: str, divisions: Iterable[Division]) -> Correction | None:
    """The id of a division that a name means, in Thai or English, whole, short or misspelt."""
    return _correction(nearest_division(text, divisions))


def correction_of_requirement(text: str, requirements: Iterable[Requirement]) -> Correction | None:
    """The id of a requirement that a label means, or a misspelt id."""
    return _correction(nearest_requirement(text, requirements))


def correction_of_section(text: str, sections: Iterable[str]) -> Correction | None:
    """The id of a section that a text resembles."""
    return _correction(nearest(text, sections))


def correction_of_address(text: str) -> Correction | None:
    """The address with a scheme; which of the two a server answers by, nobody can tell."""
    address = read_address(text)
    return Correction(address, is_certain=False) if address else None


def correction_of_file(
    entry: FileEvidence, unit: Unit, bundle: Bundle, requirement: Requirement | None
) -> Correction | None:
    """The file of the folder that a name means; else the name that the file may have."""
    meant = files_meant(entry.file, bundle.entries, _unlisted(bundle))
    if len(meant) == 1:
        is_elsewhere = ".." in _SEPARATORS.split(entry.file)
        return Correction(meant[0], is_certain=not is_elsewhere)
    if meant or is_file_name(entry.file):
        near = nearest(entry.file, _unlisted(bundle))
        return Correction(near.name, is_certain=False) if near else None
    if requirement is None or _SEPARATORS.search(entry.file):
        return None
    return _renamed(entry, unit, bundle, requirement)


def _renamed(
    entry: FileEvidence, unit: Unit, bundle: Bundle, requirement: Requirement
) -> Correction:
    """The name that `oit add` would give; the file gets it too, where one entry alone names it."""
    period = entry.periods[0] if len(entry.periods) == 1 else None
    known = [
        other
        for other in unit.disclosed.evidence
        if isinstance(other, FileEvidence) and is_file_name(other.file)
    ]
    name = evidence_name(entry.file, requirement, period, known, bundle.entries)
    present = bundle.entries.get(entry.file)
    is_alone = sum(entry.file in names for names in _names(bundle)) == 1
    is_there = present is not None and present.kind == "file"
    return Correction(name, Writing.FILE if is_there else Writing.VALUE, is_there and is_alone)


def _names(bundle: Bundle) -> Iterator[list[Any]]:
    """The files that each entry of the item names."""
    for unit in bundle.units:
        raw = unit.document.values.get("evidence")
        yield from ([entry.get("file")] for entry in raw or () if isinstance(entry, dict))


def _unlisted(bundle: Bundle) -> list[str]:
    """The evidence files that no entry names."""
    named = {file for unit in bundle.units for file in unit.named_files}
    return [name for name in bundle.entries if name not in named and name not in bundle.present]


def _correction(likely: Nearest | None) -> Correction | None:
    return Correction(likely.name, is_certain=likely.is_clear) if likely else None


def _told_as(finding: Finding, rule: str, allowed: Sequence[str]) -> Finding:
    return replace(finding, rule=rule, params={**finding.params, "allowed": allowed})


def _requirements(site: Site, finding: Finding) -> tuple[Requirement, ...]:
    """What the item of a finding has to disclose."""
    rounds = (round_ for round_ in site.rounds if round_.fiscal_year == finding.fiscal_year)
    items = (round_.mandated(finding.item) for round_ in rounds if finding.item)
    item = next(filter(None, items), None)
    return item.requirements if item else ()
