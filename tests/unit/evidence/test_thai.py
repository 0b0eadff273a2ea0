"""Thai that can be read is told from Thai that only looks right, page by page."""

from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.clean_thai import FORMS, SPACED, held_out_texts, pages, paragraphs, wrapped
from helpers.thai_damage import DAMAGES
from maintain.thai_pairs import FILE, counted, texts
from oit.evidence.facts import TextLayer
from oit.evidence.thai import broken_pages, text_layer_of
from oit.evidence.thai_quality import is_damaged

PAGES = tuple(islice(pages(seed=21), 100))
NAMES = "\n".join(
    f"{number}. {first} {last}"
    for number, (first, last) in enumerate(
        (
            (first, last)
            for first in ("นายวิทยา", "น.ส.กมลชนก", "นายณัฐพงศ์", "นางพิมพ์ใจ", "ด.ช.ธนวัฒน์")
            for last in ("ศรีสุวรรณ", "อัครเดชา", "ชาญณรงค์", "วัฒนานุกูล", "ธรรมรักษ์", "กิตติวงศา")
        ),
        start=1,
    )
)
CLEAN = {
    "names": NAMES,
    "memo": "\n".join((*SPACED[:4], *FORMS)),
    "table": "รายการ  ราคา\n" + "กระดาษ  1,200.00\nวิธีเฉพาะเจาะจง  8,000.00\n" * 60,
    "spaced": "\n".join(SPACED * 2),
    "English": "The annual plan of the district – prepared for résumés, cafés and naïve readers. "
    * 9,
    "bullets": "\uf0b7 Purpose \uf0b7 Scope \x95 Readers of this policy and what they may expect",
    "Pali": "อิติปิ โส ภะคะวา อะระหัง สัมมาสัมพุทโธ วิชชาจะระณะสัมปันโน สุคะโต โลกะวิทู "
    "อะนุตตะโร ปุริสะทัมมะสาระถิ สัตถา เทวะมะนุสสานัง พุทโธ ภะคะวาติ สวากขาโต ภะคะวะตา ธัมโม",
    "official": "กิจกรรมเพื่อความโปร่งใส น้ำ ทํา ศักดิ์สิทธิ์ ฤๅษี เปล่าๆ ฯลฯ ปีงบประมาณ ๒๕๖๘",
    "slips": "แแปลก เเต่งตั้ง ที่ี สวัสดี ครับ า",
    "either order": "ผ\u0e49\u0e39ช่วยผ\u0e49\u0e39บริหารพ\u0e49\u0e39นกล\u0e48\u0e38มอย"
    "\u0e48\u0e39ค\u0e48\u0e39ส\u0e39\u0e49",
    "boxes": "เพศ □ชาย□หญิง อาชีพ □รับราชการ□ค้าขาย□อื่น ๆ ท่านพอใจหรือไม่?เพราะเหตุใด?โปรดระบุ",
    "months": "ม.ค. ก.พ. มี.ค. เม.ย. พ.ศ. น.ส. ผอ. ครม. กทม. " * 20,
}


@pytest.mark.parametrize("kind", DAMAGES)
def test_each_kind_of_damage_is_found_on_nearly_every_page(kind: str) -> None:
    """On 97 of 100 pages of sentences that the measure never saw."""
    damaged = [DAMAGES[kind](page) for page in PAGES]
    assert all(after != before for after, before in zip(damaged, PAGES, strict=True))
    assert sum(map(is_damaged, damaged)) >= 97


def test_no_clean_page_or_paragraph_is_called_broken() -> None:
    """Not one of 1,000 paragraphs, of the pages made of them, or of the engine's own messages."""
    clean = [*map(wrapped, islice(paragraphs(seed=4), 1000)), *PAGES, *held_out_texts()]
    assert [text for text in clean if is_damaged(text)] == []


@pytest.mark.parametrize("kind", CLEAN)
def test_what_only_looks_odd_is_clean(kind: str) -> None:
    """Spaced headings, forms, lists, tables, other languages, abbreviations, slips of a finger."""
    assert not is_damaged(CLEAN[kind])


@pytest.mark.parametrize(
    "text", ["ส\ufffdนักงานเขตค\ufffdขอ", "นำ้มันจำ่าย", "ทํ างานสํ านัก", "ส านักอ านวย", "ลงชืิ่่อ่่"]
)
def test_a_short_text_is_told_by_what_cannot_be_thai(text: str) -> None:
    """Twice is no slip, where a whole ำ stands nowhere."""
    assert is_damaged(text)


def test_broken_pages_are_told_by_their_numbers() -> None:
    """Among good ones, as where two programs made one file."""
    torn = DAMAGES["ำ torn apart"]
    texts = [*PAGES[:2], torn(PAGES[2]), torn(PAGES[3]), *PAGES[4:9], torn(PAGES[9])]
    assert broken_pages(texts) == (3, 4, 10)


def test_short_pages_are_judged_with_their_neighbours() -> None:
    """One of them says too little; a row of them says what a long page would."""
    lines = DAMAGES["consonants permuted"](PAGES[0]).split("\n")
    slides = [line[:60] for line in lines if len(line) > 60]
    assert not any(is_damaged(slide) for slide in slides)
    assert broken_pages([PAGES[1], *slides]) == tuple(range(2, len(slides) + 2))
    assert broken_pages([slides[0], PAGES[1], slides[1]]) == ()


def test_a_page_of_any_length_costs_no_more_than_a_long_one() -> None:
    """What stands behind is not judged, as no page of paper holds it."""
    assert broken_pages([PAGES[0] * 20 + "่" * 50_000]) == ()


def test_a_few_broken_pages_do_not_make_a_document_unreadable() -> None:
    """A fifth of its letters does."""
    assert text_layer_of(PAGES[:20], (3,)) is TextLayer.READABLE
    assert text_layer_of(PAGES[:3], (3,)) is TextLayer.THAI_BROKEN
    assert text_layer_of(["", " 12 "], ()) is TextLayer.NONE


@given(st.lists(st.text()))
def test_any_text_is_judged(texts: list[str]) -> None:
    """Whatever stands on the pages, each broken one is one of them."""
    broken = broken_pages(texts)
    assert set(broken) <= set(range(1, len(texts) + 1))
    assert text_layer_of(texts, broken) in TextLayer


def test_the_pairs_are_those_of_the_texts() -> None:
    """`python3 scripts/run.py thai_pairs` counts them, always to the same bytes."""
    assert FILE.read_text("utf-8") == counted(texts())
