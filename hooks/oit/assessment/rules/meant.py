"""What a name was meant for, where only the site knows it: division, requirement, file, section."""

from collections.abc import Iterable, Iterator
from typing import Any

from oit.findings import Correction, Writing
from oit.model.mandate import Requirement
from oit.model.record import FileEvidence
from oit.model.written_words import nearest
from oit.records.evidence_names import evidence_name, is_file_name
from oit.records.likely_files import file_meant
from oit.records.likely_values import by_resemblance
from oit.records.site import Bundle, Unit


def correction_of_section(text: str, sections: Iterable[str]) -> Correction | None:
    """The id of a section that a text resembles."""
    return by_resemblance(nearest(text, sections))


def correction_of_file(
    entry: FileEvidence, unit: Unit, bundle: Bundle, requirement: Requirement | None
) -> Correction | None:
    """The file of the folder that a name means; else the name that the file may have."""
    named = {file for other in bundle.units for file in other.named_files}
    if meant := file_meant(entry.file, bundle.entries, named):
        return by_resemblance(meant)
    is_path = "/" in entry.file or "\\" in entry.file
    if requirement is None or is_path or is_file_name(entry.file):
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
