"""A letter as a Word document (DOCX) on A4, with paragraphs, styles and tables that can be edited.

Sizes, margins and indents are those of the Office of the Prime Minister's guide to typing official
letters: 29 points for the title, 20 for labels, 16 for text; 3 cm at the left, 2 cm at the right,
first lines 2.5 cm in. Word formats Thai by the settings for complex scripts (`w:cs`, `w:szCs`,
`w:bCs`), so each font, size and weight is set twice.
"""

import io
from datetime import UTC, date, datetime

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Mm
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from oit.catalog import Language, say
from oit.evidence.clean_office import strip_office
from oit.outputs.director_report.letter import DOTS, Letter, Table, paragraphs
from oit.outputs.director_report.word_styles import LABEL, Face, set_fonts, set_styles

_COLUMN_WIDTHS = (Mm(56), Mm(28), Mm(38), Mm(38))
"""Together the 160 mm between the margins."""
_BLANK = "\t"
"""To be filled in: a dotted line up to the next tab stop."""


def letter_docx(letter: Letter, as_of: date) -> bytes:
    """The bytes of the file: the same for the same letter, without an author or a clock."""
    document = Document()
    _prepare(document, letter.subject, as_of)
    _head(document, letter)
    for text, lines in paragraphs(letter):
        document.add_paragraph(text, Face.PASSAGE)
        for line in lines:
            document.add_paragraph(line, Face.LINE)
    document.add_paragraph(letter.closing, Face.PASSAGE)
    _signers(document, letter.noted_by)
    if letter.enclosure:
        _enclosure(document, letter.enclosure)
    stream = io.BytesIO()
    document.save(stream)
    # The archive without the times of its members, so that the bytes repeat; and without names.
    return strip_office(stream.getvalue())


def _prepare(document: WordDocument, title: str, as_of: date) -> None:
    """Sets paper and styles, and properties without an author or a clock."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(20)
    section.top_margin = section.bottom_margin = Mm(15)
    set_fonts(document)
    set_styles(document)
    core = document.core_properties
    core.title, core.language = title, "th-TH"
    core.author = core.last_modified_by = core.comments = ""
    core.created = core.modified = datetime(as_of.year, as_of.month, as_of.day, tzinfo=UTC)
    _remove_thumbnail(document)


def _remove_thumbnail(document: WordDocument) -> None:
    """The library's template brings a picture of its own empty page."""
    relations = document.part.package.rels
    thumbnails = [
        key
        for key, relation in relations.items()
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL
    ]
    for key in thumbnails:
        del relations[key]


def _head(document: WordDocument, letter: Letter) -> None:
    """The title and the four labels; the emblem stands on the office's own paper."""
    document.add_paragraph(_word("memo"), Face.TITLE)
    _labelled(document, ("agency", letter.agency))
    _labelled(document, ("number", _BLANK), ("day", _BLANK))
    _labelled(document, ("subject", letter.subject))
    if letter.notice:
        document.add_paragraph(letter.notice, Face.NOTICE)
    document.add_paragraph(f"{_word('to')} {letter.to}", Face.SALUTATION)


def _labelled(document: WordDocument, *parts: tuple[str, str]) -> None:
    """A line of labels with what stands beside each."""
    paragraph = document.add_paragraph(style=Face.HEAD)
    for label, text in parts:
        paragraph.add_run(_word(label), LABEL)
        paragraph.add_run(f" {text}")


def _signers(document: WordDocument, noted_by: str | None) -> None:
    """Where who reports signs, at the right; at the left where a post takes note."""
    noting, reporting = document.add_table(rows=1, cols=2).rows[0].cells
    if noted_by:
        _stacked(noting, (_word("noted"), DOTS, f"({DOTS})", noted_by))
    _stacked(reporting, ("", DOTS, f"({DOTS})", f"{_word('post')} {DOTS}"))


def _stacked(cell: _Cell, lines: tuple[str, ...]) -> None:
    _fill(cell.paragraphs[0], lines[0], Face.SIGNATURE)
    for line in lines[1:]:
        _fill(cell.add_paragraph(), line, Face.SIGNATURE)


def _enclosure(document: WordDocument, enclosed: Table) -> None:
    """A page of its own."""
    title = document.add_paragraph(f"{_word('enclosure')}: {enclosed.title}", Face.ENCLOSURE)
    title.paragraph_format.page_break_before = True
    table = document.add_table(len(enclosed.rows) + 1, len(enclosed.columns), style="Table Grid")
    table.autofit = False
    for row, texts in zip(table.rows, (enclosed.columns, *enclosed.rows), strict=True):
        for cell, text, width in zip(row.cells, texts, _COLUMN_WIDTHS, strict=True):
            cell.width = width
            face = Face.COLUMN if texts is enclosed.columns else Face.CELL
            _fill(cell.paragraphs[0], text, face)


def _fill(paragraph: Paragraph, text: str, face: Face) -> None:
    paragraph.style = face
    paragraph.add_run(text)


def _word(part: str) -> str:
    return say(f"letters.{part}", Language.TH)
