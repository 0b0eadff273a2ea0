"""Where lines of the desk break on a narrow phone: between words, never within one."""

from itertools import product

import pytest
from playwright.sync_api import Page

from helpers.desk_server import Served, served
from helpers.fake_desk import FakeDesk
from helpers.support import SITES, as_of, judged
from oit.catalog.sources import texts_of

DAY = "2025-04-20"
NAMES = ("ask-1.csv", "2.csv", "wrong-3.csv", "there-4.csv")
NARROW = 360
POINTING = ("นี้", "นั้น", "ๆ")
"""What points at the word before it begins no line."""
KEPT = [
    word
    for package in ("oit.desk", "oit.outputs.pages")
    for word in texts_of(package, "kept_together.yml")["words"]
]
_BREAKS = """() => {
  const blocks = "p, li, h1, h2, h3, h4, label, legend, button, summary, div";
  const skipped = "textarea, select, script, [data-as-written]";
  const shown = (element) => element.checkVisibility() && !element.closest(skipped);
  const letters = (block) => {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT), found = [];
    while (walker.nextNode()) {
      const node = walker.currentNode, parent = node.parentElement;
      if (parent.closest(blocks) !== block || !shown(parent)) continue;
      for (let at = 0; at < node.length; at += 1) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const box = range.getClientRects()[0];
        if (box) found.push({ letter: node.data[at], top: box.top, bottom: box.bottom });
      }
    }
    return found;
  };
  const breaks = [];
  for (const block of document.querySelectorAll(blocks)) {
    const found = letters(block), text = found.map(({ letter }) => letter).join("");
    for (let at = 1; at < found.length; at += 1) {
      const isNext = found[at].top >= found[at - 1].bottom - 4;
      if (isNext) breaks.push([text.slice(0, at), text.slice(at)]);
    }
  }
  return breaks;
}"""


@pytest.fixture
def engine() -> FakeDesk:
    """Of a site of three items."""
    return FakeDesk(judged(SITES / "current", as_of(DAY)))


def _is_torn(word: str, before: str, after: str) -> bool:
    parts = ((word[:at], word[at:]) for at in range(1, len(word)))
    return any(before.endswith(first) and after.startswith(rest) for first, rest in parts)


def _require_whole_words(page: Page) -> int:
    """How many lines of a page break; fails where one breaks within a word."""
    breaks: list[list[str]] = page.evaluate(_BREAKS)
    for (before, after), word in product(breaks, KEPT):
        assert not _is_torn(word, before, after), (before[-20:], after[:20])
    for before, after in breaks:
        assert before.endswith(" ") or not after.startswith(POINTING), (before[-20:], after[:20])
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    return len(breaks)


def _opened(desk: Served, page: Page) -> None:
    page.set_viewport_size({"width": NARROW, "height": 800})
    page.goto(desk.door.address)
    for name in NAMES:
        page.locator("#files").set_input_files({"name": name, "mimeType": "", "buffer": b"1"})
        page.get_by_role("heading", name=name, exact=True).wait_for()
    page.eval_on_selector_all("details", "all => all.forEach(part => { part.open = true; })")


def test_no_line_of_the_desk_breaks_within_a_word(new_page: Page, engine: FakeDesk) -> None:
    """With all that is folded open, and with each kind of entry."""
    with served(engine) as desk:
        _opened(desk, new_page)
        for kind in new_page.get_by_role("radio").all():
            kind.check()
            assert _require_whole_words(new_page) > 5


@pytest.mark.parametrize("path", ["/check", "/nowhere"])
def test_no_line_of_its_other_pages_breaks_within_a_word(
    path: str, new_page: Page, engine: FakeDesk
) -> None:
    """What is looked at before it is sent, and what is refused."""
    with served(engine) as desk:
        _opened(desk, new_page)
        new_page.goto(f"http://{desk.host}{path}")
        _require_whole_words(new_page)
