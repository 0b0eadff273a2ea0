"""Odt and ods files without what they hide: the same marks that reading tells, removed."""

from collections.abc import Callable
from functools import partial

from oit.evidence import xml
from oit.evidence.archive import Archive
from oit.evidence.office.dropping import Members
from oit.evidence.office.marks import remove, take_out, taken_out, unwrap
from oit.evidence.office.odf_active import active_in
from oit.evidence.office.odf_cells import cells_of, is_hidden_table, tables_of
from oit.evidence.office.odf_marks import CHANGE_MARKS, CHANGES, marks
from oit.evidence.office.odf_objects import drawn_objects, inner_folders, is_read, objects_of
from oit.evidence.office.odf_styles import OdfStyles, odf_styles

_CONTENT, _STYLES, _META, _MANIFEST = (
    *("content.xml", "styles.xml", "meta.xml"),
    "META-INF/manifest.xml",
)
_UNASKED = frozenset({"user-defined", "template", "auto-reload"})
"""Elements of the properties: those that an office added, and where the file came from."""
_KEPT_BY_PROGRAMS = ("Thumbnails/", "layout-cache")
_KEPT_BY_PEOPLE = ("Versions/", "VersionList.xml", "Basic/", "Scripts/", "Dialogs/")
_COMMENTS = ("annotation", "annotation-end")
_OBJECTS = frozenset({"object", "object-ole"})


def strip_odf(archive: Archive) -> Members:
    """The parts without what programs put there unasked. Raises `CannotReadError`."""
    kept = {
        name: archive.read(name) for name in archive.names if not name.startswith(_KEPT_BY_PROGRAMS)
    }
    return _with_manifest(_changed(kept, _META, _strip_properties))


def clean_odf(archive: Archive) -> Members:
    """The parts without all that they hide or do by themselves. Raises `CannotReadError`."""
    inner = tuple(f"{folder}/" for folder in inner_folders(archive))
    drawn = objects_of(archive)
    styles = odf_styles(
        xml.parse(archive.read(name)) for name in (_STYLES, _CONTENT) if name in archive
    )
    members = {
        name: content
        for name, content in strip_odf(archive).items()
        if not name.startswith((*_KEPT_BY_PEOPLE, *inner))
        and not _is_object(name, content)
        and (is_read(name, drawn) or not xml.looks_like_xml(content))
    }
    for name in (_CONTENT, _STYLES):
        members = _changed(members, name, partial(_clean_part, styles))
        members = _changed(members, name, partial(_drop_objects, members))
    return _with_manifest(members)


def _changed(members: Members, name: str, change: Callable[[xml.Element], bool]) -> Members:
    """The members, with one of them changed where there is need."""
    root = xml.parse(members[name]) if name in members else None
    is_changed = root is not None and change(root)
    return {**members, name: xml.serialise(root)} if root is not None and is_changed else members


def _strip_properties(root: xml.Element) -> bool:
    return _removed(list(xml.elements(root, *_UNASKED)))


def _removed(found: list[xml.Element]) -> bool:
    for element in found:
        remove(element)
    return bool(found)


def _clean_part(styles: OdfStyles, root: xml.Element) -> bool:
    """Removes what a part hides; whether there was anything."""
    comments = _removed(list(xml.elements(root, *_COMMENTS)))
    actions = _stop(root)
    cells = _empty_cells(root, styles)
    texts = bool(list(taken_out(marks(root, styles))))
    changes = _removed(list(xml.elements(root, *CHANGE_MARKS, *CHANGES)))
    return any((comments, actions, cells, texts, changes))


def _stop(root: xml.Element) -> bool:
    found = [element for _, element in active_in(root)]
    for element in found:
        formulas = [key for key in element.attrib if xml.local_name(key) == "formula"]
        for key in formulas:
            del element.attrib[key]
        if xml.local_name(element.tag) == "a":
            unwrap(element)
        elif not formulas:
            remove(element)
    return bool(found)


def _empty_cells(root: xml.Element, styles: OdfStyles) -> bool:
    """Empties the hidden cells, and removes the hidden sheets; formulas keep their last values."""
    tables = tables_of(root)
    hidden = [table for table in tables if is_hidden_table(table, styles)]
    cells = [
        cell.element
        for table in tables
        if table not in hidden
        for cell in cells_of(table, styles)
        if cell.kind
    ]
    for cell in cells:
        take_out(cell)
    _remove_tables(root, hidden)
    if hidden or cells:
        for element in root.iter():
            for key in [key for key in element.attrib if xml.local_name(key) == "formula"]:
                del element.attrib[key]
    return bool(hidden or cells)


def _remove_tables(root: xml.Element, hidden: list[xml.Element]) -> None:
    """Removes sheets, and the names and ranges that mention them."""
    names = [xml.attribute(table, "name") or "" for table in hidden]
    for table in hidden:
        remove(table)
    for element in xml.elements(root, "named-range", "database-range", "content-validation"):
        texts = [str(value) for value in element.attrib.values()]
        if any(f"{name}." in text or f"{name}'." in text for name in names for text in texts):
            take_out(element)


def _is_object(name: str, content: bytes) -> bool:
    """Whether a member is an OLE object, which lies beside the parts under a name of its own."""
    return name.startswith("Object ") and not xml.looks_like_xml(content) and "/" not in name


def _drop_objects(members: Members, root: xml.Element) -> bool:
    """Removes the frames of objects that are not there any more."""
    found = [
        element
        for element in xml.elements(root, *_OBJECTS)
        if (address := xml.attribute(element, "href")) and not _is_there(address, members)
    ]
    return _removed([next(each.iterancestors("{*}frame"), each) for each in found])


def _is_there(address: str, members: Members) -> bool:
    name = address.removeprefix("./")
    return any(each == name or each.startswith(f"{name}/") for each in members)


def _with_manifest(members: Members) -> Members:
    """The members, with a manifest of those alone that are there, and no picture of others."""
    shown = drawn_objects(members)
    left = {
        name: content
        for name, content in members.items()
        if not name.startswith("ObjectReplacements/") or name.rpartition("/")[2] in shown
    }
    return _changed(left, _MANIFEST, lambda root: _drop_entries(root, left))


def _drop_entries(root: xml.Element, members: Members) -> bool:
    entries = [
        (entry, xml.attribute(entry, "full-path") or "")
        for entry in xml.elements(root, "file-entry")
    ]
    return _removed(
        [entry for entry, path in entries if path != "/" and not _is_listed(path, members)]
    )


def _is_listed(path: str, members: Members) -> bool:
    return any(name == path or (path.endswith("/") and name.startswith(path)) for name in members)
