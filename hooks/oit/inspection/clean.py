"""Files without the names of those who made them; all else stays as it is."""

import io
from collections.abc import Callable

from pypdf import PdfWriter
from pypdf.errors import LimitReachedError
from pypdf.generic import DictionaryObject

from oit.inspection.clean_images import clean_jpeg, clean_png
from oit.inspection.clean_office import clean_office
from oit.inspection.faults import CannotReadError, Fault, attempt
from oit.inspection.pdf import AUTHORS, open_pdf
from oit.inspection.pdf_walk import dictionaries

_TELLING_ENTRIES = ("/Metadata", "/PieceInfo")
"""XMP, and what programs keep for themselves."""


def clean(data: bytes, extension: str) -> bytes | Fault:
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
        raise CannotReadError(Fault.TOO_COSTLY) from None
    return target.getvalue()


def _forget(found: DictionaryObject) -> None:
    is_note = "/Rect" in found and found.get("/Subtype") != "/Widget"
    for name in (*_TELLING_ENTRIES, *("/T",) * is_note):
        found.pop(name, None)


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
