"""Records and parts into the form in which the browser form writes them."""

from dataclasses import dataclass

from oit.findings import Finding
from oit.front_matter import rewritten
from oit.model.record import Part, Record
from oit.parse import Fault, decode, parse_record
from oit.validate import Place, validate


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
    place = Place(file)
    schema: type[Record | Part] = Record if file.endswith("record.md") else Part
    try:
        read = validate(schema, parse_record(decode(data)), place)
    except Fault as fault:
        return Formatted(data, (place.from_fault(fault),))
    if read.model is None or read.findings:
        return Formatted(data, read.findings)
    return Formatted(rewritten(data, read.model))
