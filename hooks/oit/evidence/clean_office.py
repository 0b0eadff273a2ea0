"""Office files without the names of those who wrote, changed and commented them."""

from oit.evidence import odf, ooxml, xml
from oit.evidence.archive import Archive, pack
from oit.evidence.containers import container_type

_ELEMENTS = ooxml.AUTHOR_ELEMENTS | odf.AUTHOR_ELEMENTS
_ATTRIBUTES = ooxml.AUTHOR_ATTRIBUTES | {"initials", "userId"}
_PEOPLE = frozenset({"person", "presenceInfo"})
_ONLY_OF_PEOPLE = frozenset({"displayName", "userId"})
_FIELDS = "xmlns:text:1.0"
"""Names that stand in the text are contents: an author may show there."""
_SAVED_AT = "absPath"
"""Where a workbook was saved: the path names its user."""


def clean_office(data: bytes) -> bytes:
    """The container anew: dates of members gone, names empty. Raises `CannotReadError`."""
    archive = Archive(data)
    container_type(archive)
    names = sorted(archive.names, key=lambda name: name != "mimetype")
    return pack({name: _cleaned(archive.read(name)) for name in names})


def _cleaned(content: bytes) -> bytes:
    """A part without names; the very bytes where it has none."""
    if not xml.is_probable(content):
        return content
    root = xml.try_parse(content)
    if root is None:
        return content
    changes = [_forget(element) for element in list(root.iter())]
    return xml.serialise(root) if any(changes) else content


def _forget(element: xml.Element) -> bool:
    """Empties what names somebody; whether there was anything."""
    kind = xml.local(element.tag)
    parent = element.getparent()
    if kind == _SAVED_AT and parent is not None:
        parent.remove(element)
        return True
    is_author = kind in _ELEMENTS and _FIELDS not in str(element.tag) and bool(element.text)
    if is_author:
        element.text = ""
    told = [key for key, value in element.items() if value and _is_telling(kind, str(key))]
    for key in told:
        element.set(key, "")
    return is_author or bool(told)


def _is_telling(kind: str, key: str) -> bool:
    name = xml.local(key)
    return name in _ATTRIBUTES and (name not in _ONLY_OF_PEOPLE or kind in _PEOPLE)
