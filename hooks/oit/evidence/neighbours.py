"""Passages with what stands beside them: a cell with its heading, a number that fills many cells.

A table parts what belongs together. Here each passage is given the words that tell what it is, and
digits that stand each in a cell of its own are put together again. Nothing is left out: what is
changed by a heading is the same text with the heading before it.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from oit.evidence.labels import HEADED, LONGEST, OF_A_PERSON, has_heading, is_heading, lowered
from oit.evidence.location import Location, Where
from oit.evidence.passages import Passage
from oit.evidence.tables.values import column_name

_Row: TypeAlias = tuple[str, ...]
_DELIMITERS = ",;\t|"
_ID_LENGTH = 13
_ONE_DIGIT_FIELDS = re.compile(rf'(?<![\d.])\d(?:"?[{_DELIMITERS}]"?\d(?![\d.])){{12,}}+')
# A line with such a number, or of JSON, is no line of headings.
_IS_DATA = re.compile(r"\d{5}|^[\ufeff\s]*[\[{<]")
# A short line without fields that ends within a number, or after the words for it.
_GOES_ON = re.compile(rf"(?=[^{_DELIMITERS}\[{{]{{1,60}}\Z)(?:.*\d[-./_ ]?\Z|.*?(?:{OF_A_PERSON}))")
_FEW_LINES = 5
_ROW = re.compile(r"\d+\Z")


class _Headings(Struct):
    """The headings that say something of what stands below or beside them."""

    by_column: dict[tuple[str, ...], str] = field(default_factory=dict)
    """By the file, the sheet and its column."""
    fields: list[str] = field(default_factory=list)
    """Of a file of lines: the heading of each field, or nothing."""
    delimiter: str = ","


def with_neighbours(passages: Iterable[Passage]) -> Iterator[Passage]:
    """The passages with their headings, then digits of neighbouring cells, put together."""
    headings = _Headings()
    for _, group in groupby(passages, _row_of):
        row = list(group)
        yield from _headed(row, headings)
        yield from _put_together(row)


def row_of_cells(number: int, cells: Iterable[str]) -> Iterator[Passage]:
    """The passages of a row of a table that is in no sheet."""
    for column, cell in enumerate(cells, start=1):
        yield Passage(Location(Where.SHEET, "", f"{column_name(column)}{number}"), cell)


def _row_of(passage: Passage) -> _Row:
    """What a passage shares with its neighbours: the row of a sheet, the lines, a page, the body.

    Some cells of a row may be hidden.
    """
    location = passage.location
    if _is_line(passage):
        return (location.inside, location.where)
    row = _ROW.search(location.cell)
    return (location.inside, location.name, row[0] if row else location.where)


def _is_line(passage: Passage) -> bool:
    """Whether it is a line of a file; of one within another, only its number tells."""
    location = passage.location
    is_numbered = bool(location.inside) and location.name.isdecimal() and "\n" not in passage.text
    return location.where is Where.LINE or (is_numbered and not location.cell)


# Headings


def _headed(row: list[Passage], headings: _Headings) -> Iterator[Passage]:
    before = ""
    for passage in row:
        if _is_line(passage):
            yield from _fields(passage, headings)
        else:
            yield _below(passage, before, headings)
        before = passage.text


def _below(passage: Passage, before: str, headings: _Headings) -> Passage:
    """A cell with the heading of its column, else any short text after its label."""
    location, text = passage.location, passage.text
    column = (location.inside, location.name, _ROW.sub("", location.cell))
    if is_heading(text):
        if location.cell:
            headings.by_column[column] = " ".join(text.split())
        return passage
    if location.cell and (heading := headings.by_column.get(column)):
        return replace(passage, text=f"{heading}{HEADED}{text}")
    return replace(passage, text=f"{before}: {text}") if is_heading(before) else passage


def _fields(passage: Passage, headings: _Headings) -> Iterator[Passage]:
    """A line of a file, as its fields where the line of headings told what they are."""
    cells = _split(passage.text, headings.delimiter) if headings.fields else []
    if cells and len(cells) == len(headings.fields):
        for heading, cell in zip(headings.fields, cells, strict=True):
            yield replace(passage, text=f"{heading}{HEADED}{cell}" if heading else cell)
        return
    if has_heading(passage.text) and not _IS_DATA.search(passage.text):
        headings.delimiter = max(_DELIMITERS, key=passage.text.count)
        names = _split(passage.text, headings.delimiter)
        if len(names) > 1:
            headings.fields = [name if is_heading(name) else "" for name in names]
    yield passage


def _split(line: str, delimiter: str) -> list[str]:
    """The fields of a line; the line itself where it is none of a table."""
    try:
        return next(csv.reader([line], delimiter=delimiter), [line])
    except csv.Error:
        return [line]


# Numbers in many cells, or over the ends of lines


def _put_together(row: list[Passage]) -> Iterator[Passage]:
    before = ""
    for is_digit, group in groupby(map(_digit_of, _by_cell(row)), _is_digit):
        cells = list(group)
        if is_digit:
            yield from _numbers(cells, before)
        before = cells[-1].text
    for cell in _by_cell(row):
        yield from _paragraphs(cell)
    yield from _over_lines(row)


def _by_cell(row: list[Passage]) -> Iterator[list[Passage]]:
    """The passages of each cell: its paragraphs, or its formula and what it shows."""
    for cell, group in groupby(row, lambda passage: passage.location.cell):
        if cell:
            yield list(group)
        else:
            yield from ([passage] for passage in group)


def _digit_of(cell: list[Passage]) -> Passage:
    """The passage with the only digit of a cell; else the last one."""
    return next(filter(_is_digit, cell), cell[-1])


def _paragraphs(cell: list[Passage]) -> Iterator[Passage]:
    """The paragraphs of a cell as one text; its formula is none of them."""
    shown = [passage for passage in cell if passage.location == cell[-1].location]
    if len(shown) > 1:
        yield replace(shown[0], text="\n".join(passage.text for passage in shown))


def _is_digit(passage: Passage) -> bool:
    text = passage.text.strip()
    return len(text) == 1 and text.isdecimal()


def _numbers(cells: list[Passage], before: str) -> Iterator[Passage]:
    """Each thirteen of them: the rows of a table in a text are not told apart.

    After a label, the first thirteen.
    """
    digits = [cell.text.strip() for cell in cells]
    if len(digits) >= _ID_LENGTH and is_heading(before):
        yield replace(cells[0], text=f"{before}: {' '.join(digits[:_ID_LENGTH])}")
    elif len(digits) % _ID_LENGTH == 0:
        for start in range(0, len(digits), _ID_LENGTH):
            yield replace(cells[start], text=" ".join(digits[start : start + _ID_LENGTH]))


def _over_lines(row: list[Passage]) -> Iterator[Passage]:
    """Numbers in one-digit fields of a line, or that go on in the lines below."""
    lines = [passage for passage in row if _is_line(passage)]
    for number, line in enumerate(lines):
        if _GOES_ON.match(lowered(line.text)):
            below = (each.text[:LONGEST] for each in lines[number : number + _FEW_LINES])
            yield replace(line, text="\n".join(below))
        for match in () if "[" in line.text else _ONE_DIGIT_FIELDS.finditer(line.text):
            digits = [character for character in match[0] if character.isdecimal()]
            if len(digits) == _ID_LENGTH:
                yield replace(line, text=" ".join(digits))
