"""Evidence files into facts: fingerprint, size and what the readers find out.

Light to import: the readers are loaded only where a file is read in this process.
"""

import hashlib
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

from oit.evidence.facts import FileFacts, Inspection
from oit.evidence.media_types import EXTENSIONS

TOO_LARGE = 100_000_000
"""Bytes: a larger file is refused, and not inspected."""
LARGE = 25_000_000
"""Bytes: a larger file is pointed out."""

Facts: TypeAlias = Callable[[], FileFacts]
"""Waits for the facts of a file that is being inspected."""
Inspect: TypeAlias = Callable[[Path, tuple[str, ...]], Facts]
"""Begins to inspect a file, given the table schemas of which it is to follow one.

Several may be begun before the facts of the first are asked for. Raises `OSError`.
"""


def extension(name: str) -> str:
    """`csv` of `summary-2025-03.CSV`; empty where there is none."""
    return name.rpartition(".")[2].lower() if "." in name else ""


def inspect_here(path: Path, schemas: tuple[str, ...]) -> Facts:
    """The facts of a file, read in this process: for files that one trusts. Raises `OSError`."""
    digest, size = fingerprint(path)
    is_read = size <= TOO_LARGE
    kind = extension(path.name)
    inspection = _inspect_bytes(path.read_bytes(), kind, schemas) if is_read else None
    facts = facts_of(path.name, digest, size, inspection)
    return lambda: facts


def fingerprint(path: Path) -> tuple[str, int]:
    """SHA-256 and size in bytes. Raises `OSError`."""
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
        return digest, stream.tell()


def facts_of(name: str, digest: str, size: int, inspection: Inspection | None) -> FileFacts:
    """The facts of a file called `name`.

    Its media type is that of its content. Plain text has that of its name, because a CSV file
    with one column looks like text; so has a file that was not inspected.
    """
    named = EXTENSIONS.get(extension(name), ("application/octet-stream",))[0]
    media_type = inspection.content.sniffed.media_type if inspection else named
    return FileFacts(digest, size, named if media_type == "text/plain" else media_type, inspection)


@lru_cache(maxsize=512)  # tests load the same site many times in one process
def _inspect_bytes(data: bytes, kind: str, schemas: tuple[str, ...]) -> Inspection:
    from oit.evidence.read import inspect_bytes  # readers of files are heavy to import

    return inspect_bytes(data, kind, schemas)
