"""Text documents (records, policy files) into models; what is wrong with them into findings."""

import hashlib
from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from oit.findings import DocumentError, Finding, Place
from oit.memory import NO_MEMORY, Memory, content_of
from oit.records.broken_lines import read_on
from oit.records.cut_values import cut_values
from oit.records.form_lines import FormText, as_meant, form_of
from oit.records.frame import Framed, framed
from oit.records.markup import parse_markdown
from oit.records.meant import Meant, read_as_meant
from oit.records.named_values import NOTHING_NAMED, KnownNames
from oit.records.passages import passages_of
from oit.records.read_document import ReadDocument, from_bytes, to_bytes
from oit.records.strict_yaml import Document, Guess, decode, decode_thai, parse_record
from oit.records.text_findings import (
    cut_findings,
    line_findings,
    odd_characters_in_body,
    odd_characters_in_fields,
    personal_data_findings,
)
from oit.records.validate import Model, Validated, validate

Source: TypeAlias = Callable[[], bytes]
"""Gives the bytes of a document, or raises `DocumentError`."""
Parse: TypeAlias = Callable[[str], Document]
"""`parse_record` or `parse_yaml`; raises `DocumentError`."""


_OF_NAMES = frozenset({"field-unknown", "requirement-unknown", "owner-unknown"})


class Reading(Struct, Generic[Model], frozen=True):
    """What a document says: as far as it counts, and as it was meant."""

    counted: Validated[Model]
    meant: Meant[Model]


class DocumentReader(Struct, frozen=True):
    """Reads the documents of a site, and adds what is wrong with them to `findings`."""

    findings: list[Finding]
    names: KnownNames = NOTHING_NAMED
    memory: Memory = NO_MEMORY
    """Knows documents in which nothing was found wrong, by their bytes."""

    def read(self, source: Source, parse: Parse, place: Place) -> ReadDocument | None:
        """A document, its texts searched; `None` if unreadable.

        Lines that only look right are told, and read as they were meant (`form_lines`).
        """
        try:
            data = source()
        except DocumentError as error:
            self.findings.append(place.from_error(error))
            return None
        digest = hashlib.sha256(data).hexdigest()
        known = self.memory.recall(
            "document", content_of(parse.__name__, digest), lambda: _without_fault(data, parse)
        )
        return from_bytes(known) if known else self._told(data, parse, place)

    def _told(self, data: bytes, parse: Parse, place: Place) -> ReadDocument | None:
        document = self._document(data, parse, place)
        if document is None:
            return None
        return ReadDocument(document, parse_markdown(document.body, document.body_line))

    def _document(self, data: bytes, parse: Parse, place: Place) -> Document | None:
        text, is_guess = self._text(data, place)
        if text is None:
            return None
        whole = framed(text) if parse is parse_record else Framed(text)
        meant = as_meant(whole.text)
        document = self._read_on(whole, meant, parse, place)
        passages = passages_of(document) if document else ()
        self.findings.extend(personal_data_findings(text, passages, place))
        if document is None:
            return None
        self.findings.extend(odd_characters_in_body(document, place))
        if document.guess or is_guess or whole.error:
            return replace(document, guess=document.guess or Guess())
        cut = tuple(cut_values(form_of(meant.text), document))
        self.findings.extend(cut_findings(cut, place))
        return replace(document, cut=cut)

    def _read_on(
        self, whole: Framed, meant: FormText, parse: Parse, place: Place
    ) -> Document | None:
        """The document by the lines of its file; what keeps it from being read is told."""
        read = read_on(meant.text, parse)
        found = list(line_findings(meant.faults, place))
        found += (
            place.from_error(line.error).corrected_by(line.correction) for line in read.broken
        )
        self.findings.extend(replace(each, line=whole.line(each.line)) for each in found)
        if whole.error:
            told = place.from_error(whole.error)
            self.findings.append(told.corrected_by(whole.correction))
        return whole.in_file(read.document) if read.document else None

    def _text(self, data: bytes, place: Place) -> tuple[str | None, bool]:
        """The text of a document, if there is one, and whether its encoding is a guess."""
        try:
            return decode(data), False
        except DocumentError as error:
            self.findings.append(place.from_error(error))
            return (decode_thai(data) if error.rule == "not-utf8" else None), True

    def validated(
        self,
        schema: type[Model],
        document: Document,
        place: Place,
        fallbacks: Mapping[str, Any] | None = None,
    ) -> Reading[Model]:
        """A model of a document; everything that is wrong with it is told, each by its cause.

        What is wrong with a field because of an odd character in it is told by that.
        """
        valid = validate(schema, document, place, fallbacks, self.names)
        known = {finding.field for finding in valid.findings if _tells_the_value(finding)}
        odd = () if document.is_plain else tuple(odd_characters_in_fields(document, place, known))
        self.findings.extend(odd)
        if not valid.findings and not odd and not document.guess:
            return Reading(valid, Meant(valid, document))
        meant = read_as_meant(schema, document, place, odd, fallbacks, self.names)
        self.findings.extend(meant.validated.findings)
        # What is read of lines that were put right in thought does not count.
        return Reading(Validated(None) if document.guess else valid, meant)


def _tells_the_value(finding: Finding) -> bool:
    """Whether a finding has the value to write; of a name that looks right, the cause is told."""
    return bool(finding.params.get("likely")) and finding.rule not in _OF_NAMES


def _without_fault(data: bytes, parse: Parse) -> bytes:
    """A document to be kept; nothing where anything is to be told of it."""
    findings: list[Finding] = []
    place = Place("")
    read = DocumentReader(findings)._told(data, parse, place)
    if read is None or findings or read.document.guess or read.document.cut:
        return b""
    is_plain = not any(odd_characters_in_fields(read.document, place, ()))
    return to_bytes(read) if is_plain else b""


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
