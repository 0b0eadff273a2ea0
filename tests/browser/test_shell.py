"""The shell of the pages: filters, languages, a way back for who is lost."""

import pytest
from playwright.sync_api import Browser, Page, expect

ROWS = "#checklist ~ .oit-scroll tr[data-owners]"


def test_the_checklist_filters_by_owner_status_and_frequency(
    plain_page: Page, address: str
) -> None:
    """With script or without."""
    plain_page.goto(f"{address}/2568/")
    rows = plain_page.locator(ROWS)
    assert rows.count() == 22
    plain_page.select_option("select[name=frequency]", "monthly")
    shown = [row for row in rows.all() if row.is_visible()]
    assert 0 < len(shown) < 22
    assert {row.get_attribute("data-frequency") for row in shown} == {"monthly"}
    plain_page.select_option("select[name=owners]", "enforcement")
    fewer = [row for row in rows.all() if row.is_visible()]
    assert 0 < len(fewer) < len(shown)
    assert all("enforcement" in str(row.get_attribute("data-owners")).split() for row in fewer)
    plain_page.get_by_role("button", name="แสดงทั้งหมด").click()
    assert all(row.is_visible() for row in rows.all())


def test_a_filtered_list_can_be_sent_and_says_how_much_it_shows(page: Page, address: str) -> None:
    """The choice is in the address; headings with nothing under them go."""
    page.goto(f"{address}/2568/?owners=schools")
    assert page.locator(".oit-filter__count").inner_text() == "แสดง 1 จาก 22 ข้อ"
    assert page.locator("[data-oit-group]:visible").count() == 1
    page.select_option("select[name=owners]", "")
    assert page.url.endswith("/2568/")
    assert page.locator(".oit-filter__count").inner_text() == ""


def test_a_choice_that_nothing_meets_says_so(page: Page, address: str) -> None:
    """And how to go on."""
    page.goto(f"{address}/2568/?status=stale&owners=registration")
    said = page.locator("output").inner_text()
    assert said == "ไม่พบข้อตามเงื่อนไขที่เลือก กด “แสดงทั้งหมด” เพื่อเริ่มใหม่"


@pytest.mark.parametrize("path", ["2568/", "2568/due/", "divisions/finance/", "404.html"])
def test_a_page_in_thai_alone_leads_to_the_english_home(
    page: Page, address: str, path: str
) -> None:
    """Nobody is left without a way on."""
    page.goto(f"{address}/{path}")
    page.locator("a.oit-language").click()
    assert page.url == f"{address}/en/"


def test_what_another_wrote_into_the_address_chooses_nothing(page: Page, address: str) -> None:
    """Only choices that the form has."""
    page.goto(f"{address}/2568/?owners=%22%5D%20*&status=nonsense&constructor=x")
    assert page.locator(ROWS).first.is_visible()
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
            "link[hreflang]", "all => all.map(one => [one.hreflang, one.href])"
        )
        assert named == [
            ["th", f"{address}/{thai}"],
            ["en", f"{address}/{english}"],
            ["x-default", f"{address}/{thai}"],
        ]
        page.get_by_role("link", name=name).click()
        page.wait_for_url(f"{address}/{other}")


@pytest.mark.parametrize("path", ["en/", "en/data/", "en/2568/o6/", "en/2568/o15/"])
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


@pytest.mark.parametrize(
    ("opens", "shows"), [("__drawer", ".md-nav__link"), ("__search", ".md-search__input")]
)
def test_a_phone_s_menu_and_search_open_by_keyboard(
    browser: Browser, address: str, opens: str, shows: str
) -> None:
    """And say whether they are open."""
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto(address)
    button = page.locator(f"[data-oit-opens={opens}]")
    button.focus()
    page.keyboard.press("Enter")
    page.locator(shows).first.wait_for(state="visible")
    assert button.get_attribute("aria-expanded") == "true"
    page.close()


def test_a_phone_s_menu_is_gone_through_and_left_by_keyboard(
    browser: Browser, address: str
) -> None:
    """Who opens it is in it; Escape goes back to the button; behind it nothing has the focus."""
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto(f"{address}/2568/o15/")
    button, links = page.locator("[data-oit-opens=__drawer]"), page.locator("#oit-menu a")
    button.focus()
    page.keyboard.press("Enter")
    expect(links.first).to_be_focused()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(page.locator("#__drawer")).not_to_be_checked()
    page.keyboard.press("Enter")
    for _ in range(links.count()):
        expect(page.locator("#oit-menu a:focus")).to_have_count(1)
        page.keyboard.press("Tab")
    expect(page.locator("#oit-menu a:focus")).to_have_count(0)
    expect(page.locator("#__drawer")).not_to_be_checked()
    page.close()


def test_a_phone_s_search_can_be_written_into_at_once(browser: Browser, address: str) -> None:
    """The box has the focus when it opens, and what is written is found."""
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto(address)
    page.locator("[data-oit-opens=__search]").click()
    page.keyboard.insert_text("ร้องเรียน")
    page.locator(".md-search-result__link[href*='/o17/']").first.wait_for()
    page.close()


@pytest.mark.parametrize("letter", ["/", "s", "f", "n", "."])
def test_a_letter_alone_is_no_shortcut(page: Page, address: str, letter: str) -> None:
    """WCAG 2.1.4: it may be a word that somebody dictates."""
    page.goto(f"{address}/2568/o15/")
    page.keyboard.press("Shift")
    page.wait_for_load_state("networkidle")
    page.keyboard.press(letter)
    expect(page.locator("#__search")).not_to_be_checked()
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
    assert page.locator(".oit-crumbs").count() == 1
    assert page.locator(".oit-crumbs a").all_inner_texts() == way


@pytest.mark.parametrize("width", [320, 390, 768, 769])
@pytest.mark.parametrize("path", ["", "en/"])
def test_the_header_names_the_office_at_any_width(
    browser: Browser, address: str, path: str, width: int
) -> None:
    """Once, and not cut off."""
    page = browser.new_page(viewport={"width": width, "height": 700})
    page.goto(f"{address}/{path}")
    names = page.locator(".oit-site-name:visible, .oit-office-name:visible")
    expect(names).to_have_count(1)
    assert names.evaluate("one => one.scrollWidth <= one.clientWidth && one.offsetHeight <= 48")
    page.close()


def test_print_keeps_the_banner_and_drops_what_cannot_be_clicked(
    new_page: Page, address: str
) -> None:
    """A late item says on paper too that it is late."""
    page = new_page
    page.emulate_media(media="print")
    page.goto(f"{address}/2568/o9/")
    assert page.locator(".md-banner").is_visible()
    assert page.locator(".oit-notice").first.is_visible()
    assert page.locator(".oit-footer").last.is_visible()
    for gone in (".md-header", ".md-tabs", ".oit-around"):
        assert not page.locator(gone).is_visible(), gone
