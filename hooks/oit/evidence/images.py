"""Pictures into facts and text, by Pillow."""

import io
import warnings
from collections.abc import Iterator, Mapping
from typing import Any

from PIL import ExifTags, Image

from oit.evidence.concealed import HiddenKind, HiddenPart
from oit.evidence.faults import CannotReadError, FileFault, attempt
from oit.evidence.limits import MAX_PIXELS
from oit.evidence.location import Location, Where
from oit.evidence.passages import Extract, Passage

FORMATS = ("PNG", "JPEG")
"""The decoders that Pillow may use: the fewer, the less a hostile file can reach."""


def read_image(data: bytes) -> Extract[None] | FileFault:
    """The metadata of a PNG or JPEG that decodes to its last pixel, or why it does not."""
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
        position = image.getexif().get_ifd(ExifTags.IFD.GPSInfo)
        taken_at = HiddenPart(HiddenKind.POSITION, Location(Where.PROPERTY, "GPS"))
        return Extract(None, tuple(_passages(image)), hidden=(taken_at,) if position else ())


def _passages(image: Image.Image) -> Iterator[Passage]:
    """What is written in the metadata of the format and in EXIF."""
    exif = image.getexif()
    # The raw EXIF block is bytes; its tags follow by themselves.
    info = {key: value for key, value in image.info.items() if key != "exif"}
    for name, value in _entries(info, exif, exif.get_ifd(ExifTags.IFD.Exif)):
        text = value.decode("utf-8", "ignore") if isinstance(value, bytes) else value
        if isinstance(text, str):
            yield Passage(Location(Where.PROPERTY, name), text)


def _entries(*metadata: Mapping[Any, Any]) -> Iterator[tuple[str, Any]]:
    """Names and values; a number of an EXIF tag becomes its name."""
    for block in metadata:
        for key, value in block.items():
            yield str(ExifTags.TAGS.get(key, key)), value
