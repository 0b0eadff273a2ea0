"""Git is the witness of when something was recorded: which branch, which day, by which calls."""

import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from helpers.caches import cache_in
from helpers.recorded_office import (
    FIRST_LATE,
    LAST_IN_TIME,
    LATER,
    MARCH,
    O1,
    PUBLISHED,
    RecordedOffice,
    given,
    lateness,
)
from helpers.repositories import git
from helpers.support import replace
from oit.assessment.assess import assess
from oit.assessment.result import Today
from oit.records.load import load_site
from oit.system.cache import NO_CACHE
from oit.system.git import History
from oit.system.witness import WitnessReader, read_witnesses


@pytest.fixture
def office(tmp_path: Path) -> RecordedOffice:
    return RecordedOffice(tmp_path)


@pytest.mark.parametrize(
    ("hour", "days_late"),
    [("16:59:00+00:00", 0), ("17:00:00+00:00", 8), ("23:59:59+07:00", 0)],
)
def test_a_commit_is_of_its_day_in_bangkok(
    hour: str, days_late: int, office: RecordedOffice
) -> None:
    """Seventeen o'clock in Greenwich is the next day there."""
    office.record(LAST_IN_TIME, given(MARCH), hour=hour)
    assert lateness(office)[1] == days_late


def test_a_clock_that_was_set_back_does_not_help(office: RecordedOffice) -> None:
    """No commit is earlier than the one before it on the main branch."""
    office.commit(FIRST_LATE, "somebody records something")
    office.record(PUBLISHED, given(MARCH))
    assert lateness(office) == ("late", 8)


@pytest.mark.parametrize("when", ["2099-01-01T12:00:00+07:00", "@253402300800 +0000"])
def test_a_day_to_come_moves_nothing_that_follows(when: str, office: RecordedOffice) -> None:
    """A clock that was wrong once, or a year of five digits: what comes later has its own day."""
    arguments = ("commit", "--quiet", "--allow-empty", "--message", "a wrong clock")
    git(office.top, *arguments, GIT_COMMITTER_DATE=when)
    office.record(date(2025, 4, 11), given(MARCH))
    assert lateness(office) == ("published", 0)


def test_what_states_a_day_to_come_was_recorded_by_the_next_one(office: RecordedOffice) -> None:
    """It is there when the next commit is made, and no earlier day is known."""
    office.record(date(2099, 1, 1), given(MARCH))
    office.commit(FIRST_LATE, "somebody records something")
    assert lateness(office) == ("late", 8)


def test_what_lies_on_a_side_branch_is_recorded_when_it_is_merged(office: RecordedOffice) -> None:
    """A commit that nobody has approved is no publication."""
    git(office.top, "checkout", "--quiet", "-b", "side")
    office.record(PUBLISHED, given(MARCH))
    git(office.top, "checkout", "--quiet", "main")
    when = f"{FIRST_LATE}T09:00:00+07:00"
    merge = ("merge", "--quiet", "--no-ff", "--message", "approved", "side")
    git(office.top, *merge, GIT_COMMITTER_DATE=when)
    assert lateness(office) == ("late", 8)


def approved_late(office: RecordedOffice) -> None:
    """A commit of a side branch that names an early day, merged when it is late."""
    office.commit(PUBLISHED, "the main branch goes on")
    git(office.top, "checkout", "--quiet", "-b", "side")
    office.record(date(2025, 4, 11), given(MARCH))
    git(office.top, "checkout", "--quiet", "main")
    when = f"{FIRST_LATE}T09:00:00+07:00"
    merge = ("merge", "--quiet", "--no-ff", "--message", "approved", "side")
    git(office.top, *merge, GIT_COMMITTER_DATE=when)


@pytest.mark.parametrize("name", ["origin/HEAD", "origin/main", "main"])
def test_a_tag_called_as_the_main_branch_is_not_the_main_branch(
    name: str, office: RecordedOffice
) -> None:
    """Git takes a tag before a branch of the same name; anybody who may push can push one."""
    approved_late(office)
    if name != "main":
        git(office.top, "update-ref", "refs/remotes/origin/main", "refs/heads/main")
    git(office.top, "tag", name, "side")
    assert lateness(office) == ("late", 8)


def test_other_parents_that_a_checkout_was_given_change_nothing(office: RecordedOffice) -> None:
    """Neither by `info/grafts` nor by `refs/replace`."""
    approved_late(office)
    head, side = (git(office.top, "rev-parse", name).strip() for name in ("HEAD", "side"))
    grafts = office.top / ".git/info/grafts"
    grafts.parent.mkdir(exist_ok=True)
    grafts.write_text(f"{head} {side}\n", "utf-8")
    git(office.top, "replace", "--force", "HEAD^1", "side")
    assert lateness(office) == ("late", 8)


def test_what_is_not_on_main_yet_is_recorded_today(office: RecordedOffice) -> None:
    """In the work tree or on a branch: it counts if its date is near, else from today."""
    git(office.top, "checkout", "--quiet", "-b", "side")
    office.record(PUBLISHED, given(MARCH))
    assert office.cell(LAST_IN_TIME, "2025-03").counts_from == PUBLISHED
    assert office.cell(LATER, "2025-03").counts_from == LATER


