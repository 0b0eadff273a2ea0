"""How people begin to search, on a phone and on a desktop."""

from playwright.sync_api import Page


def open_search(page: Page) -> None:
    """Focus the search box: by the button of a phone, or where the box itself is shown."""
    opener = page.locator("[data-oit-opens=__search]")
    if opener.is_visible():
        opener.click()
    else:
        page.locator("#oit-query").focus()
