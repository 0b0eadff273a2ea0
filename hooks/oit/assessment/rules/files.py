"""Evidence files are what they say, open, and can be read; and they expose nobody."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from oit.evidence.facts import (
    ContentFacts,
    FileFacts,
    PdfFacts,
    Readability,
    TableReport,
    readability_of,
)
from oit.evidence.faults import FileFault
from oit.evidence.inspect import LARGE, TOO_LARGE, extension
from oit.evidence.media_types import EXTENSIONS, Nature, agrees
from oit.evidence.personal import PERSONAL_RULES
from oit.evidence.tables.values import Code
from oit.evidence.thai import TextLayer
from oit.findings import Finding, Kind
from oit.model.mandate import MandateItem, Requirement
from oit.model.record import FileEvidence
from oit.records.site import Bundle, Site, Unit

_FAULTS = {
    FileFault.UNREADABLE: "file-unopenable",
    FileFault.ABSENT: "file-unopenable",
    FileFault.ENCRYPTED: "file-encrypted",
    FileFault.TOO_COSTLY: "file-too-costly",
}


def check_files(unit: Unit, item: MandateItem, bundle: Bundle, site: Site) -> Iterator[Finding]:
    """Faults of the evidence files of a record or part, by what inspection found out."""
    required = {one.id: one for one in item.requirements}
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
        self._path = ("evidence", number, "file")
        self._requirement = evidence.requirement

    def finding(
        self, rule: str, kind: Kind = Kind.INVALID, where: object = None, **params: object
    ) -> Finding:
        """A finding of `rule` here; `where` is a place within the file."""
        line = self._unit.document.line(self._path)
        place = self._unit.place.of(kind)
        found = place.finding(rule, line, self._path, file_name=self.name, where=where, **params)
        return replace(found, requirement=self._requirement, where=str(where or ""))


def _check_file(file: _File, required: Requirement | None, site: Site) -> Iterator[Finding]:
    yield from _check_size(file)
    if file.facts.inspection is None:
        return
    content = file.facts.inspection.content
    if wrong := _check_content(file, content):
        yield wrong
        return
    owes_figures = bool(required and required.statistics)
    if content.pdf:
        unreadable = Kind.INVALID if owes_figures else Kind.NOTICE
        yield from _check_pdf(file, content.pdf, unreadable)
    if file.facts.table:
        yield from check_table(file.facts.table, file.finding)
    if owes_figures and readability_of(file.facts) is Readability.TEXT:
        yield file.finding("statistics-not-open", Kind.NOTICE)
    yield from _check_people(file, content, site)


def _check_size(file: _File) -> Iterator[Finding]:
    size = file.facts.bytes
    if size > TOO_LARGE:
        yield file.finding("file-too-large", megabytes=size // 1_000_000)
    elif size > LARGE:
        yield file.finding("file-large", Kind.NOTICE, megabytes=size // 1_000_000)


def _check_content(file: _File, content: ContentFacts) -> Finding | None:
    """Why nothing else can be said of a file."""
    kind = extension(file.name)
    if content.sniffed.nature is Nature.MACRO:
        return file.finding("file-macros")
    if kind in EXTENSIONS and not _is_called_what_it_is(kind, content):
        return file.finding("file-disguised", found=content.sniffed.media_type, expected=kind)
    return file.finding(_FAULTS[content.fault]) if content.fault else None


def _is_called_what_it_is(kind: str, content: ContentFacts) -> bool:
    """Whether the content is that of the extension; nothing is known of what nobody could read."""
    return content.fault in (FileFault.TOO_COSTLY, FileFault.ABSENT) or agrees(
        kind, content.sniffed
    )


def _check_pdf(file: _File, pdf: PdfFacts, unreadable: Kind) -> Iterator[Finding]:
    """Faults of a PDF; `unreadable` is the kind of those that only a machine minds."""
    if pdf.pages == 0:
        yield file.finding("pdf-empty")
        return
    if pdf.has_actions or pdf.has_files:
        yield file.finding("pdf-active")
    if pdf.text_layer is TextLayer.NONE:
        yield file.finding("pdf-scan", unreadable)
    elif pdf.text_layer is TextLayer.THAI_BROKEN:
        yield file.finding("pdf-thai-broken", unreadable)


def _check_people(file: _File, content: ContentFacts, site: Site) -> Iterator[Finding]:
    for spot in content.personal:
        rule, kind = PERSONAL_RULES[spot.kind]
        if (file.facts.sha256, rule) not in site.exceptions:
            yield file.finding(rule, kind, spot.place)
    names = _authors(content)
    if names:
        yield file.finding("file-authors", Kind.NOTICE, found=", ".join(names))
    if content.image and content.image.has_position:
        yield file.finding("image-position", Kind.NOTICE)


def _authors(content: ContentFacts) -> tuple[str, ...]:
    """Names of people that the file tells in its properties."""
    if content.pdf:
        return (content.pdf.author,) if content.pdf.author else ()
    return content.office.authors if content.office else ()


_RULES: Mapping[str, str] = {
    Code.ENCODING_CP874: "table-encoding",
    Code.ENCODING_BROKEN: "table-broken",
    Code.DELIMITER: "table-broken",
    Code.QUOTES_BROKEN: "table-broken",
    Code.UNREADABLE: "table-broken",
    Code.TOO_LARGE: "file-too-costly",
    Code.NO_TABLE: "table-empty",
    Code.HEADER_ONLY: "table-empty",
    Code.RAGGED_ROW: "table-ragged",
    Code.BLANK_HEADER: "table-header",
    Code.REPEATED_HEADER: "table-header",
    Code.MISSING_COLUMN: "table-column-missing",
    Code.UNKNOWN_COLUMN: "table-column-unknown",
}
"""The rule of each fault of reading; those of the Frictionless library are `table-cell`."""


def check_table(table: TableReport, make: Callable[..., Finding]) -> Iterator[Finding]:
    """A finding for each fault of a table, with its sheet, row and column."""
    for fault in table.faults:
        rule = _RULES.get(fault.code, "table-cell")
        kind = Kind.NOTICE if rule == "table-column-unknown" else Kind.INVALID
        yield make(rule, kind, fault, found=fault.found, code=fault.code, detail=fault.detail)
