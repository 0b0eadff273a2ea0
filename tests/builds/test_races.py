"""Two commands at once in one checkout: nothing is lost, and no site is half of two."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from helpers.commands import CACHE, run, run_process
from helpers.fault_runner import (
    COMMANDS,
    DAY,
    FaultRunner,
    built_site,
    fault_runner,
    is_long,
    next_command,
    prepared,
    written,
)
from helpers.support import copy_site, replace, tree
from oit.commands import cli

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="the test needs fork; the product does not"
)
MANDATE = "oit_items/2568/mandate.yml"
READING = {
    *("check", "deployable", "diff", "due", "explain", "freshness", "go-live", "links", "remind"),
    *("report", "verify", "verify-upgrade", "live", "archive", "harvest", "desk"),
}
"""Commands that write nothing into a checkout, save for a file that somebody asked for.

The desk writes on a click, by the engine of `inbox`, which is killed and kept waiting below.
"""
PAIRS: dict[str, tuple[Sequence[str], Sequence[str]]] = {
    "two months of one record": (
        ("none", "O1", "--period", "2025-01", "ไม่มีรายการ"),
        ("add", "O1", "--period", "2025-03", "--sample", "{folder}/มีนาคม.csv"),
    ),
    "two reviews of one record": (
        ("confirm", "O1", "--by", "หัวหน้าฝ่ายการคลัง", "--note", "ตรวจแล้ว"),
        ("confirm", "O1", "--by", "หัวหน้าฝ่ายโยธา", "--note", "ตรวจแล้ว"),
    ),
    "a month and a tidying": (
        ("none", "O1", "--period", "2025-01", "ไม่มีรายการ"),
        ("fmt",),
    ),
    "a month and the ledger": (
        ("add", "O1", "--period", "2025-03", "--sample", "{folder}/มีนาคม.csv"),
        ("ledger",),
    ),
    "a round and its approvers": (("new-round", "2569"), ("codeowners",)),
    "two rounds of one year": (("new-round", "2569"), ("new-round", "2569")),
    "a cleaned file and a month": (
        ("clean", "oit_items/2568/O01/photo.jpg"),
        ("none", "O1", "--period", "2025-01", "ไม่มีรายการ"),
    ),
}


@pytest.fixture(scope="module")
def runner() -> Iterator[FaultRunner]:
    with fault_runner() as runner:
        yield runner


def owing(name: str, folder: Path) -> Path:
    """A site that owes January too, and has what the commands of a pair are about."""
    site = prepared("clean" if "cleaned" in name else "add", folder)
    replace(MANDATE, "[2025-02, 2025-03]", "[2025-01, 2025-02, 2025-03]")(site)
    return site


def one_after_the_other(
    site: Path, folder: Path, commands: Sequence[Sequence[str]]
) -> dict[str, bytes]:
    """What the commands make of a site, as the oracle has it."""
    shutil.copytree(site, folder)
    for command in commands:
        run("oit", *command, cwd=folder, OIT_AS_OF=DAY)
    return written(folder)


@pytest.mark.parametrize("name", sorted(PAIRS))
def test_two_commands_at_once_do_what_one_after_the_other_does(
    name: str,
    runner: FaultRunner,
    tmp_path: Path,
    record_property: Callable[[str, object], None],
) -> None:
    """In either order: nothing of either is lost, whatever both read before they wrote."""
    site = owing(name, tmp_path)
    pair = [[part.format(folder=tmp_path) for part in command] for command in PAIRS[name]]
    expected = [
        one_after_the_other(site, tmp_path / "forth", pair),
        one_after_the_other(site, tmp_path / "back", pair[::-1]),
    ]
    rounds = 100 if is_long() else 3
    for number in range(rounds):
        copy = tmp_path / f"round-{number}"
        shutil.copytree(site, copy)
        statuses = runner.together(copy, *pair, built=None)
        assert set(statuses) <= {0, 2}
        assert written(copy) in expected, number
        next_command(copy)
        shutil.rmtree(copy)
    record_property("races", rounds)


def test_two_builds_at_once_leave_the_whole_site_of_one(
    runner: FaultRunner, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """Every page is of the same build, in a hundred rounds; MkDocs is left out of these."""
    site = prepared("build", tmp_path)
    built = built_site(tmp_path / "other")
    rounds = 100 if is_long() else 5
    for number in range(rounds):
        assert runner.together(site, ("build",), ("build",), built=built) == [0, 0], number
        pages = tree(site / "site")
        assert pages.keys() == tree(built).keys()
        assert len(set(pages.values())) == 1, number
        next_command(site)
    record_property("races", rounds)


def started(site: Path, *arguments: str) -> "subprocess.Popen[bytes]":
    """A command in a process of its own, in a group that can be killed as a whole."""
    ours = {"OIT_CACHE": str(CACHE), "OIT_AS_OF": DAY, "OIT_WAIT": "600"}
    return subprocess.Popen(
        [sys.executable, "-m", *arguments],
        cwd=site,
        env={**os.environ, "PYTHONUTF8": "1", **ours},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that was built, by MkDocs itself."""
    site = copy_site("current", tmp_path_factory.mktemp("whole"))
    done = run_process("oit", "build", cwd=site, OIT_AS_OF=DAY)
    assert done.returncode == 0, done.stderr
    return site


