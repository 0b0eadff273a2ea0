"""`mkdocs serve`: a save is seen on the page, and what goes from the site goes from the preview."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError

import pytest

from helpers.support import copy_site, delete, write

SECONDS = 180
"""A bound for a machine that is busy; nothing is measured."""
RECORD = "oit_items/2568/O01/record.md"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site `current`, with a page and a file of the office's own."""
    site = copy_site("current", tmp_path_factory.mktemp("preview"))
    write("docs/own/page.md", "# ของเรา\n")(site)
    write("docs/own/file.txt", "ของเรา")(site)
    return site


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Where its preview is served."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", host]
    given = {"OIT_AS_OF": "2025-04-30", "OIT_GATE": "report"}
    with subprocess.Popen(command, cwd=site, env={**os.environ, **given}) as server:
        assert until(lambda: fetched(f"http://{host}/2568/o1/") is not None)
        yield f"http://{host}"
        server.send_signal(signal.SIGINT)


def fetched(address: str) -> str | None:
    """What is served, `None` where nothing is."""
    try:
        with urllib.request.urlopen(address, timeout=SECONDS) as reply:
            return str(reply.read().decode("utf-8", "replace"))
    except URLError:
        return None


def until(is_so: Callable[[], bool]) -> bool:
    """Whether something becomes true while somebody could wait for it."""
    end = time.monotonic() + SECONDS
    while not is_so() and time.monotonic() < end:
        time.sleep(0.1)
    return is_so()


def test_a_save_is_seen_although_the_editor_puts_a_new_file_in_its_place(
    site: Path, address: str
) -> None:
    """Of a record, and of the settings; both are written beside, then moved there."""
    for file, page in ((RECORD, "/2568/o1/"), ("mkdocs.yml", "/about/")):
        saved = site / file
        words = "เพิ่มวันนี้" if file == RECORD else "ชื่อใหม่"
        new = saved.with_name("new.tmp")
        text = saved.read_text("utf-8")
        changed = (
            f"{text}\n{words}\n"
            if file == RECORD
            else text.replace("name_th: สำนักงาน", f"name_th: {words}")
        )
        new.write_text(changed, "utf-8")
        new.replace(saved)
        assert until(lambda page=page, words=words: words in (fetched(address + page) or ""))


def test_what_an_office_removes_is_not_served_any_more(site: Path, address: str) -> None:
    """A page and a file of its own, while all others stay."""
    for path in ("/own/page/", "/own/file.txt"):
        assert fetched(address + path)
    delete("docs/own")(site)
    for path in ("/own/page/", "/own/file.txt"):
        assert until(lambda path=path: fetched(address + path) is None)
    assert fetched(f"{address}/2568/o1/summary-2025-03.csv")
    assert fetched(f"{address}/assets/site.css")


def test_what_is_made_of_the_whole_site_is_left_out(address: str) -> None:
    """Archives and typed tables; the form and the index are there."""
    assert fetched(f"{address}/2568/oit-2568.zip") is None
    assert fetched(f"{address}/admin/")
    assert fetched(f"{address}/api/v1/index.json")
