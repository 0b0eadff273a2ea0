"""What a file is by its content, whatever its name says."""

import csv
import json
import re
from typing import Any

from oit.evidence.archive import Archive
from oit.evidence.containers import container_type
from oit.evidence.faults import attempt
from oit.evidence.foreign import foreign_binary, foreign_text
from oit.evidence.limits import SNIFF_BOUNDS
from oit.evidence.media_types import (
    CSV,
    GEOJSON,
    JPEG,
    JSON,
    PDF,
    PLAIN,
    PNG,
    UNKNOWN,
    Nature,
    Sniffed,
)
from oit.evidence.tables.decoding import in_utf16

_SIGNATURES: tuple[tuple[bytes, Sniffed], ...] = (
    (b"%PDF-", PDF),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"GIF8", Sniffed("image/gif")),
    (b"II*\0", Sniffed("image/tiff")),
    (b"MM\0*", Sniffed("image/tiff")),
    (b"{\\rtf", Sniffed("application/rtf", Nature.UNKNOWN)),
    (b"%!PS", Sniffed("application/postscript", Nature.EXECUTABLE)),
    (b"MZ", Sniffed("application/vnd.microsoft.portable-executable", Nature.EXECUTABLE)),
    (b"\x7fELF", Sniffed("application/x-elf", Nature.EXECUTABLE)),
    (b"\xfe\xed\xfa\xce", Sniffed("application/x-mach-binary", Nature.EXECUTABLE)),
    (b"\xfe\xed\xfa\xcf", Sniffed("application/x-mach-binary", Nature.EXECUTABLE)),
    (b"\xce\xfa\xed\xfe", Sniffed("application/x-mach-binary", Nature.EXECUTABLE)),
    (b"\xcf\xfa\xed\xfe", Sniffed("application/x-mach-binary", Nature.EXECUTABLE)),
    (b"\xca\xfe\xba\xbe", Sniffed("application/x-mach-binary", Nature.EXECUTABLE)),
    (b"\0asm", Sniffed("application/wasm", Nature.EXECUTABLE)),
    (b"L\0\0\0\x01\x14\x02\0", Sniffed("application/x-ms-shortcut", Nature.EXECUTABLE)),
    (b"#!", Sniffed("text/x-shellscript", Nature.EXECUTABLE)),
    (b"\xef\xbb\xbf#!", Sniffed("text/x-shellscript", Nature.EXECUTABLE)),
    (b"7z\xbc\xaf\x27\x1c", Sniffed("application/x-7z-compressed", Nature.ARCHIVE)),
    (b"Rar!\x1a\x07", Sniffed("application/vnd.rar", Nature.ARCHIVE)),
    (b"\x1f\x8b", Sniffed("application/gzip", Nature.ARCHIVE)),
    (b"BZh", Sniffed("application/x-bzip2", Nature.ARCHIVE)),
    (b"\xfd7zXZ\0", Sniffed("application/x-xz", Nature.ARCHIVE)),
    (b"\x28\xb5\x2f\xfd", Sniffed("application/zstd", Nature.ARCHIVE)),
    (b"MSCF", Sniffed("application/vnd.ms-cab-compressed", Nature.ARCHIVE)),
)
_PDF_VERSION = re.compile(rb"%PDF-[12]\.\d[\r\n ]")
_PDF_WITHIN = 1024
_PDF_WORDS = (b" obj", b"%%EOF")
_ZIP = Sniffed("application/zip", Nature.ARCHIVE)
_ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
# Where a tar header has the magic "ustar" (POSIX.1).
_TAR_MAGIC = slice(257, 262)
# RFC 7946, 1.4.
_GEOJSON_TYPES = frozenset(
    {
        "FeatureCollection",
        "Feature",
        "Point",
        "MultiPoint",
        "LineString",
        "MultiLineString",
        "Polygon",
        "MultiPolygon",
        "GeometryCollection",
    }
)
# White space, comments, XML declarations and the document type of SVG, before the first element.
_PROLOG = re.compile(
    r"(?:\s+|<!--.*?-->|<\?.*?\?>|<!DOCTYPE\s+svg[^>\[]*(?:\[.*?\])?\s*>)", re.S | re.I
)
_HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|script|iframe|title|style|table|div|a|b|p|h[1-6]|br|font"
    r"|img|meta|link|form|object|embed|base)\b",
    re.IGNORECASE,
)
_SVG = re.compile(r"<(?:\w+:)?svg\b", re.IGNORECASE)
_XML = re.compile(r"<[\w!?]")
_SAMPLE_CHARACTERS, _SAMPLE_LINES = 10_000, 20
# Control characters that no text has; tab, line breaks and escape (0x1B) may stand in one.
_CONTROL = re.compile("[\0-\x08\x0e-\x1a\x1c-\x1f]")
# Windows-874 decodes nearly any bytes, so UTF-8 is tried first.
_ENCODINGS = ("utf-8-sig", "cp874")


