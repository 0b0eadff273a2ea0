"""`oit upgrade`: an office's repository to a newer engine, whole or not at all."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
import yaml

from helpers.commands import run
from helpers.earlier_engine import VERSION, with_earlier_engine
from helpers.judged_days import judged_days, statuses
from helpers.repositories import committed, git
from helpers.support import SAMPLE, SITES, told_at, tree
from oit.assessment.rules.requests import check_upgrade
from oit.commands.generated import engine_here
from oit.editing.office import generated_files
from oit.system import engine

DAY = {"OIT_AS_OF": "2025-04-30"}
TODAY = {"OIT_AS_OF": "2026-11-29"}
OLD = SITES / "version-0.1"
OFFICE = ("--id", "office", "--name-th", "สำนักงานเขตใหม่", "--name-en", "New District Office")


def commit(folder: Path) -> Path:
    """All files of a folder, in a repository without anything else to commit."""
    git(folder, "init", "--quiet")  # one that is there stays
    committed(folder, "state")
    return folder


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """The records and settings of version 0.1, with the evidence that they name."""
    office = tmp_path / "old"
    shutil.copytree(SAMPLE / "oit_items", office / "oit_items")
    shutil.copytree(OLD, office, dirs_exist_ok=True)
    (office / "statuses.json").unlink()
    return commit(office)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A new office, with its first commit."""
    done = run("oit", "init", "office", *OFFICE, "--year", "2570", cwd=tmp_path, **TODAY)
    assert done.returncode == 0, done.stderr
    return commit(tmp_path / "office")


def test_the_office_of_version_0_1_reaches_a_green_gate(old: Path) -> None:
    """With every record and policy file that has to change, and nothing of the others."""
    before = tree(old / "oit_items")
    done = run("oit", "upgrade", cwd=old, **DAY)
    assert (done.returncode, done.stderr) == (0, "")
    assert run("oit", "check", cwd=old, **DAY).returncode == 0
    after = tree(old / "oit_items")
    changed = {path for path in before if before[path] != after[path]}
    assert changed == {
        path
        for path, data in before.items()
        if b"\n  - on: " in data or path.endswith("/mandate.yml")
    }
    assert done.stdout.startswith("ปรับปรุงเป็นรุ่น")


def test_its_statuses_are_the_same_on_every_day(old: Path) -> None:
    """As version 0.1 itself judged it, from the opening to two days after the closing."""
    assert run("oit", "upgrade", cwd=old, **DAY).returncode == 0
    told = json.loads((OLD / "statuses.json").read_text("utf-8"))["items"]
    found = judged_days(old, date(2024, 10, 1), date(2025, 5, 2))["items"]
    assert len(found) == 22
    assert statuses(found) == statuses(told)


def test_comments_and_order_stay_where_a_record_is_migrated(old: Path) -> None:
    """Only the name of the key is another, on each line that had it."""
    record = old / "oit_items/2568/O15/record.md"
    text = record.read_text("utf-8")
    commented = text.replace("reviews:\n  - on:", "# ใครยืนยัน\nreviews: # ทุกเดือน\n  # แรก\n  - on:")
    commented = commented.replace("note: ตรวจแล้ว เดือนธันวาคม", "note: 'ตรวจแล้ว' # เดือนธันวาคม")
    record.write_text(commented, "utf-8", newline="\n")
    commit(old)
    assert run("oit", "upgrade", cwd=old, **DAY).returncode == 0
    expected = commented.replace("  - on: ", "  - date: ")
    assert record.read_text("utf-8") == expected


def test_a_second_upgrade_changes_nothing(old: Path) -> None:
    """It says that there is nothing to change."""
    assert run("oit", "upgrade", cwd=old, **DAY).returncode == 0
    commit(old)
    before = tree(old / "oit_items")
    done = run("oit", "upgrade", cwd=old, **DAY)
    assert done.returncode == 0
    assert "จึงไม่มีการเปลี่ยนแปลง" in done.stdout
    assert tree(old / "oit_items") == before


def test_an_uncommitted_file_is_told_and_nothing_is_changed(old: Path) -> None:
    """A person's work could not be told from the upgrade's afterwards."""
    (old / "oit_items/2568/O15/record.md").open("a").write("\n")
    before = tree(old)
    done = run("oit", "upgrade", cwd=old, **DAY)
    assert done.returncode == 2
    assert "oit_items/2568/O15/record.md" in done.stderr
    assert "git restore ." in done.stderr
    assert tree(old) == before


