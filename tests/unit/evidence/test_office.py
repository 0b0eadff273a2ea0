"""An office file tells who wrote it, what it hides, and all that it says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import concealing_files as concealing
from helpers import made_files as made
from oit.evidence.concealed import HiddenKind, HiddenPart, UnreadPart
from oit.evidence.facts import OfficeFacts, PersonalDataMatch
from oit.evidence.faults import FileFault
from oit.evidence.limits import MAX_DEPTH
from oit.evidence.location import Location, Where
from oit.evidence.passages import Extract
from oit.evidence.personal_search import find_personal_data
from oit.evidence.read import read_content, read_office
from oit.evidence.tables.values import column_name

_ID = made.VALID_ID
_RUN = "<w:r><w:t>{}</w:t></w:r>"


def office(data: bytes) -> Extract[OfficeFacts]:
    found = read_office(data)
    assert isinstance(found, Extract), found
    return found


def the_spot(data: bytes) -> PersonalDataMatch:
    [spot] = find_personal_data(office(data).passages)
    return spot


def place_in(data: bytes) -> tuple[Where, str, str]:
    place = the_spot(data).location
    return place.where, place.name, place.cell


@pytest.mark.parametrize(
    "data", [made.docx(), made.xlsx(), made.odf("text", ""), made.odf("spreadsheet", "")]
)
def test_authors_are_told_once(data: bytes) -> None:
    """Of properties and comments."""
    assert office(data).facts.authors == ("สมหญิง",)
    assert office(data).unread == ()


@pytest.mark.parametrize(
    "body",
    [
        f"<w:p>{_RUN.format(_ID)}</w:p>",
        f"<w:p>{_RUN.format(_ID[:5])}\n  {_RUN.format(_ID[5:])}</w:p>",
        f"<w:p><w:r><w:drawing><pos>12345</pos></w:drawing></w:r>{_RUN.format(_ID)}</w:p>",
        f"<w:p><w:r><w:pict><w:p>{_RUN.format(_ID)}</w:p></w:pict></w:r>{_RUN.format('12')}</w:p>",
        "<w:p><w:r>"
        + "<w:noBreakHyphen/>".join(
            f"<w:t>{one}</w:t>" for one in ("1", "1017", "00230", "70", "8")
        )
        + "</w:r></w:p>",
    ],
)
def test_a_number_in_a_letter_is_found(body: str) -> None:
    """Split over runs, beside drawings, with hyphens of its own kind."""
    assert place_in(made.docx(body)) == (Where.BODY, "word/document.xml", "")


@pytest.mark.parametrize(
    ("cells", "place"),
    [
        (f'<row><c r="G14"><v>{_ID}</v></c></row>', ("มี.ค. 68", "G14")),
        ('<row><c r="B2"><v>1.101700230708E12</v></c></row>', ("มี.ค. 68", "B2")),
        (f'<row><c r="A1" t="inlineStr"><is><t>{_ID}</t></is></c></row>', ("มี.ค. 68", "A1")),
    ],
)
def test_a_number_in_a_cell_is_found_by_sheet_and_address(
    cells: str, place: tuple[str, str]
) -> None:
    """As number and as text."""
    assert place_in(made.xlsx(cells)) == (Where.SHEET, *place)


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (made.xlsx(hidden=f'<row><c r="A1"><v>{_ID}</v></c></row>'), ("ร่าง", "A1")),
        (
            made.xlsx(f'<row><c r="A1" t="str"><f>"{_ID}"</f><v>x</v></c></row>'),
            ("มี.ค. 68", "A1"),
        ),
        (
            made.docx(f"<w:p><w:del><w:r><w:delText>{_ID}</w:delText></w:r></w:del></w:p>"),
            ("word/document.xml", ""),
        ),
    ],
)
def test_a_number_that_is_not_shown_is_found_too(data: bytes, place: tuple[str, str]) -> None:
    """In a hidden sheet, in a formula, deleted but kept; its place says that it is hidden."""
    assert place_in(data) == (Where.HIDDEN, *place)


def test_a_fraction_is_no_number_of_a_person() -> None:
    """What is computed has many digits."""
    found = office(made.xlsx(f'<row><c r="A1"><v>3.{_ID}</v></c></row>'))
    assert find_personal_data(found.passages) == ()


@pytest.mark.parametrize(
    ("part", "content", "where"),
    [
        ("xl/sharedStrings.xml", f"<sst><si><t>{_ID}</t></si></sst>", Where.HIDDEN),
        ("docProps/custom.xml", f"<Properties><p>{_ID}</p></Properties>", Where.PROPERTY),
        ("xl/pivotCache/p1.xml", f'<items><s v="{_ID}"/></items>', Where.HIDDEN),
        ("xl/comments2.xml", f"<comments><text><t>{_ID}</t></text></comments>", Where.COMMENT),
        ("xl/drawings/old.vml", f"<xml><br>{_ID}</xml>", Where.HIDDEN),
        ("xl/media/picture.png", f"<a>{_ID}</a>", Where.HIDDEN),
    ],
)
def test_a_number_is_found_where_nobody_looks(part: str, content: str, where: Where) -> None:
    """Unused strings, custom properties, caches, comments, drawings, parts in disguise."""
    data = made.archive({**made.xlsx_members(), part: content})
    assert the_spot(data).location.where is where


def test_a_string_that_is_used_is_placed_in_its_cell() -> None:
    """And not reported as left over too."""
    strings = f"<sst><si><t>x</t></si><si><r><t>{_ID[:4]}</t></r><r><t>{_ID[4:]}</t></r></si></sst>"
    cells = '<row><c r="C3" t="s"><v>1</v></c></row>'
    data = made.archive({**made.xlsx_members(cells), "xl/sharedStrings.xml": strings})
    assert place_in(data) == (Where.SHEET, "มี.ค. 68", "C3")


def test_a_number_in_a_comment_is_placed_at_its_cell() -> None:
    """Old comments and threads alike."""
    comments = f'<comments><comment ref="B7"><text><t>{_ID}</t></text></comment></comments>'
    data = made.archive({**made.xlsx_members(), "xl/comments1.xml": comments})
    assert place_in(data) == (Where.COMMENT, "xl/comments1.xml", "B7")


def test_sheets_that_are_hidden_are_told() -> None:
    """In both formats."""
    hidden = HiddenPart(HiddenKind.CELLS, Location(Where.SHEET, "ร่าง"))
    assert hidden in office(made.xlsx(hidden=made.CELL)).hidden
    styles = (
        '<office:automatic-styles><style:style style:family="table" style:name="ta2">'
        "<style:table-properties "
        'table:display="false"/></style:style></office:automatic-styles>'
    )
    cell = "<table:table-cell><text:p>ร่าง</text:p></table:table-cell>"
    row = f"<table:table-row>{cell}</table:table-row>"
    tables = (
        f'<table:table table:name="ร่าง" table:style-name="ta2">{row}</table:table>'
        '<table:table table:name="ก"/>'
    )
    found = office(made.odf("spreadsheet", tables, styles=styles))
    assert found.hidden == (hidden,)


def test_cells_of_opendocument_have_addresses_despite_repetition() -> None:
    """Repeated rows and columns count."""
    cell = f'<table:table-cell office:value="{_ID}"><text:p>1,101</text:p></table:table-cell>'
    row = f'<table:table-row><table:table-cell table:number-columns-repeated="26"/>{cell}'
    table = (
        '<table:table table:name="ก"><table:table-row table:number-rows-repeated="9"/>'
        f"{row}</table:table-row></table:table>"
    )
    assert place_in(made.odf("spreadsheet", table)) == (Where.SHEET, "ก", "AA10")


def test_a_number_in_an_opendocument_text_is_found() -> None:
    """Across spans."""
    body = f"<text:p>เลข {_ID[:3]}<text:span>{_ID[3:9]}</text:span>{_ID[9:]}</text:p>"
    assert the_spot(made.odf("text", body)).location.where is Where.BODY


def test_no_fact_holds_a_number() -> None:
    """Authors, sheets and places are redacted."""
    members = made.xlsx_members(f'<row><c r="A1"><v>{_ID}</v></c></row>', author=_ID)
    book = str(members["xl/workbook.xml"]).replace("มี.ค. 68", _ID).replace("ร่าง", _ID)
    found = office(made.archive({**members, "xl/workbook.xml": book}))
    assert _ID not in repr((found.facts, find_personal_data(found.passages)))


def test_what_is_embedded_is_told() -> None:
    """What cannot be looked into is told as such."""
    name = "xl/embeddings/oleObject1.bin"
    data = made.archive({**made.xlsx_members(), name: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"})
    content, place = read_content(data), Location(Where.HIDDEN, name)
    assert HiddenPart(HiddenKind.FILE, place) in content.hidden
    assert content.unread == (UnreadPart(place),)


def test_files_in_files_are_looked_into_to_a_bounded_depth() -> None:
    """A number three levels deep is found at its place; what is too deep is told."""
    data = made.docx(f"<w:p><w:r><w:t>{_ID}</w:t></w:r></w:p>")
    for _ in range(2):
        data = concealing.embedding_docx("inner.docx", data)
    content = read_content(concealing.embedding_docx("outer.docx", data))
    (match,) = content.personal
    part = "word/embeddings/inner.docx"
    assert match.location.inside == f"word/embeddings/outer.docx › {part} › {part}"
    assert match.location.where is Where.HIDDEN
    for _ in range(MAX_DEPTH):
        data = concealing.embedding_docx("inner.docx", data)
    assert FileFault.TOO_COSTLY in {part.fault for part in read_content(data).unread}


_LAUGHS = '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>'
_OUTSIDE = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>'


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (_LAUGHS, FileFault.UNREADABLE),
        (_OUTSIDE, FileFault.UNREADABLE),
        (_LAUGHS.encode("utf-16"), FileFault.UNREADABLE),
        ("<a>" * 5000, FileFault.UNREADABLE),
        ("<a><b></a>", FileFault.UNREADABLE),
        (b"\0" * 150_000_000, FileFault.TOO_COSTLY),
    ],
    ids=["entities", "outside", "utf-16", "deep", "broken", "bomb"],
)
def test_hostile_parts_end_as_faults(content: str | bytes, fault: FileFault) -> None:
    """Entities, depth, size."""
    data = made.archive({**made.xlsx_members(), "xl/worksheets/sheet9.xml": content})
    assert read_office(data) is fault


def test_a_locked_opendocument_is_told() -> None:
    """By its manifest."""
    manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
    locked = made.odf("text", "", **{"META-INF/manifest.xml": manifest})
    assert read_office(locked) is FileFault.ENCRYPTED


@given(
    st.sampled_from([made.docx(), made.xlsx(), made.odf("text", "<text:p>ก</text:p>")]), st.data()
)
def test_no_damage_makes_the_reader_raise(data: bytes, draw: st.DataObject) -> None:
    """Bytes changed anywhere end as facts or as a fault."""
    whole = bytearray(data)
    for _ in range(draw.draw(st.integers(1, 20))):
        whole[draw.draw(st.integers(0, len(whole) - 1))] = draw.draw(st.integers(0, 255))
    assert isinstance(read_office(bytes(whole)), (Extract, FileFault))


@given(st.dictionaries(st.sampled_from(sorted(made.xlsx_members())), st.text() | st.binary()))
def test_no_part_makes_the_reader_raise(parts: dict[str, str | bytes]) -> None:
    """Parts that hold anything."""
    data = made.archive({**made.xlsx_members(), **{k: v for k, v in parts.items() if _writes(v)}})
    assert isinstance(read_office(data), (Extract, FileFault))


def _writes(content: str | bytes) -> bool:
    return isinstance(content, bytes) or content.isascii() or content.isprintable()


@given(st.integers(1, 20_000))
def test_columns_are_named_as_in_spreadsheets(number: int) -> None:
    """A is 1, Z 26, AA 27."""
    value = 0
    for letter in column_name(number):
        value = value * 26 + ord(letter) - ord("A") + 1
    assert value == number
