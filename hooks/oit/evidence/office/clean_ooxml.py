"""Docx and xlsx files without what they hide: the same marks that reading tells, removed."""

from collections.abc import Set

from msgspec import Struct

from oit.evidence import xml
from oit.evidence.archive import Archive
from oit.evidence.office.active import active_elements, active_link
from oit.evidence.office.clean_workbook import (
    blank_unused_strings,
    without_formulas,
    without_hidden_sheets,
)
from oit.evidence.office.dropping import (
    Members,
    is_reference,
    without_links,
    without_strays,
)
from oit.evidence.office.fields import stop_fetching_fields
from oit.evidence.office.marks import remove, taken_out, unwrap
from oit.evidence.office.ooxml_marks import Package, marks_of, package_of
from oit.evidence.office.word import change_marks, insertions
from oit.evidence.package_links import Link

_KEPT_BY_PROGRAMS = frozenset(
    {
        *("thumbnail", "custom-properties", "customXml", "customXmlProps", "printerSettings"),
        *("pivotTable", "pivotCacheDefinition", "pivotCacheRecords", "slicer", "slicerCache"),
        *("timeline", "timelineCache", "glossaryDocument"),
    }
)
"""Roles of parts that programs write unasked: nothing that a reader sees is in them."""
_KEPT_BY_PEOPLE = frozenset(
    {
        *("comments", "commentsExtended", "commentsIds", "commentsExtensible", "people", "person"),
        *("threadedComment", "revisionHeaders", "revisionLog", "usernames", "package"),
        *("oleObject", "aFChunk", "calcChain", "externalLink"),
    }
)
"""Roles of parts with comments, earlier versions, and files inside."""
_UNASKED = frozenset({"rsids", "docVars", "TitlesOfParts", "HeadingPairs", "HLinks", "rPh"})
"""Elements that programs write unasked: variables, lists of sheets and of links, readings."""
_ASKED = frozenset(
    {
        *("trackRevisions", "commentRangeStart", "commentRangeEnd", "commentReference"),
        *("legacyDrawing", "oleObjects", "controls"),
    }
)
"""Elements that stand for comments, objects and controls, which are in parts of their own."""
_CONDITIONS = ("{*}dataValidation", "{*}cfRule")


def strip_ooxml(archive: Archive) -> Members:
    """The parts without what programs put there unasked. Raises `CannotReadError`."""
    members = {name: _without(archive.read(name), _UNASKED) for name in archive.names}
    return blank_unused_strings(without_links(members, lambda link: link.role in _KEPT_BY_PROGRAMS))


def clean_ooxml(archive: Archive) -> Members:
    """The parts without all that they hide or do by themselves. Raises `CannotReadError`."""
    cleaner = _Cleaner(package_of(archive), set())
    stripped = strip_ooxml(archive)
    members = {name: cleaner.part(name, content) for name, content in stripped.items()}
    members = without_links(without_hidden_sheets(members, cleaner.package.book), cleaner.drops)
    references = _references(members)
    members = without_links(
        members,
        lambda link: link.role == "vmlDrawing" and (link.source, link.id) not in references,
    )
    if cleaner.touched or cleaner.package.book.hidden or cleaner.package.has("externalLink"):
        members = without_formulas(members)
    return blank_unused_strings(without_strays(members))


def _without(content: bytes, names: Set[str]) -> bytes:
    """A part without the elements of some names; the very bytes where it has none."""
    root = xml.try_parse(content) if xml.looks_like_xml(content) else None
    found = [] if root is None else list(xml.elements(root, *names))
    for element in found:
        remove(element)
    return xml.serialise(root) if root is not None and found else content


class _Cleaner(Struct, frozen=True):
    """Removes from parts what they hide."""

    package: Package
    touched: set[str]
    """The sheets of which cells were emptied."""

    def part(self, name: str, content: bytes) -> bytes:
        """A part without what it hides; the very bytes where it hides nothing."""
        root = xml.try_parse(content) if xml.looks_like_xml(content) else None
        if root is None:
            return content
        changes = (
            self._take_out(name, root),
            _stop(root),
            stop_fetching_fields(root),
            *(_unwrapped(element) for element in insertions(root)),
            *(_removed(element) for element in [*change_marks(root), *xml.elements(root, *_ASKED)]),
        )
        return xml.serialise(root) if any(changes) else content

    def _take_out(self, name: str, root: xml.Element) -> bool:
        marks = list(taken_out(marks_of(name, root, self.package)))
        if any(xml.local_name(mark.element.tag) == "c" for mark in marks):
            self.touched.add(name)
        return bool(marks)

    def drops(self, link: Link) -> bool:
        """Whether a link leads to something that hides or acts.

        A table whose heading may have been emptied is dropped too: its cells stay.
        """
        is_broken = link.role == "table" and link.source in self.touched
        return link.role in _KEPT_BY_PEOPLE or is_broken or active_link(link) is not None


def _stop(root: xml.Element) -> bool:
    """Removes formulas that fetch, with the condition that one belongs to."""
    found = [element for _, element in active_elements(root)]
    for element in found:
        remove(next(element.iterancestors(*_CONDITIONS), element))
    return bool(found)


def _unwrapped(element: xml.Element) -> bool:
    unwrap(element)
    return True


def _removed(element: xml.Element) -> bool:
    remove(element)
    return True


def _references(members: Members) -> frozenset[tuple[str, str]]:
    """Each part with the links that it refers to."""
    return frozenset(
        (name, str(value))
        for name, content in members.items()
        if xml.looks_like_xml(content) and (root := xml.try_parse(content)) is not None
        for element in root.iter()
        for key, value in element.items()
        if is_reference(str(key))
    )
