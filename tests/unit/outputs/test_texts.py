"""The pages that an office need not write are true of its own settings and rounds."""

import re
from html import unescape
from pathlib import Path

import pytest

from helpers.support import SAMPLE, Edit, as_of, copy_site, judged, published, replace, text_of
from oit.model.fields import StrictModel
from oit.model.office import SitePolicy
from oit.outputs.generated_files import HandWritten
from oit.outputs.site_files import outputs_of
from oit.outputs.texts.examples import examples_of
from oit.outputs.texts.settings import settings
from oit.outputs.texts.texts import LISTED, TEXTS, listed_texts

DAY = as_of("2025-04-30")
OFFICE = "name_en: Test District Office"
CONTACT = {
    "telephone": "0 2000 0000",
    "email": "oit@example.go.th",
    "address_th": "1 ถนนทดสอบ",
    "address_en": "1 Test Road",
    "hours_th": "วันอังคารเวลาเช้า",
    "hours_en": "Tuesday mornings",
    "map_url": "https://maps.example.org/?q=(1)",
}


def with_office(**fields: str) -> Edit:
    """An edit that adds fields to the office of the site `current`."""
    lines = "".join(f"\n      {name}: {value}" for name, value in fields.items())
    return replace("mkdocs.yml", OFFICE, OFFICE + lines)


def as_production(site: Path) -> None:
    replace("mkdocs.yml", "mode: demonstration", "mode: production")(site)


def test_a_page_of_the_office_s_own_stands_in_the_place_of_a_text(tmp_path: Path) -> None:
    """By its address; the navigation keeps its place."""
    assessment = judged(copy_site("current", tmp_path), DAY)
    outputs = outputs_of(assessment, None, written=HandWritten(pages=("about/", "more/")))
    assert {text.address for text in outputs.texts} == TEXTS.keys() - {"about/"}
    assert ("เกี่ยวกับเว็บไซต์นี้", "about/") in outputs.navigation


def test_every_text_of_the_navigation_is_there() -> None:
    """With a name of its own."""
    assert LISTED.keys() <= TEXTS.keys()
    assert len({name for name, _ in listed_texts()}) == len(LISTED)


@pytest.mark.parametrize("address", TEXTS)
def test_a_text_names_only_years_and_items_of_its_round(tmp_path: Path, address: str) -> None:
    """The site `current` has a round of 2568 with three items, and no other."""
    text = text_of(copy_site("current", tmp_path), address, DAY)
    assert "{{" not in text
    assert "{%" not in text
    without_laws = re.sub(r"ข้อมูลส่วนบุคคล พ\.ศ\. \d{4}", "", text)  # their names have a year
    assert set(re.findall(r"\b25[5-9]\d\b", without_laws)) <= {"2567", "2568", "2569"}
    assert set(re.findall(r"\bO\d+\b", text)) <= {"O1", "O2", "O3"}
    for path in re.findall(r"\((?:\.\./)*(\d{4}/[^)]*)\)", text):
        assert path.startswith("2568/")


def test_an_office_s_site_does_not_call_itself_a_demonstration(tmp_path: Path) -> None:
    """And a demonstration does, on the page about it and where help is looked for."""
    site = copy_site("current", tmp_path)
    for address in ("about/", "accessibility/"):
        assert "เว็บไซต์สาธิต" in text_of(site, address, DAY)
    as_production(site)
    for address in ("about/", "accessibility/", "assessment/"):
        assert "สาธิต" not in text_of(site, address, DAY)
    assert "สำนักงานเขตทดสอบจัดทำเว็บไซต์นี้" in text_of(site, "about/", DAY)


def test_the_page_about_the_site_tells_how_to_reach_the_office(tmp_path: Path) -> None:
    """Each way that the settings name; the address of the map cannot end the link."""
    site = copy_site("current", tmp_path)
    with_office(**CONTACT)(site)
    as_production(site)
    about = text_of(site, "about/", DAY)
    assert "[0 2000 0000](tel:020000000)" in about
    assert "(mailto:oit@example.go.th)" in about
    assert "ที่อยู่ 1 ถนนทดสอบ" in about
    assert "เวลาทำการ วันอังคารเวลาเช้า" in about
    assert "(https://maps.example.org/?q=%281%29)" in about
    assert "[ช่องทางติดต่อ](about.md)" in text_of(site, "accessibility/", DAY)


def test_a_demonstration_leads_nobody_to_anybody(tmp_path: Path) -> None:
    """Whatever the settings name: it says that there is no such channel."""
    site = copy_site("current", tmp_path)
    with_office(**CONTACT)(site)
    outputs = published(site, DAY, "https://example.org/")
    assert {contact.facts for contact in outputs.frame.contact.values()} == {()}
    shown = {text.address: text.markdown for text in outputs.texts}
    shown |= {page.path: page.html + (page.structured_data or "") for page in outputs.pages}
    shown |= {path: data.decode("utf-8", "replace") for path, data in outputs.files.items()}
    assert {
        path for path, text in shown.items() for way in CONTACT.values() if way in text
    } == set()
    assert "ไม่มีช่องทางติดต่อ" in text_of(site, "about/", DAY)


