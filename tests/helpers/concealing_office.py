"""Ways in which office files hide words, by name: what each file is, and how it hides them."""

from dataclasses import dataclass

from helpers.odf_files import sheets, text
from helpers.office_files import (
    PLANTED,
    SHOWN,
    book,
    cell,
    letter,
    paragraph,
    rows,
    run,
    story,
    strict_letter,
    strings,
    styles,
)
from oit.evidence.concealed import HiddenKind


@dataclass(frozen=True, slots=True)
class Hiding:
    """A file, and how and where it hides `PLANTED`."""

    extension: str
    data: bytes
    kind: HiddenKind
    place: str
    """The name of the part or sheet."""
    cell: str = ""


_BODY = "word/document.xml"
_DELETED = f"<w:del><w:r><w:delText>{PLANTED}</w:delText></w:r></w:del>"
_MOVED = f"<w:moveFrom>{run(PLANTED)}</w:moveFrom>"
_VANISHED = run(PLANTED, "<w:vanish/>")
_WHITE = run(PLANTED, '<w:color w:val="FEFEFE"/>')
_BOX = (
    "<w:r><w:pict><v:shape{style}><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox>"
    "</v:shape></w:pict></w:r>"
)
_TRACKED, _TEXT = HiddenKind.TRACKED, HiddenKind.TEXT
_CELLS, _FILTERED = HiddenKind.CELLS, HiddenKind.FILTERED
_LEFT = HiddenKind.LEFTOVERS


def _word(body: str, kind: HiddenKind) -> Hiding:
    return Hiding("docx", letter(body), kind, _BODY)


def _style(name: str, properties: str, based_on: str = "", kind: str = "paragraph") -> str:
    parent = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}">{parent}<w:rPr>{properties}</w:rPr></w:style>'
    )


def _styled(paragraph_style: str, *named: str) -> bytes:
    body = f'<w:p><w:pPr><w:pStyle w:val="{paragraph_style}"/></w:pPr>{run(PLANTED)}</w:p>'
    return letter(body, {"word/styles.xml": ("styles", story("styles", "".join(named)))})


