"""How to reach the office and its divisions, and what people come to each for."""

from pathlib import Path

import pytest

from helpers.support import as_of, copy_site, judged, replace
from oit.catalog import Language
from oit.outputs.pages.blocks import Fact, Link
from oit.outputs.pages.contact import (
    contact_of,
    division_contact_of,
    division_links,
    does_of,
)
from oit.outputs.pages.page_writer import PageWriter
from oit.outputs.publication import publication_of

DAY = as_of("2025-04-30")
OFFICE = "name_en: Test District Office"
WAYS = """name_en: Test District Office
      telephone: 0 2000-0000
      email: office@bangkok.go.th
      chat_url: https://line.me/R/ti/p/@office
      hours_th: เวลาราชการ
      hours_en: office hours
      address_th: ถนนทดสอบ
      map_url: https://maps.example.org/?q=(1)"""
DIVISION = "name_en: Finance Section"


def writer_of(site: Path, language: Language = Language.TH) -> PageWriter:
    """What the home page of a site speaks with."""
    assessment = judged(site, DAY)
    publication = publication_of(assessment, None)
    return PageWriter(publication, language, "" if language is Language.TH else "en/")


@pytest.fixture
def real(tmp_path: Path) -> Path:
    """An office's real site that says how to reach it."""
    site = copy_site("current", tmp_path)
    replace("mkdocs.yml", "mode: demonstration", "mode: production")(site)
    replace("mkdocs.yml", OFFICE, WAYS)(site)
    return site


def targets(facts: tuple[Fact, ...]) -> list[str]:
    """Where the links of facts lead."""
    values = (value for fact in facts for value in fact.values)
    return [value.href for value in values if isinstance(value, Link)]


def test_an_office_is_reached_by_all_the_ways_it_names(real: Path) -> None:
    """A number is dialled, an address is written to and found on a map."""
    facts = contact_of(writer_of(real)).facts
    assert targets(facts) == [
        "tel:020000000",
        "https://maps.example.org/?q=(1)",
        "mailto:office@bangkok.go.th",
        "https://line.me/R/ti/p/@office",
    ]
    assert ("เวลาราชการ",) in [fact.values for fact in facts]


def test_english_readers_get_english_words_and_else_the_thai_ones(real: Path) -> None:
    """An address without a translation is better than none."""
    values = [
        value for fact in contact_of(writer_of(real, Language.EN)).facts for value in fact.values
    ]
    assert "office hours" in values
    assert "ถนนทดสอบ" in values


def test_a_demonstration_leads_nobody_to_anybody(real: Path) -> None:
    """Whatever its settings name: it says that there is no channel here."""
    replace("mkdocs.yml", "mode: production", "mode: demonstration")(real)
    writer = writer_of(real)
    office = contact_of(writer)
    division = division_contact_of(writer.publication.divisions[0], writer)
    for contact in (office, division):
        assert contact.facts == ()
        assert "ช่องทางที่เป็นทางการ" in contact.note


def test_an_office_without_ways_says_so(tmp_path: Path) -> None:
    """No empty block stands on its pages."""
    site = copy_site("current", tmp_path)
    replace("mkdocs.yml", "mode: demonstration", "mode: production")(site)
    contact = contact_of(writer_of(site))
    assert contact.facts == ()
    assert "ช่องทางที่เป็นทางการ" in contact.note


def test_a_division_is_reached_by_its_own_ways_or_by_the_office_s(real: Path) -> None:
    """And the page says which."""
    replace("oit_items/divisions.yml", DIVISION, f"{DIVISION}\n    telephone: 0 2111 1111")(real)
    writer = writer_of(real)
    divisions = {division.id: division for division in writer.publication.divisions}
    own = division_contact_of(divisions["finance"], writer)
    assert targets(own.facts) == ["tel:021111111"]
    other = next(division for key, division in divisions.items() if key != "finance")
    by_office = division_contact_of(other, writer)
    assert by_office.facts == contact_of(writer).facts
    assert by_office.note.startswith("โปรดติดต่อผ่าน")


def test_what_a_division_does_is_said_in_the_reader_s_language(real: Path) -> None:
    """In Thai where it has no English."""
    words = f"{DIVISION}\n    does_th: [จ่ายเงิน, รับเงิน]"
    replace("oit_items/divisions.yml", DIVISION, words)(real)
    thai, english = writer_of(real), writer_of(real, Language.EN)
    notes = {link.href: link.note for link in division_links(thai)}
    assert notes["divisions/finance/"] == "จ่ายเงิน · รับเงิน"
    finance = next(
        division for division in english.publication.divisions if division.id == "finance"
    )
    assert does_of(finance, english) == ("จ่ายเงิน", "รับเงิน")


@pytest.mark.parametrize("wrong", ["telephone: call us", "chat_url: line", "does_th: text"])
def test_a_contact_of_a_division_that_is_none_is_a_fault(real: Path, wrong: str) -> None:
    """As in the settings of the office."""
    replace("oit_items/divisions.yml", DIVISION, f"{DIVISION}\n    {wrong}")(real)
    files = {finding.file for finding in judged(real, DAY).findings}
    assert "oit_items/divisions.yml" in files
