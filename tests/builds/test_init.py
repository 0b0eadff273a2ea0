"""`oit init`: another office's repository from one command, whole or not at all."""

import hashlib
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from helpers.builds import built
from helpers.commands import run
from helpers.support import ROOT, tree
from oit.editing.office import TESTING
from oit.model.office import Office, SitePolicy
from oit.system.engine import FRAME_FILES
from setup.environment import TEST_MARKER

DAY = {"OIT_AS_OF": "2026-11-29"}
"""A day within the first round, on which deadlines of it have passed."""
OFFICE = (
    "--id",
    "bangkapi",
    "--name-th",
    "สำนักงานเขตบางกะปิ",
    "--name-en",
    "Bang Kapi District Office",
)


OFFICES = re.compile("สำนักงานเขต(?:บาง|ลาด|คลอง|หนอง|ดิน|จอม|ตัวอย่าง|ทดสอบ)[ก-๎]*")
"""Names of district offices, as most of them begin."""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository of an office that begins in the middle of fiscal year 2570."""
    folder = tmp_path_factory.mktemp("offices")
    done = run("oit", "init", "bangkapi", *OFFICE, "--year", "2570", cwd=folder, **DAY)
    assert (done.returncode, done.stderr) == (0, "")
    return folder / "bangkapi"


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """The names and texts of a folder's files, wheels and Git's own left aside."""
    for name, data in tree(folder).items():
        if not name.startswith((".git/", "vendor/")):
            yield name, data.decode("utf-8", "ignore")


def test_its_data_passes_the_gate_on_its_first_day(office: Path) -> None:
    """Though deadlines of the round have passed: they are not those of who begins today."""
    done = run("oit", "check", cwd=office, **DAY)
    assert done.returncode == 0, done.stdout


def test_its_site_is_built_and_names_no_other_office_and_no_other_year(office: Path) -> None:
    """In no page, address, folder or file for programs."""
    site = built(office, **DAY)
    named = {name for _, text in texts(site) for name in OFFICES.findall(text)}
    assert {name for name in named if not name.startswith("สำนักงานเขตบางกะปิ")} == set()
    assert {name.partition("/")[0] for name in tree(site) if re.match(r"\d{4}/", name)} == {"2570"}
    linked = {
        year
        for name, text in texts(site)
        for year in re.findall(r"[\"/(](25\d\d)/", text)
        if name.endswith((".html", ".json", ".csv", ".xml", ".atom", ".txt"))
    }
    assert linked == {"2570"}


def test_it_stands_in_the_frame_of_this_repository(office: Path) -> None:
    """The same names at the top, and a first commit can be made."""
    names = {path.name for path in office.iterdir()}
    assert {"docs", "oit_items", "hooks", "mkdocs.yml", "scripts", "tests", "README.md"} <= names
    assert {"CODEOWNERS", "requirements.lock", "vendor", ".github", ".gitignore", ".git"} <= names
    assert [name for name in FRAME_FILES if not (office / name).is_file()] == []


def test_the_lock_pins_the_wheel_beside_it_by_its_hash(office: Path) -> None:
    """Nobody can put another engine in its place without changing the lock."""
    (wheel,) = (office / "vendor").iterdir()
    lock = (office / "requirements.lock").read_text("utf-8")
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    assert lock.splitlines()[-1] == f"./vendor/{wheel.name} --hash=sha256:{digest}"
    assert "pytest==" not in lock
    assert "mkdocs==" in lock
    assert TESTING == TEST_MARKER


def test_what_is_generated_is_in_step(office: Path) -> None:
    """`CODEOWNERS` and the schemas of the editor, as its own tests ask."""
    for command in ("codeowners", "schemas"):
        done = run("oit", command, "--check", cwd=office, **DAY)
        assert done.returncode == 0, done.stdout


def test_each_setting_stands_in_the_file_with_its_explanation(office: Path) -> None:
    """Also those that are not set yet: whoever reads the file knows what can be said."""
    lines = (office / "mkdocs.yml").read_text("utf-8").splitlines()
    named = {match[1] for line in lines if (match := re.match(r"\s+#? ?(\w+):", line))}
    assert set(SitePolicy.model_fields) <= named
    assert set(Office.model_fields) <= named
    settings = [index for index, line in enumerate(lines) if re.match(r"    (# )?\w+:", line)]
    start = next(index for index, line in enumerate(lines) if line == "  oit:")
    unexplained = [
        lines[index]
        for index in settings
        if index > start and not lines[index - 1].strip().startswith("#")
    ]
    assert unexplained == []


def test_comments_become_settings_when_their_mark_is_removed(office: Path) -> None:
    """The examples in the file are usable as they stand."""
    text = (office / "mkdocs.yml").read_text("utf-8")
    block = text[text.index("  oit:\n") :]
    enabled = re.sub(r"(?m)^(\s+)# (\w+:|  \w+:)", r"\1\2", block)
    values = yaml.safe_load(enabled)["oit"]
    SitePolicy.model_validate(values)
    assert values["repository"]["url"]


def test_two_offices_at_once_do_not_meet(tmp_path: Path) -> None:
    """Each is built beside its own place."""
    for name in ("a", "b"):
        done = run("oit", "init", name, *OFFICE, cwd=tmp_path, **DAY)
        assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]


def test_a_folder_with_files_is_left_as_it_is(tmp_path: Path) -> None:
    """Status 2, and what to do instead; an empty one is taken."""
    (tmp_path / "full").mkdir()
    (tmp_path / "full/letter.txt").write_text("x")
    (tmp_path / "empty").mkdir()
    done = run("oit", "init", "full", *OFFICE, cwd=tmp_path, **DAY)
    assert done.returncode == 2
    assert "ระบบยังไม่ได้เปลี่ยนแปลงไฟล์ใด" in done.stderr
    assert tree(tmp_path / "full") == {"letter.txt": b"x"}
    assert run("oit", "init", "empty", *OFFICE, cwd=tmp_path, **DAY).returncode == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty", "full"]


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [("--id", "Bang Kapi", "อักษรอังกฤษตัวเล็ก"), ("--name-th", "  ", "ข้อความบรรทัดเดียว")],
)
def test_a_name_that_cannot_be_is_told_before_anything_is_made(
    option: str, value: str, told: str, tmp_path: Path
) -> None:
    """With an example of what can be."""
    given = [*OFFICE]
    given[given.index(option) + 1] = value
    done = run("oit", "init", "office", *given, cwd=tmp_path, **DAY)
    assert done.returncode == 2
    assert told in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_names_with_signs_of_yaml_stay_what_they_are(tmp_path: Path) -> None:
    """A colon, quotes, a hash."""
    name = 'เขต: "ก" # ข'
    given = [*OFFICE]
    given[given.index("--name-th") + 1] = name
    assert run("oit", "init", "office", *given, cwd=tmp_path, **DAY).returncode == 0
    settings = yaml.safe_load((tmp_path / "office/mkdocs.yml").read_text("utf-8"))
    assert settings["extra"]["oit"]["office"]["name_th"] == name


def test_the_wheel_has_the_version_of_this_project(office: Path) -> None:
    """By which an office says what it runs."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    (wheel,) = (office / "vendor").iterdir()
    assert wheel.name == f"oit-{project['version']}-py3-none-any.whl"


