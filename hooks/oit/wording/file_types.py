"""What a file holds, and how to save it in a form that is published, by its program."""

from collections.abc import Mapping

from oit.catalog import Language, has, say
from oit.evidence.media_types import EXTENSIONS, Nature, Sniffed

_OFFICE = "application/vnd.openxmlformats-officedocument."
_ODF = "application/vnd.oasis.opendocument."
_TYPES: Mapping[str, tuple[str, str]] = {
    "application/vnd.ms-excel": ("xls", "excel"),
    "application/x-excel-2003-xml": ("excel-xml", "excel"),
    "application/msword": ("doc", "word"),
    "application/x-word-2003-xml": ("word-xml", "word"),
    "application/rtf": ("rtf", "word"),
    "application/vnd.ms-powerpoint": ("ppt", "slides"),
    f"{_OFFICE}presentationml.presentation": ("pptx", "slides"),
    f"{_ODF}presentation": ("odp", "printed"),
    "application/x-ole-storage": ("old-office", "printed"),
    "application/x-encrypted-office": ("locked-office", "printed"),
    "application/vnd.ms-outlook": ("outlook", "printed"),
    "message/rfc822": ("mail", "printed"),
    "image/heic": ("heic", "telephone"),
    "image/avif": ("avif", "picture"),
    "image/webp": ("webp", "picture"),
    "image/tiff": ("tiff", "picture"),
    "image/gif": ("gif", "picture"),
    "image/bmp": ("bmp", "picture"),
    "application/zip": ("zip", "unpacked"),
    "application/vnd.rar": ("rar", "unpacked"),
    "application/x-7z-compressed": ("seven-zip", "unpacked"),
    "application/gzip": ("gzip", "unpacked"),
    "text/html": ("html", "again"),
    "application/xml": ("xml", "again"),
    "image/svg+xml": ("svg", "picture"),
    "application/pdf": ("pdf", "again"),
    "text/csv": ("csv", "again"),
    "text/plain": ("text", "again"),
    "application/json": ("json", "again"),
    "application/geo+json": ("geojson", "again"),
    "image/png": ("png", "again"),
    "image/jpeg": ("jpeg", "again"),
    EXTENSIONS["xlsx"][0]: ("xlsx", "again"),
    EXTENSIONS["docx"][0]: ("docx", "again"),
    EXTENSIONS["ods"][0]: ("ods", "again"),
    EXTENSIONS["odt"][0]: ("odt", "again"),
}
"""By media type: the names in the catalogue of what a file is, and of how to save it."""
_AGAIN = "again"


def type_words(sniffed: Sniffed, language: Language) -> str:
    """What a file is, for people who know programs and no media types."""
    unknown = "program" if sniffed.nature is Nature.EXECUTABLE else "unknown"
    name, _ = _TYPES.get(sniffed.media_type, (unknown, _AGAIN))
    return say(f"files.type-{name}", language)


def saving_words(sniffed: Sniffed, expected: str, language: Language) -> str:
    """How to save it in a form that is published; `expected` is the extension of its name."""
    _, how = _TYPES.get(sniffed.media_type, ("", _AGAIN))
    return say(f"files.save-{how}", language, expected=expected)


def unlocking_words(expected: str, language: Language) -> str:
    """How to save a file without its password, by the extension of its name."""
    message = f"files.unlock-{expected}"
    return say(message if has(message, language) else "files.unlock-others", language)
