"""What the guide's pictures of the desk show is what the desk does."""

from pathlib import Path

from playwright.sync_api import Page, expect

from helpers.support import copy_sample
from maintain.driven_desk import NAMES, begin_none, came, choose_files, desk, look_again
from maintain.driven_form import take_out_summary

STATES = {"due": "ready", "again": "asks", "photograph": "refused"}


def test_the_pictures_show_a_file_of_each_kind(tmp_path: Path, page: Page) -> None:
    """One that is ready, one that is asked about and one that is refused."""
    site = copy_sample(tmp_path)
    summary = take_out_summary(site, tmp_path)
    with desk(site) as address:
        page.goto(address)
        choose_files(page, came(site, summary))
        for file, state in STATES.items():
            card = page.locator(f".card.{state}")
            expect(card.get_by_role("heading", name=NAMES[file], exact=True)).to_be_visible()
        look_again(page)
        expect(page.locator("main .lines")).to_contain_text(summary.name)


def test_what_is_due_is_entered_without_a_file(tmp_path: Path, page: Page) -> None:
    """The form knows the item and the month of what was chosen."""
    site = copy_sample(tmp_path)
    take_out_summary(site, tmp_path)
    with desk(site) as address:
        page.goto(address)
        begin_none(page)
        expect(page.locator("#f-cell option:checked")).to_contain_text("เดือนมีนาคม 2568")
        page.locator("#f-reason").fill("ไม่มีการจัดซื้อจัดจ้าง")
        page.locator("form[data-entry] button").click()
        expect(page.locator(".card.ready")).to_have_count(1)
