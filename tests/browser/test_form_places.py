"""An address opens the form at an entry and a field, as messages and pages link to them."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from helpers.form_backend import FormBackend
from helpers.support import copy_sample
from oit.contract.addresses import admin_field_path

RECORD = "admin/#/collections/oit-2568/entries/o15"


@pytest.fixture(scope="module")
def form(
    browser: Browser, open_round: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    """The form of the sample site, with its records, signed in."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    FormBackend(copy_sample(tmp_path_factory.mktemp("form"))).serve(page)
    page.goto(f"{open_round}/{RECORD}")
    page.get_by_role("button", name="เข้าสู่ระบบ").click()
    expect(page.get_by_label("ปรับปรุงล่าสุด")).to_be_visible()
    yield page
    page.close()


def opened(form: Page, *field: str | int) -> Page:
    """The form, at the address of a field."""
    address = admin_field_path(RECORD, field)
    form.evaluate("(place) => { location.hash = place; }", address.partition("#")[2])
    return form


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (("evidence", 2, "published"), "2024-12-09"),
        (("evidence", 6, "title"), "สรุปผลการจัดซื้อจัดจ้าง (สขร.1) เดือนมีนาคม 2568"),
        (("reviews", 5, "date"), "2025-04-28"),
        (("updated",), "2025-04-18"),
    ],
)
def test_an_address_opens_the_entry_and_goes_to_the_field(
    form: Page, field: tuple[str | int, ...], value: str
) -> None:
    """Of evidence, of a review or of the record: unfolded, in view, and ready to type into."""
    focused = opened(form, *field).locator("input:focus, textarea:focus")
    expect(focused).to_have_value(value)
    expect(focused).to_be_in_viewport()


def test_a_field_that_the_form_writes_itself_opens_its_entry(form: Page) -> None:
    """The kind of an entry is no field of the form."""
    opened(form, "evidence", 3, "kind")
    expect(form.locator('[id^="for-field-"]:focus')).to_be_in_viewport()


def test_a_place_that_is_not_there_does_no_harm(form: Page) -> None:
    """Somebody may have taken the entry out since, and an address may be made up."""
    opened(form, "evidence", 98, "published")
    opened(form, '"]', 0, "x")
    focused = opened(form, "evidence", 1, "title").locator("input:focus")
    expect(focused).to_have_value("สรุปผลการจัดซื้อจัดจ้าง (สขร.1) เดือนตุลาคม 2567")


def test_whoever_works_is_not_moved(form: Page) -> None:
    """Once a place was shown, what changes in the form leaves the hands where they are."""
    opened(form, "evidence", 1, "title")
    expect(form.locator("input:focus")).to_have_value("สรุปผลการจัดซื้อจัดจ้าง (สขร.1) เดือนตุลาคม 2567")
    form.get_by_label("ปรับปรุงล่าสุด").focus()
    form.get_by_role("button", name="เพิ่มหลักฐาน").click()
    form.keyboard.press("Escape")
    expect(form.locator('[id^="title-field-"]:focus')).to_have_count(0)
