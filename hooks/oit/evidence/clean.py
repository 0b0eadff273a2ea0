"""Files without the names of those who made them; all else stays as it is."""

import io
from collections.abc import Callable, Iterator

from PIL import ExifTags, Image
from pypdf import PdfWriter
from pypdf.errors import LimitReachedError
from pypdf.generic import DictionaryObject

from oit.evidence.clean_office import clean_office
from oit.evidence.faults import CannotReadError, FileFault, attempt
from oit.evidence.images import FORMATS
from oit.evidence.pdf import AUTHORS, dictionaries, open_pdf

_TELLING_ENTRIES = ("/Metadata", "/PieceInfo")
"""XMP, and what programs keep for themselves."""


def clean(data: bytes, extension: str) -> bytes | FileFault:
    """The file without author metadata, the same bytes each time, or why it cannot be read.

    `extension` is one of `CLEANABLE`, without a dot; bytes of other kinds come back unchanged.
    Digital signatures do not survive.
    """
    cleaner = _CLEANERS.get(extension.lower())
    return attempt(lambda: cleaner(data)) if cleaner else data


def _clean_pdf(data: bytes) -> bytes:
    """Title and dates stay; authors, programs, XMP and the authors of notes go."""
    try:
        writer = PdfWriter(clone_from=open_pdf(data))
        told = {str(key): str(value) for key, value in (writer.metadata or {}).items()}
        writer.metadata = {key: value for key, value in told.items() if key not in AUTHORS}
        for found in dictionaries(writer.root_object):
            _forget(found)
        writer.compress_identical_objects(remove_duplicates=False)
        target = io.BytesIO()
        writer.write(target)
    except LimitReachedError:
        raise CannotReadError(FileFault.TOO_COSTLY) from None
    return target.getvalue()


def _forget(found: DictionaryObject) -> None:
    is_note = "/Rect" in found and found.get("/Subtype") != "/Widget"
    for name in (*_TELLING_ENTRIES, *("/T",) * is_note):
        found.pop(name, None)


def clean_jpeg(data: bytes) -> bytes:
    """A JPEG without EXIF, XMP, captions, comments and further pictures; it stays upright.

    Raises `CannotReadError`.
    """
    if not data.startswith(_JPEG_START):
        raise CannotReadError
    kept = [segment for segment in _segments(data) if not _is_telling(segment)]
    kept.insert(kept[0][1] == _APP0, _upright(data))
    return _JPEG_START + b"".join(kept)


def clean_png(data: bytes) -> bytes:
    """A PNG without texts, time and EXIF, and nothing after its end. Raises `CannotReadError`."""
    if not data.startswith(_PNG_START):
        raise CannotReadError
    kept = (chunk for kind, chunk in _chunks(data) if kind not in _PNG_TELLING)
    return _PNG_START + b"".join(kept)


_CLEANERS: dict[str, Callable[[bytes], bytes]] = {
    "pdf": _clean_pdf,
    "docx": clean_office,
    "xlsx": clean_office,
    "odt": clean_office,
    "ods": clean_office,
    "png": clean_png,
    "jpg": clean_jpeg,
    "jpeg": clean_jpeg,
}

CLEANABLE = frozenset(_CLEANERS)
"""Extensions of files that can name their makers."""

_PNG_START = b"\x89PNG\r\n\x1a\n"

_PNG_TELLING = frozenset({b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME"})

_PNG_END = b"IEND"

_JPEG_START = b"\xff\xd8"

_APP0, _APP1, _APP2, _APP14, _APP15 = 0xE0, 0xE1, 0xE2, 0xEE, 0xEF

_COMMENT, _SCAN, _END = 0xFE, 0xDA, 0xD9

_COLOURS = b"ICC_PROFILE\0"

_WITHIN_SCAN = frozenset(bytes((one,)) for one in (0x00, *range(0xD0, 0xD8)))
"""What may follow 0xFF in the coded picture: a stuffed zero, a restart mark."""


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    start, kind = len(_PNG_START), b""
    while kind != _PNG_END:
        kind = data[start + 4 : start + 8]
        end = start + 12 + int.from_bytes(data[start : start + 4], "big")
        if end > len(data):
            raise CannotReadError
        yield kind, data[start:end]
        start = end


def _segments(data: bytes) -> Iterator[bytes]:
    """Each segment with its marker; a scan includes the coded picture behind it."""
    start, marker = len(_JPEG_START), 0
    while marker != _END:
        if data[start : start + 1] != b"\xff" or start + 2 > len(data):
            raise CannotReadError
        marker = data[start + 1]
        end = start + 2
        if marker != _END:
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


def _is_telling(segment: bytes) -> bool:
    """Whether it is of a camera or a program: what drawing needs are two, and the colours."""
    marker = segment[1]
    if marker == _APP2:
        return not segment[4:].startswith(_COLOURS)
    return marker == _COMMENT or (_APP0 < marker <= _APP15 and marker != _APP14)


def _upright(data: bytes) -> bytes:
    """EXIF with nothing but which side is up, where the picture is stored turned."""
    with Image.open(io.BytesIO(data), formats=FORMATS) as image:
        orientation = image.getexif().get(ExifTags.Base.Orientation, 1)
    if orientation not in range(2, 9):
        return b""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    content = exif.tobytes()
    return bytes((0xFF, _APP1)) + (len(content) + 2).to_bytes(2, "big") + content
