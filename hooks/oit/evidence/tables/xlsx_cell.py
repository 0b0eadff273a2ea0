"""A cell of an XLSX workbook as the text that it shows, as plainly as it can be told."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time

from openpyxl.utils.datetime import from_excel

from oit.evidence import xml
from oit.evidence.tables.text import date_text, number_text
from oit.evidence.tables.xlsx_package import Clock, Package, string_of, unescaped
from oit.evidence.visibility import is_true

_INTEGER = re.compile(r"-?\d{1,20}", re.ASCII)


def cell_text(cell: xml.Element, package: Package) -> str:
    """The text of a `c` element (ECMA-376, part 1, 18.3.1.4); a formula's is its last value.

    What is not as its type says comes as it is written.
    """
    parts = {xml.local_name(part.tag): part for part in cell}
    kind = cell.get("t") or "n"
    if kind == "inlineStr":
        return unescaped(string_of(parts["is"])) if "is" in parts else ""
    value = (parts["v"].text or "") if "v" in parts else ""
    try:
        return _READERS.get(kind, _written)(value, cell, package) if value else ""
    except (ValueError, OverflowError):
        return value


def _shared(value: str, _: xml.Element, package: Package) -> str:
    index = int(value)
    return unescaped(package.strings[index]) if 0 <= index < len(package.strings) else ""


def _truth(value: str, _: xml.Element, __: Package) -> str:
    return "TRUE" if is_true(value) else "FALSE"


def _day(value: str, _: xml.Element, __: Package) -> str:
    return _day_text(datetime.fromisoformat(value))


def _number(value: str, cell: xml.Element, package: Package) -> str:
    """A number, or the day that its style makes of it."""
    style = cell.get("s") or "0"
    clock = package.clocks.get(int(style)) if style.isdecimal() else None
    if clock:
        is_duration = clock is Clock.DURATION
        return _day_text(from_excel(float(value), package.epoch, timedelta=is_duration))
    # Digits beyond those of a double are kept as they are written.
    return value if _INTEGER.fullmatch(value) else number_text(float(value))


def _written(value: str, _: xml.Element, __: Package) -> str:
    """Text of a formula, an error such as `#N/A`."""
    return unescaped(value)


_READERS: Mapping[str, Callable[[str, xml.Element, Package], str]] = {
    "s": _shared,
    "b": _truth,
    "d": _day,
    "n": _number,
}


def _day_text(value: object) -> str:
    match value:
        case datetime():
            is_day = value.time() == time()
            return date_text(value.date()) if is_day else value.isoformat(" ", "minutes")
        case date():
            return date_text(value)
    return str(value)
