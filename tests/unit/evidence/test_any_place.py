"""A number is found wherever bytes can hold it, and a name where no reader sees it."""

import io
import zipfile
import zlib
from collections.abc import Callable

import pytest
from pypdf.generic import DecodedStreamObject, NameObject, NumberObject, PdfObject

from helpers import made_files as made
from oit.evidence.clean import Cleaned, clean, strip
from oit.evidence.concealed import REFUSED
from oit.evidence.facts import PersonalDataKind
from oit.evidence.read import read_content

ID = made.VALID_ID
NAME = "นางสาวซ่อน ไว้ในไฟล์"
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
_SHEET, _STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"


def letter(text: str) -> bytes:
    """A letter with a text and something behind it."""
    return made.docx(f"<w:p><w:r><w:t>ข้อความ</w:t></w:r></w:p>{text}", author="")


def alternatives(shown: str, older: str) -> str:
    """A text, and what older programs show instead."""
    choice, fallback = (f"<w:r><w:t>{each}</w:t></w:r>" for each in (shown, older))
    return (
        f"<w:p><mc:AlternateContent {MC}><mc:Choice>{choice}</mc:Choice>"
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:p>"
    )


def run(look: str, text: str = NAME) -> str:
    """A paragraph with one run of a look."""
    return f"<w:p {W14}><w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def book(cell: str = "", behind: str = "", strings: str = "") -> bytes:
    """A workbook with a cell, something behind its cells, and shared strings."""
    members = made.xlsx_members(author="")
    rows = f'<row r="1"><c r="A1" t="s"><v>0</v></c></row>{cell}'
    members[_SHEET] = f"<worksheet><sheetData>{rows}</sheetData>{behind}</worksheet>"
    if strings:
        members[_STRINGS] = f"<sst>{strings}</sst>"
    return made.archive(members)


def sheet_of(cell: str) -> bytes:
    """An OpenDocument sheet with a cell."""
    row = f"<table:table-row>{cell}</table:table-row>"
    return made.odf("spreadsheet", f'<table:table table:name="ก">{row}</table:table>', "")


def zipped(change: Callable[[zipfile.ZipFile, zipfile.ZipInfo], None]) -> bytes:
    """A letter whose container is changed as its members are written."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in made.members(letter("")).items():
            info = zipfile.ZipInfo(name)
            change(archive, info)
            archive.writestr(info, content)
    return target.getvalue()


def unlisted(text: str) -> bytes:
    """A letter with a member that its directory does not name."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("old.txt", text)
        archive.filelist.clear()
        archive.NameToInfo.clear()
        for name, content in made.members(letter("")).items():
            archive.writestr(name, content)
    return target.getvalue()


def _comment(archive: zipfile.ZipFile, _: zipfile.ZipInfo) -> None:
    archive.comment = ID.encode()


def _member_comment(_: zipfile.ZipFile, info: zipfile.ZipInfo) -> None:
    info.comment = ID.encode()


def pdf_with(key: str, value: PdfObject | bytes) -> bytes:
    """A PDF whose root has a further entry."""
    writer = made.pdf_writer(made.THAI)
    if isinstance(value, bytes):
        stream = DecodedStreamObject()
        stream.set_data(value)
        value = writer._add_object(stream)
    writer.root_object[NameObject(key)] = value
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def content_with(more: bytes) -> bytes:
    """A PDF with further operators on its page."""
    writer = made.pdf_writer(made.THAI)
    content = writer.pages[0]["/Contents"].get_object()
    assert isinstance(content, DecodedStreamObject)
    content.set_data(content.get_data() + b"\n" + more + b"\n")
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def png_with(kind: bytes, data: bytes) -> bytes:
    """A PNG with a chunk behind its header; a last one that is not empty."""
    png = made.image("PNG")
    chunk = len(data).to_bytes(4, "big") + kind + data
    chunk += zlib.crc32(kind + data).to_bytes(4, "big")
    return png[:-12] + chunk if kind == b"IEND" else png[:33] + chunk + png[33:]


def escaped(text: str) -> str:
    """A text as JSON may write it."""
    return "".join(f"\\u{ord(character):04x}" for character in text)


