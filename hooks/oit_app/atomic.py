"""Writing so that a reader, or a run that breaks off, never meets half a file."""

import os
import tempfile
from pathlib import Path


def write_text(path: Path, text: str) -> None:
    """Put a text in a file's place at once. Raises `OSError`, with the file as it was."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".oit-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
