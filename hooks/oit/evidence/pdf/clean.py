"""PDF files without what their authors did not mean to publish.

Written again from what the document leads to, without earlier versions and without objects that
nothing leads to. Text that is covered, white, or on a layer stays: its author has to take it out,
as a program could take out what is seen.
"""

import io
from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject

from oit.evidence.pdf.active import active_parts, is_media
from oit.evidence.pdf.objects import (
    AUTHOR_KEYS,
    document_info,
    objects,
    open_pdf,
    pypdf_limits,
    resolved,
)
from oit.evidence.pdf.pages import is_unseen

_Change: TypeAlias = Callable[[Any], None]
# XMP, what programs keep for themselves, and small pictures of pages.
_UNASKED = ("/Metadata", "/PieceInfo", "/Thumb")
_FILES = ("/EF", "/AF", "/RF", "/EmbeddedFiles", "/Collection")
_BY_THEMSELVES = ("/AA", "/JavaScript", "/JS", "/XFA", "/RichMediaContent")


def strip_pdf(data: bytes) -> bytes:
    """A PDF without authors, programs, XMP, thumbnails and the authors of notes.

    Title and dates stay. Raises `CannotReadError`, and what pypdf raises.
    """
    return _rewritten(data, _remove_unasked)


def clean_pdf(data: bytes) -> bytes:
    """The same, also without files inside, actions, scripts, and notes and fields that are hidden.

    Raises `CannotReadError`, and what pypdf raises.
    """
    changes = (_remove_unasked, _remove_carried, _remove_actions, _remove_members)
    # Once more, as what was removed leaves gaps in the numbers of objects.
    return _rewritten(_rewritten(data, *changes), _remove_unasked)


def _rewritten(data: bytes, *changes: _Change) -> bytes:
    with pypdf_limits():
        writer = PdfWriter(clone_from=open_pdf(data))
        info = document_info(writer)
        writer.metadata = {key: value for key, value in info.items() if key not in AUTHOR_KEYS}
        for change in changes:
            for value in objects(writer.root_object, set()):
                change(value)
        writer.compress_identical_objects(remove_duplicates=False)
        target = io.BytesIO()
        writer.write(target)
    return target.getvalue()


def _remove_unasked(value: Any) -> None:
    # /T is the author of an annotation, but the name of a form's field (a widget).
    is_note = isinstance(value, dict) and "/Rect" in value and value.get("/Subtype") != "/Widget"
    _remove(value, (*_UNASKED, *("/T",) * is_note))


def _remove_carried(value: Any) -> None:
    _remove(value, _FILES)


def _remove_actions(value: Any) -> None:
    """Actions by the keys that lead to them; one that goes to a page stays."""
    _remove(value, _BY_THEMSELVES)
    if isinstance(value, DictionaryObject):
        opening = resolved(value.get("/OpenAction"))
        if isinstance(opening, DictionaryObject) and resolved(opening.get("/S")) != "/GoTo":
            del value["/OpenAction"]
        _remove(value, [key for key in value if _acts(value.raw_get(key))])


def _remove_members(value: Any) -> None:
    """Annotations and fields that are hidden, hold a file or play something; actions in a list."""
    if isinstance(value, ArrayObject):
        kept = [each for each in value if not _is_unwanted(resolved(each))]
        if len(kept) < len(value):
            value[:] = kept


def _remove(value: Any, keys: Iterable[str]) -> None:
    if isinstance(value, DictionaryObject):
        for key in keys:
            value.pop(key, None)


def _acts(value: Any) -> bool:
    """Whether a value is an action that does more than lead somewhere on the web."""
    action = resolved(value)
    is_action = isinstance(action, DictionaryObject) and "/S" in action and "/Rect" not in action
    return is_action and any(active_parts(action))


def _is_unwanted(member: Any) -> bool:
    if not isinstance(member, DictionaryObject):
        return False
    is_file = member.get("/Subtype") == "/FileAttachment"
    is_note = "/Rect" in member
    return _acts(member) or (is_note and (is_file or is_media(member) or is_unseen(member)))
