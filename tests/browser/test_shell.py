"""The shell of the pages: a status that ages, filters, languages, a way back for who is lost."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.xdist_group("browser")

ON_THE_DAY = "2025-04-29T05:00:00Z"
LONG_AFTER = "2025-07-01T05:00:00Z"
ROWS = "#checklist ~ .oit-scroll tr[data-owners]"


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def plain_page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page with script, and one without."""
    context = browser.new_context(java_script_enabled=request.param)
    yield context.new_page()
    context.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def visited(page: Page, address: str, at: str) -> Page:
    page.clock.set_fixed_time(at)
    page.goto(address)
    return page


def test_a_page_claims_to_be_current_only_until_its_deadline(page: Page, open_round: str) -> None:
    """A site that nobody rebuilds says so by itself."""
    visited(page, f"{open_round}/2568/o15/", ON_THE_DAY)
    assert page.locator(".oit-lead .oit-badge").inner_text() == "เป็นปัจจุบัน"
    visited(page, f"{open_round}/2568/o15/", LONG_AFTER)
    assert page.locator(".oit-lead .oit-badge").inner_text() == "เกินกำหนดปรับปรุง"
    notice = page.locator("h1 + .oit-notice").inner_text()
    assert "ครบกำหนดวันที่ 16 มิถุนายน 2568" in notice
    assert "ตั้งแต่วันที่ 29 เมษายน 2568" in notice


@pytest.mark.parametrize("path", ["", "2568/", "en/"])
def test_the_count_of_what_is_current_falls_with_the_marks(
    page: Page, open_round: str, path: str
) -> None:
    """The first figure on a page is not the last to be true."""
    for at, marked in ((ON_THE_DAY, 22), (LONG_AFTER, None)):
        visited(page, f"{open_round}/{path}", at)
        current = page.locator(
            "#items ~ ul .oit-badge--current, .oit-checklist .oit-badge--current"
        ).count()
        assert marked in (current, None)
        assert page.locator("[data-oit-full-until]").inner_text() == str(current)


@pytest.mark.parametrize(
    "path",
    ["2568/o10/", "2568/itap/", "2568/measures/", "2568/due/", "divisions/", "divisions/finance/"],
)
def test_marks_turn_wherever_they_stand(page: Page, open_round: str, path: str) -> None:
    """O5 and O13 alone are not due again in this round."""
    visited(page, f"{open_round}/{path}", ON_THE_DAY)
    lasting = page.locator(".oit-badge--current:not([data-oit-due-on])").count()
    turning = page.locator("[data-oit-due-on]").count()
    assert turning > lasting
    visited(page, f"{open_round}/{path}", "2026-01-01T05:00:00Z")
    assert page.locator(".oit-badge--current").count() == lasting
    assert page.locator(".oit-badge--stale").count() == turning
    assert page.locator("h1 + .oit-notice").is_visible()


def test_the_day_on_which_a_status_is_true_stands_beside_it(
    plain_page: Page, open_round: str
) -> None:
    """For who has no script; the mark that a script has turned is of no such day."""
    visited(plain_page, f"{open_round}/2568/o15/", ON_THE_DAY)
    assert "ณ วันที่ 29 เม.ย. 2568" in plain_page.locator(".oit-lead").inner_text()
    visited(plain_page, f"{open_round}/2568/o15/", LONG_AFTER)
    lead = plain_page.locator(".oit-lead").inner_text()
    assert ("เกินกำหนดปรับปรุง" in lead) != ("ณ วันที่ 29 เม.ย. 2568" in lead)


@pytest.mark.parametrize("path", ["2568/", "divisions/finance/"])
def test_what_has_to_be_done_turns_with_the_mark(page: Page, open_round: str, path: str) -> None:
    """No dash stands beside what is overdue."""
    visited(page, f"{open_round}/{path}", ON_THE_DAY)
    assert page.locator("[data-oit-once-due]").first.inner_text() == "–"
    visited(page, f"{open_round}/{path}", "2026-01-01T05:00:00Z")
    rows = page.locator("tr[data-oit-aged]")
    assert rows.count() > 0
    for row in rows.all():
        assert "–" not in row.locator("[data-label=สิ่งที่ต้องดำเนินการ]").inner_text()


