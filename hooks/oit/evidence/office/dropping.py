"""OOXML packages without some of their links, and without all that only those led to."""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from oit.evidence import xml
from oit.evidence.containers import CONTENT_TYPES
from oit.evidence.office.marks import remove, unwrap
from oit.evidence.package_links import Link, is_links_part, links_in, reached, source_of

Members: TypeAlias = dict[str, bytes]
_PACKAGE_LINKS = "_rels/.rels"
# What goes with an element that refers to something dropped; any other goes alone.
_GOES_WITH = {
    "OLEObject": ("{*}object", "{*}pict"),
    "control": ("{*}object", "{*}pict"),
    "blip": ("{*}drawing", "{*}pic"),
    "imagedata": ("{*}object", "{*}pict"),
    "dataSource": ("{*}mailMerge",),
    "oleObject": ("{*}oleObjects",),
}
# Lists that must not be empty.
_LISTS = frozenset({"pivotCaches", "externalReferences", "tableParts", "hyperlinks", "controls"})
_UNWRAPPED = frozenset({"hyperlink", "smartTag"})


def without_links(members: Members, is_dropped: Callable[[Link], bool]) -> Members:
    """The members without the links of a kind, what refers to these, and what they led to alone.

    Raises `CannotReadError` for a broken part.
    """
    every = list(_links(members))
    dropped = {(link.source, link.id) for link in every if is_dropped(link)}
    kept = [link for link in every if (link.source, link.id) not in dropped]
    roots = {link.source for link in every} - {link.target for link in every}
    gone = reached(every, roots) - reached(kept, roots)
    left = {
        name: content
        for name, content in members.items()
        if name not in gone and not (is_links_part(name) and source_of(name) in gone)
    }
    for source in {source for source, _ in dropped} - gone:
        _forget(left, source, {id_ for of, id_ in dropped if of == source})
    return with_content_types(left)


def without_strays(members: Members) -> Members:
    """The members without those that no program reads, since no link leads to them."""
    if _PACKAGE_LINKS not in members:
        return members
    linked = reached(_links(members), {""})
    known = {name for name in members if name == CONTENT_TYPES or is_links_part(name)}
    return with_content_types({name: members[name] for name in members if name in linked | known})


def _links(members: Members) -> Iterable[Link]:
    for name, content in members.items():
        if is_links_part(name):
            yield from links_in(name, xml.parse(content))


def _forget(members: Members, source: str, ids: set[str]) -> None:
    """Removes links from the links of a part, and from the part what refers to them."""
    folder, _, file = source.rpartition("/")
    name = f"{folder}/_rels/{file}.rels".lstrip("/")
    root = xml.parse(members[name])
    for link in list(xml.elements(root, "Relationship")):
        if xml.attribute(link, "Id") in ids:
            remove(link)
    members[name] = xml.serialise(root)
    part = xml.try_parse(members[source]) if source in members else None
    if part is not None:
        _forget_ids(part, ids)
        members[source] = xml.serialise(part)


def _forget_ids(root: xml.Element, ids: set[str]) -> None:
    for element in list(root.iter()):
        values = {value for key, value in element.items() if is_reference(str(key))}
        if values & ids:
            _remove_reference(element)


def is_reference(key: str) -> bool:
    """Whether an attribute names a link: `r:id`, `r:embed`, of either edition of the standard."""
    namespace, _, _ = key.rpartition("}")
    return namespace.endswith("/relationships")


def _remove_reference(element: xml.Element) -> None:
    name = xml.local_name(element.tag)
    if name in _UNWRAPPED and len(element):
        unwrap(element)
        return
    parent = element.getparent()
    outer = element.iterancestors(*_GOES_WITH[name]) if name in _GOES_WITH else iter(())
    remove(next(outer, element))
    if parent is not None and xml.local_name(parent.tag) in _LISTS and not len(parent):
        remove(parent)


def with_content_types(members: Members) -> Members:
    """The members, with types for those alone that are there."""
    if CONTENT_TYPES not in members:
        return members
    root = xml.parse(members[CONTENT_TYPES])
    named = [
        (each, xml.attribute(each, "PartName") or "") for each in xml.elements(root, "Override")
    ]
    absent = [each for each, name in named if name.lstrip("/") not in members]
    for each in absent:
        remove(each)
    return {**members, CONTENT_TYPES: xml.serialise(root)} if absent else members
