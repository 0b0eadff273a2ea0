"""What the site would show of a file, in a few lines of HTML that are safe to put into a page.

Whatever the file says is escaped, and numbers of persons in it are covered. There is no link, no
picture and no attribute from it.
"""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from oit.catalog import Language, say
from oit.evidence.facts import FileFacts, TableReport
from oit.evidence.inspect import extension
from oit.evidence.media_types import named_old_format
from oit.evidence.personal import redact
from oit.wording.file_types import type_words
from oit.wording.words import printable

_MOST_COLUMNS = 12
_MOST_ROWS = 5
_LONGEST_CELL = 80
_LONGEST_TEXT = 600
_KILOBYTE = 1000


def shown(name: str, facts: FileFacts, language: Language) -> str:
    """Name, type and size of a file, and its first rows or the words that it begins with."""
    table, content = facts.table, facts.inspection.content if facts.inspection else None
    words = (content.excerpt or content.heading) if content else ""
    body = _table(table, language) if table and table.header else _text(words)
    return f'<div class="shown"><p>{_file(name, facts, language)}</p>{body}</div>'


def shown_text(text: str) -> str:
    """A text as paragraphs, as far as it is shown before it is published; plain words alone."""
    return f'<div class="shown">{_text(text)}</div>'


def _file(name: str, facts: FileFacts, language: Language) -> str:
    """`summary.xlsx · สมุดงาน Excel (.xlsx) · 12 KB`."""
    parts = [printable(name), _type(name, facts, language), _size(facts.bytes, language)]
    return " · ".join(escape(part) for part in parts)


def _type(name: str, facts: FileFacts, language: Language) -> str:
    known = facts.inspection.content.sniffed if facts.inspection else None
    sniffed = known or named_old_format(extension(name))
    return type_words(sniffed, language) if sniffed else f".{extension(name)}"


def _size(count: int, language: Language) -> str:
    kilobytes = max(1, round(count / _KILOBYTE))
    return say("intake.size", language, kilobytes=f"{kilobytes:,}")


def _table(table: TableReport, language: Language) -> str:
    """The heading and the first rows, and how many rows there are."""
    head = "".join(f'<th scope="col">{_cell(cell)}</th>' for cell in table.header[:_MOST_COLUMNS])
    rows = "".join(map(_row, table.preview[:_MOST_ROWS]))
    count = escape(say("intake.rows", language, count=table.row_count))
    columns = f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody>"
    return f"<table>{columns}</table><p>{count}</p>"


def _row(cells: Sequence[str]) -> str:
    return f"<tr>{''.join(f'<td>{_cell(cell)}</td>' for cell in cells[:_MOST_COLUMNS])}</tr>"


def _cell(text: str) -> str:
    return escape(printable(text, _LONGEST_CELL))


def _text(text: str) -> str:
    """The first paragraphs, cut where they get long."""
    return "".join(f"<p>{escape(line)}</p>" for line in _lines(redact(text).splitlines()))


def _lines(lines: Iterable[str]) -> Iterator[str]:
    left = _LONGEST_TEXT
    for line in filter(None, map(str.strip, lines)):
        if left <= 0:
            return
        yield printable(line, left)
        left -= len(line)
