"""A new round comes from nothing to green by one command, or not at all."""

import shutil
from datetime import date
from pathlib import Path
from unittest import mock

import pytest
import yaml

from helpers.broken import BROKEN
from helpers.commands import run
from helpers.edits import MANDATE
from helpers.support import SAMPLE, as_of, copy_site, judged, published, replace, tree
from oit.catalog import Language
from oit.editing.new_round import carried_over, proposed_holidays, with_words
from oit.editing.yaml_text import to_yaml
from oit.model.mandate import Mandate
from oit.outputs.site_files import outputs_of
from oit.periods import (
    BUDDHIST_OFFSET,
    AskedPeriods,
    Frequency,
    fiscal_periods,
    parse_period,
)
from oit.records.load import load_site
from oit.records.strict_yaml import parse_yaml

pytestmark = pytest.mark.slow

SCHEME = Path(__file__).parents[2] / "year/mandate.yml"


def mandate_of(file: Path) -> Mandate:
    return Mandate.model_validate(parse_yaml(file.read_text("utf-8")).values)


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample site with the round of 2570 opened."""
    site = copy_site("sample", tmp_path_factory.mktemp("opened"))
    assert run("oit", "codeowners", cwd=site).returncode == 0
    done = run("oit", "new-round", "2570", cwd=site)
    assert done.returncode == 0, done.stderr
    assert "15 ตุลาคม 2570" in done.stdout
    assert "โปรดตรวจเกณฑ์" in done.stdout
    assert "มาตรการและผลประเมิน ITA ของรอบก่อน 9 ไฟล์ อยู่ใน oit_items/2570/drafts" in done.stdout
    assert len(done.stdout.partition("[EN]")[0].splitlines()) <= 12
    return site


def test_the_command_scaffolds_every_record_and_part(opened: Path) -> None:
    """22 records, the parts that the mandate asks for, and what judges them."""
    new = opened / "oit_items/2570"
    assert len(list(new.glob("*/record.md"))) == 22
    parts = {path.parent.name for path in new.glob("*/*.md") if path.stem != "record"}
    site = load_site(opened)
    by_division = {item.item for item in site.rounds[-1].mandate.items if item.by_division}
    assert {f"O{int(name[1:])}" for name in parts} == by_division
    assert {path.name for path in new.iterdir() if path.is_file()} == {
        "round.yml",
        "mandate.yml",
        "ledger.json",
    }


def test_the_first_day_is_green_and_deadlines_then_fail_one_by_one(opened: Path) -> None:
    """Everything pending; after the first deadline the monthly items fail, and no others."""
    first = judged(opened, as_of("2026-10-01"))
    assert {item.status.value for item in first.rounds[-1].items} == {"pending"}
    assert not [finding for round_ in first.rounds for finding in round_.findings]
    assert run("oit", "check", cwd=opened, OIT_AS_OF="2026-10-01").returncode == 0
    assert run("oit", "check", cwd=opened, OIT_AS_OF="2026-11-16").returncode == 0
    assert run("oit", "check", cwd=opened, OIT_AS_OF="2026-11-17").returncode == 1
    later = judged(opened, as_of("2026-11-17")).rounds[-1]
    failed = {one.id for one in later.failed}
    assert failed == {item.id for item in later.items if item.frequency is Frequency.MONTHLY}


def test_the_mandate_is_carried_over_with_its_years(opened: Path) -> None:
    """Periods, due dates, years in words; laws keep theirs, and the notes say where it is from."""
    old = mandate_of(opened / "oit_items/2568/mandate.yml")
    new = mandate_of(opened / "oit_items/2570/mandate.yml")
    assert new == carried_over(old, 2570)
    words = (opened / "oit_items/2570/mandate.yml").read_text("utf-8")
    assert "พ.ร.บ. การจัดซื้อจัดจ้างและการบริหารพัสดุภาครัฐ พ.ศ. 2560" in words
    assert "การวิเคราะห์ผลคะแนน ITA ปี 2569" in words
    assert "งบปี 70" in words
    assert "งบปี 68" not in words
    assert "คัดลอกจากปีงบประมาณ พ.ศ. 2568" in words
    assert carried_over(old, 2568) == old
    assert [item.item for item in new.items] == [item.item for item in old.items]


def test_a_year_in_a_title_moves_in_either_era() -> None:
    """English texts name the fiscal year as 2025 (B.E. 2568); the year of an act stays."""
    old = mandate_of(SAMPLE / "oit_items/2568/mandate.yml")
    titles = {"title_en": "Plan, fiscal year 2025 (B.E. 2568), by the Act B.E. 2560 (2017)"}
    named = old.model_copy(update={"items": (old.items[0].model_copy(update=titles),)})
    moved = carried_over(named, 2570).items[0]
    assert moved.title_en == "Plan, fiscal year 2027 (B.E. 2570), by the Act B.E. 2560 (2017)"


def test_measures_and_results_of_the_year_before_are_drafts(opened: Path) -> None:
    """To begin from, byte for byte; nothing of them is on the site as this year's."""
    drafts = {path.name: path.read_bytes() for path in (opened / "oit_items/2570/drafts").iterdir()}
    old = opened / "oit_items/2568"
    results = sorted((old / "O22").glob("ita-*.csv"))
    assert drafts.keys() == {"measures.yml", *(path.name for path in results)}
    assert all(path.read_bytes() == drafts[path.name] for path in [old / "measures.yml", *results])
    outputs = published(opened, as_of("2026-10-01"))
    addresses = {page.path for page in outputs.pages} | outputs.files.keys()
    assert "2568/measures/" in addresses
    assert not [path for path in addresses if path.startswith("2570/") and "measures" in path]
    assert not [path for path in addresses if "drafts" in path or path.startswith("2570/o22/ita")]
    home = next(page.html for page in outputs.pages if page.path == "")
    assert "มาตรการ ITA ปี 2570" not in home
    assert "ผลประเมิน ITA ปี" not in home


