"""What the tests share: tiny real sites, copied so that one thing can be broken in them."""

import functools
import hashlib
import http.server
import os
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from oit.assessment.assess import assess
from oit.assessment.result import Assessment, Today
from oit.outputs.site_files import Outputs, outputs_of
from oit.records.load import load_site

ROOT = Path(__file__).resolve().parents[2]
SITES = ROOT / "tests" / "sites"
SAMPLE = SITES / "sample"
"""The whole site of an invented office, with a round of 22 items that has closed."""
CLOSED_TODAY = Today(date(2026, 1, 15))
"""A day after the rounds of these sites have closed, not set by anybody."""

Edit = Callable[[Path], object]
_LEFT_ASIDE = frozenset({"__pycache__", "site", ".git"})
"""What changes nothing of what is built of a folder."""


def copy_site(name: str, target: Path) -> Path:
    """A copy of a site under tests/sites, with the hook and theme it needs beside it."""
    site = target / name
    shutil.copytree(SITES / name, site)
    config = site / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("../../../hooks", f"{ROOT}/hooks"), "utf-8")
    return site


def copy_sample(target: Path) -> Path:
    """A copy of the sample office's site, to break something in."""
    return copy_site(SAMPLE.name, target)


def replace(file: str, old: str, new: str) -> Edit:
    """An edit that replaces a text in a file, and fails where it is not there."""

    def edit(site: Path) -> None:
        path = site / file
        text = path.read_bytes().decode("utf-8")
        assert old in text, f"{old!r} is not in {file}"
        path.write_bytes(text.replace(old, new, 1).encode("utf-8"))

    return edit


def write(file: str, data: bytes | str) -> Edit:
    """An edit that writes a file."""

    def edit(site: Path) -> None:
        path = site / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)

    return edit


def delete(file: str) -> Edit:
    """An edit that removes a file or folder."""

    def edit(site: Path) -> None:
        path = site / file
        shutil.rmtree(path) if path.is_dir() else path.unlink()

    return edit


def set_back_o15(site: Path) -> None:
    """The example of the README: `updated` of O15 set to 5 January, no reviews."""
    record = site / "oit_items/2568/O15/record.md"
    text = record.read_text("utf-8").replace("updated: 2025-04-18", "updated: 2025-01-05")
    head, rest = text.split("reviews:\n")
    record.write_text(head + "evidence:" + rest.split("evidence:", 1)[1], "utf-8")


def published(site: Path, today: Today = CLOSED_TODAY, site_url: str | None = None) -> Outputs:
    """What is published of the site in a folder; nobody may change it, for it is kept."""
    return _published(
        _State(hash_of(site / "mkdocs.yml", site / "oit_items"), site), today, site_url
    )


def text_of(site: Path, address: str, today: Today = CLOSED_TODAY) -> str:
    """The Markdown of one of the engine's texts, as a site publishes it."""
    return next(text.markdown for text in published(site, today).texts if text.address == address)


@dataclass(frozen=True, slots=True)
class _State:
    """A site by what is in its files, wherever they lie."""

    digest: str
    folder: Path = field(compare=False)


@functools.lru_cache(maxsize=32)
def _published(state: _State, today: Today, site_url: str | None) -> Outputs:
    return outputs_of(judged(state.folder, today), site_url)


def hash_of(*paths: Path) -> str:
    """Of files, and of all files in folders, with their names; built sites and Git left aside."""
    found = hashlib.sha256()
    for path in sorted(path for path in paths if path.name not in _LEFT_ASIDE):
        found.update(f"{path.name}\0".encode())
        if path.is_symlink():
            found.update(os.fsencode(path.readlink()))
        elif path.is_dir():
            found.update(hash_of(*path.iterdir()).encode())
        else:
            found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()


def judged(site: Path, today: Today = CLOSED_TODAY) -> Assessment:
    """The assessment of the site in a folder."""
    return assess(load_site(site), today)


def as_of(day: str) -> Today:
    """A day that somebody set."""
    return Today(date.fromisoformat(day), is_set=True)


_STAYING = frozenset({".oit-work/.gitignore", ".oit-work/lock"})


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its bytes, save for the lock, which stays where it was taken."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.relative_to(folder).as_posix() not in _STAYING
    }


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address of a plain file server of a folder, on this machine."""
    handler = functools.partial(_Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


def told_at(text: str, rule: str, place: str) -> bool:
    """Whether a report tells of a rule at a file, whatever the line, or at a file and line."""
    return bool(re.search(rf"{re.escape(place)}(:[0-9]+)? · {rule}\b", text))
