"""Files that carry what their reader does not see, made by the tests."""

import io

import openpyxl
from pypdf.generic import DictionaryObject, NameObject

from helpers import made_files as made
from helpers.office_tables import saved

PLANTED = "นางสาวซ่อน ไว้ในไฟล์"
"""Words that stand nowhere but in hidden places."""


def tracked_docx(deleted: str = PLANTED) -> bytes:
    """A letter with a sentence that was deleted while changes were tracked."""
    run = f"<w:r><w:delText>{deleted}</w:delText></w:r>"
    return made.docx(f'<w:p><w:del w:id="1" w:author="ก">{run}</w:del></w:p>', "")


def vanished_docx(hidden: str = PLANTED) -> bytes:
    """A letter with a sentence whose font is hidden."""
    run = f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{hidden}</w:t></w:r>"
    return made.docx(f"<w:p>{run}</w:p>", "")


def embedding_docx(name: str, data: bytes) -> bytes:
    """A letter with a file inside."""
    return made.archive({**made.members(made.docx(author="")), f"word/embeddings/{name}": data})


def thumbnail_docx() -> bytes:
    """A letter with a picture of how it looked."""
    members = made.members(made.docx(author=""))
    return made.archive({**members, "docProps/thumbnail.jpeg": made.image()})


def layered_pdf() -> bytes:
    """A PDF with layers that can be switched."""
    writer = made.pdf_writer(made.THAI)
    writer.root_object[NameObject("/OCProperties")] = DictionaryObject()
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def empty_sheet_xlsx() -> bytes:
    """A workbook with a table, and a hidden sheet that is empty."""
    book = openpyxl.Workbook()
    for cells in (("ภาษี", "ราย"), ("ป้าย", 12)):
        book.worksheets[0].append(cells)
    book.create_sheet("ร่าง").sheet_state = "hidden"
    return saved(book)
