"""What two versions of a site show together: each rule of a change, triggered and answered."""

from pathlib import Path

import pytest

from helpers.broken import BROKEN
from helpers.changes import (
    CHANGED,
    ON_THE_DAY,
    OTHER_TABLE,
    SUMMARY_FILE,
    Sent,
    change_between,
    confirm,
    nothing,
    replaces,
    with_february,
    without_february,
)
from helpers.edits import LEDGER, MANDATE, O1, O3, PUBLISHED, UPDATED, WAIVERS, both, ledger, waiver
from helpers.style_of_findings import faults_of_finding
from helpers.support import copy_site, delete, replace, write
from oit.assessment.gate import Verdict, judge_change
from oit.catalog import Language, say
from oit.findings import Kind
from oit.wording.gate_text import gate_report
from oit.wording.vocabulary import Vocabulary


def rules(verdict: Verdict) -> list[str]:
    return [finding.rule for finding in verdict.failing]


@pytest.mark.parametrize("rule", sorted(CHANGED))
def test_a_rule_of_a_change_fires_in_its_kind(
    rule: str, sent: Sent, vocabulary: Vocabulary
) -> None:
    """A fault refuses the change; a notice is for whoever approves; both in the same voice."""
    step = CHANGED[rule]
    verdict = sent(step.before, step.change)
    answered = verdict.notices if step.kind is Kind.NOTICE else verdict.failing
    found = [finding for finding in answered if finding.rule == rule]
    assert found
    assert faults_of_finding(found[0], vocabulary) == {}
    assert verdict.refused is (step.kind is not Kind.NOTICE)


def test_nothing_changed_is_nothing_to_say(sent: Sent) -> None:
    """A change that touches nothing passes, with an empty list."""
    verdict = sent(nothing, nothing)
    assert (verdict.failing, verdict.listed, verdict.notices) == ((), (), ())


def test_adding_february_while_march_is_missing_passes(sent: Sent) -> None:
    """One late month does not keep another from being published; it is listed."""
    march = (
        "  - kind: file\n    for: monthly-summary\n    periods: [2025-03]\n"
        "    file: summary-2025-03.csv\n    title: สรุปผลการจัดซื้อจัดจ้าง เดือนมีนาคม 2568\n"
        "    published: 2025-04-10\n    sample: true\n"
    )
    both_missing = both(
        without_february,
        replace(O1, march, ""),
        replace(O1, "[ไฟล์ล่าสุด](summary-2025-03.csv)", "ไฟล์ล่าสุด"),
        delete("oit_items/2568/O01/summary-2025-03.csv"),
    )
    verdict = sent(both_missing, with_february("2025-04-30"))
    assert not verdict.refused
    assert [(finding.rule, finding.cell) for finding in verdict.listed] == [
        ("missing-or-none", "2025-03")
    ]


def test_breaking_another_item_fails(sent: Sent) -> None:
    """While O1 is late, a change to it that empties O3 is refused for O3 alone."""
    verdict = sent(BROKEN["stale"], BROKEN["missing"])
    assert rules(verdict) == ["missing"]
    assert [finding.rule for finding in verdict.listed] == ["stale"]


def test_moved_lines_and_other_words_are_no_new_finding(sent: Sent) -> None:
    """A finding is known by what it is about, not by its line or its count of days."""
    moved = both(
        replace(O1, "item: O1\nowner: finance", "owner: finance\nitem: O1"),
        replace(O1, "ที่นี่มีประกาศ", "\n\nในหน้านี้มีประกาศ"),
        replace(O1, "    title: แบบวัด EIT", "    title: แบบวัดความเห็น EIT"),
    )
    verdict = sent(BROKEN["stale"], moved)
    assert not verdict.refused
    assert [finding.rule for finding in verdict.listed] == ["stale"]


def test_weakening_the_mandate_in_the_same_change_does_not_help(sent: Sent) -> None:
    """It is judged by the mandate from before, and the change of it is pointed out."""
    weaker = both(BROKEN["missing"], replace(MANDATE, "periods: quarterly", "periods: [FY2568-Q1]"))
    verdict = sent(nothing, weaker)
    assert rules(verdict) == ["missing"]
    assert [finding.rule for finding in verdict.notices] == ["policy-changed", "recorded-late"]


def test_a_waiver_in_the_same_change_does_not_help_either(sent: Sent) -> None:
    """Nobody excuses themselves."""
    verdict = sent(nothing, both(BROKEN["stale"], write(WAIVERS, waiver())))
    assert "stale" in rules(verdict)


