"""Files of strangers, read in a child process within bounds of time and memory."""

import os
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

import oit
from oit.evidence.child import INSPECTION, REQUEST
from oit.evidence.facts import ContentFacts, Inspection, Request
from oit.evidence.faults import FileFault
from oit.evidence.media_types import UNKNOWN

_EXHAUSTING = (FileFault.TOO_COSTLY, FileFault.UNREADABLE)
"""After these the child may be dead or short of memory: the next file gets a new one."""
PROGRAM = ("-m", "oit.evidence.child")
_KEPT_VARIABLES = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "LD_LIBRARY_PATH")
"""The child gets no others: what it reads may try to tell them."""
_SWITCHES = {"PYTHONUTF8": "1", "OPENPYXL_LXML": "False"}
"""openpyxl reads by defusedxml, and not by lxml, only when told so."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may cost. Systems without address-space limits hold to the time."""

    seconds: float = 60
    megabytes: int = 2000


class Inspector:
    """Reads files in a child process, which is kept for many files and renewed after a crash.

    Use it in a `with` statement. It may be used from one thread at a time. `process` is the child
    that now stands ready, if any.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self.process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "Inspector":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

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
            found = _inspection(_ask(child, Request(str(path.absolute()), schemas)))
        finally:
            timer.cancel()
        if found is None:
            fault = FileFault.TOO_COSTLY if is_late.is_set() else FileFault.UNREADABLE
            found = Inspection(content=ContentFacts(sniffed=UNKNOWN, fault=fault))
        if found.content.fault in _EXHAUSTING:
            self.close()
        return found

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


def inspect_in_child(path: Path, limits: Limits | None = None) -> Inspection:
    """The same of one file, in a process of its own; see `Inspector`."""
    with Inspector(limits) as inspector:
        return inspector.inspect(path)


def _start(limits: Limits) -> subprocess.Popen[bytes]:
    kept = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
    library = str(Path(oit.__file__).resolve().parent.parent)
    return subprocess.Popen(  # noqa: S603 -- this interpreter, this package
        [sys.executable, "-P", *PROGRAM, str(limits.megabytes)],
        env={**kept, **_SWITCHES, "PYTHONPATH": library},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def _kill(child: subprocess.Popen[bytes], is_late: threading.Event) -> None:
    is_late.set()
    child.kill()


def _ask(child: subprocess.Popen[bytes], request: Request) -> bytes:
    """The child's answer; nothing where it died."""
    if child.stdin is None or child.stdout is None:
        return b""
    try:
        child.stdin.write(REQUEST.dump_json(request) + b"\n")
        child.stdin.flush()
    except OSError:
        return b""
    return child.stdout.readline()


def _inspection(line: bytes) -> Inspection | None:
    try:
        return INSPECTION.validate_json(line)
    except ValueError:
        return None
