"""What is staged in items alone is judged by reading them alone, and told as in full."""

from pathlib import Path

import pytest

from helpers.edits import O3, WORKS, both
from helpers.repositories import committed, git
from helpers.staged_sites import FAULTY, ITEMS_ALONE, MORE, rounds_after_each_other
from helpers.support import as_of, replace
from oit.assessment.gate import Gate
from oit.catalog import Language
from oit.pipeline import check_staged_whole
from oit.records.load import begin_site
from oit.system.environment import Environment
from oit.system.git_proposed import StagedHistory
from oit.wording.gate_text import check_json


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of two rounds."""
    return rounds_after_each_other(tmp_path, 2569)


def told(site: Path) -> tuple[str, str]:
    """What a staged check says, as text and as data."""
    environment = Environment(as_of("2026-04-30"), Gate.CHANGED, Language.TH)
    result = check_staged_whole(site, environment)
    return result.text, check_json(result.assessment, result.verdict)


def loaded_whole(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders from which whole sites are loaded from now on."""
    roots = list[Path]()

    def load_counted(root: Path, *others: object) -> object:
        roots.append(root)
        return begin_site(root, *others)  # type: ignore[arg-type]  # as it was called

    monkeypatch.setattr("oit.pipeline.readers.begin_site", load_counted)
    return roots


def in_full(site: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """The same, by reading both versions as a whole."""
    monkeypatch.setattr(StagedHistory, "differing_from", lambda *_: None)
    return told(site)


@pytest.mark.parametrize("name", ITEMS_ALONE)
def test_items_alone_are_read_alone_and_told_as_in_full(
    name: str, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the base only the items are read that a change touches; text and data stay the same."""
    ITEMS_ALONE[name](site)
    git(site, "add", "--all")
    roots = loaded_whole(monkeypatch)
    said = told(site)
    assert len(roots) == 1
    assert said == in_full(site, monkeypatch)
    assert len(roots) == 4


@pytest.mark.parametrize("name", MORE)
def test_whatever_else_changes_is_judged_in_full(
    name: str, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Settings, policy files and texts concern more than the items beside them."""
    MORE[name](site)
    git(site, "add", "--all")
    roots = loaded_whole(monkeypatch)
    said = told(site)
    assert len(roots) == 3
    assert said == in_full(site, monkeypatch)


def test_a_fault_that_stood_before_is_told_as_before(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One of another item is listed; one of a touched item has to be put right."""
    both(replace(WORKS, "updated: 2025-03-12\n", ""), FAULTY)(site)
    committed(site, "with faults")
    replace(O3, "รายไตรมาส\n", "รายไตรมาสของปี\n")(site)
    git(site, "add", "--all")
    said = told(site)
    assert '"listed": []' not in said[1]
    assert "date-buddhist" in said[0]
    assert said == in_full(site, monkeypatch)


def test_nothing_staged_is_no_change(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The base needs no reading at all."""
    assert told(site) == in_full(site, monkeypatch)
