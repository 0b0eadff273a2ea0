"""Time `oit check`, cold and warm, and the build beside plain MkDocs + Material.

On the site of an invented office, by whole processes, in turn within one run, so that both meet
the same machine. It prints and judges nothing: the numbers of another machine are others.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from statistics import median

from maintain.copies import SAMPLE, copy_site
from setup.environment import variables

_PLAIN_CONFIG = """site_name: plain
theme: {name: material, language: th, font: false}
plugins: [search]
validation: {nav: {omitted_files: ignore}}
"""


class _Words(HTMLParser):
    """The text of a page's article."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = self._inside or (tag == "article" and bool(attrs))

    def handle_data(self, data: str) -> None:
        if self._inside and data.strip():
            self.lines.append(data.strip())


def plain_site(built: Path, folder: Path) -> None:
    """A MkDocs project with the words of every built page as Markdown, and nothing of ours."""
    (folder / "mkdocs.yml").write_text(_PLAIN_CONFIG, "utf-8")
    for page in sorted(built.rglob("index.html")):
        words = _Words()
        words.feed(page.read_text("utf-8"))
        target = folder / "docs" / page.relative_to(built).with_suffix(".md")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text("\n\n".join(words.lines), "utf-8")


@dataclass(frozen=True)
class Command:
    """What is timed, where, and which folder is emptied before each run."""

    words: Sequence[str]
    folder: Path
    cache: Path
    is_cold: bool = False

    def run(self) -> float:
        """Seconds of one run."""
        if self.is_cold:
            shutil.rmtree(self.cache, ignore_errors=True)
        given = {**variables(), "OIT_CACHE": str(self.cache)}
        begun = time.perf_counter()
        quiet = subprocess.DEVNULL
        subprocess.run(self.words, cwd=self.folder, env=given, check=True, stdout=quiet)
        return time.perf_counter() - begun


def timed(commands: dict[str, Command], runs: int) -> dict[str, list[float]]:
    """Seconds of each command, in turn; a first round warms up and is not counted."""
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(runs + 1):
        for name, command in commands.items():
            took = command.run()
            if turn:
                seconds[name].append(took)
    return seconds


def main() -> int:
    """Print median, least and most of each, and the ratio of the builds pair by pair."""
    parser = argparse.ArgumentParser(prog="run.py bench", description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copy_site(folder / "office", SAMPLE)
        mkdocs = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir"]
        command = [*mkdocs, str(folder / "ours")]
        subprocess.run(command, cwd=folder / "office", env=variables(), check=True)
        plain_site(folder / "ours", folder)
        _show(timed(_commands(folder, mkdocs), runs), runs)
    return 0


def _commands(folder: Path, mkdocs: Sequence[str]) -> dict[str, Command]:
    """What is timed by what it is called, with both sites in a folder."""
    office, warm = folder / "office", folder / "cache"
    check = [sys.executable, "-m", "oit", "check"]
    return {
        "oit check, nothing changed": Command(check, office, warm),
        "oit check, cache deleted": Command(check, office, folder / "cold", is_cold=True),
        "build": Command([*mkdocs, str(folder / "ours")], office, warm),
        "plain MkDocs + Material": Command([*mkdocs, str(folder / "plain")], folder, warm),
    }


def _show(seconds: dict[str, list[float]], runs: int) -> None:
    print(f"{'':26}{'median':>8}{'min':>8}{'max':>8}   seconds, {runs} runs")
    for what, times in seconds.items():
        print(f"{what:26}{median(times):8.2f}{min(times):8.2f}{max(times):8.2f}")
    pairs = zip(seconds["build"], seconds["plain MkDocs + Material"], strict=True)
    print(f"build / plain, median of pairs: {median(ours / plain for ours, plain in pairs):.2f}")


if __name__ == "__main__":
    sys.exit(main())
