"""What the sheets of an XLSX workbook need from its other parts (ECMA-376, part 1, 18).

Only local names of elements count, so that the Strict form and prefixed names read alike. Other
programs leave parts out or write them wrongly: what only decorates a cell is never a reason to
give a workbook up.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from enum import StrEnum

from msgspec import Struct
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH

from oit.evidence import xml
from oit.evidence.archive import Archive
from oit.evidence.package_links import Link, links_in
from oit.evidence.visibility import is_true

# Where the parts stand by custom, for a file that does not say it.
_ROOT, _STRINGS, _STYLES = "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml"
# Dates among the formats that Thai versions of Excel have built in (ECMA-376, part 1, 18.8.30).
_THAI_DATES = frozenset({71, 72, 73, 74, 77, 81})
# Half of a surrogate pair is no character by itself.
_ESCAPED = re.compile("_x((?![Dd][89A-Fa-f])[0-9A-Fa-f]{4})_")


class Clock(StrEnum):
    """What a style makes of a number, where it shows more than the number."""

    DAY = "day"
    DURATION = "duration"


class SheetPart(Struct, frozen=True):
    """Where a sheet of a workbook stands."""

    name: str
    part: str
    is_hidden: bool


class Package(Struct, frozen=True):
    """A workbook without its cells."""

    sheets: tuple[SheetPart, ...]
    strings: tuple[str, ...]
    """The texts that cells share, by index."""
    clocks: Mapping[int, Clock]
    """By the index of a cell's style; none for one that shows a plain number."""
    epoch: datetime
    """The day from which days are counted."""


def read_package(archive: Archive) -> Package:
    """The parts around the sheets of a workbook. Raises `CannotReadError`."""
    workbook = _target(_links(archive, "_rels/.rels"), "officeDocument", _ROOT)
    root = xml.parse(archive.read(workbook))
    folder, _, name = workbook.rpartition("/")
    links = _links(archive, posixpath.join(folder, "_rels", f"{name}.rels"))
    return Package(
        sheets=tuple(_sheets(root, links, archive)),
        strings=_strings(archive, _target(links, "sharedStrings", _STRINGS)),
        clocks=_clocks(archive, _target(links, "styles", _STYLES)),
        epoch=_epoch(root),
    )


# Links between parts


def _links(archive: Archive, name: str) -> list[Link]:
    """The links that a part holds; none without it."""
    return list(links_in(name, xml.parse(archive.read(name)))) if name in archive else []


def _of_role(links: list[Link], role: str) -> Iterator[Link]:
    return (link for link in links if link.role.lower() == role.lower())


def _target(links: list[Link], role: str, usual: str) -> str:
    """The first part that a link of a role leads to; where it usually stands without one."""
    return next((link.target for link in _of_role(links, role)), usual)


def _sheets(root: xml.Element, links: list[Link], archive: Archive) -> Iterator[SheetPart]:
    """The sheets that have cells: a chart that is a sheet has none."""
    worksheets = {link.id: link.target for link in _of_role(links, "worksheet")}
    for number, sheet in enumerate(xml.elements(root, "sheet"), 1):
        usual = f"xl/worksheets/sheet{number}.xml"
        part = worksheets.get(xml.attribute(sheet, "id") or "", "" if links else usual)
        if part in archive:
            state = xml.attribute(sheet, "state") or "visible"
            yield SheetPart(xml.attribute(sheet, "name") or "", part, state != "visible")


def _epoch(root: xml.Element) -> datetime:
    properties = next(xml.elements(root, "workbookPr"), None)
    is_1904 = properties is not None and is_true(xml.attribute(properties, "date1904"))
    return MAC_EPOCH if is_1904 else WINDOWS_EPOCH


# Texts


def _strings(archive: Archive, part: str) -> tuple[str, ...]:
    if part not in archive:
        return ()
    return tuple(map(string_of, xml.streamed(archive.read(part), "si")))


def string_of(element: xml.Element) -> str:
    """The text of a shared or inline string: its runs, without how they are pronounced."""
    texts = "".join(
        text.text or ""
        for text in xml.elements(element, "t")
        if (parent := text.getparent()) is None or xml.local_name(parent.tag) != "rPh"
    )
    return unescaped(texts)


def unescaped(text: str) -> str:
    """The text with `_x000D_` and the like as the characters they stand for (22.4.2.4)."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


# Styles


def _clocks(archive: Archive, part: str) -> dict[int, Clock]:
    """The styles that show days or durations."""
    if part not in archive:
        return {}
    root = xml.parse(archive.read(part))
    formats = {
        xml.attribute(form, "numFmtId"): xml.attribute(form, "formatCode") or ""
        for form in xml.elements(root, "numFmt")
    }
    styles = (
        style for group in xml.elements(root, "cellXfs") for style in xml.elements(group, "xf")
    )
    ids = [xml.attribute(style, "numFmtId") or "0" for style in styles]
    clocks = {index: _clock(format_id, formats) for index, format_id in enumerate(ids)}
    return {index: clock for index, clock in clocks.items() if clock}


def _clock(format_id: str, formats: Mapping[str | None, str]) -> Clock | None:
    number = int(format_id) if format_id.isdecimal() and len(format_id) < 9 else 0
    code = formats.get(format_id) or BUILTIN_FORMATS.get(number, "")
    if is_timedelta_format(code):
        return Clock.DURATION
    return Clock.DAY if number in _THAI_DATES or is_date_format(code) else None
