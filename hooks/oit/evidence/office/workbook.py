"""What the sheets of an xlsx workbook need of its other parts (ECMA-376, 18.2)."""

from msgspec import Struct, field

from oit.evidence import xml
from oit.evidence.archive import Archive
from oit.evidence.office.cell_formats import blank_formats, unseen_formats
from oit.evidence.office.sheet import Hiding, hiding_of
from oit.evidence.package_links import Link

WORKBOOK = "xl/workbook.xml"


class Book(Struct, frozen=True):
    """The sheets and strings of a workbook; empty for a letter."""

    part: str = ""
    names: dict[str, str] = field(default_factory=dict)
    """Names of sheets that people see, by the names of their parts."""
    hidden: frozenset[str] = frozenset()
    """The parts of hidden and very hidden sheets."""
    strings_part: str = ""
    strings: tuple[str, ...] = ()
    """The texts that cells share, by index."""
    unseen: frozenset[int] = frozenset()
    """Indexes of formats that show nothing."""
    blank: frozenset[int] = frozenset()
    """Those of them that do so in whatever colour."""
    tables: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The blocks of tables, by the parts of their sheets."""

    def hiding(self, part: str, root: xml.Element) -> Hiding:
        """What a sheet hides."""
        tables = self.tables.get(part, ())
        return hiding_of(
            root,
            is_hidden=part in self.hidden,
            tables=tables,
            unseen=self.unseen,
            blank=self.blank,
        )


def book_of(archive: Archive, links: tuple[Link, ...]) -> Book:
    """The workbook of a package; an empty one where it is none. Raises `CannotReadError`."""
    part = next((link.target for link in links if _is_main(link)), WORKBOOK)
    if part not in archive:
        return Book()
    root = xml.parse(archive.read(part))
    own = {link.id: link for link in links if link.source == part}
    parts = {role: _root(archive, own, role) for role in ("sharedStrings", "styles")}
    named = [
        (own[link].target, sheet)
        for sheet in xml.elements(root, "sheet")
        if (link := xml.attribute(sheet, "id") or "") in own
    ]
    strings = parts["sharedStrings"]
    return Book(
        part=part,
        names={target: sheet.get("name") or "" for target, sheet in named},
        hidden=frozenset(target for target, sheet in named if is_hidden(sheet)),
        strings_part=_target(own, "sharedStrings"),
        strings=() if strings is None else tuple(map(string_of, xml.elements(strings, "si"))),
        unseen=unseen_formats(parts["styles"]),
        blank=blank_formats(parts["styles"]),
        tables=_tables(archive, links),
    )


def _is_main(link: Link) -> bool:
    return not link.source and link.role == "officeDocument" and link.target.startswith("xl/")


def is_hidden(sheet: xml.Element) -> bool:
    """Whether the workbook says of a sheet that it is hidden, or very hidden."""
    return (xml.attribute(sheet, "state") or "visible") != "visible"


def _target(links: dict[str, Link], role: str) -> str:
    return next((link.target for link in links.values() if link.role == role), "")


def _root(archive: Archive, links: dict[str, Link], role: str) -> xml.Element | None:
    target = _target(links, role)
    return xml.parse(archive.read(target)) if target in archive else None


def string_of(string: xml.Element) -> str:
    """The text of a shared string."""
    return xml.text_of(string)


def _tables(archive: Archive, links: tuple[Link, ...]) -> dict[str, tuple[str, ...]]:
    blocks: dict[str, tuple[str, ...]] = {}
    for link in links:
        if link.role == "table" and link.target in archive:
            reference = xml.attribute(xml.parse(archive.read(link.target)), "ref") or ""
            blocks[link.source] = (*blocks.get(link.source, ()), reference)
    return blocks
