"""All that inspection finds out about one file, as one value that fits into JSON."""

from typing import TypedDict

from oit.inspection.faults import Fault, attempt
from oit.inspection.images import Picture, read_image
from oit.inspection.media_types import Nature, Sniffed
from oit.inspection.office import read_office
from oit.inspection.office_parts import Office
from oit.inspection.passages import Passage, excerpt, lines, spots
from oit.inspection.pdf import Pdf, read_pdf
from oit.inspection.sniff import sniff
from oit.inspection.text import decode
from oit.inspection.thai import TextLayer
from oit.inspection.values import ContentFacts, Spot


class Told(TypedDict):
    """What the text of a file tells."""

    personal: tuple[Spot, ...]
    excerpt: str


def read_content(data: bytes) -> ContentFacts:
    """The facts of a file's bytes; never raises. Costs are bounded in size, not in time."""
    sniffed = sniff(data)
    found = attempt(lambda: _read(data, sniffed))
    return ContentFacts(sniffed=sniffed, fault=found) if isinstance(found, Fault) else found


def _read(data: bytes, sniffed: Sniffed) -> ContentFacts:
    match _parsed(data, sniffed):
        case Fault() as fault:
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


def _parsed(data: bytes, sniffed: Sniffed) -> Pdf | Office | Picture | Fault | tuple[Passage, ...]:
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
