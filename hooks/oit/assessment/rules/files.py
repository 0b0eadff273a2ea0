"""Evidence files have the type their name says, open, can be read, and hold no personal data."""

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec.structs import replace

from oit.assessment.rules.concealed import check_concealed
from oit.assessment.rules.located import unit_finding
from oit.evidence.facts import (
    ContentFacts,
    FileFacts,
    PdfFacts,
    Readability,
    TableReport,
    TextLayer,
    readability_of,
)
from oit.evidence.faults import FileFault
from oit.evidence.inspect import LARGE, TOO_LARGE, extension
from oit.evidence.media_types import CONVERTIBLE, EXTENSIONS, LOCKED_OFFICE, Nature, agrees
from oit.evidence.personal import PERSONAL_RULES
from oit.evidence.tables.values import OTHER_BYTES, Code
from oit.findings import FieldPath, Finding, Kind
from oit.model.mandate import MandateItem, Requirement
from oit.model.record import FileEvidence
from oit.records.site import Bundle, Site, Unit

_RULE_OF_FILE_FAULT = {
    FileFault.UNREADABLE: "file-unopenable",
    FileFault.ABSENT: "file-unopenable",
    FileFault.ENCRYPTED: "file-encrypted",
    FileFault.TOO_COSTLY: "file-too-costly",
}
_RULE_OF_TABLE_FAULT: Mapping[str, str] = {
    Code.ENCODING_CP874: "table-encoding",
    Code.ENCODING_UTF16: "table-encoding",
    Code.ENCODING_BROKEN: "table-broken",
    Code.DELIMITER: "table-delimiter",
    Code.QUOTES_BROKEN: "table-broken",
    Code.UNREADABLE: "table-broken",
    Code.TOO_LARGE: "file-too-costly",
    Code.NO_TABLE: "table-empty",
    Code.HEADER_ONLY: "table-empty",
    Code.RAGGED_ROW: "table-ragged",
    Code.BLANK_HEADER: "table-header",
    Code.REPEATED_HEADER: "table-header",
    Code.MISSING_COLUMN: "table-column-missing",
    Code.SIMILAR_COLUMN: "table-column-similar",
    Code.SIMILAR_OPTIONAL: "table-column-similar",
    Code.UNKNOWN_COLUMN: "table-column-unknown",
    Code.UNNAMED_COLUMN: "table-column-unnamed",
    Code.TOTAL_DIFFERS: "table-total",
}
"""The rule of each fault of reading a table; all that Frictionless finds are `table-cell`."""
_NOTICES = OTHER_BYTES | {
    *(Code.SIMILAR_OPTIONAL, Code.UNKNOWN_COLUMN, Code.UNNAMED_COLUMN, Code.TOTAL_DIFFERS),
}
"""Faults with which a table is published: its open copy has what the form asks for."""


def check_files(unit: Unit, item: MandateItem, bundle: Bundle, site: Site) -> Iterator[Finding]:
    """Faults of the evidence files of a record or part, from the facts of their inspection."""
    required = {requirement.id: requirement for requirement in item.requirements}
    for number, evidence in unit.numbered():
        facts = isinstance(evidence, FileEvidence) and bundle.facts.get(evidence.file)
        if isinstance(evidence, FileEvidence) and facts:
            file = _File(unit, number, evidence, facts)
            yield from _check_file(file, required.get(evidence.requirement), site)


class _File:
    """Makes findings about one evidence file."""

    def __init__(self, unit: Unit, number: int, evidence: FileEvidence, facts: FileFacts) -> None:
        self.facts = facts
        self.name = evidence.file
        self._unit = unit
        self._path: FieldPath = ("evidence", number, "file")
        self._requirement = evidence.requirement

    def finding(
        self, rule: str, kind: Kind = Kind.INVALID, where: object = None, **params: object
    ) -> Finding:
        """A finding of `rule` about the file; `where` is a place within it."""
        found = unit_finding(
            self._unit, rule, self._path, kind, file_name=self.name, where=where, **params
        )
        return replace(found, requirement=self._requirement, where=str(where or ""))

    def allowed(self, site: Site) -> frozenset[str]:
        """The rules that a person found not to hold for these bytes."""
        return site.reviewed(self.facts.sha256)


