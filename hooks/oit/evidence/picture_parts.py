"""The parts that PNG and JPEG files are made of: chunks and segments."""

import zlib
from collections.abc import Iterator

from oit.evidence.faults import CannotReadError

# PNG, third edition, 5.3: a chunk is length, type, data, checksum.
PNG_START = b"\x89PNG\r\n\x1a\n"
_PNG_END, _PNG_PIXELS = b"IEND", b"IDAT"
_PIECE = 1 << 16
"""Packed bytes of pixels that are unpacked at once."""
PNG_DRAWN = frozenset(
    {
        *(b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"bKGD", b"pHYs", b"sBIT"),
        *(b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"mDCV", b"cLLI"),
    }
)
"""The chunks by which a still picture is drawn; all others tell of it, or belong to programs."""

# JPEG, ITU-T T.81, annex B: a segment is 0xFF, marker, length, data.
JPEG_START = b"\xff\xd8"
APP0, APP1, _APP2, _APP14, _APP15 = 0xE0, 0xE1, 0xE2, 0xEE, 0xEF
_COMMENT, _SCAN, _END = 0xFE, 0xDA, 0xD9
_NEEDED = {APP0: b"JFIF\0", _APP2: b"ICC_PROFILE\0"}
# What may follow 0xFF within a scan's coded data: a stuffed zero, a restart marker.
_WITHIN_SCAN = frozenset(bytes((marker,)) for marker in (0x00, *range(0xD0, 0xD8)))


def chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The type and the bytes of each chunk of a PNG, the last one included.

    Raises `CannotReadError`.
    """
    if not data.startswith(PNG_START):
        raise CannotReadError
    start, kind = len(PNG_START), b""
    while kind != _PNG_END:
        kind = data[start + 4 : start + 8]
        # Four bytes each of length, type and checksum stand around the data.
        end = start + 12 + int.from_bytes(data[start : start + 4], "big")
        if end > len(data):
            raise CannotReadError
        yield kind, data[start:end]
        start = end


def segments(data: bytes) -> Iterator[bytes]:
    """Each segment of a JPEG with its marker; a scan includes the coded picture behind it.

    Raises `CannotReadError`.
    """
    if not data.startswith(JPEG_START):
        raise CannotReadError
    start, marker = len(JPEG_START), 0
    while marker != _END:
        if data[start : start + 1] != b"\xff" or start + 2 > len(data):
            raise CannotReadError
        marker = data[start + 1]
        end = start + 2
        if marker != _END:
            # The length includes its own two bytes; a smaller one would loop for ever.
            end += max(2, int.from_bytes(data[end : end + 2], "big"))
        if marker == _SCAN:
            end = _end_of_scan(data, end)
        yield data[start:end]
        start = end


def is_metadata(segment: bytes) -> bool:
    """Whether a segment is of a camera or program: no viewer needs it to draw the picture.

    Needed are JFIF in APP0, APP14 (Adobe's colour transform) and the colour profile in APP2.
    """
    marker = segment[1]
    if marker in _NEEDED:
        return not segment[4:].startswith(_NEEDED[marker])
    return marker == _COMMENT or (APP0 < marker <= _APP15 and marker != _APP14)


def drawn_texts(data: bytes) -> Iterator[bytes]:
    """What the parts by which a picture is drawn hold besides: no pixels, and not to be drawn.

    Raises `CannotReadError`.
    """
    if data.startswith(PNG_START):
        parts = [(kind, part[8:-4]) for kind, part in chunks(data)]
        yield from (part for kind, part in parts if kind in PNG_DRAWN and kind != _PNG_PIXELS)
        yield _behind_pixels(b"".join(part for kind, part in parts if kind == _PNG_PIXELS))
        return
    for segment in segments(data):
        if segment[1] != _SCAN and not is_metadata(segment):
            yield segment[4:]


def _behind_pixels(packed: bytes) -> bytes:
    """What stands behind the end of a packed stream; piece by piece, so that little is unpacked."""
    unpacking = zlib.decompressobj()
    for start in range(0, len(packed), _PIECE):
        if unpacking.eof:
            return unpacking.unused_data + packed[start:]
        unpacking.decompress(packed[start : start + _PIECE])
    return unpacking.unused_data


def besides(data: bytes) -> tuple[tuple[bytes, ...], bytes]:
    """The parts of a picture by which it is not drawn, and what stands behind its end.

    Raises `CannotReadError`.
    """
    if data.startswith(PNG_START):
        parts = tuple(chunks(data))
        length = len(PNG_START) + sum(len(part) for _, part in parts)
        return tuple(part for kind, part in parts if kind not in PNG_DRAWN), data[length:]
    pieces = tuple(segments(data))
    length = len(JPEG_START) + sum(map(len, pieces))
    return tuple(piece for piece in pieces if is_metadata(piece)), data[length:]


def _end_of_scan(data: bytes, start: int) -> int:
    while (start := data.find(b"\xff", start)) >= 0:
        if data[start + 1 : start + 2] not in _WITHIN_SCAN:
            return start
        start += 2
    raise CannotReadError
