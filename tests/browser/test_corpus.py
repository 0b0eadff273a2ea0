"""Nothing that a stranger writes runs, calls home, or passes for what the site itself says."""

import json
import os
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request

from helpers.attack_corpus import FIELDS, LINKS, QUIET, RAW, TURNED
from helpers.broken import BROKEN
from helpers.commands import run
from helpers.edits import LEDGER, O1, WAIVERS, ledger, waiver
from helpers.rendered import render
from helpers.search_box import asked, open_search
from helpers.support import Edit, copy_site, judged, replace, serving, write
from oit.assessment.gate import Gate, judge
from oit.findings import Kind
from oit.records.markup import sanitise
from oit.wording.terms import SAMPLE_TH

PAGES = (
    "",
    "2568/",
    "2568/o1/",
    "2568/o2/",
    "2568/o3/",
    "2568/due/",
    "2568/itap/",
    "divisions/",
    "data/",
)
MARCH = "oit_items/2568/O01/summary-2025-03.csv"
TITLE = "title: แบบวัด EIT"
RULES = frozenset({"raw-html", "link-unsafe", "link-absent", "image-remote"})


def body(text: str) -> Edit:
    """An edit that adds text to the record of O1."""
    return replace(O1, "ประกาศที่ 1", f"ประกาศที่ 1\n\n{text}\n")


@pytest.mark.parametrize("text", RAW)
def test_raw_html_is_refused_by_every_gate(text: str, tmp_path: Path) -> None:
    """And named with its line."""
    site = copy_site("current", tmp_path)
    body(text)(site)
    assessment = judged(site)
    assert "raw-html" in {finding.rule for finding in assessment.findings}
    assert judge(assessment, Gate.REPORT).refused


@pytest.mark.parametrize("text", TURNED)
def test_text_in_another_order_is_refused(text: str, tmp_path: Path) -> None:
    """In the body of a record and in a field."""
    value = json.dumps(text, ensure_ascii=False)
    for name, edit in {"body": body(text), "title": replace(O1, TITLE, f"title: {value}")}.items():
        site = copy_site("current", tmp_path / name)
        edit(site)
        found = [finding.rule for finding in judged(site).findings]
        assert "text-direction" in found, name


@pytest.mark.parametrize("text", LINKS)
def test_a_link_that_could_run_is_refused_or_is_no_link(text: str, tmp_path: Path) -> None:
    """Refused by every gate; or rendered as words, without an address that is not safe."""
    site = copy_site("current", tmp_path)
    body(text)(site)
    assessment = judged(site)
    told = {finding.rule for finding in assessment.findings}
    if not told & RULES:
        html = sanitise(render(text, anchor=str, below=2, files={}))
        assert "<a " not in html
        assert "<img" not in html
    else:
        unsafe = [finding for finding in assessment.findings if finding.kind is Kind.UNSAFE]
        assert judge(assessment, Gate.REPORT).refused is bool(unsafe)


def attacked(site: Path) -> None:
    """Everything that is published as words, in every place where a stranger may write."""
    text = "\n\n".join(QUIET)
    body(text)(site)
    fields = json.dumps(" ".join(FIELDS), ensure_ascii=False)
    replace(O1, TITLE, f"title: {fields}")(site)
    replace(O1, "reason: ไม่มีการจัดซื้อจัดจ้างในเดือนนี้", f"reason: {fields}")(site)
    replace(O1, "note: ไม่มีการเปลี่ยนแปลง\nevidence", f"note: {fields}\nevidence")(site)
    write(WAIVERS, waiver(reason=fields, approved_by=fields))(site)
    entry = json.loads(ledger("O1", "<img src=x onerror=alert(1)>.csv"))
    entry["files"][0]["withdrawn"] = " ".join(FIELDS)
    write(LEDGER, json.dumps(entry))(site)
    cells = [one.replace('"', '""') for one in FIELDS]
    header = ",".join(f'"{number} {cell}"' for number, cell in enumerate(cells))
    rows = "\r\n".join([header, ",".join(f'"{cell}"' for cell in cells)])
    write(MARCH, f"\ufeff{rows}\r\n")(site)
    if os.name != "nt":  # which has no such names
        write("oit_items/2568/O01/<img src=x onerror=alert(1)>.csv", "ก,ข\n1,2\n")(site)


def watched(browser: Browser, address: str) -> tuple[Page, list[str]]:
    """A page, and what it does that it should not."""
    trouble: list[str] = []
    page = browser.new_page()

    def dialog(one: Dialog) -> None:
        trouble.append(f"dialog {one.message}")
        one.dismiss()

    def console(one: ConsoleMessage) -> None:
        if one.type in ("error", "warning"):
            trouble.append(f"console {one.text}")

    def request(one: Request) -> None:
        if not one.url.startswith((address, "data:")):
            trouble.append(f"request {one.url}")

    page.on("dialog", dialog)
    page.on("console", console)
    page.on("request", request)
    return page, trouble


