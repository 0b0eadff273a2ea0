"""Whoever keeps a site going follows the guide: each command, as written, does what is said."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from helpers.earlier_engine import with_earlier_engine
from helpers.followed import TODAY, Reader, commands_of, new_office, reader_of, succeeded
from helpers.real_office import make_real
from helpers.repositories import committed, git
from helpers.support import copy_site, serving, tree
from oit.system import engine

ADDRESS, BACKUP = "ที่อยู่ของที่เก็บข้อมูล", "โฟลเดอร์สำเนาสำรอง"
SET_UP = ["python3 scripts/build.py", "python3 scripts/test.py"]
"""Programs that load an environment from the network first; the tests type what they then run."""
TESTS = (sys.executable, "-m", "unittest", "discover", "-s", "tests")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new office."""
    return new_office(tmp_path_factory.mktemp("office"))


@pytest.fixture
def reader(made: Path, tmp_path: Path) -> Reader:
    """Who has a clone of it."""
    return reader_of(made, tmp_path)


def test_a_site_is_put_onto_a_server_as_the_guide_says(reader: Reader) -> None:
    """Packed, unpacked in the place of the old one, compared, verified: all on one day."""
    pull, pack, compare, verify = commands_of("continuity", "zip")
    succeeded(reader.types(pull))
    told = succeeded(reader.types(pack))
    commit = git(reader.folder, "rev-parse", "HEAD").strip()
    assert commit in told
    (packed,) = reader.folder.glob("oit-site-*.zip")
    served = reader.folder.parent / "served"
    shutil.unpack_archive(packed, served)
    with serving(served) as address:
        succeeded(reader.types(compare, f"{address}/", "--commit", commit))
        assert "ตรงตามที่ดัชนีระบุ" in succeeded(reader.types(verify, f"{address}/"))
        reader.day = "2026-11-30"
        late = reader.types(compare, f"{address}/", "--commit", commit)
        assert late.returncode == 1
    assert git(reader.folder, "status", "--porcelain") == ""


def test_a_backup_is_made_once_and_then_kept_up(reader: Reader) -> None:
    """Every week the same command, which takes what is new."""
    first, weekly = commands_of("continuity", "backup")
    kept, backup = reader.folder.parent / "kept.git", reader.folder.parent / "backup"
    reader.values = {ADDRESS: str(kept), BACKUP: str(backup)}
    succeeded(reader.types(first))
    assert reader.types(first).returncode != 0
    for week in ("1", "2"):
        (reader.folder / "docs/x.txt").write_text(week, "utf-8")
        committed(reader.folder, week)
        git(reader.folder, "push", "--quiet", "origin", "main")
        succeeded(reader.types(weekly))
        assert git(backup, "rev-parse", "main") == git(reader.folder, "rev-parse", "main")


def test_a_site_is_restored_from_the_backup_alone(reader: Reader) -> None:
    """On another machine, and into a new repository of a forge, which takes no old requests."""
    copied, entered, build, test, compare, pushed = commands_of("continuity", "drill")
    assert [build, test] == SET_UP
    folder = reader.folder.parent
    git(folder, "clone", "--quiet", "--mirror", "kept.git", "backup")
    succeeded(reader.types("oit build"))
    published = reader.folder / "site"
    reader.folder, reader.values = folder, {BACKUP: str(folder / "backup")}
    succeeded(reader.types(copied))
    succeeded(reader.types(entered))
    succeeded(reader.types("oit build"))
    with serving(published) as address:
        told = succeeded(reader.types(compare, f"{address}/", "site"))
    assert "ไม่มีการเปลี่ยนแปลง" in told
    git(folder, "init", "--quiet", "--bare", "new.git")
    git(folder / "new.git", "config", "transfer.hideRefs", "refs/pull")
    reader.values[f"{ADDRESS}ใหม่"] = str(folder / "new.git")
    git(folder / "backup", "branch", "another", "main")
    succeeded(reader.types(pushed))
    heads = git(folder / "new.git", "for-each-ref", "--format=%(refname)").split()
    assert heads == ["refs/heads/another", "refs/heads/main"]


