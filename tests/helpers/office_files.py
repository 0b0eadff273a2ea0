"""Office files that hide something, each in one way, and whole enough for programs to open."""

from collections.abc import Mapping

from helpers import made_files as made

PLANTED = "เจ้าหน้าที่ซ่อน ไว้ในไฟล์"
"""Words that stand nowhere but where no reader sees them."""
SHOWN = "ประกาศฉบับที่ประชาชนเห็น"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT_WORD = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPES = "application/vnd.openxmlformats-officedocument."
SPACES = (
    f'xmlns:w="{_WORD}" xmlns:r="{_OFFICE}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
Part = tuple[str, str | bytes]
"""The role of a part, and what is in it; an address outside begins with `->`."""


def run(text: str, properties: str = "") -> str:
    """A run of text in a letter."""
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def paragraph(*runs: str) -> str:
    """A paragraph of runs."""
    return f"<w:p>{''.join(runs)}</w:p>"


def letter(body: str, parts: Mapping[str, Part] | None = None) -> bytes:
    """A Word file that shows `SHOWN` and the body, with parts that its main part links to."""
    document = f"<w:document {SPACES}><w:body>{paragraph(run(SHOWN))}{body}</w:body></w:document>"
    main = f"{_TYPES}wordprocessingml.document.main+xml"
    return _package("word/document.xml", document, main, parts or {})


def strict_letter(body: str) -> bytes:
    """The same in the Strict edition of the standard, with a prefix of its own."""
    members = made.members(letter(body))
    strict = {
        name: content.decode()
        .replace(_WORD, _STRICT_WORD)
        .replace(_OFFICE, _STRICT_OFFICE)
        .replace("<w:", "<ns7:")
        .replace("</w:", "</ns7:")
        .replace("xmlns:w=", "xmlns:ns7=")
        for name, content in members.items()
        if isinstance(content, bytes)
    }
    return made.archive(strict)


def story(kind: str, body: str) -> str:
    """A part of a letter beside its main one: `hdr`, `ftr`, `footnotes`."""
    return f"<w:{kind} {SPACES}>{body}</w:{kind}>"


def cell(address: str, text: str, style: int = 0) -> str:
    """A cell of a workbook."""
    return f'<c r="{address}" s="{style}" t="inlineStr"><is><t>{text}</t></is></c>'


def book(
    sheet: str,
    *,
    others: Mapping[str, tuple[str, str]] | None = None,
    names: str = "",
    parts: Mapping[str, Part] | None = None,
) -> bytes:
    """A workbook: the XML of its first sheet, and others by name with their state and XML."""
    sheets = {"มี.ค. 68": ("visible", sheet), **(others or {})}
    listed = "".join(
        f'<sheet name="{name}" sheetId="{number}" state="{state}" r:id="sheet{number}"/>'
        for number, (name, (state, _)) in enumerate(sheets.items(), 1)
    )
    root = (
        f'<workbook xmlns="{_SHEET}" xmlns:r="{_OFFICE}"><bookViews><workbookView activeTab="0"/>'
        f"</bookViews><sheets>{listed}</sheets>{names}</workbook>"
    )
    made_parts: dict[str, Part] = {
        f"xl/worksheets/sheet{number}.xml": (
            "worksheet",
            f'<worksheet xmlns="{_SHEET}" xmlns:r="{_OFFICE}">{inner}</worksheet>',
        )
        for number, (_, inner) in enumerate(sheets.values(), 1)
    }
    main = f"{_TYPES}spreadsheetml.sheet.main+xml"
    return _package("xl/workbook.xml", root, main, {**made_parts, **(parts or {})})


def rows(*cells: str, attributes: str = "") -> str:
    """The data of a sheet: a row that shows `SHOWN`, and one with attributes and cells."""
    return (
        f'<sheetData><row r="1">{cell("A1", SHOWN)}</row>'
        f'<row r="2" {attributes}>{"".join(cells)}</row></sheetData>'
    )


def styles(fonts: str = "<font/>", formats: str = "", looks: str = "<xf/>") -> Part:
    """The styles of a workbook: fonts, number formats, and the looks of cells."""
    fills = '<fills><fill><patternFill patternType="none"/></fill></fills>'
    return "styles", (
        f'<styleSheet xmlns="{_SHEET}"><numFmts>{formats}</numFmts><fonts>{fonts}</fonts>{fills}'
        f"<cellXfs>{looks}</cellXfs></styleSheet>"
    )


def strings(*texts: str) -> Part:
    """The strings that cells of a workbook share."""
    listed = "".join(f"<si><t>{text}</t></si>" for text in texts)
    return "sharedStrings", f'<sst xmlns="{_SHEET}">{listed}</sst>'


def _package(main: str, root: str, main_type: str, parts: Mapping[str, Part]) -> bytes:
    folder, _, file = main.rpartition("/")
    links = [_link(_id_of(name), role, name, text) for name, (role, text) in parts.items() if role]
    inside = {name: text for name, (_, text) in parts.items() if not _is_outside(text)}
    types = (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/{main}" ContentType="{main_type}"/>{_overrides(inside)}</Types>'
    )
    return made.archive(
        {
            "[Content_Types].xml": types,
            "_rels/.rels": _links(_link("r1", "officeDocument", main, "")),
            main: root,
            f"{folder}/_rels/{file}.rels": _links(*links),
            **inside,
        }
    )


_OVERRIDES = {
    "xl/worksheets/": "spreadsheetml.worksheet+xml",
    "xl/styles": "spreadsheetml.styles+xml",
    "xl/sharedStrings": "spreadsheetml.sharedStrings+xml",
    "xl/tables/": "spreadsheetml.table+xml",
    "word/header": "wordprocessingml.header+xml",
    "word/styles": "wordprocessingml.styles+xml",
}
"""Content types of parts, by how their names begin."""


def _overrides(parts: Mapping[str, str | bytes]) -> str:
    return "".join(
        f'<Override PartName="/{name}" ContentType="{_TYPES}{kind}"/>'
        for name in parts
        for start, kind in _OVERRIDES.items()
        if name.startswith(start) and name.endswith(".xml")
    )


def _id_of(name: str) -> str:
    """The id of the link to a part: its file's name without the end."""
    return name.rpartition("/")[2].partition(".")[0]


def _is_outside(text: str | bytes) -> bool:
    return isinstance(text, str) and text.startswith("->")


def _links(*links: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(links)}</Relationships>'


def _link(id_: str, role: str, name: str, text: str | bytes) -> str:
    leads = f'"{str(text)[2:]}" TargetMode="External"' if _is_outside(text) else f'"/{name}"'
    return f'<Relationship Id="{id_}" Type="{_OFFICE}/{role}" Target={leads}/>'


def with_links(data: bytes, part: str, links: Mapping[str, Part]) -> bytes:
    """The package with parts to which another than its main part links."""
    folder, _, file = part.rpartition("/")
    listed = (_link(_id_of(name), role, name, text) for name, (role, text) in links.items())
    inside = {name: text for name, (_, text) in links.items() if not _is_outside(text)}
    own = {f"{folder}/_rels/{file}.rels": _links(*listed)}
    return made.archive({**made.members(data), **inside, **own})
