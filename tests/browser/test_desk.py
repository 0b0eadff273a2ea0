"""The desk in a real browser: dropped, read, asked, answered, written, as an officer does it."""

import base64
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import (
    Browser,
    BrowserContext,
    FilePayload,
    Locator,
    Page,
    ViewportSize,
    expect,
)

from helpers.commands import run
from helpers.desk_server import served
from helpers.fake_desk import FakeDesk
from helpers.inbox_files import Outcome, owing_these, twelve
from helpers.repositories import committed, git
from helpers.support import SITES, as_of, copy_sample, judged

DAY = "2025-04-20"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
STATES = {
    Outcome.GOOD: "ready",
    Outcome.YEAR: "asks",
    Outcome.CLEAN: "asks",
    Outcome.THERE: "there",
    Outcome.BACK: "refused",
}
_DROP = """([files]) => {
  const transfer = new DataTransfer();
  for (const [name, data] of files) {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    transfer.items.add(new File([bytes], name));
  }
  const event = { bubbles: true, cancelable: true, dataTransfer: transfer };
  for (const kind of ["dragover", "drop"]) document.body.dispatchEvent(new DragEvent(kind, event));
}"""


@dataclass(frozen=True, slots=True)
class Running:
    """`oit desk` as it runs in a checkout."""

    site: Path
    address: str
    process: "subprocess.Popen[str]"

    def end(self) -> tuple[int, str]:
        """The exit status and the rest of the output, once somebody pressed Ctrl+C."""
        self.process.send_signal(signal.SIGINT)
        said, _ = self.process.communicate(timeout=60)
        return self.process.returncode, said


