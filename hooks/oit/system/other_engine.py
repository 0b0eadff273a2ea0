"""Another version of the engine, run from its wheel in a process of its own."""

import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from oit.system.engine import NAME

_LOCK = f"{NAME}/frame/requirements.lock"
_PINNED = "./vendor/"


class UnusableWheelError(Exception):
    """A file is no wheel of an engine, or what it needs cannot be installed; the text says why."""


class OtherEngine(Struct, frozen=True):
    """An engine that lies unpacked in a folder, and the Python that has what it needs."""

    folder: Path
    python: str

    def run(self, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        """What its command line prints, and its exit status."""
        return subprocess.run(
            [self.python, "-m", NAME, *arguments],
            cwd=cwd,
            env={**os.environ, "PYTHONPATH": str(self.folder), "PYTHONUTF8": "1"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )


@contextmanager
def engine_in(wheel: Path, lock: str) -> Iterator[OtherEngine]:
    """The engine in a wheel. `lock` is the one by which this Python was installed.

    Where the wheel needs other packages, they are installed for it. Raises `UnusableWheelError`.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "engine"
        try:
            with zipfile.ZipFile(wheel) as archive:
                archive.extractall(folder)
            needs = (folder / _LOCK).read_text("utf-8")
        except (OSError, zipfile.BadZipFile, KeyError):
            raise UnusableWheelError(wheel.name) from None
        is_same = _packages(needs) == _packages(lock)
        yield OtherEngine(folder, sys.executable if is_same else _python(Path(name), needs))


def _packages(lock: str) -> frozenset[str]:
    """The lines of a lock that name packages and hashes; not the engine itself."""
    building = lock.partition("# --- ")[0].splitlines()
    return frozenset(
        line.strip() for line in building if line.strip() and not line.startswith(("#", _PINNED))
    )


def _python(folder: Path, needs: str) -> str:
    """A new environment with the packages that a lock names for building."""
    environment, wanted = folder / "venv", folder / "requirements.txt"
    wanted.write_text(needs.partition("# --- ")[0], "utf-8")
    python = environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    options = ["--require-hashes", "--no-deps", "--requirement", str(wanted)]
    for command in ([sys.executable, "-m", "venv", str(environment)], [*install, *options]):
        if subprocess.run(command, capture_output=True, check=False).returncode:
            raise UnusableWheelError(command[0])
    return str(python)
