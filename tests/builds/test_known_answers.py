"""`oit check` answers again what it answered before, as long as nothing has changed."""

import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from helpers.caches import cache_in
from helpers.commands import Finished, run, run_process
from helpers.edits import O1
from helpers.repositories import committed, git
from helpers.support import copy_site, replace
from oit.system import known_answers as answers_module
from oit.system import run_state as state_module
from oit.system.known_answers import Answer, Question

DAY = {"OIT_AS_OF": "2025-04-30", "CI": "", "PYTHONPROFILEIMPORTTIME": "1"}
SETTLED = 2.1
"""Seconds after which a file counts as left alone."""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The site `current`, committed."""
    site = copy_site("current", tmp_path)
    git(tmp_path, "init", "--quiet", "--initial-branch=main", str(site))
    committed(site, "as it was")
    return site


def checked(site: Path, *arguments: str, **variables: str) -> Finished:
    """A check in a process of its own, which tells on standard error what it imports."""
    cache = {"OIT_CACHE": str(site.parent / "cache")}
    return run_process("oit", "check", *arguments, cwd=site, **{**DAY, **cache, **variables})


def is_in_full(done: Finished) -> bool:
    """Whether records were read: nothing else needs that library."""
    return "pydantic" in done.stderr


def test_the_same_check_is_not_made_twice(site: Path) -> None:
    """Text and status are those of the full check; after a change it is made in full again."""
    time.sleep(SETTLED)
    calls: tuple[tuple[str, ...], ...] = ((), ("--format", "json"), ("--staged",))
    for arguments in calls:
        full, again = (checked(site, *arguments) for _ in range(2))
        assert is_in_full(full)
        assert not is_in_full(again), again.stderr
        assert (again.stdout, again.returncode) == (full.stdout, full.returncode)
    replace(O1, "updated: 2025-04-18", "updated: 2568-04-18")(site)
    changed = checked(site)
    assert is_in_full(changed)
    assert changed.returncode == 1
    assert "date-buddhist" in changed.stdout
    assert not is_in_full(checked(site, "--staged"))
    git(site, "add", "--all")
    staged = checked(site, "--staged")
    assert staged.returncode == 1
    assert "date-buddhist" in staged.stdout


def test_what_was_just_saved_is_looked_at_again(site: Path, tmp_path: Path) -> None:
    """A file can change within one time stamp."""
    question = Question(("check",), site, {}, cache_in(tmp_path / "cache"))
    begun = question.begin(site, ("oit_items", "mkdocs.yml", "docs"))
    begun.answered(Answer("text", 0))
    assert question.known_answer() is None


def test_what_was_just_saved_is_not_looked_at_twice(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its answer is not kept in any case, and whoever has just staged something waits for it."""
    (site / "mkdocs.yml").touch()
    question = Question(("check",), site, {}, cache_in(tmp_path / "cache"))
    begun = question.begin(site, ("mkdocs.yml",))
    monkeypatch.setattr(answers_module, "run_state", None)
    begun.answered(Answer("text", 0))


def test_a_machine_that_publishes_knows_no_answer(site: Path) -> None:
    """Steps of others may have run there before."""
    time.sleep(SETTLED)
    assert is_in_full(checked(site, CI="true"))
    assert is_in_full(checked(site, CI="true"))


def test_what_writes_files_or_compares_the_work_tree_is_always_made(site: Path) -> None:
    """A summary is written each time; the gate of changes reads files outside of the records."""
    time.sleep(SETTLED)
    for arguments, variables in [
        (("--summary", str(site.parent / "summary.md")), {}),
        ((), {"OIT_GATE": "changed"}),
    ]:
        given: Mapping[str, str] = variables
        assert is_in_full(checked(site, *arguments, **given))
        assert is_in_full(checked(site, *arguments, **given))


def test_a_change_meanwhile_keeps_no_answer(
    site: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The state before and after must be one."""
    monkeypatch.setattr(state_module, "_SETTLED_AFTER", -(10**12))
    question = Question(("check",), site, {}, cache_in(tmp_path / "cache"))
    for change, expected in [("x\n", None), ("", Answer("text", 0))]:
        begun = question.begin(site, ("oit_items", "mkdocs.yml", "docs"))
        with (site / O1).open("a", encoding="utf-8") as file:
            file.write(change)
        begun.answered(Answer("text", 0))
        assert question.known_answer() == expected


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"answer": {}}', b'{"answer": 1}', b"\xff"])
def test_an_entry_of_another_form_is_no_answer(data: bytes, site: Path, tmp_path: Path) -> None:
    """A later engine may keep more."""
    cache = cache_in(tmp_path / "cache")
    question = Question(("check",), site, {}, cache)
    question.begin(site, ()).question.keep(
        site, (), state_module.RunState("x", 0), Answer("text", 0)
    )
    (kept,) = (path for path in (tmp_path / "cache").rglob("*") if path.is_file())
    cache.write(kept.relative_to(tmp_path / "cache").as_posix(), data)
    assert question.known_answer() is None


def test_the_command_in_a_process_of_others_keeps_nothing(site: Path) -> None:
    """Only whoever started as `oit` knows what was typed."""
    done = run("oit", "check", cwd=site, OIT_CACHE=str(site.parent / "cache"), **DAY)
    assert done.returncode == 0
    assert not (site.parent / "cache/answers").exists()
