"""What a process has read of a round stands for it as long as nothing in its folder has changed."""

from pathlib import Path

import pytest

import oit.system.run_state as state_module
from helpers.edits import O3
from helpers.staged_sites import ITEMS_ALONE, MORE, rounds_after_each_other
from helpers.support import as_of, replace
from oit.assessment.assess import assess
from oit.assessment.result import Assessment
from oit.evidence.inspect import inspect_here
from oit.memory import NO_MEMORY, RecentObjects
from oit.records.load import begin_site, load_site
from oit.records.load_round import RoundLoader
from oit.records.site import Site
from oit.system.recent_rounds import RecentRounds
from oit.system.run_state import folder_state

DAY = as_of("2026-04-28")
EDITS = ITEMS_ALONE | MORE


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site of two rounds, in which whatever was written is taken as settled."""
    monkeypatch.setattr(state_module, "_SETTLED_AFTER", -(10**18))
    return rounds_after_each_other(tmp_path, 2569)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The folders of rounds that are read from now on."""
    folders, begin = list[str](), RoundLoader.begin

    def begin_noted(loader: RoundLoader, folder: str) -> object:
        folders.append(folder)
        return begin(loader, folder)

    monkeypatch.setattr(RoundLoader, "begin", begin_noted)
    return folders


def loaded(root: Path, recent: RecentObjects) -> Site:
    """The site, as a rebuild reads it."""
    return begin_site(root, None, inspect_here, NO_MEMORY, RecentRounds(recent.begin())).site()


def assessed(site: Site, recent: RecentObjects) -> Assessment:
    """It is witnessed by nobody here."""
    return assess(site, DAY, recent)


@pytest.mark.parametrize("name", EDITS)
def test_after_any_edit_a_site_is_as_if_it_was_read_anew(name: str, site: Path) -> None:
    """Before it, after it, and once more."""
    recent = RecentObjects()
    before = assessed(loaded(site, recent), recent)
    assert before == assess(load_site(site), DAY)
    EDITS[name](site)
    fresh = assess(load_site(site), DAY)
    for _ in range(2):
        assert assessed(loaded(site, recent), recent) == fresh


def test_only_a_round_that_changed_is_read_and_assessed(site: Path, read: list[str]) -> None:
    """A later one is assessed again too: it may repeat what the change disclosed."""
    recent = RecentObjects()
    first = assessed(loaded(site, recent), recent)
    read.clear()
    replace("oit_items/2569/O03/record.md", "รายไตรมาส\n", "ทุกไตรมาส\n")(site)
    second = assessed(loaded(site, recent), recent)
    assert read == ["oit_items/2569"]
    assert second.rounds[0] is first.rounds[0]
    read.clear()
    replace(O3, "รายไตรมาส\n", "ทุกไตรมาส\n")(site)
    third = assessed(loaded(site, recent), recent)
    assert read == ["oit_items/2568"]
    assert third.rounds[1] is not second.rounds[1]


def test_other_divisions_read_a_round_anew(site: Path, read: list[str]) -> None:
    """Its records name them."""
    recent = RecentObjects()
    loaded(site, recent)
    read.clear()
    replace("oit_items/divisions.yml", "ฝ่ายปกครอง", "ฝ่ายทะเบียน")(site)
    loaded(site, recent)
    assert read == ["oit_items/2568", "oit_items/2569"]


def test_what_has_just_changed_is_not_known(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It could change again, and look the same."""
    monkeypatch.undo()
    assert folder_state(site / "oit_items/2568") is None


def test_a_link_is_unusual(site: Path) -> None:
    """What it leads to is not looked at."""
    assert folder_state(site / "oit_items/2568")
    (site / "oit_items/2568/O03/link").symlink_to("/etc/passwd")
    assert folder_state(site / "oit_items/2568") is None


def test_what_the_run_before_has_not_asked_for_is_forgotten() -> None:
    """A process that runs on keeps two runs, not all."""
    recent = RecentObjects()
    assert recent.recall(lambda: "a", lambda: 1) == 1
    assert recent.begin().recall(lambda: "a", lambda: 2) == 1
    assert recent.begin().begin().recall(lambda: "a", lambda: 3) == 3
