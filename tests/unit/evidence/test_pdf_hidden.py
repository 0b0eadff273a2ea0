"""A page of a PDF says what its reader sees; what it hides is found, searched and told."""

import pytest

from helpers import concealing_pdfs as concealing
from helpers import made_files as made
from helpers.concealing_pdfs import PLANTED, words
from helpers.hiding_pdfs import HIDDEN, SHOWN
from oit.evidence.concealed import HiddenKind
from oit.evidence.facts import ContentFacts, PersonalDataKind
from oit.evidence.location import Where
from oit.evidence.read import read_content


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


def test_a_form_that_no_page_draws_is_left_over() -> None:
    """Whoever opens the file by a program reads it."""
    content = read_content(concealing.form_pdf(words("ข้อความที่ประชาชนอ่าน")))
    assert kinds(content) == [HiddenKind.LEFTOVERS]
    assert PLANTED not in content.excerpt
