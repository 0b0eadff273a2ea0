"""The daily look on a forge: who is told what is late or due, and when it falls silent."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.commands import run
from helpers.fake_forge import BOT, FakeForge, forge
from helpers.support import copy_sample, replace, set_back_o15

LATE = "late:2568/O15"
DUE = "due:finance"


@pytest.fixture(params=["github", "gitlab"])
def on_forge(request: pytest.FixtureRequest) -> Iterator[FakeForge]:
    """Each of the two forges."""
    with forge(request.param) as fake:
        yield fake


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The sample site with O15 late."""
    site = copy_sample(tmp_path)
    set_back_o15(site)
    return site


def look(site: Path, fake: FakeForge, day: str, *options: str) -> subprocess.CompletedProcess[str]:
    """A run on a day."""
    return run("oit", "freshness", *options, cwd=site, OIT_AS_OF=day, **fake.variables())


def test_an_overdue_item_has_one_issue_until_it_is_in_order(
    site: Path, on_forge: FakeForge
) -> None:
    """Opened once, kept up to date under one number, closed with a word of thanks."""
    for day in ("2025-04-24", "2025-04-25"):
        done = look(site, on_forge, day)
        assert done.returncode == 0, done.stderr
        [issue] = on_forge.about(LATE)
    assert issue.title.startswith("เกินกำหนดปรับปรุง: O15 ")
    assert issue.title.endswith(" (2568)")
    assert "วิธีแก้ไข" in issue.body
    assert issue.comments == []
    replace("oit_items/2568/O15/record.md", "2025-01-05", "2025-04-25")(site)
    assert look(site, on_forge, "2025-04-26").returncode == 0
    assert on_forge.about(LATE) == []
    assert "ขอขอบคุณ" in issue.comments[-1]


def test_its_division_is_named_called_and_assigned(site: Path, on_forge: FakeForge) -> None:
    """A person is assigned; a team, which cannot be, is called by its handle."""
    replace("oit_items/divisions.yml", '"@office-sample/finance"', '"@malee"')(site)
    look(site, on_forge, "2025-04-24")
    [issue] = on_forge.about(LATE)
    assert "เรียน หัวหน้าฝ่ายการคลัง (@malee)" in issue.body
    assert issue.labels == ["oit-late", "finance"]
    assert issue.assignees == (["malee"] if on_forge.kind == "github" else [75])


def test_a_division_is_reminded_thirty_seven_and_one_day_before(
    site: Path, on_forge: FakeForge
) -> None:
    """By an issue that opens thirty days before, and speaks up again at seven and at one."""
    spoken = {}
    for day in ("2025-04-01", "2025-04-02", "2025-04-10", "2025-04-11", "2025-04-16", "2025-04-17"):
        look(site, on_forge, day)
        [issue] = on_forge.about(DUE)
        spoken[day] = len(issue.comments)
    assert list(spoken.values()) == sorted(spoken.values())
    assert spoken["2025-04-10"] == spoken["2025-04-02"] + 1
    assert spoken["2025-04-11"] == spoken["2025-04-10"]
    assert spoken["2025-04-16"] == spoken["2025-04-11"] + 1
    assert "เรียน หัวหน้าฝ่ายการคลัง (@office-sample/finance)" in issue.comments[-1]
    assert "17 เมษายน 2568" in issue.comments[-1]


def test_a_day_that_was_missed_is_made_up_for(site: Path, on_forge: FakeForge) -> None:
    """The seventh day fell on a day without a run."""
    look(site, on_forge, "2025-04-08")
    look(site, on_forge, "2025-04-12")
    [issue] = on_forge.about(DUE)
    assert len(issue.comments) == 1


def test_an_issue_that_somebody_has_edited_is_written_anew(site: Path, on_forge: FakeForge) -> None:
    """A day that is none stops nothing."""
    look(site, on_forge, "2025-04-08")
    [issue] = on_forge.about(DUE)
    issue.body = issue.body.replace("oit:seen:2025-04-08", "oit:seen:2025-99-99")
    assert look(site, on_forge, "2025-04-09").returncode == 0
    assert "oit:seen:2025-04-09" in issue.body


def test_a_second_run_on_a_day_says_nothing_twice(site: Path, on_forge: FakeForge) -> None:
    """Only the time of the heartbeat may move."""
    look(site, on_forge, "2025-04-10")
    before = [(entry.number, entry.title, entry.comments) for entry in on_forge.entries]
    look(site, on_forge, "2025-04-10")
    assert [(entry.number, entry.title, entry.comments) for entry in on_forge.entries] == before


