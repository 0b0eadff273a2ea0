"""For each rule of evidence files: a file that triggers it."""

from collections.abc import Mapping

from helpers import concealing_files as concealing
from helpers import foreign_files as foreign
from helpers import made_files as made
from helpers import year_books as books
from helpers.edits import O1, PUBLISHED, both, file, owing_figures, table
from helpers.support import Edit, replace, write

TAX = "ประเภทภาษี,จำนวนราย,จำนวนเงิน (บาท)\n"
GARBLED = "ตัวอย\uf70aางข\uf70bอมูลและแผนงานที่\uf70aอ\uf70aานไม\uf70a" * 3
"""Thai as an old font leaves it: tone marks in private codes."""
PURCHASE = books.purchase(1, "วัสดุ")
LARGE_PDF = made.pdf() + b"\n%" + b" " * 26_000_000
_MONTHS = {"ก.พ. 68": books.month("", PURCHASE), "มี.ค. 68": books.month("", PURCHASE)}
_DATED = {"สขร.1": books.month("มีนาคม 2568", books.purchase(1, "วัสดุ", day="4 ก.พ. 68"))}
_OTHER = {"สขร.1": books.month("มีนาคม 2568", PURCHASE, office="สำนักงานเขตสมมุติ")}
_IS_NO_SAMPLE = replace(O1, f"{PUBLISHED}\n    sample: true", PUBLISHED)
_FAR_OFF = both(
    table(TAX + "ป้าย,12,5000000\n"),
    replace(O1, "kind: none\n", "kind: file\n    file: b.csv\n    title: กุมภาพันธ์\n"),
    replace(O1, "    reason: ไม่มีการจัดซื้อจัดจ้างในเดือนนี้\n", ""),
    write("oit_items/2568/O01/b.csv", TAX + "ป้าย,12,500\n"),
)
BROKEN_FILES: Mapping[str, Edit] = {
    "file-too-large": file("a.pdf", b"%PDF-1.7\n" + b"\0" * 100_000_001),
    "file-large": file("a.pdf", LARGE_PDF),
    "file-disguised": file("a.pdf", b"<!doctype html><script>alert(1)</script>"),
    "file-old-format": file("a.xlsx", foreign.ole("Workbook")),
    "file-macros": file("a.xlsx", made.macro_workbook()),
    "file-unopenable": file("a.pdf", b"%PDF-1.7\n" + b"x" * 100),
    "file-encrypted": file("a.pdf", made.encrypted_pdf()),
    "file-too-costly": file("a.png", made.huge_png()),
    "workbook-of-periods": owing_figures(file("a.xlsx", books.book(_MONTHS))),
    "period-named-otherwise": owing_figures(
        file("a.xlsx", books.book({"ก.พ. 68": books.month("", PURCHASE)}))
    ),
    "rows-of-other-periods": owing_figures(file("a.xlsx", books.book(_DATED))),
    "office-named-otherwise": owing_figures(
        both(file("a.xlsx", books.book(_OTHER)), _IS_NO_SAMPLE)
    ),
    "figures-far-off": owing_figures(_FAR_OFF),
    "pdf-empty": file("a.pdf", made.pdf(pages=0)),
    "file-active": file("a.pdf", made.javascript_pdf()),
    "file-unread": file("a.docx", concealing.embedding_docx("locked.pdf", made.encrypted_pdf())),
    "hidden-tracked": file("a.docx", concealing.tracked_docx()),
    "hidden-text": file("a.docx", concealing.vanished_docx()),
    "hidden-cells": file("a.xlsx", made.xlsx(hidden=made.CELL, author="")),
    "hidden-file": file("a.pdf", made.carrying_pdf()),
    "hidden-leftovers": file("a.xlsx", made.xlsx(author="")),
    "pdf-scan": file("a.pdf", made.scan_pdf()),
    "pdf-thai-broken": file("a.pdf", made.pdf(GARBLED)),
    "table-encoding": file("a.csv", "ภาษี,ราย\nป้าย,12\n".encode("cp874")),
    "table-delimiter": file("a.csv", "ภาษี;ราย\nป้าย;1,200\n".encode()),
    "table-broken": file("a.csv", 'ก,ข\n"1,2\n3,4\n'.encode()),
    "table-ragged": file("a.csv", "ก,ข\n1,2\n3\n".encode()),
    "table-header": file("a.csv", "ก,ก\n1,2\n".encode()),
    "table-empty": file("a.csv", "ก,ข\n".encode()),
    "table-column-missing": table("ประเภทภาษี,จำนวนราย\nป้าย,12\n"),
    "table-column-unknown": table(TAX.replace("\n", ",สี\n") + "ป้าย,12,500,แดง\n"),
    "table-column-similar": table(TAX.replace("ประเภทภาษี", "ประเภทภาษีที่เก็บ") + "ป้าย,12,500\n"),
    "table-column-unnamed": table(TAX.replace("\n", ",\n") + "ป้าย,12,500,แดง\n"),
    "table-total": table(TAX + "ป้าย,12,500\nรวม,12,400\n"),
    "table-cell": table(TAX + "ป้าย,สิบสอง,500\n"),
    "statistics-not-open": owing_figures(file("a.pdf", made.pdf())),
    "personal-id": file("a.csv", f"ชื่อ,เลข\nก,{made.VALID_ID}\n".encode()),
    "personal-id-in-name": write(f"oit_items/2568/O01/{made.VALID_ID}.csv", "ก\n"),
    "personal-mobile": file("a.csv", "ชื่อ,โทร\nก,081-234-5678\n".encode()),
    "personal-email": file("a.csv", "ชื่อ,อีเมล\nก,somchai@gmail.com\n".encode()),
    "personal-passport": file("a.csv", "ชื่อ,หนังสือเดินทาง\nก,AB1234567\n".encode()),
    "personal-account": file("a.csv", "ชื่อ,เลขที่บัญชี\nก,123-4-56789-0\n".encode()),
    "personal-birth-date": file("a.csv", "ชื่อ,วันเดือนปีเกิด\nก,5 ม.ค. 2500\n".encode()),
    "credentials": file("a.csv", "ชื่อผู้ใช้,รหัสผ่าน\nก,Khet-10520\n".encode()),
    "file-authors": file("a.docx", made.docx()),
    "file-comments": file("a.docx", made.docx(author="")),
    "file-layers": file("a.pdf", concealing.layered_pdf()),
    "file-empty-part": file("a.xlsx", concealing.empty_sheet_xlsx()),
    "file-thumbnail": file("a.docx", concealing.thumbnail_docx()),
    "image-position": file("a.jpg", made.photograph()),
}
"""Evidence files as they come, by the rule that answers them."""
