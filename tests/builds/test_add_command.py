"""A file is published by one command, or refused as the gate would refuse it."""

from datetime import date
from pathlib import Path

import pytest

from helpers import made_files as made
from helpers.support import copy_sample, replace, tree
from helpers.writing_commands import CONFIRM, O1, oit, owing_site, workbook
from oit.catalog import Language
from oit.records.load import load_site
from oit.wording.messages import rule_text


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that owes the summary of April."""
    return owing_site(tmp_path)


def test_a_file_is_published_by_one_command(site: Path, tmp_path: Path) -> None:
    """Copied under a valid name, entered, and the item judged; what is next is said."""
    file = workbook(tmp_path)
    done = oit(site, "add", "O1", "--period", "2025-04", file, "--sample")
    assert done.exit_code == 0, done.output
    assert (site / "oit_items/2568/O01/summary-2025-04.xlsx").read_bytes() == Path(
        file
    ).read_bytes()
    record = load_site(site).rounds[0].bundles["O1"].record()
    assert record
    assert record.disclosed.updated == date(2025, 5, 8)
    entry = record.disclosed.evidence[-1]
    assert entry.title == "สรุปผลการจัดซื้อจัดจ้าง (สขร.1) เดือนเมษายน 2568"
    assert (entry.kind, entry.requirement, entry.sample) == ("file", "monthly-summary", True)
    for words in ("บันทึกแล้ว", "summary-2025-04.xlsx", "สถานะของข้อ O1 คือ เป็นปัจจุบัน", "ส่งเข้าระบบ"):
        assert words in done.output


def test_what_is_still_owed_is_told(site: Path, tmp_path: Path) -> None:
    """A later month was published while an earlier one is empty."""
    replace(O1, "    periods: [2025-03]", "    periods: [2025-02]")(site)
    done = oit(site, "add", "O1", "--period", "เมษายน 2568", workbook(tmp_path), "--sample")
    assert done.exit_code == 0, done.output
    assert "ยังต้องดำเนินการ" in done.output
    assert "เดือนมีนาคม 2568" in done.output


def test_a_file_that_would_be_a_finding_is_refused_in_its_words(site: Path, tmp_path: Path) -> None:
    """As the gate would say it, without the number itself; nothing is written."""
    before = tree(site)
    done = oit(site, "add", "O1", "--period", "2025-04", workbook(tmp_path, made.VALID_ID))
    assert "personal-id" in done.output
    assert rule_text("personal-id", Language.TH).split("…")[0].strip() in done.output
    assert made.VALID_ID not in done.output
    assert (done.exit_code, tree(site)) == (1, before)


@pytest.mark.parametrize(
    ("name", "data", "rule"),
    [
        ("a.exe", b"MZ", "file-type"),
        ("a", b"x", "file-type"),
        ("a.csv", b"", "file-empty"),
        ("a.pdf", b"<!doctype html><script>alert(1)</script>", "file-disguised"),
    ],
)
def test_any_other_fault_of_a_file_refuses_it_too(
    site: Path, tmp_path: Path, name: str, data: bytes, rule: str
) -> None:
    """One judgement for files, here and at the gate."""
    (tmp_path / name).write_bytes(data)
    before = tree(site)
    done = oit(site, "add", "O1", "--period", "2025-04", str(tmp_path / name))
    assert (done.exit_code, tree(site)) == (1, before)
    assert rule in done.output


def test_a_number_of_a_person_in_the_words_is_refused(site: Path, tmp_path: Path) -> None:
    """In a title, a reason or a note as in a file."""
    before = tree(site)
    title = ("--title", f"ของ {made.VALID_ID}")
    done = oit(site, "add", "O1", "--period", "2025-04", workbook(tmp_path), *title)
    assert (done.exit_code, tree(site)) == (1, before)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("add",), "โปรดระบุข้อ (O15)"),
        (("add", "O9"), "ไม่มีข้อ “O9”"),
        (("add", "O1"), "โปรดระบุเรื่องที่ต้องเปิดเผย (องค์ประกอบ) (--for)"),
        (("add", "O1", "--for", "manual"), "ไม่มีเรื่องที่ต้องเปิดเผย (องค์ประกอบ) “manual”"),
        (("add", "O1", "--for", "monthly-summary"), "โปรดระบุงวด (--period)"),
        (("add", "O1", "--period", "2025-04"), "โปรดระบุไฟล์ที่จะเผยแพร่ (FILE)"),
        (("add", "O1", "--period", "2025-07", "x.csv"), "ไม่มีงวด “2025-07”"),
        (("add", "O1", "--period", "2025-04", "absent.csv"), "ไม่พบไฟล์ “absent.csv”"),
        (("add", "O1", "--for", "announcements", "--period", "2025-04", "x"), "ไม่แบ่งเป็นงวด"),
        (("add", "O1", "--year", "2560", "x"), "ไม่พบรอบปีงบประมาณ"),
        (("add", "O2", "x.csv"), "โปรดระบุหน่วยงาน (--division)"),
        (("add", "O2", "--division", "ฝ่ายบัญชี", "x.csv"), "ไม่มีหน่วยงาน “ฝ่ายบัญชี”"),
        (("none", "O1", "--period", "2025-04"), "โปรดระบุเหตุผลที่ไม่มีรายการ"),
        (("none", "O1", "--period", "2025-04", "  "), "โปรดระบุเหตุผลที่ไม่มีรายการ"),
        (("none", "O1", "--period", "2025-03", "ไม่มี"), "มีหลักฐานอยู่แล้ว"),
        (("none", "O3", "--period", "FY2568-Q3", "ไม่มี"), "ต้องมีหลักฐานเสมอ"),
        (("confirm", "O2"), "โปรดระบุหน่วยงาน (--division)"),
        (("confirm", "O1"), "โปรดระบุตำแหน่งผู้ยืนยัน (--by)"),
        (("confirm", "O1", "--by", "หัวหน้าฝ่าย"), "โปรดระบุเหตุผลที่ข้อมูลยังถูกต้อง (--note)"),
    ],
)
def test_what_is_missing_or_unknown_is_said_where_nobody_can_answer(
    site: Path, arguments: tuple[str, ...], words: str
) -> None:
    """With the choices, in Thai, with English beside; status 2, and nothing is written."""
    before = tree(site)
    done = oit(site, *arguments)
    assert words in done.output
    assert "[EN]" in done.output
    assert (done.exit_code, tree(site)) == (2, before)


def test_a_file_that_lies_in_the_folder_already_is_to_be_moved(site: Path) -> None:
    """Or it would be there twice, once without an entry."""
    done = oit(site, "add", "O1", "--period", "2025-04", f"{site}/oit_items/2568/O01/scores.csv")
    assert done.exit_code == 2
    assert "โปรดย้ายไปไว้ที่อื่นก่อน" in done.output


@pytest.mark.usefixtures("terminal")
def test_at_a_terminal_everything_is_asked_for(site: Path, tmp_path: Path) -> None:
    """By number or by name, periods as they are spoken of, a wrong answer once more."""
    answers = ["7", "1", "สรุปผลการจัดซื้อจัดจ้าง (สขร.1)", "เมษายน 2568", f"'{workbook(tmp_path)}'"]
    done = oit(site, "add", "--sample", given="\n".join(answers) + "\n")
    assert done.exit_code == 0, done.output
    for words in ("ไม่พบในรายการ", "3. เดือนเมษายน 2568 – ครบกำหนดวันที่", "summary-2025-04.xlsx"):
        assert words in done.output


def test_a_division_publishes_its_own_part(site: Path, tmp_path: Path) -> None:
    """Where each division owes its own, under its id or its name."""
    (tmp_path / "คู่มือ.pdf").write_bytes(made.pdf())
    done = oit(site, "add", "O2", str(tmp_path / "คู่มือ.pdf"), "--division", "ฝ่ายโยธา", "--sample")
    assert done.exit_code == 0, done.output
    assert "file: manual.pdf" in (site / "oit_items/2568/O02/works.md").read_text("utf-8")


def test_a_record_with_a_fault_is_not_rewritten(site: Path, tmp_path: Path) -> None:
    """What could not be read of it would be lost; and no other is, where a command fails."""
    replace(O1, "published: 2025-04-10", "publised: 2025-04-10")(site)
    before = tree(site)
    for command in (("add", "O1", "--period", "2025-04", workbook(tmp_path)), CONFIRM, ("fmt",)):
        done = oit(site, *command)
        assert done.exit_code == 1
        assert "field-unknown" in done.output
    assert tree(site) == before


def test_fmt_looks_without_writing_when_asked(site: Path) -> None:
    """And formats only what it is told to."""
    before = tree(site)
    looked = oit(site, "fmt", "--check")
    assert (looked.exit_code, tree(site)) == (1, before)
    assert oit(site, "fmt", f"{site}/oit_items/2568/O03").exit_code == 0
    changed = {name for name, data in tree(site).items() if data != before[name]}
    assert changed == {"oit_items/2568/O03/record.md"}
    assert oit(site, "fmt").exit_code == 0
    assert oit(site, "fmt", "--check").exit_code == 0


def test_a_file_for_a_closed_round_is_published_by_one_command_too(tmp_path: Path) -> None:
    """Whoever adds it is told that the round has closed."""
    site = copy_sample(tmp_path)
    file = tmp_path / "a.csv"
    file.write_bytes((site / "oit_items/2568/O15/summary-2025-03.csv").read_bytes())
    done = oit(site, "add", "O15", "--period", "2025-03", str(file), "--sample", day="2026-01-15")
    assert done.exit_code == 0, done.output
    assert "summary-2025-03-2.csv" in done.output
    assert "รอบนี้ปิดแล้ว" in done.output
    assert "งวดนี้มีหลักฐานอยู่แล้ว" in done.output
    assert oit(site, "check", day="2026-01-15").exit_code == 0
