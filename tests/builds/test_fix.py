"""`oit fix`: what is known exactly is shown, and written on a yes; the rest is told."""

import stat
from pathlib import Path

import pytest

from helpers.edits import DIVISIONS, O1, O3, PUBLISHED, ROUND, SUMMARY, both
from helpers.support import Edit, as_of, copy_site, judged, replace, tree, write
from helpers.writing_commands import oit

BUDDHIST = replace(O1, PUBLISHED, "published: 2568-04-10")
WORDS = replace(O3, "periods: [FY2568-Q2]", "periods: [ไตรมาส 2/2568]")
MARCH = "oit_items/2568/O01/summary-2025-03.csv"
DAY = "2025-04-30"
REPLACED = "replaces:\n      - reason: แก้ยอดรวม\n        date: 11/04/2568"
SIX = both(
    replace(O1, "title: สรุปผลการจัดซื้อจัดจ้าง เดือนมีนาคม 2568", "title: สรุปผล: มีนาคม 2568"),
    replace(O1, PUBLISHED, f"publised: 2568-04-10\n    {REPLACED}"),
    replace(O1, "periods: [2025-03]", "periods: [มีนาคม 2568]"),
    replace(O1, SUMMARY, "file: สรุป มี.ค. 68.csv"),
)
"""One entry: an unquoted colon, a misspelt field, a Buddhist date, a slashed one, a month in words,
a Thai file name."""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return copy_site("current", tmp_path)


def rename(old: str, new: str) -> Edit:
    return lambda site: (site / old).rename(site / new)


def changed(site: Path, before: dict[str, bytes]) -> set[str]:
    after = tree(site)
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def test_what_is_certain_is_written_and_nothing_else(site: Path) -> None:
    """In several files at once; each change is told by item, evidence, field, before and after."""
    right = tree(site)
    both(BUDDHIST, WORDS)(site)
    done = oit(site, "fix", "--yes", day=DAY)
    assert done.exit_code == 0, done.output
    for word in ("O1", "สรุปผลการจัดซื้อจัดจ้าง เดือนมีนาคม 2568", "วันที่เผยแพร่", "2568-04-10", "2025-04-10"):
        assert word in done.output
    assert changed(site, right) == set()


def test_nothing_is_written_without_a_yes(site: Path) -> None:
    """It is shown, and the status says that something is left."""
    BUDDHIST(site)
    before = tree(site)
    done = oit(site, "fix", day=DAY)
    assert done.exit_code == 1
    assert "2025-04-10" in done.output
    assert changed(site, before) == set()


def test_a_site_without_faults_needs_nothing(site: Path) -> None:
    """Status 0, and no file is touched."""
    before = tree(site)
    assert oit(site, "fix", "--yes", day=DAY).exit_code == 0
    assert changed(site, before) == set()


def test_what_a_person_must_decide_is_told(site: Path) -> None:
    """Beside what is fixed; the status says so."""
    both(BUDDHIST, replace(O1, "url: https://example.go.th/eit", "url: example.go.th/eit"))(site)
    done = oit(site, "fix", "--yes", day=DAY)
    assert done.exit_code == 1
    assert "url-malformed" in done.output
    assert PUBLISHED in (site / O1).read_text("utf-8")
    assert "url: example.go.th/eit" in (site / O1).read_text("utf-8")


@pytest.mark.parametrize("place", ["O3", "ข้อ 3", "oit_items/2568/O03", O3])
def test_only_what_is_named_is_fixed(place: str, site: Path) -> None:
    """An item, a folder or a file."""
    both(BUDDHIST, WORDS)(site)
    before = tree(site)
    assert oit(site, "fix", "--yes", place, day=DAY).exit_code == 0
    assert changed(site, before) == {O3}


def test_an_unknown_place_is_told(site: Path) -> None:
    """With status 2."""
    done = oit(site, "fix", "nowhere.md", day=DAY)
    assert done.exit_code == 2
    assert "nowhere.md" in done.output


def test_policy_files_are_fixed_too(site: Path) -> None:
    """Of rounds, and the divisions."""
    right = tree(site)
    both(
        replace(ROUND, "closes: 2025-04-30", "closes: 30 เม.ย. 2568"),
        replace(DIVISIONS, "name_en: Finance", "name_eng: Finance"),
    )(site)
    done = oit(site, "fix", "--yes", day=DAY)
    assert done.exit_code == 0, done.output
    assert changed(site, right) == set()


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_every_other_byte_stays(line_end: str, mark: str, site: Path) -> None:
    """Remarks, blank lines, line ends, a byte-order mark, quotes."""
    BUDDHIST(site)
    replace(O1, "evidence:\n", "# หมายเหตุ: คงไว้\nevidence:   # รายการ\n\n")(site)
    text = mark + (site / O1).read_text("utf-8").replace("\n", line_end)
    write(O1, text.encode("utf-8"))(site)
    assert oit(site, "fix", "--yes", day=DAY).exit_code == 0
    expected = text.replace("published: 2568-04-10", PUBLISHED)
    assert (site / O1).read_bytes() == expected.encode("utf-8")


def test_nothing_is_written_that_would_bring_a_new_fault(site: Path) -> None:
    """Two names that both mean `title` would repeat it; other items are fixed."""
    both(replace(O1, "title: แบบวัด EIT", "titel: แบบวัด EIT\n    titlle: แบบวัด"), WORDS)(site)
    before = tree(site)
    done = oit(site, "fix", "--yes", day=DAY)
    assert done.exit_code == 1
    assert changed(site, before) == {O3}
    assert "titlle" in done.output


