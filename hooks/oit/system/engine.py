"""The engine's own files: its version, its wheel, and the frame of an office's repository.

The frame is what every office has alike: scripts, workflows, the lock. In a checkout of this
project these are the project's own files; a wheel holds them as package data.
"""

import base64
import hashlib
from collections.abc import Iterator, Mapping
from importlib.metadata import Distribution, distribution, metadata
from pathlib import Path
from zipfile import ZIP_STORED

from msgspec import Struct

import oit
from oit.catalog.sources import texts_of
from oit.contract.index import Generator
from oit.system.zipping import zipped

NAME = "oit"
FRAME_FILES: tuple[str, ...] = tuple(texts_of("oit.system", "frame.yml"))
_PACKAGE = Path(oit.__file__).parent
_FRAME = "frame"
"""The folder of the package that holds the frame in a wheel."""
_STRAY = ("~", ".orig", ".rej")
_METADATA = ("METADATA", "entry_points.txt", "licenses/LICENSE", "top_level.txt")
"""Of what an installer keeps about a package, the files that came from its wheel as they are."""


class Wheel(Struct, frozen=True):
    """An installable package in one file; an office pins it by its hash."""

    name: str
    data: bytes

    @property
    def sha256(self) -> str:
        """The hash in hexadecimal digits, as a lock has it."""
        return hashlib.sha256(self.data).hexdigest()


def version() -> str:
    """The version of the engine that runs, such as `0.2.0`."""
    return distribution(NAME).version


def read_generator() -> Generator:
    """The running engine, by the metadata of its package, as `oit --version` tells it."""
    told = metadata(NAME)
    addresses = dict(entry.split(", ", 1) for entry in told.get_all("Project-URL") or ())
    home = addresses.get("Homepage")
    return Generator(name=told["Name"], version=told["Version"], url=home)


def frame() -> dict[str, bytes]:
    """The frame of an office's repository: bytes by path from its root."""
    packaged = _PACKAGE / _FRAME
    folder = packaged if packaged.is_dir() else _PACKAGE.parents[1]
    return {name: (folder / name).read_bytes() for name in FRAME_FILES}


def wheel() -> Wheel:
    """The wheel of the engine that runs, from its files as they are; the same on every machine.

    It is not compressed: what a compressor makes of a file depends on its version.
    """
    installed = distribution(NAME)
    stem = f"{NAME}-{installed.version}"
    files = dict(sorted(_files_of(installed, f"{stem}.dist-info").items()))
    record = f"{stem}.dist-info/RECORD"
    return Wheel(
        f"{stem}-py3-none-any.whl", zipped({**files, record: _record(files, record)}, ZIP_STORED)
    )


def _files_of(installed: Distribution, information: str) -> dict[str, bytes]:
    """What the wheel holds, save for its list of files."""
    about = {
        f"{information}/{name}": (installed.read_text(name) or "").encode() for name in _METADATA
    }
    tag = f"Wheel-Version: 1.0\nGenerator: {NAME} {installed.version}\n"
    about[f"{information}/WHEEL"] = f"{tag}Root-Is-Purelib: true\nTag: py3-none-any\n".encode()
    frame_files = {f"{NAME}/{_FRAME}/{name}": data for name, data in frame().items()}
    return {**dict(_package_files()), **frame_files, **about}


def _package_files() -> Iterator[tuple[str, bytes]]:
    for file in _PACKAGE.rglob("*"):
        path = file.relative_to(_PACKAGE)
        if file.is_file() and not _is_left_out(path):
            yield f"{NAME}/{path.as_posix()}", file.read_bytes()


def _is_left_out(path: Path) -> bool:
    """Caches, what editors leave, and the frame, which is added by itself."""
    return path.parts[0] == _FRAME or any(
        part == "__pycache__" or part.startswith(".") or part.endswith(_STRAY)
        for part in path.parts
    )


def _record(files: Mapping[str, bytes], record: str) -> bytes:
    """The list of files with hashes and sizes, itself without (the standard of binary packages)."""
    rows = [f"{name},sha256={_digest(data)},{len(data)}" for name, data in files.items()]
    return "".join(f"{row}\n" for row in (*rows, f"{record},,")).encode()


def _digest(data: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).decode().rstrip("=")
