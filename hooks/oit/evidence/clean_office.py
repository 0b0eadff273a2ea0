"""Office files without the names of those who wrote, changed and commented them."""

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from oit.evidence import odf, ooxml, xml
from oit.evidence.archive import Archive, pack
from oit.evidence.clean_pictures import clean_jpeg, clean_png
from oit.evidence.containers import CONTENT_TYPES, container_type
from oit.evidence.faults import FileFault, attempt
from oit.evidence.office.clean_odf import clean_odf, strip_odf
from oit.evidence.office.clean_ooxml import clean_ooxml, strip_ooxml
from oit.evidence.office.dropping import Members

_ELEMENTS = ooxml.AUTHOR_ELEMENTS | odf.AUTHOR_ELEMENTS
_ATTRIBUTES = ooxml.AUTHOR_ATTRIBUTES | {"initials", "userId"}
_PEOPLE = frozenset({"person", "presenceInfo"})
# Attributes that name a person in these elements only; tables have a `displayName`, too.
_ONLY_OF_PEOPLE = frozenset({"displayName", "userId"})
# The namespace of ODF fields in the text: an author shown there is content, and stays.
_TEXT_FIELDS = "xmlns:text:1.0"
# Where a workbook was saved: the path holds the user's name.
_SAVED_AT = "absPath"
_PICTURES = {b"\xff\xd8\xff": clean_jpeg, b"\x89PNG\r\n\x1a\n": clean_png}
_Change: TypeAlias = Callable[[Archive], Members]


def strip_office(data: bytes) -> bytes:
    """The container without names, dates of its members and what else programs put there unasked.

    Raises `CannotReadError`.
    """
    return _packed(data, strip_ooxml, strip_odf)


def clean_office(data: bytes) -> bytes:
    """The container without all that it hides or does by itself. Raises `CannotReadError`."""
    return _packed(data, clean_ooxml, clean_odf)


def _packed(data: bytes, of_ooxml: _Change, of_odf: _Change) -> bytes:
    archive = Archive(data)
    container_type(archive)  # refuses a zip that is no office file
    members = (of_ooxml if CONTENT_TYPES in archive else of_odf)(archive)
    names = sorted(members, key=lambda name: name != "mimetype")
    return pack({name: _cleaned(members[name]) for name in names})


def _cleaned(content: bytes) -> bytes:
    """A part without names, a picture without what its camera wrote; the very bytes otherwise."""
    for start, clean_picture in _PICTURES.items():
        if content.startswith(start):
            picture = attempt(partial(clean_picture, content))
            return content if isinstance(picture, FileFault) else picture
    root = xml.try_parse(content) if xml.looks_like_xml(content) else None
    if root is None:
        return content
    changes = [_clear(element) for element in list(root.iter())]
    return xml.serialise(root) if any(changes) or xml.remarks(content) else content


def _clear(element: xml.Element) -> bool:
    """Empties the names in an element; whether there was any."""
    kind = xml.local_name(element.tag)
    parent = element.getparent()
    if kind == _SAVED_AT and parent is not None:
        parent.remove(element)
        return True
    is_author = kind in _ELEMENTS and _TEXT_FIELDS not in str(element.tag) and bool(element.text)
    if is_author:
        element.text = ""
    keys = [key for key, value in element.items() if value and _is_name(kind, str(key))]
    for key in keys:
        element.set(key, "")
    return is_author or bool(keys)


def _is_name(kind: str, key: str) -> bool:
    """Whether an attribute of an element of this kind names a person."""
    name = xml.local_name(key)
    return name in _ATTRIBUTES and (name not in _ONLY_OF_PEOPLE or kind in _PEOPLE)
