"""The fonts and the named styles of a letter in Word, so that who edits it changes one style."""

from enum import StrEnum
from typing import NamedTuple

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_LEADER
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.parts.document import DocumentPart
from docx.shared import Length, Mm, Pt
from docx.styles.style import CharacterStyle, ParagraphStyle

FONT = "TH Sarabun New"
"""The face of official letters."""
OTHER_FONTS = ("TH SarabunPSK", "Sarabun")
"""What Word takes in its place, in order, where it is not installed."""
BODY_SIZE = 16
"""In points."""


class Face(StrEnum):
    """The styles of paragraphs."""

    TITLE = "Letter Title"
    HEAD = "Letter Head"
    NOTICE = "Letter Notice"
    SALUTATION = "Letter Salutation"
    PASSAGE = "Letter Passage"
    LINE = "Letter Line"
    SIGNATURE = "Letter Signature"
    ENCLOSURE = "Letter Enclosure"
    COLUMN = "Letter Column"
    CELL = "Letter Cell"


LABEL = "Letter Label"
"""The style of the characters of a label."""


class _Form(NamedTuple):
    """How a style differs from the text around it."""

    size: int = BODY_SIZE
    bold: bool = False
    alignment: WD_ALIGN_PARAGRAPH | None = None
    before: int = 0
    """Points above."""
    first_line: Length | None = None


_CENTRE = WD_ALIGN_PARAGRAPH.CENTER
_FORMS = {
    Face.TITLE: _Form(size=29, bold=True, alignment=_CENTRE),
    Face.HEAD: _Form(),
    Face.NOTICE: _Form(alignment=_CENTRE, before=6),
    Face.SALUTATION: _Form(before=6),
    Face.PASSAGE: _Form(before=6, first_line=Mm(25)),
    Face.LINE: _Form(first_line=Mm(35)),
    Face.SIGNATURE: _Form(alignment=_CENTRE),
    Face.ENCLOSURE: _Form(bold=True),
    Face.COLUMN: _Form(size=14, bold=True),
    Face.CELL: _Form(size=14),
}
_LABEL_FORM = _Form(size=20, bold=True)
_STOPS = (Mm(80), Mm(160))
"""Where the dotted lines of a label end: in the middle, and at the right margin."""
_FONT_TABLE = (
    f'<w:fonts {nsdecls("w")}><w:font w:name="{FONT}"><w:altName w:val="{",".join(OTHER_FONTS)}"/>'
    '<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
).encode()


def set_fonts(document: WordDocument) -> None:
    """The fonts of all text, and what takes their place on a machine without them."""
    defaults = document.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:rPr')}")
    for properties in (_normal(document).element.get_or_add_rPr(), defaults):
        fonts = properties.get_or_add_rFonts()
        fonts.attrib.clear()  # names of a theme's fonts, which would win
        for name in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{name}"), FONT)
    _list_fonts(document.part)


def set_styles(document: WordDocument) -> None:
    """The style Normal, and the letter's own, each of its size twice: for Latin and for Thai."""
    normal = _normal(document)
    _set_size(normal, BODY_SIZE)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-US")
    language.set(qn("w:bidi"), "th-TH")
    normal.element.rPr.append(language)
    spacing = normal.paragraph_format
    spacing.space_before = spacing.space_after = Pt(0)
    spacing.line_spacing = 1.0
    for face, form in _FORMS.items():
        _add_style(document, face, form)
    label = document.styles.add_style(LABEL, WD_STYLE_TYPE.CHARACTER)
    _set_characters(label, _LABEL_FORM)


def _add_style(document: WordDocument, face: Face, form: _Form) -> None:
    style = document.styles.add_style(face, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = _normal(document)
    _set_characters(style, form)
    layout = style.paragraph_format
    layout.alignment, layout.space_before = form.alignment, Pt(form.before)
    layout.first_line_indent = form.first_line
    if face is Face.HEAD:
        for stop in _STOPS:
            layout.tab_stops.add_tab_stop(stop, leader=WD_TAB_LEADER.DOTS)


def _set_characters(style: CharacterStyle, form: _Form) -> None:
    _set_size(style, form.size)
    style.font.bold = style.font.cs_bold = form.bold


def _set_size(style: CharacterStyle, points: int) -> None:
    style.font.size = Pt(points)
    size = OxmlElement("w:szCs")
    size.set(qn("w:val"), str(points * 2))
    # Right after `w:sz`, as the schema of WordprocessingML wants it.
    style.element.rPr.find(qn("w:sz")).addnext(size)


def _normal(document: WordDocument) -> ParagraphStyle:
    normal = document.styles["Normal"]
    if not isinstance(normal, ParagraphStyle):
        raise TypeError("the style Normal is not a paragraph style")
    return normal


def _list_fonts(part: DocumentPart) -> None:
    """Puts a table of the letter's fonts in the place of the library's own."""
    known = next(
        key for key, rel in part.rels.items() if rel.reltype == RELATIONSHIP_TYPE.FONT_TABLE
    )
    del part.rels[known]
    table = Part(
        PackURI("/word/fontTable.xml"), CONTENT_TYPE.WML_FONT_TABLE, _FONT_TABLE, part.package
    )
    part.relate_to(table, RELATIONSHIP_TYPE.FONT_TABLE)
