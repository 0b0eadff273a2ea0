"""What is wrong with a line of a record is told by its cause, with the line to write, and alone."""

from pathlib import Path

import pytest

from helpers.edits import O1, PUBLISHED, UPDATED
from helpers.support import copy_site, judged, replace
from oit.catalog import Language
from oit.findings import Finding, Kind
from oit.wording.sentences import words_of
from oit.wording.vocabulary import vocabulary_of

TITLE = "title: แบบวัด EIT"


def faults(folder: Path, old: str, new: str) -> list[Finding]:
    site = copy_site("current", folder)
    replace(O1, old, new)(site)
    return [finding for finding in judged(site).findings if finding.kind is not Kind.NOTICE]


@pytest.mark.parametrize(
    ("old", "new", "rule", "line_to_write"),
    [
        (TITLE, "title: แบบวัด #3 EIT", "text-cut", 'title: "แบบวัด #3 EIT"'),
        (TITLE, "title: #3 EIT", "text-cut", 'title: "#3 EIT"'),
        (TITLE, "title：แบบวัด EIT", "text-lookalike", "title: แบบวัด EIT"),
        (TITLE, "title\u00a0: แบบวัด EIT", "text-invisible", "title: แบบวัด EIT"),
        (TITLE, "title\u200b: แบบวัด EIT", "text-invisible", "title: แบบวัด EIT"),
        (TITLE, "title: แบบวัด\u00a0EIT", "text-invisible", "แบบวัด EIT"),
        (TITLE, "title:แบบวัด EIT", "yaml-space", "title: แบบวัด EIT"),
        (TITLE, "title: แบบ: EIT", "yaml-colon", 'title: "แบบ: EIT"'),
        (f"    {TITLE}", f"\t{TITLE}", "yaml-tab", TITLE),
        (f"    {TITLE}", f"\u00a0\u00a0\u00a0\u00a0{TITLE}", "text-invisible", TITLE),
        (UPDATED, "updated：2025-04-18", "text-lookalike", UPDATED),
        (PUBLISHED, "published: 2025-04-10 10:00:00", "date-time", PUBLISHED),
        (PUBLISHED, "published: 2025-04-10T10:00", "date-time", PUBLISHED),
        (PUBLISHED, "published: 2568-04-10 00:00:00", "date-time", PUBLISHED),
        (PUBLISHED, "published: 2025-4-10", "date-zeros", PUBLISHED),
        (PUBLISHED, "published: 2568-4-10", "date-zeros", PUBLISHED),
        (PUBLISHED, "published: ๒๕๖๘-๔-๑๐", "date-thai-digits", "2025-04-10"),
        ("periods: [2025-03]", "periods: [2568-03]", "period-format", "“2025-03”"),
        ("periods: [2025-03]", "periods: [๒๐๒๕-๐๓]", "period-format", "“2025-03”"),
        ("periods: [2025-03]", "periods: [2025-3]", "period-format", "“2025-03”"),
        ("item: O1", "item: O๑", "item-malformed", "“O1”"),
        ("item: O1", "item: o01", "item-malformed", "“O1”"),
    ],
)
def test_the_cause_is_told_alone_with_what_to_write(
    old: str, new: str, rule: str, line_to_write: str, tmp_path: Path
) -> None:
    """No field that is unknown, missing or empty because of it; in Thai and in English."""
    found = faults(tmp_path, old, new)
    assert [finding.rule for finding in found if finding.rule != "missing"] == [rule]
    [finding] = [finding for finding in found if finding.rule == rule]
    vocabulary = vocabulary_of(judged(tmp_path / "current").site)
    for language in Language:
        assert line_to_write in words_of(finding, vocabulary, language).what


def test_a_conflict_is_told_once_and_hides_no_other_fault(tmp_path: Path) -> None:
    """What stands on the other side is not read."""
    both = f"<<<<<<< HEAD\n{UPDATED}\n=======\nupdated: 2025-04-19\n>>>>>>> finance"
    found = faults(tmp_path, UPDATED, both)
    assert [finding.rule for finding in found] == ["text-conflict"]


def test_a_conflict_below_the_form_is_told(tmp_path: Path) -> None:
    """It would be published as text."""
    found = faults(tmp_path, "ประกาศที่ 1", "ประกาศที่ 1\n<<<<<<< HEAD\nก\n=======\nข\n>>>>>>> x")
    assert [finding.rule for finding in found] == ["text-conflict"]


def test_a_broken_line_does_not_hide_the_next(tmp_path: Path) -> None:
    """The form is read on as it was meant."""
    found = faults(tmp_path, UPDATED, "updated：2025-04-18\nextra: x")
    assert {finding.rule for finding in found} == {"text-lookalike", "field-unknown"}
