"""What a PDF does by itself or leads to: actions and media (ISO 32000-1, 12.6, 13)."""

import re
from collections.abc import Iterator, Mapping

from pypdf.generic import DictionaryObject, StreamObject

from oit.evidence.concealed import ActiveKind, ActivePart
from oit.evidence.location import Location, Where
from oit.evidence.pdf.objects import resolved, text_of

_ACTIONS: Mapping[str, ActiveKind] = {
    "/JavaScript": ActiveKind.SCRIPT,
    **dict.fromkeys(("/Launch", "/SubmitForm", "/ImportData"), ActiveKind.ACTION),
    **dict.fromkeys(("/GoToR", "/GoToE"), ActiveKind.LINK),
    **dict.fromkeys(("/Rendition", "/Movie", "/Sound"), ActiveKind.OBJECT),
    **dict.fromkeys(("/RichMediaExecute", "/GoTo3DView"), ActiveKind.OBJECT),
}
_MEDIA = frozenset({"/3D", "/RichMedia", "/Movie", "/Sound", "/Screen"})
"""Subtypes of annotations that play or show something moving."""
_FOLLOWED = frozenset({"/URI", "/GoToR", "/GoToE"})
"""Actions that are harmless where a reader clicks, and not where they run by themselves."""
_SCHEME = re.compile(r"\s*([a-z][a-z0-9+.-]*):", re.I)
_SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel", "ftp"})
_SHARE = "\\\\"


def active_parts(entries: DictionaryObject) -> Iterator[ActivePart]:
    """What a dictionary does; `entries` is any of a document, the root included."""
    action = str(resolved(entries.get("/S")))
    if action in _ACTIONS:
        yield _part(_ACTIONS[action], action)
    elif "/JS" in entries:
        yield _part(ActiveKind.SCRIPT, "/JS")
    if "/XFA" in entries:
        yield _part(ActiveKind.FORM, "/XFA")
    if is_media(entries):
        yield _part(ActiveKind.OBJECT, str(resolved(entries["/Subtype"])))
    if _is_dangerous(text_of(resolved(entries.get("/URI")))):
        yield _part(ActiveKind.LINK, "/URI")
    if isinstance(entries, StreamObject) and "/F" in entries:
        yield _part(ActiveKind.LINK, "/F")
    yield from _by_themselves(entries)


def is_media(entries: DictionaryObject) -> bool:
    """Whether an annotation plays or shows something moving."""
    return str(resolved(entries.get("/Subtype"))) in _MEDIA and "/Rect" in entries


def _by_themselves(entries: DictionaryObject) -> Iterator[ActivePart]:
    """Actions that run as the document, a page or a field opens, closes or is passed over."""
    triggers = resolved(entries.get("/AA"))
    actions = triggers.values() if isinstance(triggers, DictionaryObject) else ()
    for value in (entries.get("/OpenAction"), *actions):
        action = resolved(value)
        if isinstance(action, DictionaryObject) and resolved(action.get("/S")) in _FOLLOWED:
            yield _part(ActiveKind.ACTION, "/OpenAction" if "/OpenAction" in entries else "/AA")


def _is_dangerous(address: str) -> bool:
    """Whether an address is of no web page, mail or telephone: a script, or a file of somebody."""
    scheme = _SCHEME.match(address)
    is_share = address.lstrip().startswith(_SHARE)
    return is_share or (scheme is not None and scheme[1].lower() not in _SAFE_SCHEMES)


def _part(kind: ActiveKind, name: str) -> ActivePart:
    return ActivePart(kind, Location(Where.HIDDEN, name.lstrip("/")))