def parted(text: str) -> str:
    """A text with a comment in it, which parts it for nobody."""
    return f"{text[:3]}<!-- -->{text[3:]}"


_TOLD = f'<c r="A2" t="inlineStr"><is><t>{NAME}</t></is></c>'
_OBJECT = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:chart>'
    f"<text:p>{NAME}</text:p></office:chart></office:body></office:document-content>"
)


def text_with(part: str, content: str) -> bytes:
    """An OpenDocument text with a further part."""
    members = made.members(made.odf("text", "<text:p>ก</text:p>", ""))
    return made.archive({**members, part: content})


def blank_cell() -> bytes:
    """A workbook whose cell has a format of nothing, in a block that a condition colours."""
    condition = '<conditionalFormatting sqref="A1:B9"><cfRule/></conditionalFormatting>'
    cell = _TOLD.replace("<c ", '<c s="1" ')
    members = made.members(book(f'<row r="2">{cell}</row>', condition))
    members["xl/styles.xml"] = (
        '<styleSheet><numFmts><numFmt numFmtId="200" formatCode=";;;"/></numFmts>'
        '<cellXfs><xf/><xf numFmtId="200"/></cellXfs></styleSheet>'
    )
    links = members["xl/_rels/workbook.xml.rels"]
    assert isinstance(links, bytes)
    link = b'<Relationship Id="r9" Type="http://x/styles" Target="styles.xml"/></Relationships>'
    members["xl/_rels/workbook.xml.rels"] = links.replace(b"</Relationships>", link)
    return made.archive(members)


_RUBY = "<w:ruby><w:rt><w:r><w:t>5</w:t></w:r></w:rt><w:rubyBase>{}</w:rubyBase></w:ruby>"
NUMBERS = {
    "comment": letter(f"<!-- {ID} -->"),
    "instruction": letter(f"<?note {ID}?>"),
    "text parted by a comment": letter(f"<w:p><w:r><w:t>{parted(ID)}</w:t></w:r></w:p>"),
    "behind an element": letter(f"<w:p/>{ID}<w:p/>"),
    "beside a reading": letter(
        f"<w:p><w:r>{_RUBY.format(f'<w:r><w:t>{ID}</w:t></w:r>')}</w:r></w:p>"
    ),
    "beside an alternative": letter(alternatives(ID, "5")),
    "any attribute": letter(f'<w:bookmarkStart w:name="{ID}"/>'),
    "name of an empty member": made.archive({**made.members(letter("")), f"word/{ID}/": b""}),
    "comment of a zip": zipped(_comment),
    "comment of a member": zipped(_member_comment),
    "unlisted member": unlisted(ID),
    "behind a zip": letter("") + ID.encode(),
    "reading of a string": book(strings=f"<si><t>{ID}</t><rPh><t>5</t></rPh></si>"),
    "cell parted by a comment": book(f'<row r="2"><c r="A2"><v>{parted(ID)}</v></c></row>'),
    "fraction that is not shown": book(f'<row r="2"><c r="A2"><v>{ID}.0002</v></c></row>'),
    "value of a scenario": book(behind=f'<scenarios><inputCells val="{ID}"/></scenarios>'),
    "beside cells": book(f'<row r="2"><note>{ID}</note></row>'),
    "within a cell": book(f'<row r="2"><c r="A2"><ext>{ID}</ext></c></row>'),
    "value without text": sheet_of(f'<table:table-cell office:string-value="{ID}"/>'),
    "formula": sheet_of(
        f'<table:table-cell table:formula="of:=&quot;{ID}&quot;"><text:p>ก</text:p>'
        "</table:table-cell>"
    ),
    "in a row and no cell": sheet_of(f"<text:p>{ID}</text:p>"),
    "number of a PDF": pdf_with("/Kept", NumberObject(ID)),
    "name of a PDF": pdf_with("/Kept", NameObject(f"/{ID}")),
    "stream of a PDF": pdf_with("/Kept", f"a {ID} b".encode()),
    "comment of a content": content_with(b"% " + ID.encode()),
    "string that is not shown": content_with(f"({ID}) pop".encode()),
    "before a second end": made.pdf() + f"\n{ID}\n%%EOF\n".encode(),
    "last chunk": png_with(b"IEND", ID.encode()),
    "longer chunk": png_with(b"gAMA", b"\0\0\xb1\x8f" + ID.encode()),
    "wide chunk": png_with(b"prVt", ID.encode("utf-16-le")),
    "escaped": f'{{"a":"{escaped(ID)}"}}'.encode(),
    "computed": f'{{"a":{ID}.0}}'.encode(),
    "with an exponent": f'{{"a":{ID[0]}.{ID[1:]}e12}}'.encode(),
    "parted by a control": f"a,b\n{ID[:5]}\x7f{ID[5:]},1\n".encode(),
    "parted by an annotation": f"a,b\n{ID[:5]}\ufff9{ID[5:]},1\n".encode(),
}
NAMES = {
    "comment": ("docx", letter(f"<!-- {NAME} -->")),
    "alternative": ("docx", letter(alternatives("ก", NAME))),
    "unknown element": ("docx", letter(f'<x:y xmlns:x="urn:x">{NAME}</x:y>')),
    "Thai of no size": ("docx", letter(run('<w:szCs w:val="2"/>'))),
    "letters of no fill": ("docx", letter(run("<w14:textFill><w14:noFill/></w14:textFill>"))),
    "reading": ("xlsx", book(strings=f"<si><t>ก</t><rPh><t>{NAME}</t></rPh></si>")),
    "comment of a sheet": ("xlsx", book(f"<!-- {NAME} -->")),
    "comment of a text": ("odt", made.odf("text", f"<text:p>ก</text:p><!-- {NAME} -->", "")),
    "unlisted member": ("docx", unlisted(NAME)),
    "part that nothing reads": ("odt", text_with("kept.xml", f"<a>{NAME}</a>")),
    "object that stands nowhere": ("odt", text_with("Kept/content.xml", _OBJECT)),
    "format under a condition": ("xlsx", blank_cell()),
    "line of a row": ("xlsx", book(f'<row r="2" ht="0.1">{_TOLD}</row>')),
}


