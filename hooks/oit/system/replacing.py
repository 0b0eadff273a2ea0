"""Replacing a file of no site by a rename: who reads it sees the old one or the new one, whole."""

import os
import tempfile
from pathlib import Path

TEMPORARY = ".oit-"
"""What the names of temporary files beside those of no site begin with; `.gitignore` knows it."""


def write_text(path: Path, text: str) -> None:
    """Replace a file of no site by a text in UTF-8. Raises `OSError`, with the file as it was."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, data: bytes) -> None:
    """Replace a file of no site by bytes. Raises `OSError`, with the file as it was."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=TEMPORARY)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(name).chmod(0o644)  # mkstemp makes it readable for its owner only
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
