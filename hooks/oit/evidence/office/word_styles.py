"""The look that styles give to runs of a Word document (ECMA-376, 17.7)."""

from collections.abc import Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from oit.evidence import xml
from oit.evidence.office.colours import BLACK, WHITE, as_hex

_OFF = frozenset({"0", "false", "off", "none"})
# Colours of a theme that are those of the paper; a document with another theme is rare.
_PAPER = frozenset({"background1", "bg1", "light1", "lt1"})
_HIGHLIGHTS = {"black": BLACK, "white": WHITE}
UNKNOWN = "?"
"""A background that is there, and is of no colour that can be told."""
_NARROW = 10
_A_POINT = 20
"""In twentieths of a point."""


class Look(Struct, frozen=True):
    """What decides whether a run is seen; `None` where nothing is said."""

    vanish: bool | None = None
    colour: str | None = None
    """As hexadecimal digits; empty for the automatic one."""
    background: str | None = None
    highlight: str | None = None
    half_points: int | None = None

    def under(self, other: "Look") -> "Look":
        """The look with all that the other one says instead."""
        names = ("vanish", "colour", "background", "highlight", "half_points")
        said = {name: value for name in names if (value := getattr(other, name)) is not None}
        return replace(self, **said)


NOTHING = Look()


class Styles(Struct, frozen=True):
    """The looks of the styles of a document, by their ids."""

    default: Look = NOTHING
    looks: dict[str, Look] = field(default_factory=dict)
    paragraph: str = ""
    """The style of paragraphs that name none."""
    shaded: frozenset[str] = frozenset()
    """Styles that fill something behind their text, such as a table's heading row."""

    def look(self, paragraph: str | None, run: str | None, direct: Look) -> Look:
        """How a run looks, given its styles and what is said at the run itself."""
        of_paragraph = self.looks.get(paragraph or self.paragraph, NOTHING)
        of_run = self.looks.get(run or "", NOTHING)
        # "Hidden" is a toggle: said by both styles it is off (17.7.3).
        vanish = bool(self.default.vanish) or bool(of_paragraph.vanish) != bool(of_run.vanish)
        styled = replace(self.default.under(of_paragraph).under(of_run), vanish=vanish)
        return styled.under(direct)


def styles_of(root: xml.Element | None) -> Styles:
    """The styles of the part `word/styles.xml`; none without one."""
    if root is None:
        return Styles()
    named = {xml.attribute(style, "styleId") or "": style for style in xml.elements(root, "style")}
    defaults = next(xml.elements(root, "rPrDefault"), None)
    return Styles(
        default=NOTHING if defaults is None else look_of(defaults),
        looks={name: _whole_look(name, named) for name in named},
        paragraph=next((name for name, style in named.items() if _is_default(style)), ""),
        shaded=frozenset(name for name in named if _is_shaded(name, named)),
    )


def _is_default(style: xml.Element) -> bool:
    kind = xml.attribute(style, "type")
    return kind == "paragraph" and xml.attribute(style, "default") in ("1", "true", "on")


def _whole_look(name: str, named: dict[str, xml.Element]) -> Look:
    """The look of a style with what it inherits."""
    look = NOTHING
    for style in reversed(list(_lineage(name, named))):
        look = look.under(look_of(style))
    return look


def _is_shaded(name: str, named: dict[str, xml.Element]) -> bool:
    shades = (shade for style in _lineage(name, named) for shade in xml.elements(style, "shd"))
    return any(_fill(shade) for shade in shades)


def _lineage(name: str, named: dict[str, xml.Element]) -> Iterator[xml.Element]:
    """A style and those that it is based on, each once."""
    seen: set[str] = set()
    while name in named and name not in seen:
        seen.add(name)
        yield named[name]
        name = value_of(named[name], "basedOn") or ""


def value_of(element: xml.Element, name: str) -> str | None:
    """The `val` of the first child with a local name; `None` where there is none."""
    child = next((each for each in element if xml.local_name(each.tag) == name), None)
    return None if child is None else xml.attribute(child, "val") or ""


def look_of(element: xml.Element) -> Look:
    """What the properties directly below an element (a run, a style, a default) say."""
    look = NOTHING
    for properties in element:
        match xml.local_name(properties.tag):
            case "rPr":
                look = look.under(_run_look(properties))
            case "pPr":
                look = look.under(Look(background=_shade_in(properties)))
    return look


def _run_look(properties: xml.Element) -> Look:
    colour = next((each for each in properties if xml.local_name(each.tag) == "color"), None)
    vanish = value_of(properties, "vanish")
    # Thai is a complex script, whose size is said apart (17.3.2.38 and 39).
    said = (value_of(properties, name) or "" for name in ("sz", "szCs"))
    sizes = [int(size) for size in said if size.isdecimal() and len(size) < 5]
    if _has_no_fill(properties) or _is_narrow(properties):
        vanish = "true"
    highlight = value_of(properties, "highlight")
    return Look(
        vanish=None if vanish is None else vanish.lower() not in _OFF,
        colour=None if colour is None else _colour(colour),
        background=_shade_in(properties),
        highlight=None if highlight is None else _HIGHLIGHTS.get(highlight, UNKNOWN),
        half_points=min(sizes, default=None),
    )


def _has_no_fill(properties: xml.Element) -> bool:
    """Whether letters are drawn by nothing: an effect that Word 2010 and later know."""
    fills = (each for each in properties if xml.local_name(each.tag) == "textFill")
    return any(xml.local_name(kind.tag) == "noFill" for fill in fills for kind in fill)


def _is_narrow(properties: xml.Element) -> bool:
    """Whether letters are scaled to a tenth of their width and less (17.3.2.43, in per cent)."""
    scale = (value_of(properties, "w") or "").removesuffix("%")
    return scale.isdecimal() and int(scale[:4]) <= _NARROW


def is_squeezed(paragraph: xml.Element) -> bool:
    """Whether the lines of a paragraph are exactly a point high and less (17.3.1.33)."""
    spacing = (each for own in paragraph for each in own if xml.local_name(each.tag) == "spacing")
    return any(
        xml.attribute(each, "lineRule") == "exact"
        and (height := xml.attribute(each, "line") or "").isdecimal()
        and int(height[:6]) <= _A_POINT
        for each in spacing
    )


def _colour(colour: xml.Element) -> str:
    theme = xml.attribute(colour, "themeColor") or ""
    return as_hex(xml.attribute(colour, "val")) or (WHITE if theme in _PAPER else "")


def _shade_in(properties: xml.Element) -> str | None:
    shade = next((each for each in properties if xml.local_name(each.tag) == "shd"), None)
    return None if shade is None else _fill(shade)


def shade_of(element: xml.Element) -> str | None:
    """The background that the properties of a paragraph or table cell give it."""
    own = [child for child in element if xml.local_name(child.tag) in ("pPr", "tcPr")]
    return _shade_in(own[0]) if own else None


def _fill(shade: xml.Element) -> str:
    """The colour of a shading; empty for none, `UNKNOWN` for a pattern."""
    match (xml.attribute(shade, "val") or "clear").lower():
        case "clear" | "nil":
            return as_hex(xml.attribute(shade, "fill"))
        case "solid":
            return as_hex(xml.attribute(shade, "color")) or BLACK
    return UNKNOWN
