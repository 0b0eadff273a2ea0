"""What people come for is few taps and little scrolling away from home, on a phone."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page

from helpers.builds import built
from helpers.real_office import CONTACT, make_real
from helpers.support import copy_sample, serving

WIDTH, HEIGHT = 390, 844


@dataclass(frozen=True)
class Task:
    """What somebody looks for: the links they tap, and where the answer stands."""

    taps: tuple[str, ...]
    """Addresses from the site's root that links lead to."""
    answer: str
    """A selector on the last page."""
    words: str
    """Words of the answer."""
    most_taps: int
    most_screens: float
    """Heights of the phone that are scrolled on all pages together."""


TASKS = {
    "the channel of complaints": Task(("2568/o17/",), "main", "ช่องทาง", 1, 1),
    "the newest purchases": Task(("2568/o15/",), "table tbody tr", "", 2, 1),
    "how much of the budget is spent": Task(("2568/o13/",), ".say", "เบิกจ่าย", 1, 1),
    "who is late": Task(("2568/due/",), ".state", "", 1, 0.5),
    "the score of last year": Task(("2568/ita-2567/",), ".fig", "97.38", 1, 1),
    "all data": Task(("2568/check/",), "a[href$='.zip']", "", 2, 1),
}


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    """A phone of today, on the day that the site was built on."""
    page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
    page.clock.set_fixed_time("2025-04-30T05:00:00Z")
    yield page
    page.close()


@pytest.mark.parametrize("task", TASKS.values(), ids=TASKS)
def test_an_answer_is_near(phone: Page, address: str, task: Task) -> None:
    """By links that are there to see, without searching."""
    phone.goto(f"{address}/")
    screens = sum(_tap(phone, address, tap) for tap in task.taps)
    answer = phone.locator(task.answer, has_text=task.words).first
    screens += _scrolled_to(answer)
    assert len(task.taps) <= task.most_taps
    assert screens <= task.most_screens


def test_the_telephone_is_near(browser: Browser, tmp_path: Path) -> None:
    """Of an office that tells it: on home, within the second screen, and one tap calls."""
    site = copy_sample(tmp_path)
    make_real(site)
    made = built(site, OIT_AS_OF="2025-04-29", OIT_GATE="report", OIT_REHEARSAL="1")
    with serving(made) as address:
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.goto(f"{address}/")
        number = page.locator("main a[href^='tel:']").first
        assert number.inner_text() == CONTACT["telephone"]
        assert _scrolled_to(number) <= 1
        page.close()


def _tap(page: Page, address: str, target: str) -> float:
    """Tap the first link to a page; how many screens are scrolled to it."""
    links = page.locator("a:visible").all()
    link = next(link for link in links if _leads_to(link, f"{address}/{target}"))
    screens = _scrolled_to(link)
    link.click()
    page.wait_for_url(f"{address}/{target}*")
    return screens


def _leads_to(link: Locator, address: str) -> bool:
    return bool(link.evaluate("(link, address) => link.href.split('#')[0] === address", address))


def _scrolled_to(place: Locator) -> float:
    """How many screens a reader scrolls until a place is whole on the screen, or its beginning."""
    box = place.bounding_box()
    assert box, "it is not to be seen"
    top = float(place.evaluate("place => place.getBoundingClientRect().top + scrollY"))
    return max(0.0, (top + min(box["height"], HEIGHT / 4) - HEIGHT) / HEIGHT)
