"""Personal data in the text of a record or policy file, be it readable otherwise or not."""

from collections.abc import Iterator

from oit.findings import Finding, Kind
from oit.inspection.personal import find_mobile_numbers, find_national_ids, find_personal_emails
from oit.validate import Place

_RULES = (
    ("personal-id", Kind.UNSAFE, find_national_ids),
    ("personal-mobile", Kind.NOTICE, find_mobile_numbers),
    ("personal-email", Kind.NOTICE, find_personal_emails),
)


def personal_findings(text: str, place: Place) -> Iterator[Finding]:
    """A finding for each line that holds personal data; what it is, is not told."""
    for number, line in enumerate(text.split("\n"), 1):
        for rule, kind, find in _RULES:
            if find(line):
                yield place.of(kind).finding(rule, number, where=None)
