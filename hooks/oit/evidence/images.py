"""Pictures into facts, by Pillow."""

import io
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from PIL import ExifTags, Image

from oit.evidence.facts import ImageFacts, Location, Where
from oit.evidence.faults import CannotReadError, FileFault, attempt
from oit.evidence.passages import Passage

MAX_PIXELS = 100_000_000
FORMATS = ("PNG", "JPEG")


@dataclass(frozen=True, slots=True)
class Picture:
    """Facts of a picture, and the words in its metadata for looking through."""

    facts: ImageFacts
    passages: tuple[Passage, ...]


def read_image(data: bytes) -> Picture | FileFault:
    """Facts of a PNG or JPEG that decodes to its last pixel, or why it does not."""
    return attempt(lambda: _read(data))


def _read(data: bytes) -> Picture:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return _opened(data)
        except Image.DecompressionBombError:
            raise CannotReadError(FileFault.TOO_COSTLY) from None


def _opened(data: bytes) -> Picture:
    with Image.open(io.BytesIO(data), formats=FORMATS) as image:
        if image.width * image.height > MAX_PIXELS:
            raise CannotReadError(FileFault.TOO_COSTLY)
        image.load()
        exif = image.getexif()
        has_position = bool(exif.get_ifd(ExifTags.IFD.GPSInfo))
        facts = ImageFacts(image.width, image.height, bool(exif), has_position)
        return Picture(facts, tuple(_passages(image)))


def _passages(image: Image.Image) -> Iterator[Passage]:
    exif = image.getexif()
    told = {key: value for key, value in image.info.items() if key != "exif"}
    for name, value in _words(told, exif, exif.get_ifd(ExifTags.IFD.Exif)):
        text = value.decode("utf-8", "ignore") if isinstance(value, bytes) else value
        if isinstance(text, str):
            yield Passage(Location(Where.PROPERTY, name), text)


def _words(*metadata: Mapping[Any, Any]) -> Iterator[tuple[str, Any]]:
    """Names and values; a number of an EXIF tag becomes its name."""
    for one in metadata:
        for key, value in one.items():
            yield str(ExifTags.TAGS.get(key, key)), value
