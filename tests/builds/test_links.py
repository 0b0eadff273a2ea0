"""Whatever a page leads to is there, on the sample site and on one with nothing in it yet."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import html

from helpers.builds import built
from helpers.other_office import DAY, other_office
from helpers.real_office import SITE_URL
from helpers.support import copy_sample

BASE = "https://site.invalid/"
LINKS = {"a": "href", "link": "href", "script": "src", "img": "src", "source": "src"}


EMPTY = {"another office": DAY, "before any round": {**DAY, "OIT_AS_OF": "2026-09-20"}}
"""Days on which the site of another office has nothing in it yet."""


@pytest.fixture(scope="module", params=["sample", *EMPTY])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built."""
    folder = tmp_path_factory.mktemp("links")
    if request.param == "sample":
        return built(copy_sample(folder))
    return built(other_office(folder), **EMPTY[request.param])


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, html.HtmlElement]:
    """Every page by its address."""
    return {
        urljoin(BASE, re.sub(r"index\.html$", "", file.relative_to(site).as_posix())): html.parse(
            str(file)
        ).getroot()
        for file in sorted(site.rglob("*.html"))
    }


def targets(page: html.HtmlElement, address: str) -> Iterator[str]:
    """The absolute addresses of all that a page leads to or loads, on its own site."""
    for tag, attribute in LINKS.items():
        for one in page.iter(tag):
            target = urljoin(address, one.get(attribute) or "")
            if one.get(attribute) and target.startswith(BASE):
                yield target


def test_every_internal_link_and_anchor_resolves(
    site: Path, pages: dict[str, html.HtmlElement]
) -> None:
    """Links, style sheets, scripts, pictures; anchors on their page."""
    ids = {one: set(page.xpath("//@id")) for one, page in pages.items()}
    broken = set()
    for address, page in pages.items():
        for target in targets(page, address):
            plain, _, anchor = target.partition("#")
            path = site / unquote(urlsplit(plain).path).lstrip("/")
            file = path / "index.html" if path.is_dir() else path
            if not file.is_file() or (anchor and unquote(anchor) not in ids[_page(plain)]):
                broken.add((address, target))
    assert len(pages) > 25
    assert broken == set()


def _page(address: str) -> str:
    return address.removesuffix("index.html").replace("/./", "/").removesuffix("/.") or BASE


def test_every_picture_says_what_it_shows(pages: dict[str, html.HtmlElement]) -> None:
    """Drawn ones too, unless they only repeat the words beside them."""
    for address, page in pages.items():
        assert not page.xpath("//img[not(@alt)]"), address
        for picture in page.xpath("//*[local-name()='svg']"):
            named = "ancestor-or-self::*[@aria-hidden='true' or @aria-label or @aria-labelledby]"
            within = "ancestor::label | ancestor::a | ancestor::button"
            assert picture.xpath(f"{named} | {within}"), (address, html.tostring(picture)[:200])


def test_ids_are_unique_and_the_language_is_named(pages: dict[str, html.HtmlElement]) -> None:
    """On every page."""
    for address, page in pages.items():
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids)), address
        assert page.get("lang") == ("en" if address.startswith(f"{BASE}en/") else "th"), address


def test_translations_name_each_other(pages: dict[str, html.HtmlElement]) -> None:
    """A page that names another as its translation is named by it."""
    named = {
        address: {
            urljoin(address, one.replace(SITE_URL, BASE))
            for one in page.xpath("//link[@hreflang]/@href")
        }
        for address, page in pages.items()
    }
    assert any(named.values())
    for address, others in named.items():
        assert all(address in named[other] for other in others), address


def test_style_sheets_load_only_what_is_there(site: Path) -> None:
    """Fonts and icons lie on the site itself; the theme's own icons are replaced."""
    for file in (site / "assets").glob("*.css"):
        for url in re.findall(r"url\(\"?([^)\"]+)", file.read_text("utf-8")):
            folder = site / "assets/stylesheets" if url.startswith("../icons") else file.parent
            assert (folder / url).is_file(), (file.name, url)


def test_of_the_theme_beneath_only_what_a_page_loads_is_published(site: Path) -> None:
    """Each of its files is named by a page or a style sheet of ours."""
    texts = "".join(file.read_text("utf-8") for file in site.rglob("*.html"))
    texts += (site / "assets/hand-written.css").read_text("utf-8")
    beneath = [
        file.name
        for folder in ("stylesheets", "javascripts", "images")
        for file in (site / "assets" / folder).rglob("*.*")
    ]
    assert beneath
    assert [name for name in beneath if name not in texts] == []
