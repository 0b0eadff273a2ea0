"""Media types by content, and what each extension may hold. Imports nothing heavy."""

from enum import StrEnum

from msgspec import Struct


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


class Sniffed(Struct, frozen=True):
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
# Not published, and told by name: how to save them stands in `wording.file_types`.
OLE_START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How the containers of old Office begin (MS-CFB 2.2)."""
OLE = Sniffed("application/x-ole-storage", Nature.UNKNOWN)
OLD_EXCEL = Sniffed("application/vnd.ms-excel", Nature.UNKNOWN)
OLD_WORD = Sniffed("application/msword", Nature.UNKNOWN)
OLD_POWERPOINT = Sniffed("application/vnd.ms-powerpoint", Nature.UNKNOWN)
OUTLOOK = Sniffed("application/vnd.ms-outlook", Nature.UNKNOWN)
LOCKED_OFFICE = Sniffed("application/x-encrypted-office", Nature.UNKNOWN)
"""A new Word, Excel or PowerPoint file with a password (MS-OFFCRYPTO 2.3)."""
EXCEL_XML = Sniffed("application/x-excel-2003-xml", Nature.ACTIVE)
WORD_XML = Sniffed("application/x-word-2003-xml", Nature.ACTIVE)
MAIL = Sniffed("message/rfc822", Nature.ACTIVE)
HEIC = Sniffed("image/heic", Nature.UNKNOWN)
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

_BY_OLD_EXTENSIONS = {
    **dict.fromkeys(("xls", "xlt"), OLD_EXCEL),
    **dict.fromkeys(("doc", "dot"), OLD_WORD),
    **dict.fromkeys(("ppt", "pps"), OLD_POWERPOINT),
    "pptx": Sniffed("application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    "rtf": Sniffed("application/rtf", Nature.UNKNOWN),
    **dict.fromkeys(("heic", "heif"), HEIC),
    **{kind: Sniffed(f"image/{kind}", Nature.UNKNOWN) for kind in ("webp", "avif", "gif", "bmp")},
    **dict.fromkeys(("tif", "tiff"), Sniffed("image/tiff", Nature.UNKNOWN)),
    "msg": OUTLOOK,
    "eml": MAIL,
    "zip": Sniffed("application/zip", Nature.ARCHIVE),
}
CONVERTIBLE = frozenset(
    sniffed.media_type for sniffed in (*_BY_OLD_EXTENSIONS.values(), OLE, EXCEL_XML, WORD_XML)
)
"""Media types of files that people have, and can save in a form that is published."""


def named_old_format(extension: str) -> Sniffed | None:
    """What a file of such a name holds, where people can save it in a form that is published."""
    return _BY_OLD_EXTENSIONS.get(extension)


def agrees(extension: str, sniffed: Sniffed) -> bool:
    """Whether a file with this extension (`pdf`, no dot, any case) may have that content."""
    accepted = EXTENSIONS.get(extension.lower(), ())
    return sniffed.nature is Nature.DOCUMENT and sniffed.media_type in accepted