@contextmanager
def running(site: Path, *options: str) -> Iterator[Running]:
    """The command in a process of its own."""
    command = [sys.executable, "-m", "oit", "desk", "--no-browser", *options]
    environment = {**os.environ, "OIT_AS_OF": DAY}
    process = subprocess.Popen(
        command,
        cwd=site,
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    try:
        yield Running(site, _address(process), process)
    finally:
        process.kill()
        process.wait()


def _address(process: "subprocess.Popen[str]") -> str:
    assert process.stdout
    for line in process.stdout:
        if found := re.search(r"http://127\.0\.0\.1:\d+/open\?token=\S+", line):
            return found[0]
    raise AssertionError("no address")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A fresh clone of an office that owes what the twelve files bring."""
    office = copy_sample(tmp_path / "origin")
    owing_these(office)
    git(office, "init", "--quiet", "--initial-branch", "main")
    committed(office, "records", f"{DAY}T01:00:00Z")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", str(office), str(clone))
    git(clone, "config", "user.name", "officer")
    git(clone, "config", "user.email", "officer@example.go.th")
    return clone


def drop(page: Page, files: Sequence[tuple[str, bytes]]) -> None:
    """Let files fall onto the page, and wait until all are read."""
    sent = [(name, base64.b64encode(data).decode("ascii")) for name, data in files]
    page.evaluate(_DROP, [sent])
    said = f"อ่านครบ {len(files)} ไฟล์แล้ว"
    expect(page.locator("#progress")).to_have_text(said, timeout=120_000)


def card(page: Page, name: str) -> Locator:
    """What the page shows of a file."""
    return page.locator(".card").filter(has=page.get_by_role("heading", name=name, exact=True))


def test_twelve_files_become_one_request(site: Path, page: Page) -> None:
    """Each is where it belongs; two answers; a look; one click; the branch passes the gate."""
    with running(site) as desk:
        page.goto(desk.address)
        drop(page, [(file.name, file.data) for file in twelve()])
        for file in twelve():
            expect(card(page, file.name)).to_have_class(f"card {STATES[file.outcome]}")
        sent_back = [file.name for file in twelve() if file.outcome is Outcome.BACK]
        expect(page.locator(".card.refused textarea")).to_have_count(len(sent_back))
        expect(page.locator(".ask")).to_have_count(2)
        for file in twelve():
            if STATES[file.outcome] == "asks":
                card(page, file.name).locator(".answers button").first.click()
        expect(page.locator(".ask")).to_have_count(0, timeout=60_000)
        for name in sent_back:
            expect(card(page, name)).to_have_class(re.compile("refused|there"))
        page.get_by_role("link", name="บันทึกและส่งฉบับรอตรวจ").click()
        page.get_by_role("button", name="ยืนยันและส่ง").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("บันทึกเรียบร้อยแล้ว")
        expect(page.locator("main")).to_contain_text(re.compile(r"ประมวลผล \d+\.\d วินาที"))
        branch = page.locator("dd code").last.inner_text()
        status, said = desk.end()
    assert status == 0
    assert "ปิดหน้ารับข้อมูลแล้ว" in said
    assert not any(file.name in said for file in twelve())
    assert branch
    assert run("oit", "check", cwd=site, OIT_AS_OF=DAY).returncode == 0
    assert git(site, "status", "--porcelain") == ""


def test_killed_and_started_again_nothing_is_lost(site: Path, page: Page) -> None:
    """What arrived, and what was answered; the old address opens nothing."""
    files = [file for file in twelve() if file.outcome in (Outcome.GOOD, Outcome.CLEAN)][-2:]
    with running(site) as desk:
        page.goto(desk.address)
        drop(page, [(file.name, file.data) for file in files])
        page.locator(".ask button").first.click()
        expect(page.locator(".ask")).to_have_count(0, timeout=60_000)
        desk.process.kill()
        desk.process.wait()
    with running(site) as desk:
        page.goto(desk.address)
        for file in files:
            expect(card(page, file.name)).to_have_class("card ready")


def test_a_watched_folder_arrives_by_itself(site: Path, tmp_path: Path, page: Page) -> None:
    """Without a click, while the page stands open."""
    mail = tmp_path / "mail"
    mail.mkdir()
    with running(site, "--watch", str(mail)) as desk:
        page.goto(desk.address)
        expect(page.locator("#drop")).to_contain_text("“mail”")
        file = next(file for file in twelve() if file.outcome is Outcome.GOOD)
        (mail / file.name).write_bytes(file.data)
        expect(card(page, file.name)).to_have_class("card ready", timeout=60_000)


# The page alone, with an engine that reads nothing

NAMES = ("ask-1.csv", "2.csv", "wrong-3.csv", "there-4.csv")
READERS = [("light", 1280), ("dark", 390), ("light", 320)]


@pytest.fixture(params=READERS, ids=str)
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """A reader with a palette and a width; axe is let in past the policy of the page."""
    scheme, width = request.param
    size: ViewportSize = {"width": width, "height": 800}
    context = browser.new_context(viewport=size, color_scheme=scheme, bypass_csp=True)
    yield context
    context.close()


@pytest.fixture(scope="module")
def engine() -> FakeDesk:
    """Of a site of three items."""
    return FakeDesk(judged(SITES / "current", as_of(DAY)))


def payload(name: str, data: bytes = b"1") -> FilePayload:
    return {"name": name, "mimeType": "text/csv", "buffer": data}


def violations(page: Page) -> list[str]:
    options = {"runOnly": TAGS, "resultTypes": ["violations"]}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{each['id']}: {node['html'][:120]}" for each in found for node in each["nodes"]]


def test_axe_finds_nothing_on_any_page_of_the_desk(
    context: BrowserContext, engine: FakeDesk
) -> None:
    """With all that is folded open, with each kind of entry, in both palettes, on a phone."""
    page = context.new_page()
    with served(engine) as desk:
        page.goto(desk.door.address)
        drop(page, [(name, b"1") for name in NAMES])
        page.eval_on_selector_all("details", "all => all.forEach(part => { part.open = true; })")
        for kind in page.get_by_role("radio").all():
            kind.check()
            assert violations(page) == []
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        for path in ("/check", "/nowhere"):
            page.goto(f"http://{desk.host}{path}")
            assert violations(page) == [], path
        page.goto(f"http://{desk.host}/check")
        page.get_by_role("button", name="ยืนยันและส่ง").click()
        expect(page).to_have_url(re.compile("/sent$"))
        assert violations(page) == []
        page.goto(desk.door.address)
        assert violations(page) == []


def test_everything_can_be_done_with_the_keyboard(new_page: Page, engine: FakeDesk) -> None:
    """Choosing a file, answering, and what follows: the focus stays with what was answered."""
    page = new_page
    with served(engine) as desk:
        page.goto(desk.door.address)
        with page.expect_file_chooser() as chooser:
            page.get_by_label("เลือกไฟล์").focus()
            page.keyboard.press("Enter")
        chooser.value.set_files(payload("ask-9.csv"))
        answer = card(page, "ask-9.csv").locator(".answers button").first
        answer.focus()
        page.keyboard.press("Enter")
        expect(card(page, "ask-9.csv")).to_have_class("card ready")
        assert page.evaluate("document.activeElement.id") == "arrived"


def test_a_file_that_is_too_large_is_not_even_sent(new_page: Page, engine: FakeDesk) -> None:
    """The others are; how many were left out is said, without a name."""
    page = new_page
    with served(engine) as desk:
        page.goto(desk.door.address)
        page.locator("#drop").evaluate("form => { form.dataset.mostBytes = 3; }")
        page.locator("#files").set_input_files(
            [payload("small.csv"), payload("large.csv", b"1234")]
        )
        said = "อ่านครบ 1 ไฟล์แล้ว · ไม่ได้รับ 1 ไฟล์ เพราะมีขนาดเกิน 100 MB"
        expect(page.locator("#progress")).to_have_text(said)
        expect(card(page, "small.csv")).to_have_count(1)
        expect(card(page, "large.csv")).to_have_count(0)


def test_a_reply_is_copied_by_a_click(browser: Browser, engine: FakeDesk) -> None:
    """And the button says so."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    with served(engine) as desk:
        page.goto(desk.door.address)
        drop(page, [("wrong-7.csv", b"1")])
        button = card(page, "wrong-7.csv").get_by_role("button", name="คัดลอกข้อความ")
        button.click()
        expect(card(page, "wrong-7.csv")).to_contain_text("คัดลอกแล้ว")
        copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == "เรียน หัวหน้าฝ่าย\nโปรดแก้ไขไฟล์ wrong-7.csv"
    context.close()


def test_what_is_pasted_goes_where_it_belongs(browser: Browser, engine: FakeDesk) -> None:
    """An address into the field of a link, words into that of a text."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    with served(engine) as desk:
        page.goto(desk.door.address)
        for text, name in (("https://example.go.th/x", "address"), ("หัวข้อ และข้อความ", "words")):
            page.evaluate("text => navigator.clipboard.writeText(text)", text)
            page.locator("h1").click()
            page.keyboard.press("Control+V")
            expect(page.locator(f"#f-{name}")).to_have_value(text)
            page.evaluate("document.activeElement.blur()")
    context.close()


def test_without_script_the_forms_do_all_of_it(browser: Browser, engine: FakeDesk) -> None:
    """Choosing, answering, dropping, the form, and writing after a look."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    with served(engine) as desk:
        page.goto(desk.door.address)
        page.locator("#files").set_input_files(payload("ask-8.csv"))
        page.get_by_role("button", name="อ่านไฟล์ที่เลือก").click()
        card(page, "ask-8.csv").locator(".answers button").first.click()
        expect(card(page, "ask-8.csv")).to_have_class("card ready")
        page.get_by_role("radio", name="ลิงก์").check()
        page.get_by_label("รายการที่ต้องเผยแพร่").select_option(index=1)
        page.get_by_label("ที่อยู่ของลิงก์").fill("https://example.go.th")
        page.get_by_role("button", name="เพิ่มรายการนี้").click()
        expect(card(page, "link")).to_have_class("card ready")
        page.get_by_role("link", name="บันทึกและส่งฉบับรอตรวจ").click()
        page.get_by_role("button", name="ยืนยันและส่ง").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("บันทึกเรียบร้อยแล้ว")
    context.close()


def test_the_desk_is_one_browser_s(browser: Browser, engine: FakeDesk) -> None:
    """Whoever has the address of the page, or the token later, sees nothing."""
    with served(engine) as desk:
        first, second = browser.new_context(), browser.new_context()
        first.new_page().goto(desk.door.address)
        page = second.new_page()
        for address in (f"http://{desk.host}/", desk.door.address):
            answer = page.goto(address)
            assert answer
            assert answer.status == 403
        first.close()
        second.close()
