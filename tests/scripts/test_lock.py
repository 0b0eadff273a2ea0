"""One universal lock: what is installed is what was reviewed, on every machine."""

import re
import tomllib

from helpers.support import ROOT
from maintain import lock
from setup import environment

TEXT = (ROOT / "requirements.lock").read_text("utf-8")
SECTIONS = environment.lock_sections(TEXT)


def _names(section: str) -> set[str]:
    return set(re.findall(r"^([\w.-]+)==", SECTIONS[section], re.M))


def test_the_lock_names_no_index() -> None:
    """Where packages come from is the machine's own setting."""
    assert not re.search(r"://|--index|--extra-index|--find-links", TEXT)


def test_the_lock_says_how_it_is_written() -> None:
    """As the program writes it."""
    assert TEXT.startswith(lock._HEAD)


def test_every_requirement_is_exact_and_has_hashes() -> None:
    """Nothing else is installed than what was reviewed."""
    for section in SECTIONS.values():
        blocks = lock._blocks(section)
        assert blocks
        for block in blocks:
            assert re.match(r"[\w.-]+==[\w.]+( ; [^\\]+)? \\\n", block), block
            assert re.search(r"--hash=sha256:[0-9a-f]{64}\n", block), block


def test_building_needs_no_test_tools() -> None:
    """The first section is enough for a site, the second adds to it and repeats nothing."""
    assert {"mkdocs", "mkdocs-material", "setuptools"} <= _names("build")
    assert {"pytest", "playwright"} <= _names("test")
    assert not _names("build") & _names("test")


def test_the_lock_has_what_the_project_asks_for() -> None:
    """One who adds a dependency locks it: `python3 scripts/run.py lock`."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    build, both = _names("build"), _names("build") | _names("test")
    for locked, asked in (
        (build, project["dependencies"]),
        (both, project["optional-dependencies"]["test"]),
    ):
        names = {re.split(r"[^\w.-]", requirement)[0].lower() for requirement in asked}
        assert names <= locked
