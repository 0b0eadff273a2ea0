"""One cause, all layers: a fault hides no other, and nothing false follows from it."""

from pathlib import Path

import pytest

from helpers.broken import BROKEN
from helpers.edits import DIVISIONS, MANDATE, O1, PUBLISHED, SUMMARY, UPDATED, both
from helpers.support import Edit, as_of, copy_site, judged, replace, write
from oit.assessment.gate import Gate, judge
from oit.assessment.result import Assessment
from oit.assessment.statuses import Status
from oit.catalog import Language
from oit.findings import Kind
from oit.wording.gate_text import findings_text, gate_report
from oit.wording.vocabulary import vocabulary_of

PERIOD = "periods: [2025-03]"
TITLE = "title: แบบวัด EIT"
FOR = "for: monthly-summary\n    periods: [2025-03]"


def broken(folder: Path, *edits: Edit) -> Assessment:
    site = copy_site("current", folder)
    both(*edits)(site)
    return judged(site)


def rules(found: Assessment) -> list[str]:
    return [finding.rule for finding in found.findings]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (PUBLISHED, "publised: 2025-04-10", ["field-unknown"]),
        (PUBLISHED, "publised: 2568-04-10", ["date-buddhist", "field-unknown"]),
        (PUBLISHED, "published: เมื่อวาน", ["date-format"]),
        (PUBLISHED, "published:", ["date-empty"]),
        (PERIOD, "periods: [2568-03]", ["period-format"]),
        (PERIOD, "periods: [มีนา]", ["period-format"]),
        (PERIOD, "periods: [2025-09]", ["period-unknown"]),
        (PERIOD, "periods: มีนาคม", ["wrong-type"]),
        (FOR, "for: monthly\n    periods: [2025-03]", ["requirement-unknown"]),
        (FOR, "for: ๑\n    periods: [2025-03]", ["requirement-unknown"]),
        (SUMMARY, "file: summary-2025-3.csv", ["file-absent"]),
        (SUMMARY, "fil: summary-2025-03.csv", ["field-unknown"]),
        ("kind: url", "kind: link", ["kind-unknown"]),
        ("  - kind: url\n", "  - title: ก\n", ["kind-unknown", "yaml-duplicate-key"]),
        (TITLE, "title: [แบบวัด]", ["wrong-type"]),
        (TITLE, "titel: แบบวัด EIT\n    colour: red", ["field-unknown", "field-unknown"]),
        (f"    {TITLE}\n", "", ["field-missing"]),
        (UPDATED, "updated: เมื่อวาน", ["date-format"]),
        (UPDATED, "updated: 18/4/2568", ["date-format"]),
        ("evidence:\n", "evidense:\n", ["field-unknown"]),
        ("evidence:\n", "evidence: ก\nevidences:\n", ["field-unknown", "wrong-type"]),
        ("owner: finance", "ownr: finance", ["field-unknown"]),
        ("item: O1", "item: ข้อ 1", ["item-malformed"]),
    ],
)
def test_a_fault_is_told_alone(old: str, new: str, told: list[str], tmp_path: Path) -> None:
    """No cell that is missing, no file that is unlisted, no field that is absent besides it."""
    found = broken(tmp_path, replace(O1, old, new))
    assert sorted(rules(found)) == told
    assert found.rounds[0].items[0].status is Status.INVALID


@pytest.mark.parametrize(
    "edit",
    [
        replace(O1, PUBLISHED, "published: เมื่อวาน"),
        replace(O1, PERIOD, "periods: [2025-09]"),
        replace(O1, SUMMARY, "file: other.csv"),
        replace(O1, FOR, "for: monthly\n    periods: [2025-03]"),
        BROKEN["file-unopenable"],
        BROKEN["file-empty"],
    ],
    ids=["date", "period", "name", "requirement", "unopenable", "empty"],
)
def test_the_empty_cell_is_told_by_its_cause(edit: Edit, tmp_path: Path) -> None:
    """It is an effect of the fault of its entry, with its requirement and period."""
    found = broken(tmp_path, edit)
    [effect] = [effect for finding in found.findings for effect in finding.effects]
    assert (effect.kind, effect.requirement) == (Kind.MISSING, "monthly-summary")
    assert effect.cell == "2025-03"
    assert Kind.MISSING not in {finding.kind for finding in found.findings}


def test_a_confirmation_that_cannot_be_read_is_the_cause_of_lateness(tmp_path: Path) -> None:
    """Nobody is called late for a date that is not known; what follows from it is told."""
    found = broken(tmp_path, BROKEN["stale"], replace(O1, "updated: 2025-01-05", "updated: เมื่อวาน"))
    [finding] = found.findings
    assert finding.rule == "date-format"
    assert [effect.kind for effect in finding.effects] == [Kind.STALE]


def test_what_is_late_whatever_was_meant_is_told_by_itself(tmp_path: Path) -> None:
    """A likely date that is too old, and a cell that no entry claims."""
    found = broken(
        tmp_path,
        BROKEN["stale"],
        replace(O1, "updated: 2025-01-05", "updated: 2568-01-05"),
        replace(O1, "periods: [2025-02]", PERIOD),
    )
    assert sorted(rules(found)) == ["date-buddhist", "missing-or-none", "stale"]


