"""All that the readers find out about a file's bytes; what runs in the child process.

Costs are bounded in size by `limits`, not in time: that is what `runner` is for.
"""

from typing import TypeAlias, TypeVar

from msgspec.structs import replace

from oit.evidence.archive import Archive
from oit.evidence.concealed import ActiveKind, ActivePart, HiddenPart, UnreadPart
from oit.evidence.containers import CONTENT_TYPES
from oit.evidence.facts import ContentFacts, Inspection, OfficeFacts, PdfFacts, TextLayer
from oit.evidence.faults import FileFault, attempt
from oit.evidence.inner import with_inner_files
from oit.evidence.location import Location, Where
from oit.evidence.media_types import (
    CSV,
    EXTENSIONS,
    GEOJSON,
    JSON,
    PDF,
    PICTURES,
    PLAIN,
    Nature,
    Sniffed,
)
from oit.evidence.named_periods import named_periods
from oit.evidence.passages import (
    Extract,
    Passage,
    beginning,
    excerpt,
    lines,
    opening,
    redacted,
    visible_text,
)
from oit.evidence.personal_search import find_personal_data
from oit.evidence.sheet_facts import named_in
from oit.evidence.sniff import decode, sniff
from oit.evidence.table_report import report_table
from oit.evidence.tables.read import KINDS

AnyExtract: TypeAlias = Extract[PdfFacts | OfficeFacts | None]
"""What a reader takes from a file; no facts for a file that is only text."""

PartT = TypeVar("PartT", HiddenPart, ActivePart, UnreadPart)
MAX_PARTS = 100
"""Hidden, active or unread parts of a file that are kept of each."""
_WORKBOOKS = {EXTENSIONS[extension][0]: extension for extension in ("xlsx", "ods")}


def inspect_bytes(data: bytes, extension: str, schemas: tuple[str, ...]) -> Inspection:
    """The facts of a file and the table in it; never raises.

    `extension` is in lower case and without a dot; `schemas` are names of table schemas, of which
    the table is to follow one.
    """
    content = read_content(data)
    kind = _table_kind(content, extension)
    if kind is None or content.fault:
        return Inspection(content=content)
    return Inspection(content=content, table=report_table(kind, data, schemas))


def read_content(data: bytes) -> ContentFacts:
    """The facts of a file, without the table in it; never raises."""
    sniffed = sniff(data)
    content = attempt(lambda: _read(data, sniffed))
    if isinstance(content, FileFault):
        return ContentFacts(sniffed=sniffed, fault=content)
    return content


def read_office(data: bytes) -> Extract[OfficeFacts] | FileFault:
    """Facts and text of an office file; `unreadable`, `encrypted` or `too-costly` otherwise."""
    return attempt(lambda: _read_parts(Archive(data)))


# Each of the readers below is heavy to import, and most sites have few kinds of files.


def _read_parts(archive: Archive) -> Extract[OfficeFacts]:
    from oit.evidence import odf, ooxml
    from oit.evidence.office_parts import OfficeCollector

    collector = OfficeCollector()
    read = ooxml.read if CONTENT_TYPES in archive else odf.read
    read(archive, collector)
    return collector.extract()


def _read_pdf(data: bytes) -> Extract[PdfFacts] | FileFault:
    from oit.evidence.pdf.read import read_pdf

    return read_pdf(data)


def _read_image(data: bytes) -> Extract[None] | FileFault:
    from oit.evidence.images import read_image

    return read_image(data)


def _read(data: bytes, sniffed: Sniffed) -> ContentFacts:
    read = _extract(data, sniffed)
    if isinstance(read, FileFault):
        return ContentFacts(sniffed=sniffed, fault=read)
    extract = with_inner_files(read, _extract_inner)
    facts, personal = extract.facts, find_personal_data(extract.passages)
    return ContentFacts(
        sniffed=sniffed,
        pdf=facts if isinstance(facts, PdfFacts) else None,
        office=facts if isinstance(facts, OfficeFacts) else None,
        hidden=_each_once(extract.hidden),
        active=_each_once(extract.active),
        unread=_each_once(extract.unread),
        personal=personal,
        excerpt="" if personal else excerpt(_searchable(extract)),
        named_periods=tuple(sorted(named_periods(visible_text(extract.passages)))),
        title=named_in(beginning(extract.passages)),
        heading=opening(extract.passages),
    )


def _extract(data: bytes, sniffed: Sniffed) -> AnyExtract | FileFault:
    """What the reader of the file's type takes from it; nothing of types that are refused."""
    if sniffed.nature not in (Nature.DOCUMENT, Nature.MACRO):
        return Extract(None, ())
    if sniffed.media_type == PDF.media_type:
        return _read_pdf(data)
    if sniffed.media_type in PICTURES:
        return _read_image(data)
    if data.startswith(b"PK"):  # a zip that is a document is an office file
        return read_office(data)
    is_json = sniffed in (JSON, GEOJSON)
    return Extract(None, tuple(lines(decode(data) or "", is_escaped=is_json)))


def _extract_inner(data: bytes) -> AnyExtract | FileFault:
    """What is in a file within a file; one of a type that nobody reads cannot be read."""
    sniffed = sniff(data)
    if sniffed.nature not in (Nature.DOCUMENT, Nature.MACRO):
        return FileFault.UNREADABLE
    extract = attempt(lambda: _extract(data, sniffed))
    if isinstance(extract, Extract) and sniffed.nature is Nature.MACRO:
        script = ActivePart(ActiveKind.SCRIPT, Location(Where.HIDDEN))
        return replace(extract, active=(*extract.active, script))
    return extract


def _each_once(parts: tuple[PartT, ...]) -> tuple[PartT, ...]:
    """The parts without repetition or personal data, no more of them than tell anybody anything."""
    safe = (replace(part, location=redacted(part.location)) for part in parts)
    return tuple(dict.fromkeys(safe))[:MAX_PARTS]


def _searchable(extract: AnyExtract) -> tuple[Passage, ...]:
    """The passages by which the site's search may lead to the document."""
    match extract.facts:
        case OfficeFacts():
            return extract.passages
        case PdfFacts(pages_broken=broken, text_layer=layer) if layer is not TextLayer.NONE:
            untrusted = {Location(Where.PAGE, str(number)) for number in broken}
            return tuple(each for each in extract.passages if each.location not in untrusted)
    return ()


def _table_kind(content: ContentFacts, extension: str) -> str | None:
    """Which reader of tables a file needs, by its content; a text that is called csv is one."""
    sniffed = content.sniffed
    if sniffed.nature is not Nature.DOCUMENT:
        return None
    if extension == "csv" and sniffed in (CSV, PLAIN):
        return "csv"
    kind = _WORKBOOKS.get(sniffed.media_type)
    return kind if kind in KINDS else None
