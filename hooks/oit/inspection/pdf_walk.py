"""Everything that can be reached in a PDF: what acts, what carries files, what notes say."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from oit.inspection.faults import CannotReadError, Fault

MAX_OBJECTS = 300_000
_RUNNING = frozenset({"/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/Rendition"})
_RUNNING_KEYS = frozenset({"/JS", "/XFA"})
_CARRYING_KEYS = frozenset({"/EF", "/EmbeddedFiles", "/RichMediaContent"})
_WORDS = ("/Contents", "/V", "/T", "/TU", "/RC", "/Title", "/URI", "/ActualText", "/Alt")


@dataclass(frozen=True, slots=True)
class Walk:
    """What was met on the way."""

    has_actions: bool
    has_files: bool
    texts: tuple[str, ...]
    """Of comments, form fields, bookmarks and links."""


def walk(reader: PdfReader) -> Walk:
    """Goes through every dictionary once. Raises `CannotReadError` where there is no end."""
    has_actions = has_files = False
    texts: list[str] = []
    for found in dictionaries(reader.root_object):
        is_running = str(found.get("/S")) in _RUNNING or not _RUNNING_KEYS.isdisjoint(found)
        has_actions = has_actions or is_running
        has_files = has_files or not _CARRYING_KEYS.isdisjoint(found)
        texts += _texts(found)
    return Walk(has_actions, has_files, tuple(texts))


def dictionaries(root: DictionaryObject) -> Iterator[DictionaryObject]:
    """The dictionaries reachable from `root`, each once. Raises `CannotReadError`."""
    waiting: list[Any] = [root]
    seen: set[int] = set()
    for _ in range(MAX_OBJECTS):
        if not waiting:
            return
        one = waiting.pop()
        if isinstance(one, IndirectObject):
            one = None if one.idnum in seen else _follow(one, seen)
        if isinstance(one, DictionaryObject):
            yield one
            waiting.extend(one.values())
        elif isinstance(one, ArrayObject):
            waiting.extend(one)
    raise CannotReadError(Fault.TOO_COSTLY)


def _follow(reference: IndirectObject, seen: set[int]) -> Any:
    seen.add(reference.idnum)
    return reference.get_object()


def _texts(found: DictionaryObject) -> list[str]:
    values = [found.get(key) for key in _WORDS]
    return [str(value) for value in values if isinstance(value, str)]
