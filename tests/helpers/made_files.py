"""Files of every kind, made by the tests: no blobs."""

import io
import zipfile
import zlib
from collections.abc import Mapping

from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

CELL = '<row r="1"><c r="A1" t="inlineStr"><is><t>ร่าง</t></is></c></row>'
"""Cells of a sheet, as XML: one with a word."""
VALID_ID = "1101700230708"
"""Made up; only its checksum is right."""
THAI = "ประกาศสำนักงานเขตเรื่องแผนปฏิบัติราชการประจำปีที่ผู้อำนวยการลงนามแล้ว"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument."
_ODF = "urn:oasis:names:tc:opendocument:xmlns:"


def id_number(first_twelve: str) -> str:
    """Twelve digits with the check digit that belongs to them."""
    weighted = sum(int(one) * (13 - place) for place, one in enumerate(first_twelve))
    return first_twelve + str((11 - weighted % 11) % 10)


def _pdf(writer: PdfWriter) -> bytes:
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def _to_unicode() -> DecodedStreamObject:
    """Codes are their own characters: two bytes each, in the basic plane."""
    stream = DecodedStreamObject()
    stream.set_data(
        b"/CIDInit /ProcSet findresource begin begincmap\n"
        b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        + b"".join(
            b"1 beginbfrange <%02X00> <%02XFF> <%02X00> endbfrange\n" % (high, high, high)
            for high in (0x00, 0x0E, 0xF7)
        )
        + b"endcmap end"
    )
    return stream


def _font(writer: PdfWriter) -> DictionaryObject:
    inner = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/CIDFontType2"),
            NameObject("/BaseFont"): NameObject("/Made"),
            NameObject("/DW"): NumberObject(500),
        }
    )
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type0"),
            NameObject("/BaseFont"): NameObject("/Made"),
            NameObject("/Encoding"): NameObject("/Identity-H"),
            NameObject("/DescendantFonts"): ArrayObject([writer._add_object(inner)]),
            NameObject("/ToUnicode"): writer._add_object(_to_unicode()),
        }
    )


def pdf_writer(text: str, pages: int = 1) -> PdfWriter:
    """A writer with pages that show a text, character by character code."""
    writer = PdfWriter()
    font = writer._add_object(_font(writer))
    for _ in range(pages):
        page = writer.add_blank_page(595, 842)
        content = DecodedStreamObject()
        codes = text.encode("utf-16-be").hex().encode()
        content.set_data(b"BT /F1 12 Tf 50 700 Td <" + codes + b"> Tj ET")
        fonts = DictionaryObject({NameObject("/F1"): font})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        page[NameObject("/Contents")] = writer._add_object(content)
    return writer


def pdf(text: str = THAI, pages: int = 1, info: Mapping[str, str] | None = None) -> bytes:
    """A PDF that shows a text."""
    writer = pdf_writer(text, pages)
    writer.metadata = None
    writer.add_metadata(dict(info or {}))
    return _pdf(writer)


def encrypted_pdf() -> bytes:
    """A PDF that asks for a password."""
    writer = pdf_writer(THAI)
    writer.encrypt("secret", algorithm="RC4-128")
    return _pdf(writer)


def scan_pdf() -> bytes:
    """A PDF that is a picture of a page."""
    target = io.BytesIO()
    Image.new("L", (60, 80), 200).save(target, "PDF")
    return target.getvalue()


def javascript_pdf() -> bytes:
    """A PDF that runs a script when it is opened."""
    writer = pdf_writer(THAI)
    action = {
        NameObject("/S"): NameObject("/JavaScript"),
        NameObject("/JS"): TextStringObject("app.alert(1)"),
    }
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(action)
    return _pdf(writer)


def carrying_pdf() -> bytes:
    """A PDF with a file inside."""
    writer = pdf_writer(THAI)
    writer.add_attachment("inner.txt", b"hidden")
    return _pdf(writer)


def commented_pdf(comment: str) -> bytes:
    """A PDF with a note on its page, and the note's author."""
    writer = pdf_writer(THAI)
    note = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Text"),
            NameObject("/Rect"): ArrayObject([FloatObject(one) for one in (10, 10, 20, 20)]),
            NameObject("/Contents"): TextStringObject(comment),
            NameObject("/T"): TextStringObject("สมชาย"),
        }
    )
    writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(note)])
    return _pdf(writer)


