"""The process that reads files of strangers: `python -m oit.inspection.child MEGABYTES`.

It takes a path, as a line of JSON, and answers with the facts, as a line of JSON, until its input
ends. What goes wrong within its own bounds is a fact; where it dies, its parent says so.
"""

import contextlib
import importlib
import importlib.util
import json
import os
import sys
from pathlib import Path
from typing import Any, BinaryIO

from pydantic import TypeAdapter

from oit.inspection.facts import ContentFacts, read_content
from oit.inspection.faults import Fault
from oit.inspection.sniff import UNKNOWN

resource: Any = None
if importlib.util.find_spec("resource"):
    resource = importlib.import_module("resource")  # there is none on Windows

FACTS = TypeAdapter(ContentFacts)
"""Facts to JSON and back."""


def main() -> None:
    """Answers each path on standard input on what was standard output."""
    limit_memory(int(sys.argv[1]) * 1_000_000)
    with _private_output() as answers:
        for line in sys.stdin.buffer:
            answers.write(answer(Path(json.loads(line))))
            answers.flush()


def answer(path: Path) -> bytes:
    """The facts of the file at a path as a line of JSON."""
    try:
        facts = read_content(path.read_bytes())
    except OSError:
        facts = ContentFacts(sniffed=UNKNOWN, fault=Fault.ABSENT)
    except MemoryError:
        facts = ContentFacts(sniffed=UNKNOWN, fault=Fault.TOO_COSTLY)
    return FACTS.dump_json(facts) + b"\n"


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
