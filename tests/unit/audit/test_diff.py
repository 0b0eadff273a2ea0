"""What changed between two indexes, whatever the two are."""

import json
from pathlib import Path
from typing import Any

import pytest

from helpers.broken import BROKEN
from helpers.commands import run
from helpers.index_days import index_of, two_days
from helpers.support import copy_site, serving
from oit.audit.diff.compare import _ITEM_FIELDS, ChangeKind, Remark, compare
from oit.audit.diff.report import comparison_json, comparison_report
from oit.catalog import Language, say
from oit.contract.index import Index
from oit.wording.render.markdown import report_markdown
from oit.wording.render.text import report_text

DAY = "2025-04-30"


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    """The index of a tiny site."""
    return index_of(copy_site("current", tmp_path_factory.mktemp("index")), DAY)


def other(index: Index, **changes: Any) -> Index:
    """The index of another office, or with other rounds."""
    return index.model_copy(update=changes)


def year_on(index: Index) -> Index:
    """The same, a year later and with other numbers."""
    (round_,) = index.rounds
    items = [
        one.model_copy(update={"item": f"O{number}"})
        for number, one in enumerate(reversed(round_.items), 1)
    ]
    later = round_.model_copy(update={"fiscal_year": round_.fiscal_year + 1, "items": items})
    return other(index, rounds=[later])


def test_an_index_does_not_differ_from_itself(index: Index) -> None:
    """And it says so."""
    found = compare(index, index)
    assert (found.changes, found.remarks) == ((), ())
    assert "ไม่มีการเปลี่ยนแปลง" in report_text(comparison_report(found), Language.TH)
    assert "Nothing has changed." in report_markdown(comparison_report(found), Language.EN)


def test_what_became_late_has_become_current_when_read_backwards(tmp_path: Path) -> None:
    """And what was added is removed; a reader is told that time runs backwards."""
    before, after = two_days(tmp_path)
    there, back = compare(before, after), compare(after, before)
    turned = {
        ChangeKind.EVIDENCE_ADDED: ChangeKind.EVIDENCE_REMOVED,
        ChangeKind.BECAME_LATE: ChangeKind.BECAME_CURRENT,
    }
    for kind, opposite in turned.items():
        assert [change.item for change in there.changes if change.kind is kind] == [
            change.item for change in back.changes if change.kind is opposite
        ]
    assert back.remarks == (Remark.OLDER_SECOND,)


def test_a_cell_whose_deadline_has_passed_is_named(tmp_path: Path, index: Index) -> None:
    """With its requirement and its period, beside the item that became incomplete."""
    site = copy_site("current", tmp_path)
    BROKEN["missing"](site)
    late = [
        (change.item, change.periods, [fact.after for fact in change.facts])
        for change in compare(index, index_of(site, DAY)).changes
        if change.kind is ChangeKind.BECAME_LATE
    ]
    assert len(late) == 2
    assert late[0][2] == ["incomplete"]
    assert late[1][2] == ["missing"]
    assert late[1][1]


def test_rounds_of_different_years_are_compared_by_topic(index: Index) -> None:
    """Numbers change from year to year; evidence of two years is not compared."""
    found = compare(index, year_on(index))
    assert found.remarks == (Remark.OTHER_ROUND,)
    assert {change.kind for change in found.changes} == {ChangeKind.CHANGED}
    renumbered = {(fact.before, fact.after) for change in found.changes for fact in change.facts}
    assert renumbered == {("O1", "O3"), ("O3", "O1")}
    assert "ไม่มีปีงบประมาณที่ตรงกัน" in report_text(comparison_report(found), Language.TH)


def test_two_offices_are_compared_without_their_evidence(index: Index) -> None:
    """Files of the same name are not the same file."""
    office = index.office.model_copy(update={"id": "elsewhere"})
    found = compare(index, other(index, office=office))
    assert (found.remarks, found.changes) == ((Remark.OTHER_OFFICE,), ())
    assert "different offices" in report_text(comparison_report(found), Language.EN)


