"""The director's report as a Word document (DOCX) of one A4 page.

Word formats Thai by the settings for complex scripts (`w:cs`, `w:szCs`, `w:bCs`), so each font,
size and weight is set twice.
"""

import io
from datetime import UTC, date, datetime

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from oit.evidence.clean_office import strip_office
from oit.outputs.director_report.sheet import COLUMNS, COMING, LATE, ReportSheet

FONT = "TH Sarabun New"
"""The face of official letters; where it is not installed Word takes another."""
_BODY_SIZE, _TITLE_SIZE, _TABLE_SIZE = 16, 18, 14
"""In points."""
_COLUMN_WIDTHS = (Mm(54), Mm(22), Mm(49), Mm(49))
"""Together the 174 mm between the margins."""


def report_docx(sheet: ReportSheet, as_of: date) -> bytes:
    """The bytes of the file: the same for the same sheet, without an author or a clock."""
    document = Document()
    _prepare(document, sheet.title, as_of)
    _heading(document, sheet)
    _line(document, sheet.summary, bold=True, space=4)
    for title, lines in ((LATE, sheet.late), (COMING, sheet.coming)):
        _line(document, title, bold=True, space=4)
        for line in lines or ("ไม่มี",):
            _line(document, f"– {line}" if lines else line)
    _line(document, "รายหน่วยงาน", bold=True, space=4)
    _divisions(document, sheet)
    _signers(document, sheet.signers)
    stream = io.BytesIO()
    document.save(stream)
    # The archive without the times of its members, so that the bytes repeat; and without names.
    return strip_office(stream.getvalue())


def _prepare(document: WordDocument, title: str, as_of: date) -> None:
    """Sets paper and font, and properties without an author or a clock."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin = section.bottom_margin = Mm(12)
    _set_font(document)
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


def _set_font(document: WordDocument) -> None:
    normal = document.styles["Normal"]
    if not isinstance(normal, ParagraphStyle):
        raise TypeError("the style Normal is not a paragraph style")
    normal.font.name, normal.font.size = FONT, Pt(_BODY_SIZE)
    properties = normal.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for name in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{name}"), FONT)
    _set_thai_size(properties, _BODY_SIZE)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-US")
    language.set(qn("w:bidi"), "th-TH")
    properties.append(language)
    spacing = normal.paragraph_format
    spacing.space_before = spacing.space_after = Pt(0)
    # Tight, so that a full sheet stays on one page.
    spacing.line_spacing = 0.9


def _set_thai_size(properties: BaseOxmlElement, points: int) -> None:
    """`w:szCs`, the size of complex scripts, in half points.

    To be called once `w:sz` is set: the schema of WordprocessingML wants it right after that.
    """
    size = OxmlElement("w:szCs")
    size.set(qn("w:val"), str(points * 2))
    properties.append(size)


def _heading(document: WordDocument, sheet: ReportSheet) -> None:
    _line(document, sheet.title, size=_TITLE_SIZE, bold=True, centred=True)
    for text in filter(None, (sheet.office, sheet.standing, sheet.notice)):
        _line(document, text, centred=True)


def _line(
    document: WordDocument,
    text: str,
    *,
    size: int = _BODY_SIZE,
    bold: bool = False,
    centred: bool = False,
    space: int = 0,
) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_before = Pt(space)
    _write(paragraph, text, size=size, bold=bold, centred=centred)


def _write(
    paragraph: Paragraph, text: str, *, size: int, bold: bool = False, centred: bool = False
) -> None:
    run = paragraph.add_run(text)
    run.font.size = Pt(size)
    run.font.bold = run.font.cs_bold = bold
    _set_thai_size(run._r.get_or_add_rPr(), size)
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _divisions(document: WordDocument, sheet: ReportSheet) -> None:
    table = document.add_table(len(sheet.rows) + 1, len(COLUMNS), style="Table Grid")
    table.autofit = False
    for number, (row, texts) in enumerate(zip(table.rows, (COLUMNS, *sheet.rows), strict=True)):
        for cell, text, width in zip(row.cells, texts, _COLUMN_WIDTHS, strict=True):
            cell.width = width
            _write(cell.paragraphs[0], text, size=_TABLE_SIZE, bold=number == 0)


def _signers(document: WordDocument, posts: tuple[str, ...]) -> None:
    """A place for each post to sign, side by side."""
    table = document.add_table(rows=1, cols=len(posts))
    for cell, post in zip(table.rows[0].cells, posts, strict=True):
        for text in (f"ลงชื่อ {'.' * 40}", f"({'.' * 40})", post, f"วันที่ {'.' * 24}"):
            _write(cell.add_paragraph(), text, size=_TABLE_SIZE, centred=True)