def test_policy_that_nobody_could_be_judged_by_is_refused(sent: Sent) -> None:
    """Although the change itself is judged by the one from before."""
    verdict = sent(nothing, BROKEN["mandate-count"])
    assert rules(verdict) == ["mandate-count"]


def test_an_old_fault_in_a_touched_bundle_must_be_mended(sent: Sent) -> None:
    """Nobody builds on what cannot be read; elsewhere it is listed."""
    wrong_date = BROKEN["date-buddhist"]
    assert rules(sent(wrong_date, replace(O1, "ประกาศที่ 1", "ประกาศที่หนึ่ง"))) == ["date-buddhist"]


def test_an_old_fault_elsewhere_is_listed(sent: Sent) -> None:
    """Another division does not wait for it."""
    verdict = sent(BROKEN["date-buddhist"], confirm(O3, "evidence:", "2025-04-28"))
    assert not verdict.refused
    assert [finding.rule for finding in verdict.listed] == ["date-buddhist"]


def test_an_unsafe_thing_is_refused_wherever_it_is(sent: Sent) -> None:
    """No gate lets it through."""
    verdict = sent(BROKEN["raw-html"], confirm(O3, "evidence:", "2025-04-28"))
    assert rules(verdict) == ["raw-html"]


def test_a_second_fault_of_the_same_kind_is_new(sent: Sent) -> None:
    """Findings are counted, not only named."""
    first = write("oit_items/2568/O03/draft.csv", "x")
    verdict = sent(first, write("oit_items/2568/O03/other.csv", "x"))
    assert rules(verdict) == ["file-unlisted", "file-unlisted"]


def test_a_deleted_record_and_a_deleted_round_are_refused(sent: Sent) -> None:
    """What the base's mandate asks for must still be there."""
    assert "record-absent" in rules(sent(nothing, delete(O1)))


def test_a_deleted_round_is_refused(sent: Sent) -> None:
    """The policy from before still knows it."""
    assert sent(nothing, delete("oit_items/2568")).refused


def test_a_date_moves_with_text_or_evidence(sent: Sent) -> None:
    """An update is one when something changed."""
    moved = replace(O1, UPDATED, "updated: 2025-04-29")
    assert not sent(nothing, both(moved, replace(O1, "ประกาศที่ 1", "ประกาศที่ 2"))).refused


def test_a_date_moves_with_the_bytes_of_a_file(sent: Sent) -> None:
    """A corrected file under its old name is an update."""
    moved = replace(O1, UPDATED, "updated: 2025-04-29")
    old = "\ufeffงาน,วงเงิน\r\n"
    other = write(SUMMARY_FILE, OTHER_TABLE)
    told = replace(O1, PUBLISHED, f"{PUBLISHED}\n{replaces(old)}")
    assert not sent(write(SUMMARY_FILE, old), both(moved, other, told)).refused


def test_an_altered_review_is_a_removed_one(sent: Sent) -> None:
    """Its day, its post and its reason stay."""
    altered = replace(O1, "date: 2024-12-06", "date: 2024-12-07")
    assert rules(sent(nothing, altered)) == ["review-removed"]


def test_a_ledger_may_say_that_a_file_was_replaced(sent: Sent) -> None:
    """Once, and then never otherwise."""
    known = ledger("O1", "old.csv")
    settled = known.replace('"first_published"', f'"replaced_by": "{"0" * 64}", "first_published"')
    assert "ledger-shrunk" not in rules(sent(write(LEDGER, known), write(LEDGER, settled)))


def test_a_ledger_never_takes_back_what_it_said(sent: Sent) -> None:
    """A replaced file is not called the present one again."""
    known = ledger("O1", "old.csv")
    settled = known.replace('"first_published"', f'"replaced_by": "{"0" * 64}", "first_published"')
    assert "ledger-shrunk" in rules(sent(write(LEDGER, settled), write(LEDGER, known)))


@pytest.mark.parametrize("language", list(Language))
def test_the_answer_tells_what_fails_what_is_listed_and_what_to_know(
    language: Language, tmp_path: Path
) -> None:
    """In this order, each in words."""
    base, head = copy_site("current", tmp_path / "base"), copy_site("current", tmp_path / "head")
    for site in (base, head):
        BROKEN["stale"](site)
    BROKEN["missing"](head)
    replace(MANDATE, "may_be_none: true", "may_be_none: false")(head)
    change = change_between(base, head, ON_THE_DAY)
    text = gate_report(change.proposed, judge_change(change), language)
    listed = say("gate.listed", language)
    places = [text.index(word) for word in ("· missing", listed, "policy-changed")]
    assert places == sorted(places)