def test_rounds_items_and_requirements_that_come_and_go_are_told(index: Index) -> None:
    """The whole round, or one thing in it."""
    more = other(index, rounds=[*index.rounds, *year_on(index).rounds])
    assert [(change.kind, change.fiscal_year) for change in compare(index, more).changes] == [
        (ChangeKind.ADDED, 2569)
    ]
    (round_,) = index.rounds
    first, *rest = round_.items
    shorter = first.model_copy(update={"requirements": first.requirements[1:]})
    fewer = other(index, rounds=[round_.model_copy(update={"items": [shorter, *rest[1:]]})])
    gone = [change for change in compare(index, fewer).changes if change.kind is ChangeKind.REMOVED]
    assert [one.requirement is not None for one in gone] == [True, False]
    assert compare(other(index, rounds=[]), other(index, rounds=[])).changes == ()


def test_words_of_strangers_act_on_nothing(index: Index) -> None:
    """No Markdown of theirs is a link, and no control character reaches a terminal."""
    (round_,) = index.rounds
    first = round_.items[0]
    name = first.title.model_copy(update={"th": "[ก](http://x)\x1b[31m<b>", "en": "x"})
    items = [first.model_copy(update={"title": name}), *round_.items[1:]]
    found = compare(index, other(index, rounds=[round_.model_copy(update={"items": items})]))
    told = report_markdown(comparison_report(found), Language.TH)
    assert "&#91;ก&#93;(http&#58;//x)" in told
    assert "&#60;b&#62;" in told
    assert "\x1b" not in report_text(comparison_report(found), Language.TH)


def test_every_kind_remark_and_field_has_words() -> None:
    """In Thai and English."""
    fields = (*_ITEM_FIELDS, "title", "round_state", "oit", "total")
    named = (
        *(f"diff.kind-{kind}" for kind in ChangeKind),
        *(f"diff.remark-{remark}" for remark in Remark),
        *(f"diff.fact-{name}" for name in fields),
    )
    assert all(say(name, language) for name in named for language in Language)


def test_the_command_compares_files_folders_and_sites(tmp_path: Path) -> None:
    """By path or by address, in each format; what is no index is answered with a sentence."""
    for name, one in zip(("a", "b"), two_days(tmp_path), strict=True):
        folder = tmp_path / name / "api/v1"
        folder.mkdir(parents=True)
        (folder / "index.json").write_text(one.model_dump_json(), "utf-8")
    before = str(tmp_path / "a/api/v1/index.json")
    with serving(tmp_path) as address:
        asked = run("oit", "diff", f"{address}/a/", f"{address}/b/api/v1/index.json", cwd=tmp_path)
        nowhere = run("oit", "diff", before, f"{address}/c/", cwd=tmp_path)
    assert (asked.returncode, "เกินกำหนดหรือไม่ครบถ้วน (2)" in asked.stdout) == (0, True)
    told = run("oit", "diff", before, "b", "--format", "markdown", cwd=tmp_path, OIT_LANG="en")
    assert "## Became late or incomplete (2)" in told.stdout
    facts = run("oit", "diff", before, "b", "--format", "json", cwd=tmp_path)
    assert json.loads(facts.stdout)["changes"][0]["kind"] == "became-late"
    assert (nowhere.returncode, "index.json" in nowhere.stderr) == (2, True)
    (tmp_path / "c.json").write_text("{}", "utf-8")
    for wrong in ("c.json", "absent.json", "."):
        done = run("oit", "diff", before, wrong, cwd=tmp_path)
        assert (done.returncode, "[EN]" in done.stderr) == (2, True)
        assert "Traceback" not in done.stderr


def test_the_same_comparison_has_the_same_bytes(tmp_path: Path) -> None:
    """Whoever runs it."""
    first, second = (comparison_json(compare(*two_days(tmp_path / name))) for name in ("1", "2"))
    assert first == second
