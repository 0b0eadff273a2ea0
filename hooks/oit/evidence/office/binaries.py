"""What old containers (OLE) and metafiles within an office file hold, as far as it can be told."""

import io
import re
import struct
from collections.abc import Iterator
from typing import Any

import olefile

from oit.evidence.faults import CannotReadError

_PACKED = ("Package", "EmbeddedOdf", "CONTENTS")
"""Streams that are the embedded file itself ([MS-OLEDS] and what LibreOffice and Acrobat write)."""
_NATIVE = "\x01Ole10Native"
_EQUATION = "Equation Native"
# What only describes the object around them.
_BOOKKEEPING = frozenset(
    {"\x01CompObj", "\x01Ole", "\x03ObjInfo", "\x03LinkInfo", "\x02OlePres000", _EQUATION}
)
# Four letters or digits and more, ASCII or Thai, as two bytes each; or six of ASCII.
_WIDE_TEXT = re.compile(rb"(?:[\x20-\x7e]\x00|[\x01-\x5b]\x0e){4,}")
_NARROW_TEXT = re.compile(rb"[\x20-\x7e]{6,}")


def embedded_in(data: bytes) -> tuple[tuple[str, bytes], ...]:
    """The files, with their names, that an OLE object holds; none in an equation.

    Raises `CannotReadError` where it holds something else, and whatever olefile raises.
    """
    with olefile.OleFileIO(io.BytesIO(data)) as ole:
        names = ["/".join(path) for path in ole.listdir()]
        found = [*_files_in(ole, names)]
    if not found and set(names) - _BOOKKEEPING:
        raise CannotReadError
    return tuple(found)


def _files_in(ole: "olefile.OleFileIO[Any]", names: list[str]) -> Iterator[tuple[str, bytes]]:
    for name in names:
        if name in _PACKED:
            yield name, ole.openstream(name).read()
        elif name == _NATIVE:
            yield _native(ole.openstream(name).read())


def _native(stream: bytes) -> tuple[str, bytes]:
    """Name and bytes of a file in an OLE 1.0 packager object.

    Its header: size, kind, label, path, four bytes, the length and text of another path, size.
    """
    try:
        label_end = stream.index(b"\0", 6)
        path_end = stream.index(b"\0", label_end + 1)
        (length,) = struct.unpack_from("<I", stream, path_end + 5)
        at = path_end + 9 + length
        (size,) = struct.unpack_from("<I", stream, at)
    except (ValueError, struct.error):
        raise CannotReadError from None
    label = stream[6:label_end].decode("cp874", "replace")
    return label, stream[at + 4 : at + 4 + size]


def texts_in(data: bytes) -> Iterator[str]:
    """Stretches that look like text in bytes of any kind: to search through, not to show."""
    for match in _WIDE_TEXT.finditer(data):
        yield match[0].decode("utf-16-le", "replace")
    for match in _NARROW_TEXT.finditer(data):
        yield match[0].decode("ascii")
