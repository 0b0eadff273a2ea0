"""Pictures of the README and the guide are drawn with a font that has Thai letters."""

from playwright.sync_api import Page

from maintain.screenshots import shows_thai


def test_a_page_of_the_site_brings_its_thai_letters_along(page: Page, address: str) -> None:
    """Whatever fonts the machine has."""
    page.goto(f"{address}/2568/o15/", wait_until="networkidle")
    assert shows_thai(page)


def test_a_page_without_them_is_not_drawn(page: Page) -> None:
    """Empty boxes would stand in its picture."""
    page.goto("about:blank")
    page.set_content("<p>ข้อมูล</p>")
    assert not shows_thai(page)
