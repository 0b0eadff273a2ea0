"""The objects of a PDF, by pypdf within its own bounds."""

import io
import logging
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.errors import LimitReachedError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, StreamObject

from oit.evidence.faults import CannotReadError, FileFault
from oit.evidence.limits import MAX_OBJECTS
from oit.evidence.pdf.geometry import IDENTITY, Matrix

AUTHOR_KEYS = ("/Author", "/Creator", "/Producer")
"""Entries of the document information that name a person or a program."""
_HOLDERS = (IndirectObject, DictionaryObject, ArrayObject)
_DEFLATE = ("/FlateDecode", "/Fl")

# pypdf's warnings quote the file, which may hold personal data that no log may print.
logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)


def open_pdf(data: bytes) -> PdfReader:
    """A reader of a PDF that opens without a password.

    Raises `CannotReadError` and what pypdf raises.
    """
    reader = PdfReader(io.BytesIO(data), strict=False)
    # One that only restricts printing or copying opens for everybody by the empty password.
    if reader.is_encrypted and not reader.decrypt(""):
        raise CannotReadError(FileFault.ENCRYPTED)
    return reader


@contextmanager
def pypdf_limits() -> Iterator[None]:
    """Raises `CannotReadError` (`too-costly`) where pypdf gives up at a bound of its own."""
    try:
        yield
    except LimitReachedError:
        raise CannotReadError(FileFault.TOO_COSTLY) from None


def document_info(document: PdfReader | PdfWriter) -> dict[str, str]:
    """The document information (`/Title`, `/Author` …) as texts."""
    return {str(key): str(value) for key, value in (document.metadata or {}).items()}


def dictionaries(root: Any) -> Iterator[DictionaryObject]:
    """The dictionaries reachable from a value, each once, streams included.

    Raises `CannotReadError` after `MAX_OBJECTS` steps.
    """
    return (value for value in objects(root, set()) if isinstance(value, DictionaryObject))


def objects(root: Any, seen: set[tuple[int, int]]) -> Iterator[Any]:
    """Dictionaries and arrays reachable from a value, and texts of arrays; each object once.

    What `seen` refers to is left out; what is met is added to it. Raises `CannotReadError` after
    `MAX_OBJECTS` steps.
    """
    waiting: list[Any] = [root]
    for _ in range(MAX_OBJECTS):
        if not waiting:
            return
        value = waiting.pop()
        if isinstance(value, IndirectObject):
            value = None if reference_of(value) in seen else _follow(value, seen)
        yield value
        if isinstance(value, DictionaryObject):
            waiting.extend(each for each in value.values() if isinstance(each, _HOLDERS))
        elif isinstance(value, ArrayObject):
            waiting.extend(filter(_is_telling, value))
    raise CannotReadError(FileFault.TOO_COSTLY)


def unreached(reader: PdfReader, seen: set[tuple[int, int]]) -> Iterator[Any]:
    """The objects that the tables of the file list and nothing leads to any more, each once."""
    numbers = [(number, generation) for generation, at in reader.xref.items() for number in at]
    numbers += [(number, 0) for number in reader.xref_objStm]
    for number, generation in numbers:
        if (number, generation) not in seen:
            reference = IndirectObject(number, generation, reader)
            yield from objects(reference, seen)


def reference_of(value: Any) -> tuple[int, int] | None:
    """Number and generation of the object that a value refers to: `5 0 R` is not `5 1 R`."""
    return (value.idnum, value.generation) if isinstance(value, IndirectObject) else None


def resolved(value: Any) -> Any:
    """The object itself where the value is a reference to it."""
    return value.get_object() if isinstance(value, IndirectObject) else value


def content_of(value: Any) -> bytes:
    """The bytes of a stream, or of several one after the other; none without any.

    Raises `CannotReadError` where one is damaged or too large.
    """
    value = resolved(value)
    streams = value if isinstance(value, ArrayObject) else [value]
    try:
        with pypdf_limits():
            return b"\n".join(_unpacked(resolved(stream)) for stream in streams)
    except (CannotReadError, MemoryError):
        raise
    except Exception:  # noqa: BLE001 -- filters of hostile streams raise anything
        raise CannotReadError from None


def matrix_of(value: Any) -> Matrix:
    """Six numbers; the identity where there are none."""
    values = resolved(value)
    if not isinstance(values, list) or len(values) != 6:
        return IDENTITY
    a, b, c, d, e, f = (float(resolved(one)) for one in values)
    return (a, b, c, d, e, f)


def text_of(value: Any) -> str:
    """A text string (ISO 32000-1, 7.9.2.2); empty for anything else."""
    if isinstance(value, str):
        return value
    if not isinstance(value, bytes):
        return ""
    marks = ((b"\xfe\xff", "utf-16-be"), (b"\xff\xfe", "utf-16-le"), (b"\xef\xbb\xbf", "utf-8"))
    for mark, encoding in marks:
        if value.startswith(mark):
            return value[len(mark) :].decode(encoding, "replace")
    return value.decode("latin-1")


def is_text(value: Any) -> bool:
    """Whether a value is a text; a name is none."""
    return isinstance(value, (str, bytes)) and not isinstance(value, NameObject)


def _is_telling(value: Any) -> bool:
    """Numbers, names and the like are most of what a PDF holds, and hold nothing."""
    return isinstance(value, _HOLDERS) or is_text(value)


def _unpacked(stream: Any) -> bytes:
    if not isinstance(stream, StreamObject):
        return b""
    filters = resolved(stream.get("/Filter"))
    first = resolved(filters[0]) if isinstance(filters, ArrayObject) and filters else filters
    if first in _DEFLATE:
        # pypdf gives the beginning of a damaged stream without a word.
        _check_deflated(stream._data)
    return stream.get_data()


def _check_deflated(packed: bytes) -> None:
    """Raises `zlib.error` where what is packed is damaged."""
    unpacking, rest = zlib.decompressobj(), packed
    while rest and not unpacking.eof:
        unpacking.decompress(rest, 1 << 20)
        rest = unpacking.unconsumed_tail


def _follow(reference: IndirectObject, seen: set[tuple[int, int]]) -> Any:
    seen.add((reference.idnum, reference.generation))
    return reference.get_object()
