"""Whoever opens a pull request is a stranger: what they write does not run in a browser."""

from pathlib import Path

from playwright.sync_api import Browser, Dialog, Request

from helpers.commands import run
from helpers.search_box import asked, open_search
from helpers.support import copy_site, replace, serving

PAYLOAD = "</title></script><img src=x onerror=alert(1)><script>alert(2)</script>"
QUOTED = f"'\"><svg onload=alert(3)>{PAYLOAD}'"
RECORD = "oit_items/2568/O01/record.md"
MANDATE = "oit_items/2568/mandate.yml"

PLACES = (
    replace(MANDATE, "title_th: สรุปผลการจัดซื้อจัดจ้าง", f"title_th: {QUOTED}"),
    replace(MANDATE, "about_th: ดูว่าสำนักงานเขตซื้ออะไร", f"about_th: {QUOTED}"),
    replace(MANDATE, "label_th: ประกาศจัดซื้อจัดจ้าง", f"label_th: {QUOTED}"),
    replace(MANDATE, "name_th: ข้อมูลพื้นฐาน", f"name_th: {QUOTED}"),
    replace("oit_items/divisions.yml", "name_th: ฝ่ายการคลัง", f"name_th: {QUOTED}"),
    replace(
        "oit_items/2568/round.yml", "note_th: วันปิดรอบเป็นข้อกำหนดของโครงการ", f"note_th: {QUOTED}"
    ),
    replace(RECORD, "title: แบบวัด EIT", f"title: {QUOTED}"),
    replace(RECORD, "by: หัวหน้าฝ่ายการคลัง", f"by: {QUOTED}"),
    replace(RECORD, "reason: ไม่มีการจัดซื้อจัดจ้างในเดือนนี้", f"reason: {QUOTED}"),
    replace(
        RECORD,
        "https://example.go.th/eit",
        'https://example.go.th/?a="><img/src=x/onerror=alert(4)>',
    ),
    replace(
        RECORD,
        "## ประกาศจัดซื้อจัดจ้าง {#",
        "## ก \\<img src=x onerror=alert(5)\\> &lt;script&gt;alert(6)&lt;/script&gt; {#",
    ),
    replace(
        RECORD,
        "ประกาศที่ 1",
        "`<script>alert(7)</script>` [a](https://a.th '\\\" onmouseover=alert(8)')",
    ),
)


def test_nothing_that_is_written_runs(browser: Browser, tmp_path: Path) -> None:
    """In titles, labels, names, reasons, addresses, headings and text; on every page, in search."""
    site = copy_site("current", tmp_path)
    for edit in PLACES:
        edit(site)
    done = run("mkdocs", "build", "--quiet", cwd=site, OIT_GATE="report")
    assert done.returncode == 0, done.stdout + done.stderr

    ran: list[str] = []

    def answer(dialog: Dialog) -> None:
        ran.append(dialog.message)
        dialog.dismiss()

    page = browser.new_page()
    page.on("dialog", answer)
    with serving(site / "site") as address:

        def note(request: Request) -> None:
            if not request.url.startswith((address, "data:")):
                ran.append(request.url)

        page.on("request", note)
        for path in ("", "2568/", "2568/o1/", "divisions/", "divisions/finance/", "data/"):
            response = page.goto(f"{address}/{path}", wait_until="networkidle")
            assert response is not None
            assert response.ok
            forged = "img[src=x], svg[onload], [onerror], [onmouseover]"
            assert page.locator(forged).count() == 0, path
            marks = page.locator("[data-oit-status]")
            assert marks.count() == page.locator("[data-oit-status='complete']").count()
        open_search(page)
        assert asked(page, "onerror")
    page.close()
    assert ran == []
