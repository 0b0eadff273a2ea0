"""Whole processes, as people meet them: their time and memory."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_PER_MEGABYTE = 1024 * 1024 if sys.platform == "darwin" else 1024
"""macOS counts bytes, Linux kilobytes."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What a run took: seconds until it was over, seconds of computing, and megabytes at most.

    Linux counts no fewer megabytes than the program has that started the run.
    """

    seconds: float
    cpu: float
    megabytes: float


def run_measured(command: Sequence[str], folder: Path, given: Mapping[str, str]) -> Taken:
    """Run a command. Raises `subprocess.CalledProcessError` with what it printed."""
    begun = time.perf_counter()
    quiet = subprocess.DEVNULL
    with subprocess.Popen(
        command, cwd=folder, env=given, stdin=quiet, stdout=quiet, stderr=subprocess.PIPE
    ) as process:
        assert process.stderr  # noqa: S101 -- it is a pipe
        told = process.stderr.read()
        # Of this child and those that it waited for, alone; `resource` adds up all there were.
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - begun
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, stderr=told)
    cpu = usage.ru_utime + usage.ru_stime
    return Taken(seconds, cpu, usage.ru_maxrss / _PER_MEGABYTE)
