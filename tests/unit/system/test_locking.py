"""One lock a checkout: who holds it, who waits, and what frees it."""

import errno
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from helpers.commands import run
from helpers.support import copy_site, tree
from oit.system.clock import SettingError
from oit.system.locking import PART_OF, HeldElsewhereError, alone_in, held
from oit.system.workspace import ReservedNameError

_HOLD = """
import sys
from pathlib import Path
from oit.system.locking import alone_in
with alone_in(Path(sys.argv[1]), "สร้างเว็บไซต์ (oit build)", print) as workspace:
    (workspace.folder / "half").write_text("half a site")
    print(workspace.name, flush=True)
    sys.stdin.read()
"""


@contextmanager
def another(root: Path) -> Iterator["subprocess.Popen[str]"]:
    """A process that works in a checkout until its input ends; gives its workspace's name first."""
    command = [sys.executable, "-c", _HOLD, str(root)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:
        yield process
        process.kill()


def first_line(process: "subprocess.Popen[str]") -> str:
    assert process.stdout
    return process.stdout.readline().strip()


@pytest.fixture
def no_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OIT_WAIT", "0")


def names(root: Path) -> set[str]:
    return {path.name for path in (root / ".oit-work").iterdir()}


@pytest.mark.usefixtures("no_wait")
def test_who_does_not_wait_is_told_who_works_since_when(tmp_path: Path) -> None:
    """In Thai first: the command in words, day and time in Bangkok, the process, the machine."""
    with another(tmp_path) as process:
        first_line(process)
        with pytest.raises(HeldElsewhereError) as refused, alone_in(tmp_path, "x", print):
            pass
    text = str(refused.value)
    assert text.startswith("มีคำสั่งที่ทำงานอยู่ในโฟลเดอร์นี้ คือ สร้างเว็บไซต์ (oit build) ตั้งแต่วันที่")
    assert f"กระบวนการ {process.pid}" in text
    assert "โปรดรอให้คำสั่งนั้นเสร็จ" in text
    assert "[EN] Another command works in this folder" in text


def test_who_waits_is_told_so_and_goes_on_when_the_other_has_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`OIT_WAIT` says how long."""
    monkeypatch.setenv("OIT_WAIT", "60")
    said: list[str] = []
    with another(tmp_path) as process:
        first_line(process)
        assert process.stdin

        def say(text: str) -> None:
            said.append(text)
            process.stdin.close()  # type: ignore[union-attr]  # it is there

        with alone_in(tmp_path, "x", say) as workspace:
            assert names(tmp_path) == {".gitignore", "lock", "holder.json", workspace.name}
    assert said[0].startswith("กำลังรอคำสั่งที่ทำงานอยู่ในโฟลเดอร์นี้ คือ สร้างเว็บไซต์ (oit build)")


@pytest.mark.usefixtures("no_wait")
def test_the_system_frees_the_lock_of_a_killed_holder_and_the_next_clears_up(
    tmp_path: Path,
) -> None:
    """What the dead one had begun lies there until then, and nothing of it afterwards."""
    with another(tmp_path) as process:
        name = first_line(process)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    assert (tmp_path / ".oit-work" / name / "half").is_file()
    with alone_in(tmp_path, "x", print):
        assert not (tmp_path / ".oit-work" / name).exists()
    assert names(tmp_path) == {".gitignore", "lock"}


@pytest.mark.parametrize("wait", ["x", "-1", "1.5", "๑", "99999999999"])
def test_a_wait_that_is_no_number_of_seconds_is_said(
    wait: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With what to write instead."""
    monkeypatch.setenv("OIT_WAIT", wait)
    with pytest.raises(SettingError, match="OIT_WAIT"), alone_in(tmp_path, "x", print):
        pass


@pytest.mark.usefixtures("no_wait")
def test_a_command_within_a_command_does_not_wait_for_itself(tmp_path: Path) -> None:
    """It works in the same workspace; so does a process that a holder starts."""
    with alone_in(tmp_path, "oit zip", print) as outer:
        with alone_in(tmp_path / ".", "oit build", print) as inner:
            assert inner is outer
        assert held(tmp_path) is outer
        code = _HOLD.replace("sys.stdin.read()", "")
        environment = {**os.environ, PART_OF: outer.name}
        command = [sys.executable, "-c", code, str(tmp_path)]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        assert done.stdout.strip() == outer.name
        assert outer.folder.is_dir()


@pytest.mark.usefixtures("no_wait")
def test_a_left_over_variable_is_no_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the name of the workspace that is there lets a process join."""
    with another(tmp_path) as process:
        name = first_line(process)
        monkeypatch.setenv(PART_OF, name[::-1])
        with pytest.raises(HeldElsewhereError), alone_in(tmp_path, "x", print):
            pass


def test_nothing_is_written_without_the_lock(tmp_path: Path) -> None:
    """A command that forgets it fails in its first test."""
    with pytest.raises(LookupError):
        held(tmp_path)


@pytest.mark.parametrize("name", [".oit-work", ".oit-work/lock"])
def test_a_link_that_stands_for_the_lock_is_not_followed(name: str, tmp_path: Path) -> None:
    """What it leads to is neither made, locked nor changed."""
    root, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    (root / name).parent.mkdir(parents=True)
    (root / name).symlink_to(elsewhere)
    with pytest.raises(ReservedNameError), alone_in(root, "x", print):
        pass
    assert not elsewhere.exists()


def test_a_folder_that_stands_for_the_lock_is_an_error(tmp_path: Path) -> None:
    """It fails closed: there is no lock, so nothing is done."""
    (tmp_path / ".oit-work/lock").mkdir(parents=True)
    with pytest.raises(OSError, match=r"directory|denied"), alone_in(tmp_path, "x", print):
        pass


@pytest.mark.usefixtures("no_wait")
def test_what_somebody_wrote_for_the_holder_is_shown_without_what_acts_on_a_terminal(
    tmp_path: Path,
) -> None:
    """And it opens nothing: the lock itself says whether somebody works."""
    with another(tmp_path) as process:
        first_line(process)
        told = {"command": "\x1b[2Joit add", "since": "2025-04-30", "pid": [1], "host": "a\nb" * 99}
        (tmp_path / ".oit-work/holder.json").write_text(json.dumps(told), "utf-8")
        with pytest.raises(HeldElsewhereError) as refused, alone_in(tmp_path, "x", print):
            pass
    assert "\x1b" not in str(refused.value)
    assert "[2Joit add ตั้งแต่วันที่ 30 เมษายน 2568" in str(refused.value)


@pytest.mark.parametrize("told", ["", "{", "[]", '{"folder": "../.."}', '{"folder": 1}', "\xff"])
def test_a_holder_that_cannot_be_read_stops_nobody(told: str, tmp_path: Path) -> None:
    """What it names is not removed."""
    (tmp_path / ".oit-work").mkdir()
    (tmp_path / ".oit-work/holder.json").write_text(told, "latin-1")
    (tmp_path / "kept").write_text("kept", "utf-8")
    with alone_in(tmp_path, "x", print):
        pass
    assert tree(tmp_path) == {"kept": b"kept"}


@pytest.mark.skipif(sys.platform == "win32", reason="it has locks of another kind")
@pytest.mark.parametrize("reason", [errno.ENOSYS, errno.ENOLCK])
def test_a_disk_without_locks_is_said_and_nothing_is_done(
    reason: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It fails closed: no file that only stands for a lock is used instead."""
    site = copy_site("current", tmp_path)
    before = tree(site)

    def refused(*_: object) -> None:
        raise OSError(reason, os.strerror(reason))

    monkeypatch.setattr("fcntl.flock", refused)
    done = run("oit", "fmt", cwd=site)
    assert done.returncode == 2
    assert f".oit-work/lock ไม่ได้ ({os.strerror(reason)})" in done.stderr
    assert "ระบบยังไม่ได้เปลี่ยนแปลงไฟล์ใด" in done.stderr
    assert tree(site) == before


def test_a_disk_that_cannot_be_written_is_said_and_can_still_be_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading takes no lock."""
    site = copy_site("current", tmp_path)

    def refused(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), ".oit-work")

    monkeypatch.setattr(Path, "mkdir", refused)
    assert run("oit", "check", cwd=site, OIT_AS_OF="2025-04-30").returncode == 0
    done = run("oit", "fmt", cwd=site)
    assert done.returncode == 2
    assert os.strerror(errno.EROFS) in done.stderr
