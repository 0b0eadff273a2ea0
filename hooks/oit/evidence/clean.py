"""Files without what their makers did not mean to publish, and what was removed from them."""

from collections.abc import Callable
from typing import TypeAlias

from msgspec import Struct

from oit.evidence.clean_office import clean_office, strip_office
from oit.evidence.clean_pictures import clean_jpeg, clean_png
from oit.evidence.concealed import HiddenKind, HiddenPart, Part
from oit.evidence.facts import ContentFacts
from oit.evidence.faults import FileFault, attempt
from oit.evidence.location import Location, Where
from oit.evidence.pdf.clean import clean_pdf, strip_pdf
from oit.evidence.read import read_content

_Change: TypeAlias = Callable[[bytes], bytes]


class Cleaned(Struct, frozen=True):
    """A file after cleaning."""

    data: bytes
    removed: tuple[Part, ...]
    """What was in it and is not any more; what was partly removed, with the difference."""
    left: tuple[Part, ...]
    """What is still in it: a person has to remove it, or to allow it."""


def clean(data: bytes, extension: str) -> Cleaned | FileFault:
    """The file without all that it hides or does by itself, as far as a program can remove it.

    `extension` is without a dot; files of a type that hides nothing come back unchanged. The same
    bytes each time. Digital signatures do not survive. A fault where it cannot be read.
    """
    return _changed(data, _CLEANERS.get(extension.lower()))


def strip(data: bytes, extension: str) -> Cleaned | FileFault:
    """The file without what programs put into it unasked, all that people wrote left as it is.

    That are names, thumbnails, places where pictures were taken, unused strings and caches.
    """
    return _changed(data, _STRIPPERS.get(extension.lower()))


def _changed(data: bytes, change: _Change | None) -> Cleaned | FileFault:
    before = read_content(data)
    if before.fault:
        return before.fault
    changed = attempt(lambda: change(data)) if change else data
    if isinstance(changed, FileFault):
        return changed
    after = before if changed == data else read_content(changed)
    return after.fault or Cleaned(changed, _removed(before, after), _parts(after))


def _parts(content: ContentFacts) -> tuple[Part, ...]:
    """What a file hides and does, names in its properties included."""
    count = len(content.authors)
    names = (HiddenPart(HiddenKind.AUTHOR, Location(Where.PROPERTY), count),) if count else ()
    return (*names, *content.hidden, *content.active)


def _removed(before: ContentFacts, after: ContentFacts) -> tuple[Part, ...]:
    left = {(part.kind, part.location): part for part in _parts(after)}
    differences = (
        _difference(part, left.get((part.kind, part.location))) for part in _parts(before)
    )
    return tuple(part for part in differences if part)


def _difference(before: Part, after: Part | None) -> Part | None:
    """What of a part is gone; `None` where all of it is still there."""
    if after is None:
        return before
    if isinstance(before, HiddenPart) and isinstance(after, HiddenPart):
        gone = before.count - after.count
        return HiddenPart(before.kind, before.location, gone) if gone > 0 else None
    return None


_OF_PICTURES: dict[str, _Change] = {
    "png": clean_png,
    "jpg": clean_jpeg,
    "jpeg": clean_jpeg,
}
_OFFICE = ("docx", "xlsx", "odt", "ods")
_CLEANERS: dict[str, _Change] = {
    **_OF_PICTURES,
    "pdf": clean_pdf,
    **dict.fromkeys(_OFFICE, clean_office),
}
_STRIPPERS: dict[str, _Change] = {
    **_OF_PICTURES,
    "pdf": strip_pdf,
    **dict.fromkeys(_OFFICE, strip_office),
}
