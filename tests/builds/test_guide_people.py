"""The guides by person: each says how long a task takes, and its steps are those of the desk."""

import re
import shlex
from pathlib import Path

import pytest
from lxml import html

from helpers.commands import Finished, run
from helpers.desk_server import Served, served
from helpers.inbox_files import owing_these, twelve
from helpers.repositories import committed, git
from helpers.support import ROOT, SAMPLE, copy_sample, published
from oit.desk.batch import Desk

DAY = "2025-04-20"
PAGES = {
    text.address: text.markdown
    for text in published(SAMPLE).texts
    if text.address.startswith("guide/") and "/messages/" not in text.address
}
TASKS = PAGES.keys() - {"guide/", "guide/settings/"}
"""The settings are looked up; all other pages are for doing something."""
TABLED = ("guide/officer/", "guide/coordinator/", "guide/continuity/")
TIME = re.compile(r"\d+ (นาที|ชั่วโมง)|ครึ่งวัน")
SECTION = re.compile(r"^## .*\{: #([a-z-]+) \}$", re.MULTILINE)
DESK = PAGES["guide/officer/"].partition("{: #desk }\n")[2].partition("\n### ")[0]
BOLD = set(re.findall(r"\*\*([^*]+)\*\*", DESK))
WORDS = (ROOT / "hooks/oit/catalog/th/desk.ftl").read_text("utf-8")
WRONG_MONTH = [
    shlex.split(line.replace(".xlsx", ".csv"))[1:]
    for line in re.findall(r"^ +(oit .+)$", PAGES["guide/problems/"], re.MULTILINE)
]
UNSET = "official-home-unset"
"""What the check of the sample site tells in any case."""
MARCH, FEBRUARY = "oit_items/2568/O15/summary-2025-03.csv", "oit_items/2568/O15/summary-2025-02.csv"


@pytest.mark.parametrize("page", sorted(TASKS))
def test_a_guide_says_how_long_its_tasks_take(page: str) -> None:
    """So that whoever begins knows whether there is time."""
    assert TIME.search(PAGES[page])


@pytest.mark.parametrize("page", TABLED)
def test_each_task_is_in_the_table_with_its_time(page: str) -> None:
    """Of those whose work comes again and again."""
    rows = [line for line in PAGES[page].splitlines() if line.startswith("| [")]
    assert all(TIME.search(row) for row in rows)
    assert set(SECTION.findall(PAGES[page])) == set(re.findall(r"\(#([a-z-]+)\)", "".join(rows)))


@pytest.mark.parametrize("page", sorted(PAGES))
def test_links_between_guides_lead_somewhere(page: str) -> None:
    """To a page and its section, or to a picture that is there."""
    for name, anchor in re.findall(r"\]\(([a-z-]*)(?:\.md)?(?:#([a-z-]+))?\)", PAGES[page]):
        address = f"guide/{name}/" if name else page
        assert not anchor or f"{{: #{anchor} }}" in PAGES[address]
        assert address in PAGES
    for picture in re.findall(r"\.\./(assets/pictures/[^)]+)", PAGES[page]):
        assert (ROOT / "hooks/oit/theme" / picture).is_file()


@pytest.mark.parametrize("page", sorted(PAGES))
def test_a_command_within_a_step_is_a_block_of_its_own(page: str) -> None:
    """Python-Markdown knows no fence in a list, and would show its marks as a part of it."""
    assert re.findall(r"^ +```.*$", PAGES[page], re.MULTILINE) == []


def test_the_steps_of_the_desk_name_what_its_pages_say() -> None:
    """A button or a part by its whole name, or by all before a number."""
    named = {words.strip() for line in WORDS.splitlines() for words in re.split(r"=|\{.*?\}", line)}
    assert len(BOLD) > 20
    assert BOLD - named == set()


