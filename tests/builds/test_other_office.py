"""The site of another office speaks of nobody else, and of no other year."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from lxml import html

from helpers.builds import built
from helpers.commands import run, run_process
from helpers.other_office import DAY, NAME_TH, YEAR, other_office
from helpers.real_office import CONTACT
from helpers.support import tree
from oit.outputs.texts.texts import LISTED, TEXTS

_YEAR = re.compile(r"(?<!\d)25[5-9]\d(?!\d)")
_ADDRESS_OF_YEAR = re.compile(r"(?:[\w-]+/)*[\w-]*(?<!\d)(25[5-9]\d)(?:/|\.(?:csv|json)\b)")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built with `--strict`."""
    return built(other_office(tmp_path_factory.mktemp("other")), **DAY)


def texts_of(site: Path) -> Iterator[tuple[str, str]]:
    """All published text by its path, but for the programs of others."""
    for path, data in tree(site).items():
        if Path(path).suffix in {
            ".html",
            ".json",
            ".jsonld",
            ".csv",
            ".txt",
            ".xml",
            ".ics",
            ".atom",
        }:
            yield path, data.decode("utf-8")


def test_no_text_names_the_office_that_it_was_made_from(site: Path) -> None:
    """Whoever copies a site sees only the own name in it."""
    others = ["สำนักงานเขตทดสอบ", "Test District"]
    found = {
        (path, name)
        for path, text in texts_of(site)
        for name in others
        if name.lower() in text.lower()
    }
    assert found == set()


def test_no_link_and_no_folder_is_of_another_year(site: Path) -> None:
    """In pages, feeds, tables and documents; the year before is named in words alone."""
    folders = {year for path in tree(site) for year in _YEAR.findall(path)}
    assert folders == {str(YEAR)}
    named = {
        (path, match[0])
        for path, text in texts_of(site)
        for match in _ADDRESS_OF_YEAR.finditer(text)
        if match[1] != str(YEAR)
    }
    assert named == set()


def test_every_text_is_there_and_in_the_menu_and_the_sitemap(site: Path) -> None:
    """Although `docs/` is empty and `mkdocs.yml` has no `nav`."""
    menu = html.parse(str(site / "index.html")).getroot().xpath("//footer//a/@href")
    sitemap = (site / "sitemap.xml").read_text("utf-8")
    for address in TEXTS:
        assert (site / address / "index.html").is_file()
        assert f"{address}</loc>" in sitemap
    assert {address for address in LISTED if not address.startswith("en/")} <= set(menu)


def test_every_page_tells_at_its_foot_how_to_reach_the_office(site: Path) -> None:
    """In its own language, as far as the settings have it."""
    for path, own, other in (("", "_th", "_en"), ("about/", "_th", "_en"), ("en/", "_en", "_th")):
        page = html.parse(str(site / path / "index.html")).getroot()
        (foot,) = page.xpath("//footer//section")
        words = " ".join(foot.text_content().split())
        for field in ("address", "hours"):
            assert CONTACT[field + own] in words, (path, field)
            assert CONTACT[field + other] not in words, (path, field)
        assert foot.xpath(".//a/@href") == [
            "tel:020000000",
            CONTACT["map_url"],
            "mailto:oit@bangkok.go.th",
            CONTACT["chat_url"],
        ]


def test_home_tells_search_engines_how_to_reach_the_office(site: Path) -> None:
    """As a schema.org office; the page for people says the same."""
    page = html.parse(str(site / "index.html")).getroot()
    (told,) = page.xpath("//script[@type='application/ld+json']/text()")
    document = yaml.safe_load(told)
    office, catalogue = document["@graph"]
    assert document["@context"] == "https://schema.org"
    assert catalogue["@type"] == "DataCatalog"
    assert catalogue["publisher"] == {"@id": office.pop("@id")}
    assert office == {
        "@type": "GovernmentOffice",
        "name": NAME_TH,
        "alternateName": "Thung Sommut District Office",
        "url": "https://district.bangkok.go.th/",
        "address": CONTACT["address_th"],
        "telephone": CONTACT["telephone"],
        "email": CONTACT["email"],
        "hasMap": CONTACT["map_url"],
    }


@pytest.mark.parametrize(
    ("program", "words"),
    [("oit", ("build",)), ("mkdocs", ("build", "--quiet")), ("oit", ("zip",))],
)
def test_a_real_site_is_not_built_of_a_day_that_is_still_set(
    program: str, words: tuple[str, ...], tmp_path: Path
) -> None:
    """Exit 2, with what to unset and how to rehearse; the last good site stays."""
    site = other_office(tmp_path)
    (site / "site").mkdir()
    (site / "site/index.html").write_text("old")
    for gate in ("enforce", "report"):
        done = run_process(program, *words, cwd=site, OIT_AS_OF="2026-10-05", OIT_GATE=gate)
        assert done.returncode == 2, done.stdout + done.stderr
        assert "oit build --rehearsal" in done.stdout + done.stderr
        assert "Traceback" not in done.stderr
    assert tree(site / "site") == {"index.html": b"old"}
    assert list(site.glob("*.zip")) == []


def test_a_real_site_of_another_day_is_rehearsed_in_a_folder_of_its_own(tmp_path: Path) -> None:
    """What is served stays as it is; a check of another day needs no such word."""
    site = other_office(tmp_path)
    day = {"OIT_AS_OF": "2026-10-05"}
    assert run("oit", "check", cwd=site, **day).returncode == 0
    done = run_process("oit", "build", "--rehearsal", cwd=site, **day)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (site / "rehearsal/index.html").is_file()
    assert not (site / "site").exists()
