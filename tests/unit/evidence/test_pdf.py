"""A PDF opens, has text that a machine can read, and does nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import made_files as made
from oit.evidence.concealed import ActiveKind
from oit.evidence.facts import PdfFacts, PersonalDataKind, TextLayer
from oit.evidence.faults import FileFault
from oit.evidence.location import Where
from oit.evidence.passages import Extract
from oit.evidence.pdf.read import read_pdf
from oit.evidence.personal_search import find_personal_data
from oit.evidence.thai_quality import is_damaged

_BROKEN = "ตัวอย\uf70aางข\uf70bอมูลที่ไม\uf70aอาจค\uf70bนได\uf70b"


def facts_of(data: bytes) -> Extract[PdfFacts]:
    found = read_pdf(data)
    assert isinstance(found, Extract), found
    return found


def test_a_good_file_is_readable() -> None:
    """Pages and author are told."""
    info = {"/Title": "แผน", "/Author": "สมชาย"}
    facts = facts_of(made.pdf(pages=3, info=info)).facts
    assert (facts.pages, facts.author) == (3, "สมชาย")
    assert facts.text_layer is TextLayer.READABLE
    extract = facts_of(made.pdf())
    assert (extract.hidden, extract.active, extract.unread) == ((), (), ())
    assert facts.pages_without_text == ()


def test_a_scan_has_no_text_layer() -> None:
    """A picture of a page is no text."""
    facts = facts_of(made.scan_pdf()).facts
    assert facts.text_layer is TextLayer.NONE
    assert facts.pages_without_text == (1,)


@pytest.mark.parametrize("text", [_BROKEN, "\ufffd" * 30, "่ีกา่ีขา้ีคา" * 3, "Ã¡ÒÃ»ÃÐ¡ÒÈÊÓ¹Ñ¡" * 3])
def test_broken_thai_is_told(text: str) -> None:
    """Private-use tone marks, lost characters, impossible order, another code page."""
    assert is_damaged(text)


def test_broken_thai_is_told_of_a_file() -> None:
    """As the PDF programs of old make it."""
    assert facts_of(made.pdf(_BROKEN)).facts.text_layer is TextLayer.THAI_BROKEN


@pytest.mark.parametrize(
    "text",
    [
        made.THAI,
        "กิจกรรมเพื่อความโปร่งใส น้ำ ทํา ศักดิ์สิทธิ์ ฤๅษี เปล่าๆ ฯลฯ ปีงบประมาณ ๒๕๖๘",
        "\uf0b7 Purpose \uf0b7 Scope of the policy and its readers",
        "Anti-bribery policy of the district office",
        "แแปลก",
        "เเต่งตั้ง",
    ],
)
def test_proper_text_is_readable(text: str) -> None:
    """Bullets of symbol fonts, English, and a slip of the finger are no breakage."""
    assert not is_damaged(text)


def test_a_locked_file_is_told() -> None:
    """Nobody reads it, assessors included."""
    assert read_pdf(made.encrypted_pdf()) is FileFault.ENCRYPTED


def test_what_acts_and_what_carries_is_told() -> None:
    """A script on opening; a file inside."""
    assert facts_of(made.javascript_pdf()).active[0].kind is ActiveKind.SCRIPT
    (inner,) = facts_of(made.carrying_pdf()).inner
    assert (inner.location.name, inner.data) == ("inner.txt", b"hidden")


def test_numbers_are_found_on_pages_in_notes_and_in_properties() -> None:
    """And the facts that are shown do not hold them."""
    written = made.pdf(f"ผู้รับเงิน {made.VALID_ID} ลงนาม", info={"/Author": made.VALID_ID})
    found = facts_of(written)
    places = [one.location for one in find_personal_data(found.passages)]
    assert [(one.where, one.name) for one in places] == [
        (Where.PAGE, "1"),
        (Where.PROPERTY, "Author"),
    ]
    assert made.VALID_ID not in repr(found.facts)
    [spot] = find_personal_data(facts_of(made.commented_pdf(made.VALID_ID)).passages)
    assert (spot.kind, spot.location.where) == (PersonalDataKind.NATIONAL_ID, Where.COMMENT)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"%PDF-1.7\n%%EOF", made.pdf()[:400]])
def test_a_broken_file_is_unreadable(data: bytes) -> None:
    """Cut short or empty."""
    assert read_pdf(data) is FileFault.UNREADABLE


def test_nothing_of_a_broken_file_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    """Warnings would quote it, numbers included."""
    whole = made.pdf(info={"/Title": made.VALID_ID})
    read_pdf(whole.replace(b"xref", b"xxxx").replace(b"/Title", b"xTitle"))
    read_pdf(whole.replace(b"/Title", b"xTitle"))
    assert not caplog.records


@given(st.data())
def test_no_damage_makes_the_reader_raise(data: st.DataObject) -> None:
    """Bytes changed anywhere end as facts or as a fault."""
    whole = bytearray(made.commented_pdf("หมายเหตุ"))
    for _ in range(data.draw(st.integers(1, 20))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    assert isinstance(read_pdf(bytes(whole)), (Extract, FileFault))
