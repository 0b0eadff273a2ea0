"""Findings with the line of the field that they are about."""

from oit.findings import FieldPath, Finding, Kind, Place
from oit.records.site import Unit
from oit.records.strict_yaml import Document


def finding_at(
    place: Place, document: Document | None, rule: str, path: FieldPath, **params: object
) -> Finding:
    """A finding about a field of a policy file; at line 1 where there is no readable document."""
    line = document.line(path) if document else 1
    return place.finding(rule, line, path, **params)


def unit_finding(
    unit: Unit, rule: str, path: FieldPath, kind: Kind | None = None, /, **params: object
) -> Finding:
    """A finding about a field of a record or part; `invalid` unless a `kind` is named."""
    place = unit.place.of(kind) if kind else unit.place
    return finding_at(place, unit.document, rule, path, **params)
