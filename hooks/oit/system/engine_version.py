"""What tells one engine from another: a hash of its files, and the names of what is installed.

A cache that knows its entries by it is never wrong after an upgrade, and two versions that run on
one machine do not disturb each other.
"""

import hashlib
import os
import sys
import sysconfig
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import oit

_PACKAGE = Path(oit.__file__).parent
_IDLE = "__pycache__"


@cache
def engine_version() -> str:
    """A hash that changes with the engine, with Python and with each installed package.

    Once a process: it reads some thousand files.
    """
    code = hashlib.sha256(f"{sys.version}\n{sys.platform}\n".encode())
    for file in engine_files():
        code.update(f"{file.relative_to(_PACKAGE).as_posix()}\0".encode())
        code.update(hashlib.sha256(file.read_bytes()).digest())
    code.update("\n".join(installed_packages()).encode())
    return code.hexdigest()


def engine_files() -> Iterator[Path]:
    """All files of the package, in their order."""
    for path, folders, names in os.walk(_PACKAGE):
        folders[:] = sorted(name for name in folders if name != _IDLE)
        yield from (Path(path) / name for name in sorted(names))


def installed_packages() -> list[str]:
    """The packages beside the engine, such as `pydantic-2.11.3.dist-info`."""
    folders = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    names = {path.name for folder in folders for path in Path(folder).glob("*.dist-info")}
    return sorted(names)
