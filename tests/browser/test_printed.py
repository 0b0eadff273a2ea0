"""What is signed and what is filed come out of the printer as they should."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from helpers.support import ROOT
from oit.outputs.director_report.letter import Letter, Passage, Point, Table, letter_html

A4 = (595, 842)
"""Points."""
LANDSCAPE = (842, 595)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of its own."""
    page = browser.new_page()
    yield page
    page.close()


def crowded() -> Letter:
    """A letter with as much on it as its lists hold."""
    name = "โรงเรียนในสังกัดกรุงเทพมหานครในพื้นที่เขต"
    line = "O15 ประกาศต่าง ๆ เกี่ยวกับการจัดซื้อ …: เกินกำหนดปรับปรุง 144 วัน (ฝ่ายพัฒนาชุมชนและสวัสดิการสังคม)"
    codes = "O10 O11 O12 O13 O14 O15 O16 O17 และอีก 14 ข้อ"
    few = "O10 O11 O12 O13 และอีก 18 ข้อ"
    return Letter(
        agency="สำนักงานเขตตัวอย่าง",
        notice="เว็บไซต์สาธิต ข้อมูลบางส่วนเป็นตัวอย่าง มิใช่ข้อมูลจริง ห้ามนำไปใช้อ้างอิง",
        subject="รายงานการเปิดเผยข้อมูลสาธารณะ (OIT) ประจำเดือนกุมภาพันธ์ 2568",
        to="ผู้อำนวยการเขตตัวอย่าง",
        passages=(
            Passage(
                "ตามที่สำนักงานเขตตัวอย่างต้องเปิดเผยข้อมูลตามแบบตรวจการเปิดเผยข้อมูลสาธารณะ (OIT) "
                "ปีงบประมาณ พ.ศ. 2568 จำนวน 22 ข้อ นั้น ขอรายงานผล ณ วันที่ 28 กุมภาพันธ์ 2568 ดังนี้"
            ),
            Point(
                "เป็นปัจจุบัน 2 จาก 22 ข้อ เกินกำหนดหรือต้องแก้ไข 17 ข้อ ได้รับการผ่อนผัน 1 ข้อ "
                "ยังไม่ถึงกำหนด 2 ข้อ และจะครบกำหนดภายใน 30 วัน 17 ข้อ"
            ),
            Point("รายการที่เกินกำหนดหรือต้องแก้ไข ได้แก่", (line,) * 4),
            Point(
                "รายการที่จะครบกำหนดภายในวันที่ 30 มีนาคม 2568 ได้แก่",
                (f"28 กุมภาพันธ์ 2568: {codes}",) * 3,
            ),
            Passage("จำนวนข้อของแต่ละหน่วยงานปรากฏตามสิ่งที่ส่งมาด้วย"),
        ),
        closing="จึงเรียนมาเพื่อโปรดทราบ และพิจารณามอบหมายหน่วยงานที่เกี่ยวข้องดำเนินการต่อไป",
        noted_by="ผู้อำนวยการเขตตัวอย่าง",
        enclosure=Table("รายหน่วยงาน", ("หน่วยงาน",) * 4, ((name, "10/11", few, few),) * 11),
    )


def printed(page: Page) -> PdfReader:
    """The page as the printer gets it."""
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))


def paper(page: Page) -> list[tuple[int, int]]:
    """The size of each printed page, in points."""
    sheets = printed(page).pages
    return [(round(sheet.mediabox.width), round(sheet.mediabox.height)) for sheet in sheets]


def sheets_with(page: Page, mark: str) -> list[int]:
    """The numbers of the sheets on which a mark of Latin letters stands."""
    sheets = printed(page).pages
    return [number for number, sheet in enumerate(sheets) if mark in sheet.extract_text()]


def mark_dossier(page: Page) -> None:
    """Write marks at the beginning and the end of the dossier, which a PDF's text keeps."""
    page.locator("#dossier .facts dt").first.evaluate("name => name.append('FIRST')")
    page.locator("#dossier .sign p").last.evaluate("last => last.append('LAST')")


def test_the_director_s_report_prints_on_one_page_of_a4_and_its_enclosure_on_one(
    page: Page, tmp_path: Path
) -> None:
    """However much is late."""
    # The machine's own fonts have no part in it.
    html = letter_html(crowded())
    for weight, name in ((400, "Sarabun Regular"), (700, "Sarabun Bold")):
        font = ROOT / f"hooks/oit/outputs/fonts/sarabun-{weight}.ttf"
        html = html.replace(f'local("{name}")', f'url("{font.as_uri()}")')
    (tmp_path / "report.html").write_text(html, "utf-8")
    page.goto((tmp_path / "report.html").as_uri())
    assert paper(page) == [A4, A4]


def test_the_answer_pack_prints_on_a4_without_what_is_for_the_screen(
    page: Page, address: str
) -> None:
    """Answers and addresses, no menus; the head says that it is a demonstration."""
    page.goto(f"{address}/2568/itap/")
    assert set(paper(page)) == {A4}
    page.emulate_media(media="print")
    for hidden in (".top", ".crumb", "main .legend"):
        assert not page.locator(hidden).first.is_visible(), hidden
    assert page.locator(".answered").count() == 22
    assert page.locator(".letter").first.is_visible()
    assert page.locator("#answer-o15 .address").first.is_visible()


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
                "main *",
                "all => all.map(one => [getComputedStyle(one).color, "
                "getComputedStyle(one).backgroundColor].join())",
            )
        )
        page.close()
    assert colours[0] == colours[1]


@pytest.mark.parametrize("number", range(1, 23))
def test_the_certificate_of_an_item_is_one_sheet(page: Page, address: str, number: int) -> None:
    """However many periods or divisions it has, and though its fold is shut on the screen."""
    page.goto(f"{address}/2568/o{number}/")
    mark_dossier(page)
    first, last = sheets_with(page, "FIRST"), sheets_with(page, "LAST")
    assert len(first) == 1
    assert first == last


def test_the_checklist_of_a_round_is_one_landscape_sheet(page: Page, address: str) -> None:
    """It hangs on a wall: all items at a glance."""
    page.goto(f"{address}/2568/")
    assert paper(page) == [LANDSCAPE]
