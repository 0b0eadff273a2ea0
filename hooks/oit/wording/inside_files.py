"""What stands in a file, and where, in Thai and English."""

from collections.abc import Mapping

from oit.catalog import Language
from oit.evidence.concealed import ActiveKind, ActivePart, HiddenKind, HiddenPart
from oit.evidence.faults import FileFault
from oit.evidence.location import Location, Where
from oit.evidence.media_types import Sniffed
from oit.evidence.tables.values import TableFault, column_name
from oit.wording.file_types import type_words
from oit.wording.part_names import part_name_words

_WHERE: Mapping[Where, tuple[str, str]] = {
    Where.LINE: ("บรรทัดที่ {name}", "line {name}"),
    Where.PAGE: ("หน้า {name}", "page {name}"),
    Where.SHEET: ("แผ่นงาน “{name}”", "sheet {name}"),
    Where.BODY: ("เนื้อหาของเอกสาร", "the text of the document"),
    Where.HEADER: ("หัวหรือท้ายกระดาษ", "a page header or footer"),
    Where.COMMENT: ("ความคิดเห็น {name}", "a comment {name}"),
    Where.NOTE: ("เชิงอรรถ", "a footnote"),
    Where.PROPERTY: ("คุณสมบัติของไฟล์ {name}", "the file's properties {name}"),
    Where.HIDDEN: ("ส่วนที่ซ่อนอยู่ {name}", "a hidden part {name}"),
}
_OF_PROGRAMS = frozenset({Where.COMMENT, Where.PROPERTY, Where.HIDDEN})
"""Places whose name may be one that a format gives to its parts."""
_HIDDEN: Mapping[HiddenKind, tuple[str, str]] = {
    HiddenKind.TRACKED: ("ข้อความที่ลบหรือแก้ไขแบบติดตามการเปลี่ยนแปลง", "tracked changes"),
    HiddenKind.TEXT: ("ข้อความที่ซ่อนไว้", "hidden text"),
    HiddenKind.CELLS: ("แผ่นงาน แถว หรือคอลัมน์ที่ซ่อนไว้", "hidden sheets, rows or columns"),
    HiddenKind.FILTERED: ("แถวที่ตัวกรองซ่อนไว้", "rows that a filter hides"),
    HiddenKind.FILE: ("ไฟล์ที่ฝังหรือแนบไว้", "a file inside"),
    HiddenKind.LEFTOVERS: ("ข้อความที่โปรแกรมเก็บค้างไว้", "text that a program kept"),
    HiddenKind.COMMENT: ("ความคิดเห็น", "comments"),
    HiddenKind.LAYER: ("ชั้นข้อมูลที่ปิดเปิดได้", "layers"),
    HiddenKind.EMPTY: ("ส่วนที่ซ่อนไว้แต่ไม่มีข้อมูล", "hidden parts without anything in them"),
    HiddenKind.AUTHOR: ("ชื่อผู้จัดทำ", "names of authors"),
    HiddenKind.THUMBNAIL: ("ภาพย่อ", "a thumbnail"),
    HiddenKind.POSITION: ("พิกัดสถานที่ถ่ายภาพ", "where the picture was taken"),
}
_ACTIVE: Mapping[ActiveKind, tuple[str, str]] = {
    ActiveKind.SCRIPT: ("สคริปต์หรือมาโคร", "a script or macro"),
    ActiveKind.ACTION: ("คำสั่งที่เปิดไฟล์ โปรแกรม หรือส่งข้อมูล", "an action"),
    ActiveKind.TEMPLATE: ("แม่แบบที่อยู่นอกไฟล์", "a template elsewhere"),
    ActiveKind.FIELD: ("ฟิลด์ที่ดึงข้อมูลจากภายนอก", "a field that fetches"),
    ActiveKind.LINK: ("การเชื่อมโยงไปยังไฟล์อื่น", "a link to another file"),
    ActiveKind.CONNECTION: ("การเชื่อมต่อฐานข้อมูลหรือเว็บ", "a data connection"),
    ActiveKind.OBJECT: ("วัตถุที่เรียกโปรแกรมอื่น", "an object that runs a program"),
    ActiveKind.FORMULA: ("สูตรที่ดึงข้อมูลจากภายนอก", "a formula that fetches"),
    ActiveKind.FORM: ("แบบฟอร์มที่ทำงานเอง", "a form that runs by itself"),
}
_COUNTED: Mapping[HiddenKind | ActiveKind, str] = {
    HiddenKind.CELLS: "เซลล์",
    HiddenKind.FILTERED: "เซลล์",
    HiddenKind.FILE: "ไฟล์",
    HiddenKind.AUTHOR: "ชื่อ",
    HiddenKind.THUMBNAIL: "ภาพ",
}
"""The Thai words by which things are counted, where it is not แห่ง."""
_FAULTS: Mapping[FileFault, tuple[str, str]] = {
    FileFault.ABSENT: ("ไม่พบไฟล์", "it is not there"),
    FileFault.UNREADABLE: ("เปิดอ่านไม่ได้ หรือเป็นชนิดที่ระบบไม่รู้จัก", "it cannot be read"),
    FileFault.ENCRYPTED: ("มีรหัสผ่าน", "it has a password"),
    FileFault.TOO_COSTLY: ("ใหญ่หรือซับซ้อนเกินกว่าที่ระบบตรวจได้", "it is too large or complex"),
}


