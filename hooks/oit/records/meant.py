"""A document as it was meant: what is wrong is put right in thought, so that the rest is told.

Nothing that is read so is published or counts. It only shows what else is wrong, in the same run:
a likely value stands for a wrong one, a stand-in for one that nobody knows, and the document is
validated again until nothing new appears.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Generic, TypeAlias

from msgspec import Struct

from oit.findings import FieldPath, Finding, Place
from oit.records.draft import Draft
from oit.records.named_values import NOTHING_NAMED, KnownNames
from oit.records.strict_yaml import Document
from oit.records.validate import Model, Validated, validate

_MOST_PASSES = 12
"""More than any document needs that a person has written."""
_Told: TypeAlias = dict[tuple[str, FieldPath], Finding]


class Meant(Struct, Generic[Model], frozen=True):
    """What a document says as it was meant, and everything that is wrong with it."""

    validated: Validated[Model]
    """Its findings are all those of the document."""
    document: Document
    stood_in: frozenset[FieldPath] = frozenset()
    """Paths whose value is not known: what a rule finds there says nothing."""


def read_as_meant(
    schema: type[Model],
    document: Document,
    place: Place,
    odd: Iterable[Finding] = (),
    fallbacks: Mapping[str, Any] | None = None,
    names: KnownNames = NOTHING_NAMED,
) -> Meant[Model]:
    """The document's model with likely values in place of wrong ones, and all that is wrong.

    `odd` are findings of its characters, told before; what is wrong with a value that is cut off
    is told by that. `fallbacks` are as in `validate`.
    """
    draft = Draft(document, fallbacks or {})
    draft.take(odd)
    told: _Told = {}
    for _ in range(_MOST_PASSES):
        result = validate(schema, draft.document, place, fallbacks, names)
        new = [found for found in result.findings if _key(found) not in told]
        # What a likely value does not put right needs something else in its place.
        handled = draft.take(new) or draft.stand_in(result.findings)
        if not handled:
            break
        told = {_key(found): found for found in handled} | told
    told = {_key(found): found for found in result.findings} | told
    causes = {value.path for value in document.cut}
    findings = [
        found
        for found in told.values()
        if found.field not in causes and not draft.is_unknown(found)
    ]
    in_order = tuple(sorted(findings, key=lambda found: found.sort_key))
    validated = Validated(result.model, in_order, result.left_out)
    return Meant(validated, draft.document, frozenset(draft.stood_in))


def _key(finding: Finding) -> tuple[str, FieldPath]:
    return finding.rule, finding.field
