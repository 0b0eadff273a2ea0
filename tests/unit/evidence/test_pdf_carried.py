"""A PDF carries no files, does nothing by itself, and is read to its last page."""

from typing import Any

import pytest
from pypdf.generic import NameObject

from helpers import concealing_pdfs as concealing
from helpers import made_files as made
from helpers.concealing_pdfs import pdf_object, stream, words
from oit.evidence.concealed import ActiveKind, HiddenKind, HiddenPart
from oit.evidence.facts import TextLayer
from oit.evidence.faults import FileFault
from oit.evidence.location import Location, Where
from oit.evidence.pdf.syntax import text_blocks
from oit.evidence.read import read_content

ACTIONS: dict[str, tuple[dict[str, Any], ActiveKind]] = {
    "a script": ({"/S": "/JavaScript", "/JS": "app.alert(1)"}, ActiveKind.SCRIPT),
    "a program": ({"/S": "/Launch", "/F": "cmd.exe"}, ActiveKind.ACTION),
    "a form that is sent": ({"/S": "/SubmitForm", "/F": "https:"}, ActiveKind.ACTION),
    "data that is fetched": ({"/S": "/ImportData", "/F": "a.fdf"}, ActiveKind.ACTION),
    "a film": ({"/S": "/Rendition"}, ActiveKind.OBJECT),
    "another file": ({"/S": "/GoToR", "/F": "a.pdf"}, ActiveKind.LINK),
    "a file inside": ({"/S": "/GoToE"}, ActiveKind.LINK),
    "an address that runs": ({"/S": "/URI", "/URI": "javascript:alert(1)"}, ActiveKind.LINK),
    "somebody's disk": ({"/S": "/URI", "/URI": "file:///C:/Users/a"}, ActiveKind.LINK),
    "a share": ({"/S": "/URI", "/URI": "\\\\server\\a"}, ActiveKind.LINK),
}


def linked(action: dict[str, Any], key: str = "/A") -> bytes:
    """A page with a link that does something."""
    return concealing.annotated_pdf({"/Subtype": "/Link", key: action})


def opening(action: dict[str, Any]) -> bytes:
    """A document that does something when it is opened."""
    writer = made.pdf_writer(made.THAI)
    writer.root_object[NameObject("/OpenAction")] = pdf_object(action)
    return concealing.saved(writer)


@pytest.mark.parametrize("name", ACTIONS)
def test_what_acts_is_told(name: str) -> None:
    """On a click or by itself."""
    action, kind = ACTIONS[name]
    for data in (linked(action), opening(action), linked({"/E": action}, "/AA")):
        assert kind in {part.kind for part in read_content(data).active}


def test_a_link_to_a_page_is_harmless_unless_it_opens_by_itself() -> None:
    """A web address or another page of the document."""
    web, page = {"/S": "/URI", "/URI": "https://example.com/"}, {"/S": "/GoTo", "/D": "a"}
    assert read_content(linked(web)).active == ()
    assert read_content(linked({"/S": "/URI", "/URI": "annex.html"})).active == ()
    assert read_content(opening(page)).active == ()
    assert [part.kind for part in read_content(opening(web)).active] == [ActiveKind.ACTION]


@pytest.mark.parametrize("subtype", ["/3D", "/RichMedia", "/Movie", "/Sound", "/Screen"])
def test_media_are_told(subtype: str) -> None:
    """They start a program of their own."""
    (part,) = read_content(concealing.annotated_pdf({"/Subtype": subtype})).active
    assert part.kind is ActiveKind.OBJECT


def test_a_form_that_runs_is_told() -> None:
    """XFA."""
    writer = made.pdf_writer(made.THAI)
    writer.root_object[NameObject("/AcroForm")] = pdf_object({"/XFA": ["a", "b"]})
    (part,) = read_content(concealing.saved(writer)).active
    assert part.kind is ActiveKind.FORM


def test_an_object_is_told_by_its_generation() -> None:
    """Of two objects of one number, both are looked into."""
    data = concealing.second_generation(made.pdf())
    assert ActiveKind.SCRIPT in {part.kind for part in read_content(data).active}


def attached(entries: dict[str, Any]) -> bytes:
    """A PDF with an attachment on its page, described by `entries`, with a valid number."""
    writer = made.pdf_writer(made.THAI)
    text = writer._add_object(stream(f"เลข {made.VALID_ID}", {"/Type": "/EmbeddedFile"}))
    described = {"/Type": "/Filespec", "/EF": {"/UF": text}, **entries}
    note = {"/Type": "/Annot", "/Subtype": "/FileAttachment", "/Rect": [0, 0, 9, 9]}
    place = writer.pages[0]
    place[NameObject("/Annots")] = pdf_object([{**note, "/FS": described}])
    return concealing.saved(writer)


CARRIERS = {
    "a list of names": made.carrying_pdf(),
    "an attachment": attached({"/UF": "inner.txt"}),
    "a portfolio": concealing.portfolio("inner.txt", b"text"),
}


@pytest.mark.parametrize("data", CARRIERS.values(), ids=CARRIERS)
def test_a_file_inside_is_told_by_its_name(data: bytes) -> None:
    """Wherever it hangs."""
    part = HiddenPart(HiddenKind.FILE, Location(Where.HIDDEN, "inner.txt"))
    assert part in read_content(data).hidden


def test_files_inside_are_looked_into_to_any_depth() -> None:
    """A number in a workbook in a PDF in a PDF."""
    cell = f'<row r="1"><c r="A1" t="inlineStr"><is><t>{made.VALID_ID}</t></is></c></row>'
    inner = concealing.portfolio("list.xlsx", made.xlsx(cell))
    content = read_content(concealing.portfolio("inner.pdf", inner))
    (match,) = content.personal
    assert match.location.inside == "inner.pdf › list.xlsx"
    assert read_content(attached({"/UF": "a.txt"})).personal


