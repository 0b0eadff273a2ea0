"""Office files with files inside them, and such as fetch or run something."""

import struct

from helpers import made_files as made
from helpers.odf_files import sheets, text
from helpers.office_files import (
    PLANTED,
    SHOWN,
    Part,
    book,
    cell,
    letter,
    paragraph,
    rows,
    run,
    story,
    with_links,
)
from oit.evidence.concealed import ActiveKind

_SECTOR = 512
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def ole(stream: str, data: bytes) -> bytes:
    """An OLE compound file with one stream ([MS-CFB]), padded so that it is no small one."""
    padded = data.ljust(4096, b"\0")
    count = -(-len(padded) // _SECTOR)
    chain = [*range(3, 2 + count), _END]
    fat = [_FAT, _END, *chain]
    header = struct.pack(
        "<8s16s6H10I",
        *(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6, 0),
        *(0, 0, 1, 1, 0, 4096, _END, 0, _END, 0),
    )
    table = struct.pack("<I", 0) + b"\xff" * 4 * 108
    entries = _entry("Root Entry", 5, 1, _END, 0) + _entry(stream, 2, _FREE, 2, len(padded))
    sectors = struct.pack(f"<{len(fat)}I", *fat).ljust(_SECTOR, b"\xff")
    body = padded.ljust(count * _SECTOR, b"\0")
    return header + table + sectors + entries.ljust(_SECTOR, b"\0") + body


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    encoded = (name + "\0").encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16sIQQIQ",
        *(encoded, len(encoded), kind, 1, _FREE, _FREE, child, b"", 0, 0, 0, start, size),
    )


def native(name: str, data: bytes) -> bytes:
    """What the packager of Windows writes around a file."""
    label = name.encode() + b"\0"
    path = b"C:\\" + label
    inner = struct.pack("<H", 2) + label + path + struct.pack("<HH", 0, 3)
    inner += struct.pack("<I", len(path)) + path + struct.pack("<I", len(data)) + data
    return struct.pack("<I", len(inner)) + inner


HOLDING = book(rows(cell("C2", PLANTED)))
"""A workbook that shows the words: they are hidden by what it is put into."""
_INNER_LETTER = letter(paragraph(run(PLANTED)))
_OBJECT = '<w:r><w:object><v:shape/><o:OLEObject Type="Embed" r:id="{}"/></w:object></w:r>'


def _embedding(role: str, name: str, data: bytes) -> bytes:
    body = paragraph(_OBJECT.format(name.partition(".")[0]))
    return letter(body, {f"word/embeddings/{name}": (role, data)})


def _charted() -> bytes:
    chart = (
        '<c:chartSpace xmlns:c="urn:c" xmlns:r="{}"><c:externalData r:id="data"/></c:chartSpace>'
    )
    spaces = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    data = letter("", {"word/charts/chart1.xml": ("chart", chart.format(spaces))})
    return with_links(
        data, "word/charts/chart1.xml", {"word/embeddings/data.xlsx": ("package", HOLDING)}
    )


def _with_object() -> bytes:
    frame = '<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>'
    inner = sheets({"ก": (PLANTED, "")})
    content = made.members(inner)["content.xml"]
    return text(f"<text:p>{frame}</text:p>", members={"Object 1/content.xml": content})


INNER = {
    "workbook": ("docx", _embedding("package", "a.xlsx", HOLDING)),
    "object with a package": ("docx", _embedding("oleObject", "a.bin", ole("Package", HOLDING))),
    "object of the packager": (
        "docx",
        _embedding("oleObject", "a.bin", ole("\x01Ole10Native", native("a.xlsx", HOLDING))),
    ),
    "data of a chart": ("docx", _charted()),
    "three levels deep": (
        "docx",
        _embedding(
            "package",
            "a.docx",
            _embedding("package", "b.docx", _embedding("package", "c.xlsx", HOLDING)),
        ),
    ),
    "part that Word merges": (
        "docx",
        letter('<w:altChunk r:id="afchunk"/>', {"word/afchunk.docx": ("aFChunk", _INNER_LETTER)}),
    ),
    "object of OpenDocument": ("odt", _with_object()),
    "in a workbook": (
        "xlsx",
        with_links(
            book(f'{rows()}<oleObjects><oleObject r:id="a"/></oleObjects>'),
            "xl/worksheets/sheet1.xml",
            {"xl/embeddings/a.docx": ("package", letter(paragraph(run(PLANTED))))},
        ),
    ),
}
"""By name: the extension and bytes of a file that carries `PLANTED` in a file within."""


