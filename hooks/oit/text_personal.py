"""Personal data in the text of a record or policy file, be it readable otherwise or not."""

from collections.abc import Iterator, Mapping

from oit.findings import Finding, Kind, Place
from oit.inspection.personal import FINDERS
from oit.inspection.values import Personal

PERSONAL_RULES: Mapping[Personal, tuple[str, Kind]] = {
    Personal.NATIONAL_ID: ("personal-id", Kind.UNSAFE),
    Personal.MOBILE: ("personal-mobile", Kind.NOTICE),
    Personal.EMAIL: ("personal-email", Kind.NOTICE),
}
"""The rule that answers each kind, in texts and in files, and what it means for the gate."""


def personal_findings(text: str, place: Place) -> Iterator[Finding]:
    """A finding for each line that holds personal data; what it is, is not told."""
    for number, line in enumerate(text.split("\n"), 1):
        for personal, find in FINDERS.items():
            if find(line):
                rule, kind = PERSONAL_RULES[personal]
                yield place.of(kind).finding(rule, number, where=None)
