"""Office files (docx, xlsx, odt, ods) into facts: who wrote them, what is hidden, all they say."""

from oit.inspection import odf, ooxml
from oit.inspection.archive import Archive
from oit.inspection.containers import CONTENT_TYPES
from oit.inspection.faults import Fault, attempt
from oit.inspection.office_parts import Found, Office


def read_office(data: bytes) -> Office | Fault:
    """Facts and text of an office file; `unreadable`, `encrypted` or `too-costly` otherwise."""
    return attempt(lambda: _read(Archive(data)))


def _read(archive: Archive) -> Office:
    found = Found()
    read = ooxml.read if CONTENT_TYPES in archive else odf.read
    read(archive, found)
    return found.finished()
