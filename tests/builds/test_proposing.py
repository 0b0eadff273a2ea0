"""A commit of some files alone, in real repositories, and its way to whoever approves it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from helpers.committed import repository
from helpers.repositories import committed, git, named
from oit.system.git import HistoryError
from oit.system.git_committing import CommittingHistory, EntryCommit
from oit.system.locking import alone_in
from oit.system.proposing import propose
from oit.system.writing import write_changes

DAY = date(2025, 5, 8)
RECORD = "oit_items/2568/O01/record.md"
NEW = "oit_items/2568/O01/april.csv"
CRLF = "ลำดับที่,งาน\r\n1,งานตัวอย่าง\r\n".encode()


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site with a history, whose user has a name and an address, and no other settings."""
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.delenv(f"GIT_{who}_NAME", raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "no-settings"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    site = repository(tmp_path)
    named(site)
    return site


@contextmanager
def alone(site: Path) -> Iterator[None]:
    with alone_in(site, "test", print):
        yield


def entered(site: Path, files: dict[str, bytes], message: str = "entry: ข้อ O1") -> EntryCommit:
    """Files that are written, committed and checked out, as the desk does it."""
    history = CommittingHistory(site)
    with alone(site):
        made = history.commit_beside(files, message, DAY)
        write_changes(site, files, ())
        history.enter(made)
    return made


def changed_record(site: Path) -> bytes:
    return (site / RECORD).read_bytes() + "\nย่อหน้าใหม่\n".encode()


def test_a_commit_has_its_files_alone_byte_for_byte(site: Path) -> None:
    """Whatever else is changed, staged or new stays as it is; no attribute changes a line end."""
    (site / ".gitattributes").write_text("*.csv text eol=lf\n", "utf-8")
    committed(site, "แปลงไฟล์")
    (site / "mkdocs.yml").write_text("changed", "utf-8")
    git(site, "add", "mkdocs.yml")
    (site / "notes.txt").write_text("ของฉัน", "utf-8")
    files = {RECORD: changed_record(site), NEW: CRLF}
    made = entered(site, files)
    assert git(site, "show", "--name-only", "--format=%an %s").split("\n\n") == [
        "เจ้าหน้าที่คอมพิวเตอร์ entry: ข้อ O1",
        f"{NEW}\n{RECORD}\n",
    ]
    assert git(site, "branch", "--show-current") == "entry/2025-05-08-1\n"
    assert CommittingHistory(site).content(made.commit, NEW) == CRLF
    assert git(site, "status", "--porcelain", "--", "mkdocs.yml", "notes.txt", RECORD) == (
        "M  mkdocs.yml\n?? notes.txt\n"
    )
    assert git(site, "rev-parse", "main") == f"{made.parent}\n"


def test_entries_of_a_day_go_on_one_branch_until_it_is_approved(site: Path) -> None:
    """Then a new one begins, with the next number."""
    first = entered(site, {NEW: CRLF})
    second = entered(site, {RECORD: changed_record(site)})
    assert (first.branch, second.branch, second.parent) == (
        "entry/2025-05-08-1",
        "entry/2025-05-08-1",
        first.commit,
    )
    git(site, "update-ref", "refs/heads/main", second.commit)
    assert entered(site, {NEW: b"a,b\n"}).branch == "entry/2025-05-08-2"


def test_a_file_that_somebody_has_changed_is_no_part_of_an_entry(site: Path) -> None:
    """Their change would be sent under a message about something else; so nothing is made."""
    before = git(site, "count-objects")
    (site / RECORD).write_bytes(changed_record(site))
    with pytest.raises(HistoryError, match=RECORD):
        entered(site, {RECORD: b"x", NEW: CRLF})
    assert git(site, "branch", "--show-current") == "main\n"
    assert git(site, "count-objects") == before
    assert not (site / NEW).exists()


@pytest.mark.parametrize("missing", ["user.name", "user.email"])
def test_whoever_has_no_name_is_told_what_to_type(site: Path, missing: str) -> None:
    """No address is made up of the machine's name."""
    git(site, "config", "--unset", missing)
    with pytest.raises(HistoryError, match="git config --global user"):
        entered(site, {NEW: CRLF})


def test_a_merge_that_is_not_finished_is_left_alone(site: Path) -> None:
    """A branch that is checked out then would take half of it along."""
    git(site, "update-ref", "MERGE_HEAD", "HEAD")
    with pytest.raises(HistoryError, match="git status"):
        entered(site, {NEW: CRLF})


def test_no_hook_runs(site: Path) -> None:
    """Wherever hooks are set to lie, in a folder that a request may change too."""
    hooks = site / "hooks-of-all"
    hooks.mkdir()
    for name in ("pre-commit", "post-commit", "reference-transaction", "post-index-change"):
        (hooks / name).write_text(f"#!/bin/sh\ntouch '{site}/ran'\n", "utf-8")
        (hooks / name).chmod(0o755)
    git(site, "config", "core.hooksPath", str(hooks))
    entered(site, {NEW: CRLF})
    assert not (site / "ran").exists()


def test_entering_may_be_broken_off_anywhere_and_done_again(site: Path) -> None:
    """The branch, what is checked out and the index end the same."""
    history = CommittingHistory(site)
    with alone(site):
        made = history.commit_beside({NEW: CRLF}, "entry: x", DAY)
        assert not history.stands(made)
        write_changes(site, {NEW: CRLF}, ())
    assert history.stands(made)
    git(site, "update-ref", f"refs/heads/{made.branch}", made.commit)
    for _ in range(2):
        assert history.may_enter(made)
        history.enter(made)
        assert git(site, "status", "--porcelain") == ""
        assert git(site, "rev-parse", "HEAD", made.branch).split() == [made.commit] * 2


def test_a_site_in_a_folder_of_its_repository_is_committed_by_its_paths(
    site: Path, tmp_path: Path
) -> None:
    """From the top of the repository."""
    top = tmp_path / "all of it"
    top.mkdir()
    site.rename(top / "เว็บไซต์")
    (top / "เว็บไซต์/.git").rename(top / ".git")
    committed(top, "ย้าย")
    made = entered(top / "เว็บไซต์", {NEW: CRLF})
    assert git(top, "status", "--porcelain") == ""
    assert CommittingHistory(top).content(made.commit, f"เว็บไซต์/{NEW}") == CRLF


# On its way


def remote(site: Path, address: str, *, script: str = "") -> Path:
    """A repository elsewhere, reached by an address of a forge, that may say something."""
    bare = site.parent / "remote.git"
    git(site, "clone", "--quiet", "--bare", ".", str(bare))
    git(bare, "config", "receive.advertisePushOptions", "true")
    if script:
        (bare / "hooks/post-receive").write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        (bare / "hooks/post-receive").chmod(0o755)
    git(site, "remote", "add", "origin", address)
    git(site, "config", f"url.{bare}.insteadOf", address)
    return bare


def test_github_opens_the_request_on_a_page_with_title_and_text(site: Path) -> None:
    """The branch is there; the rest is a click of the person who is signed in."""
    bare = remote(site, "git@github.com:office/site.git")
    made = entered(site, {NEW: CRLF})
    sent = propose(site, made.branch, None)
    assert sent.address.startswith(
        "https://github.com/office/site/compare/main...entry/2025-05-08-1?quick_pull=1&title=entry"
    )
    assert git(bare, "rev-parse", made.branch) == f"{made.commit}\n"


def test_gitlab_opens_the_request_itself(site: Path) -> None:
    """By options of the push; what it says is shown only where it is an address of its own."""
    options = 'for n in 0 1 2; do eval "echo \\$GIT_PUSH_OPTION_$n" >> options; done'
    others = "https://elsewhere.example/-/merge_requests/1"
    own = "https://git.office.example/a/site/-/merge_requests/7"
    bare = remote(
        site,
        "https://user:secret@git.office.example/a/site.git",
        script=f"{options}\necho {others}\necho {own}",
    )
    made = entered(site, {NEW: CRLF})
    sent = propose(site, made.branch, "gitlab")
    assert (bare / "options").read_text("utf-8").split("\n") == [
        *("merge_request.create", "merge_request.target=main"),
        *("merge_request.title=entry: ข้อ O1", ""),
    ]
    assert sent.address == own


def test_a_remote_that_refuses_loses_nothing(site: Path) -> None:
    """The words say why and what to type, and have no password."""
    git(site, "remote", "add", "origin", "https://user:secret@127.0.0.1:9/a/site.git")
    made = entered(site, {NEW: CRLF})
    sent = propose(site, made.branch, None)
    assert f"git push -u origin {made.branch}" in sent.words
    assert "secret" not in sent.words
    assert sent.address == ""


def test_without_a_remote_there_is_a_patch_that_brings_the_same_bytes(
    site: Path, tmp_path: Path
) -> None:
    """Of all commits of the branch, whatever line ends they have."""
    git(site, "clone", "--quiet", ".", str(tmp_path / "theirs"))
    entered(site, {RECORD: changed_record(site), NEW: CRLF})
    made = entered(site, {"oit_items/2568/O01/photo.png": bytes(range(256))})
    sent = propose(site, made.branch, None)
    theirs = tmp_path / "theirs"
    git(theirs, "am", "--quiet", "--keep-cr", sent.patch)
    assert git(theirs, "rev-parse", "HEAD^{tree}") == git(site, "rev-parse", "HEAD^{tree}")
    assert git(site, "status", "--porcelain", "--", ".oit-work") == ""