def sniff(data: bytes) -> Sniffed:
    """The media type and nature that the content has; never raises."""
    if data.startswith(_ZIP_STARTS):
        return _zip(data)
    for signature, sniffed in _SIGNATURES:
        if data.startswith(signature):
            return sniffed
    if data[_TAR_MAGIC] == b"ustar":
        return Sniffed("application/x-tar", Nature.ARCHIVE)
    if foreign := foreign_binary(data):
        return foreign
    if _is_pdf_behind_something(data):
        return PDF
    text = decode(data)
    return UNKNOWN if text is None else _text(text)


def decode(data: bytes) -> str | None:
    """UTF-8, UTF-16 or Windows-874 text; `None` where it is no text."""
    text = in_utf16(data)
    for encoding in _ENCODINGS if text is None else ():
        try:
            text = data.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    return None if text is None or _CONTROL.search(text) else text


def _is_pdf_behind_something(data: bytes) -> bool:
    """Whether a PDF begins within the first bytes, as browsers accept (ISO 32000-1, H.3.4.1).

    A table or a web page that only speaks of PDF files is none.
    """
    start = _PDF_VERSION.search(data, 0, _PDF_WITHIN)
    if not start or any(word not in data for word in _PDF_WORDS):
        return False
    before = decode(data[: start.start()])
    return before is None or _text(before).nature is Nature.DOCUMENT


def _zip(data: bytes) -> Sniffed:
    container = attempt(lambda: container_type(Archive(data, SNIFF_BOUNDS)))
    if not isinstance(container, tuple):
        return _ZIP
    media_type, has_macros = container
    return Sniffed(media_type, Nature.MACRO if has_macros else Nature.DOCUMENT)


def _text(text: str) -> Sniffed:
    if foreign := foreign_text(text):
        return foreign
    start = _end_of_prolog(text)
    if _SVG.match(text, start):
        return Sniffed("image/svg+xml", Nature.ACTIVE)
    if _HTML.match(text, start):
        return Sniffed("text/html", Nature.ACTIVE)
    if text[start : start + 1] in ("{", "["):
        return _json(text) or _lines(text)
    return Sniffed("application/xml", Nature.ACTIVE) if _is_xml(text, start) else _lines(text)


def _end_of_prolog(text: str) -> int:
    """Index of the first character that is no white space, comment, or declaration of XML."""
    start = 0
    while match := _PROLOG.match(text, start):
        start = match.end()
    return start


def _is_xml(text: str, start: int) -> bool:
    return text.lstrip().startswith("<?xml") or _XML.match(text, start) is not None


def _json(text: str) -> Sniffed | None:
    document: Any = attempt(lambda: json.loads(text))
    if not isinstance(document, (dict, list)):
        return None
    is_geo = isinstance(document, dict) and document.get("type") in _GEOJSON_TYPES
    return GEOJSON if is_geo else JSON


def _lines(text: str) -> Sniffed:
    """CSV where the first lines have a separator, else plain text."""
    sample = text[:_SAMPLE_CHARACTERS].splitlines()[:_SAMPLE_LINES]
    dialect = attempt(lambda: csv.Sniffer().sniff("\n".join(sample), delimiters=",;\t|"))
    is_table = isinstance(dialect, type) or any("," in line for line in sample)
    return CSV if is_table else PLAIN