def test_drafts_are_a_folder_and_nothing_else(tmp_path: Path) -> None:
    """A file or a link of that name is as unknown as any other."""
    site = copy_site("current", tmp_path)
    folder = site / "oit_items/2568/drafts"
    folder.mkdir()
    (folder / "anything.docx").write_bytes(b"")
    assert judged(site).findings == ()
    shutil.rmtree(folder)
    folder.symlink_to("/etc")
    assert [finding.rule for finding in judged(site).findings] == ["file-symlink"]
    folder.unlink()
    folder.write_bytes(b"x")
    assert [finding.rule for finding in judged(site).findings] == ["path-unknown"]


def test_a_copied_round_asks_for_its_whole_year(opened: Path) -> None:
    """The round of 2568 closed in April; that of 2570 asks for April to September as well."""
    round_ = load_site(opened).rounds[-1]
    asked = {
        (item.item, requirement.id): [str(period) for period in requirement.periods]
        for item in round_.mandate.items
        for requirement in item.requirements
        if requirement.asked
    }
    assert asked["O15", "monthly-summary"] == [
        *("2026-10", "2026-11", "2026-12"),
        *(f"2027-{month:02d}" for month in range(1, 10)),
    ]
    assert asked["O9", "tax-statistics"] == [f"FY2570-Q{number}" for number in range(1, 5)]
    assert asked["O13", "spending-report"] == ["FY2570-H1", "FY2570-H2"]
    assert "periods: [" not in (opened / "oit_items/2570/mandate.yml").read_text("utf-8")


def test_a_list_becomes_the_word_that_it_stands_for(tmp_path: Path) -> None:
    """As a round that closed in April listed its months; a list of some months stays a list."""
    site = copy_site("current", tmp_path)
    months = "2024-10, 2024-11, 2024-12, 2025-01, 2025-02, 2025-03"
    replace(MANDATE, "periods: quarterly", f"periods: [{months}]")(site)
    newest = load_site(site).rounds[-1]
    words = [
        requirement.asked
        for item in with_words(newest.mandate, newest.policy).items
        for requirement in item.requirements
        if requirement.asked
    ]
    february_and_march = tuple(parse_period(month) for month in ("2025-02", "2025-03"))
    assert words == [AskedPeriods(february_and_march), AskedPeriods(word=Frequency.MONTHLY)]


def test_the_round_closes_with_the_deadline_of_its_last_period(opened: Path) -> None:
    """And its holidays reach past it, so that the deadline is a working day."""
    policy = load_site(opened).rounds[-1].policy
    last = fiscal_periods(2570, Frequency.MONTHLY)[-1]
    assert policy.opens == date(2026, 10, 1)
    assert policy.closes == policy.calendar.deadline(last) == date(2027, 10, 15)
    assert max(day.on for day in policy.holidays) >= policy.closes