@pytest.mark.parametrize("name", NUMBERS)
def test_a_number_is_found_wherever_it_stands(name: str) -> None:
    """What a program takes out of the file is searched, whatever a reader sees."""
    content = read_content(NUMBERS[name])
    assert not content.fault
    assert PersonalDataKind.NATIONAL_ID in {match.kind for match in content.personal}


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_nobody_sees_is_told_and_removed(name: str) -> None:
    """And stands in no excerpt."""
    extension, data = NAMES[name]
    content = read_content(data)
    assert {part.kind for part in content.hidden} & REFUSED
    assert NAME not in content.excerpt
    cleaned = clean(data, extension)
    assert isinstance(cleaned, Cleaned)
    assert not {part.kind for part in cleaned.left} & REFUSED
    assert all(NAME.encode() not in bytes(each) for each in _parts(cleaned.data))


def _parts(data: bytes) -> list[bytes]:
    parts = made.members(data).values()
    return [data, *(part for part in parts if isinstance(part, bytes))]


def test_text_that_is_called_a_picture_is_a_file_within() -> None:
    """Whatever its name says."""
    members = made.members(letter(""))
    data = made.archive({**members, "word/media/image1.png": NAME.encode()})
    assert {part.kind for part in read_content(data).hidden} & REFUSED


@pytest.mark.parametrize(
    "shown", [alternatives(NAME, NAME), run('<w:sz w:val="28"/>'), run('<w:szCs w:val="28"/>')]
)
def test_what_a_reader_sees_is_hidden_by_nothing(shown: str) -> None:
    """The same text for older programs is no news."""
    content = read_content(letter(shown))
    assert not {part.kind for part in content.hidden} & REFUSED
    assert NAME in content.excerpt


def test_stripping_takes_out_comments_of_markup() -> None:
    """No person wrote them in a word processor."""
    for name in ("comment", "comment of a sheet", "comment of a text", "reading"):
        extension, data = NAMES[name]
        stripped = strip(data, extension)
        assert isinstance(stripped, Cleaned)
        assert not {part.kind for part in stripped.left} & REFUSED