def test_a_fault_that_only_the_newer_engine_finds_refuses_it(old: Path) -> None:
    """Everything stays as it was; the finding is shown."""
    (old / "oit_items/2568/O15/record.md").write_text("---\nitem: O15\n---\n", "utf-8")
    commit(old)
    before = tree(old)
    done = run("oit", "upgrade", cwd=old, **DAY)
    assert done.returncode == 1
    assert "field-missing" in done.stderr
    assert "ระบบยังไม่ได้เปลี่ยนแปลงไฟล์ใด" in done.stderr
    assert tree(old) == before


def test_an_office_gets_the_engine_its_frame_and_its_pin(office: Path) -> None:
    """The earlier wheel goes; what the office wrote stays byte for byte, but for the settings."""
    with_earlier_engine(office)
    commit(office)
    (office / "scripts/build.py").write_text("old\n")
    commit(office)
    before = tree(office / "oit_items")
    done = run("oit", "upgrade", cwd=office, **TODAY)
    assert (done.returncode, done.stderr) == (0, "")
    (wheel,) = (office / "vendor").iterdir()
    assert wheel.read_bytes() == engine.wheel().data
    assert engine.wheel().sha256 in (office / "requirements.lock").read_text("utf-8")
    assert (office / "scripts/build.py").read_text("utf-8") != "old\n"
    assert tree(office / "oit_items") == before
    settings = yaml.safe_load((office / "mkdocs.yml").read_text("utf-8"))["extra"]["oit"]
    assert settings["upgraded"] == {"version": VERSION, "date": date(2026, 11, 29)}
    assert "# ชื่อเว็บไซต์ แสดงที่หัวของทุกหน้า" in (office / "mkdocs.yml").read_text("utf-8")
    assert run("oit", "check", cwd=office, **TODAY).returncode == 0


def test_what_was_late_before_does_not_hold_an_upgrade_up(office: Path) -> None:
    """The engine before finds it too, as its own check tells."""
    with_earlier_engine(office)
    commit(office)
    late = {"OIT_AS_OF": "2027-03-20"}
    assert run("oit", "check", cwd=office, **late).returncode == 1
    done = run("oit", "upgrade", cwd=office, **late)
    assert done.returncode == 0, done.stderr


def test_a_wheel_is_handed_the_work(office: Path, tmp_path: Path) -> None:
    """`--to` runs the engine in the wheel, whichever is installed."""
    with_earlier_engine(office)
    commit(office)
    built = engine.wheel()
    newer = tmp_path / built.name
    newer.write_bytes(built.data)
    done = run("oit", "upgrade", "--to", str(newer), cwd=office, **TODAY)
    assert done.returncode == 0, done.stderr
    assert f"เป็นรุ่น {engine.version()} แล้ว" in done.stdout
    assert [path.name for path in (office / "vendor").iterdir()] == [built.name]


def test_a_file_that_is_no_wheel_is_told(office: Path, tmp_path: Path) -> None:
    """Status 2, nothing changed, no traceback."""
    before = tree(office)
    (tmp_path / "letter.whl").write_text("x")
    done = run("oit", "upgrade", "--to", str(tmp_path / "letter.whl"), cwd=office, **TODAY)
    assert done.returncode == 2
    assert "letter.whl" in done.stderr
    assert tree(office) == before


def test_an_older_engine_is_refused(office: Path) -> None:
    """Records of a newer version may hold what an older engine does not know."""
    with_earlier_engine(office, "9.0.0")
    commit(office)
    done = run("oit", "upgrade", cwd=office, **TODAY)
    assert done.returncode == 2
    assert "9.0.0" in done.stderr


def test_a_second_upgrade_of_an_office_changes_nothing(office: Path) -> None:
    """Its time to follow new rules is not begun anew."""
    before = tree(office)
    done = run("oit", "upgrade", cwd=office, **TODAY)
    assert done.returncode == 0
    assert "จึงไม่มีการเปลี่ยนแปลง" in done.stdout
    after = tree(office)
    assert [name for name in before if name[:5] != ".git/" and after[name] != before[name]] == []


def test_an_upgrade_may_be_sent_in_as_a_request(old: Path) -> None:
    """What the base's policy lacks by the newer engine, and the upgrade corrects, is no fault."""
    git(old, "branch", "base")
    assert run("oit", "upgrade", cwd=old, **DAY).returncode == 0
    committed(old, "upgraded")
    changed = {**DAY, "OIT_GATE": "changed", "OIT_BASE": "base"}
    done = run("oit", "check", cwd=old, **changed)
    assert done.returncode == 0, done.stdout


