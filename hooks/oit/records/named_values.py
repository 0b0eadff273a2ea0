"""Names where ids belong: what only the site's divisions and its mandate know."""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from oit.findings import Correction, Finding
from oit.model.mandate import Requirement
from oit.model.named import nearest_division, nearest_requirement
from oit.model.office import Division
from oit.records.likely_values import by_resemblance

_UNFILLED = frozenset({"field-empty", "field-missing"})
_DIVISION_FIELDS = frozenset({"owner", "division", "lead", "owners"})


class KnownNames(Struct, frozen=True):
    """The divisions of a site, and what the item of a document has to disclose."""

    divisions: tuple[Division, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    lead: str | None = None
    """Who leads that item, and thus owns its record."""

    def told(self, finding: Finding) -> Finding:
        """A finding of a schema; of a name where an id belongs, with the id to write.

        The schema only knows that it is no id.
        """
        found, name = finding.params.get("found"), finding.field_name
        if finding.rule in _UNFILLED and name == "owner" and self.lead:
            # A person looks at what has never been written.
            return finding.corrected_by(Correction(self.lead, is_certain=False))
        if finding.rule != "wrong-type" or not isinstance(found, str):
            return finding
        if name in _DIVISION_FIELDS and self.divisions:
            allowed = [division.id for division in self.divisions]
            correction = correction_of_division(found, self.divisions)
            return _told_as(finding, "owner-unknown", allowed).corrected_by(correction)
        if name == "for" and self.requirements:
            allowed = [requirement.id for requirement in self.requirements]
            correction = correction_of_requirement(found, self.requirements)
            return _told_as(finding, "requirement-unknown", allowed).corrected_by(correction)
        return finding


NOTHING_NAMED = KnownNames()
"""For a document by itself."""


def correction_of_division(text: str, divisions: Iterable[Division]) -> Correction | None:
    """The id of a division that a name means, in Thai or English, whole, short or misspelt."""
    return by_resemblance(nearest_division(text, divisions))


def correction_of_requirement(text: str, requirements: Iterable[Requirement]) -> Correction | None:
    """The id of a requirement that a label means, or a misspelt id."""
    return by_resemblance(nearest_requirement(text, requirements))


def _told_as(finding: Finding, rule: str, allowed: Iterable[str]) -> Finding:
    params = {**finding.params, "allowed": sorted(allowed)}
    return replace(finding, rule=rule, params=params)