@pytest.mark.parametrize("path", ["divisions/finance/", "2568/due/"])
def test_sentences_on_lateness_say_the_day_they_are_true_on(
    page: Page, open_round: str, path: str
) -> None:
    """They do not turn, so they must stay true."""
    visited(page, f"{open_round}/{path}", LONG_AFTER)
    for sentence in page.get_by_text("ไม่มีงวดใด").all():
        section = sentence.locator("xpath=ancestor::section[1]").inner_text()
        assert "วันที่ 29 เมษายน 2568" in section


def test_the_deadline_itself_is_still_in_time(page: Page, open_round: str) -> None:
    """In Bangkok, where the day begins seven hours before it does in Greenwich."""
    visited(page, f"{open_round}/2568/o15/", "2025-06-16T16:59:00Z")
    assert page.locator(".oit-lead .oit-badge").inner_text() == "เป็นปัจจุบัน"
    visited(page, f"{open_round}/2568/o15/", "2025-06-16T17:01:00Z")
    assert page.locator(".oit-lead .oit-badge").inner_text() == "เกินกำหนดปรับปรุง"


def test_a_closed_round_never_ages(page: Page, address: str) -> None:
    """It is what it was on the day it closed."""
    visited(page, f"{address}/2568/o15/", LONG_AFTER)
    assert page.locator(".oit-lead .oit-badge").inner_text().startswith("ครบถ้วน ณ วันปิดรอบ")
    assert page.locator("[data-oit-due-on], h1 + .oit-notice").count() == 0


def test_an_english_page_ages_in_english(page: Page, open_round: str) -> None:
    """In the Common Era."""
    visited(page, f"{open_round}/en/2568/o15/", LONG_AFTER)
    assert page.locator(".oit-lead .oit-badge").inner_text() == "Overdue for update"
    assert "due on 16 June 2025" in page.locator("h1 + .oit-notice").inner_text()


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
    assert said == "ไม่มีข้อที่ตรงกับที่เลือกทั้งหมดนี้ กด “แสดงทั้งหมด” เพื่อเลือกใหม่"


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
    assert page.locator(".oit-list a").count() == 22
    page.get_by_role("link", name="O15").click()
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


def test_a_phone_s_search_can_be_written_into_at_once(browser: Browser, address: str) -> None:
    """The box has the focus when it opens, and what is written is found."""
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto(address)
    page.locator("[data-oit-opens=__search]").click()
    page.keyboard.insert_text("ร้องเรียน")
    page.locator(".md-search-result__link[href*='/o17/']").first.wait_for()
    page.close()


def test_the_key_that_wakes_the_search_opens_it(page: Page, address: str) -> None:
    """Although the program that listens to it is loaded by that very key."""
    page.goto(address)
    page.keyboard.press("/")
    page.wait_for_function("() => document.activeElement.matches('.md-search__input')")


def test_the_palette_changes_by_keyboard_and_is_kept(page: Page, address: str) -> None:
    """The focus stays on the button that takes its place."""
    page.goto(address)
    page.locator(".oit-palette:visible").focus()
    page.keyboard.press("Enter")
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    page.reload()
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    page.locator(".oit-palette:visible").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"


def test_who_reads_in_the_dark_sees_no_light_page_first(browser: Browser, address: str) -> None:
    """The system's choice is on the page before any script after the first has come."""
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.route(re.compile(r"/(?!start)[^/]+\.js$"), lambda route: route.abort())
    page.goto(f"{address}/2568/o15/")
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
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


def test_print_keeps_the_banner_and_drops_what_cannot_be_clicked(page: Page, address: str) -> None:
    """A late item says on paper too that it is late."""
    page.emulate_media(media="print")
    page.goto(f"{address}/2568/o9/")
    assert page.locator(".md-banner").is_visible()
    assert page.locator(".oit-notice").first.is_visible()
    assert page.locator(".oit-footer").last.is_visible()
    for gone in (".md-header", ".md-tabs", ".oit-around"):
        assert not page.locator(gone).is_visible(), gone
