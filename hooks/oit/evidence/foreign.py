"""What files are that offices have and no site publishes: old, locked and telephones' formats.

They are recognised so that people can be told what they hold and how to save it.
"""

import re

from oit.evidence.media_types import (
    EXCEL_XML,
    HEIC,
    LOCKED_OFFICE,
    MAIL,
    OLD_EXCEL,
    OLD_POWERPOINT,
    OLD_WORD,
    OLE,
    OLE_START,
    OUTLOOK,
    WORD_XML,
    Nature,
    Sniffed,
)

# Names of streams (MS-CFB 2.6.1), the surer ones first: "Book" may be the name of a font.
_STREAMS = (
    ("EncryptedPackage", LOCKED_OFFICE),
    ("WordDocument", OLD_WORD),
    ("PowerPoint Document", OLD_POWERPOINT),
    ("__nameid_version1.0", OUTLOOK),
    ("Workbook", OLD_EXCEL),
    ("Book", OLD_EXCEL),
)
_BRANDS = {
    **dict.fromkeys((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1"), HEIC),
    **dict.fromkeys((b"avif", b"avis"), Sniffed("image/avif", Nature.UNKNOWN)),
}
_VIDEO = Sniffed("video/mp4", Nature.UNKNOWN)
_WEBP = Sniffed("image/webp", Nature.UNKNOWN)
_BITMAP = Sniffed("image/bmp", Nature.UNKNOWN)
# RFC 5322, 2.2: lines of names and values, which a message and a saved page begin with.
_HEADERS = re.compile(r"(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)+")
_MAIL_HEADERS = re.compile(r"^(?:mime-version|received|message-id):", re.I | re.M)
_HEADERS_LENGTH = 8000
_OFFICE_XML = (
    (re.compile(r"progid=.Excel\.Sheet|schemas-microsoft-com:office:spreadsheet"), EXCEL_XML),
    (re.compile(r"progid=.Word\.Document|schemas.microsoft.com/office/word/2003"), WORD_XML),
)
_XML_LENGTH = 2000


def foreign_binary(data: bytes) -> Sniffed | None:
    """What a file is by its first bytes, where it is one of these."""
    if data.startswith(OLE_START):
        names = ((name.encode("utf-16-le") + b"\0\0", sniffed) for name, sniffed in _STREAMS)
        return next((sniffed for name, sniffed in names if name in data), OLE)
    if data[4:8] == b"ftyp":
        return _BRANDS.get(data[8:12], _VIDEO)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return _WEBP
    is_bitmap = data[:2] == b"BM" and int.from_bytes(data[2:6], "little") == len(data)
    return _BITMAP if is_bitmap else None


def foreign_text(text: str) -> Sniffed | None:
    """What a text is, where it is a message, or a workbook or letter of Office 2003 as XML."""
    headers = _HEADERS.match(text[:_HEADERS_LENGTH].replace("\r\n", "\n"))
    if headers and _MAIL_HEADERS.search(headers[0]):
        return MAIL
    start = text[:_XML_LENGTH]
    if not start.lstrip().startswith("<?xml"):
        return None
    return next((sniffed for pattern, sniffed in _OFFICE_XML if pattern.search(start)), None)
