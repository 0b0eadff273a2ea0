"""`oit withdraw`: off the site, said so, and never served again; all of it or nothing."""

import hashlib
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from unittest import mock

import pytest
from msgspec import structs

from helpers.edits import LEDGER, MARCH, O1, O3, WITHDRAWN, WORKS, both, ledger, withdrawal
from helpers.page_texts import words_of_pages
from helpers.recorded_office import MARCH as MARCH_ENTRY
from helpers.recorded_office import RecordedOffice, given
from helpers.repositories import git
from helpers.support import CLOSED_TODAY, as_of, copy_site, judged, published, replace, tree, write
from helpers.writing_commands import oit, owing_site
from oit.assessment.assess import assess
from oit.assessment.gate import Gate, judge
from oit.assessment.result import Assessment
from oit.assessment.rules.withdrawals import check_counted
from oit.findings import Kind
from oit.model.withdrawals import Why
from oit.records.earlier_versions import candidates
from oit.records.load import load_site

REASON = ("--why", "personal-data", "--reason", "พบข้อมูลส่วนบุคคล", "--by", "ผู้อำนวยการเขต")
OF_MARCH = "oit_items/2568/O01/summary-2025-03.csv"
DAY = as_of("2025-05-08")


def rules_of(assessment: Assessment) -> set[str]:
    return {finding.rule for finding in assessment.findings if finding.kind is not Kind.NOTICE}


def test_a_file_is_taken_off_and_its_cell_is_owed_again(tmp_path: Path) -> None:
    """Entry, file and links go, the withdrawal is written, and the summary of March is owed."""
    site = owing_site(tmp_path)
    before = (site / O1).read_text("utf-8")
    done = oit(site, "withdraw", "O1", MARCH, *REASON)
    assert done.exit_code == 0, done.output
    after = (site / O1).read_text("utf-8")
    assert not (site / OF_MARCH).exists()
    assert MARCH not in after
    assert "ดูไฟล์ล่าสุด" in after
    assert "updated: 2025-04-18" in after
    assert len(before.splitlines()) - len(after.splitlines()) == 7
    (entry,) = load_site(site).rounds[0].withdrawals
    assert (entry.item, entry.requirement, str(entry.periods[0])) == (
        *("O1", "monthly-summary"),
        "2025-03",
    )
    assert (str(entry.day), entry.why, entry.by) == ("2025-05-08", "personal-data", "ผู้อำนวยการเขต")
    assert MARCH not in (site / WITHDRAWN).read_text("utf-8")
    assert rules_of(judged(site, DAY)) == {"missing-or-none"}
    assert "มีนาคม 2568" in done.output


def test_the_next_steps_name_every_place_and_the_commands(tmp_path: Path) -> None:
    """History by its commands, caches, feeds, archives, forks, artifacts, and whom to tell."""
    site = owing_site(tmp_path)
    blob = git(site, "hash-object", "--no-filters", OF_MARCH).strip()
    done = oit(site, "withdraw", "O1", MARCH, *REASON)
    assert f"echo {blob} >> withdrawn-ids.txt" in done.output
    assert "git filter-repo --strip-blobs-with-ids withdrawn-ids.txt" in done.output
    assert "--path" not in done.output, "a corrected file may have the name by now"
    assert "history_rewritten" in done.output
    for word in ("fork", "artifact", "แคช", "คลังข้อมูล", "เครื่องมือค้นหา", "feed", "72 ชั่วโมง"):
        assert word in done.output


@pytest.mark.parametrize("named", ["announcements", "https://example.go.th/eit"])
def test_words_are_purged_as_words(named: str, tmp_path: Path) -> None:
    """A section and an address stand in a record, which stays: no file is purged with them."""
    done = oit(owing_site(tmp_path), "withdraw", "O1", named, *REASON)
    assert "git filter-repo --replace-text withdrawn-words.txt" in done.output
    assert "--strip-blobs" not in done.output


@pytest.mark.parametrize("why", list(Why))
def test_only_what_may_stay_nowhere_is_purged_and_reported(why: Why, tmp_path: Path) -> None:
    """What was wrong or empty stays in history, and no law asks to report it."""
    terms = ("--why", why.value, "--reason", "แนบไฟล์คลาดเคลื่อน", "--by", "ผู้อำนวยการเขต")
    done = oit(owing_site(tmp_path), "withdraw", "O1", MARCH, *terms)
    assert done.exit_code == 0, done.output
    must_vanish = why in (Why.PERSONAL_DATA, Why.HIDDEN_CONTENT)
    assert ("filter-repo" in done.output) is must_vanish
    assert ("72 ชั่วโมง" in done.output) is must_vanish
    assert ("ยังอยู่ในประวัติ" in done.output) is not must_vanish


