"""What a staged check loads: each commit waits for it."""

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from helpers.edits import O3
from helpers.repositories import git
from helpers.staged_sites import rounds_after_each_other
from helpers.support import replace

PROGRAM = """
import re, subprocess, sys
start, started = subprocess.Popen.__init__, []
subprocess.Popen.__init__ = lambda *given, **more: started.append(given) or start(*given, **more)
compile, compiled = re._compiler.compile, []
re._compiler.compile = lambda *pattern: compiled.append(pattern) or compile(*pattern)
import oit.commands.start
sys.argv = ["oit", "check", "--staged"]
try:
    oit.commands.start.main()
finally:
    from pydantic.plugin import _loader as loader
    print(len(compiled), len(started), loader._plugins, *sys.modules, file=sys.stderr)
"""
NOT_LOADED = {
    *("lxml", "oit.evidence.hypertext", "oit.evidence.thai_quality", "oit.contract.index"),
    *("packaging", "concurrent.futures.thread", "ctypes", "jinja2", "openpyxl", "pypdf", "PIL"),
}
MOST_PATTERNS = 318
"""Regular expressions that are compiled, those of libraries included: 272 with Python 3.11."""


class Loaded(NamedTuple):
    """The numbers of patterns and processes, Pydantic's plugins, and the names of modules."""

    patterns: int
    processes: int
    plugins: str
    modules: frozenset[str]


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    """What a check loads of a record that has changed, where all else is known."""
    folder = tmp_path_factory.mktemp("office")
    site = rounds_after_each_other(folder, 2569)
    for text in ("รายไตรมาสของปี", "รายไตรมาสของปีนี้"):
        git(site, "reset", "--quiet", "--hard")
        replace(O3, "รายไตรมาส\n", f"{text}\n")(site)
        git(site, "add", "--all")
        done = _checked(site, folder)
    patterns, processes, plugins, *modules = done.stderr.split()
    return Loaded(int(patterns), int(processes), plugins, frozenset(modules))


def _checked(site: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    own = {"OIT_CACHE": str(folder / "cache"), "OIT_AS_OF": "2026-04-30", "OIT_REHEARSAL": "1"}
    variables = {**os.environ, **own}
    variables.pop("CI", None)  # there, nothing is known from before
    return subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=site,
        env=variables,
        capture_output=True,
        text=True,
        check=True,
    )


def test_a_staged_check_loads_no_reader_that_it_does_not_use(loaded: Loaded) -> None:
    """Texts that were searched before need no parser of HTML, known files no reader of theirs."""
    assert "oit.pipeline.proposed" in loaded.modules
    assert sorted(NOT_LOADED & loaded.modules) == []


def test_a_staged_check_compiles_no_pattern_that_it_does_not_use(loaded: Loaded) -> None:
    """Alternatives of many Thai words take long to compile."""
    assert loaded.patterns < MOST_PATTERNS


def test_no_plugin_is_looked_for(loaded: Loaded) -> None:
    """Nothing that happens to be installed has a say, and no list of packages is read."""
    assert loaded.plugins == "None"


def test_a_staged_check_asks_git_few_times(loaded: Loaded) -> None:
    """Once for the place, the branch, its base, both listings, the difference and all objects."""
    assert loaded.processes == 7
