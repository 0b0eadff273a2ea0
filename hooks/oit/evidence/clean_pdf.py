"""PDF files without what their authors did not mean to publish."""

import io

from pypdf import PdfWriter
from pypdf.generic import DictionaryObject

from oit.evidence.pdf import AUTHOR_KEYS, dictionaries, document_info, open_pdf, pypdf_limits

# XMP, and what programs keep for themselves.
_PDF_METADATA = ("/Metadata", "/PieceInfo")


def clean_pdf(data: bytes) -> bytes:
    """A PDF without authors, programs, XMP and the authors of notes; title and dates stay.

    Raises `CannotReadError`, and what pypdf raises.
    """
    with pypdf_limits():
        writer = PdfWriter(clone_from=open_pdf(data))
        info = document_info(writer)
        writer.metadata = {key: value for key, value in info.items() if key not in AUTHOR_KEYS}
        for dictionary in dictionaries(writer.root_object):
            _remove_names(dictionary)
        writer.compress_identical_objects(remove_duplicates=False)
        target = io.BytesIO()
        writer.write(target)
    return target.getvalue()


def _remove_names(dictionary: DictionaryObject) -> None:
    # /T is the author of an annotation, but the name of a form's field (a widget).
    is_note = "/Rect" in dictionary and dictionary.get("/Subtype") != "/Widget"
    for name in (*_PDF_METADATA, *("/T",) * is_note):
        dictionary.pop(name, None)
