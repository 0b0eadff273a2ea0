"""The process that reads hostile files: `python -m oit.evidence.child MEGABYTES`.

It takes a request, as a line of JSON, and answers with an inspection, as a line of JSON, until its
input ends. What goes wrong within its own bounds is a fact; where it dies, its parent says so.
"""

import contextlib
import importlib
import importlib.util
import os
import sys
from pathlib import Path
from typing import Any, BinaryIO

from msgspec import json

from oit.evidence.facts import ContentFacts, Inspection, InspectionRequest
from oit.evidence.faults import FileFault
from oit.evidence.inspect import extension
from oit.evidence.media_types import UNKNOWN
from oit.evidence.pipe import REQUEST
from oit.evidence.read import inspect_bytes

resource: Any = None
if importlib.util.find_spec("resource"):
    resource = importlib.import_module("resource")  # there is none on Windows


def main() -> None:
    """Answers each request on standard input on what was standard output."""
    _limit_memory(int(sys.argv[1]) * 1_000_000)
    with _private_output() as answers:
        for line in sys.stdin.buffer:
            answers.write(_answer(REQUEST.decode(line)))
            answers.flush()


def _answer(request: InspectionRequest) -> bytes:
    """The inspection of a file, as a line of JSON."""
    return json.encode(_inspected(request)) + b"\n"


def _inspected(request: InspectionRequest) -> Inspection:
    path = Path(request.path)
    try:
        return inspect_bytes(path.read_bytes(), extension(path.name), request.schemas)
    except OSError:
        fault = FileFault.ABSENT
    except MemoryError:
        fault = FileFault.TOO_COSTLY
    return Inspection(content=ContentFacts(sniffed=UNKNOWN, fault=fault))


def _limit_memory(count: int) -> None:
    """Bounds this process's address space to `count` bytes and forbids core dumps.

    A core dump would hold what was read. Does nothing where the system cannot.
    """
    if resource:
        for what, most in ((resource.RLIMIT_AS, count), (resource.RLIMIT_CORE, 0)):
            with contextlib.suppress(ValueError, OSError):
                resource.setrlimit(what, (most, most))


def _private_output() -> BinaryIO:
    """A stream to the parent; what a library prints goes nowhere, and is never an answer."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    return answers


if __name__ == "__main__":
    main()