def test_a_file_that_changed_meanwhile_is_left_alone(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody saved it in an editor while the question stood."""
    BUDDHIST(site)
    edited = replace(O1, "title: แบบวัด EIT", "title: แบบวัด EIT ใหม่")

    def answers(*_: object) -> bool:
        edited(site)
        return True

    monkeypatch.setattr("oit.commands.entering.is_terminal", lambda: True)
    monkeypatch.setattr("oit.commands.entering.Terminal.agree", answers)
    done = oit(site, "fix", day=DAY)
    assert done.exit_code == 2
    assert "published: 2568-04-10" in (site / O1).read_text("utf-8")


def test_a_file_with_a_thai_name_is_renamed_with_its_record(site: Path) -> None:
    """By the name that `oit add` would give, in one step."""
    both(
        rename(MARCH, "oit_items/2568/O01/สรุป มี.ค. 68.csv"),
        replace(O1, SUMMARY, "file: สรุป มี.ค. 68.csv"),
        replace(O1, "](summary-2025-03.csv)", "](#announcements)"),
    )(site)
    done = oit(site, "fix", "--yes", day=DAY)
    assert done.exit_code == 0, done.output
    assert SUMMARY in (site / O1).read_text("utf-8")
    assert stat.S_ISREG((site / MARCH).stat().st_mode)
    assert not (site / "oit_items/2568/O01/สรุป มี.ค. 68.csv").exists()


def _two_files_of_one_month(site: Path) -> dict[str, bytes]:
    """Two more files of March under Thai names, each with its entry; gives their bytes."""
    text = (site / O1).read_text("utf-8")
    entry = text[text.index("  - kind: file\n") : text.index("  - kind: url")]
    names = ("สรุป (1).csv", "สรุป (2).csv")
    more = [
        entry.replace("summary-2025-03.csv", name).replace("title: ", f"title: {name[:-4]} ")
        for name in names
    ]
    (site / O1).write_text(text.replace("  - kind: url", f"{''.join(more)}  - kind: url"), "utf-8")
    right = (site / MARCH).read_bytes()
    files = {
        name: right.replace(b"1", digit) for name, digit in zip(names, (b"2", b"3"), strict=True)
    }
    for name, data in files.items():
        (site / MARCH).with_name(name).write_bytes(data)
    return files


def test_two_files_never_get_one_name(site: Path) -> None:
    """Both keep their bytes, each under a name of its own."""
    files = _two_files_of_one_month(site)
    oit(site, "fix", "--yes", day=DAY)
    left = {path.name: path.read_bytes() for path in (site / MARCH).parent.iterdir()}
    for number, data in zip((2, 3), files.values(), strict=True):
        assert left[f"summary-2025-03-{number}.csv"] == data
    assert not files.keys() & left.keys()


def test_an_evidence_file_that_changed_meanwhile_is_left_alone(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is renamed as it was judged, or not at all: what somebody saved since is not lost."""
    _two_files_of_one_month(site)
    newer = (site / MARCH).with_name("สรุป (2).csv")

    def answers(*_: object) -> bool:
        newer.write_bytes(b"newer")
        return True

    monkeypatch.setattr("oit.commands.entering.is_terminal", lambda: True)
    monkeypatch.setattr("oit.commands.entering.Terminal.agree", answers)
    before = tree(site)
    assert oit(site, "fix", day=DAY).exit_code == 2
    assert changed(site, before) == {"oit_items/2568/O01/สรุป (2).csv"}
    assert newer.read_bytes() == b"newer"


def test_a_file_that_is_not_there_is_only_named(site: Path) -> None:
    """The name to give it is told; a person has to put the file there."""
    replace(O1, SUMMARY, "file: สรุป มี.ค. 68.pdf")(site)
    done = oit(site, "fix", "--yes", day=DAY)
    assert done.exit_code == 1
    assert "สรุป มี.ค. 68.pdf" in (site / O1).read_text("utf-8")


def test_six_slips_of_one_entry_are_told_in_one_run(site: Path) -> None:
    """The record that took five pushes: no slip hides another."""
    SIX(site)
    told = [finding.rule for finding in judged(site, as_of(DAY)).findings if finding.item == "O1"]
    for rule in ("yaml-colon", "field-unknown", "date-buddhist", "date-format", "period-format"):
        assert told.count(rule) == 1, told
    assert told.count("file-name") == 1


def test_five_of_six_slips_are_fixed_where_the_file_is_not_there(site: Path) -> None:
    """A file that nobody sent can only be named."""
    SIX(site)
    done = oit(site, "fix", "--yes", day=DAY)
    text = (site / O1).read_text("utf-8")
    assert 'title: "สรุปผล: มีนาคม 2568"' in text, done.output
    assert PUBLISHED in text
    assert "date: 2025-04-11" in text
    assert "periods: [2025-03]" in text
    assert done.exit_code == 1
    assert "สรุป มี.ค. 68.csv" in done.output


def test_a_site_with_a_ledger_is_fixed_too(tmp_path: Path) -> None:
    """What a round keeps beside its records comes along when the plan is judged."""
    site = copy_site("sample", tmp_path)
    right = tree(site)
    replace("oit_items/2568/O15/record.md", "owner: finance", "owner: ฝ่ายการคลัง")(site)
    assert oit(site, "fix", "--yes", day=DAY).exit_code == 0
    assert changed(site, right) == set()


def test_six_of_six_slips_are_fixed_where_the_file_is_there(site: Path) -> None:
    """The file gets the name that `oit add` would give it."""
    SIX(site)
    rename(MARCH, "oit_items/2568/O01/สรุป มี.ค. 68.csv")(site)
    replace(O1, "](summary-2025-03.csv)", "](#announcements)")(site)
    done = oit(site, "fix", "--yes", day=DAY)
    assert done.exit_code == 0, done.output
    assert SUMMARY in (site / O1).read_text("utf-8")
    assert (site / MARCH).is_file()
