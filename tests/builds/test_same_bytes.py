"""Two builds of one commit on one day are the same, byte for byte, wherever the clone lies."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from helpers.commands import run
from helpers.recorded_office import MARCH, RecordedOffice, given
from helpers.support import replace, tree

FILE = "oit_items/2568/O01/summary-2025-03.csv"


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, bytes]]:
    """The site of an office that corrected a file, built in two places."""
    office = RecordedOffice(tmp_path_factory.mktemp("office"))
    office.record(date(2025, 4, 11), given(MARCH))
    office.record(date(2025, 4, 14), replace(FILE, "งานตัวอย่างที่ 1", "งานตัวอย่างที่ 2"))
    other = tmp_path_factory.mktemp("other") / "elsewhere"
    shutil.copytree(office.site, other)
    return [built_now(folder) for folder in (office.site, other)]


def built_now(site: Path) -> dict[str, bytes]:
    """What a build makes that takes nothing from any earlier one."""
    done = run("oit", "build", cwd=site, OIT_AS_OF="2025-04-30")
    assert done.returncode == 0, done.stdout + done.stderr
    return tree(site / "site")


def test_every_file_is_the_same(sites: list[dict[str, bytes]]) -> None:
    """Pages, documents, archives; no moment and no folder is written into any."""
    here, there = sites
    assert here.keys() == there.keys()
    assert [path for path in here if here[path] != there[path]] == []


@pytest.mark.parametrize("end", [".parquet", "api/v1/checksums.txt", "-summary-2025-03.csv"])
def test_what_is_written_last_is_among_them(sites: list[dict[str, bytes]], end: str) -> None:
    """Typed tables, the sums of all files, and earlier versions of evidence."""
    assert any(path.endswith(end) for path in sites[0])