def test_a_topic_is_linked_through_the_years_and_closed_rounds_keep_their_address(
    opened: Path,
) -> None:
    """Numbers may change; the topic is the name that stays."""
    outputs = published(opened, as_of("2026-10-01"))
    pages = {page.path: page.html for page in outputs.pages}
    assert 'href="../../2570/o15/"' in pages["2568/o15/"]
    assert 'href="../../2568/o15/"' in pages["2570/o15/"]
    assert [name for name, _ in outputs.navigation][1:3] == [
        "ข้อมูล OIT ปี 2570",
        "ข้อมูล OIT ปี 2568",
    ]
    assert outputs.frame.closed == {}


def test_holidays_are_those_of_offices() -> None:
    """The special days that the cabinet gave in 2568, and Songkran; not Labour Day."""
    days = {holiday.on for holiday in proposed_holidays(date(2024, 10, 1), date(2025, 10, 31))}
    listed = yaml.safe_load((SAMPLE / "oit_items/2568/round.yml").read_text("utf-8"))["holidays"]
    assert {day["date"] for day in listed} <= days
    assert date(2025, 5, 1) not in days
    working = {day for day in days if day.weekday() < 5}
    assert working == {day["date"] for day in listed if day["date"].weekday() < 5}


@pytest.mark.parametrize("fiscal_year", [2570, 2575, 2576])
def test_no_day_off_in_place_of_labour_day_is_proposed(fiscal_year: int) -> None:
    """In these years 1 May is on a weekend; other substitute days stay, as offices have them."""
    year = fiscal_year - BUDDHIST_OFFSET
    days = proposed_holidays(date(year, 4, 1), date(year, 6, 30))
    assert date(year, 5, 1).weekday() > 4
    assert not [one for one in days if "แรงงาน" in one.name_th]
    assert not {date(year, 5, 2), date(year, 5, 3)} & {one.on for one in days}
    substitutes = proposed_holidays(date(2026, 10, 1), date(2027, 9, 30))
    assert {date(2026, 12, 7), date(2027, 2, 22)} <= {one.on for one in substitutes}


def test_another_scheme_loads_beside(tmp_path: Path) -> None:
    """Other numbers, another count, its own name; both rounds are judged and published."""
    site = copy_site("current", tmp_path)
    done = run("oit", "new-round", "2569", "--from", str(SCHEME), cwd=site)
    assert done.returncode == 0, done.stdout + done.stderr
    assessment = judged(site, as_of("2025-10-10"))
    assert [round_.policy.scheme for round_ in assessment.rounds] == ["test", "invented-scheme"]
    assert [len(round_.items) for round_ in assessment.rounds] == [3, 6]
    pages = {page.path: page.html for page in outputs_of(assessment, None).pages}
    assert 'href="../../2569/o2/"' in pages["2568/o1/"], "procurement is O1 here and O2 there"
    assert 'href="../../2568/o1/"' in pages["2569/o2/"]


def test_what_was_opened_is_told_in_two_languages(tmp_path: Path) -> None:
    """What there is, when it is due, what to review: about ten lines each; deadlines: `oit due`."""
    site = copy_site("current", tmp_path)
    done = run("oit", "new-round", "2569", cwd=site, OIT_AS_OF="2025-04-30")
    count = len(load_site(site).rounds[-1].policy.holidays)
    assert count > 20
    assert done.stdout.splitlines() == [
        "เปิดรอบปีงบประมาณ 2569 แล้วที่ oit_items/2569",
        "  ข้อมูลรายการ 3 ข้อ และข้อมูลส่วนของหน่วยงาน 2 ไฟล์ ตามเกณฑ์ของปีงบประมาณ 2568",
        "  เปิดรอบวันที่ 1 ตุลาคม 2568 ปิดรอบวันที่ 15 ตุลาคม 2569",
        "  ครบกำหนดครั้งแรกวันที่ 17 พฤศจิกายน 2568 ครั้งสุดท้ายวันที่ 15 ตุลาคม 2569 รวม 30 รายการ",
        "  ยังไม่มี CODEOWNERS ซึ่งกำหนดผู้อนุมัติของแต่ละข้อ หากต้องการ โปรดใช้คำสั่ง oit codeowners",
        "ขั้นต่อไป",
        "  1. โปรดตรวจเกณฑ์ใน oit_items/2569/mandate.yml กับประกาศของปีนี้",
        f"  2. โปรดตรวจวันหยุด {count} วันใน oit_items/2569/round.yml กับมติคณะรัฐมนตรี",
        "  3. เมื่อตรวจแล้ว โปรดลบหมายเหตุ (items, holidays) ในช่อง policy แล้วส่งเข้าระบบก่อนวันเปิดรอบ",
        "  4. มาตรการและผลประเมิน ITA ของรอบก่อน 1 ไฟล์ อยู่ใน oit_items/2569/drafts "
        "เป็นร่างที่ยังไม่เผยแพร่ โปรดปรับปรุงแล้วย้ายออกเมื่อมีคำสั่งและผลของปีนี้",
        "[EN] The round 2569 is open in oit_items/2569.",
        "  3 items and 2 parts, by the mandate of 2568",
        "  it opens on 1 October 2025 and closes on 15 October 2026",
        "  first due 17 November 2025, last 15 October 2026, 30 in all",
        "  there is no CODEOWNERS; oit codeowners makes it",
        "Next:",
        "  1. Review oit_items/2569/mandate.yml against this year’s notice.",
        f"  2. Review the {count} holidays in oit_items/2569/round.yml.",
        "  3. Remove the notes that ask for it (items, holidays), "
        "and submit the round before it opens.",
        "  4. 1 file of last round’s measures and results are drafts in oit_items/2569/drafts. "
        "Update them, and move them out when this year’s are there.",
    ]
    due = run("oit", "due", cwd=site, OIT_AS_OF="2025-10-01").stdout
    assert due.startswith("17 พฤศจิกายน 2568")


