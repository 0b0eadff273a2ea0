"""The look that styles give to text of OpenDocument files (ODF 1.3, part 3, 16 and 20)."""

from collections.abc import Iterable

from msgspec import Struct, field
from msgspec.structs import replace

from oit.evidence import xml
from oit.evidence.office.colours import WHITE, as_hex, looks_alike

_TINY = frozenset({"0pt", "1pt", "0.5pt", "0.1pt", "0cm", "0.01cm", "0.1mm", "0in"})
_PROPERTIES = frozenset(
    {"text-properties", "paragraph-properties", "table-cell-properties", "table-properties"}
)
_DEPTH = 30
"""Styles of styles that are followed, so that a circle of them ends."""


class Look(Struct, frozen=True):
    """What decides whether a text is seen; empty where nothing is said."""

    display: str = ""
    colour: str = ""
    background: str = ""
    size: str = ""

    def under(self, other: "Look") -> "Look":
        """The look with all that the other one says instead."""
        names = ("display", "colour", "background", "size")
        said = {name: value for name in names if (value := getattr(other, name))}
        return replace(self, **said)

    @property
    def is_hidden(self) -> bool:
        """Whether nobody sees a text of this look on white paper, or on its own background."""
        paper = as_hex(self.background) if self.background else WHITE
        is_lost = looks_alike(as_hex(self.colour), paper)
        return self.display == "none" or self.size in _TINY or is_lost


NOTHING = Look()


class OdfStyles(Struct, frozen=True):
    """The looks of named styles, by family and name."""

    looks: dict[tuple[str, str], Look] = field(default_factory=dict)

    def look(self, family: str, name: str | None) -> Look:
        """The look of a style; that of the family's default where it is not known."""
        return self.looks.get((family, name or ""), self.looks.get((family, ""), NOTHING))


def odf_styles(roots: Iterable[xml.Element]) -> OdfStyles:
    """The styles of the parts `styles.xml` and `content.xml`."""
    styles = [style for root in roots for style in xml.elements(root, "style", "default-style")]
    named = {_key(style): style for style in styles}
    return OdfStyles({key: _whole_look(key, named) for key in named})


def _key(style: xml.Element) -> tuple[str, str]:
    return xml.attribute(style, "family") or "", xml.attribute(style, "name") or ""


def _whole_look(key: tuple[str, str], named: dict[tuple[str, str], xml.Element]) -> Look:
    """The look of a style with what it inherits, last of all from its family."""
    lineage: list[xml.Element] = []
    family, name = key
    while (family, name) in named and len(lineage) < _DEPTH:
        lineage.append(named[family, name])
        name = (xml.attribute(named[family, name], "parent-style-name") or "") if name else "\0"
    look = NOTHING
    for style in reversed(lineage):
        look = look.under(_own_look(style))
    return look


def _own_look(style: xml.Element) -> Look:
    look = NOTHING
    for properties in style:
        if xml.local_name(properties.tag) in _PROPERTIES:
            look = look.under(_look_of(properties))
    return look


def _look_of(properties: xml.Element) -> Look:
    # A table that is not displayed is a hidden sheet; its properties use the same attribute.
    display = xml.attribute(properties, "display") or ""
    background = xml.attribute(properties, "background-color") or ""
    return Look(
        display="none" if display in ("none", "false") else display,
        colour=xml.attribute(properties, "color") or "",
        background="" if background == "transparent" else background,
        size=xml.attribute(properties, "font-size") or "",
    )
