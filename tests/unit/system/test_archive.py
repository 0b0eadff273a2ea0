"""The archive of a round: its files under their addresses, the same bytes everywhere."""

import hashlib
import os
import zipfile
from pathlib import Path

import pytest

from oit.outputs.archives import Archive
from oit.system.archive import NOTE, write_archives

FILES = ("2568/o15/a.csv", "2568/o15/b.pdf")


def _site(folder: Path) -> Path:
    (folder / "2568/o15").mkdir(parents=True)
    (folder / "2568/o15/a.csv").write_bytes(b"a,b\r\n1,2\r\n")
    (folder / "2568/o15/b.pdf").write_bytes(b"%PDF-")
    return folder


def test_an_archive_holds_the_files_and_says_what_they_are(tmp_path: Path) -> None:
    """In the order told, under their addresses, after a note that Windows' editor can show."""
    site, target = _site(tmp_path / "site"), tmp_path / "site/2568/oit-2568.zip"
    digests = write_archives(site, [Archive("2568/oit-2568.zip", FILES, "ข้อมูล\nData")])
    with zipfile.ZipFile(target) as archive:
        assert archive.namelist() == [NOTE, *FILES]
        assert archive.read(NOTE).decode("utf-8-sig") == "ข้อมูล\r\nData\r\n"
        assert archive.read("2568/o15/a.csv") == b"a,b\r\n1,2\r\n"
    assert digests == {"2568/oit-2568.zip": hashlib.sha256(target.read_bytes()).hexdigest()}


def test_an_archive_is_the_same_whenever_it_is_made(tmp_path: Path) -> None:
    """Neither the day of the files nor their permissions are in it."""
    digests: set[str] = set()
    for name, day in (("one", 0), ("other", 2_000_000_000)):
        site = _site(tmp_path / name)
        for path in site.rglob("*.csv"):
            os.utime(path, (day, day))
            path.chmod(0o600 if day else 0o644)
        digests.update(write_archives(site, [Archive("a.zip", FILES, "note")]).values())
    assert len(digests) == 1


def test_a_file_that_is_absent_is_told(tmp_path: Path) -> None:
    """An archive that lacks something would be taken for the whole."""
    with pytest.raises(OSError, match="absent"):
        write_archives(tmp_path, [Archive("a.zip", ("absent.csv",), "note")])
