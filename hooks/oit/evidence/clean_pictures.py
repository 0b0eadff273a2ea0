"""Pictures without what cameras and programs write beside them, their pixels untouched."""

import io

from PIL import ExifTags, Image

from oit.evidence.images import FORMATS
from oit.evidence.picture_parts import (
    APP0,
    APP1,
    JPEG_START,
    PNG_DRAWN,
    PNG_START,
    chunks,
    is_metadata,
    segments,
)

_ORIENTATIONS = range(2, 9)
"""Values of EXIF's Orientation for pictures that are stored turned or mirrored; 1 is upright."""


def clean_png(data: bytes) -> bytes:
    """A PNG of its drawn chunks alone, and nothing behind its end. Raises `CannotReadError`.

    Texts, time, EXIF, further frames and what programs keep for themselves are gone.
    """
    return PNG_START + b"".join(chunk for kind, chunk in chunks(data) if kind in PNG_DRAWN)


def clean_jpeg(data: bytes) -> bytes:
    """A JPEG without EXIF, XMP, captions, comments and further pictures; it stays upright.

    Raises `CannotReadError`.
    """
    kept = [segment for segment in segments(data) if not is_metadata(segment)]
    # JFIF's APP0 must be the first segment; EXIF follows it.
    kept.insert(kept[0][1] == APP0, _orientation_only(data))
    return JPEG_START + b"".join(kept)


def _orientation_only(data: bytes) -> bytes:
    """A segment of EXIF with nothing but the orientation; empty where the picture is upright."""
    with Image.open(io.BytesIO(data), formats=FORMATS) as image:
        orientation = image.getexif().get(ExifTags.Base.Orientation, 1)
    if orientation not in _ORIENTATIONS:
        return b""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    content = exif.tobytes()
    return bytes((0xFF, APP1)) + (len(content) + 2).to_bytes(2, "big") + content