def kind_words(kind: HiddenKind | ActiveKind | FileFault | Sniffed, language: Language) -> str:
    """What is hidden or active, why something was not read, or what a file is."""
    match kind:
        case Sniffed():
            return type_words(kind, language)
        case HiddenKind():
            both = _HIDDEN[kind]
        case ActiveKind():
            both = _ACTIVE[kind]
        case FileFault():
            both = _FAULTS[kind]
    return both[language is Language.EN]


def place_words(place: Location | TableFault, language: Language) -> str:
    """A place within a file: แผ่นงาน “มี.ค. 68” เซลล์ G14."""
    if isinstance(place, TableFault):
        return _table_place_words(place, language)
    english = language is Language.EN
    words = _WHERE[place.where][True].format(name=place.name) if english else _thai_place(place)
    if place.cell:
        words += f", cell {place.cell}" if english else f" เซลล์ {place.cell}"
    if place.inside:
        words += f", in {place.inside}" if english else f" ในไฟล์ “{_thai_inside(place.inside)}”"
    return " ".join(words.split())


def _thai_place(place: Location) -> str:
    """A place in Thai; a part that only programs know by name is told by what it is."""
    known = part_name_words(place.name) if place.where in _OF_PROGRAMS else None
    if known and place.where is Where.HIDDEN:
        return known
    return _WHERE[place.where][False].format(name="" if known else place.name)


def _thai_inside(inside: str) -> str:
    """The files around a place, outermost first."""
    return " › ".join(part_name_words(name) or name for name in inside.split(" › "))


def part_words(part: HiddenPart | ActivePart, language: Language) -> str:
    """Something hidden or active, how often, and where: ความคิดเห็น 2 แห่ง (หน้า 3)."""
    what, where = kind_words(part.kind, language), place_words(part.location, language)
    count = part.count if isinstance(part, HiddenPart) else 1
    if language is Language.EN:
        return f"{what}: {count} ({where})"
    return f"{what} {count} {_COUNTED.get(part.kind, 'แห่ง')} ({where})"


def _table_place_words(fault: TableFault, language: Language) -> str:
    english = language is Language.EN
    parts = []
    if fault.sheet:
        parts.append(f"sheet {fault.sheet}" if english else f"แผ่นงาน “{fault.sheet}”")
    if fault.row and fault.column:
        cell = f"{column_name(fault.column)}{fault.row}"
        parts.append(f"cell {cell}" if english else f"เซลล์ {cell}")
    elif fault.row:
        parts.append(f"row {fault.row}" if english else f"แถวที่ {fault.row}")
    return (", " if english else " ").join(parts)
