"""A workbook of a year becomes twelve entries by one command, all or none."""

from pathlib import Path

import pytest

from helpers import made_files as made
from helpers import year_books as books
from helpers.support import copy_site, tree
from helpers.writing_commands import oit
from oit.evidence.read import inspect_bytes
from oit.model.record import FileEvidence
from oit.records.load import load_site

FOLDER = "oit_items/2568/O01"
SCHEMA = ("procurement-summary",)
YEAR = ("add", "O1", "--for", "monthly-summary", "--sample")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that owes twelve months, of which February and March are filled."""
    copied = copy_site("current", tmp_path)
    books.owing_a_year(copied)
    return copied


def saved(tmp_path: Path, data: bytes, name: str = "สขร.1 ทั้งปี.xlsx") -> str:
    path = tmp_path / name
    path.write_bytes(data)
    return str(path)


def months(site: Path) -> dict[str, str]:
    """The file of each month's entry."""
    record = load_site(site).rounds[0].bundles["O1"].record()
    assert record
    return {
        str(entry.periods[0]): entry.file
        for entry in record.disclosed.evidence
        if isinstance(entry, FileEvidence) and entry.requirement == "monthly-summary"
    }


def twin(data: bytes) -> str:
    report = inspect_bytes(data, "xlsx", SCHEMA).table
    assert report
    assert not report.faults
    return report.open_csv


@pytest.mark.parametrize(
    "names",
    [
        books.SHEETS,
        tuple(name.replace(".", "").replace(" ", "") for name in books.SHEETS),
        tuple(name.split()[0] for name in books.MONTHS),
        (
            *(f"{month:02}-67" for month in (10, 11, 12)),
            *(f"{month:02}-68" for month in range(1, 10)),
        ),
        tuple(f"{number}. {name}" for number, name in enumerate(books.SHEETS, 1)),
        ("Oct", "Nov", "Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep"),
    ],
    ids=["stops", "short", "whole", "figures", "numbered", "english"],
)
def test_a_year_is_twelve_entries_each_with_its_own_file(
    names: tuple[str, ...], site: Path, tmp_path: Path
) -> None:
    """Whatever the sheets are called; each open twin is that of a file of the month alone."""
    year = books.year(names)
    done = oit(
        books.emptied(site), *YEAR, saved(tmp_path, books.book(year)), "--yes", day="2025-10-10"
    )
    assert done.exit_code == 0, done.output
    files = months(site)
    assert list(files) == [f"2024-{month}" for month in (10, 11, 12)] + [
        f"2025-{month:02}" for month in range(1, 10)
    ]
    for (period, file), (name, rows) in zip(files.items(), year.items(), strict=True):
        data = (site / FOLDER / file).read_bytes()
        assert twin(data) == twin(books.book({"Sheet1": rows})), period
        assert list(books.rows_of(data)) == [name]


def test_nothing_of_another_month_is_in_a_month(site: Path, tmp_path: Path) -> None:
    """Neither in its cells nor anywhere else in its bytes."""
    path = saved(tmp_path, books.book(books.year()))
    oit(books.emptied(site), *YEAR, path, "--yes", day="2025-10-10")
    for number, file in enumerate(months(site).values()):
        inside = books.parts((site / FOLDER / file).read_bytes())
        for other, name in enumerate(books.MONTHS):
            assert (f"วัสดุ{name}".encode() in inside) is (number == other), (file, name)


@pytest.mark.usefixtures("terminal")
def test_it_is_asked_once_and_nothing_is_written_without_a_yes(site: Path, tmp_path: Path) -> None:
    """The question names how many and which; a no leaves all as it was."""
    path, before = saved(tmp_path, books.book(books.year())), tree(books.emptied(site))
    done = oit(site, *YEAR, path, given="n\n", day="2025-10-10")
    assert (done.exit_code, tree(site)) == (2, before)
    question = "ไฟล์นี้มี 12 แผ่นงาน ตั้งแต่เดือนตุลาคม 2567 ถึงเดือนกันยายน 2568 ต้องการบันทึกทั้ง 12 งวดหรือไม่"
    assert done.output.count(f"{question} (") == 1
    done = oit(site, *YEAR, path, given="y\n", day="2025-10-10")
    assert done.exit_code == 0, done.output
    assert len(months(site)) == 12


def test_a_script_says_yes_beforehand(site: Path, tmp_path: Path) -> None:
    """Without a terminal nobody is asked, and nothing is written."""
    path, before = saved(tmp_path, books.book(books.year())), tree(books.emptied(site))
    done = oit(site, *YEAR, path, day="2025-10-10")
    assert (done.exit_code, tree(site)) == (2, before)
    assert "--yes" in done.output