def test_two_real_builds_at_once_leave_a_whole_site(whole: Path, tmp_path: Path) -> None:
    """By the command, and by MkDocs alone, which writes into the site folder itself."""
    site = tmp_path / "site-of-two"
    shutil.copytree(whole, site)
    seconds = ["oit", "mkdocs"] if is_long() else ["oit"]
    for second in seconds:
        both = [started(site, program, "build") for program in ("oit", second)]
        assert [process.wait() for process in both] == [0, 0]
        assert tree(site / "site") == tree(whole / "site")
        next_command(site)


@pytest.mark.parametrize("second", ["oit", "mkdocs"])
def test_a_second_build_that_is_killed_leaves_the_site_of_the_first(
    second: str, whole: Path, tmp_path: Path
) -> None:
    """It waits for the lock, or works beside the site, when it is killed with all its processes."""
    site = tmp_path / "site-of-two"
    shutil.copytree(whole, site)
    first, other = started(site, "oit", "build"), started(site, second, "build")
    while not _is_at_work(site):
        assert first.poll() is None or other.poll() is None
    victim, survivor = (other, first) if _is_holder(site, first.pid) else (first, other)
    os.killpg(victim.pid, signal.SIGKILL)
    victim.wait()
    assert survivor.wait() == 0
    assert tree(site / "site") == tree(whole / "site")
    next_command(site)


def _is_at_work(site: Path) -> bool:
    """Whether a build has begun; folders may come and go while they are read."""
    with suppress(FileNotFoundError):
        return any((site / ".oit-work").glob("*/*"))
    return False


def _is_holder(site: Path, pid: int) -> bool:
    return f'"pid": {pid},' in (site / ".oit-work/holder.json").read_text("utf-8")


@pytest.mark.parametrize("seconds", [0.5, 1.5, 3, 4.5, 6, 8, 10] if is_long() else [2])
def test_a_real_build_that_is_killed_leaves_the_site_as_it_was(
    seconds: float, whole: Path, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """At any time, its child MkDocs with it or not; the next build clears up."""
    site = tmp_path / "killed"
    shutil.copytree(whole, site)
    (site / "site/index.html").write_text("old", "utf-8")
    old = tree(site / "site")
    for kill in (os.kill, os.killpg):
        process = started(site, "oit", "build")
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            kill(process.pid, signal.SIGKILL)
            process.wait()
        assert tree(site / "site") in (old, tree(whole / "site"))
    record_property("killed", 2)
    assert started(site, "oit", "build").wait() == 0
    assert tree(site / "site") == tree(whole / "site")


HOLDS = """
import sys
from contextlib import ExitStack
from pathlib import Path
from oit.system.locking import alone_in
with ExitStack() as alone:
    for root in sys.argv[1:]:
        alone.enter_context(alone_in(Path(root), "สร้างเว็บไซต์ (oit build)", print))
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def held_by_another(*roots: Path) -> Iterator[None]:
    """A process works in the folders."""
    command = [sys.executable, "-c", HOLDS, *map(str, roots)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, env=os.environ) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == b"held\n"
        yield
        holder.kill()


def test_every_command_that_writes_waits_for_its_turn(tmp_path: Path) -> None:
    """In vain, it ends with status 2, says in Thai who works since when, and changes nothing."""
    sites = {name: prepared(name, tmp_path / name) for name in COMMANDS}
    office, plain = sites["init"] / "office", copy_site("current", tmp_path / "mkdocs")
    before = {name: written(site) for name, site in sites.items()}
    with held_by_another(*sites.values(), office, plain):
        for name, arguments in COMMANDS.items():
            given = [part.format(folder=tmp_path / name) for part in arguments]
            done = run("oit", *given, cwd=sites[name], OIT_AS_OF=DAY, OIT_WAIT="0")
            assert (done.returncode, done.stdout) == (2, ""), name
            assert "สร้างเว็บไซต์ (oit build) ตั้งแต่วันที่" in done.stderr, name
        for program, command in (("oit", "zip"), ("mkdocs", "build")):
            done = run(program, command, cwd=plain, OIT_AS_OF=DAY, OIT_WAIT="0")
            assert done.returncode == 2, program
    assert {name: written(site) for name, site in sites.items()} == before


@pytest.mark.parametrize(
    "command",
    [("check",), ("due",), ("remind",), ("fmt", "--check"), ("codeowners", "--check")],
)
def test_a_command_that_only_reads_does_not_wait(command: Sequence[str], tmp_path: Path) -> None:
    """Somebody may ask what is due while a site is built."""
    site = copy_site("current", tmp_path)
    with held_by_another(site):
        done = run("oit", *command, cwd=site, OIT_AS_OF=DAY, OIT_WAIT="0")
        assert done.returncode in (0, 1)
        assert "ทำงานอยู่" not in done.stderr


def test_a_new_command_says_whether_it_writes() -> None:
    """One that does is killed, raced and kept waiting by the tests above."""
    writing = {arguments[0] for arguments in COMMANDS.values()} | {"zip"}
    assert writing | READING == set(cli.COMMANDS)
    assert not writing & READING