LETTERS = {
    "deleted": _word(paragraph(_DELETED), _TRACKED),
    "moved": _word(paragraph(_MOVED), _TRACKED),
    "deleted within an insertion": _word(paragraph(f"<w:ins>{_DELETED}</w:ins>"), _TRACKED),
    "row deleted": _word(
        f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{paragraph(run(PLANTED))}</w:tc></w:tr>"
        f"<w:tr><w:tc>{paragraph(run(SHOWN))}</w:tc></w:tr></w:tbl>",
        _TRACKED,
    ),
    "cell deleted": _word(
        f"<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel/></w:tcPr>{paragraph(run(PLANTED))}</w:tc></w:tr>"
        "</w:tbl>",
        _TRACKED,
    ),
    "strict": Hiding("docx", strict_letter(paragraph(_DELETED)), _TRACKED, _BODY),
    "vanished": _word(paragraph(_VANISHED), _TEXT),
    "vanished in a text box": _word(
        paragraph(_BOX.format(style="", inner=paragraph(_VANISHED))), _TEXT
    ),
    "hidden shape": _word(
        paragraph(_BOX.format(style=' style="visibility:hidden"', inner=paragraph(run(PLANTED)))),
        _TEXT,
    ),
    "vanished by a style": Hiding("docx", _styled("a", _style("a", "<w:vanish/>")), _TEXT, _BODY),
    "vanished by an inherited style": Hiding(
        "docx", _styled("b", _style("a", "<w:vanish/>"), _style("b", "", "a")), _TEXT, _BODY
    ),
    "white": _word(paragraph(_WHITE), _TEXT),
    "white by the theme": _word(
        paragraph(run(PLANTED, '<w:color w:themeColor="background1"/>')), _TEXT
    ),
    "of the colour behind": _word(
        paragraph(run(PLANTED, '<w:color w:val="4F81BD"/><w:shd w:val="clear" w:fill="4F81BD"/>')),
        _TEXT,
    ),
    "blackened": _word(paragraph(run(PLANTED, '<w:highlight w:val="black"/>')), _TEXT),
    "tiny": _word(paragraph(run(PLANTED, '<w:sz w:val="2"/>')), _TEXT),
    "narrow": _word(paragraph(run(PLANTED, '<w:w w:val="1"/>')), _TEXT),
    "squeezed": _word(
        f'<w:p><w:pPr><w:spacing w:line="1" w:lineRule="exact"/></w:pPr>{run(PLANTED)}</w:p>', _TEXT
    ),
    "hidden row": _word(
        f"<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>{paragraph(run(PLANTED))}</w:tc></w:tr>"
        f"<w:tr><w:tc>{paragraph(run(SHOWN))}</w:tc></w:tr></w:tbl>",
        _TEXT,
    ),
    "deleted in a header": Hiding(
        "docx",
        letter("", {"word/header1.xml": ("header", story("hdr", paragraph(_DELETED)))}),
        _TRACKED,
        "word/header1.xml",
    ),
    "vanished in a footnote": Hiding(
        "docx",
        letter(
            "",
            {
                "word/footnotes.xml": (
                    "footnotes",
                    story("footnotes", f'<w:footnote w:id="1">{paragraph(_VANISHED)}</w:footnote>'),
                )
            },
        ),
        _TEXT,
        "word/footnotes.xml",
    ),
    "variable": Hiding(
        "docx",
        letter(
            "",
            {
                "word/settings.xml": (
                    "settings",
                    story(
                        "settings",
                        f'<w:docVars><w:docVar w:name="a" w:val="{PLANTED}"/></w:docVars>',
                    ),
                )
            },
        ),
        _LEFT,
        "word/settings.xml",
    ),
    "part that nothing links to": Hiding(
        "docx",
        letter("", {"word/document2.xml": ("", story("document", paragraph(run(PLANTED))))}),
        _LEFT,
        "word/document2.xml",
    ),
    "building block": Hiding(
        "docx",
        letter(
            "",
            {
                "word/glossary/document.xml": (
                    "glossaryDocument",
                    story("glossaryDocument", paragraph(run(PLANTED))),
                )
            },
        ),
        _LEFT,
        "word/glossary/document.xml",
    ),
}
_DATA = cell("C2", PLANTED)
_WHITE_LOOK = styles('<font/><font><color rgb="FFFFFFFF"/></font>', "", '<xf/><xf fontId="1"/>')
_BLANK_LOOK = styles(
    formats='<numFmt numFmtId="165" formatCode=";;;"/>', looks='<xf/><xf numFmtId="165"/>'
)
_SHEET = "มี.ค. 68"


def _excel(sheet: str, kind: HiddenKind = _CELLS, at: str = "C2") -> Hiding:
    return Hiding("xlsx", book(sheet), kind, _SHEET, at)


def _pivot(*texts: str) -> bytes:
    items = "".join(f'<s v="{each}"/>' for each in texts)
    cache = f"<pivotCacheDefinition><sharedItems>{items}</sharedItems></pivotCacheDefinition>"
    part = ("pivotCacheDefinition", cache)
    return book(rows(), parts={"xl/pivotCache/pivotCacheDefinition1.xml": part})


