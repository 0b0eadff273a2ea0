"""The search box finds Thai, which has no spaces between words."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from helpers.search_box import open_search

FIRST = {
    # item numbers, as people write them
    "O15": "o15",
    "o15": "o15",
    "o 15": "o15",
    "15": "o15",
    "๑๕": "o15",
    "ข้อ 15": "o15",
    "ข้อ ๑๕": "o15",
    "ข้อที่ 9": "o9",
    "O1": "o1",
    # whole words inside unspaced text
    "ร้องเรียนการทุจริต": "o17",
    "ดุลยพินิจ": "o20",
    "ของกลาง": "o21",
    "คู่มือการปฏิบัติหน้าที่": "o6",
    # English
    "procurement": "o15",
    "anti-bribery": "o18",
    # what people call it
    "เบอร์โทรศัพท์สำนักงานเขต": "o1",
    "ผู้อำนวยการเขต": "o1",
    "ทำบัตรประชาชน": "o7",
    "ย้ายทะเบียนบ้าน": "o7",
    "ทะเบียนสมรส": "o7",
    "ภาษีโรงเรือน": "o9",
    "เปิดร้านอาหาร": "o11",
    "ร้องทุกข์": "o17",
    "ของขวัญปีใหม่": "o18",
    "construction permit": "o11",
    "opening hours": "o1",
}
AMONG_THREE = {
    "จัดซื้อจัดจ้าง": "o15",
    "จัดซื้อ": "o15",
    "ซื้อจัด": "o15",
    "จัดซื้อ จัดจ้าง": "o15",
    "สขร.1": "o15",
    "สขร": "o15",
    "ร้องเรียน": "o17",
    "ใบอนุญาต": "o11",
    "งบประมาณ": "o13",
    "เงินอุดหนุน": "o14",
    "ภาษี": "o9",
    "รายได้": "o10",
    "โรงเรียน": "o3",
    "คู่มือประชาชน": "o7",
    "สินบน": "o18",
    "สินบนเจ้าหน้าที่": "o19",
    "บริจาค": "o21",
    "BMA OSS": "o22",
    "bmaoss": "o8",
    "e-service": "o8",
    "ติดตาม": "o12",
    "แผนปฏิบัติราชการ": "o5",
    "อัตรากำลัง": "o1",
    "แบบสอบถาม": "o4",
    "เบอร์โทร": "o1",
    "งบปี68": "o13",
    "ค่าขยะ": "o10",
    "เวลาทำการ": "o1",
    "แจ้งเบาะแส": "o17",
    "budget": "o14",
    "licence": "o11",
    "schools": "o3",
    "เเผนปฏิบัติราชการ": "o5",
    "คําขอ": "o8",
}
"""The last two are typed otherwise than they are stored: เเ for แ, and ํา for ำ."""
LOOSELY = {
    "จ่ายค่าขยะ": "o10",
    "จ่ายภาษีป้าย": "o9",
    "ทำบัตรคนจน": "o7",
    "ใบอนุญาติ": "o11",
    "จัดซื้อจัดจาง": "o15",
    "รัองเรียน": "o17",
    "budjet": "o14",
}
"""No page has all of it: a word too many, or one that is misspelt."""
IN_DOCUMENTS = {
    "ผังขั้นตอน": "o7/service-manual.pdf",
    "misconduct": "o18/anti-bribery-policy-en.pdf",
}
"""Words that stand in a document alone, and the document."""


_COUNTED = """
window.asked = { last: "", open: 0 };
const post = Worker.prototype.postMessage;
Worker.prototype.postMessage = function (message, ...rest) {
  if (message.type === 2) { asked.last = message.data; asked.open += 1; }
  return post.call(this, message, ...rest);
};
window.Worker = class extends Worker {
  constructor(...given) {
    super(...given);
    this.addEventListener("message", ({ data }) => { asked.open -= data.type === 3 ? 1 : 0; });
  }
};
"""
"""Counts what the search worker was asked and has not answered; 2 asks and 3 answers."""


def new_page(browser: Browser) -> Page:
    """A page that counts what its search asks."""
    page = browser.new_page(
        viewport={"width": 1280, "height": 900},
        permissions=["clipboard-read", "clipboard-write"],
    )
    page.add_init_script(_COUNTED)
    return page


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The home page, where somebody has begun to search."""
    page = new_page(browser)
    page.goto(address, wait_until="networkidle")
    pasted(page, "ข้อมูล")
    yield page
    page.close()


def emptied(page: Page) -> Locator:
    """The search box with nothing in it, once what was asked before is answered and gone."""
    box = page.locator(".md-search__input")
    box.fill("")
    page.wait_for_function(
        """() => asked.last === "" && asked.open === 0
          && !document.querySelector(".md-search-result__item")"""
    )
    return box


def pasted(page: Page, query: str) -> list[str]:
    """The addresses of the first three hits of what is pasted from the clipboard."""
    box = emptied(page)
    page.evaluate("text => navigator.clipboard.writeText(text)", query)
    box.press("ControlOrMeta+v")
    return hits(page)