def test_an_office_that_names_no_way_sends_to_its_official_ones(tmp_path: Path) -> None:
    """No heading stands over nothing, and nobody is left without a next step."""
    site = copy_site("current", tmp_path)
    as_production(site)
    assert "โปรดติดต่อสำนักงานเขตทดสอบทางช่องทางที่เป็นทางการ" in text_of(site, "about/", DAY)
    assert "โปรดแจ้งสำนักงานเขตทดสอบทางช่องทางที่เป็นทางการ" in text_of(site, "accessibility/", DAY)


@pytest.mark.parametrize(
    "name",
    ["<script>alert(1)</script>", "[x](javascript:alert)", "a | b", "*a* _b_ `c`", "{{ 7*7 }}"],
)
def test_what_a_setting_holds_is_text_and_never_markup(tmp_path: Path, name: str) -> None:
    """Neither HTML, nor Markdown, nor another column of a table, nor a template."""
    site = copy_site("current", tmp_path)
    replace("mkdocs.yml", "name_th: สำนักงานเขตทดสอบ", f"name_th: '{name}'")(site)
    about = text_of(site, "about/", DAY)
    assert name not in about
    assert name in unescape(about)


def test_the_engine_is_named_where_it_is_known(tmp_path: Path) -> None:
    """A build of which nobody told it says nothing."""
    assert "ระบบที่ใช้จัดทำ" not in text_of(copy_site("current", tmp_path), "about/", DAY)


def test_examples_are_of_a_table_of_each_month() -> None:
    """In the shipped round the summaries of purchases; the latest month that has ended."""
    examples = examples_of(judged(SAMPLE, as_of("2025-03-05")).rounds[0])
    assert (examples.item.item, examples.requirement.id) == ("O15", "monthly-summary")
    assert (str(examples.period), str(examples.earlier)) == ("2025-02", "2025-01")
    assert (str(examples.month), str(examples.quarter), str(examples.half)) == (
        "2025-02",
        "FY2568-Q2",
        "FY2568-H1",
    )
    assert examples.part is not None
    assert examples.part.by_division


def test_examples_before_the_first_month_has_ended_are_of_that_month() -> None:
    """A round on its first day has examples too."""
    examples = examples_of(judged(SAMPLE, as_of("2024-10-01")).rounds[0])
    assert str(examples.period) == str(examples.earlier) == "2024-10"


def test_every_setting_is_explained(tmp_path: Path) -> None:
    """By its full name, in the settings page; those of groups too."""
    page = text_of(copy_site("current", tmp_path), "guide/settings/", DAY)
    names = [setting.name for setting in settings()]
    assert SitePolicy.model_fields.keys() <= {name.removesuffix("[]") for name in names}
    assert {"office.map_url", "tasks[].url", "licence.id"} <= set(names)
    for name in names:
        assert f"\n| `{name}`" in page


def test_the_settings_that_must_be_there_are_marked() -> None:
    """The model says which; nobody has to keep a second list."""
    required = {setting.name for setting in settings() if setting.is_required}
    assert {"mode", "office.id"} <= required
    assert not {"licence", "office.email"} & required


def test_examples_of_a_round_without_months_are_of_what_it_has(tmp_path: Path) -> None:
    """A quarter, and its last month where a month is asked for."""
    site = copy_site("current", tmp_path)
    mandate = site / "oit_items/2568/mandate.yml"
    text = mandate.read_text("utf-8")
    mandate.write_text(re.sub(r"periods: \[\d{4}-.*\]", "periods: [FY2568-Q1]", text), "utf-8")
    examples = examples_of(judged(site, DAY).rounds[0])
    assert str(examples.period) == "FY2568-Q1"
    assert str(examples.month) == "2024-12"


def test_examples_of_a_round_without_periods_are_of_its_year(tmp_path: Path) -> None:
    """The guide is there all the same."""
    site = copy_site("current", tmp_path)
    mandate = site / "oit_items/2568/mandate.yml"
    text = mandate.read_text("utf-8")
    mandate.write_text(re.sub(r"\n +periods: .*", "", text), "utf-8")
    examples = examples_of(judged(site, DAY).rounds[0])
    assert str(examples.period) == "FY2568"
    assert str(examples.month) == "2025-09"


def test_a_setting_without_words_is_an_error_of_the_engine() -> None:
    """Nobody adds one that the guide does not explain."""

    class Unexplained(StrictModel):
        """A group with a setting of which nothing is said."""

        setting: str

    with pytest.raises(ValueError, match="setting has no"):
        list(settings(Unexplained))