def archive(members: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of the members."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return target.getvalue()


def members(data: bytes) -> dict[str, str | bytes]:
    """The members of a zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as made:
        return {name: made.read(name) for name in made.namelist()}


def _core(author: str) -> str:
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>แผน</dc:title><dc:creator>{author}</dc:creator>"
        f"<cp:lastModifiedBy>{author}</cp:lastModifiedBy></cp:coreProperties>"
    )


def docx(body: str = "<w:p><w:r><w:t>ข้อความ</w:t></w:r></w:p>", author: str = "สมหญิง") -> bytes:
    """A Word file with a body, properties and a comment."""
    word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    main = f"{_CONTENT_TYPE}wordprocessingml.document.main+xml"
    return archive(
        {
            "[Content_Types].xml": f'<Types><Override PartName="/word/document.xml" '
            f'ContentType="{main}"/></Types>',
            "docProps/core.xml": _core(author),
            "docProps/app.xml": f"<Properties><Company>{author}</Company></Properties>",
            "word/document.xml": f"<w:document {word}><w:body>{body}</w:body></w:document>",
            "word/comments.xml": f'<w:comments {word}><w:comment w:id="1" w:author="{author}" '
            'w:initials="ส"><w:p><w:r><w:t>โปรดตรวจ</w:t></w:r></w:p></w:comment></w:comments>',
        }
    )


def xlsx_members(
    cells: str = "", hidden: str = "", author: str = "สมหญิง"
) -> dict[str, str | bytes]:
    """The parts of a workbook: a shown sheet, a hidden one, one shared string, a comment."""
    sheet = "<worksheet><sheetData>{}</sheetData></worksheet>"
    relation = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    return {
        "[Content_Types].xml": '<Types><Override PartName="/xl/workbook.xml" '
        f'ContentType="{_CONTENT_TYPE}spreadsheetml.sheet.main+xml"/></Types>',
        "docProps/core.xml": _core(author),
        "xl/workbook.xml": f'<workbook {relation}><sheets><sheet name="มี.ค. 68" r:id="r1"/>'
        '<sheet name="ร่าง" state="veryHidden" r:id="r2"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="r1" '
        'Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="/xl/worksheets/sheet2.xml"/>'
        '<Relationship Id="r3" Type="http://x/sharedStrings" Target="sharedStrings.xml"/>'
        "</Relationships>",
        "xl/sharedStrings.xml": "<sst><si><r><t>วิธี</t></r><r><t>คัดเลือก</t></r></si></sst>",
        "xl/comments1.xml": f"<comments><authors><author>{author}</author></authors>"
        '<commentList><comment ref="A1"><text><t>ตรวจแล้ว</t></text></comment></commentList>'
        "</comments>",
        "xl/worksheets/sheet1.xml": sheet.format(cells),
        "xl/worksheets/sheet2.xml": sheet.format(hidden),
    }


def xlsx(cells: str = "", hidden: str = "", author: str = "สมหญิง") -> bytes:
    """A workbook; cells are XML of `row` elements."""
    return archive(xlsx_members(cells, hidden, author))


def macro_workbook() -> bytes:
    """A workbook with a Visual Basic project, whatever its content type says."""
    return archive({**xlsx_members(), "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0"})


def odf(kind: str, body: str, author: str = "สมหญิง", **more: str) -> bytes:
    """An OpenDocument `text` or `spreadsheet`; the body is XML inside of the office body."""
    spaces = (
        " ".join(
            f'xmlns:{one}="{_ODF}{one}:1.0"' for one in ("office", "text", "table", "meta", "style")
        )
        + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    return archive(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{kind}",
            "meta.xml": f"<office:document-meta {spaces}><office:meta>"
            f"<meta:initial-creator>{author}</meta:initial-creator><dc:creator>{author}"
            "</dc:creator></office:meta></office:document-meta>",
            "content.xml": f"<office:document-content {spaces}>{more.pop('styles', '')}"
            f"<office:body><office:{kind}>{body}</office:{kind}></office:body>"
            "</office:document-content>",
            **more,
        }
    )


def zip_bomb() -> bytes:
    """A workbook whose sheet would be 150 MB."""
    return archive({**xlsx_members(), "xl/worksheets/sheet3.xml": b"\0" * 150_000_000})


def image(kind: str = "JPEG", exif: Image.Exif | None = None) -> bytes:
    """A small picture."""
    target = io.BytesIO()
    made = Image.new("RGB", (40, 30), (10, 90, 160))
    made.save(target, kind, exif=exif or Image.Exif())
    return target.getvalue()


def photograph(kind: str = "JPEG", orientation: int = 1) -> bytes:
    """A picture that tells who took it, where."""
    exif = Image.Exif()
    exif[0x013B] = "Somchai"
    exif[0x0112] = orientation
    exif.get_ifd(0x8825)[2] = (13.0, 43.0, 0.0)
    return image(kind, exif)


def huge_png() -> bytes:
    """A PNG of 400 megapixels in a few bytes: its header says so."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        checksum = zlib.crc32(kind + data).to_bytes(4, "big")
        return len(data).to_bytes(4, "big") + kind + data + checksum

    size = (20_000).to_bytes(4, "big") * 2
    header = chunk(b"IHDR", size + b"\x08\x02\0\0\0")
    return (
        b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")
    )
