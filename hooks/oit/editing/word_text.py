"""The words of a Word document as Markdown: headings, paragraphs, lists and tables.

What a text on a page does not need is left out: fonts, pictures, headers and page numbers.
"""

import io
import re
from collections.abc import Iterator

from docx import Document
from docx.document import Document as WordDocument
from docx.table import Table
from docx.text.paragraph import Paragraph

_HEADING = re.compile("Heading ([1-9])")
"""What the styles of headings are called in the file, whatever language Word speaks."""
_LOWEST_LEVEL = 6
_SPECIAL = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>#|"})
"""What would mean something in Markdown."""


def markdown_of_word(data: bytes) -> str:
    """The text of a `.docx` file that has been inspected before. Raises `ValueError`."""
    try:
        document = Document(io.BytesIO(data))
    except Exception as error:  # the library raises whatever its parts raise
        raise ValueError("no Word document") from error
    return "\n\n".join(block for block in _blocks(document) if block)


def _blocks(document: WordDocument) -> Iterator[str]:
    items: list[str] = []
    for part in document.iter_inner_content():
        if isinstance(part, Paragraph) and _is_item(part):
            items.append(f"- {_escaped(part.text)}")
            continue
        if items:
            yield "\n".join(items)
            items = []
        yield _table(part) if isinstance(part, Table) else _paragraph(part)
    yield "\n".join(items)


def _paragraph(paragraph: Paragraph) -> str:
    words, style = _escaped(paragraph.text), _style(paragraph)
    heading = _HEADING.fullmatch(style)
    if not words or not (heading or style == "Title"):
        return words
    level = int(heading[1]) if heading else 1
    return f"{'#' * min(level, _LOWEST_LEVEL)} {words}"


def _style(paragraph: Paragraph) -> str:
    return paragraph.style.name or "" if paragraph.style else ""


def _is_item(paragraph: Paragraph) -> bool:
    """Whether a paragraph is numbered or has a bullet."""
    properties = paragraph._p.pPr
    is_numbered = properties is not None and properties.numPr is not None
    is_listed = is_numbered or _style(paragraph).startswith("List")
    return is_listed and bool(paragraph.text.strip())


def _table(table: Table) -> str:
    rows = [[_escaped(cell.text) for cell in row.cells] for row in table.rows]
    if not rows:
        return ""
    first, *others = (f"| {' | '.join(row)} |" for row in rows)
    return "\n".join([first, f"|{' --- |' * len(rows[0])}", *others])


def _escaped(text: str) -> str:
    return " ".join(text.translate(_SPECIAL).split())
