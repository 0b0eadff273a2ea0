"""Media types by content, and what each extension may hold. Imports nothing heavy."""

from dataclasses import dataclass
from enum import StrEnum


class Nature(StrEnum):
    """What kind of thing a file is, as far as safety is concerned."""

    DOCUMENT = "document"
    MACRO = "macro"
    """An office file with macros or controls."""
    ACTIVE = "active"
    """What a browser would run or render: HTML, SVG, XML."""
    EXECUTABLE = "executable"
    ARCHIVE = "archive"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Sniffed:
    """Media type and nature of a file, by its content."""

    media_type: str
    nature: Nature = Nature.DOCUMENT


UNKNOWN = Sniffed("application/octet-stream", Nature.UNKNOWN)
PDF = Sniffed("application/pdf")
PNG = Sniffed("image/png")
JPEG = Sniffed("image/jpeg")
PLAIN = Sniffed("text/plain")
CSV = Sniffed("text/csv")
JSON = Sniffed("application/json")
GEOJSON = Sniffed("application/geo+json")
PICTURES = frozenset({PNG.media_type, JPEG.media_type})

EXTENSIONS = {
    "pdf": ("application/pdf",),
    "csv": ("text/csv", "text/plain"),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",),
    "ods": ("application/vnd.oasis.opendocument.spreadsheet",),
    "docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
    "odt": ("application/vnd.oasis.opendocument.text",),
    "json": ("application/json", "application/geo+json"),
    "geojson": ("application/geo+json",),
    "png": ("image/png",),
    "jpg": ("image/jpeg",),
    "jpeg": ("image/jpeg",),
}
"""The accepted extensions, each with the media types it may hold; the first is published."""


def agrees(extension: str, sniffed: Sniffed) -> bool:
    """Whether a file with this extension (`pdf`, no dot, any case) may have that content."""
    accepted = EXTENSIONS.get(extension.lower(), ())
    return sniffed.nature is Nature.DOCUMENT and sniffed.media_type in accepted