def test_a_site_that_was_moved_keeps_its_days(office: RecordedOffice) -> None:
    """Into another folder of its repository, where the paths end as they did."""
    office.record(date(2025, 4, 11), given(MARCH))
    (office.top / "sites/office").mkdir(parents=True)
    for name in ("oit_items", "mkdocs.yml", "docs"):
        (office.top / name).rename(office.top / "sites/office" / name)
    office.site = office.top / "sites/office"
    office.commit(date(2025, 4, 29), "moved")
    assert lateness(office) == ("published", 0)


def test_another_site_in_the_repository_is_no_witness(office: RecordedOffice) -> None:
    """What was recorded elsewhere first was not published here."""
    other = office.top / "drafts"
    shutil.copytree(office.site / "oit_items", other / "oit_items")
    given(MARCH)(other)
    office.commit(date(2025, 4, 11), "prepared in another folder")
    office.record(FIRST_LATE, given(MARCH))
    assert lateness(office) == ("late", 8)


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The commands of Git that are called, as they are called."""
    called: list[str] = []
    known = {"log", "cat-file", "rev-parse", "merge-base"}
    start: Callable[..., Any] = subprocess.Popen.__init__

    def counted(self: Any, command: list[str], *rest: Any, **options: Any) -> None:
        called.append(next((word for word in command if word in known), "other"))
        start(self, command, *rest, **options)

    monkeypatch.setattr(subprocess.Popen, "__init__", counted)
    return called


def test_the_calls_to_git_do_not_grow_with_the_history(
    office: RecordedOffice, calls: list[str]
) -> None:
    """Of forty commits as of two: one for the line, one for all that it holds."""
    read_witnesses(History(office.site), NO_CACHE)
    few = list(calls)
    for number in range(40):
        office.record(date(2025, 4, 1), replace(O1, "title: ", f"title: {number} "))
    calls.clear()
    read_witnesses(History(office.site), NO_CACHE)
    assert calls == few
    assert (calls.count("log"), calls.count("cat-file"), len(calls)) == (1, 1, 7)


def test_a_round_without_a_witness_calls_no_git(office: RecordedOffice, calls: list[str]) -> None:
    """A site that asks for no history pays nothing for it."""
    replace("oit_items/2568/round.yml", "witness: git\n", "")(office.site)
    site = load_site(office.site)
    assert WitnessReader(History(office.site), NO_CACHE)(site) is site
    assert calls == []


def test_what_was_read_once_is_kept(
    office: RecordedOffice, tmp_path: Path, calls: list[str]
) -> None:
    """And tells the same; a damaged entry counts as absent."""
    office.record(date(2025, 4, 11), given(MARCH))
    cache, history = tmp_path / "cache", History(office.site)
    trusted = read_witnesses(history, NO_CACHE)
    assert read_witnesses(history, cache_in(cache)) == trusted
    calls.clear()
    assert read_witnesses(history, cache_in(cache)) == trusted
    assert "cat-file" not in calls
    (entry,) = (cache / "history").iterdir()
    entry.write_bytes(entry.read_bytes().replace(b"2025-04-10", b"2025-04-01"))
    calls.clear()
    assert read_witnesses(history, cache_in(cache)) == trusted
    assert "cat-file" in calls


def test_the_main_branch_is_asked_once_until_it_moves(
    office: RecordedOffice, tmp_path: Path, calls: list[str]
) -> None:
    """A commit holds all of its past; what is damaged, or of another commit, counts as absent."""
    cache, history = tmp_path / "cache", History(office.site)
    read_witnesses(history, cache_in(cache))
    for change in (_no_change, _damage, _commit):
        change(office, cache)
        trusted = read_witnesses(history, NO_CACHE)
        calls.clear()
        assert read_witnesses(history, cache_in(cache)) == trusted, change
        assert calls.count("log") == (change is not _no_change)


def _no_change(_: RecordedOffice, cache: Path) -> None:
    assert len([*(cache / "main-line").iterdir()]) == 1


def _damage(_: RecordedOffice, cache: Path) -> None:
    (entry,) = (cache / "main-line").iterdir()
    entry.write_bytes(entry.read_bytes().replace(b"record.md", b"RECORD.md"))


def _commit(office: RecordedOffice, _: Path) -> None:
    office.record(date(2025, 4, 11), given(MARCH))


def test_a_shallow_history_is_no_history(office: RecordedOffice, tmp_path: Path) -> None:
    """In production it is refused; a site that is tried out says that nothing is witnessed."""
    office.record(date(2025, 4, 11), given(MARCH))
    git(tmp_path, "clone", "--quiet", "--depth=1", office.top.as_uri(), "shallow")
    site = WitnessReader(History(tmp_path / "shallow"), NO_CACHE)(load_site(tmp_path / "shallow"))
    assert site.rounds[0].witness is None
    assert "witness-unread" not in {finding.rule for finding in _findings(site)}
    replace("mkdocs.yml", "mode: demonstration", "mode: production")(tmp_path / "shallow")
    real = WitnessReader(History(tmp_path / "shallow"), NO_CACHE)(load_site(tmp_path / "shallow"))
    assert "witness-unread" in {finding.rule for finding in _findings(real)}


def _findings(site: Any) -> Any:
    return assess(site, Today(LATER, is_set=True)).findings