def test_what_was_written_and_what_was_removed_are_told_apart(tmp_path: Path) -> None:
    """The record and the list are written, the file is gone."""
    done = oit(owing_site(tmp_path), "withdraw", "O1", MARCH, *REASON)
    assert f"แก้ไข: {O1}\n" in done.output
    assert f"แก้ไข: {WITHDRAWN}\n" in done.output
    assert f"ลบ: {OF_MARCH}\n" in done.output


@pytest.mark.parametrize(
    ("why", "reason", "said"),
    [
        ("other", "ส่งผิดข้อ", "เหตุผล: ส่งผิดข้อ"),
        ("personal-data", "มีข้อมูลส่วนบุคคล", "เหตุผล: มีข้อมูลส่วนบุคคล"),
        ("wrong", "ยอดรวมผิด", "เนื่องจากเนื้อหาคลาดเคลื่อน ยอดรวมผิด"),
    ],
)
def test_a_reason_is_said_once(why: str, reason: str, said: str, tmp_path: Path) -> None:
    """The kind of reason stands beside the reason only where it tells more."""
    site = copy_site("current", tmp_path)
    write(WITHDRAWN, withdrawal("x", why=why, reason=reason))(site)
    words = words_of_pages(published(site, CLOSED_TODAY))["2568/o1/"]
    assert f" {said} โดยผู้อำนวยการเขต" in words
    assert "เหตุอื่น" not in words


@pytest.mark.parametrize(
    "again",
    [
        lambda site, data: both(
            write("oit_items/2568/O03/other.csv", data),
            replace(O3, "file: tax-q1.csv", "file: other.csv"),
        )(site),
        lambda site, data: both(write(OF_MARCH, data), replace(O1, "scores.csv", MARCH))(site),
        lambda site, data: write("docs/harmless.txt", data)(site),
        lambda site, data: write("docs/a/b/harmless.md", data)(site),
    ],
)
@pytest.mark.parametrize("gate", [Gate.ENFORCE, Gate.REPORT])
def test_no_gate_lets_the_same_bytes_pass_anywhere(
    again: Callable[[Path, bytes], None], gate: Gate, tmp_path: Path
) -> None:
    """In another item, under its old name, or among the pages that the office writes itself."""
    site = owing_site(tmp_path)
    data = (site / OF_MARCH).read_bytes()
    oit(site, "withdraw", "O1", MARCH, *REASON)
    again(site, data)
    found = [
        finding for finding in judged(site, DAY).findings if finding.rule == "withdrawn-served"
    ]
    assert [finding.kind for finding in found] == [Kind.UNSAFE]
    assert judge(judged(site, DAY), gate).refused


def test_a_corrected_file_may_take_its_place(tmp_path: Path) -> None:
    """Another version has another hash."""
    site = owing_site(tmp_path)
    oit(site, "withdraw", "O1", MARCH, *REASON)
    corrected = tmp_path / "corrected.csv"
    corrected.write_text("ลำดับที่,งาน\n1,งานที่แก้ไขแล้ว\n", "utf-8")
    done = oit(site, "add", "O1", "--period", "2025-03", "--sample", str(corrected))
    assert done.exit_code == 0, done.output
    assert rules_of(judged(site, as_of("2025-05-09"))) == set()


def test_a_section_is_taken_off_with_its_text_and_known_wherever_it_stands(tmp_path: Path) -> None:
    """By its text, its blanks aside; the rest of the body stays."""
    site = owing_site(tmp_path)
    text = "ตัวอย่าง – มิใช่ข้อมูลจริง ประกาศที่ 1"
    replace(O1, text, f"{text}\n\n## อื่น\n\nคงอยู่")(site)
    done = oit(site, "withdraw", "O1", "announcements", *REASON)
    assert done.exit_code == 0, done.output
    body = (site / O1).read_text("utf-8").rpartition("---\n")[2]
    assert text not in body
    assert body.rstrip().endswith("## อื่น\n\nคงอยู่")
    write(WORKS, (site / WORKS).read_text("utf-8") + f"\n## อื่น {{#other}}\n\n{text} \n")(site)
    assert "withdrawn-served" in rules_of(judged(site, DAY))


