"""What a file holds, and how to save it in a form that is published, by the program that made it.

The names of menus are those of the Thai editions; older ones of Office say แฟ้ม where newer ones say
ไฟล์.
"""

from collections.abc import Mapping

from oit.catalog import Language
from oit.evidence.media_types import EXTENSIONS, Nature, Sniffed

_Both = tuple[str, str]
_OFFICE = "application/vnd.openxmlformats-officedocument."
_ODF = "application/vnd.oasis.opendocument."

_EXCEL: _Both = (
    "เปิดด้วย Excel แล้วเลือก ไฟล์ (แฟ้ม) > บันทึกเป็น เลือกชนิด “สมุดงาน Excel (*.xlsx)”",
    "open it in Excel, choose File > Save As and the type Excel Workbook (*.xlsx)",
)
_WORD: _Both = (
    "เปิดด้วย Word แล้วเลือก ไฟล์ (แฟ้ม) > บันทึกเป็น เลือกชนิด “เอกสาร Word (*.docx)” หรือ “PDF (*.pdf)”",
    "open it in Word, choose File > Save As and the type Word Document (*.docx) or PDF (*.pdf)",
)
_SLIDES: _Both = (
    "เปิดด้วย PowerPoint แล้วเลือก ไฟล์ (แฟ้ม) > บันทึกเป็น เลือกชนิด “PDF (*.pdf)”",
    "open it in PowerPoint, choose File > Save As and the type PDF (*.pdf)",
)
_PICTURE: _Both = (
    "เปิดด้วยโปรแกรม Paint แล้วเลือก ไฟล์ > บันทึกเป็น > รูปภาพ JPEG",
    "open it in Paint and choose File > Save as > JPEG picture",
)
_TELEPHONE: _Both = (
    "เปิดด้วยโปรแกรม “รูปถ่าย” ของ Windows แล้วเลือก บันทึกเป็น ชนิด .jpg "
    "หรือตั้งค่า iPhone ที่ การตั้งค่า > กล้อง > รูปแบบ > เข้ากันได้มากที่สุด ก่อนถ่ายภาพ",
    "open it in Photos of Windows and choose Save as with the type .jpg, or set the iPhone to "
    "Settings > Camera > Formats > Most Compatible before taking pictures",
)
_PRINTED: _Both = (
    "เปิดในโปรแกรมที่สร้าง แล้วเลือก ไฟล์ > พิมพ์ > Microsoft Print to PDF",
    "open it in its program and choose File > Print > Microsoft Print to PDF",
)
_UNPACKED: _Both = (
    "แตกไฟล์ออก (คลิกขวา > แยกทั้งหมด) แล้วแนบทีละไฟล์",
    "unpack it (right-click > Extract All) and attach its files one by one",
)
_AGAIN: _Both = (
    "เปิดไฟล์ด้วยโปรแกรมที่สร้าง แล้วบันทึกเป็นชนิด .{expected} ใหม่ ไม่ควรเปลี่ยนเฉพาะชื่อไฟล์",
    "open it in the program it was made with and save it as .{expected}; do not only rename it",
)
_TYPES: Mapping[str, tuple[_Both, _Both]] = {
    "application/vnd.ms-excel": (("สมุดงาน Excel รุ่นเก่า (.xls)", "an old Excel workbook"), _EXCEL),
    "application/x-excel-2003-xml": (
        ("สมุดงาน Excel 2003 แบบ XML", "a workbook of Excel 2003 as XML"),
        _EXCEL,
    ),
    "application/msword": (("เอกสาร Word รุ่นเก่า (.doc)", "an old Word document"), _WORD),
    "application/x-word-2003-xml": (
        ("เอกสาร Word 2003 แบบ XML", "a document of Word 2003 as XML"),
        _WORD,
    ),
    "application/rtf": (("เอกสาร Rich Text (.rtf)", "a Rich Text document"), _WORD),
    "application/vnd.ms-powerpoint": (
        ("งานนำเสนอ PowerPoint รุ่นเก่า (.ppt)", "an old PowerPoint presentation"),
        _SLIDES,
    ),
    f"{_OFFICE}presentationml.presentation": (
        ("งานนำเสนอ PowerPoint (.pptx)", "a PowerPoint presentation"),
        _SLIDES,
    ),
    f"{_ODF}presentation": (("งานนำเสนอ OpenDocument (.odp)", "a presentation"), _PRINTED),
    "application/x-ole-storage": (
        ("ไฟล์ของ Microsoft Office รุ่นเก่า", "a file of an old Microsoft Office"),
        _PRINTED,
    ),
    "application/x-encrypted-office": (
        ("ไฟล์ Word, Excel หรือ PowerPoint ที่มีรหัสผ่าน", "a file of Office with a password"),
        _PRINTED,
    ),
    "application/vnd.ms-outlook": (("ข้อความอีเมลของ Outlook (.msg)", "an Outlook mail"), _PRINTED),
    "message/rfc822": (("ข้อความอีเมลหรือหน้าเว็บที่บันทึกไว้", "a mail or a saved web page"), _PRINTED),
    "image/heic": (("ภาพถ่ายจากโทรศัพท์ (.heic)", "a photograph of a telephone (.heic)"), _TELEPHONE),
    "image/avif": (("ภาพ AVIF", "an AVIF picture"), _PICTURE),
    "image/webp": (("ภาพ WebP", "a WebP picture"), _PICTURE),
    "image/tiff": (("ภาพ TIFF", "a TIFF picture"), _PICTURE),
    "image/gif": (("ภาพ GIF", "a GIF picture"), _PICTURE),
    "image/bmp": (("ภาพ Bitmap (.bmp)", "a bitmap"), _PICTURE),
    "application/zip": (("ไฟล์บีบอัด ZIP", "a ZIP archive"), _UNPACKED),
    "application/vnd.rar": (("ไฟล์บีบอัด RAR", "a RAR archive"), _UNPACKED),
    "application/x-7z-compressed": (("ไฟล์บีบอัด 7z", "a 7z archive"), _UNPACKED),
    "application/gzip": (("ไฟล์บีบอัด gzip", "a gzip archive"), _UNPACKED),
    "text/html": (("หน้าเว็บ (HTML)", "a web page (HTML)"), _AGAIN),
    "application/xml": (("ไฟล์ XML", "an XML file"), _AGAIN),
    "image/svg+xml": (("ภาพวาด SVG", "an SVG drawing"), _PICTURE),
    "application/pdf": (("เอกสาร PDF", "a PDF"), _AGAIN),
    "text/csv": (("ตาราง CSV", "a CSV table"), _AGAIN),
    "text/plain": (("ข้อความธรรมดา", "plain text"), _AGAIN),
    "application/json": (("ข้อมูล JSON", "JSON data"), _AGAIN),
    "application/geo+json": (("แผนที่ GeoJSON", "a GeoJSON map"), _AGAIN),
    "image/png": (("ภาพ PNG", "a PNG picture"), _AGAIN),
    "image/jpeg": (("ภาพ JPEG", "a JPEG picture"), _AGAIN),
    EXTENSIONS["xlsx"][0]: (("สมุดงาน Excel (.xlsx)", "an Excel workbook"), _AGAIN),
    EXTENSIONS["docx"][0]: (("เอกสาร Word (.docx)", "a Word document"), _AGAIN),
    EXTENSIONS["ods"][0]: (("ตารางคำนวณ OpenDocument (.ods)", "a spreadsheet"), _AGAIN),
    EXTENSIONS["odt"][0]: (("เอกสาร OpenDocument (.odt)", "a text document"), _AGAIN),
}
_UNKNOWN: _Both = ("ไฟล์ชนิดที่ระบบไม่รู้จัก", "a file of an unknown type")
_PROGRAM: _Both = ("โปรแกรมคอมพิวเตอร์หรือสคริปต์", "a program or a script")

