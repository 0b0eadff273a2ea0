"""The process that reads files of strangers: `python -m oit.evidence.child MEGABYTES`.

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

from pydantic import TypeAdapter

from oit.evidence.facts import ContentFacts, Inspection, Request
from oit.evidence.faults import FileFault
from oit.evidence.media_types import UNKNOWN
from oit.evidence.read import find_out

resource: Any = None
if importlib.util.find_spec("resource"):
    resource = importlib.import_module("resource")  # there is none on Windows

INSPECTION = TypeAdapter(Inspection)
REQUEST = TypeAdapter(Request)
"""To JSON and back."""


def main() -> None:
    """Answers each request on standard input on what was standard output."""
    limit_memory(int(sys.argv[1]) * 1_000_000)
    with _private_output() as answers:
        for line in sys.stdin.buffer:
            answers.write(answer(REQUEST.validate_json(line)))
            answers.flush()


def answer(request: Request) -> bytes:
    """What there is to say of a file, as a line of JSON."""
    return INSPECTION.dump_json(_inspected(request)) + b"\n"


def _inspected(request: Request) -> Inspection:
    path = Path(request.path)
    try:
        return find_out(path.read_bytes(), path.suffix[1:].lower(), request.schemas)
    except OSError:
        fault = FileFault.ABSENT
    except MemoryError:
        fault = FileFault.TOO_COSTLY
    return Inspection(content=ContentFacts(sniffed=UNKNOWN, fault=fault))


def limit_memory(count: int) -> None:
    """Bounds this process's address space, and lets it leave no core, where the system can."""
    if resource:
        for what, most in ((resource.RLIMIT_AS, count), (resource.RLIMIT_CORE, 0)):
            with contextlib.suppress(ValueError, OSError):
                resource.setrlimit(what, (most, most))


def _private_output() -> BinaryIO:
    """A stream to the parent; whatever a library prints goes nowhere."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    return answers


if __name__ == "__main__":
    main()
