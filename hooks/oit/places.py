"""Places within a file, and what is expected there, in words."""

from collections.abc import Mapping

from oit.evidence.facts import Location, Where
from oit.evidence.tables.values import Fault, column_name
from oit.terms import Language

_WHERE: Mapping[Where, tuple[str, str]] = {
    Where.LINE: ("บรรทัดที่ {name}", "line {name}"),
    Where.PAGE: ("หน้า {name}", "page {name}"),
    Where.SHEET: ("แผ่นงาน “{name}” เซลล์ {cell}", "sheet {name}, cell {cell}"),
    Where.BODY: ("เนื้อหาของเอกสาร", "the text of the document"),
    Where.HEADER: ("หัวหรือท้ายกระดาษ", "a page header or footer"),
    Where.COMMENT: ("ความคิดเห็น {name} {cell}", "a comment {name} {cell}"),
    Where.NOTE: ("เชิงอรรถ", "a footnote"),
    Where.PROPERTY: ("คุณสมบัติของไฟล์ {name}", "the file's properties {name}"),
    Where.HIDDEN: ("ส่วนที่ซ่อนอยู่ {name} {cell}", "a hidden part {name} {cell}"),
}
_EXPECTED: Mapping[str, tuple[str, str]] = {
    "number": ("ตัวเลข", "a number"),
    "integer": ("จำนวนเต็ม", "a whole number"),
    "date": ("วันที่", "a date"),
    "string": ("ข้อความ", "text"),
    "required": ("ช่องที่ไม่เว้นว่าง", "a cell that is filled"),
    "minimum": ("ค่าที่ไม่ต่ำกว่าที่กำหนด", "a value that is not too low"),
    "maximum": ("ค่าที่ไม่สูงกว่าที่กำหนด", "a value that is not too high"),
    "enum": ("ค่าที่กำหนดไว้ในแบบ", "one of the form's values"),
    "pattern": ("รูปแบบที่กำหนดไว้ในแบบ", "the form's pattern"),
    "unique": ("ค่าที่ไม่ซ้ำ", "a value that is not repeated"),
}


def place_words(place: Location | Fault, language: Language) -> str:
    """Where in a file something stands: แผ่นงาน “มี.ค. 68” เซลล์ G14."""
    english = language is Language.EN
    if isinstance(place, Fault):
        return _of_table(place, english=english)
    words = _WHERE[place.where][english]
    return " ".join(words.format(name=place.name, cell=place.cell).split())


def expectation_words(detail: str, language: Language) -> str:
    """What a cell should have held; anything else is shown as it is."""
    return _EXPECTED.get(detail, (detail, detail))[language is Language.EN]


def _of_table(fault: Fault, *, english: bool) -> str:
    parts = []
    if fault.sheet:
        parts.append(f"sheet {fault.sheet}" if english else f"แผ่นงาน “{fault.sheet}”")
    if fault.row and fault.column:
        cell = f"{column_name(fault.column)}{fault.row}"
        parts.append(f"cell {cell}" if english else f"เซลล์ {cell}")
    elif fault.row:
        parts.append(f"row {fault.row}" if english else f"แถวที่ {fault.row}")
    return (", " if english else " ").join(parts)
