"""What is put aside comes back as it was, takes no memory, and nobody else finds it."""

import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest

from oit.system.aside import Aside
from oit.system.cache import NO_CACHE, CacheMemory


def test_bytes_come_back_in_any_order_and_as_often_as_they_are_asked_for(tmp_path: Path) -> None:
    """Also between others that are put there later."""
    aside = Aside(tmp_path)
    kept = [aside.put(bytes([number]) * number) for number in range(20)]
    assert [kept[number]() for number in (7, 19, 0, 7)] == [b"\7" * 7, b"\x13" * 19, b"", b"\7" * 7]
    later = aside.put(b"later")
    assert (kept[1](), later(), kept[19]()) == (b"\1", b"later", b"\x13" * 19)


def test_nobody_finds_it_by_a_name(tmp_path: Path) -> None:
    """So that nobody changes what is published, and nothing is left when a process is killed."""
    kept = Aside(tmp_path).put(b"a page")
    assert (kept(), list(tmp_path.iterdir())) == (b"a page", [])


def test_a_closed_one_gives_nothing_more(tmp_path: Path) -> None:
    """Its file is gone."""
    with Aside(tmp_path) as aside:
        kept = aside.put(b"a page")
    with pytest.raises(ValueError, match="closed file"):
        kept()


def test_a_build_puts_aside_what_would_fill_memory(tmp_path: Path) -> None:
    """Without any cache, too: where bytes are published no earlier run is asked."""
    memory = CacheMemory(NO_CACHE, Aside(tmp_path))
    memory.put_aside(b"")
    tracemalloc.start()
    try:
        kept = [memory.put_aside(bytes([number]) * 100_000) for number in range(50)]
        held, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert held < 500_000
    assert [made()[:1] for made in kept] == [bytes([number]) for number in range(50)]


@pytest.mark.skipif(sys.platform == "win32", reason="a process is copied nowhere on Windows")
def test_two_processes_read_in_it_at_once() -> None:
    """A copy shares the file with its place for the next reading, which both would move."""
    assert _said_by(_BOTH_READ) == "True True\n"


_BOTH_READ = """
import os
from oit.system.aside import Aside

aside = Aside()
kept = [aside.put(bytes([number]) * 5000) for number in range(100)]
reading, writing = os.pipe()
copy = os.fork()
sound = all(set(kept[number % 100]()) == {number % 100} for number in range(5000))
if copy == 0:
    os.write(writing, str(sound).encode())
    os._exit(0)
os.waitpid(copy, 0)
print(sound, os.read(reading, 9).decode())
"""


def _said_by(program: str) -> str:
    command = [sys.executable, "-c", program]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
