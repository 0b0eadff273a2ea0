"""A strict policy from the server too: everything works, nothing is blocked, nothing leaves."""

import functools
import http.server
import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from helpers.builds import built
from helpers.real_office import SITE_URL, make_real
from helpers.search_box import HITS, open_search
from helpers.site_kinds import kinds_of
from helpers.support import copy_sample, serving
from oit.outputs.pages.frame import CONTENT_POLICY


class _Strict(http.server.SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        """Send what the page guide/hosting/ tells a server to send."""
        policy = f"{CONTENT_POLICY}; frame-ancestors 'none'"
        self.send_header("Content-Security-Policy", policy)
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 -- its name there
        """Say nothing."""


@pytest.fixture(scope="module")
def strict(late_site: Path) -> Iterator[str]:
    """The site in a folder of another, from a server that sends the policy."""
    parent = late_site.parent / "elsewhere"
    parent.mkdir()
    (parent / "oit").symlink_to(late_site)
    handler = functools.partial(_Strict, directory=str(parent))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/oit"
    server.shutdown()
    server.server_close()


def watched(browser: Browser, address: str) -> tuple[Page, list[str]]:
    """A page, and what goes wrong on it: messages, blocked or failed requests, other hosts."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    trouble: list[str] = []
    page.on("console", lambda message: trouble.append(message.text[:200]))
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("requestfailed", lambda request: trouble.append(request.url))
    page.on(
        "request",
        lambda asked: None if asked.url.startswith(address) else trouble.append(asked.url),
    )
    return page, trouble


def test_no_kind_of_page_is_stopped_by_the_policy_or_asks_elsewhere(
    browser: Browser, late_site: Path, strict: str
) -> None:
    """Folded parts opened, so that what is in them loads.

    404.html finds its place by `site_url`.
    """
    page, trouble = watched(browser, strict)
    for path in kinds_of(late_site):
        if path != "404.html":
            page.goto(f"{strict}/{path}", wait_until="networkidle")
            page.eval_on_selector_all("main summary", "all => all.forEach(part => part.click())")
            assert trouble == [], path
    page.close()


def test_search_and_filter_work_under_the_policy(browser: Browser, strict: str) -> None:
    """The parts that need script, and the worker of the search."""
    page, trouble = watched(browser, strict)
    page.goto(f"{strict}/2568/")
    page.get_by_label("หน่วยงาน").select_option("schools")
    expect(page.locator("form.filter output")).to_have_text("แสดง 1 จาก 22 ข้อ")
    open_search(page).fill("ร้องเรียน")
    page.locator(HITS).first.click()
    page.wait_for_url(f"{strict}/2568/o17/**")
    assert trouble == []
    page.close()


def test_an_office_s_own_site_tells_catalogues_what_a_page_holds_under_the_policy(
    browser: Browser, tmp_path: Path
) -> None:
    """Data in a page is no script: the policy, which lets none run there, is quiet."""
    site = copy_sample(tmp_path)
    make_real(site)
    built(site, OIT_AS_OF="2025-04-29", OIT_GATE="report", OIT_REHEARSAL="1")
    sitemap = (site / "site/sitemap.xml").read_text("utf-8")
    for path in ("", "2568/o15/", "data/", "en/data/", "guide/form/"):
        assert sitemap.count(f"<loc>{SITE_URL}{path}</loc>") == 1
    with serving(site / "site") as address:
        page, trouble = watched(browser, address)
        page.goto(f"{address}/2568/o15/", wait_until="networkidle")
        block = page.locator("script[type='application/ld+json']").text_content()
        named = page.eval_on_selector_all(
            "link",
            "all => all.filter(link => link.relList.contains('alternate')).map(link => link.type)",
        )
        page.close()
    assert json.loads(block or "")["@type"] == "Dataset"
    forms = {"application/json", "text/csv", "application/ld+json", "application/atom+xml"}
    assert forms <= set(named)
    assert trouble == []
