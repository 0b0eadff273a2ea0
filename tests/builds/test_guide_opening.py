"""Whoever co-ordinates or opens a site follows the guide: each command does what is said of it."""

from pathlib import Path

import pytest
import yaml

from helpers.commands import run
from helpers.fake_forge import forge
from helpers.followed import Reader, commands_of, new_office, reader_of, succeeded
from helpers.repositories import git
from helpers.support import SAMPLE, copy_sample, serving, set_back_o15, text_of

INTRODUCED = ["python3 scripts/run.py oit"]
"""How all others of a page are begun."""
GO_LIVE = text_of(SAMPLE, "guide/go-live/")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new office."""
    return new_office(tmp_path_factory.mktemp("office"))


@pytest.fixture
def reader(made: Path, tmp_path: Path) -> Reader:
    """Who has a clone of it."""
    return reader_of(made, tmp_path)


# Whoever co-ordinates


@pytest.fixture
def coordinator(tmp_path: Path) -> Reader:
    """With an office that owes, before its round closes."""
    site = copy_sample(tmp_path)
    set_back_o15(site)
    return Reader(site, "2025-04-24")


def test_what_is_due_is_listed_and_each_division_reminded(coordinator: Reader) -> None:
    """The earliest first; in a letter, for LINE, by e-mail, and in a file that is named."""
    (due,), (remind,) = commands_of("coordinator", "due"), commands_of("coordinator", "remind")
    told = succeeded(coordinator.types(due))
    assert "O15" in told
    letter = succeeded(coordinator.types(remind))
    assert "เรียน หัวหน้าฝ่ายการคลัง" in letter
    assert "O15" in letter
    for kind in ("line", "email"):
        message = succeeded(coordinator.types(remind, "--format", kind))
        assert "O15" in message
        assert kind == "email" or len(message) <= 1000
    written = succeeded(coordinator.types(remind, "--format", "docx"))
    assert all(file.name in written for file in coordinator.folder.glob("*.docx"))


def test_the_director_s_report_is_a_file_that_is_named(coordinator: Reader) -> None:
    """By the command as it stands."""
    (report,) = commands_of("coordinator", "report")
    told = succeeded(coordinator.types(report))
    (file,) = coordinator.folder.glob("oit-report-*.docx")
    assert file.name in told


def test_the_assessor_s_answers_wait_for_what_is_late(coordinator: Reader) -> None:
    """What is late is called so; on a site where nothing is, nothing is called late."""
    (due,) = commands_of("coordinator", "assessor")
    late = "เลยกำหนด"
    assert late in succeeded(coordinator.types(due)) or "เกินกำหนด" in coordinator.types(due).stdout
    on_time = Reader(copy_sample(coordinator.folder / "other"), "2025-04-20")
    assert "เกินกำหนด" not in succeeded(on_time.types(due))


def test_a_new_round_is_begun_with_its_drafts(coordinator: Reader) -> None:
    """As both guides say: notes that ask for a look, measures and results as drafts."""
    (begun,) = commands_of("coordinator", "round")
    assert begun in commands_of("go-live", "round")
    told = succeeded(coordinator.types(begun))
    year = begun.split()[-1]
    assert f"oit_items/{year}" in told
    assert (coordinator.folder / f"oit_items/{year}/drafts/measures.yml").is_file()
    notes = yaml.safe_load((coordinator.folder / f"oit_items/{year}/round.yml").read_text("utf-8"))
    assert "holidays" in {note["field"] for note in notes["policy"]}


def test_letters_and_reports_are_no_part_of_the_history(reader: Reader) -> None:
    """Else no site could be packed and no engine upgraded before somebody removed them."""
    (reader.folder / "oit-remind-finance.docx").write_bytes(b"x")
    (reader.folder / "oit-report-2026-10.docx").write_bytes(b"x")
    assert git(reader.folder, "status", "--porcelain") == ""


# Whoever opens a site


def test_what_is_to_do_before_going_live_is_listed(reader: Reader) -> None:
    """In the three groups that the guide names; nothing of a new office is late."""
    assert commands_of("go-live", "")[:1] == INTRODUCED
    (listing,) = commands_of("go-live", "")[1:]
    told = succeeded(reader.types(listing))
    for group in ("[เสร็จแล้ว]", "[ยังไม่เสร็จ]", "[ตรวจจากที่นี่ไม่ได้]"):
        assert group in told
    init, _, due = commands_of("go-live", "round")
    assert init == "oit init"
    assert "เกินกำหนด" not in succeeded(reader.types(due))
    (owners,) = commands_of("go-live", "accounts")
    succeeded(reader.types(owners))
    (verify,) = commands_of("go-live", "hosting")
    succeeded(reader.types("oit build"))
    with serving(reader.folder / "site") as address:
        succeeded(reader.types(verify, f"{address}/"))
    assert commands_of("go-live", "calendar") == ["oit ledger"]


@pytest.mark.parametrize("kind", ["github", "gitlab"])
def test_the_daily_look_tells_that_it_ran(kind: str, tmp_path: Path) -> None:
    """By the issue that the guide names, with the time of the look."""
    site = copy_sample(tmp_path)
    with forge(kind) as fake:
        done = run("oit", "freshness", cwd=site, OIT_AS_OF="2025-04-20", **fake.variables())
        assert done.returncode == 0, done.stderr
        (beat,) = [entry for entry in fake.entries if entry.title in GO_LIVE]
    assert "20 เมษายน 2568" in beat.body


@pytest.mark.parametrize(
    "name", ["ตรวจข้อมูล", "ตรวจการปรับปรุงระบบ", "publish-overdue", "engine-upgrade"]
)
def test_checks_and_environments_are_called_as_the_forges_have_them(name: str, made: Path) -> None:
    """Whoever protects a branch chooses them by these names."""
    assert f"**{name}**" in GO_LIVE or f"`{name}`" in GO_LIVE
    flows = "".join(path.read_text("utf-8") for path in (made / ".github/workflows").glob("*.yml"))
    for forge_files in (flows, (made / ".gitlab-ci.yml").read_text("utf-8")):
        assert name in forge_files
