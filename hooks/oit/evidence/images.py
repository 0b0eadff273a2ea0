"""Pictures into text and what they carry besides their pixels, by Pillow."""

import io
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from PIL import ExifTags, Image

from oit.evidence.concealed import HiddenKind, HiddenPart, InnerFile
from oit.evidence.faults import CannotReadError, FileFault, attempt
from oit.evidence.limits import MAX_PIXELS
from oit.evidence.location import Location, Where
from oit.evidence.office.binaries import texts_in
from oit.evidence.passages import Extract, Passage
from oit.evidence.picture_parts import JPEG_START, besides, drawn_texts

FORMATS = ("PNG", "JPEG")
"""The decoders that Pillow may use: the fewer, the less a hostile file can reach."""
_THUMBNAIL_TAG = 0x0201
"""Where EXIF's second directory has a small picture (JPEGInterchangeFormat)."""
_OTHER_PICTURES = (b"MPF\0", b"JFXX\0")
"""Marks of segments that hold further pictures: CIPA DC-007, JFIF 1.02."""
_XMP_POSITION = re.compile(rb"exif:GPS(?:Latitude|Longitude|Position)", re.I)
_RAW = ("exif", "xmp", "comment")
_DIRECTORIES = (ExifTags.IFD.Exif, ExifTags.IFD.GPSInfo, ExifTags.IFD.IFD1)
_TAKEN = (b"Exif\0", b"eXIf", b"tEXt", b"zTXt", b"iTXt")
"""Marks of the parts of which Pillow takes all texts."""
_BLANK = b"\0\t\n\r "
_END = Location(Where.HIDDEN, "end")
_WIDE_TAGS = range(0x9C9B, 0x9CA0)
"""Tags of Windows, in UTF-16: title, comment, author, keywords, subject."""


def read_image(data: bytes) -> Extract[None] | FileFault:
    """What a PNG or JPEG that decodes to its last pixel carries besides, or why it does not."""
    return attempt(lambda: _read(data))


def _read(data: bytes) -> Extract[None]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow warns of size at half its own bound
        try:
            return _opened(data)
        except Image.DecompressionBombError:
            raise CannotReadError(FileFault.TOO_COSTLY) from None


def _opened(data: bytes) -> Extract[None]:
    with Image.open(io.BytesIO(data), formats=FORMATS) as image:
        if image.width * image.height > MAX_PIXELS:
            raise CannotReadError(FileFault.TOO_COSTLY)
        image.load()
        parts, behind = besides(data)
        # What its own index lists behind it are pictures of it (CIPA DC-007).
        is_own = behind.startswith(JPEG_START) and _has_others(parts)
        return Extract(
            None,
            tuple(_passages(image, parts, drawn_texts(data))),
            hidden=_hidden(image, parts),
            inner=() if is_own or not behind.strip(_BLANK) else (InnerFile(_END, behind),),
        )


def _hidden(image: Image.Image, parts: tuple[bytes, ...]) -> tuple[HiddenPart, ...]:
    """Where it was taken, small pictures of it, and frames behind the first."""
    exif = image.getexif()
    place = exif.get_ifd(ExifTags.IFD.GPSInfo) or any(_XMP_POSITION.search(part) for part in parts)
    small = _THUMBNAIL_TAG in exif.get_ifd(ExifTags.IFD.IFD1) or _has_others(parts)
    frames = max(0, getattr(image, "n_frames", 1) - 1)
    found = {
        HiddenKind.POSITION: (bool(place), Location(Where.PROPERTY, "GPS")),
        HiddenKind.THUMBNAIL: (bool(small), Location(Where.PROPERTY, "EXIF")),
        HiddenKind.LAYER: (frames, Location(Where.HIDDEN, "frames")),
    }
    return tuple(HiddenPart(kind, at, int(count)) for kind, (count, at) in found.items() if count)


def _has_others(parts: tuple[bytes, ...]) -> bool:
    return any(part[4:].startswith(_OTHER_PICTURES) for part in parts)


def _passages(
    image: Image.Image, parts: tuple[bytes, ...], drawn: Iterable[bytes]
) -> Iterator[Passage]:
    """What is written in the metadata of the format and in EXIF; all else as it stands."""
    exif = image.getexif()
    # Raw blocks are bytes; what Pillow takes from them follows by itself.
    info = {key: value for key, value in image.info.items() if key not in _RAW}
    for name, value in _entries(info, exif, *(exif.get_ifd(number) for number in _DIRECTORIES)):
        yield Passage(Location(Where.PROPERTY, name), value)
    place = Location(Where.HIDDEN, "metadata")
    for part in (each for each in parts if not each[4:].startswith(_TAKEN)):
        yield Passage(place, part.decode("utf-8", "ignore"))
        yield from (Passage(place, text) for text in texts_in(part))
    for part in drawn:
        yield from (Passage(place, text) for text in texts_in(part))


def _entries(*metadata: Mapping[Any, Any]) -> Iterator[tuple[str, str]]:
    """Names and texts; a number of an EXIF tag becomes its name."""
    for block in metadata:
        for key, value in block.items():
            encoding = "utf-16-le" if key in _WIDE_TAGS else "utf-8"
            text = value.decode(encoding, "ignore") if isinstance(value, bytes) else value
            if isinstance(text, str):
                yield str(ExifTags.TAGS.get(key, key)), text