def test_an_address_is_taken_off(tmp_path: Path) -> None:
    """The entry goes; entered again, it is refused."""
    site = owing_site(tmp_path)
    before = (site / O1).read_text("utf-8")
    oit(site, "withdraw", "O1", "https://example.go.th/eit", *REASON)
    assert "example.go.th/eit" not in (site / O1).read_text("utf-8")
    for way in ("https://example.go.th/eit", "http://www.EXAMPLE.go.th/eit/"):
        again = before.replace("https://example.go.th/eit", way)
        (site / O1).write_text(again, "utf-8")
        assert "withdrawn-served" in rules_of(judged(site, DAY))


@pytest.mark.parametrize("item", ["O1", "O3"])
def test_no_command_brings_back_what_was_taken_off(item: str, tmp_path: Path) -> None:
    """Into its own item or another, it is refused before anything is written."""
    site = owing_site(tmp_path)
    again = tmp_path / "again.csv"
    again.write_bytes((site / OF_MARCH).read_bytes())
    oit(site, "withdraw", "O1", MARCH, *REASON)
    before = tree(site)
    period = "2025-04" if item == "O1" else "2568-Q2"
    done = oit(site, "add", item, "--period", period, "--sample", str(again))
    assert (done.exit_code, tree(site)) == (1, before), done.output
    assert "withdrawn-served" in done.output


def test_the_ledger_closes_the_version_that_was_published(tmp_path: Path) -> None:
    """With the public reason, once; other entries stay as they are."""
    site = owing_site(tmp_path)
    both(write(OF_MARCH, "ก,ข\n1,2\n"), write(LEDGER, ledger("O1", MARCH, "ก,ข\n1,2\n")))(site)
    oit(site, "withdraw", "O1", MARCH, *REASON)
    (entry,) = json.loads((site / LEDGER).read_text("utf-8"))["files"]
    assert entry["withdrawn"] == "พบข้อมูลส่วนบุคคล"


def test_a_second_withdrawal_keeps_the_first(tmp_path: Path) -> None:
    """The list only grows."""
    site = owing_site(tmp_path)
    oit(site, "withdraw", "O1", MARCH, *REASON)
    oit(site, "withdraw", "O3", "tax-q1.csv", *REASON)
    assert [entry.item for entry in load_site(site).rounds[0].withdrawals] == ["O1", "O3"]


def test_other_places_of_the_same_bytes_are_named(tmp_path: Path) -> None:
    """Nothing is published before they are withdrawn too."""
    site = owing_site(tmp_path)
    (site / "oit_items/2568/O03/tax-q1.csv").write_bytes((site / OF_MARCH).read_bytes())
    done = oit(site, "withdraw", "O1", MARCH, *REASON)
    assert "  oit_items/2568/O03/tax-q1.csv" in done.output


@pytest.mark.parametrize(
    "arguments",
    [
        ("withdraw", "O1", "absent.csv", *REASON),
        ("withdraw", "O1", MARCH, "--why", "because", "--reason", "ก", "--by", "ข"),
        ("withdraw", "O1", MARCH, "--why", "wrong", "--by", "ข"),
        ("withdraw", "O9", MARCH, *REASON),
    ],
)
def test_what_is_left_open_or_unknown_changes_nothing(
    arguments: tuple[str, ...], tmp_path: Path
) -> None:
    """Status 2, in a sentence, and the tree is as it was."""
    site = owing_site(tmp_path)
    before = tree(site)
    done = oit(site, *arguments)
    assert (done.exit_code, tree(site)) == (2, before)


def test_a_write_that_fails_leaves_the_tree_as_it_was(tmp_path: Path) -> None:
    """A full disk: neither the file nor its entry is gone."""
    site = owing_site(tmp_path)
    before = tree(site)
    with mock.patch.object(Path, "unlink", side_effect=OSError(28, "No space left", "x")):
        done = oit(site, "withdraw", "O1", MARCH, *REASON)
    assert (done.exit_code, tree(site)) == (2, before)


def test_the_item_says_what_was_taken_off_and_why(tmp_path: Path) -> None:
    """On its pages and in its document: day, reason and post, neither name nor hash."""
    site = copy_site("current", tmp_path)
    write(WITHDRAWN, withdrawal("x"))(site)
    outputs = published(site, CLOSED_TODAY)
    pages = words_of_pages(outputs)
    assert "ถอนข้อมูลออกจากเว็บไซต์เมื่อวันที่ 28 เมษายน 2568" in pages["2568/o1/"]
    assert "ผู้อำนวยการเขต" in pages["2568/o1/"]
    document = json.loads(outputs.files["api/v1/2568/o1.json"])
    assert document["item"]["withdrawn"] == [
        {
            "date": "2025-04-28",
            "why": "personal-data",
            "reason": "มีข้อมูลส่วนบุคคล",
            "by": "ผู้อำนวยการเขต",
            "requirement": "monthly-summary",
            "periods": [],
            "division": None,
        }
    ]
    assert "ถอนข้อมูล" not in pages["2568/o2/"]


