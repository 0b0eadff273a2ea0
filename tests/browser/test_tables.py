"""Tables on narrow screens, and the page that sorts, narrows and offers one."""

import pytest
from playwright.sync_api import Page

from helpers.support import ROOT
from helpers.tables import shown
from oit.outputs.templating import strict_environment

ASSETS = ROOT / "hooks/oit/theme/assets"
NAME = "ชื่อที่ยาวมาก" * 8
AMOUNT = "12345678.90"
TABLES = {
    "kept": f"งาน,ก (บาท)\n{NAME},{AMOUNT}\nสอง,1\n",
    "three": f"งาน,ก (บาท),ข (บาท),ค (บาท),หมายเหตุ\n{NAME},{AMOUNT},{AMOUNT},{AMOUNT},{NAME}\n",
    "four": f"งาน,{','.join(f'{n} (บาท)' for n in 'กขคงจ')}\n{NAME}{f',{AMOUNT}' * 5}\n",
    "words": f"{NAME},{NAME}2,{NAME}3,ง,จ\n{NAME},{NAME},{'x' * 100},1,2025-01-02\n",
}
PAGE = "/2568/o15/monthly-summary/"


def document(text: str) -> str:
    source = '{% from "_tables.html" import table %}{{ table(view) }}'
    table = strict_environment().from_string(source).render(view=shown(text))
    style = "".join(
        (ASSETS / f"{name}.css").read_text("utf-8") for name in ("site", "blocks", "tables")
    )
    return (
        f'<!doctype html><style>{style}</style><main class="wrap"><div class="sample">{table}</div>'
    )


def is_within(page: Page) -> bool:
    """Whether nothing of the page has to be scrolled to from the side."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


@pytest.mark.parametrize("width", [320, 360, 760, 1024, 1280])
@pytest.mark.parametrize("name", TABLES)
def test_no_table_makes_its_page_scroll_sideways(page: Page, name: str, width: int) -> None:
    """With names of 100 letters and amounts of millions with satang."""
    page.set_viewport_size({"width": width, "height": 900})
    page.set_content(document(TABLES[name]))
    assert is_within(page)


def test_figures_of_a_column_end_below_each_other(page: Page) -> None:
    """On the narrowest screen, in a table that keeps its columns."""
    page.set_viewport_size({"width": 320, "height": 900})
    page.set_content(document(TABLES["kept"]))
    ends = page.evaluate(
        "[...document.querySelectorAll('td.n')].map(cell => cell.getBoundingClientRect().right)"
    )
    assert len(set(ends)) == 1


@pytest.mark.parametrize("path", ["/2568/", "/2568/o15/", "/2568/o22/", PAGE])
def test_where_letters_alone_are_enlarged_a_wide_table_is_scrolled(
    page: Page, open_round: str, path: str
) -> None:
    """To twice their size on a screen of 1280 px: not its page; the keyboard reaches it."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(open_round + path)
    page.evaluate("document.documentElement.style.fontSize = '225%'")
    page.evaluate("dispatchEvent(new Event('resize'))")
    assert is_within(page)
    regions = page.locator(".region").evaluate_all(
        "all => all.filter(part => part.scrollWidth > part.clientWidth).map(part => part.tabIndex)"
    )
    assert regions
    assert set(regions) == {0}


@pytest.mark.parametrize("path", ["/2568/o22/", "/en/2568/o22/"])
def test_a_phone_shows_the_first_rows_of_a_long_table_and_at_a_touch_all(
    plain_page: Page, open_round: str, path: str
) -> None:
    """With script or without; wide screens and paper show all from the first."""
    plain_page.set_viewport_size({"width": 360, "height": 800})
    plain_page.goto(open_round + path)
    table = plain_page.locator(".long").first
    rows, whole = table.locator("tbody tr"), table.get_by_role("checkbox")
    assert table.locator("tbody tr:visible").count() == 3 < rows.count()
    whole.check()
    assert table.locator("tbody tr:visible").count() == rows.count()
    whole.uncheck()
    plain_page.emulate_media(media="print")
    assert table.locator("tbody tr:visible").count() == rows.count()
    assert not whole.is_visible()
    plain_page.emulate_media(media="screen")
    plain_page.set_viewport_size({"width": 1280, "height": 800})
    assert table.locator("tbody tr:visible").count() == rows.count()
    assert not whole.is_visible()


def names(page: Page) -> list[str]:
    return page.locator("#table tbody tr:not([hidden]) th").all_text_contents()


def test_rows_are_sorted_by_a_choice_and_come_back(page: Page, open_round: str) -> None:
    """The heading says how; the first choice is the table as it stood."""
    page.set_viewport_size({"width": 360, "height": 900})
    page.goto(open_round + PAGE)
    before = names(page)
    page.get_by_label("เรียงลำดับ").select_option(label="ราคาที่ตกลง มากไปน้อย")
    amounts = page.locator("#table tbody td.big").all_text_contents()
    figures = [float(amount.replace(",", "")) for amount in amounts]
    assert figures == sorted(figures, reverse=True)
    assert page.locator("#table th[aria-sort=descending]").text_content() == "ราคาที่ตกลง"
    page.get_by_label("เรียงลำดับ").select_option(index=0)
    assert names(page) == before
    assert page.locator("#table th[aria-sort]").count() == 0
    assert is_within(page)


def test_rows_are_narrowed_to_words_and_counted(page: Page, open_round: str) -> None:
    """The total of all rows does not stand below fewer, and no row is said to be none."""
    page.goto(open_round + PAGE)
    rows = len(names(page))
    page.get_by_label("ค้นหาในตาราง").fill("e-bidding")
    shown_rows = len(names(page))
    assert 0 < shown_rows < rows
    assert page.locator("form output").text_content() == f"แสดง {shown_rows} จาก {rows} แถว"
    assert not page.locator("#table tfoot").is_visible()
    page.get_by_label("ค้นหาในตาราง").fill("ไม่มีคำนี้")
    assert "ไม่พบแถว" in (page.locator("form output").text_content() or "")
    page.get_by_label("ค้นหาในตาราง").fill("")
    assert len(names(page)) == rows


def test_the_whole_table_is_read_without_script(plain_page: Page, open_round: str) -> None:
    """And can be downloaded."""
    plain_page.goto(open_round + PAGE)
    assert plain_page.locator("#table tbody tr").count() > 0
    assert plain_page.locator("a[href$='table.csv']").is_visible()
