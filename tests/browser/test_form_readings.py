"""The form reads days, periods and answers as the gate does, and writes them on a click."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect

from helpers.form_backend import FormBackend
from helpers.support import ROOT, copy_sample, replace
from oit.catalog.dates import ENGLISH_MONTHS, THAI_MONTHS, THAI_SHORT_MONTHS
from oit.model.written_dates import read_date, read_period
from oit.model.written_words import known_words, read_truth

ADMIN = ROOT / "hooks/oit/theme/admin"
RECORD = "oit_items/2568/O15/record.md"
DAYS = {
    "2025-04-09": "2025-04-09",
    "2568-04-09": "2025-04-09",
    "2568-4-9": "2025-04-09",
    "2025-4-9": "2025-04-09",
    "9/4/2568": "2025-04-09",
    "09.04.2568": "2025-04-09",
    "9-4-68": "2025-04-09",
    "๙/๔/๒๕๖๘": "2025-04-09",
    "9 เม.ย. 68": "2025-04-09",
    "9 เม.ย.2568": "2025-04-09",
    "๙ เมษายน ๒๕๖๘": "2025-04-09",
    "วันที่ 9 เดือนเมษายน พ.ศ. 2568": "2025-04-09",
    "9 April 2025": "2025-04-09",
    "9 Apr 2025": "2025-04-09",
    "2025-04-09 10:30": "2025-04-09",
    "2025-04-09T10:30:00": "2025-04-09",
    "29/2/2567": "2024-02-29",
    "29/2/2568": None,
    "31/4/2568": None,
    "9 Apr 25": None,
    "9 เม.ย. 25": None,
    "9 เมษา": None,
    "1/1/1900": None,
    "วันนี้": None,
    "": None,
}
PERIODS = {
    "2025-03": "2025-03",
    "2568-03": "2025-03",
    "3/2568": "2025-03",
    "03/68": "2025-03",
    "ธันวาคม 2569": "2026-12",
    "ต.ค.69": "2026-10",
    "เดือนมีนาคม พ.ศ. ๒๕๖๘": "2025-03",
    "March 2025": "2025-03",
    "ไตรมาส 2/2568": "FY2568-Q2",
    "ไตรมาสที่ 2 ปีงบประมาณ 2568": "FY2568-Q2",
    "6 เดือนแรก ปีงบประมาณ พ.ศ. 2568": "FY2568-H1",
    "ครึ่งปีหลัง 2568": "FY2568-H2",
    "ปีงบประมาณ พ.ศ. 2568": "FY2568",
    "มีนาคม": None,
    "13/2568": None,
    "ไตรมาส 5/2568": None,
}
TRUTHS = {"ใช่": "true", "จริง": "true", "ไม่ใช่": "false", "ไม่": "false", "อาจจะ": None}


@pytest.fixture(scope="module")
def readings(browser: Browser) -> Iterator[Page]:
    """A page with the readings of the form and nothing else of it."""
    page = browser.new_page()
    page.add_script_tag(path=ADMIN / "readings.js")
    page.evaluate("(words) => { window.read = oitReadings(words); }", dict(known_words()))
    yield page
    page.close()


def in_the_form(page: Page, kind: str, text: str) -> str | None:
    """What the form reads, as a record has it."""
    value = page.evaluate("([kind, text]) => read[kind](text)", [kind, text])
    return json.dumps(value) if isinstance(value, bool) else value


def by_the_gate(kind: str, text: str) -> str | None:
    """What the gate reads."""
    if kind == "truth":
        return read_truth(text)
    value = read_date(text) if kind == "date" else read_period(text)
    if value is None:
        return None
    return value.isoformat() if isinstance(value, date) else str(value)


@pytest.mark.parametrize(
    ("kind", "table"), [("date", DAYS), ("period", PERIODS), ("truth", TRUTHS)]
)
def test_both_readers_agree_on_what_people_type(
    readings: Page, kind: str, table: dict[str, str | None]
) -> None:
    """One table of examples: eras, digits, names of months, quarters, and what is not certain."""
    assert {text: by_the_gate(kind, text) for text in table} == table
    assert {text: in_the_form(readings, kind, text) for text in table} == table


_MONTHS = (*THAI_MONTHS, *THAI_SHORT_MONTHS, *ENGLISH_MONTHS, *(str(n) for n in range(14)))
_YEARS = st.sampled_from(["2568", "2025", "68", "25", "๒๕๖๘", "2400", "2401", "1899", "9999", ""])
_PIECES = st.sampled_from([" ", "", "/", "-", ".", " พ.ศ. ", " ค.ศ. ", " ปี ", " เดือน", "ไตรมาส"])


@given(st.tuples(st.integers(0, 33), _PIECES, st.sampled_from(_MONTHS), _PIECES, _YEARS))
def test_the_form_never_reads_what_the_gate_reads_otherwise(
    readings: Page, parts: tuple[int, str, str, str, str]
) -> None:
    """It may leave open what the gate reads; what it reads, the gate reads so."""
    for text in (
        "".join(map(str, parts)),
        "".join(map(str, parts[2:])),
        "".join(map(str, parts[:3])),
    ):
        for kind in ("date", "period"):
            assert in_the_form(readings, kind, text) in (None, by_the_gate(kind, text)), text


@pytest.fixture
def slips(browser: Browser, open_round: str, tmp_path: Path) -> Iterator[tuple[Page, FormBackend]]:
    """The form with a record whose days, month and answer somebody typed by hand."""
    site = copy_sample(tmp_path)
    november = "    periods:\n      - 2024-11"
    for old, new in (
        ("published: 2024-12-09", "published: 2567-12-09"),
        ("published: 2025-01-09", "published: 9 ม.ค. 68"),
        ("      - 2024-12\n", "      - ธันวาคม 2567\n"),
        (f"for: monthly-summary\n{november}", f"for: สรุปผลการจัดซื้อจัดจ้าง (สขร.1)\n{november}"),
        (
            "    published: 2024-11-08\n    sample: true\n  - kind: file",
            "    published: 2024-11-08\n    sample: ใช่\n  - kind: file",
        ),
    ):
        replace(RECORD, old, new)(site)
    page = browser.new_page(viewport={"width": 1280, "height": 1000})
    backend = FormBackend(site)
    backend.serve(page)
    page.goto(f"{open_round}/admin/#/collections/oit-2568/entries/o15?entry=3&field=published")
    page.get_by_role("button", name="เข้าสู่ระบบ").click()
    expect(page.locator("input:focus")).to_have_value("2567-12-09")
    yield page, backend
    page.close()


def test_a_click_writes_what_was_meant_and_nothing_else(slips: tuple[Page, FormBackend]) -> None:
    """Beside the field stands what was read, by its Thai name; what is saved then is right."""
    form, backend = slips
    said = form.locator(".oit-correction", has_text="“2567-12-09” น่าจะหมายถึงวันที่ 9 ธันวาคม 2567")
    expect(said).to_be_in_viewport()
    said.get_by_role("button", name="แก้เป็น 2024-12-09").click()
    expect(said).to_have_count(0)
    for name in (
        "แก้เป็น 2025-01-09",
        "แก้เป็น เดือนธันวาคม 2567 (2024-12)",
        "แก้เป็น สรุปผลการจัดซื้อจัดจ้าง (สขร.1) (monthly-summary)",
        "แก้เป็น ใช่ (true)",
    ):
        # Three of them are in entries that are folded up, so the button is asked and not the mouse.
        form.evaluate(
            "(name) => [...document.querySelectorAll('.oit-correction button')]"
            ".find((button) => button.textContent === name).click()",
            name,
        )
    expect(form.locator(".oit-correction")).to_have_count(0)
    form.get_by_role("button", name="ส่งเข้าระบบ").click()
    expect(form.get_by_text("ส่งเข้าระบบแล้ว")).to_be_visible()
    (saved,) = backend.saved
    text = saved["dataFiles"][0]["raw"]
    assert text == (ROOT / "tests/sites/sample" / RECORD).read_text("utf-8")


def test_a_right_value_has_nothing_beside_it(slips: tuple[Page, FormBackend]) -> None:
    """Five values of the record were typed by hand, and five have a correction."""
    form, _ = slips
    expect(form.locator(".oit-correction")).to_have_count(5)
