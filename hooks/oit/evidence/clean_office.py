"""Office files without the names of those who wrote, changed and commented them."""

from oit.evidence import odf, ooxml, xml
from oit.evidence.archive import Archive, pack
from oit.evidence.containers import container_type

_ELEMENTS = ooxml.AUTHOR_ELEMENTS | odf.AUTHOR_ELEMENTS
_ATTRIBUTES = ooxml.AUTHOR_ATTRIBUTES | {"initials", "userId"}
_PEOPLE = frozenset({"person", "presenceInfo"})
# Attributes that name a person in these elements only; tables have a `displayName`, too.
_ONLY_OF_PEOPLE = frozenset({"displayName", "userId"})
# The namespace of ODF fields in the text: an author shown there is content, and stays.
_TEXT_FIELDS = "xmlns:text:1.0"
# Where a workbook was saved: the path holds the user's name.
_SAVED_AT = "absPath"


def strip_office(data: bytes) -> bytes:
    """The container without names and without dates of its members. Raises `CannotReadError`."""
    archive = Archive(data)
    container_type(archive)  # refuses a zip that is no office file
    names = sorted(archive.names, key=lambda name: name != "mimetype")
    return pack({name: _cleaned(archive.read(name)) for name in names})


def _cleaned(content: bytes) -> bytes:
    """A part without names; the very bytes where it has none."""
    root = xml.try_parse(content) if xml.looks_like_xml(content) else None
    if root is None:
        return content
    changes = [_clear(element) for element in list(root.iter())]
    return xml.serialise(root) if any(changes) else content


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


def clean_office(data: bytes) -> bytes:
    """The container without all that it hides. Raises `CannotReadError`."""
    return strip_office(data)
