"""Every command takes items, months, years and divisions as people in the office call them."""

from pathlib import Path

import pytest

from helpers.commands import run, run_process
from helpers.support import copy_site
from oit.commands.words import joined_periods

DAY = {"OIT_AS_OF": "2025-04-30"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return copy_site("current", tmp_path)


@pytest.mark.parametrize(
    ("typed", "joined"),
    [
        ("--month มีนาคม 2568", ["--month", "มีนาคม 2568"]),
        (
            "--month มีนาคม พ.ศ. ๒๕๖๘ --format text",
            ["--month", "มีนาคม พ.ศ. ๒๕๖๘", "--format", "text"],
        ),
        ("O1 --period ไตรมาสที่ 2 ปีงบประมาณ พ.ศ. 2568 a.csv", None),
        ("O1 --period 2025-03 2568", ["O1", "--period", "2025-03", "2568"]),
        ("O1 --period มีนาคม a.csv", ["O1", "--period", "มีนาคม", "a.csv"]),
        ("O1 --period", ["O1", "--period"]),
        ("--within 30", ["--within", "30"]),
    ],
)
def test_the_words_of_a_period_need_no_quotes(typed: str, joined: list[str] | None) -> None:
    """What is no period is left to the command."""
    expected = joined or ["O1", "--period", "ไตรมาสที่ 2 ปีงบประมาณ พ.ศ. 2568", "a.csv"]
    assert joined_periods(typed.split()) == expected


@pytest.mark.parametrize("division", ["finance", "ฝ่ายการคลัง", "การคลัง", "Finance Section"])
@pytest.mark.parametrize("command", ["due", "remind"])
def test_a_division_goes_by_its_names(command: str, division: str, site: Path) -> None:
    """The answer is the same."""
    wanted = run("oit", command, "--division", "finance", cwd=site, **DAY)
    found = run("oit", command, "--division", division, cwd=site, **DAY)
    assert (found.returncode, found.stdout) == (0, wanted.stdout)
    assert "ฝ่ายการคลัง" in found.stdout


@pytest.mark.parametrize("command", ["due", "remind"])
def test_an_unknown_division_is_answered_with_those_there_are(command: str, site: Path) -> None:
    """The Thai name first, the id in brackets."""
    done = run("oit", command, "--division", "ฝ่ายบัญชี", cwd=site, **DAY)
    assert done.returncode == 2
    assert "ไม่มีหน่วยงานชื่อ “ฝ่ายบัญชี” โปรดเลือกจาก\n  ฝ่ายปกครอง (admin)" in done.stderr


@pytest.mark.parametrize("item", ["1", "o1", "O๑", "ข้อ 1", "ข้อที่ ๑", "สรุปผลการจัดซื้อจัดจ้าง"])
def test_an_item_goes_by_its_number(item: str, site: Path) -> None:
    """In every command that writes records."""
    period = ("--period", "มีนาคม", "๒๕๖๘", "--year", "๒๕๖๘")
    done = run("oit", "none", item, *period, "ไม่มี", cwd=site, **DAY)
    assert "มีนาคม 2568" in done.stderr
    assert "มีหลักฐานอยู่แล้ว" in done.stderr, "so it is item O1, and the month is found"
    review = ("--by", "หัวหน้าฝ่ายการคลัง", "--note", "ตรวจแล้ว")
    assert "ข้อ O1 " in run("oit", "confirm", item, *review, cwd=site, **DAY).stdout


@pytest.mark.parametrize("division", ["โยธา", "ฝ่ายโยธา", "works"])
def test_the_part_of_a_division_goes_by_its_names(division: str, site: Path) -> None:
    """As it does where something is only looked at."""
    review = ("--by", "หัวหน้าฝ่ายโยธา", "--note", "ตรวจแล้ว")
    done = run("oit", "confirm", "2", "--division", division, *review, cwd=site, **DAY)
    assert "oit_items/2568/O02/works.md" in done.stdout


def test_the_lead_of_an_item_goes_by_its_short_name(site: Path) -> None:
    """Its part is the record."""
    review = ("--by", "หัวหน้าฝ่ายการคลัง", "--note", "ตรวจแล้ว")
    done = run("oit", "confirm", "1", "--division", "การคลัง", *review, cwd=site, **DAY)
    assert "oit_items/2568/O01/record.md" in done.stdout


@pytest.mark.parametrize(
    "month", [("2025-03",), ("2568-03",), ("มีนาคม", "2568"), ("มี.ค. ๖๘",), ("3/2568",)]
)
def test_a_month_goes_by_its_name_and_era(month: tuple[str, ...], site: Path) -> None:
    """The report is the same, under the same name."""
    done = run("oit", "report", "--month", *month, "--format", "text", cwd=site, **DAY)
    assert done.returncode == 0, done.stderr
    assert "ประจำเดือนมีนาคม 2568" in done.stdout


def test_a_year_of_the_common_era_is_said_again(site: Path) -> None:
    """On standard error, where programs do not read; the Buddhist year is taken as it is."""
    taken = run("oit", "ledger", "--year", "2025", cwd=site, **DAY)
    assert "ปี ค.ศ. 2025 เป็นปีงบประมาณ พ.ศ. 2568 (1 ตุลาคม 2567 ถึง 30 กันยายน 2568)" in taken.stderr
    assert "2568/ledger.json" in taken.stdout
    assert run("oit", "ledger", "--year", "๒๕๖๘", cwd=site, **DAY).stderr == ""


def test_a_file_of_the_ledger_goes_by_its_item(site: Path) -> None:
    """`ข้อ 1/a.csv` is what `O1/a.csv` is."""
    assert run("oit", "ledger", cwd=site, **DAY).returncode == 0
    (site / "oit_items/2568/O01/scores.csv").unlink()
    done = run("oit", "ledger", "--withdrawn", "ข้อ ๑/scores.csv", "ซ้ำ", cwd=site, **DAY)
    assert "scores.csv" not in done.stdout
    assert "ซ้ำ" in (site / "oit_items/2568/ledger.json").read_text("utf-8")


def test_a_process_refuses_a_year_it_cannot_read(site: Path) -> None:
    """In Thai, with the usage line and status 2."""
    done = run_process("oit", "new-round", "20570", cwd=site)
    assert done.returncode == 2
    assert "“20570” ไม่ใช่ปีงบประมาณที่ระบบอ่านได้" in done.stderr
    assert "วิธีใช้ (usage): oit new-round" in done.stderr
