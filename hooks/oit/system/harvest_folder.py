"""The folder of a harvest: what was read of each site, and what is made of it.

While sites are read, each index is kept under its hash and noted in a line of `progress.jsonl`, so
that a killed harvest goes on where it was. What is made of them is put in place all at once. Who
writes here holds the lock of the folder (`locking`).
"""

import contextlib
import hashlib
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path

from oit.system.replacing import write_bytes
from oit.system.workspace import WORK
from oit.system.writing import write_changes

STATE = "state.json"
PROGRESS = "progress.jsonl"
_KEPT = "indexes"
_PARTS = "*/office=*/fiscal_year=*/data.parquet"
"""The files of the partitioned tables: what no longer belongs to them is removed."""


class HarvestFolder:
    """A folder that a harvest works in alone; usable from many threads."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._noting = threading.Lock()

    def is_ours(self) -> bool:
        """Whether a harvest may write here: one has, or nobody else has written anything."""
        names = {path.name for path in self._root.iterdir()}
        return STATE in names or names <= {WORK, PROGRESS, _KEPT}

    def state(self) -> bytes:
        """`state.json`; empty where no harvest has come to its end. Raises `OSError`."""
        return self._read(STATE)

    def progress(self) -> str:
        """What a harvest noted that did not come to its end. Raises `OSError`."""
        return self._read(PROGRESS).decode("utf-8", errors="replace")

    def index(self, sha256: str) -> bytes | None:
        """A kept index; `None` where it is not there, or not what it was."""
        try:
            data = self._kept(sha256).read_bytes()
        except OSError:
            return None
        return data if hashlib.sha256(data).hexdigest() == sha256 else None

    def keep(self, data: bytes) -> str:
        """Keep an index; gives its hash. Raises `OSError`."""
        sha256 = hashlib.sha256(data).hexdigest()
        if self.index(sha256) is None:
            (self._root / _KEPT).mkdir(exist_ok=True)
            write_bytes(self._kept(sha256), data)
        return sha256

    def note(self, line: str) -> None:
        """Add a line to `progress.jsonl`. Raises `OSError`."""
        with self._noting, (self._root / PROGRESS).open("a", encoding="utf-8") as progress:
            progress.write(line)

    def put(self, files: Mapping[str, bytes]) -> None:
        """Put files in place, remove the parts of tables that are not among them, and the progress.

        All or nothing; a file that would not change is left alone. Raises `OSError`.
        """
        changed = {name: data for name, data in files.items() if self._differs(name, data)}
        old = {path.relative_to(self._root).as_posix() for path in self._root.glob(_PARTS)}
        removed = sorted(old - files.keys())
        if (self._root / PROGRESS).exists():
            removed.append(PROGRESS)
        write_changes(self._root, changed, removed)
        for name in removed:
            self._remove_empty(self._root / name)

    def forget_others(self, kept: set[str]) -> None:
        """Remove the indexes that nothing names any more; one that stays does no harm."""
        for path in self._kept_files():
            if path.stem not in kept:
                with contextlib.suppress(OSError):
                    path.unlink()

    def _kept_files(self) -> Iterator[Path]:
        return (self._root / _KEPT).glob("*.json")

    def _kept(self, sha256: str) -> Path:
        return self._root / _KEPT / f"{sha256}.json"

    def _read(self, name: str) -> bytes:
        try:
            return (self._root / name).read_bytes()
        except FileNotFoundError:
            return b""

    def _differs(self, name: str, data: bytes) -> bool:
        try:
            return (self._root / name).read_bytes() != data
        except FileNotFoundError:
            return True

    def _remove_empty(self, removed: Path) -> None:
        """The folders that a removed file leaves empty."""
        for folder in removed.parents:
            if folder == self._root:
                return
            with contextlib.suppress(OSError):
                folder.rmdir()