def test_its_site_says_that_it_is_under_preparation_and_invents_nothing(office: Path) -> None:
    """It is no demonstration: nothing on it is a sample, and its days are real."""
    site = built(office, **DAY)
    pages = [(site / path / "index.html").read_text("utf-8") for path in ("", "about", "2570")]
    for page in pages:
        assert "<b>เว็บไซต์อยู่ระหว่างจัดทำ</b> ยังมิใช่เว็บไซต์ทางการ" in page
        assert "สำนักงานเขตบางกะปิ" in page
        assert "สาธิต" not in page
        assert "สมมุติ" not in page
    english = (site / "en/2570/o15/index.html").read_text("utf-8")
    assert "Under preparation" in english
    assert "invented" not in english


def test_it_may_be_made_where_one_stands(tmp_path: Path) -> None:
    """In an empty folder, or one with nothing but Git in it, which stays the same folder."""
    (tmp_path / ".git").mkdir()
    before = tmp_path.stat().st_ino
    assert run("oit", "init", ".", *OFFICE, cwd=tmp_path, **DAY).returncode == 0
    assert (tmp_path / "mkdocs.yml").is_file()
    assert tmp_path.stat().st_ino == before


@pytest.mark.parametrize("year", ["2569", "2600"])
def test_a_year_that_is_over_or_far_away_is_told(year: str, tmp_path: Path) -> None:
    """With the years that are meant; nothing is made."""
    done = run("oit", "init", "office", *OFFICE, "--year", year, cwd=tmp_path, **DAY)
    assert done.returncode == 2
    assert "--year 2570" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_round_that_is_still_open_may_be_joined_to_its_end(tmp_path: Path) -> None:
    """In October the last deadlines of the year before are still to come."""
    last_days = {"OIT_AS_OF": "2026-10-05"}
    done = run("oit", "init", "office", *OFFICE, "--year", "2569", cwd=tmp_path, **last_days)
    assert done.returncode == 0, done.stderr[:2000]
    assert run("oit", "check", cwd=tmp_path / "office", **last_days).returncode == 0
