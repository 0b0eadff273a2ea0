"""The picture that is shown beside a shared link: the office's name on the theme's colour.

It is drawn by resvg (in `vl_convert`) with fonts of the engine, so that every machine draws the
same bytes. Their family, `OIT Sarabun`, is a name that no font of a machine has.
"""

import re
import unicodedata
from functools import cache, partial
from importlib.resources import files
from typing import NamedTuple

from oit.catalog import Language, say
from oit.escaping import one_line
from oit.memory import Asked
from oit.outputs.publication import Publication
from oit.outputs.templating import strict_environment

SOCIAL_PICTURE = "assets/social.png"
"""Its address; an office's own file in `docs/` takes its place."""
_ZERO_WIDTH = frozenset({"Mn", "Me", "Cf"})
"""Unicode categories that take no column: Thai vowels and tones above and below, format marks."""
_WIDTH = 1040
"""Pixels for a line: 1200 less the margins."""
_COLUMN = 0.62
"""The mean width of a bold letter, in parts of its size."""
_NIKHAHIT, _SARA_AA = chr(0x0E4D), chr(0x0E32)
_SARA_AM = re.compile(f"([{chr(0x0E48)}-{chr(0x0E4B)}]?){chr(0x0E33)}")
"""The sign for -am, and the tone before it."""


class _Line(NamedTuple):
    text: str
    y: int
    size: int
    weight: int


def social_picture(publication: Publication) -> Asked:
    """What gives a PNG of 1200 × 630 pixels, the size that messengers ask for."""
    office = publication.policy.office
    lines = (
        _line(office.name_th, y=390, most=84, weight=700),
        _line(say("pages.disclosure", Language.TH), y=470, most=46, weight=400),
        _line(say("pages.site", Language.EN, office=office.name_en), y=550, most=34, weight=400),
    )
    svg = strict_environment().get_template("social.svg")
    drawn = svg.render(
        lines=lines,
        demonstration=publication.policy.is_demonstration,
        preparing=publication.is_in_preparation,
    )
    return Asked("picture", drawn.encode(), partial(_drawn, drawn))


def _drawn(svg: str) -> bytes:
    import vl_convert  # heavy, and most builds remember the picture

    _register_fonts()
    return vl_convert.svg_to_png(svg)


@cache
def _register_fonts() -> None:
    import vl_convert  # as above

    vl_convert.register_font_directory(str(files("oit.outputs") / "fonts"))


def _line(text: str, *, y: int, most: int, weight: int) -> _Line:
    """The text in the largest size, at most `most`, in which it fits its line."""
    shown = one_line(text)
    columns = sum(unicodedata.category(character) not in _ZERO_WIDTH for character in shown)
    return _Line(_shapeable(shown), y, min(most, int(_WIDTH / _COLUMN / max(columns, 1))), weight)


def _shapeable(text: str) -> str:
    """The text with each SARA AM as the two signs that it consists of.

    resvg gives the pair that it makes of a SARA AM the width of one sign, and letters overlap.
    """
    return _SARA_AM.sub(f"{_NIKHAHIT}\\1{_SARA_AA}", text)
