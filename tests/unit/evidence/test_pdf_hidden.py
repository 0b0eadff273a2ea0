"""A page of a PDF says what its reader sees; what it hides is found, searched and told."""

import pytest

from helpers import concealing_pdfs as concealing
from helpers import made_files as made
from helpers.concealing_pdfs import BLACK_BOX, PLANTED, words
from oit.evidence.concealed import HiddenKind
from oit.evidence.facts import ContentFacts, PersonalDataKind
from oit.evidence.location import Where
from oit.evidence.read import read_content

_BIG = {"XObject": {"/Page": concealing.picture_of_a_page()}}
HIDDEN = {
    "without ink": concealing.drawn_pdf(f"3 Tr {words()}"),
    "as a clip": concealing.drawn_pdf(f"7 Tr {words()}"),
    "white on paper": concealing.drawn_pdf(f"1 g {words()}"),
    "nearly white, by ink": concealing.drawn_pdf(f"0 0 0 0.02 k {words()}"),
    "black on black": concealing.drawn_pdf(f"{BLACK_BOX} 0 0 0 rg {words()}"),
    "under a black box": concealing.drawn_pdf(f"{words()} {BLACK_BOX}"),
    "under a white box": concealing.drawn_pdf(f"{words()} 1 g 40 690 400 25 re f"),
    "under a thick line": concealing.drawn_pdf(f"{words()} 25 w 40 702 m 440 702 l S"),
    "under a rounded box": concealing.drawn_pdf(
        f"{words()} 45 690 m 440 690 l 445 690 445 720 440 720 c 45 720 l 35 720 35 690 45 690 c f"
    ),
    "under a small picture": concealing.drawn_pdf(
        f"{words()} q 400 0 0 25 40 690 cm /Page Do Q", **_BIG
    ),
    "as dots": concealing.drawn_pdf(words(size=0.4)),
    "as dots, by a matrix": concealing.drawn_pdf(f"q .01 0 0 .01 50 700 cm {words(x=0, y=0)} Q"),
    "beside the page": concealing.drawn_pdf(words(x=700)),
    "fully transparent": concealing.drawn_pdf(
        f"/Clear gs {words()}", ExtGState={"/Clear": {"/ca": 0.0}}
    ),
    "on a layer that is off": concealing.layered_pdf("OFF"),
    "under an annotation": concealing.annotated_pdf({"/Subtype": "/Square"}, "0 g 0 0 400 25 re f"),
    "in a note that is not shown": concealing.annotated_pdf(
        {"/Subtype": "/Text", "/F": 2, "/Contents": "หมายเหตุ ซ่อนไว้"}
    ),
    "in a field that is not shown": concealing.annotated_pdf(
        {"/Subtype": "/Widget", "/FT": "/Tx", "/F": 32, "/V": "ค่าที่ซ่อนไว้"}
    ),
}
SHOWN = {
    "white on a dark box": concealing.drawn_pdf(f"{BLACK_BOX} 1 g {words()}"),
    "white in a frame of a form": concealing.drawn_pdf(
        f"0 0 .5 rg 0 680 600 40 re f q 1 1 1 rg {words()} Q"
    ),
    "white on a picture": concealing.drawn_pdf(
        f"q 595 0 0 842 0 0 cm /Page Do Q 1 g {words()}", **_BIG
    ),
    "recognised on a scan": concealing.drawn_pdf(
        f"q 595 0 0 842 0 0 cm /Page Do Q 3 Tr {words()}", **_BIG
    ),
    "recognised under a scan": concealing.drawn_pdf(
        f"{words()} q 595 0 0 842 0 0 cm /Page Do Q", **_BIG
    ),
    "in a ring": concealing.drawn_pdf(f"{words()} 30 680 420 45 re 40 690 400 25 re f*"),
    "over a line": concealing.drawn_pdf(f"{words()} 40 698 400 0.7 re f"),
    "under a marker": concealing.drawn_pdf(
        f"{words()} /Marker gs 1 1 0 rg 40 690 400 25 re f",
        ExtGState={"/Marker": {"/BM": "/Multiply"}},
    ),
    "on a layer that is on": concealing.layered_pdf("ON"),
    "in a field": concealing.annotated_pdf(
        {"/Subtype": "/Widget", "/FT": "/Tx", "/F": 4, "/V": "ค่าที่เห็น"}, "q Q"
    ),
    "as an outline": concealing.drawn_pdf(f"1 g 0 G 1 Tr {words()}"),
    "once hidden and once shown": concealing.drawn_pdf(f"3 Tr {words()} 0 Tr {words(y=600)}"),
}


