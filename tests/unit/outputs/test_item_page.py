"""The page of an item: the answer first, everything once, and nothing of a text lost."""

import html
import re

import pytest

from helpers.support import SAMPLE, as_of, judged, published
from oit.assessment.result import ItemAssessment
from oit.model.record import FileEvidence, SectionEvidence

DAYS = ("2025-03-04", "2025-04-30")


def texts_of(day: str) -> dict[str, str]:
    """The pages by address, without the marks that keep words together."""
    pages = published(SAMPLE, as_of(day)).pages
    return {page.path: re.sub(r'<span class="nb">(.*?)</span>', r"\1", page.html) for page in pages}


def items_of(day: str) -> list[tuple[str, ItemAssessment]]:
    """Every item with the address of its page."""
    rounds = judged(SAMPLE, as_of(day)).rounds
    return [
        (f"{round_.fiscal_year}/{item.id.lower()}/", item)
        for round_ in rounds
        for item in round_.items
    ]


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("prefix", ["", "en/"])
def test_nothing_of_a_record_s_text_is_lost(day: str, prefix: str) -> None:
    """Wherever a text was cut, all its words stand on the page, in both languages."""
    pages = texts_of(day)
    for path, item in items_of(day):
        shown = html.unescape(re.sub(r"<[^>]+>", " ", pages[prefix + path]))
        for unit in item.units:
            body = re.sub(r"(?m)\{#[\w-]+\}|\]\([^)]*\)|^\d+\. ", " ", unit.unit.document.body)
            words = re.findall(r"[\w\u0e00-\u0e7f]+", body)
            assert [word for word in words if not _is_in(word, shown)] == [], path


def _is_in(word: str, shown: str) -> bool:
    """As it was written, or a figure with the separators of a table."""
    return word in shown or (word.isdecimal() and f"{int(word):,}" in shown)


@pytest.mark.parametrize("day", DAYS)
def test_every_disclosure_is_content_exactly_once(day: str) -> None:
    """A table stands once, and a text under one heading; elsewhere there are links to them."""
    pages = texts_of(day)
    for path, item in items_of(day):
        captions = re.findall(r"<caption[^>]*>(.*?)(?: <span|</caption>)", pages[path])
        for shown in item.shown_evidence():
            evidence = shown.evidence
            if isinstance(evidence, FileEvidence):
                assert f"{path}{evidence.file}" in pages[path]
                if shown.facts and shown.facts.table and shown.facts.table.preview:
                    title = re.escape(html.escape(evidence.title))
                    named = [name for name in captions if re.fullmatch(rf"{title}( \(.*\))?", name)]
                    assert len(named) == 1, evidence.title  # its caption may name the unit
            elif isinstance(evidence, SectionEvidence):
                division = shown.disclosure.unit.division
                name = "-".join(filter(None, ("text", division, evidence.section)))
                assert pages[path].count(f'id="{name}"') == 1, name


def test_the_newest_period_is_open_and_older_ones_are_lines() -> None:
    """Newest first, and before what is owed once."""
    page = texts_of("2025-04-30")["2568/o15/"]
    latest, ledger = page.index("ล่าสุด: เดือนมีนาคม 2568"), page.index('<ul class="ledger">')
    assert latest < page.index("<table") < ledger
    assert ledger < page.index("<b>เดือนกุมภาพันธ์ 2568</b>") < page.index("<b>เดือนตุลาคม 2567</b>")
    assert ledger < page.index('id="requirement-announcements"')


def test_an_empty_period_that_is_not_due_is_one_sentence() -> None:
    """What is to come next is told once, and the periods after it are not listed."""
    page = texts_of("2024-12-20")["2568/o15/"]
    assert "งวดถัดไป: เดือนธันวาคม 2567" in page or "ยังไม่ถึงกำหนด" in page
    assert page.count("งวดถัดไป") <= 1


def test_a_period_after_the_newest_is_no_earlier_one() -> None:
    """On a day that is past, what was published later stands apart, as not due yet."""
    page = texts_of("2025-03-04")["2568/o15/"]
    newer, earlier = page.index("งวดหลังจากนั้น"), page.index("งวดก่อนหน้า")
    assert page.index("ล่าสุด: เดือนมกราคม 2568") < newer
    assert newer < page.index("<b>เดือนกุมภาพันธ์ 2568</b>") < earlier
    assert earlier < page.index("<b>เดือนธันวาคม 2567</b>")
    assert "งวดหลังจากนั้น" not in texts_of("2025-04-30")["2568/o15/"]


def test_a_phone_shows_the_first_rows_of_a_long_table_that_is_not_the_newest_period() -> None:
    """Of texts and of what is owed once; how many there are is said, in the page's language."""
    pages = texts_of("2025-04-30")
    assert (
        '<label class="whole noprint" data-oit-aside data-search-exclude lang="th">'
        in pages["2568/o22/"]
    )
    assert "แสดงครบทั้ง 7 แถว" in pages["2568/o22/"]
    assert "Show all 7 rows" in pages["en/2568/o22/"]
    assert 'class="long"' not in pages["2568/o15/"]


def test_what_was_spent_is_drawn_on_its_plan() -> None:
    """As parts of the largest figure of the table; the caption says what the bars mean."""
    page = texts_of("2025-04-30")["2568/o13/"]
    bars = re.findall(r'<rect class="(.)" width="([\d.]+)%"', page)
    assert bars[-4:-2] == [("t", "100.0"), ("v", "75.0")]
    assert len(re.findall(r"<th [^>]*>งานตัวอย่าง [กขค]<svg", page)) == 3
    assert "</svg> แผน <svg" in page


def test_links_that_lead_to_different_files_have_different_names() -> None:
    """So that a list of links alone tells them apart."""
    for path, page in texts_of("2025-04-30").items():
        if not re.fullmatch(r"(en/)?\d{4}/o\d+/", path):
            continue
        names: dict[str, set[str]] = {}
        # A record's own texts name their links themselves.
        listed = " ".join(re.findall(r'<p class="files">.*?</p>', page))
        for href, name in re.findall(r'<a href="([^"]*)"[^>]*>(.*?)</a>', listed):
            names.setdefault(re.sub(r"<[^>]+>", "", name).strip(), set()).add(href)
        assert {name: found for name, found in names.items() if len(found) > 1} == {}, path
