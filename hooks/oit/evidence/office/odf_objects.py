"""Objects in an OpenDocument file: folders with parts of their own (ODF 1.3, part 2, 3.4)."""

from collections.abc import Iterable

from oit.evidence import xml
from oit.evidence.archive import Archive, pack

_CONTENT = "content.xml"
_DRAWN = frozenset({"chart", "drawing", "image"})
"""Kinds of objects that are shown as they are; a formula has no body at all."""


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