def test_the_steps_of_the_desk_are_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a step names is on the page by then, and at the end the request passes the gate."""
    monkeypatch.setenv("OIT_AS_OF", DAY)
    site = owing_office(tmp_path)
    with Desk(site, "desk", print) as engine, served(engine) as desk:
        seen = said(taken_in(desk))
        answer_all(desk)
        seen += said(checked := page_of(desk, "/check"))
        assert desk.post("/write", title="-", version=version_of(checked)).leads_to == "/sent"
        seen += said(page_of(desk, "/sent"))
    assert {words for words in BOLD if words not in seen} == {"เปิดหน้าฉบับรอตรวจ"}
    assert run("oit", "check", cwd=site, OIT_AS_OF=DAY).returncode == 0


def test_a_wrong_month_is_replaced_and_entered_where_it_belongs(tmp_path: Path) -> None:
    """By the commands of the guide: each month has its own file in the end."""
    site, march, february = mixed_up(tmp_path)
    for command in WRONG_MONTH[:2]:
        done = entered(site, command)
        assert done.returncode == 0, done.stdout + done.stderr
    assert (site / FEBRUARY).read_bytes() == february
    assert (site / MARCH).read_bytes() == march


def test_what_is_withdrawn_as_wrong_is_not_published_in_another_month(tmp_path: Path) -> None:
    """Which is why the guide says to move it instead."""
    site, _, _ = mixed_up(tmp_path)
    assert [one[0] for one in WRONG_MONTH] == ["replace", "add", "withdraw"]
    assert entered(site, WRONG_MONTH[2]).returncode == 0
    assert not (site / FEBRUARY).exists()
    refused = entered(site, WRONG_MONTH[1])
    assert refused.returncode == 1
    assert "withdrawn-served" in refused.stderr


def test_a_file_moves_to_its_month_by_its_period(tmp_path: Path) -> None:
    """As the form changes it: nothing but the month that it leaves is owed."""
    site, _, _ = mixed_up(tmp_path)
    record = site / "oit_items/2568/O15/record.md"
    before, entry, after = record.read_text("utf-8").partition("file: summary-2025-02.csv")
    moved = "2025-03".join(before.rsplit("2025-02", 1))
    after = after.replace("กุมภาพันธ์", "มีนาคม", 1).replace("2025-03-10", "2025-04-09", 1)
    record.write_text(moved + entry + after, "utf-8")
    told = run("oit", "check", cwd=site, OIT_AS_OF=DAY).stdout
    assert set(re.findall(r" · ([a-z-]+)$", told, re.MULTILINE)) == {"missing-or-none", UNSET}
    assert "เดือนกุมภาพันธ์ 2568 เกินกำหนด" in told


# An office whose officer follows the steps


def owing_office(folder: Path) -> Path:
    """A checkout that owes what the twelve files bring, and has nowhere to send it."""
    site = copy_sample(folder)
    owing_these(site)
    git(site, "init", "--quiet", "--initial-branch", "main")
    committed(site, "records", f"{DAY}T01:00:00Z")
    git(site, "config", "user.name", "officer")
    git(site, "config", "user.email", "officer@example.go.th")
    return site


def taken_in(desk: Served) -> html.HtmlElement:
    """The page with the twelve, one of a month that is there, and one that may be anything."""
    earlier = (SAMPLE / FEBRUARY).read_bytes().replace(b"1000", b"1100")
    more = {"สขร.1 กุมภาพันธ์ 2568 แก้ไข.csv": earlier, "แนบ.csv": "ก,ข\n1,2\n".encode()}
    for name, data in ({file.name: file.data for file in twelve()} | more).items():
        assert desk.send("/files", {name: data}).status < 400
    return page_of(desk, "/")


def answer_all(desk: Served) -> None:
    """With the first answer to each question, until nothing is asked."""
    while forms := page_of(desk, "/").xpath("//form[@class='ask' and .//button]"):
        (id_,) = forms[0].xpath("input[@name='id']/@value")
        button = forms[0].xpath(".//button")[0]
        given = {button.get("name"): button.get("value"), "id": id_, "reason": "แก้ยอดรวม"}
        assert desk.post("/answer", **given).status < 400


def page_of(desk: Served, path: str) -> html.HtmlElement:
    """A page as a browser has it."""
    return html.fromstring(desk.ask(path).body)


def said(page: html.HtmlElement) -> str:
    """All that a page says."""
    return " ".join(page.text_content().split())


def version_of(page: html.HtmlElement) -> str:
    """What of the desk somebody looked at before it is written."""
    return str(page.xpath("//input[@name='version']/@value")[0])


# A month in which another's file lies


def mixed_up(folder: Path) -> tuple[Path, bytes, bytes]:
    """A site where February has the file of March; the files of March and February."""
    site = copy_sample(folder)
    march, february = (SAMPLE / MARCH).read_bytes(), (SAMPLE / FEBRUARY).read_bytes()
    (site / MARCH).unlink()
    record = site / "oit_items/2568/O15/record.md"
    entries = record.read_bytes().split(b"  - kind: ")
    record.write_bytes(b"  - kind: ".join(one for one in entries if b"2025-03.csv" not in one))
    (site / FEBRUARY).write_bytes(march)
    (site / WRONG_MONTH[0][3]).write_bytes(february)
    (site / WRONG_MONTH[1][4]).write_bytes(march)
    return site, march, february


def entered(site: Path, command: list[str]) -> Finished:
    """What a command of the guide says, as its reader types it."""
    return run("oit", *command, cwd=site, OIT_AS_OF=DAY)