def _field(code: str) -> str:
    """A field whose code is split over runs."""
    half = len(code) // 2
    pieces = "".join(
        f'<w:r><w:instrText xml:space="preserve">{each}</w:instrText></w:r>'
        for each in (code[:half], code[half:])
    )
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return paragraph(
        mark.format("begin"), pieces, mark.format("separate"), run("ผล"), mark.format("end")
    )


def _formula(formula: str) -> bytes:
    return book(rows(f'<c r="B2"><f>{formula}</f><v>7</v></c>'))


def _linking(role: str, address: str, element: str = "") -> bytes:
    parts: dict[str, Part] = {"word/link.xml": (role, f"->{address}")}
    return letter(element, parts)


_TEMPLATE = with_links(
    letter(
        "",
        {"word/settings.xml": ("settings", story("settings", '<w:attachedTemplate r:id="t"/>'))},
    ),
    "word/settings.xml",
    {"word/t.dotm": ("attachedTemplate", "->https://example.org/t.dotm")},
)
ACTIVE = {
    "template elsewhere": ("docx", _TEMPLATE, ActiveKind.TEMPLATE),
    "field over runs": ("docx", letter(_field(" DDEAUTO c:\\\\a ")), ActiveKind.FIELD),
    "simple field": (
        "docx",
        letter(f'<w:p><w:fldSimple w:instr=" INCLUDETEXT a.docx ">{run("ผล")}</w:fldSimple></w:p>'),
        ActiveKind.FIELD,
    ),
    "picture elsewhere": ("docx", _linking("image", "https://example.org/a.png"), ActiveKind.LINK),
    "link to a machine": (
        "docx",
        _linking(
            "hyperlink",
            "file://server/a",
            f'<w:p><w:hyperlink r:id="link">{run("ผล")}</w:hyperlink></w:p>',
        ),
        ActiveKind.LINK,
    ),
    "object elsewhere": ("docx", _linking("oleObject", "file:///c:/a.xls"), ActiveKind.OBJECT),
    "web service": ("xlsx", _formula('WEBSERVICE("https://example.org")'), ActiveKind.FORMULA),
    "program in a formula": ("xlsx", _formula("cmd|'/c calc'!A1"), ActiveKind.FORMULA),
    "link in a formula": ("xlsx", _formula('HYPERLINK("file://server/a")'), ActiveKind.FORMULA),
    "connection": (
        "xlsx",
        book(rows(), parts={"xl/connections.xml": ("connections", "<connections/>")}),
        ActiveKind.CONNECTION,
    ),
    "other workbook": (
        "xlsx",
        book(rows(), parts={"xl/externalLinks/e.xml": ("externalLink", "<externalLink/>")}),
        ActiveKind.LINK,
    ),
    "section elsewhere": (
        "odt",
        text('<text:section><text:section-source xlink:href="file:///a.odt"/></text:section>'),
        ActiveKind.LINK,
    ),
    "event": (
        "odt",
        text('<script:event-listener script:event-name="dom:load"/>'),
        ActiveKind.SCRIPT,
    ),
    "formula of ods": (
        "ods",
        sheets({"ก": (SHOWN, "")}, row='table:formula="of:=WEBSERVICE(1)"'),
        ActiveKind.FORMULA,
    ),
}
"""By name: the extension and bytes of a file, and what it does."""