BOOKS = {
    "hidden sheet": Hiding(
        "xlsx", book(rows(), others={"ร่าง": ("hidden", rows(_DATA))}), _CELLS, "ร่าง"
    ),
    "very hidden sheet": Hiding(
        "xlsx", book(rows(), others={"ร่าง": ("veryHidden", rows(_DATA))}), _CELLS, "ร่าง"
    ),
    "hidden row": _excel(rows(_DATA, attributes='hidden="1"')),
    "row of no height": _excel(rows(_DATA, attributes='ht="0"')),
    "hidden column": _excel(f'<cols><col min="3" max="3" hidden="true"/></cols>{rows(_DATA)}'),
    "filtered row": _excel(
        rows(_DATA, attributes='hidden="1"')
        + '<autoFilter ref="A1:C9"><filterColumn colId="0"/></autoFilter>',
        _FILTERED,
    ),
    "covered cell": _excel(
        f'{rows(cell("B2", "หัวเรื่อง"), _DATA)}<mergeCells><mergeCell ref="B2:C2"/></mergeCells>'
    ),
    "white": Hiding(
        "xlsx",
        book(rows(cell("C2", PLANTED, 1)), parts={"xl/styles.xml": _WHITE_LOOK}),
        _TEXT,
        _SHEET,
        "C2",
    ),
    "format that shows nothing": Hiding(
        "xlsx",
        book(rows(cell("C2", PLANTED, 1)), parts={"xl/styles.xml": _BLANK_LOOK}),
        _TEXT,
        _SHEET,
        "C2",
    ),
    "unused string": Hiding(
        "xlsx",
        book(rows(), parts={"xl/sharedStrings.xml": strings(PLANTED)}),
        _LEFT,
        "xl/sharedStrings.xml",
    ),
    "pivot cache": Hiding(
        "xlsx", _pivot(PLANTED), _LEFT, "xl/pivotCache/pivotCacheDefinition1.xml"
    ),
    "hidden name": Hiding(
        "xlsx",
        book(
            rows(),
            names='<definedNames><definedName name="a" hidden="1">'
            f'"{PLANTED}"</definedName></definedNames>',
        ),
        _CELLS,
        "xl/workbook.xml",
    ),
    "earlier values": Hiding(
        "xlsx",
        book(
            rows(),
            parts={
                "xl/revisions/revisionLog1.xml": (
                    "revisionLog",
                    f"<revisions><rcc><oc><is><t>{PLANTED}</t></is></oc></rcc></revisions>",
                )
            },
        ),
        _TRACKED,
        "xl/revisions/revisionLog1.xml",
    ),
}
_HIDES = '<style:style style:name="{}" style:family="{}"><style:{}-properties {}/></style:style>'
ODFS = {
    "deleted in a text": Hiding(
        "odt",
        text(
            "<text:tracked-changes><text:changed-region><text:deletion>"
            f"<text:p>{PLANTED}</text:p></text:deletion></text:changed-region>"
            "</text:tracked-changes>"
        ),
        _TRACKED,
        "content.xml",
    ),
    "hidden section": Hiding(
        "odt",
        text(f'<text:section text:display="none"><text:p>{PLANTED}</text:p></text:section>'),
        _TEXT,
        "content.xml",
    ),
    "hidden span": Hiding(
        "odt",
        text(
            f'<text:p>ก<text:span text:style-name="h">{PLANTED}</text:span>ข</text:p>',
            _HIDES.format("h", "text", "text", 'text:display="none"'),
        ),
        _TEXT,
        "content.xml",
    ),
    "white paragraph": Hiding(
        "odt",
        text(
            f'<text:p text:style-name="h">{PLANTED}</text:p>',
            _HIDES.format("h", "paragraph", "text", 'fo:color="#ffffff"'),
        ),
        _TEXT,
        "content.xml",
    ),
    "hidden field": Hiding(
        "odt",
        text(f'<text:p>ก<text:hidden-text text:string-value="{PLANTED}"/></text:p>'),
        _TEXT,
        "content.xml",
    ),
    "hidden paragraph": Hiding(
        "odt",
        text(f'<text:p><text:hidden-paragraph text:is-hidden="true"/>{PLANTED}</text:p>'),
        _TEXT,
        "content.xml",
    ),
    "hidden sheet of ods": Hiding(
        "ods",
        sheets(
            {"ก": (SHOWN, ""), "ร่าง": (PLANTED, 'table:style-name="h"')},
            _HIDES.format("h", "table", "table", 'table:display="false"'),
        ),
        _CELLS,
        "ร่าง",
    ),
    "hidden row of ods": Hiding(
        "ods", sheets({"ก": (SHOWN, "")}, row='table:visibility="collapse"'), _CELLS, "ก", "A2"
    ),
    "filtered row of ods": Hiding(
        "ods", sheets({"ก": (SHOWN, "")}, row='table:visibility="filter"'), _FILTERED, "ก", "A2"
    ),
    "hidden column of ods": Hiding(
        "ods", sheets({"ก": (SHOWN, "")}, column='table:visibility="collapse"'), _CELLS, "ก", "B1"
    ),
}
HIDING = {**LETTERS, **BOOKS, **ODFS}
