"""How people search, on a phone and on a desktop."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page

HITS = "#search-panel .hits a"


def open_search(page: Page) -> Locator:
    """Open the panel by the tool of a phone, or by a click into the box; gives its own box.

    That box is the header's, or on the home page its own, which is larger.
    """
    tool = page.locator("a.find")
    (tool if tool.is_visible() else page.locator("form.seek input:visible").first).click()
    return page.locator("#search-words")


def asked(page: Page, query: str) -> list[str]:
    """The addresses of the first three hits, from the root of the site, without their anchors."""
    page.locator("#search-words").fill(query)
    return answers(page, query)


def answers(page: Page, query: str) -> list[str]:
    """The same, once what was typed is answered."""
    page.wait_for_function(
        "query => document.querySelector('#search-panel .hits').dataset.answers === query",
        arg=query,
    )
    hrefs = page.eval_on_selector_all(HITS, "all => all.slice(0, 3).map(link => link.href)")
    return [urlsplit(href).path.removeprefix("/") for href in hrefs]


def is_right(address: str, expected: Iterable[str]) -> bool:
    """Whether a hit is one of the pages that answer: `*` is a year, English may stand for Thai."""
    patterns = [re.escape(path).replace(r"\*", r"\d{4}") for path in expected]
    plain = address.removeprefix("en/")
    return any(re.fullmatch(pattern, path) for pattern in patterns for path in (address, plain))
