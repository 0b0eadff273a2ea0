"""Bytes of a text file into text, for looking through it; which encoding it has is not judged."""

import codecs
import re

_CONTROL = re.compile("[\0-\x08\x0e-\x1a\x1c-\x1f]")
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_UTF8_AND_OLD_THAI = ("utf-8-sig", "cp874")


def decode(data: bytes) -> str | None:
    """UTF-8, UTF-16 with a byte-order mark or Windows-874 text; `None` where it is no text."""
    encodings = ("utf-16",) if data.startswith(_UTF16) else _UTF8_AND_OLD_THAI
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if _CONTROL.search(text) else text
    return None
