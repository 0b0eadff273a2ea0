"""What of a document the search may know."""

from helpers.made_files import VALID_ID, docx
from helpers.support import SAMPLE, as_of, judged
from oit.evidence.location import Location, Where
from oit.evidence.passages import MAX_EXCERPT, Passage, excerpt
from oit.evidence.read import read_content
from oit.outputs.evidence_files import published_files
from oit.outputs.search_index import document_entries

PAGE = Location(Where.PAGE, "1")


def test_an_excerpt_is_bounded_and_has_no_line_breaks() -> None:
    """It is for finding the document, not for reading it."""
    long = [Passage(PAGE, "ก ข\nค " * MAX_EXCERPT)] * 3
    found = excerpt(long)
    assert len(found) == MAX_EXCERPT
    assert "\n" not in found


def test_an_excerpt_holds_what_is_written_and_not_what_is_hidden() -> None:
    """Comments, properties and what no reader sees stay out."""
    hidden = [Passage(Location(where), "ลับ") for where in Where if where is not Where.PAGE]
    body = Where.BODY
    assert excerpt([one for one in hidden if one.location.where is not body]) == ""
    assert excerpt([Passage(Location(body), "เปิดเผย")]) == "เปิดเผย"


def test_two_letters_drawn_as_one_are_two_letters_again() -> None:
    """People search for office, whatever a PDF made of it; ำ stays as people type it."""
    assert excerpt([Passage(PAGE, "o\ufb03ce ทำ")]) == "office ทำ"


def test_a_letter_that_is_stored_as_two_is_as_people_type_it() -> None:
    """Programs store ำ as a circle and า with a tone mark on either side, and ู behind a tone."""
    stored = "ท\u0e4d\u0e32 น\u0e49\u0e4d\u0e32 ค\u0e4d\u0e48\u0e32 ผ\u0e49\u0e39 เ\u0e40ผน"
    assert excerpt([Passage(PAGE, stored)]) == "ทำ น้ำ ค่ำ ผ\u0e39\u0e49 แผน"


def test_a_document_that_exposes_somebody_has_no_excerpt() -> None:
    """What must not be published is not put into the search either."""
    body = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
    assert read_content(docx(body.format("ประกาศ"))).excerpt == "ประกาศ"
    exposing = read_content(docx(body.format(f"ประกาศ {VALID_ID}")))
    assert exposing.personal
    assert exposing.excerpt == ""


def test_documents_are_found_once_with_their_item_and_their_sample_mark() -> None:
    """However many requirements one fills."""
    entries = document_entries(published_files(judged(SAMPLE, as_of("2025-04-29"))))
    paths = [entry.path for entry in entries]
    assert len(paths) == len(set(paths))
    (manual,) = [entry for entry in entries if entry.path == "2568/o7/service-manual.pdf"]
    assert manual.title.endswith("(ตัวอย่าง – มิใช่ข้อมูลจริง) · ข้อ O7")
    assert "ตัวอย่าง" in manual.sections[0].prose[0]
