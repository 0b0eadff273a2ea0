"""ZIP files made of files on the disk, the same bytes everywhere."""

import hashlib
import shutil
import zipfile
from collections.abc import Iterable
from pathlib import Path

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest that ZIP knows: the day of a build would make other bytes of the same files."""
NOTE = "README.txt"


def write_archive(archive: Path, folder: Path, files: Iterable[str], note: str) -> str:
    """Write files of a folder into a ZIP file, after a note; return its SHA-256.

    The files are stored, not compressed: how a compressor packs differs from machine to machine,
    and most evidence is compressed already. Raises `OSError` where a file is absent.
    """
    archive.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as made:
        made.writestr(_entry(NOTE), f"\ufeff{note}\n".replace("\n", "\r\n").encode())
        for name in files:
            with (folder / name).open("rb") as source, made.open(_entry(name), "w") as target:
                shutil.copyfileobj(source, target)
    with archive.open("rb") as written:
        return hashlib.file_digest(written, "sha256").hexdigest()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _FIRST_DAY)
    entry.create_system = 3  # as on every machine, whatever this one is
    entry.external_attr = 0o644 << 16
    return entry