def test_a_file_behind_a_fault_is_looked_into(tmp_path: Path) -> None:
    """What must not be published is told in the same run as the typing error of its entry."""
    number = "1101700230708"
    found = broken(
        tmp_path,
        replace(O1, PUBLISHED, "publised: 10 เมษา"),
        write("oit_items/2568/O01/summary-2025-03.csv", f"ก,ข\nเลข,{number}\n"),
    )
    assert {"field-unknown", "date-format", "personal-id"} == set(rules(found))
    assert found.rounds[0].items[0].bundle is not None
    assert "summary-2025-03.csv" not in found.rounds[0].items[0].bundle.facts


def test_what_is_put_right_in_thought_fills_nothing(tmp_path: Path) -> None:
    """The entry is neither among what counts nor in a cell, as if it were not there."""
    found = broken(tmp_path, replace(O1, PUBLISHED, "publised: 2025-04-10"))
    item = found.rounds[0].items[0]
    assert all(not cell.is_filled for cell in item.cells if str(cell.period) == "2025-03")
    assert item.score == 0


def test_scores_of_a_misdated_entry_are_not_called_absent(tmp_path: Path) -> None:
    """The policy names a file whose entry has a fault of its own."""
    last = "title: คะแนนปี 2567\n    published: 2024-11-08"
    found = broken(tmp_path, replace(O1, last, last.replace("2024", "2567")))
    assert rules(found) == ["date-buddhist"]


def test_a_wrong_value_is_shown_as_it_is_written(tmp_path: Path) -> None:
    """Never as Python has it."""
    found = broken(
        tmp_path,
        replace(O1, TITLE, "title: [แบบวัด, EIT]"),
        replace(O1, "reason: ไม่มีการจัดซื้อจัดจ้างในเดือนนี้", "reason: {ก: ข}"),
    )
    assert {finding.params["found"] for finding in found.findings} == {"[แบบวัด, EIT]", None}


def test_a_typing_error_in_the_divisions_is_told_once_a_file(tmp_path: Path) -> None:
    """The mandate names the division in several places, and every record of it is in order."""
    found = broken(tmp_path, replace(DIVISIONS, "id: finance", "id: financ"))
    assert rules(found) == ["policy-reference"]
    assert [len(finding.repeated) for finding in found.findings] == [1]
    for language, words in ((Language.TH, "อีก 1 แห่ง"), (Language.EN, "in one more place")):
        assert words in gate_report(found, judge(found, Gate.ENFORCE), language)


def test_the_gate_says_what_follows_in_one_line_of_the_cause(tmp_path: Path) -> None:
    """Requirement and period, in the language that is asked for."""
    found = broken(tmp_path, replace(O1, PUBLISHED, "published: เมื่อวาน"))
    text = gate_report(found, judge(found, Gate.ENFORCE), Language.TH)
    assert "ระบบยังไม่นับว่ามีสรุปผลการจัดซื้อจัดจ้าง (สขร.1) ประจำเดือนมีนาคม 2568" in text
    assert "for March 2025 does not count as published." in gate_report(
        found, judge(found, Gate.ENFORCE), Language.EN
    )


def test_a_cell_whose_evidence_counts_later_says_so(tmp_path: Path) -> None:
    """It is not only called empty: the day of the entry, its line and its field are told."""
    site = copy_site("current", tmp_path)
    replace(O1, PUBLISHED, "published: 2026-04-10")(site)
    assessment = judged(site, as_of("2025-04-30"))
    [finding] = [found for found in assessment.findings if found.kind is Kind.MISSING]
    vocabulary = vocabulary_of(assessment.site)
    thai, english = (findings_text([finding], vocabulary, language) for language in Language)
    line = (site / O1).read_text("utf-8").splitlines().index("    published: 2026-04-10") + 1
    assert f"บรรทัดที่ {line} แต่นับตั้งแต่วันที่ 10 เมษายน 2569" in thai
    assert "counts from 10 April 2026" in english


def test_entries_of_a_misspelt_requirement_of_the_mandate_are_one_finding(tmp_path: Path) -> None:
    """With the number of the others, and all that is empty because of them."""
    found = broken(tmp_path, replace(MANDATE, "id: monthly-summary", "id: monthly-sumary"))
    assert rules(found) == ["requirement-unknown"]
    assert len(found.findings[0].repeated) == 1
    assert "อีก 1 รายการ" in gate_report(found, judge(found, Gate.REPORT), Language.TH)


def test_a_link_to_the_old_name_of_a_file_is_told_beside_its_entry(tmp_path: Path) -> None:
    """Correcting the entry alone would leave the text with a link to nothing."""
    new = f"{SUMMARY.removeprefix('file: ').removesuffix('-03.csv')}-3.csv"
    folder = "oit_items/2568/O01"
    old = f"{folder}/{SUMMARY.removeprefix('file: ')}"
    found = broken(tmp_path, lambda site: (site / old).rename(site / folder / new)).findings
    told = {finding.rule: finding.params["likely"] for finding in found}
    assert told == {"file-absent": new, "link-absent": new}
