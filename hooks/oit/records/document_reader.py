"""Text documents (records, policy files) into models; what is wrong with them into findings."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from oit.evidence.personal import personal_findings
from oit.findings import DocumentError, Finding, Place
from oit.records.strict_yaml import Document, decode
from oit.records.validate import Model, Validated, validate

Source: TypeAlias = Callable[[], bytes]
"""Gives the bytes of a document, or raises `DocumentError`."""
Parse: TypeAlias = Callable[[str], Document]
"""`parse_record` or `parse_yaml`; raises `DocumentError`."""


@dataclass(frozen=True, slots=True)
class DocumentReader:
    """Reads the documents of a site, and adds what is wrong with them to `findings`."""

    findings: list[Finding]

    def document(self, source: Source, parse: Parse, place: Place) -> Document | None:
        """The raw values of a document, searched for personal data; `None` if unreadable."""
        try:
            text = decode(source())
            # Not JSON: a ledger is hashes, whose digits can look like a national ID number.
            if not place.file.endswith(".json"):
                self.findings.extend(personal_findings(text, place))
            return parse(text)
        except DocumentError as error:
            self.findings.append(place.from_error(error))
            return None

    def validated(
        self,
        schema: type[Model],
        document: Document,
        place: Place,
        fallbacks: Mapping[str, Any] | None = None,
    ) -> Validated[Model]:
        """As much of a model as is valid; see `validate`."""
        result = validate(schema, document, place, fallbacks)
        self.findings.extend(result.findings)
        return result


def read_valid(
    schema: type[Model], source: Source, parse: Parse, place: Place
) -> tuple[Model | None, tuple[Finding, ...]]:
    """A model with nothing left out, or `None` and the findings that say why.

    For one document by itself; it is not searched for personal data.
    """
    try:
        document = parse(decode(source()))
    except DocumentError as error:
        return None, (place.from_error(error),)
    result = validate(schema, document, place)
    return (None if result.findings else result.model), result.findings
