"""What is wrong with a line of a record is told by its cause, with the line to write, and alone."""

from pathlib import Path

import pytest

from helpers.edits import O1, PUBLISHED, UPDATED
from helpers.support import Edit, copy_site, judged, replace
from oit.assessment.statuses import Status
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


@pytest.mark.parametrize(
    ("old", "new", "rule", "line_to_write"),
    [
        (TITLE, 'title: "แบบวัด EIT', "yaml-broken", 'title: "แบบวัด EIT"'),
        (TITLE, "title: 'แบบวัด EIT", "yaml-broken", 'title: "แบบวัด EIT"'),
        (TITLE, 'title: "แบบวัด" EIT', "yaml-broken", "title: '\"แบบวัด\" EIT'"),
        (TITLE, "title: @แบบวัด", "yaml-broken", 'title: "@แบบวัด"'),
        (TITLE, "title: *แบบวัด*", "yaml-broken", 'title: "*แบบวัด*"'),
        (TITLE, "title แบบวัด EIT", "yaml-broken", TITLE),
        (TITLE, "title; แบบวัด EIT", "yaml-broken", TITLE),
        (TITLE, "title: แบบวัด\nEIT", "yaml-broken", 'title: "แบบวัด EIT"'),
        (f"    {TITLE}", f"   {TITLE}", "yaml-broken", TITLE),
        (f"    {TITLE}", f"     {TITLE}", "yaml-broken", TITLE),
        ("periods: [2025-03]", "periods: [2025-03", "yaml-broken", "periods: [2025-03]"),
        ("owner: finance", "owner: {finance", "yaml-broken", "owner: finance"),
        (UPDATED, "updated:2025-04-18", "yaml-space", UPDATED),
        (UPDATED, "updated = 2025-04-18", "yaml-broken", UPDATED),
        ("item: O1", "item: &a O1", "yaml-alias", 'item: "&a O1"'),
        ("  - kind: url", "    kind: url", "yaml-duplicate-key", "- kind: url"),
        ("item: O1", "item: O1\nitem: O1", "yaml-duplicate-key", None),
    ],
)
def test_a_line_that_yaml_cannot_read_hides_no_other(
    old: str, new: str, rule: str, line_to_write: str | None, tmp_path: Path
) -> None:
    """It is told with the line to write; the slips before and after it are told in the same run."""
    site = copy_site("current", tmp_path)
    replace(O1, old, new)(site)
    replace(O1, "published: 2024-11-08", "published: 2567-11-08")(site)
    replace(O1, "date: 2025-04-28", "date: 28/4/2568")(site)
    found = judged(site)
    told = list(found.findings)
    assert sorted(each.rule for each in told) == sorted([rule, "date-buddhist", "date-format"])
    [line] = [each for each in told if each.rule == rule]
    assert line.params.get("likely") == line_to_write
    if line_to_write:
        vocabulary = vocabulary_of(found.site)
        assert all(
            line_to_write in words_of(line, vocabulary, language).what for language in Language
        )


@pytest.mark.parametrize(
    "edit",
    [
        replace(O1, UPDATED, "updated 2025-04-18"),
        replace(O1, "EIT\n    published: 2025-03-03", "EIT\n    published 2025-03-03"),
        lambda site: (site / O1).write_bytes((site / O1).read_text("utf-8").encode("cp874")),
    ],
    ids=["line", "entry", "encoding"],
)
def test_what_is_read_on_in_thought_counts_for_nothing(edit: Edit, tmp_path: Path) -> None:
    """The record is as unreadable as it was: nothing of it fills a cell or confirms anything."""
    site = copy_site("current", tmp_path)
    text = (site / O1).read_text("utf-8").replace("–", "-")
    (site / O1).write_text(text, "utf-8")
    edit(site)
    found = judged(site)
    item = found.rounds[0].items[0]
    assert (len(found.findings), item.status, item.units) == (1, Status.INVALID, ())
    assert not any(cell.is_filled for cell in item.cells)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_form_without_its_end_is_read_up_to_its_last_field(gap: str, tmp_path: Path) -> None:
    """That comes first, at its line; what is wrong above is told with it, and nothing else."""
    site = copy_site("current", tmp_path)
    replace(O1, "2024-11-08\n---\nที่นี่", f"2567-11-08{gap}ที่นี่")(site)
    told = [(found.rule, found.line) for found in judged(site).findings]
    assert told == [("front-matter-open", 46), ("date-buddhist", 46)]


@pytest.mark.parametrize("column", [0, 4])
def test_a_stray_line_of_text_is_one_finding(column: int, tmp_path: Path) -> None:
    """No field below it is told to stand elsewhere, and no value above it to be wrong."""
    told = faults(tmp_path, f"    {TITLE}", f"{' ' * column}ข้อความ\n    {TITLE}")
    assert [(found.rule, found.line) for found in told] == [("yaml-broken", 39)]


def test_a_text_that_is_no_form_is_not_guessed_at(tmp_path: Path) -> None:
    """One finding, where one line after the other would have to be passed over."""
    site = copy_site("current", tmp_path)
    (site / O1).write_text("---\nitem: O1\n" + "- ก\nข: [\n" * 30 + "---\nค\n", "utf-8")
    assert {found.rule for found in judged(site).findings} <= {"yaml-broken"}


def test_a_long_broken_text_is_not_tried_again_and_again(tmp_path: Path) -> None:
    """Whoever sends it cannot keep the gate busy: only short texts are read on."""
    site = copy_site("current", tmp_path)
    text = (site / O1).read_text("utf-8").replace(UPDATED, "updated 2025-04-18")
    (site / O1).write_text(text.replace("evidence:", "# ก" * 20_000 + "\nevidence:"), "utf-8")
    assert [found.rule for found in judged(site).findings] == ["yaml-broken"]