def test_nothing_is_written_through_a_link(old: Path, tmp_path: Path) -> None:
    """A link among the records leads out of the repository, and stays unread."""
    outside = tmp_path / "outside.md"
    outside.write_text("---\nreviews:\n  - on: 2025-01-01\n---\n", "utf-8")
    before = outside.read_bytes()
    (old / "oit_items/2568/O15/notes.md").symlink_to(outside)
    committed(old, "a link")
    assert run("oit", "upgrade", cwd=old, **DAY).returncode == 1
    assert outside.read_bytes() == before


def test_a_record_that_cannot_be_read_is_told_by_the_gate(old: Path) -> None:
    """With its line, and no traceback."""
    record = old / "oit_items/2568/O15/record.md"
    record.write_text("---\nitem: O15\nreviews: [\n---\n", "utf-8")
    committed(old, "broken")
    done = run("oit", "upgrade", cwd=old, **DAY)
    assert done.returncode == 1
    assert "yaml-broken" in done.stderr


def test_line_ends_and_a_byte_order_mark_stay(old: Path) -> None:
    """Of a policy file from Windows; files that need no migration are not touched."""
    round_ = old / "oit_items/2568/round.yml"
    round_.write_bytes(b"\xef\xbb\xbf" + round_.read_bytes().replace(b"\n", b"\r\n"))
    divisions = old / "oit_items/divisions.yml"
    divisions.write_bytes(divisions.read_bytes().replace(b"\n", b"\r\n"))
    before = round_.read_bytes(), divisions.read_bytes()
    committed(old, "from Windows")
    assert run("oit", "upgrade", cwd=old, **DAY).returncode == 0
    assert round_.read_bytes() == before[0].replace(b"- on: ", b"- date: ")
    assert divisions.read_bytes() == before[1]


def test_a_wheel_that_the_lock_does_not_name_is_not_run(office: Path) -> None:
    """Nor taken for the engine before; one that was changed is told."""
    with_earlier_engine(office)
    (wheel,) = (office / "vendor").iterdir()
    stranger = wheel.with_name("oit-0.1.99-py3-none-any.whl")
    stranger.write_bytes(b"not a wheel")
    commit(office)
    done = run("oit", "upgrade", cwd=office, **TODAY)
    assert done.returncode == 0, done.stderr
    assert stranger.is_file()
    assert f"จากรุ่น {VERSION}" in done.stdout
    commit(office)
    next((office / "vendor").glob(f"oit-{engine.version()}*")).write_bytes(b"changed")
    commit(office)
    done = run("oit", "upgrade", cwd=office, **TODAY)
    assert done.returncode == 2
    assert "SHA-256" in done.stderr


@pytest.mark.parametrize("settings", ["extra: {oit: {}}\n", "extra: [\n", "site_name: x\n"])
def test_settings_to_which_nothing_can_be_added_are_told(settings: str, office: Path) -> None:
    """Status 2 and everything as it was; never a traceback."""
    with_earlier_engine(office)
    (office / "mkdocs.yml").write_text(settings, "utf-8")
    commit(office)
    before = tree(office)
    done = run("oit", "upgrade", cwd=office, **TODAY)
    assert done.returncode == 2
    assert "ระบบยังไม่ได้เปลี่ยนแปลงไฟล์ใด" in done.stderr
    assert tree(office) == before


def test_an_earlier_upgrade_keeps_its_time(office: Path) -> None:
    """Two upgrades in a month: the rules of the first are still new."""
    with_earlier_engine(office)
    settings = office / "mkdocs.yml"
    settings.write_text(
        settings.read_text("utf-8") + "    upgraded: {version: 0.1.2, date: 2026-11-20}\n", "utf-8"
    )
    commit(office)
    assert run("oit", "upgrade", cwd=office, **TODAY).returncode == 0
    named = yaml.safe_load(settings.read_text("utf-8"))["extra"]["oit"]["upgraded"]
    assert named == {"version": "0.1.2", "date": date(2026, 11, 29)}


@pytest.fixture
def upgraded(office: Path) -> Path:
    """An office on a branch `upgrade` whose last commit is what `oit upgrade` wrote."""
    git(office, "branch", "--move", "main")
    with_earlier_engine(office)
    commit(office)
    git(office, "switch", "--quiet", "--create", "upgrade")
    assert run("oit", "upgrade", cwd=office, **TODAY).returncode == 0
    return commit(office)


def verified(office: Path, base: str = "main") -> tuple[int, str]:
    done = run("oit", "verify-upgrade", base, cwd=office, OIT_AS_OF="2026-12-03")
    return done.returncode, done.stdout + done.stderr


def test_a_request_that_only_upgrades_is_what_the_newer_engine_writes(upgraded: Path) -> None:
    """Byte for byte, on any later day; nothing of the folder changes."""
    before = tree(upgraded)
    status, text = verified(upgraded)
    assert status == 0, text
    assert tree(upgraded) == before


