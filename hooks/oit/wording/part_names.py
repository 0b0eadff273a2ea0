"""Parts of files by what they are to the people who made them, in Thai.

Formats name their parts for programs (`word/embeddings/…`, `/OpenAction`): a person who knows Word,
Excel and Acrobat finds nothing by such a name.
"""

import re
from collections.abc import Mapping

_EMBEDDED_KINDS: Mapping[str, str] = {
    **dict.fromkeys(("xls", "xlsx", "xlsm", "xlsb", "ods"), "ตาราง Excel ที่ฝังไว้ในเอกสาร"),
    **dict.fromkeys(("doc", "docx", "docm", "odt", "rtf"), "เอกสาร Word ที่ฝังไว้ในเอกสาร"),
    **dict.fromkeys(("ppt", "pptx", "pptm", "odp"), "งานนำเสนอที่ฝังไว้ในเอกสาร"),
}
_EMBEDDED = "วัตถุที่ฝังไว้ในเอกสาร"
_PARTS: tuple[tuple[str, str], ...] = (
    (r"\w+/(?:activex|ctrlprops)/", "ปุ่มหรือตัวควบคุมในเอกสาร"),
    (r"(?:.*/)?vba(?:project|data)\b|basic/|scripts/", "มาโครของเอกสาร"),
    (r"\w+/(?:charts|chartex)/", "แผนภูมิ"),
    (r"\w+/diagrams/", "แผนภาพ SmartArt"),
    (r"\w+/media/|pictures/|objectreplacements/", "รูปภาพในเอกสาร"),
    (r"\w+/drawings/", "รูปวาดหรือกล่องข้อความ"),
    (r"\w+/printersettings/", "การตั้งค่าเครื่องพิมพ์"),
    (r"xl/externallinks/", "ข้อมูลของสมุดงานอื่นที่เชื่อมโยงไว้"),
    (r"xl/pivot(?:cache|tables)/|xl/slicer", "ข้อมูลของ PivotTable"),
    (r"xl/(?:connections|querytables|model)\b", "การเชื่อมต่อข้อมูลภายนอก"),
    (r"xl/sharedstrings\b", "ข้อความที่ Excel เก็บค้างไว้"),
    (r"xl/(?:_rels/)?workbook\b", "ชื่อที่กำหนดไว้และการตั้งค่าของสมุดงาน"),
    (r"xl/(?:work|chart|dialog|macro)sheets/", "แผ่นงาน"),
    (r"xl/tables/", "ตารางในแผ่นงาน"),
    (r"word/(?:_rels/)?(?:header|footer)\d*\.", "หัวหรือท้ายกระดาษ"),
    (r"word/(?:_rels/)?(?:settings|websettings)\b", "การตั้งค่าของเอกสาร"),
    (r"word/(?:_rels/)?document\b|content\.xml", "เนื้อหาของเอกสาร"),
    (r"word/glossary/", "บล็อกข้อความสำเร็จรูปของเอกสาร"),
    (r"ppt/.*", "สไลด์หรือการตั้งค่าของงานนำเสนอ"),
    (r"settings\.xml|configurations2/", "การตั้งค่าของเอกสาร"),
    (r"(?:word|xl)/(?:theme/|styles\b|numbering\b|fonttable\b)|styles\.xml", "รูปแบบของเอกสาร"),
    (r"(?:docprops|customxml|meta-inf|_rels|customui|\[trash\])/.*", "ข้อมูลที่โปรแกรมเก็บไว้กับไฟล์"),
    (r"(?:word|xl)/.*", "ข้อมูลที่โปรแกรมเก็บไว้กับไฟล์"),
)
_OBJECT = re.compile(r"object \d+(?:/.*)?", re.I)
_PAGE = re.compile(r"p\. (\d+)")
_VERSION = re.compile(r"version (\d+)")
_OTHERS: Mapping[str, str] = {
    **dict.fromkeys(("OpenAction", "AA"), "คำสั่งที่ทำงานเมื่อเปิดไฟล์หรือเปิดหน้า"),
    **dict.fromkeys(("JavaScript", "JS"), "สคริปต์ของ PDF"),
    **dict.fromkeys(("Launch", "SubmitForm", "ImportData"), "ปุ่มหรือลิงก์ในหน้า"),
    **dict.fromkeys(("GoToR", "GoToE", "URI", "F"), "ลิงก์ในหน้า"),
    **dict.fromkeys(("Rendition", "Movie", "Sound", "Screen"), "ภาพเคลื่อนไหวหรือเสียงในหน้า"),
    **dict.fromkeys(("RichMediaExecute", "RichMedia", "GoTo3DView", "3D"), "สื่อสามมิติในหน้า"),
    "XFA": "แบบฟอร์มที่กรอกได้",
    "Thumb": "ภาพย่อของหน้า",
    "PieceInfo": "ข้อมูลของโปรแกรมที่สร้างไฟล์",
    "text": "ข้อความที่โปรแกรมเก็บไว้",
    "unreferenced": "ข้อมูลที่เอกสารไม่ใช้แล้ว",
    "start": "ข้อมูลก่อนเนื้อหาของไฟล์",
    "end": "ข้อมูลต่อท้ายไฟล์",
    "frames": "ภาพอื่นในไฟล์เดียวกัน",
    "metadata": "ข้อมูลที่กล้องหรือโปรแกรมบันทึกไว้",
}
_EMBEDDINGS = re.compile(r"\w+/embeddings/|(?:.*/)?afchunk", re.I)


def part_name_words(name: str) -> str | None:
    """What the part of a file is; `None` for a name that a person gave."""
    if _EMBEDDINGS.match(name):
        return _EMBEDDED_KINDS.get(name.rpartition(".")[2].lower(), _EMBEDDED)
    if _OBJECT.fullmatch(name):
        return _EMBEDDED
    if match := _PAGE.fullmatch(name):
        return f"หน้า {match[1]}"
    if match := _VERSION.fullmatch(name):
        return f"ฉบับก่อนบันทึกทับ ลำดับที่ {match[1]}"
    if name in _OTHERS:
        return _OTHERS[name]
    lowered = name.lower()
    return next((words for pattern, words in _PARTS if re.match(pattern, lowered)), None)
