"""Hostile files, read in a child process within bounds of time and memory."""

import os
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import Self

from msgspec import DecodeError, json

import oit
from oit.evidence.facts import ContentFacts, Inspection, InspectionRequest
from oit.evidence.faults import FileFault
from oit.evidence.limits import ProcessLimits
from oit.evidence.media_types import UNKNOWN
from oit.evidence.pipe import INSPECTION

PROGRAM = ("-m", "oit.evidence.child")
_EXHAUSTING = (FileFault.TOO_COSTLY, FileFault.UNREADABLE)
"""After these the child may be dead or short of memory: the next file gets a new one."""
# The child inherits no other variables: tokens of a CI run stay out of its reach.
_INHERITED = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "LD_LIBRARY_PATH")
# Where lxml is installed, openpyxl parses with it and not with defusedxml.
_SETTINGS = {"PYTHONUTF8": "1", "OPENPYXL_LXML": "False"}


class Inspector:
    """Reads files in a child process, which is kept for many files and replaced after a crash.

    Use it in a `with` statement, and from one thread at a time. `process` is the running child;
    `None` before the first file and after a child was ended.
    """

    def __init__(self, limits: ProcessLimits | None = None) -> None:
        self._limits = limits or ProcessLimits()
        self.process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def start(self) -> None:
        """Start the child before the first file: to load its readers takes longer than a file."""
        self._running()

    def inspect(self, path: Path, schemas: tuple[str, ...] = ()) -> Inspection:
        """What the file at `path` is, with its table under one of the schemas.

        A reader that crashes ends as `unreadable`, one that stalls or wants too much memory as
        `too-costly`, a file that is not there as `absent`; nothing is raised.
        """
        child = self._running()
        is_late = threading.Event()
        timer = threading.Timer(self._limits.seconds, _kill, (child, is_late))
        timer.start()
        try:
            request = InspectionRequest(str(path.absolute()), schemas)
            inspection = _inspection(_ask(child, request))
        finally:
            timer.cancel()
        if inspection is None:
            fault = FileFault.TOO_COSTLY if is_late.is_set() else FileFault.UNREADABLE
            inspection = Inspection(content=ContentFacts(sniffed=UNKNOWN, fault=fault))
        if inspection.content.fault in _EXHAUSTING:
            self.close()
        return inspection

    def close(self) -> None:
        """Ends the child."""
        if self.process:
            self.process.kill()
            self.process.communicate()
            self.process = None

    def _running(self) -> subprocess.Popen[bytes]:
        if self.process is None or self.process.poll() is not None:
            self.close()
            self.process = _start(self._limits)
        return self.process


def _start(limits: ProcessLimits) -> subprocess.Popen[bytes]:
    inherited = {name: os.environ[name] for name in _INHERITED if name in os.environ}
    library = str(Path(oit.__file__).resolve().parent.parent)
    # -P keeps the working directory off the import path: a file beside the records runs nothing.
    return subprocess.Popen(  # noqa: S603 -- this interpreter, this package
        [sys.executable, "-P", *PROGRAM, str(limits.megabytes)],
        env={**inherited, **_SETTINGS, "PYTHONPATH": library},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def _kill(child: subprocess.Popen[bytes], is_late: threading.Event) -> None:
    is_late.set()
    child.kill()


def _ask(child: subprocess.Popen[bytes], request: InspectionRequest) -> bytes:
    """The child's answer, a line of JSON; empty where it died."""
    if child.stdin is None or child.stdout is None:
        return b""
    try:
        child.stdin.write(json.encode(request) + b"\n")
        child.stdin.flush()
    except OSError:
        return b""
    return child.stdout.readline()


def _inspection(line: bytes) -> Inspection | None:
    try:
        return INSPECTION.decode(line)
    except DecodeError:
        return None
