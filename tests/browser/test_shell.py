"""The shell of the pages: menu, languages, where one is, a way back for who is lost."""

import pytest
from playwright.sync_api import Browser, Page, expect


@pytest.mark.parametrize("path", ["2568/due/", "divisions/finance/", "404.html"])
def test_a_page_in_thai_alone_leads_to_the_english_home(
    page: Page, address: str, path: str
) -> None:
    """Nobody is left without a way on."""
    page.goto(f"{address}/{path}")
    page.locator("a.en").click()
    assert page.url == f"{address}/en/"


def test_what_another_wrote_into_the_address_chooses_nothing(page: Page, address: str) -> None:
    """Only choices that the form has."""
    page.goto(f"{address}/2568/?owners=%22%5D%20*&status=nonsense&constructor=x")
    assert page.locator("tbody tr[data-owners]:visible").count() == 22
    assert page.locator("select[name=owners]").input_value() == ""


@pytest.mark.parametrize(
    ("thai", "english"), [("", "en/"), ("data/", "en/data/"), ("2568/o15/", "en/2568/o15/")]
)
def test_a_page_in_two_languages_names_both_and_leads_to_the_other(
    page: Page, address: str, thai: str, english: str
) -> None:
    """By `lang`, by `hreflang`, and by a link that people see."""
    for path, language, other, name in (
        (thai, "th", english, "English"),
        (english, "en", thai, "ภาษาไทย"),
    ):
        page.goto(f"{address}/{path}")
        assert page.locator("html").get_attribute("lang") == language
        named = page.eval_on_selector_all(
            "link[hreflang]", "all => all.map(link => [link.hreflang, link.href])"
        )
        assert named == [
            ["th", f"{address}/{thai}"],
            ["en", f"{address}/{english}"],
            ["x-default", f"{address}/{thai}"],
        ]
        page.locator("header").get_by_role("link", name=name).click()
        page.wait_for_url(f"{address}/{other}")


@pytest.mark.parametrize("path", ["en/", "en/data/", "en/2568/", "en/2568/o6/", "en/2568/o15/"])
def test_thai_on_an_english_page_is_marked_as_thai(page: Page, address: str, path: str) -> None:
    """So that a screen reader reads it as what it is."""
    page.goto(f"{address}/{path}")
    unmarked = page.evaluate(
        """() => {
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const found = [];
          while (walker.nextNode()) {
            const parent = walker.currentNode.parentElement;
            const isThai = /[ก-๛]/.test(walker.currentNode.data);
            if (isThai && !parent.closest('[lang=th], script, template')) {
              found.push(walker.currentNode.data);
            }
          }
          return found;
        }"""
    )
    assert unmarked == []


def test_who_has_lost_the_way_finds_every_item(page: Page, address: str) -> None:
    """The page for what is not there lists what is."""
    page.goto(f"{address}/404.html")
    listed = page.locator("main .plain a")
    assert listed.count() == 22
    listed.nth(14).click()
    page.wait_for_url(f"{address}/2568/o15/")


def test_a_phone_s_menu_opens_and_shuts_by_keyboard(browser: Browser, address: str) -> None:
    """Without script too; while it is shut, none of its links has the focus."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(f"{address}/2568/o15/")
    button, links = page.locator(".menu summary"), page.locator(".menu a")
    expect(links.first).to_be_hidden()
    button.focus()
    page.keyboard.press("Enter")
    expect(links.first).to_be_visible()
    page.keyboard.press("Tab")
    expect(links.first).to_be_focused()
    button.focus()
    page.keyboard.press("Enter")
    expect(links.first).to_be_hidden()
    context.close()


@pytest.mark.parametrize("path", ["", "2568/", "2568/o15/", "guide/form/", "en/"])
def test_a_phone_and_a_desktop_have_the_same_menu(page: Page, address: str, path: str) -> None:
    """Of at most five entries; the phone's has the other language besides."""
    page.goto(f"{address}/{path}")
    wide = page.locator(".nav a").evaluate_all("all => all.map(link => link.href)")
    narrow = page.locator(".menu a").evaluate_all("all => all.map(link => link.href)")
    assert 0 < len(wide) <= 5
    assert narrow[:-1] == wide


@pytest.mark.parametrize("letter", ["/", "s", "f", "n", "."])
def test_a_letter_alone_is_no_shortcut(page: Page, address: str, letter: str) -> None:
    """WCAG 2.1.4: it may be a word that somebody dictates."""
    page.goto(f"{address}/2568/o15/")
    page.keyboard.press(letter)
    expect(page.locator("#search-panel")).to_be_hidden()
    assert page.evaluate("document.activeElement === document.body")
    assert page.url == f"{address}/2568/o15/"


def test_who_reads_in_the_dark_sees_no_light_page_first(browser: Browser, address: str) -> None:
    """The system's choice holds without any script."""
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.route("**/*.js", lambda route: route.abort())
    page.goto(f"{address}/2568/o15/")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == "rgb(16, 23, 22)"
    context.close()


@pytest.mark.parametrize(
    ("path", "way"),
    [
        ("about/", ["หน้าแรก"]),
        ("guide/form/", ["หน้าแรก", "คู่มือเจ้าหน้าที่"]),
        ("guide/messages/", ["หน้าแรก", "คู่มือเจ้าหน้าที่"]),
        ("en/data/", ["Home"]),
        ("2568/o15/", ["หน้าแรก", "OIT ปี 2568"]),
    ],
)
def test_every_page_says_once_where_it_stands(
    page: Page, address: str, path: str, way: list[str]
) -> None:
    """Whether a person or a program wrote it."""
    page.goto(f"{address}/{path}")
    assert page.locator(".crumb").count() == 1
    assert page.locator(".crumb a").all_inner_texts() == way


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
@pytest.mark.parametrize("path", ["", "en/"])
def test_the_header_names_the_office_at_any_width(
    browser: Browser, address: str, path: str, width: int
) -> None:
    """Once, not cut off, and the header takes no more than a fifth of a small screen."""
    page = browser.new_page(viewport={"width": width, "height": 700})
    page.goto(f"{address}/{path}")
    name = page.locator(".site:visible")
    expect(name).to_have_count(1)
    assert name.evaluate("name => name.scrollWidth <= name.clientWidth")
    assert name.evaluate("name => name.closest('header').offsetHeight") <= 700 / 5
    page.close()


def test_print_keeps_what_is_said_of_the_site_and_drops_what_cannot_be_clicked(
    new_page: Page, address: str
) -> None:
    """A late item says on paper too that it is late."""
    page = new_page
    page.emulate_media(media="print")
    page.goto(f"{address}/2568/o9/")
    letterhead = page.locator(".letter").inner_text()
    assert "เว็บไซต์สาธิต มิใช่เว็บไซต์ทางการ" in letterhead
    assert "30 เมษายน 2568" in letterhead
    assert page.locator("[data-state]").is_visible()
    for gone in (".top", ".nav", ".crumb", ".foot", ".skip"):
        assert not page.locator(gone).is_visible(), gone
