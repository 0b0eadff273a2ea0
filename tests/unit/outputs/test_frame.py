"""What stands around every page, and who may read the site."""

import re
from pathlib import Path
from types import SimpleNamespace as Entry

import pytest

from helpers.support import SAMPLE, as_of, copy_site, judged, published, replace, text_of
from oit.catalog import Language
from oit.outputs.pages.frame import (
    CONTENT_POLICY,
    language_of,
    navigation_in,
    translations,
)

DAY = as_of("2025-04-30")
KNOWN = {"", "en/", "2568/o1/", "en/2568/o1/", "about/"}


def test_a_page_in_two_languages_names_both_and_the_one_for_all_others() -> None:
    """Thai is what those get who read neither."""
    named = translations("en/2568/o1/", KNOWN, None)
    assert [(one.language, one.path) for one in named] == [
        ("th", "2568/o1/"),
        ("en", "en/2568/o1/"),
        ("x-default", "2568/o1/"),
    ]


def test_addresses_of_translations_are_absolute_where_the_site_knows_its_own() -> None:
    """As search engines ask."""
    named = translations("", KNOWN, "https://example.org/oit/")
    assert [one.href for one in named] == [
        "https://example.org/oit/",
        "https://example.org/oit/en/",
        "https://example.org/oit/",
    ]


@pytest.mark.parametrize("path", ["about/", "nowhere/"])
def test_a_page_in_one_language_names_none(path: str) -> None:
    """A link to a translation that is not there helps nobody."""
    assert translations(path, KNOWN, None) == ()


def test_an_address_that_only_begins_like_the_english_folder_is_thai() -> None:
    """`english/` is not `en/`."""
    assert language_of("en/data/") is Language.EN
    assert language_of("english/") is Language.TH


def test_the_navigation_has_the_pages_of_a_language_out_of_their_sections() -> None:
    """The theme's menu is flat; home is `./` to MkDocs."""
    home, english, deep = (Entry(url=url, children=None) for url in ("./", "en/", "about/"))
    section = Entry(children=[Entry(children=[deep])])
    assert navigation_in([home, english, section], Language.TH) == [home, deep]
    assert navigation_in([home, english, section], Language.EN) == [english]


def test_a_demonstration_is_closed_to_crawlers_and_an_office_s_site_is_open(
    tmp_path: Path,
) -> None:
    """And says where its sitemap is, once it knows its own address."""
    site = copy_site("current", tmp_path)
    shown = published(site, DAY, "https://example.org/").files["robots.txt"].decode()
    assert "Disallow: /\n" in shown
    assert "Sitemap" not in shown
    replace("mkdocs.yml", "mode: demonstration", "mode: production")(site)
    office = published(site, DAY, "https://example.org/").files["robots.txt"].decode()
    assert office == "User-agent: *\nAllow: /\nSitemap: https://example.org/sitemap.xml\n"


def test_a_fault_is_reported_to_the_office_where_it_says_how(tmp_path: Path) -> None:
    """And nowhere in a demonstration, whatever its settings name."""
    site = copy_site("current", tmp_path)
    contact = "name_en: Test District Office\n      telephone: 0 2000 0000\n      email: a@b.go.th"
    replace("mkdocs.yml", "name_en: Test District Office", contact)(site)
    assert "ไม่มีช่องทางรับแจ้ง" in _item_page(site)
    assert "tel:" not in _item_page(site)
    replace("mkdocs.yml", "mode: demonstration", "mode: production")(site)
    page = _item_page(site)
    assert 'href="tel:020000000"' in page
    assert 'href="mailto:a@b.go.th?subject=' in page
    assert "ไม่มีช่องทางรับแจ้ง" not in page


@pytest.mark.parametrize(
    ("forge", "infix"), [("github", "edit/main"), ("gitlab", "-/edit/main")], ids=str
)
def test_a_record_can_be_opened_where_it_is_kept(tmp_path: Path, forge: str, infix: str) -> None:
    """Only where a repository is named."""
    site = copy_site("current", tmp_path)
    assert "แก้ไขข้อมูลรายการนี้" not in _item_page(site)
    kept = f"    repository:\n      url: https://example.org/oit\n      forge: {forge}\n"
    replace("mkdocs.yml", "    tasks:", kept + "    tasks:")(site)
    address = f"https://example.org/oit/{infix}/oit_items/2568/O01/record.md"
    assert f'href="{address}"' in _item_page(site)


@pytest.mark.parametrize(
    "wrong", ["telephone: call us", "email: nobody", "email: a@b c"], ids=["phone", "mail", "space"]
)
def test_a_contact_that_is_none_is_a_fault(tmp_path: Path, wrong: str) -> None:
    """Nobody should dial or write in vain."""
    site = copy_site("current", tmp_path)
    replace("mkdocs.yml", "id: test", f"id: test\n      {wrong}")(site)
    assert "mkdocs.yml" in {finding.file for finding in judged(site, DAY).findings}


def test_the_examples_for_servers_send_the_policy_of_the_pages() -> None:
    """And forbid framing, which a page itself cannot; the form brings the rest of its own."""
    text = text_of(SAMPLE, "guide/hosting/")
    sent = re.findall(r"\"((?:default-src|frame-ancestors) [^\"]*)\"", text)
    assert sent == [f"{CONTENT_POLICY}; frame-ancestors 'none'", "frame-ancestors 'none'"] * 2


def _item_page(site: Path) -> str:
    pages = published(site, DAY).pages
    return next(page.html for page in pages if page.path == "2568/o1/")