@pytest.mark.parametrize("junk", [b"\xef\xbb\xbf", b"\r\n\r\n", b"HTTP/1.1 200 OK\r\n\r\n"])
def test_a_pdf_may_have_something_before_its_beginning(junk: bytes) -> None:
    """Browsers open it (ISO 32000-1, annex H.3.4.1)."""
    content = read_content(junk + made.pdf())
    assert content.pdf
    assert content.pdf.text_layer is TextLayer.READABLE


def test_what_stands_behind_a_pdf_is_looked_into() -> None:
    """A zip behind it opens as a zip."""
    content = read_content(made.pdf() + made.xlsx(author=""))
    assert HiddenPart(HiddenKind.FILE, Location(Where.HIDDEN, "end")) in content.hidden
    assert read_content(made.pdf() + made.VALID_ID.encode()).personal
    assert read_content(made.pdf() + b"\r\n\0\0\0\0").hidden == ()


@pytest.mark.parametrize("algorithm", ["RC4-40", "RC4-128", "AES-128", "AES-256"])
def test_a_restricted_file_that_opens_for_everybody_is_read(algorithm: str) -> None:
    """Nobody needs a password to read it."""
    data = concealing.restricted_pdf(algorithm, f"{made.THAI} {made.VALID_ID}")
    content = read_content(data)
    assert content.pdf
    assert len(content.personal) == 1


def test_every_page_is_searched() -> None:
    """However long the file: a number on page 590 of 600."""
    contents = [""] * 600
    contents[589] = words(made.VALID_ID)
    data = concealing.saved(concealing.drawn_writer(*contents))
    content = read_content(data)
    (match,) = content.personal
    assert (match.location.where, match.location.name) == (Where.PAGE, "590")
    assert content.unread == ()


def test_text_is_taken_of_pages_that_are_too_many_to_be_drawn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Forms too; a bracket with the word for an end in it is no end."""
    monkeypatch.setattr("oit.evidence.pdf.read.MAX_OPERATORS", 25)
    table = "40 690 400 25 re S " * 200
    data = concealing.drawn_pdf(f"{table} {words(made.VALID_ID)} {table}")
    assert [match.location.name for match in read_content(data).personal] == ["1"]
    assert text_blocks(b"0 0 m (a ET) Tj BT (b ET) Tj ET 1 w /F1 Do") == b"BT (b ET) Tj ET\n/F1 Do"


def test_pages_beyond_the_bounds_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """As a range; those before are read."""
    monkeypatch.setattr("oit.evidence.pdf.read.MAX_OPERATORS", 15)
    monkeypatch.setattr("oit.evidence.pdf.read.MAX_TEXT_OPERATORS", 10)
    (part,) = read_content(made.pdf(pages=9)).unread
    assert (part.location.where, part.fault) == (Where.PAGE, FileFault.TOO_COSTLY)
    assert part.location.name == "6-9"


def test_a_page_that_is_damaged_is_named() -> None:
    """What can be unpacked of it is not all of it."""
    writer = concealing.drawn_writer("", words() * 50, "")
    contents = concealing.inner(writer.pages[1], "/Contents").flate_encode()
    contents._data = contents._data[:40] + b"\xff" * 20 + contents._data[60:]
    writer.pages[1][NameObject("/Contents")] = writer._add_object(contents)
    (part,) = read_content(concealing.saved(writer)).unread
    assert (part.location.name, part.fault) == ("2", FileFault.UNREADABLE)


def test_a_page_whose_letters_no_font_tells_is_named() -> None:
    """Drawn letters without a table; a few of them are bullets."""
    font = {"/Type": "/Font", "/Subtype": "/Type3", "/FontBBox": [0, 0, 1, 1]}
    shapes = {f"/g{number}": stream("0 0 1 1 re f") for number in range(20)}
    names = [0, *(f"/g{number}" for number in range(20))]
    drawn = {"/CharProcs": shapes, "/Encoding": {"/Type": "/Encoding", "/Differences": names}}
    whole = {**font, **drawn, "/FontMatrix": [1, 0, 0, 1, 0, 0], "/FirstChar": 0, "/LastChar": 0}

    def shown(codes: str) -> bytes:
        content = f"BT /T3 12 Tf 1 0 0 1 50 600 Tm <{codes}> Tj ET"
        writer = concealing.drawn_writer(content)
        fonts = concealing.inner(concealing.inner(writer.pages[0], "/Resources"), "/Font")
        fonts[NameObject("/T3")] = pdf_object({**whole, "/Widths": [1]})
        return concealing.saved(writer)

    assert read_content(shown("0001020001")).unread == ()
    (part,) = read_content(shown("".join(f"{code:02x}" for code in range(20)))).unread
    assert part.location == Location(Where.PAGE, "1")


def test_thumbnails_and_data_of_programs_are_told() -> None:
    """A small picture of the page; a copy of the whole drawing."""
    writer = made.pdf_writer(made.THAI)
    page = writer.pages[0]
    page[NameObject("/Thumb")] = writer._add_object(concealing.picture_of_a_page())
    own = {"/Illustrator": {"/Private": writer._add_object(stream("copy"))}}
    page[NameObject("/PieceInfo")] = pdf_object(own)
    kinds = [part.kind for part in read_content(concealing.saved(writer)).hidden]
    assert sorted(kinds) == [HiddenKind.LEFTOVERS, HiddenKind.THUMBNAIL]