def test_the_new_round_is_in_codeowners(opened: Path, tmp_path: Path) -> None:
    """Where the office has the file; one that cannot be written is told, and the round is there."""
    assert run("oit", "codeowners", "--check", cwd=opened).returncode == 0
    assert "/oit_items/2570/O15/" in (opened / "CODEOWNERS").read_text("utf-8")
    site = copy_site("current", tmp_path)
    (site / "CODEOWNERS").write_text("* @somebody\n", "utf-8")
    with mock.patch("oit.commands.new_round.write_changes", side_effect=OSError):
        done = run("oit", "new-round", "2569", cwd=site)
    assert done.returncode == 0
    assert "ใน CODEOWNERS ไม่ได้ โปรดใช้คำสั่ง oit codeowners" in done.stdout
    assert (site / "oit_items/2569/round.yml").is_file()


@pytest.mark.parametrize(
    ("arguments", "status", "word"),
    [
        (("2568",), 2, "มีรอบปีงบประมาณ 2568 อยู่แล้ว"),
        (("2025",), 2, "2025"),
        (("2570", "--from", "mkdocs.yml"), 2, "mkdocs.yml"),
        (("2570", "--from", "absent.yml"), 2, "absent.yml"),
    ],
)
def test_what_cannot_be_done_is_told_and_changes_nothing(
    arguments: tuple[str, ...], status: int, word: str, tmp_path: Path
) -> None:
    """The tree is as it was, to the byte."""
    site = copy_site("current", tmp_path)
    before = tree(site)
    done = run("oit", "new-round", *arguments, cwd=site)
    assert done.returncode == status
    assert word in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert tree(site) == before


def test_a_round_that_would_not_be_in_order_is_not_opened(tmp_path: Path) -> None:
    """The check's own words say why, and the tree is as it was."""
    site = copy_site("current", tmp_path)
    BROKEN["policy-reference"](site)
    before = tree(site)
    done = run("oit", "new-round", "2569", cwd=site)
    assert done.returncode == 1
    assert "policy-reference" in done.stderr
    assert tree(site) == before


def test_the_newest_closed_round_is_told_on_every_page_and_fails_in_production(
    tmp_path: Path,
) -> None:
    """Nobody takes last year's site for this year's."""
    site = copy_site("current", tmp_path)
    notice = published(site, as_of("2025-05-01")).frame.closed[Language.TH]
    assert notice is not None
    assert "รอบปีงบประมาณ พ.ศ. 2568 ปิดแล้ว" in notice
    assert published(site, as_of("2025-04-30")).frame.closed == {}
    replace("mkdocs.yml", "mode: demonstration", "mode: production")(site)
    rules = {finding.rule for finding in judged(site, as_of("2025-05-01")).findings}
    assert "round-closed" in rules
    done = run("oit", "new-round", "2569", cwd=site)
    assert done.returncode == 0, done.stdout + done.stderr


def test_what_is_emitted_is_read_again_as_it_was() -> None:
    """Words that YAML would take for something else are quoted; names of fields are not."""
    values = {"on": "no", "a": "12:30", "b": "2568", "c": "ก: ข", "d": ["x", "y"], "e": True}
    text = to_yaml({**values, "f": [{"on": date(2025, 4, 17)}, {"on": date(2025, 4, 17)}]})
    read = parse_yaml(text).values
    assert {**read, "e": True} == {**values, "f": [{"on": "2025-04-17"}] * 2}
    assert text.startswith('on: "no"\n')
