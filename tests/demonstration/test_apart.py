"""The demonstration is known by its settings and its round, and to nothing outside this folder."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from demonstration.shipped import YEAR, copy_shipped, why_left_out
from helpers.builds import built
from helpers.commands import run
from helpers.support import ROOT, Edit, delete, replace, tree
from oit.system import engine

NAMES = re.compile("ลาดกระบัง|lat.?krabang", re.IGNORECASE)
READS = re.compile(r'ROOT / "(?:oit_items|mkdocs\.yml)|(?:judged|published|load_site)\(ROOT\b')
HERE = Path(__file__).parent


def texts(folder: str, name: str) -> dict[Path, str]:
    """What stands in the files of a folder, but for this one; of pictures, what there is of it."""
    return {
        path: path.read_text("utf-8", errors="ignore")
        for path in (ROOT / folder).rglob(name)
        if path.is_file() and HERE not in path.parents and path.suffix != ".pyc"
    }


@pytest.mark.parametrize("folder", ["tests", "hooks"])
def test_neither_the_engine_nor_its_tests_name_the_office(folder: str) -> None:
    """They are of any office."""
    assert [path for path, text in texts(folder, "*").items() if NAMES.search(text)] == []


def test_no_file_of_the_wheel_names_the_office() -> None:
    """Another office gets all of it: engine, scripts, workflows, what the metadata tell."""
    with zipfile.ZipFile(io.BytesIO(engine.wheel().data)) as archive:
        texts = {name: archive.read(name).decode("utf-8", "ignore") for name in archive.namelist()}
    assert [name for name, text in texts.items() if NAMES.search(text)] == []


def test_no_file_and_no_page_of_a_new_office_names_this_one(tmp_path: Path) -> None:
    """Nothing of the demonstration comes along with `oit init`."""
    name = ("--id", "x", "--name-th", "สำนักงานเขตบางกะปิ", "--name-en", "Bang Kapi")
    day = {"OIT_AS_OF": "2026-11-29"}
    done = run("oit", "init", "office", *name, "--year", "2570", cwd=tmp_path, **day)
    assert done.returncode == 0, done.stderr
    built(tmp_path / "office", **day)
    named = [
        path
        for path, data in tree(tmp_path / "office").items()
        if NAMES.search(data.decode("utf-8", "ignore"))
    ]
    assert named == []


def test_no_other_test_reads_its_records_or_settings() -> None:
    """Those of another office may stand there."""
    assert [path for path, text in texts("tests", "*.py").items() if READS.search(text)] == []


def test_it_stands_where_its_settings_and_its_round_are(tmp_path: Path) -> None:
    """In this repository, and in a copy of it."""
    assert (why_left_out(ROOT), why_left_out(copy_shipped(tmp_path))) == ("", "")


@pytest.mark.parametrize(
    ("edit", "named"),
    [
        (replace("mkdocs.yml", "id: latkrabang", "id: bangkapi"), "mkdocs.yml"),
        (delete("mkdocs.yml"), "mkdocs.yml"),
        (delete(f"oit_items/{YEAR}"), f"oit_items/{YEAR}"),
        (replace(f"oit_items/{YEAR}/mandate.yml", "Lat Krabang", "Bang Kapi"), f"oit_items/{YEAR}"),
    ],
)
def test_it_does_not_stand_where_another_office_s_are(
    edit: Edit, named: str, tmp_path: Path
) -> None:
    """The one or the other; what is not there is named in Thai and in English."""
    site = copy_shipped(tmp_path)
    edit(site)
    thai, english = why_left_out(site).splitlines()
    assert named in thai
    assert english.startswith("[EN] ")
    assert named in english
