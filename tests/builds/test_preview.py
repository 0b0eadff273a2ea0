"""`mkdocs serve`: a save is seen on the page, and what goes from the site goes from the preview."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import urllib3
from urllib3.exceptions import HTTPError

from helpers.builds import built
from helpers.support import copy_site, delete, replace, tree, write
from oit.outputs.manifest import SUMS

SECONDS = 180
"""A bound for a machine that is busy; nothing is measured."""
SAVED = "เพิ่มวันนี้"
GIVEN = {"OIT_AS_OF": "2025-04-30", "OIT_GATE": "report"}
RECORD = "oit_items/2568/O01/record.md"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site `current`, with a page and a file of the office's own."""
    site = copy_site("current", tmp_path_factory.mktemp("preview"))
    replace("mkdocs.yml", "extra:\n", "watch: [oit_items]\nextra:\n")(site)
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
    with subprocess.Popen(command, cwd=site, env={**os.environ, **GIVEN}) as server:
        assert until(lambda: fetched(f"http://{host}/2568/o1/") is not None)
        yield f"http://{host}"
        server.send_signal(signal.SIGINT)


def fetched(address: str) -> str | None:
    """What is served, `None` where nothing is."""
    try:
        reply = urllib3.request("GET", address, timeout=SECONDS, retries=False)
    except HTTPError:
        return None
    return reply.data.decode("utf-8", "replace") if reply.status == 200 else None


def until(is_so: Callable[[], bool]) -> bool:
    """Whether something becomes true while somebody could wait for it."""
    end = time.monotonic() + SECONDS
    while not is_so() and time.monotonic() < end:
        time.sleep(0.1)
    return is_so()


@pytest.mark.parametrize(
    ("file", "change", "page"),
    [
        (RECORD, lambda text: f"{text}\n{SAVED}\n", "2568/o1/"),
        (
            "mkdocs.yml",
            lambda text: text.replace("name_th: สำนักงาน", f"name_th: {SAVED}"),
            "about/",
        ),
    ],
)
def test_a_save_is_seen_although_the_editor_puts_a_new_file_in_its_place(
    file: str, change: Callable[[str], str], page: str, site: Path, address: str
) -> None:
    """Of a record and of the settings: both are written beside, then moved there."""
    new = (site / file).with_name("new.tmp")
    new.write_text(change((site / file).read_text("utf-8")), "utf-8")
    new.replace(site / file)
    assert until(lambda: SAVED in (fetched(f"{address}/{page}") or ""))


def test_what_an_office_removes_is_not_served_any_more(site: Path, address: str) -> None:
    """A page and a file of its own, while all others stay."""
    own = (f"{address}/own/page/", f"{address}/own/file.txt")
    assert all(map(fetched, own))
    delete("docs/own")(site)
    assert until(lambda: not any(map(fetched, own)))
    assert fetched(f"{address}/2568/o1/summary-2025-03.csv")
    assert fetched(f"{address}/assets/site.css")


def test_what_is_made_of_the_whole_site_is_left_out(address: str) -> None:
    """Archives and typed tables; the form and the index are there."""
    assert fetched(f"{address}/2568/oit-2568.zip") is None
    assert fetched(f"{address}/admin/")
    assert fetched(f"{address}/api/v1/index.json")


def test_what_is_served_after_an_edit_is_what_a_build_makes(site: Path, address: str) -> None:
    """Every page and file, those too that are only made when somebody asks for them.

    The catalogue of a build also tells how large the typed tables are, which a preview leaves out.
    """
    (site / RECORD).write_text(f"{(site / RECORD).read_text('utf-8')}\nแก้อีกครั้ง\n", "utf-8")
    assert until(lambda: "แก้อีกครั้ง" in (fetched(f"{address}/2568/o1/") or ""))
    fresh = site.with_name("fresh")
    shutil.copytree(site, fresh)
    settings = (fresh / "mkdocs.yml").read_text("utf-8")
    settings = re.sub(r"(?m)^site_url:.*\n", "", settings) + f"\nsite_url: {address}/\n"
    (fresh / "mkdocs.yml").write_text(settings, "utf-8")
    made = {
        path: data
        for path, data in tree(built(fresh, **GIVEN)).items()
        if path != SUMS and not path.endswith((".zip", ".parquet", "/catalog.jsonld"))
    }
    served = {path: served_bytes(f"{address}/{path}") for path in made}
    assert [path for path in made if served[path] != made[path]] == []


def served_bytes(address: str) -> bytes:
    """What is served, without the script by which a page hears of the next build."""
    reply = urllib3.request("GET", address, timeout=SECONDS, retries=False)
    return re.sub(rb"<script>\s*var livereload = .*?</script>", b"", reply.data, flags=re.DOTALL)
