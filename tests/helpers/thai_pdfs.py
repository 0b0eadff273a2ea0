"""PDF files whose Thai looks right on paper and is something else inside."""

import io
from collections.abc import Iterable

from pypdf import PdfReader, PdfWriter

from helpers import made_files as made

_RANGE = b"<0E00> <0EFF> <0E00>"


def pdf_of_pages(texts: Iterable[str]) -> bytes:
    """A PDF with a page for each text."""
    writer = PdfWriter()
    for text in texts:
        writer.append(PdfReader(io.BytesIO(made.pdf(text))))
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def pdf_with_wrong_table(text: str) -> bytes:
    """A PDF that shows a text, and whose table of characters (ToUnicode) names the next ones."""
    whole = made.pdf(text)
    assert _RANGE in whole
    return whole.replace(_RANGE, b"<0E00> <0EFF> <0E01>")