def test_an_office_s_own_tests_hold_the_restored_site(reader: Reader) -> None:
    """What the second command of the drill runs."""
    variables = {"OIT_AS_OF": TODAY, "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        TESTS,
        cwd=reader.folder,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_who_takes_over_a_site_approves_from_then_on(reader: Reader) -> None:
    """Another account in the settings is another owner, and every step of going live is judged."""
    owners, live = commands_of("continuity", "handover")
    for file in ("oit_items/divisions.yml", "mkdocs.yml"):
        assert (reader.folder / file).is_file()
    divisions = reader.folder / "oit_items/divisions.yml"
    values = yaml.safe_load(divisions.read_text("utf-8"))
    values["divisions"][0]["forge"] = "@office/malee"
    divisions.write_text(yaml.safe_dump(values, allow_unicode=True, sort_keys=False), "utf-8")
    succeeded(reader.types(owners))
    assert "@office/malee" in (reader.folder / "CODEOWNERS").read_text("utf-8")
    assert "[ยังไม่เสร็จ]" in succeeded(reader.types(live))


def test_a_site_in_production_has_nothing_left_to_do(tmp_path: Path) -> None:
    """What is left on the day of handing over stands under what cannot be judged from here."""
    site = copy_site("current", tmp_path)
    make_real(site)
    for file in site.rglob("*.md"):
        file.write_text(file.read_text("utf-8").replace("    sample: true\n", ""), "utf-8")
    reader = Reader(site, "2025-04-30")
    succeeded(reader.types("oit codeowners"))
    told = succeeded(reader.types(commands_of("continuity", "handover")[-1]))
    assert "[ยังไม่เสร็จ]" not in told
    assert "[ตรวจจากที่นี่ไม่ได้]" in told


def test_a_newer_engine_is_taken_as_the_guide_says(reader: Reader, tmp_path: Path) -> None:
    """Each file that changes is shown; what is left of a broken upgrade is put back."""
    upgrade, build, test, restore, clean = commands_of("continuity", "upgrade")
    assert [build, test] == SET_UP
    with_earlier_engine(reader.folder)
    committed(reader.folder, "รุ่นก่อน")
    wheel = tmp_path / engine.wheel().name
    wheel.write_bytes(engine.wheel().data)
    before = tree(reader.folder)
    told = succeeded(reader.types(upgrade, str(wheel)))
    changed = git(reader.folder, "status", "--porcelain", "-uall").splitlines()
    assert changed
    assert [line for line in changed if line[3:] not in told] == []
    refused = reader.types(upgrade, str(wheel))
    assert refused.returncode == 2
    succeeded(reader.types(restore))
    succeeded(reader.types(clean))
    after = tree(reader.folder)
    assert {name for name in before if not name.startswith(".git/")} == {
        name for name in after if not name.startswith((".git/", ".oit-work/"))
    }


def test_the_ledger_is_written_when_a_round_closes(reader: Reader, tmp_path: Path) -> None:
    """And a history that is cut off is fetched whole."""
    ledger, unshallow, _ = commands_of("continuity", "ledger")
    assert "ledger.json" in succeeded(reader.types(ledger))
    kept = (tmp_path / "kept.git").as_uri()
    (tmp_path / "office/docs/x.txt").write_text("x", "utf-8")
    committed(reader.folder, "x")
    git(reader.folder, "push", "--quiet", "origin", "main")
    git(tmp_path, "clone", "--quiet", "--depth", "1", kept, "shallow")
    reader.folder = tmp_path / "shallow"
    assert git(reader.folder, "rev-list", "--count", "HEAD").strip() == "1"
    succeeded(reader.types(unshallow))
    assert git(reader.folder, "rev-list", "--count", "HEAD").strip() == "2"
