"""Workbooks as programs other than Excel write them, part by part."""

from collections.abc import Mapping

from helpers.made_files import archive

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"

ROWS = (
    '<row r="1"><c r="A1" t="inlineStr"><is><t>รายการ</t></is></c>'
    '<c r="B1" t="inlineStr"><is><t>จำนวนเงิน</t></is></c></row>'
    '<row r="2"><c r="A2" t="inlineStr"><is><t>ค่าปรับ</t></is></c><c r="B2"><v>5</v></c></row>'
)
"""A table of one row, as it stands in a sheet."""


def links(*targets: tuple[str, str], relations: str = _RELATIONS) -> str:
    """A part of links: pairs of a type and a target, with ids r1, r2 and so on."""
    made = "".join(
        f'<Relationship Id="r{number}" Type="{relations}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}">{made}</Relationships>'


def worksheet(rows: str = ROWS, before: str = "", after: str = "") -> str:
    """A sheet's part without a dimension: what stands before its rows, they, and what follows."""
    return f'<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def members(
    sheet: str = "", more: Mapping[str, str] | None = None, date1904: str = "0"
) -> dict[str, str | bytes]:
    """The least that a workbook of one sheet needs, and more parts beside it."""
    return {
        "[Content_Types].xml": f'<Types><Override PartName="/xl/workbook.xml" '
        f'ContentType="{_MAIN_TYPE}"/></Types>',
        "_rels/.rels": links(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{_RELATIONS}">'
        f'<workbookPr date1904="{date1904}"/><sheets><sheet name="แผ่น" sheetId="1" r:id="r1"/>'
        "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": links(
            ("worksheet", "worksheets/sheet1.xml"),
            ("styles", "styles.xml"),
            ("sharedStrings", "sharedStrings.xml"),
        ),
        "xl/worksheets/sheet1.xml": sheet or worksheet(),
        **(more or {}),
    }


def raw_workbook(sheet: str = "", more: Mapping[str, str] | None = None) -> bytes:
    """A workbook of these parts."""
    return archive(members(sheet, more))


def strict_workbook() -> bytes:
    """A workbook in the Strict form of the standard, with other namespaces throughout."""
    parts: dict[str, str | bytes] = {
        name: str(content).replace(MAIN, STRICT_MAIN).replace(_RELATIONS, _STRICT_RELATIONS)
        for name, content in members().items()
    }
    return archive(parts)


def renamed(parts: Mapping[str, str | bytes], old: str, new: str) -> bytes:
    """A workbook with a text in the names of its parts replaced, and not where they are named."""
    return archive({name.replace(old, new): content for name, content in parts.items()})


def styles(*codes: str) -> str:
    """A part of styles: the first for plain numbers, then one for each code of a format."""
    formats = "".join(
        f'<numFmt numFmtId="{164 + at}" formatCode="{code}"/>' for at, code in enumerate(codes)
    )
    cells = "".join(f'<xf numFmtId="{164 + at}"/>' for at in range(len(codes)))
    return (
        f'<styleSheet xmlns="{MAIN}"><numFmts>{formats}</numFmts><fills><fill/></fills>'
        f'<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
        f'<cellXfs><xf numFmtId="0"/>{cells}</cellXfs></styleSheet>'
    )
