"""Pictures without what cameras and programs write beside them, their pixels untouched."""

import io
from collections.abc import Iterator

from PIL import ExifTags, Image

from oit.evidence.faults import CannotReadError
from oit.evidence.images import FORMATS

# PNG, third edition, 5.3: a chunk is length, type, data, checksum.
_PNG_START = b"\x89PNG\r\n\x1a\n"
_PNG_METADATA = frozenset({b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME"})
_PNG_END = b"IEND"

# JPEG, ITU-T T.81, annex B: a segment is 0xFF, marker, length, data.
_JPEG_START = b"\xff\xd8"
_APP0, _APP1, _APP2, _APP14, _APP15 = 0xE0, 0xE1, 0xE2, 0xEE, 0xEF
_COMMENT, _SCAN, _END = 0xFE, 0xDA, 0xD9
_COLOUR_PROFILE = b"ICC_PROFILE\0"
# What may follow 0xFF within a scan's coded data: a stuffed zero, a restart marker.
_WITHIN_SCAN = frozenset(bytes((marker,)) for marker in (0x00, *range(0xD0, 0xD8)))
_ORIENTATIONS = range(2, 9)
"""Values of EXIF's Orientation for pictures that are stored turned or mirrored; 1 is upright."""


def clean_png(data: bytes) -> bytes:
    """A PNG without texts, time and EXIF, and nothing after its end. Raises `CannotReadError`."""
    if not data.startswith(_PNG_START):
        raise CannotReadError
    kept = (chunk for kind, chunk in _chunks(data) if kind not in _PNG_METADATA)
    return _PNG_START + b"".join(kept)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The type and the bytes of each chunk, the last one included."""
    start, kind = len(_PNG_START), b""
    while kind != _PNG_END:
        kind = data[start + 4 : start + 8]
        # Four bytes each of length, type and checksum stand around the data.
        end = start + 12 + int.from_bytes(data[start : start + 4], "big")
        if end > len(data):
            raise CannotReadError
        yield kind, data[start:end]
        start = end


def clean_jpeg(data: bytes) -> bytes:
    """A JPEG without EXIF, XMP, captions, comments and further pictures; it stays upright.

    Raises `CannotReadError`.
    """
    if not data.startswith(_JPEG_START):
        raise CannotReadError
    kept = [segment for segment in _segments(data) if not _is_metadata(segment)]
    # JFIF's APP0 must be the first segment; EXIF follows it.
    kept.insert(kept[0][1] == _APP0, _orientation_only(data))
    return _JPEG_START + b"".join(kept)


def _segments(data: bytes) -> Iterator[bytes]:
    """Each segment with its marker; a scan includes the coded picture behind it."""
    start, marker = len(_JPEG_START), 0
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


def _end_of_scan(data: bytes, start: int) -> int:
    while (start := data.find(b"\xff", start)) >= 0:
        if data[start + 1 : start + 2] not in _WITHIN_SCAN:
            return start
        start += 2
    raise CannotReadError


def _is_metadata(segment: bytes) -> bool:
    """Whether a segment is of a camera or program: no viewer needs it to draw the picture.

    Needed are APP0 (JFIF), APP14 (Adobe's colour transform) and the colour profile in APP2.
    """
    marker = segment[1]
    if marker == _APP2:
        return not segment[4:].startswith(_COLOUR_PROFILE)
    return marker == _COMMENT or (_APP0 < marker <= _APP15 and marker != _APP14)


def _orientation_only(data: bytes) -> bytes:
    """A segment of EXIF with nothing but the orientation; empty where the picture is upright."""
    with Image.open(io.BytesIO(data), formats=FORMATS) as image:
        orientation = image.getexif().get(ExifTags.Base.Orientation, 1)
    if orientation not in _ORIENTATIONS:
        return b""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    content = exif.tobytes()
    return bytes((0xFF, _APP1)) + (len(content) + 2).to_bytes(2, "big") + content
