"""A file that crashes, stalls or swells its reader ends as a fact, and the run goes on."""

from pathlib import Path

import pytest

from helpers import made_files as made
from oit.evidence.faults import FileFault
from oit.evidence.limits import ProcessLimits
from oit.evidence.runner import Inspector

pytestmark = pytest.mark.slow

_CRASHING = """
import os, time
from oit.evidence import child, read as reader
def read(data, extension, schemas):
    if data == b"crash":
        os._exit(11)
    if data == b"stall":
        time.sleep(600)
    if data == b"noise":
        print("{}", flush=True)
    if data == b"swell":
        bytearray(10**12)
    return reader.inspect_bytes(data, extension, schemas)
child.inspect_bytes = read
child.main()
"""


@pytest.fixture
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of files, and a reader that some of them break."""
    for name in ("crash", "stall", "noise", "swell"):
        (tmp_path / name).write_bytes(name.encode())
    (tmp_path / "good.pdf").write_bytes(made.pdf())
    monkeypatch.setattr("oit.evidence.runner.PROGRAM", ("-c", _CRASHING))
    return tmp_path


def test_one_child_reads_many_files(tmp_path: Path) -> None:
    """And ends with the `with`."""
    (tmp_path / "a.pdf").write_bytes(made.pdf())
    (tmp_path / "ข.xlsx").write_bytes(made.xlsx())
    with Inspector() as inspector:
        first = inspector.process
        assert inspector.inspect(tmp_path / "a.pdf").content.pdf
        second = inspector.process
        assert inspector.inspect(tmp_path / "ข.xlsx").content.office
        assert second is inspector.process
        assert inspector.inspect(tmp_path / "none.pdf").content.fault is FileFault.ABSENT
    assert first is None
    assert second is not None
    assert second.poll() is not None


def test_a_crash_is_a_fact_and_the_next_file_is_read(hostile: Path) -> None:
    """By a new child."""
    with Inspector() as inspector:
        assert inspector.inspect(hostile / "crash").content.fault is FileFault.UNREADABLE
        assert inspector.inspect(hostile / "good.pdf").content.fault is None
        assert inspector.inspect(hostile / "noise").content.fault is None
        assert inspector.inspect(hostile / "swell").content.fault is FileFault.TOO_COSTLY
        assert inspector.inspect(hostile / "good.pdf").content.fault is None


def test_a_stall_ends_within_its_time(hostile: Path) -> None:
    """And is told from a crash."""
    with Inspector(ProcessLimits(seconds=3)) as inspector:
        assert inspector.inspect(hostile / "stall").content.fault is FileFault.TOO_COSTLY
    with Inspector() as inspector:
        assert inspector.inspect(hostile / "good.pdf").content.fault is None


def test_a_child_killed_between_two_files_is_replaced(hostile: Path) -> None:
    """Whoever killed it."""
    with Inspector() as inspector:
        assert inspector.inspect(hostile / "good.pdf").content.pdf
        assert inspector.process is not None
        inspector.process.kill()
        inspector.process.wait()
        assert inspector.inspect(hostile / "good.pdf").content.pdf


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="the system bounds no address space")
def test_memory_is_bounded(tmp_path: Path) -> None:
    """A table that costs more than its reader may have."""
    (tmp_path / "large.csv").write_bytes(b"1,2,3,4\n" * 8_000_000)
    with Inspector(ProcessLimits(megabytes=500)) as inspector:
        fault = inspector.inspect(tmp_path / "large.csv").content.fault
    assert fault in (FileFault.TOO_COSTLY, FileFault.UNREADABLE)
