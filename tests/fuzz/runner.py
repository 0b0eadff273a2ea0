"""Many cases on several processes; one that dies or hangs is a fault, and another goes on."""

import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
_PROGRAM = ("-W", "ignore", "-m", "fuzz.worker")
"""What is made to test readers of files may well warn its maker."""


@dataclass(frozen=True)
class Fault:
    """What was found wrong, and the case that shows it."""

    kind: str
    number: int
    text: str

    @property
    def cause(self) -> str:
        """The last line, by which faults of one cause are told together."""
        return self.text.strip().rpartition("\n")[2][:200]


def faults(kind: str, first: int, stop: int, processes: int = 1) -> Iterator[Fault]:
    """The faults of the cases of a kind with numbers from `first` to before `stop`."""
    found: queue.Queue[Fault | None] = queue.Queue()
    for start in range(first, first + processes):
        share = (kind, start, stop, processes, found)
        threading.Thread(target=_run_share, args=share, daemon=True).start()
    for _ in range(processes):
        while fault := found.get():
            yield fault


def _run_share(
    kind: str, start: int, stop: int, step: int, found: "queue.Queue[Fault | None]"
) -> None:
    """Run a share of the cases; a process that ends early is followed by another."""
    next_number: int | None = start
    try:
        while next_number is not None:
            next_number = _run_process(kind, next_number, stop, step, found)
    finally:
        found.put(None)


def _run_process(
    kind: str, start: int, stop: int, step: int, found: "queue.Queue[Fault | None]"
) -> int | None:
    """Run cases in a process until they are done; the number to go on with, where it died."""
    begun = start
    arguments = [str(number) for number in (start, stop, step)]
    command = [sys.executable, *_PROGRAM, kind, *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=_variables(), cwd=_ROOT) as process:
        for line in process.stdout or ():
            message = json.loads(line)
            if "done" in message:
                return None
            begun = message.get("begun", begun)
            if "fault" in message:
                found.put(Fault(kind, message["number"], message["fault"]))
    found.put(Fault(kind, begun, f"the process ended with {process.returncode}"))
    return begun + step if begun + step < stop else None


def _variables() -> dict[str, str]:
    path = os.pathsep.join([str(_ROOT / "tests"), str(_ROOT / "hooks")])
    return {**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1", "OPENPYXL_LXML": "False"}