def _check_file(file: _File, requirement: Requirement | None, site: Site) -> Iterator[Finding]:
    yield from _check_size(file)
    if file.facts.inspection is None:
        return
    content = file.facts.inspection.content
    if fault := _content_fault(file, content):
        yield fault
        return
    owes_statistics = bool(requirement and requirement.statistics)
    yield from check_concealed(file.finding, content, file.allowed(site))
    if content.pdf:
        # People can read a scan; statistics are owed in a form that machines read.
        unreadable = Kind.INVALID if owes_statistics else Kind.NOTICE
        yield from _check_pdf(file, content.pdf, unreadable)
    if file.facts.table:
        yield from _check_table(file, file.facts.table)
    if owes_statistics and readability_of(file.facts) is Readability.TEXT:
        yield file.finding("statistics-not-open", Kind.NOTICE)
    yield from _check_personal_data(file, content, site)


def _check_size(file: _File) -> Iterator[Finding]:
    size = file.facts.bytes
    if size > TOO_LARGE:
        yield file.finding("file-too-large", megabytes=size // 1_000_000)
    elif size > LARGE:
        yield file.finding("file-large", Kind.NOTICE, megabytes=size // 1_000_000)


def _content_fault(file: _File, content: ContentFacts) -> Finding | None:
    """The fault that makes all further checks of a file meaningless."""
    fault = content_fault(file.name, content)
    return file.finding(fault[0], **fault[1]) if fault else None


def content_fault(name: str, content: ContentFacts) -> tuple[str, Mapping[str, Any]] | None:
    """The rule that a file of this name breaks by what it is, and what fills its message.

    `None` for one that can be read, and is what its name says.
    """
    name_extension = extension(name)
    if content.sniffed.nature is Nature.MACRO:
        return "file-macros", {}
    told: dict[str, Any] = {"found": content.sniffed, "expected": name_extension}
    if content.sniffed == LOCKED_OFFICE:
        return "file-encrypted", told
    if name_extension in EXTENSIONS and not _has_type(name_extension, content):
        is_old = content.sniffed.media_type in CONVERTIBLE
        return "file-old-format" if is_old else "file-disguised", told
    return (_RULE_OF_FILE_FAULT[content.fault], told) if content.fault else None


def _has_type(name_extension: str, content: ContentFacts) -> bool:
    """Whether the content is of the extension's type; a file that was not read is trusted here."""
    was_not_read = content.fault in (FileFault.TOO_COSTLY, FileFault.ABSENT)
    return was_not_read or agrees(name_extension, content.sniffed)


def _check_pdf(file: _File, pdf: PdfFacts, unreadable: Kind) -> Iterator[Finding]:
    """Faults of a PDF; `unreadable` is the kind of finding where machines cannot read its text."""
    if pdf.pages == 0:
        yield file.finding("pdf-empty")
        return
    if pdf.text_layer is TextLayer.NONE:
        yield file.finding("pdf-scan", unreadable)
    elif pdf.pages_broken:
        kind = unreadable if pdf.text_layer is TextLayer.THAI_BROKEN else Kind.NOTICE
        yield file.finding("pdf-thai-broken", kind, pages=pdf.pages_broken)


def _check_table(file: _File, table: TableReport) -> Iterator[Finding]:
    """A finding for each fault of a table, with its sheet, row and column."""
    for fault in table.faults:
        rule = _RULE_OF_TABLE_FAULT.get(fault.code, "table-cell")
        kind = Kind.NOTICE if fault.code in _NOTICES else Kind.INVALID
        at = (fault.sheet, fault.column, fault.row)
        told = {"found": fault.found, "code": fault.code, "detail": fault.detail, "at": at}
        yield file.finding(rule, kind, fault, **told)


def _check_personal_data(file: _File, content: ContentFacts, site: Site) -> Iterator[Finding]:
    allowed = file.allowed(site)
    for match in content.personal:
        rule, kind = PERSONAL_RULES[match.kind]
        if rule not in allowed:
            yield file.finding(rule, kind, match.location)
    if authors := content.authors:
        yield file.finding("file-authors", Kind.NOTICE, found=", ".join(authors))
