"""Objects in an OpenDocument file: folders with parts of their own (ODF 1.3, part 2, 3.4)."""

from collections.abc import Iterable, Set

from oit.evidence import xml
from oit.evidence.archive import Archive, pack

_CONTENT = "content.xml"
_DRAWN = frozenset({"chart", "drawing", "image"})
"""Kinds of objects that are shown as they are; a formula has no body at all."""
_READ = frozenset({_CONTENT, "styles.xml", "meta.xml", "settings.xml", "manifest.rdf"})
_OF_PROGRAMS = frozenset(
    {"META-INF", "Configurations2", "Basic", "Scripts", "Dialogs", "Thumbnails"}
)
"""Folders of what is no text: lists of parts, menus, macros, which are told by themselves."""


def objects_of(archive: Archive) -> Set[str]:
    """The folders of objects that stand in the document, or within one of them.

    Raises `CannotReadError`.
    """
    found: set[str] = set()
    for name in (each for each in archive.names if each.endswith(_CONTENT)):
        folder = name.removesuffix(_CONTENT)
        root = xml.try_parse(archive.read(name))
        objects = () if root is None else xml.elements(root, "object", "object-ole")
        addresses = (xml.attribute(each, "href") or "" for each in objects)
        found |= {folder + each.removeprefix("./").strip("/") for each in addresses}
    return found


def is_read(name: str, drawn: Set[str]) -> bool:
    """Whether programs read a part of XML: the document's, or an object's that is drawn in it."""
    folder, _, file = name.rpartition("/")
    is_known = file in _READ and (not folder or folder in drawn)
    return is_known or folder.partition("/")[0] in _OF_PROGRAMS


def inner_folders(archive: Archive) -> dict[str, str]:
    """The folders of files within the file, with their kinds: `spreadsheet`, `text`.

    Raises `CannotReadError`.
    """
    folders = (name.rpartition("/")[0] for name in archive.names if name.endswith(f"/{_CONTENT}"))
    kinds = {folder: kind_of_object(archive.read(f"{folder}/{_CONTENT}")) for folder in folders}
    return {folder: kind for folder, kind in kinds.items() if kind and kind not in _DRAWN}


def kind_of_object(content: bytes) -> str:
    """What the body of an object is: `spreadsheet`, `text`, `chart`; empty for a formula."""
    root = xml.try_parse(content)
    bodies = () if root is None else xml.elements(root, "body")
    return next((xml.local_name(kind.tag) for body in bodies for kind in body), "")


def file_of_folder(archive: Archive, folder: str, kind: str) -> bytes:
    """The parts of an object as a file of its own. Raises `CannotReadError`."""
    start = f"{folder}/"
    parts = {
        name.removeprefix(start): archive.read(name)
        for name in archive.names
        if name.startswith(start) and name != start
    }
    return pack({"mimetype": f"application/vnd.oasis.opendocument.{kind}".encode(), **parts})


def drawn_objects(names: Iterable[str]) -> frozenset[str]:
    """The objects that are there, by the names under which pictures stand for them."""
    return frozenset(name.partition("/")[0] for name in names)