def kinds(content: ContentFacts) -> list[HiddenKind]:
    return [part.kind for part in content.hidden]


@pytest.mark.parametrize("data", HIDDEN.values(), ids=HIDDEN)
def test_what_nobody_sees_is_told_with_its_page(data: bytes) -> None:
    """Whatever hides it; nothing of it is in the excerpt."""
    content = read_content(data)
    (part,) = (part for part in content.hidden if part.kind is HiddenKind.TEXT)
    assert (part.location.where, part.location.name) == (Where.PAGE, "1")
    assert made.THAI in content.excerpt
    if b"/Annot" not in data or b"/Square" in data:
        assert PLANTED not in content.excerpt


@pytest.mark.parametrize("data", SHOWN.values(), ids=SHOWN)
def test_what_a_reader_sees_is_no_alarm(data: bytes) -> None:
    """It is in the excerpt."""
    content = read_content(data)
    assert HiddenKind.TEXT not in kinds(content)
    assert not content.unread
    assert PLANTED in content.excerpt


def test_one_name_under_a_box_is_found_within_its_line() -> None:
    """The rest of the line is still read."""
    line = words("ผู้รับเงิน นายสมมุติ ตัวอย่าง ลงนาม", size=10)
    content = read_content(concealing.drawn_pdf(f"{line} 0 g 105 695 70 14 re f"))
    assert kinds(content) == [HiddenKind.TEXT]
    assert "ผู้รับเงิน" in content.excerpt
    assert "สมมุติ" not in content.excerpt


def test_what_a_cell_is_too_small_for_is_hidden_by_nobody() -> None:
    """It is searched all the same, and not in the excerpt."""
    cut = f"q 40 500 200 15 re W n {words(f'ผู้รับเงิน {made.VALID_ID}')} Q"
    content = read_content(concealing.drawn_pdf(cut))
    assert content.hidden == ()
    assert [match.kind for match in content.personal] == [PersonalDataKind.NATIONAL_ID]


@pytest.mark.parametrize("name", [name for name in HIDDEN if not name.startswith("in a ")])
def test_a_number_in_hidden_text_is_found(name: str) -> None:
    """Hidden text is searched like any other."""
    planted = PLANTED.encode("utf-16-be").hex().encode()
    number = made.VALID_ID.encode("utf-16-be").hex().encode()
    assert planted in HIDDEN[name]
    data = HIDDEN[name].replace(planted, number.ljust(len(planted)))
    (match,) = read_content(data).personal
    assert match.location.where is Where.HIDDEN


def test_layers_that_are_on_are_pointed_out() -> None:
    """Their text is seen."""
    assert kinds(read_content(concealing.layered_pdf("ON"))) == [HiddenKind.LAYER]


def test_comments_are_pointed_out_with_their_page() -> None:
    """They are seen by who opens them."""
    (part,) = read_content(made.commented_pdf("ทบทวน")).hidden
    assert (part.kind, part.location.name) == (HiddenKind.COMMENT, "1")


def test_text_that_was_taken_out_and_kept_is_told() -> None:
    """A quick save leaves it in the file; a note or signature that is added loses nothing."""
    lost = read_content(concealing.corrected_pdf(words(), words("ข้อความใหม่")))
    assert kinds(lost) == [HiddenKind.LEFTOVERS]
    assert PLANTED not in lost.excerpt
    added = concealing.corrected_pdf(words(), f"{words()} {words('ลงนามแล้ว', y=600)}")
    assert kinds(read_content(added)) == []


def test_a_number_in_an_earlier_version_is_found() -> None:
    """At its version."""
    data = concealing.corrected_pdf(words(made.VALID_ID), words("ข้อความใหม่"))
    (match,) = read_content(data).personal
    assert (match.location.where, match.location.name) == (Where.HIDDEN, "version 1")


def test_a_page_that_nothing_leads_to_is_told() -> None:
    """Some programs take a page out of the list alone."""
    content = read_content(concealing.pdf_with_a_page_left())
    assert kinds(content) == [HiddenKind.LEFTOVERS]
    assert content.pdf
    assert content.pdf.pages == 1


def test_a_mark_that_is_drawn_apart_belongs_to_its_letter() -> None:
    """Programs place Thai vowels and tone marks by themselves."""
    apart = f"{words('ดำเน', x=50)} {words('ิ', x=90)} {words('นการ', x=76)}"
    assert "ดำเนินการ" in read_content(concealing.drawn_pdf(apart)).excerpt
