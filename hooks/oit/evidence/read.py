"""All that inspection finds out about one file, as one value that fits into JSON."""

from typing import TypedDict

from oit.evidence import odf, ooxml
from oit.evidence.archive import Archive
from oit.evidence.containers import CONTENT_TYPES
from oit.evidence.facts import ContentFacts, Inspection, Spot
from oit.evidence.faults import FileFault, attempt
from oit.evidence.images import Picture, read_image
from oit.evidence.media_types import CSV, EXTENSIONS, PLAIN, Nature, Sniffed
from oit.evidence.office_parts import Found, Office
from oit.evidence.passages import Passage, excerpt, lines, spots
from oit.evidence.pdf import Pdf, read_pdf
from oit.evidence.sniff import decode, sniff
from oit.evidence.table_report import report_table
from oit.evidence.tables.read import KINDS
from oit.evidence.thai import TextLayer


class Told(TypedDict):
    """What the text of a file tells."""

    personal: tuple[Spot, ...]
    excerpt: str


def read_content(data: bytes) -> ContentFacts:
    """The facts of a file's bytes; never raises. Costs are bounded in size, not in time."""
    sniffed = sniff(data)
    found = attempt(lambda: _read(data, sniffed))
    return ContentFacts(sniffed=sniffed, fault=found) if isinstance(found, FileFault) else found


def _read(data: bytes, sniffed: Sniffed) -> ContentFacts:
    match _parsed(data, sniffed):
        case FileFault() as fault:
            return ContentFacts(sniffed=sniffed, fault=fault)
        case Pdf(facts, passages):
            readable = passages if facts.text_layer is TextLayer.READABLE else ()
            return ContentFacts(sniffed=sniffed, pdf=facts, **_told(passages, readable))
        case Office(facts, passages):
            return ContentFacts(sniffed=sniffed, office=facts, **_told(passages, passages))
        case Picture(facts, passages):
            return ContentFacts(sniffed=sniffed, image=facts, **_told(passages, ()))
        case other:
            return ContentFacts(sniffed=sniffed, **_told(other, ()))


def _told(passages: tuple[Passage, ...], readable: tuple[Passage, ...]) -> Told:
    """What all passages expose, and how those begin that people may be led to."""
    exposed = spots(passages)
    return {"personal": exposed, "excerpt": "" if exposed else excerpt(readable)}


def _parsed(
    data: bytes, sniffed: Sniffed
) -> Pdf | Office | Picture | FileFault | tuple[Passage, ...]:
    """What the reader of a type makes of it; nothing is read of what is not published anyway."""
    if sniffed.nature not in (Nature.DOCUMENT, Nature.MACRO):
        return ()
    if sniffed.media_type == "application/pdf":
        return read_pdf(data)
    if sniffed.media_type in ("image/png", "image/jpeg"):
        return read_image(data)
    if data.startswith(b"PK"):
        return read_office(data)
    return tuple(lines(decode(data) or ""))


_TABLES = {EXTENSIONS["xlsx"][0]: "xlsx", EXTENSIONS["ods"][0]: "ods"}


def find_out(data: bytes, extension: str, schemas: tuple[str, ...]) -> Inspection:
    """The facts of a file's bytes; never raises. Costs are bounded in size, not in time."""
    content = read_content(data)
    kind = _kind(content, extension)
    if kind is None or content.fault:
        return Inspection(content=content)
    return Inspection(content=content, table=report_table(kind, data, schemas))


def _kind(content: ContentFacts, extension: str) -> str | None:
    """Which reader of tables a file needs, by its content; a text that is called csv is one."""
    sniffed = content.sniffed
    if sniffed.nature is not Nature.DOCUMENT:
        return None
    if extension == "csv" and sniffed in (CSV, PLAIN):
        return "csv"
    kind = _TABLES.get(sniffed.media_type)
    return kind if kind in KINDS else None


def read_office(data: bytes) -> Office | FileFault:
    """Facts and text of an office file; `unreadable`, `encrypted` or `too-costly` otherwise."""
    return attempt(lambda: _read_parts(Archive(data)))


def _read_parts(archive: Archive) -> Office:
    found = Found()
    read = ooxml.read if CONTENT_TYPES in archive else odf.read
    read(archive, found)
    return found.finished()
