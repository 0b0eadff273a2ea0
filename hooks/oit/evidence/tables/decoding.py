"""The bytes of a CSV file into text, in whichever encoding the office saved it."""

import codecs
import re

from oit.evidence.tables.values import CannotReadTableError, Code, TableFault
from oit.evidence.words import patterns_of

_THAI = re.compile(r"[\u0e01-\u0e5b]")
# Neither ASCII nor Thai nor the punctuation of Windows-874: bytes of another code page.
_FOREIGN = re.compile(r"[^\x00-\x7f\u0e01-\u0e5b\u00a0\u2010-\u2026]")
_LOST = re.compile("[\0\ufffd]")
# What a text of an office has in no place: other scripts, and characters without a form.
_UNEXPECTED = re.compile(r"[\x00-\x08\x0e-\x1f\u0100-\u0dff\u0e60-\u1fff\u2c00-\ufdff\ufffd]")
_MANGLED = re.compile(patterns_of(__name__)["mangled"])
_MANGLED_LENGTH = 3
"""Characters into which such an error turns one Thai letter: it has three bytes in UTF-8."""
_MANY_MANGLED = 10
_SAMPLE = 20_000
"""Characters at the start that show a wrong encoding."""
_UTF16 = ("utf-16-le", "utf-16-be")


def decoded(data: bytes) -> tuple[str, Code | None]:
    """The text of a file, and the fault of its encoding where it is not UTF-8.

    Raises `CannotReadTableError` for what is no text, lost characters, or was decoded wrongly.
    """
    if (text := in_utf16(data)) is not None:
        return text, Code.ENCODING_UTF16
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _in_windows_874(data, error.start), Code.ENCODING_CP874
    _refuse_mangled(text)
    return text, None


def in_utf16(data: bytes) -> str | None:
    """The text in UTF-16, as Excel's "Unicode Text" is; `None` where the bytes are something else.

    Without a byte-order mark it shows by its line ends, and by having none but expected letters.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = _try_decode(data, "utf-16")
        return None if text is None or _LOST.search(text) else text
    encodings = _UTF16 if b"\0\n" in data or b"\n\0" in data else ()
    texts = (_try_decode(data, encoding) for encoding in encodings)
    return next((text for text in texts if text and not _UNEXPECTED.search(text)), None)


def _try_decode(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _in_windows_874(data: bytes, fault_at: int) -> str:
    """The text, where the bytes are Thai in Windows-874 (TIS-620 is part of it)."""
    # UTF-8 with a few wrong bytes is damaged UTF-8, although Windows-874 could decode it too.
    loose = data.decode("utf-8", "replace")
    if len(_THAI.findall(loose)) > loose.count("\ufffd"):
        raise _broken(data, fault_at)
    try:
        text = data.decode("cp874")
    except UnicodeDecodeError as error:
        raise _broken(data, error.start) from None
    if not _THAI.search(text) or _FOREIGN.search(text) or "\0" in text:
        raise _broken(data, fault_at)
    return text


def _refuse_mangled(text: str) -> None:
    """Raises `CannotReadTableError` for text that lost characters or was decoded wrongly."""
    if match := _LOST.search(text):
        raise _broken(text.encode(), len(text[: match.start()].encode()))
    sample = text[:_SAMPLE]
    count = len(_MANGLED.findall(sample))
    beyond_ascii = sum(character > "\x7f" for character in sample)
    if count > _MANY_MANGLED and 2 * _MANGLED_LENGTH * count > beyond_ascii:
        raise _broken(text.encode(), 0)


def _broken(data: bytes, at: int) -> CannotReadTableError:
    """The fault at the line that holds the byte `at`."""
    row = data.count(b"\n", 0, at) + 1
    return CannotReadTableError(TableFault(Code.ENCODING_BROKEN, row=row))