def test_a_withdrawal_of_what_the_round_does_not_ask_is_a_finding(tmp_path: Path) -> None:
    """A mistyped requirement is told."""
    site = copy_site("current", tmp_path)
    write(WITHDRAWN, withdrawal("x", **{"for": "summary"}))(site)
    assert rules_of(judged(site)) == {"policy-reference"}


def test_the_status_afterwards_is_told_by_the_history(tmp_path: Path) -> None:
    """A summary that was recorded when the round had closed fills nothing, whatever its day."""
    office = RecordedOffice(tmp_path)
    office.record(date(2025, 5, 20), given(MARCH_ENTRY))
    done = oit(office.site, "withdraw", "O1", "announcements", *REASON, day="2025-05-21")
    assert done.exit_code == 0, done.output
    assert "[EN] Item O1: Incomplete" in done.output


def test_a_purge_makes_no_honest_cell_late(tmp_path: Path) -> None:
    """The withdrawal keeps the day of the purged version; one that was wrong has none to keep."""
    office = RecordedOffice(tmp_path)
    office.record(date(2025, 4, 11), given(MARCH_ENTRY))
    assert oit(office.site, "withdraw", "O1", MARCH, *REASON).exit_code == 0
    told = (office.site / WITHDRAWN).read_text("utf-8")
    assert "counted_from: 2025-04-10" in told
    for why, day in (("personal-data", date(2025, 4, 10)), ("wrong", None)):
        (tmp_path / why).mkdir()
        purged = RecordedOffice(tmp_path / why)
        write(WITHDRAWN, told.replace("personal-data", why))(purged.site)
        corrected = write(OF_MARCH, "ลำดับที่,งาน\n1,งานที่แก้ไขแล้ว\n")
        purged.record(date(2025, 5, 9), given(MARCH_ENTRY), corrected)
        assert purged.cell(date(2025, 5, 9), "2025-03").counts_from == day, why


def test_only_the_day_of_the_history_is_kept(tmp_path: Path) -> None:
    """A request states none that is earlier, and none of what the history does not know."""
    office = RecordedOffice(tmp_path)
    office.record(date(2025, 4, 11), given(MARCH_ENTRY))
    assert oit(office.site, "withdraw", "O1", MARCH, *REASON).exit_code == 0
    base = assess(office.read(), DAY)
    told = (office.site / WITHDRAWN).read_text("utf-8")
    for day, refused in (("2025-04-10", False), ("2025-04-09", True)):
        (office.site / WITHDRAWN).write_text(told.replace("2025-04-10", day), "utf-8")
        before = replace_withdrawals(base)
        found = list(check_counted(before, load_site(office.site)))
        assert bool(found) is refused, day


def replace_withdrawals(assessment: Assessment) -> Assessment:
    """The assessment as if nothing had been withdrawn yet."""
    rounds = tuple(
        structs.replace(round_, contents=structs.replace(round_.contents, withdrawals=()))
        for round_ in assessment.rounds
    )
    return structs.replace(assessment, rounds=rounds)


def test_an_earlier_version_is_taken_off(tmp_path: Path) -> None:
    """By the name under which the site keeps it, though no entry names it any more."""
    office = RecordedOffice(tmp_path)
    office.record(date(2025, 4, 11), given(MARCH_ENTRY))
    sha256 = hashlib.sha256((office.site / OF_MARCH).read_bytes()).hexdigest()
    office.record(date(2025, 4, 14), write(OF_MARCH, "ลำดับที่,งาน\n1,งานที่แก้ไขแล้ว\n"))
    record = (office.site / O1).read_bytes()
    done = oit(office.site, "withdraw", "O1", f"{sha256[:12]}-{MARCH}", *REASON)
    assert done.exit_code == 0, done.output
    (entry,) = load_site(office.site).rounds[0].withdrawals
    assert (entry.sha256, entry.requirement) == (sha256, "monthly-summary")
    assert str(entry.counted_from) == "2025-04-10"
    assert ((office.site / O1).read_bytes(), (office.site / OF_MARCH).exists()) == (record, True)
    assert list(candidates(office.read().rounds[0], {sha256})) == []
