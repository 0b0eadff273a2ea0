"""The links between the parts of an OOXML package, and where they lead (ECMA-376, part 2)."""

import posixpath
from collections.abc import Iterable, Iterator

from msgspec import Struct

from oit.evidence import xml
from oit.evidence.archive import Archive

_FOLDER, _SUFFIX = "_rels/", ".rels"


class Link(Struct, frozen=True):
    """A relationship of a part, or of the package itself."""

    source: str
    """The part that has it; empty for the package."""
    id: str
    role: str
    """The last word of its type, such as `hyperlink`: Strict files have other addresses before."""
    target: str
    """The part that it leads to, or an address."""
    is_external: bool


def links_of(archive: Archive) -> tuple[Link, ...]:
    """All links of a package. Raises `CannotReadError` for a broken part of them."""
    return tuple(
        link
        for name in archive.names
        if is_links_part(name)
        for link in links_in(name, xml.parse(archive.read(name)))
    )


def is_links_part(name: str) -> bool:
    """Whether a member holds the links of another."""
    folder, _, file = name.rpartition("/")
    return file.endswith(_SUFFIX) and f"{folder}/".endswith(_FOLDER)


def links_in(name: str, root: xml.Element) -> Iterator[Link]:
    """The links that a part of links holds."""
    source = source_of(name)
    for element in xml.elements(root, "Relationship"):
        is_external = (xml.attribute(element, "TargetMode") or "").lower() == "external"
        target = xml.attribute(element, "Target") or ""
        yield Link(
            source=source,
            id=xml.attribute(element, "Id") or "",
            role=(xml.attribute(element, "Type") or "").rpartition("/")[2],
            target=target if is_external else resolved(source, target),
            is_external=is_external,
        )


def source_of(name: str) -> str:
    """`word/document.xml` of `word/_rels/document.xml.rels`."""
    folder, _, file = name.rpartition("/")
    return folder.removesuffix(_FOLDER.rstrip("/")) + file.removesuffix(_SUFFIX)


def resolved(source: str, target: str) -> str:
    """The name of the part to which a target leads from a part."""
    base = f"/{posixpath.dirname(source)}"
    path = posixpath.normpath(posixpath.join(base, target.replace("\\", "/")))
    return path.lstrip("/")


def reached(links: Iterable[Link], roots: set[str]) -> set[str]:
    """The parts to which links lead, over any number of steps."""
    targets: dict[str, set[str]] = {}
    for link in links:
        if not link.is_external:
            targets.setdefault(link.source, set()).add(link.target)
    found: set[str] = set()
    waiting = set(roots)
    while waiting:
        source = waiting.pop()
        found.add(source)
        waiting |= targets.get(source, set()) - found
    return found
