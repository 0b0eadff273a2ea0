"""Files of every format with a text in one place, or with the rows of a table."""

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from xml.sax.saxutils import escape

import openpyxl
from openpyxl.comments import Comment

from helpers import concealing_files as concealing
from helpers import made_files as made
from helpers import office_tables as tables

Rows = Sequence[Sequence[str]]
_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_DRAWN = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def _paragraph(text: str) -> str:
    lines = "</w:t><w:br/><w:t>".join(escape(line) for line in text.split("\n"))
    return f"<w:p><w:r><w:t>{lines}</w:t></w:r></w:p>"


def _letter(text: str) -> bytes:
    return made.docx(_paragraph("เรื่อง แจ้งผล") + _paragraph(text), "")


def _letter_part(name: str, root: str) -> Callable[[str], bytes]:
    """A letter with the text in a part of its own."""

    def letter(text: str) -> bytes:
        part = f"<w:{root} {_WORD}>{_paragraph(text)}</w:{root}>"
        return made.archive({**made.members(made.docx(author="")), f"word/{name}.xml": part})

    return letter


def _text_box(text: str) -> bytes:
    box = f"<v:textbox><w:txbxContent>{_paragraph(text)}</w:txbxContent></v:textbox>"
    return made.docx(
        f"<w:p><w:r><w:pict {_DRAWN}><v:shape>{box}</v:shape></w:pict></w:r></w:p>", ""
    )


def _alternative_text(text: str) -> bytes:
    drawn = f'<wp:inline><wp:docPr id="1" name="a" descr="{escape(text)}"/></wp:inline>'
    return made.docx(f"<w:p><w:r><w:drawing {_DRAWN}>{drawn}</w:drawing></w:r></w:p>", "")


def _chart_title(text: str) -> bytes:
    drawing = "http://schemas.openxmlformats.org/drawingml/2006"
    chart = (
        f'<c:chartSpace xmlns:c="{drawing}/chart" xmlns:a="{drawing}/main"><c:title>'
        f"<a:p><a:r><a:t>{escape(text)}</a:t></a:r></a:p></c:title></c:chartSpace>"
    )
    return made.archive({**made.members(workbook([["ก"]])), "xl/charts/chart1.xml": chart})


def _cell_comment(text: str) -> bytes:
    book = openpyxl.Workbook()
    book.worksheets[0]["B2"] = "ก"
    book.worksheets[0]["B2"].comment = Comment(text, "")
    return tables.saved(book)


def _sheet_name(text: str) -> bytes:
    book = openpyxl.Workbook()
    book.worksheets[0].title = "".join("-" if sign in "/\\:*?[]\n" else sign for sign in text)[:31]
    book.worksheets[0]["A1"] = "ก"
    return tables.saved(book)


def workbook(rows: Rows) -> bytes:
    """An Excel workbook; figures of one or two digits are numbers in it."""
    return tables.workbook(
        [[int(cell) if _is_figure(cell) else cell for cell in row] for row in rows]
    )


def _is_figure(cell: str) -> bool:
    return cell.isascii() and cell.isdecimal() and len(cell) < 3


def csv_file(rows: Rows) -> bytes:
    """A CSV file as Excel saves it."""
    target = io.StringIO()
    csv.writer(target).writerows(rows)
    return target.getvalue().encode("utf-8-sig")


def letter_with_table(rows: Rows) -> bytes:
    """A Word file with a table."""
    cells = ("".join(f"<w:tc>{_paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    table = "".join(f"<w:tr>{row}</w:tr>" for row in cells)
    return made.docx(f"<w:tbl>{table}</w:tbl>", "")


def page_with_lines(rows: Rows) -> bytes:
    """A PDF whose text is a line a cell, as of a form with boxes."""
    return made.pdf("\n".join(cell for row in rows for cell in row))


TEXTS: Mapping[str, Callable[[str], bytes]] = {
    "txt": str.encode,
    "txt among lines": lambda text: f"เรื่อง แจ้งผล\n{text}\nจบ\n".encode(),
    "csv cell": lambda text: csv_file([["ลำดับ", "หมายเหตุ"], ["1", text.replace("\n", " ")]]),
    "json value": lambda text: json.dumps(
        {"ข้อความ": text.replace("\n", " ")}, ensure_ascii=False
    ).encode(),
    "xlsx cell": lambda text: workbook([["ลำดับ", "หมายเหตุ"], ["1", text]]),
    "xlsx comment": _cell_comment,
    "xlsx chart title": _chart_title,
    "ods cell": lambda text: tables.ods([["ลำดับ", "หมายเหตุ"], ["1", text]]),
    "odt paragraph": lambda text: made.odf("text", f"<text:p>{escape(text)}</text:p>"),
    "docx paragraph": _letter,
    "docx table cell": lambda text: letter_with_table([["ลำดับ", "หมายเหตุ"], ["1", text]]),
    "docx header": _letter_part("header1", "hdr"),
    "docx footer": _letter_part("footer1", "ftr"),
    "docx footnote": _letter_part("footnotes", "footnotes"),
    "docx comment": _letter_part("comments", "comments"),
    "docx text box": _text_box,
    "docx alternative text": _alternative_text,
    "pdf page": made.pdf,
    "pdf comment": made.commented_pdf,
    "letter in a letter": lambda text: concealing.embedding_docx("a.docx", _letter(text)),
    "workbook in a letter": lambda text: concealing.embedding_docx(
        "a.xlsx", workbook([["ก", text]])
    ),
}
"""How to make a file with a text, by the place of the text."""
TABLES: Mapping[str, Callable[[Rows], bytes]] = {
    "csv": csv_file,
    "xlsx": workbook,
    "ods": tables.ods,
    "docx": letter_with_table,
    "pdf": page_with_lines,
    "workbook in a letter": lambda rows: concealing.embedding_docx("a.xlsx", workbook(rows)),
    "csv in a letter": lambda rows: concealing.embedding_docx("a.csv", csv_file(rows)),
}
"""How to make a file with a table, by its format."""
COLUMNS = ("csv", "xlsx", "ods", "workbook in a letter", "csv in a letter")
"""Formats whose readers tell the column of a cell."""
