"""Files that offices have and no site publishes, as far as telling them needs."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def ole(stream: str) -> bytes:
    """A storage of old Office with the name of a stream in its directory."""
    return _OLE + b"\0" * 504 + stream.encode("utf-16-le").ljust(64, b"\0") + b"\0" * 448


def media(brand: bytes) -> bytes:
    """A picture or film in the container of MPEG-4."""
    return b"\0\0\0\x18ftyp" + brand + b"\0\0\0\0" + brand


WEBP = b"RIFF\x1a\0\0\0WEBPVP8 " + b"\0" * 14
BITMAP = b"BM" + (26).to_bytes(4, "little") + b"\0" * 20
EXCEL_XML = b'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook/>'
WORD_XML = b'<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>\n<w:wordDocument/>'
MAIL = b"Received: by a\r\nFrom: a@example.com\r\nMIME-Version: 1.0\r\n\r\ntext"
SAVED_PAGE = b"From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related\n\n--a"