def test_the_corpus_renders_as_words_and_as_nothing_else(browser: Browser, tmp_path: Path) -> None:
    """On every page, and in search; no mark of the site's own is forged."""
    site = copy_site("current", tmp_path)
    attacked(site)
    built = run("mkdocs", "build", "--quiet", cwd=site, OIT_GATE="report", OIT_AS_OF="2025-04-28")
    assert built.returncode == 0, built.stdout + built.stderr
    with serving(site / "site") as address:
        page, trouble = watched(browser, address)
        for path in PAGES:
            page.goto(f"{address}/{path}", wait_until="networkidle")
            article = page.locator("main#main")
            assert article.count() >= 1, path
            forged = page.evaluate(_FORGED)
            assert forged == [], (path, forged)
        page.goto(f"{address}/2568/o1/")
        cells = page.locator("table.cards td").filter(has_text="alert(1)")
        assert cells.count() >= 3, "the table is shown, and its attacks are words"
        dossier = page.locator("#dossier").filter(has_text="onerror=alert(1)>.csv")
        assert dossier.count() == 1, "what staff is to correct"
        assert page.locator("[data-oit]").count() == 1
        marks = page.locator(_MARKS)
        given = marks.evaluate_all("all => all.map(mark => mark.outerHTML)")
        assert set(given) <= {f'<span class="smp">{SAMPLE_TH}</span>'}, "the site's own"
        texts = page.locator("[data-as-written]")
        positions = texts.evaluate_all("all => all.map(text => getComputedStyle(text).position)")
        assert set(positions) == {"static"}
        open_search(page)
        for word in ("onerror", "alert", "หัวข้อ"):
            assert asked(page, word)
        page.close()
    assert trouble == []


_MARKS = ", ".join(
    f"[data-as-written] {mark}" for mark in (".smp", ".mark", ".state", ".tag", "[data-oit]")
)
"""The marks with which the site itself speaks, in what somebody has written."""
_FORGED = """() => {
  const found = [];
  for (const one of document.querySelectorAll('main *')) {
    if (one.matches('form.filter, form.seek, script[src$="/assets/filter.js"]')) continue;
    for (const attribute of one.attributes) {
      if (/^on/i.test(attribute.name)) found.push(attribute.name);
      if (attribute.name === 'style') found.push('style');
      if (['href', 'src', 'action'].includes(attribute.name)
          && /^\\s*(javascript|data|vbscript|file|blob):/i.test(attribute.value)) {
        found.push(attribute.value);
      }
    }
    if (/^(script|iframe|object|embed|base|meta|form|style|template)$/i.test(one.tagName)) {
      found.push(one.tagName);
    }
  }
  return found;
}"""


@pytest.mark.parametrize("text", [*FIELDS, *TURNED])
def test_the_terminal_says_what_is_ours_alone(text: str, tmp_path: Path) -> None:
    """No line of a stranger's begins one of ours, and no escape moves the cursor."""
    site = copy_site("current", tmp_path)
    BROKEN["stale"](site)
    hostile = f"{text}\n::error::forged\n\x1b[2J\r##[error]x"
    value = json.dumps(hostile, ensure_ascii=False).replace("\\u001b", "\\x1b")
    replace(O1, "for: eit-link", f"for: {value}")(site)
    done = run("oit", "check", cwd=site)
    assert done.returncode == 1
    assert "\x1b" not in done.stdout
    assert "\r" not in done.stdout
    lines = done.stdout.splitlines()
    assert not [line for line in lines if line.startswith(("::", "##["))]


class _Seen(HTMLParser):
    """Tags and attributes of a text, as a browser's parser meets them."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[tuple[str, str]] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update((name, value or "") for name, value in attrs)


@given(st.text(max_size=300) | st.sampled_from([*RAW, *LINKS, *QUIET]))
def test_rendered_text_holds_nothing_but_what_is_allowed(text: str) -> None:
    """Whatever the Markdown: plain elements, no handler, no marker, only safe addresses."""
    seen = _Seen()
    seen.feed(sanitise(render(text, anchor=str, below=2, files={})))
    assert not seen.tags & {"script", "iframe", "object", "embed", "form", "style", "svg", "math"}
    for name, value in seen.attributes:
        assert not name.startswith(("on", "data-", "style", "class")), name
        if name in ("href", "src"):
            assert re.match(r"(https?:|mailto:|tel:|#|[^:]*$)", value), value