def test_the_heartbeat_tells_when_it_last_ran(site: Path, on_forge: FakeForge) -> None:
    """And is written last, after everything else is done."""
    look(site, on_forge, "2025-04-24")
    look(site, on_forge, "2025-04-25")
    [beat] = on_forge.about("heartbeat")
    assert re.search(r"25 เมษายน 2568 เวลา \d\d\.\d\d น\.", beat.body)
    assert on_forge.written[-1].endswith(f"/issues/{beat.number}")


def test_issues_of_others_are_left_alone(site: Path, on_forge: FakeForge) -> None:
    """Also those that bear our mark, and those of our own without one."""
    stranger = on_forge.add("stranger", "ฉันเอง", "<!-- oit:late:2568/O1 -->\n")
    unmarked = on_forge.add(BOT[on_forge.kind], "งานอื่น", "ไม่มีเครื่องหมาย")
    assert look(site, on_forge, "2025-04-24").returncode == 0
    assert (stranger.is_open, stranger.comments) == (True, [])
    assert (unmarked.is_open, unmarked.comments) == (True, [])


def test_an_issue_that_was_opened_twice_is_closed_once(site: Path, on_forge: FakeForge) -> None:
    """The older is kept."""
    look(site, on_forge, "2025-04-24")
    [kept] = on_forge.about(LATE)
    twice = on_forge.add(BOT[on_forge.kind], kept.title, kept.body)
    look(site, on_forge, "2025-04-24")
    assert on_forge.about(LATE) == [kept]
    assert "ซ้ำ" in twice.comments[-1]


def test_a_dry_run_writes_nothing(site: Path, on_forge: FakeForge) -> None:
    """And tells what it would have done."""
    done = look(site, on_forge, "2025-04-24", "--dry-run")
    assert done.returncode == 0
    assert "เปิดเรื่อง (open): " in done.stdout
    assert on_forge.written == []


def test_elsewhere_than_on_a_forge_only_a_dry_run_is_made(site: Path) -> None:
    """Nobody's issues are touched from somebody's desk."""
    done = run("oit", "freshness", cwd=site, OIT_AS_OF="2025-04-24")
    assert done.returncode == 2
    assert "--dry-run" in done.stderr
    tried = run("oit", "freshness", "--dry-run", cwd=site, OIT_AS_OF="2025-04-24")
    assert tried.returncode == 0
    assert "O15" in tried.stdout


def test_a_refusal_is_a_sentence(site: Path, on_forge: FakeForge) -> None:
    """Without a traceback, and without the token."""
    path = "/repos/office/oit/issues" if on_forge.kind == "github" else "/projects/5/issues"
    on_forge.refused = {f"POST {path}"}
    done = look(site, on_forge, "2025-04-24")
    assert done.returncode == 2
    assert "ไม่ได้รับอนุญาต" in done.stderr
    assert "Traceback" not in done.stderr
    assert "given-to-the-run" not in done.stdout + done.stderr
    assert on_forge.about("heartbeat") == []


def test_a_run_without_a_token_is_told_what_is_missing(site: Path, on_forge: FakeForge) -> None:
    """Rather than to look as if nothing were late."""
    done = run("oit", "freshness", cwd=site, **on_forge.variables(with_token=False))
    assert done.returncode == 2
    assert "OIT_FORGE_TOKEN" in done.stderr


def test_records_that_cannot_be_judged_close_no_issue(site: Path, on_forge: FakeForge) -> None:
    """Unknown is never fine."""
    look(site, on_forge, "2025-04-24")
    (site / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    done = look(site, on_forge, "2025-04-25")
    assert done.returncode == 2
    assert len(on_forge.about(LATE)) == 1


def test_a_title_from_a_record_calls_nobody(site: Path, on_forge: FakeForge) -> None:
    """Only the handles of the divisions are live on the forge."""
    title = "title_th: ประกาศต่างๆ เกี่ยวกับการจัดซื้อจัดจ้าง"
    replace("oit_items/2568/mandate.yml", title, f"{title} @everyone")(site)
    look(site, on_forge, "2025-04-24")
    texts = [entry.body for entry in on_forge.entries]
    assert any("&#64;everyone" in text for text in texts)
    assert not any("@everyone" in text for text in texts)
