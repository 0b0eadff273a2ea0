"""What is signed and what is filed come out of the printer as they should."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from oit.outputs.director_report.sheet import ReportSheet, report_html

A4 = (595, 842)
"""Points."""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of its own."""
    page = browser.new_page()
    yield page
    page.close()


def crowded() -> ReportSheet:
    """A sheet with as much on it as its lists hold."""
    name = "โรงเรียนในสังกัดกรุงเทพมหานครในพื้นที่เขต"
    line = "O15 ประกาศต่างๆ เกี่ยวกับการจัดซื้อจัดจ…: เกินกำหนดปรับปรุง 144 วัน (ฝ่ายการคลัง)"
    codes = "O10 O11 O12 O13 และอีก 12"
    return ReportSheet(
        title="รายงานการเปิดเผยข้อมูลสาธารณะ (OIT) ประจำเดือนกุมภาพันธ์ 2568",
        office="สำนักงานเขตตัวอย่าง",
        standing="ปีงบประมาณ พ.ศ. 2568 ข้อมูล ณ วันที่ 28 กุมภาพันธ์ 2568",
        notice="เว็บไซต์สาธิต ข้อมูลบางส่วนเป็นตัวอย่าง มิใช่ข้อมูลจริง ห้ามนำไปใช้อ้างอิง",
        summary="เป็นปัจจุบัน 2 จาก 22 ข้อ · เกินกำหนดหรือต้องแก้ไข 17 ข้อ · ครบกำหนดใน 30 วัน 17 ข้อ",
        late=(line,) * 6,
        coming=(f"28 กุมภาพันธ์ 2568: {codes} {codes}",) * 4,
        rows=((name, "10/11", codes, codes),) * 11,
        signers=("ผู้ประสานงานการเปิดเผยข้อมูล", "ผู้อำนวยการเขตตัวอย่าง"),
    )


def paper(page: Page) -> list[tuple[int, int]]:
    """The size of each printed page, in points."""
    printed = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    return [(round(one.mediabox.width), round(one.mediabox.height)) for one in printed.pages]


def test_the_director_s_report_prints_on_one_page_of_a4(page: Page, tmp_path: Path) -> None:
    """However much is late."""
    (tmp_path / "report.html").write_text(report_html(crowded()), "utf-8")
    page.goto((tmp_path / "report.html").as_uri())
    assert paper(page) == [A4]


def test_the_answer_pack_prints_on_a4_without_what_is_for_the_screen(
    page: Page, address: str
) -> None:
    """Answers and addresses, no menus; the banner of a demonstration stays."""
    page.goto(f"{address}/2568/itap/")
    assert set(paper(page)) == {A4}
    page.emulate_media(media="print")
    for hidden in (".md-header", ".oit-crumbs", ".oit-screen"):
        assert not page.locator(hidden).first.is_visible(), hidden
    assert page.locator(".oit-answer").count() == 22
    assert page.locator(".oit-banner").first.is_visible()
    assert page.locator("#answer-o15 .oit-address").first.is_visible()


def test_who_reads_in_the_dark_prints_as_by_day(browser: Browser, address: str) -> None:
    """Light letters are not to be read on white paper."""
    colours = []
    for scheme in ("light", "dark"):
        page = browser.new_page(
            color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce"
        )
        page.goto(f"{address}/2568/o9/")
        page.emulate_media(media="print")
        colours.append(
            page.eval_on_selector_all(
                "article *, .md-banner *",
                "all => all.map(one => [getComputedStyle(one).color, "
                "getComputedStyle(one).backgroundColor].join())",
            )
        )
        page.close()
    assert colours[0] == colours[1]
