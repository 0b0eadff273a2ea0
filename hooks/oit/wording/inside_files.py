"""What stands in a file, and where, in Thai and English."""

from oit.catalog import Language, say
from oit.evidence.concealed import ActiveKind, ActivePart, HiddenKind, HiddenPart
from oit.evidence.faults import FileFault
from oit.evidence.location import Location, Where
from oit.evidence.media_types import Sniffed
from oit.evidence.tables.values import TableFault, column_name
from oit.wording.file_types import type_words
from oit.wording.part_names import part_name_words

_OF_PROGRAMS = frozenset({Where.COMMENT, Where.PROPERTY, Where.HIDDEN})
"""Places whose name may be one that a format gives to its parts."""


def kind_words(kind: HiddenKind | ActiveKind | FileFault | Sniffed, language: Language) -> str:
    """What is hidden or active, why something was not read, or what a file is."""
    if isinstance(kind, Sniffed):
        return type_words(kind, language)
    return say(f"files.kind-{kind.value}", language)


def place_words(place: Location | TableFault, language: Language) -> str:
    """A place within a file: แผ่นงาน “มี.ค. 68” เซลล์ G14."""
    if isinstance(place, TableFault):
        return _table_place_words(place, language)
    words = _within(_outer_words(place, language), _cell_words(place.cell, language), language)
    if place.inside:
        inside = _file_words(place.inside, language)
        words = say("files.place-inside", language, place=words, inside=inside)
    return " ".join(words.split())


def part_words(part: HiddenPart | ActivePart, language: Language) -> str:
    """Something hidden or active, how often, and where: ความคิดเห็น 2 แห่ง (หน้า 3)."""
    return say(
        "files.part",
        language,
        what=kind_words(part.kind, language),
        kind=part.kind.value,
        count=part.count if isinstance(part, HiddenPart) else 1,
        place=place_words(part.location, language),
    )


def _outer_words(place: Location, language: Language) -> str:
    """A place without its cell; a part that only programs know is told by what it is."""
    known = part_name_words(place.name, language) if place.where in _OF_PROGRAMS else None
    if known and place.where is Where.HIDDEN:
        return known
    return say(f"files.place-{place.where.value}", language, name="" if known else place.name)


def _file_words(inside: str, language: Language) -> str:
    """The files around a place, outermost first."""
    names = inside.split(" › ")
    return " › ".join(part_name_words(name, language) or name for name in names)


def _table_place_words(fault: TableFault, language: Language) -> str:
    sheet = say("files.place-sheet", language, name=fault.sheet) if fault.sheet else ""
    if fault.row and fault.column:
        within = _cell_words(f"{column_name(fault.column)}{fault.row}", language)
    else:
        within = say("files.place-row", language, row=fault.row) if fault.row else ""
    return _within(sheet, within, language)


def _cell_words(cell: str, language: Language) -> str:
    return say("files.place-cell", language, cell=cell) if cell else ""


def _within(place: str, within: str, language: Language) -> str:
    """A place and a smaller one in it; either may be missing."""
    if not place or not within:
        return place or within
    return say("files.place-within", language, place=place, within=within)
