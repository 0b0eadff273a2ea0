"""Records and parts into the form in which the browser form writes them."""

from dataclasses import dataclass

from oit.findings import Fault, Finding, Place
from oit.front_matter import rewritten
from oit.model.record import Part, Record
from oit.parse import decode, parse_record
from oit.validate import validate


@dataclass(frozen=True, slots=True)
class Formatted:
    """A record's bytes in that form, or why it could not be read."""

    data: bytes
    findings: tuple[Finding, ...] = ()


def formatted(file: str, data: bytes) -> Formatted:
    """A record or part, named by its path, with its fields as the form writes them.

    What it says, its words and its line ends stay; comments go. One that cannot be read whole
    stays as it is, with the findings that say why.
    """
    disclosed, findings = read_whole(file, data)
    return Formatted(rewritten(data, disclosed) if disclosed else data, findings)


def read_whole(file: str, data: bytes) -> tuple[Record | Part | None, tuple[Finding, ...]]:
    """A record or part without anything left out, or why there is none."""
    place = Place(file)
    schema: type[Record | Part] = Record if file.endswith("record.md") else Part
    try:
        read = validate(schema, parse_record(decode(data)), place)
    except Fault as fault:
        return None, (place.from_fault(fault),)
    return (None if read.findings else read.model), read.findings
