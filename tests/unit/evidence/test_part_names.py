"""Where something stands in a file, in the words of people who use Word, Excel and Acrobat."""

import pytest

from oit.catalog import Language
from oit.evidence.location import Location, Where
from oit.wording.inside_files import place_words


@pytest.mark.parametrize(
    ("where", "name", "words"),
    [
        (
            Where.HIDDEN,
            "word/embeddings/Microsoft_Excel_Worksheet.xlsx",
            "ตาราง Excel ที่ฝังไว้ในเอกสาร",
        ),
        (Where.HIDDEN, "xl/embeddings/oleObject1.bin", "วัตถุที่ฝังไว้ในเอกสาร"),
        (Where.HIDDEN, "Object 1", "วัตถุที่ฝังไว้ในเอกสาร"),
        (Where.HIDDEN, "word/settings.xml", "การตั้งค่าของเอกสาร"),
        (Where.HIDDEN, "word/_rels/settings.xml.rels", "การตั้งค่าของเอกสาร"),
        (Where.HIDDEN, "xl/vbaProject.bin", "แมโครของเอกสาร"),
        (Where.HIDDEN, "xl/pivotCache/pivotCacheRecords1.xml", "ข้อมูลของ PivotTable"),
        (Where.HIDDEN, "xl/new/part1.xml", "ข้อมูลที่โปรแกรมเก็บไว้กับไฟล์"),
        (Where.COMMENT, "word/comments.xml", "ความคิดเห็น"),
        (Where.COMMENT, "เม.ย. 68", "ความคิดเห็น เม.ย. 68"),
        (Where.PROPERTY, "docProps/app.xml", "คุณสมบัติของไฟล์"),
        (Where.HIDDEN, "OpenAction", "คำสั่งที่ทำงานเมื่อเปิดไฟล์หรือเปิดหน้า"),
        (Where.HIDDEN, "p. 3", "หน้า 3"),
        (Where.HIDDEN, "version 2", "ฉบับก่อนบันทึกทับ ลำดับที่ 2"),
        (Where.HIDDEN, "รายชื่อ.xlsx", "ส่วนที่ซ่อนอยู่ รายชื่อ.xlsx"),
        (Where.HIDDEN, "เม.ย. 68", "ส่วนที่ซ่อนอยู่ เม.ย. 68"),
    ],
)
def test_a_part_is_told_by_what_it_is(where: Where, name: str, words: str) -> None:
    """Not by what the format calls it; a name that a person gave stays."""
    assert place_words(Location(where, name), Language.TH) == words


def test_the_files_around_a_place_are_told_so_too() -> None:
    """In English the name that programs use stands beside it, for whoever helps."""
    part = "word/embeddings/Microsoft_Excel_Worksheet.xlsx"
    inside = f"{part} › รายชื่อ.xlsx"
    place = Location(Where.SHEET, "ลับ", "A1", inside)
    around = "ตาราง Excel ที่ฝังไว้ในเอกสาร › รายชื่อ.xlsx"
    assert place_words(place, Language.TH) == f"แผ่นงาน “ลับ” เซลล์ A1 ในไฟล์ “{around}”"
    english = f"an Excel workbook embedded in the document ({part}) › รายชื่อ.xlsx"
    assert place_words(place, Language.EN) == f"sheet ลับ, cell A1, in {english}"