def hits(page: Page) -> list[str]:
    """The addresses of the first three pages found, once all that was asked is answered."""
    page.wait_for_function("""() => asked.last !== "" && asked.open === 0""")
    links = page.locator(".md-search-result__item > .md-search-result__link")
    links.first.wait_for()
    return [str(link.get_attribute("href")) for link in links.all()[:3]]


@pytest.mark.parametrize(("query", "item"), FIRST.items())
def test_what_can_mean_one_item_only_finds_it_first(page: Page, query: str, item: str) -> None:
    """Numbers in any writing, and names."""
    assert f"/2568/{item}/" in pasted(page, query)[0]


@pytest.mark.parametrize(("query", "item"), AMONG_THREE.items())
def test_the_right_item_is_among_the_first_three(page: Page, query: str, item: str) -> None:
    """Parts of words, words inside unspaced text, other spellings, English."""
    found = pasted(page, query)
    assert any(f"/2568/{item}/" in finding for finding in found), found
    assert not page.locator(".md-search-result__terms").first.is_visible()


@pytest.mark.parametrize(("query", "item"), LOOSELY.items())
def test_where_no_page_has_all_words_those_with_some_are_shown_and_said_to_be(
    page: Page, query: str, item: str
) -> None:
    """Among three; the note goes with the next search that finds all."""
    found = pasted(page, query)
    assert any(f"/2568/{item}/" in finding for finding in found), found
    note = page.locator(".oit-loose")
    expect(note).to_be_visible()
    pasted(page, "ภาษี")
    expect(note).to_be_hidden()


@pytest.mark.parametrize(("query", "document"), IN_DOCUMENTS.items())
def test_a_document_is_found_by_what_it_says(page: Page, query: str, document: str) -> None:
    """Not by its title alone."""
    found = pasted(page, query)
    assert any(finding.endswith(f"/2568/{document}") for finding in found), found


@pytest.mark.parametrize("query", [*FIRST, *AMONG_THREE, *LOOSELY, *IN_DOCUMENTS])
def test_typing_finds_what_pasting_finds(page: Page, query: str) -> None:
    """Key by key, every query."""
    expected = pasted(page, query)
    box = emptied(page)
    box.press_sequentially(query)
    page.wait_for_function(
        """expected => {
          const links = [...document.querySelectorAll("li > .md-search-result__link")].slice(0, 3);
          return links.map(one => one.getAttribute("href")).join() === expected;
        }""",
        arg=",".join(expected),
    )


def test_an_input_method_finds_what_it_composes(page: Page) -> None:
    """Its text grows in the box before it is settled."""
    box = emptied(page)
    box.focus()
    session = page.context.new_cdp_session(page)
    for so_far in ("ร้", "ร้อง", "ร้องเรียน"):
        caret = {"selectionStart": len(so_far), "selectionEnd": len(so_far)}
        session.send("Input.imeSetComposition", {"text": so_far, **caret})
    assert any("/2568/o17/" in hit for hit in hits(page))
    session.send("Input.insertText", {"text": "ร้องเรียน"})
    assert box.input_value() == "ร้องเรียน"
    assert any("/2568/o17/" in hit for hit in hits(page))


@pytest.mark.parametrize("query", ["ปักกิ่ง", "น้ำท่วม", "เบี้ยผู้สูงอายุ"])
def test_what_is_nowhere_has_no_hit(page: Page, query: str) -> None:
    """Nothing is better than something wrong, or than pages that share a common word."""
    emptied(page).fill(query)
    page.get_by_text("ไม่พบข้อมูลที่ค้นหา").wait_for()
    assert page.locator(".md-search-result__item").count() == 0
    shortcuts = page.locator(".oit-shortcuts")
    expect(shortcuts.get_by_role("link", name="ร้องเรียนทุจริต")).to_be_visible()
    expect(shortcuts.get_by_role("link", name="ข้อมูลทั้ง 22 ข้อ")).to_be_visible()
    expect(page.locator(".oit-loose")).to_be_hidden()


def test_nothing_of_the_search_is_loaded_before_it_is_wanted(
    browser: Browser, address: str
) -> None:
    """Neither the index nor the program that reads it."""
    page = new_page(browser)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/2568/o15/", wait_until="networkidle")
    assert not [one for one in asked if "/search" in one]
    page.locator(".md-search__input").fill("ภาษี")
    assert any("/2568/o9/" in hit for hit in hits(page))
    page.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_what_is_typed_as_soon_as_the_search_is_open_is_not_lost(
    browser: Browser, address: str, width: int
) -> None:
    """Although the program that searches comes only then."""
    page = new_page(browser)
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(f"{address}/2568/o15/", wait_until="networkidle")
    open_search(page)
    page.keyboard.type("ร้องเรียน")
    assert any("/2568/o17/" in hit for hit in hits(page))
    assert page.locator(".md-search__input").input_value() == "ร้องเรียน"
    page.close()


def test_an_address_may_bring_its_query(browser: Browser, address: str) -> None:
    """A search can be sent."""
    page = new_page(browser)
    page.goto(f"{address}/?q=O15")
    assert "/2568/o15/" in hits(page)[0]
    page.close()