def test_what_fills_no_month_is_left_out_and_named(site: Path, tmp_path: Path) -> None:
    """A summary, an empty month, one that has not ended, one that is filled, another year's."""
    year = books.year()
    year["เม.ย. 68"] = books.month("เมษายน 2568")
    sheets = {
        "สรุป": year["ต.ค. 67"],
        **year,
        "ก.ย. 66": books.month("กันยายน 2566", year["ต.ค. 67"][-1]),
    }
    done = oit(site, *YEAR, saved(tmp_path, books.book(sheets)), "--yes", day="2025-06-10")
    assert done.exit_code == 0, done.output
    told = [line for line in done.output.splitlines() if "left out" in line]
    assert [line.split("left out: ")[1] for line in told] == [
        "it names no single period)",
        *["its period has evidence)"] * 2,
        "it has no data)",
        *["its period has not ended)"] * 4,
        "its period is not one of the round)",
    ]
    assert sorted(months(site)) == [
        "2024-10",
        "2024-11",
        "2024-12",
        "2025-01",
        "2025-03",
        "2025-05",
    ]


def test_a_month_that_states_nothing_is_a_file_that_says_so(site: Path, tmp_path: Path) -> None:
    """The office's own form stands for it, as it would by itself."""
    year = books.year()
    year["พ.ย. 67"] = books.month("พฤศจิกายน 2567", ("", "ไม่มีการจัดซื้อจัดจ้างในเดือนนี้"))
    path = saved(tmp_path, books.book(year))
    done = oit(books.emptied(site), *YEAR, path, "--yes", day="2025-10-10")
    assert done.exit_code == 0, done.output
    assert twin((site / FOLDER / months(site)["2024-11"]).read_bytes()).count("\n") == 1


def test_two_sheets_of_a_month_are_not_guessed_about(site: Path, tmp_path: Path) -> None:
    """Their author says which; an empty one is none."""
    year = books.year()
    twice = {**year, "มีค68": year["มี.ค. 68"]}
    before = tree(books.emptied(site))
    done = oit(site, *YEAR, saved(tmp_path, books.book(twice)), "--yes", day="2025-10-10")
    assert (done.exit_code, tree(site)) == (2, before)
    assert "“มี.ค. 68”" in done.output
    assert "“มีค68”" in done.output


def test_a_fault_in_one_month_leaves_all_as_it_was(site: Path, tmp_path: Path) -> None:
    """One transaction: eleven months are not published beside a broken one."""
    year = books.year()
    year["ม.ค. 68"] = books.month("มกราคม 2568", books.purchase(1, made.VALID_ID))
    before = tree(books.emptied(site))
    done = oit(site, *YEAR, saved(tmp_path, books.book(year)), "--yes", day="2025-10-10")
    assert (done.exit_code, tree(site)) == (1, before)
    assert "personal-id" in done.output


def test_entered_for_one_month_a_year_is_refused_with_the_question(
    site: Path, tmp_path: Path
) -> None:
    """By the rule, in its words, with the command that files all of it."""
    path, before = saved(tmp_path, books.book(books.year())), tree(books.emptied(site))
    done = oit(site, "add", "O1", "--period", "2025-03", "--sample", path, day="2025-10-10")
    assert (done.exit_code, tree(site)) == (1, before)
    assert "หากต้องการเผยแพร่ทั้ง 12 งวด" in done.output
    assert "oit add O1 --for monthly-summary" in done.output


@pytest.mark.usefixtures("terminal")
def test_entered_for_one_month_on_a_terminal_the_year_is_offered(
    site: Path, tmp_path: Path
) -> None:
    """One yes, and all months are filed."""
    path = saved(tmp_path, books.book(books.year()))
    command = ("add", "O1", "--period", "2025-03", "--sample", path)
    done = oit(books.emptied(site), *command, given="y\n", day="2025-10-10")
    assert done.exit_code == 0, done.output
    assert len(months(site)) == 12


def test_an_ods_workbook_of_a_year_is_split_too(site: Path, tmp_path: Path) -> None:
    """Into workbooks that read the same."""
    year = books.year()
    path = saved(tmp_path, books.ods(year), "ทั้งปี.ods")
    done = oit(books.emptied(site), *YEAR, path, "--yes", day="2025-10-10")
    assert done.exit_code == 0, done.output
    for file, rows in zip(months(site).values(), year.values(), strict=True):
        assert twin((site / FOLDER / file).read_bytes()) == twin(books.book({"x": rows}))


def test_what_a_year_hides_is_not_left_out_without_a_word(site: Path, tmp_path: Path) -> None:
    """A hidden month or row is removed where somebody says so; else nothing is split."""
    path = saved(tmp_path, books.with_hidden(books.book(books.year()), "ก.ย. 68"))
    before = tree(books.emptied(site))
    done = oit(site, *YEAR, path, "--yes", day="2025-10-10")
    assert (done.exit_code, tree(site)) == (2, before)
    assert "--clean" in done.output
    done = oit(site, *YEAR, path, "--yes", "--clean", day="2025-10-10")
    assert done.exit_code == 0, done.output
    assert "2025-09" not in months(site)
    assert len(months(site)) == 11