ASTRAY = {
    "oit_items/2570/mandate.yml": "a policy",
    "oit_items/2570/O01/summary.csv": "an evidence file",
    "docs/page.md": "a text",
    ".github/workflows/other.yml": "a workflow that no office has",
    ".gitattributes": "a file that is generated",
    "scripts/check.py": "a program of the frame",
}


@pytest.mark.parametrize("path", ASTRAY)
def test_an_upgrade_with_anything_else_is_not_what_it_writes(path: str, upgraded: Path) -> None:
    """A file changed or added, wherever: it is named."""
    file = upgraded / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text((file.read_text("utf-8") if file.exists() else "") + "# x\n", "utf-8")
    commit(upgraded)
    status, text = verified(upgraded)
    assert status == 1, text
    assert path in text


def test_a_file_that_went_or_became_a_program_is_named(upgraded: Path) -> None:
    """Its mode is a part of it, as Git keeps it."""
    git(upgraded, "rm", "--quiet", "docs/.gitkeep")
    git(upgraded, "update-index", "--chmod=+x", "mkdocs.yml")
    git(upgraded, "commit", "--quiet", "--message", "modes")
    status, text = verified(upgraded)
    assert status == 1
    assert "docs/.gitkeep" in text
    assert "mkdocs.yml" in text


def test_an_upgrade_of_an_older_main_is_begun_again(upgraded: Path) -> None:
    """What came since was not migrated: exit 2, with the remedy."""
    git(upgraded, "switch", "--quiet", "main")
    git(upgraded, "commit", "--quiet", "--allow-empty", "--message", "more")
    git(upgraded, "switch", "--quiet", "upgrade")
    status, text = verified(upgraded)
    assert (status, "oit upgrade อีกครั้ง" in text) == (2, True), text


def test_an_upgrade_of_a_day_to_come_is_refused(upgraded: Path) -> None:
    """The time to follow new rules would begin later than it does."""
    settings = upgraded / "mkdocs.yml"
    text = settings.read_text("utf-8").replace("date: 2026-11-29", "date: 2027-11-29")
    settings.write_text(text, "utf-8")
    commit(upgraded)
    assert verified(upgraded)[0] == 2


def asked_of_the_base(office: Path) -> tuple[int, str, str]:
    """Status, report and outputs of the verdict on the branch `upgrade`, by its base."""
    git(office, "switch", "--quiet", "main")
    outputs = office.parent / "outputs"
    words = ("--request", "upgrade", "--outputs", str(outputs))
    done = run("oit", "check", *words, cwd=office, **TODAY)
    return done.returncode, done.stdout + done.stderr, outputs.read_text("utf-8")


def test_the_base_lets_an_upgrade_pass_to_the_engine_that_judges_it(upgraded: Path) -> None:
    """Its files may be an upgrade's; who has to approve is told; the rest is for the newer one."""
    status, text, outputs = asked_of_the_base(upgraded)
    assert status == 0, text
    assert "upgrade=true" in outputs
    assert told_at(text, "engine-upgraded", "requirements.lock")
    assert told_at(text, "engine-changed", "vendor")


@pytest.mark.parametrize("path", ["oit_items/2570/O01/summary.csv", "docs/page.md", "hooks/x.py"])
def test_the_base_refuses_an_upgrade_with_what_none_writes(path: str, upgraded: Path) -> None:
    """Whatever the newer engine would say of it."""
    (upgraded / path).parent.mkdir(parents=True, exist_ok=True)
    (upgraded / path).write_text("x\n", "utf-8")
    commit(upgraded)
    status, text, _ = asked_of_the_base(upgraded)
    assert (status, told_at(text, "upgrade-mixed", path)) == (1, True), text


def test_a_lock_alone_is_another_engine_too(office: Path) -> None:
    """What is installed with the engine is a part of it; its data wait for the newer one."""
    git(office, "branch", "--move", "main")
    git(office, "switch", "--quiet", "--create", "upgrade")
    (office / "requirements.lock").open("a").write("# x\n")
    commit(office)
    assert "upgrade=true" in asked_of_the_base(office)[2]


def test_all_that_an_upgrade_may_write_is_let_through_by_the_base() -> None:
    """The frame, what is generated from it, and the two that belong to the settings."""
    written = {*generated_files(engine_here()), "CODEOWNERS", "mkdocs.yml"}
    assert list(check_upgrade(written)) == []
    assert [finding.file for finding in check_upgrade(["README.md"])] == ["README.md"]