_LOCKED: Mapping[str, _Both] = {
    "xlsx": (
        "เปิดด้วย Excel โดยใส่รหัสผ่าน เลือก ไฟล์ (แฟ้ม) > ข้อมูล > ป้องกันเวิร์กบุ๊ก (ป้องกันสมุดงาน) > "
        "เข้ารหัสลับด้วยรหัสผ่าน ลบรหัสผ่านให้ว่าง แล้วบันทึก",
        "open it in Excel with the password, choose File > Info > Protect Workbook > Encrypt with "
        "Password, empty the password and save",
    ),
    "docx": (
        "เปิดด้วย Word โดยใส่รหัสผ่าน เลือก ไฟล์ (แฟ้ม) > ข้อมูล > ป้องกันเอกสาร > "
        "เข้ารหัสลับด้วยรหัสผ่าน ลบรหัสผ่านให้ว่าง แล้วบันทึก",
        "open it in Word with the password, choose File > Info > Protect Document > Encrypt with "
        "Password, empty the password and save",
    ),
    "pdf": (
        "เปิด PDF โดยใส่รหัสผ่าน เลือก พิมพ์ > Microsoft Print to PDF แล้วแนบไฟล์ที่ได้",
        "open it with the password, choose Print > Microsoft Print to PDF and attach the result",
    ),
}
_LOCKED_OTHERS: _Both = (
    "เปิดไฟล์โดยใส่รหัสผ่าน แล้วเลือก บันทึกเป็น โดยไม่เลือกบันทึกพร้อมรหัสผ่าน",
    "open the file with the password and choose Save As without Save with password",
)


def type_words(sniffed: Sniffed, language: Language) -> str:
    """What a file is, for people who know programs and no media types."""
    known = _TYPES.get(sniffed.media_type)
    if known:
        return known[0][language is Language.EN]
    is_program = sniffed.nature is Nature.EXECUTABLE
    return (_PROGRAM if is_program else _UNKNOWN)[language is Language.EN]


def saving_words(sniffed: Sniffed, expected: str, language: Language) -> str:
    """How to save it in a form that is published; `expected` is the extension of its name."""
    _, how = _TYPES.get(sniffed.media_type, (_UNKNOWN, _AGAIN))
    return how[language is Language.EN].format(expected=expected)


def unlocking_words(expected: str, language: Language) -> str:
    """How to save a file without its password, by the extension of its name."""
    return _LOCKED.get(expected, _LOCKED_OTHERS)[language is Language.EN]
