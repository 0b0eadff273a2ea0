"""What is staged in items alone is judged by reading them alone, and told as in full."""

import shutil
from pathlib import Path

import pytest

from helpers.edits import MANDATE, O3, ROUND, WORKS, both, symlink
from helpers.repositories import committed, git
from helpers.support import Edit, as_of, copy_site, delete, replace, write
from oit.assessment.gate import Gate
from oit.catalog import Language
from oit.pipeline import check_staged
from oit.records.load import begin_site
from oit.system.environment import Environment
from oit.system.git_proposed import StagedHistory
from oit.wording.gate_text import check_json

LATER = "oit_items/2569"
O3_LATER = f"{LATER}/O03/record.md"
NEW_FILE = write("oit_items/2568/O03/new.csv", "ก,ข\n1,2\n")
FAULTY = replace(O3, "updated: 2025-04-11", "updated: 2568-04-11")


def moved(file: str, target: str) -> Edit:
    """A file under another name."""

    def edit(site: Path) -> None:
        (site / target).parent.mkdir(exist_ok=True)
        (site / file).rename(site / target)

    return edit


def copied(file: str, target: str) -> Edit:
    """The bytes of a file in another place too."""

    def edit(site: Path) -> None:
        (site / target).write_bytes((site / file).read_bytes())

    return edit


ITEMS_ALONE = {
    "a text": replace(O3, "รายไตรมาส\n", "รายไตรมาสของปี\n"),
    "a fault": FAULTY,
    "a day moved": replace(O3, "published: 2025-04-11", "published: 2025-04-10"),
    "a period that is late": replace(O3, "periods: [FY2568-Q2]", "periods: [FY2568-Q1]"),
    "a part removed": delete(WORKS),
    "another table": write("oit_items/2568/O03/tax-q2.csv", "ก,ข\n1,2\n"),
    "evidence deleted": delete("oit_items/2568/O03/tax-q1.csv"),
    "evidence moved": moved("oit_items/2568/O03/tax-q1.csv", "oit_items/2568/O02/tax-q1.csv"),
    "a table of an earlier period": copied(
        "oit_items/2568/O03/tax-q1.csv", "oit_items/2568/O03/tax-q2.csv"
    ),
    "a file of another item": copied(
        "oit_items/2568/O01/summary-2025-03.csv", "oit_items/2568/O03/tax-q2.csv"
    ),
    "a new file": NEW_FILE,
    "a link": symlink("oit_items/2568/O03/tax-q1.csv", "/etc/passwd"),
    "a whole item": both(delete("oit_items/2568/O03"), delete(O3_LATER)),
    "an item of another number": write("oit_items/2568/O22/record.md", "x"),
    "a number of a person": write("oit_items/2568/O03/1101700203450.csv", "x"),
    "two rounds": both(NEW_FILE, replace(O3_LATER, "รายไตรมาส\n", "รายไตรมาสของปี\n")),
    "an earlier round": copied("oit_items/2569/O03/tax-q1.csv", "oit_items/2568/O03/tax-q1.csv"),
    "a late fault": replace(O3_LATER, "kind: file", "kind: fil"),
}
MORE = {
    "a policy": both(FAULTY, replace(MANDATE, "may_be_none: true", "may_be_none: false")),
    "the settings": both(FAULTY, replace("mkdocs.yml", "mode: demonstration", "mode: production")),
    "a text of the site": both(FAULTY, write("docs/new.md", "# ใหม่\n")),
    "a strange folder": both(FAULTY, write("oit_items/2568/O00/record.md", "x")),
    "an item as a file": both(
        FAULTY, delete("oit_items/2568/O02"), write("oit_items/2568/O02", "x")
    ),
    "the scores": write("oit_items/2568/O01/scores.csv", "x,y\n1,2\n"),
    "a reserved name": both(FAULTY, write("oit_items/2568/O03/.oit-work", "x")),
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of two rounds, committed; one item is late."""
    site = copy_site("current", tmp_path)
    replace(ROUND, "days_after_period:", "witness: git\ndays_after_period:")(site)
    shutil.copytree(site / "oit_items/2568", site / LATER)
    for file in (site / LATER).rglob("*.*"):
        text = file.read_text("utf-8").replace("2024-", "20X5-").replace("2025-", "2026-")
        text = text.replace("2568", "2569").replace("20X5-", "2025-")
        file.write_text(text, "utf-8")
    git(tmp_path, "init", "--quiet", "--initial-branch=main", str(site))
    committed(site, "as it was")
    return site


def told(site: Path) -> tuple[str, str]:
    """What a staged check says, as text and as data."""
    environment = Environment(as_of("2026-04-30"), Gate.CHANGED, Language.TH)
    result = check_staged(site, environment)
    return result.text, check_json(result.assessment, result.verdict)


def loaded_whole(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders from which whole sites are loaded from now on."""
    roots = list[Path]()

    def load_counted(root: Path, *others: object) -> object:
        roots.append(root)
        return begin_site(root, *others)  # type: ignore[arg-type]  # as it was called

    monkeypatch.setattr("oit.pipeline.begin_site", load_counted)
    return roots


def in_full(site: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """The same, by reading both versions as a whole."""
    monkeypatch.setattr(StagedHistory, "differing_from", lambda *_: None)
    return told(site)


@pytest.mark.parametrize("name", ITEMS_ALONE)
def test_items_alone_are_read_alone_and_told_as_in_full(
    name: str, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the base only the items are read that a change touches; text and data stay the same."""
    ITEMS_ALONE[name](site)
    git(site, "add", "--all")
    roots = loaded_whole(monkeypatch)
    said = told(site)
    assert len(roots) == 1
    assert said == in_full(site, monkeypatch)
    assert len(roots) == 4


@pytest.mark.parametrize("name", MORE)
def test_whatever_else_changes_is_judged_in_full(
    name: str, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Settings, policy files and texts concern more than the items beside them."""
    MORE[name](site)
    git(site, "add", "--all")
    roots = loaded_whole(monkeypatch)
    said = told(site)
    assert len(roots) == 3
    assert said == in_full(site, monkeypatch)


def test_a_fault_that_stood_before_is_told_as_before(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One of another item is listed; one of a touched item has to be put right."""
    both(replace(WORKS, "updated: 2025-03-12\n", ""), FAULTY)(site)
    committed(site, "with faults")
    replace(O3, "รายไตรมาส\n", "รายไตรมาสของปี\n")(site)
    git(site, "add", "--all")
    said = told(site)
    assert '"listed": []' not in said[1]
    assert "date-buddhist" in said[0]
    assert said == in_full(site, monkeypatch)


def test_nothing_staged_is_no_change(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The base needs no reading at all."""
    assert told(site) == in_full(site, monkeypatch)
