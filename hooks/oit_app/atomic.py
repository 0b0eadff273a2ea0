"""Writing so that a reader, or a run that breaks off, never meets half a file."""

import os
import tempfile
from pathlib import Path

from oit.records.load import RECORDS


def write_text(path: Path, text: str) -> None:
    """Put a text in a file's place at once. Raises `OSError`, with the file as it was."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, data: bytes) -> None:
    """The same with bytes. What a killed run leaves behind lies outside of the records."""
    handle, name = tempfile.mkstemp(dir=_beside_the_records(path), prefix=".oit-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _beside_the_records(path: Path) -> Path:
    """The folder of the site that a file belongs to; the file's own elsewhere."""
    return next((one for one in path.absolute().parents if (one / RECORDS).is_dir()), path.parent)
