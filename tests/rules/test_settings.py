"""`mkdocs.yml` as anybody may leave it: a finding with its line, and nothing else is hidden."""

from collections.abc import Callable
from pathlib import Path

import pytest

from helpers.broken import BROKEN
from helpers.edits import DIVISIONS, MANDATE, O1, ROUND, WAIVERS, waiver
from helpers.support import CLOSED_TODAY, Edit, copy_site, judged, replace, write
from oit.assessment.gate import Gate, judge
from oit.catalog import Language, say
from oit.findings import Finding, Kind
from oit.wording.gate_text import gate_report
from oit.wording.sentences import words_of
from oit.wording.vocabulary import vocabulary_of

HEAD = "site_name: x\n"
OURS = """extra:
  oit:
    mode: demonstration
    office: {id: test, name_th: ก, name_en: K}
    official_home: https://office.example.go.th/
    accepted_types: [pdf, csv]
"""


def with_settings(tmp_path: Path, text: str) -> Path:
    site = copy_site("current", tmp_path)
    (site / "mkdocs.yml").write_text(text, "utf-8")
    return site


def found_in(site: Path) -> list[Finding]:
    """What is found, after the text of the gate has been made of all of it."""
    assessment = judged(site)
    for language in Language:
        assert gate_report(assessment, judge(assessment, Gate.REPORT), language)
    return list(assessment.findings)


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        (f"{HEAD}extra:\n  oit: production\n", "policy-unreadable", 3),
        (f"{HEAD}extra: []\n", "policy-unreadable", 2),
        (f"{HEAD}extra: 3\n", "policy-unreadable", 2),
        (f"{HEAD}extra:\n", "policy-unreadable", 2),
        (f"{HEAD}extra:\n  oit: [mode]\n", "policy-unreadable", 3),
        (f"{HEAD}oit:\n  mode: production\n", "policy-unreadable", 2),
        (f"{HEAD}theme:\n  oit: {{}}\nextra: {{}}\n", "policy-unreadable", 3),
        (HEAD, "policy-unreadable", 1),
        ("- extra\n- oit\n", "yaml-no-fields", 1),
        ("text\n", "yaml-no-fields", 1),
        ("", "file-blank", 1),
        (f"{HEAD}extra: [\n", "yaml-broken", 2),
        (f"{HEAD}{OURS}a\x01b: c\n", "yaml-broken", 8),
        (f"{HEAD}extra:\n\toit: x\n", "yaml-tab", 3),
        (f"{HEAD}{OURS}{OURS}", "yaml-duplicate-key", 8),
        (f"{HEAD}{OURS}    mode: production\n", "yaml-duplicate-key", 8),
        (f"{HEAD}{OURS}x: {'[' * 3000}\n", "yaml-too-deep", 8),
        (f"{HEAD}a: &a {{mode: demonstration}}\nextra:\n  oit: *a\n", "yaml-alias", 4),
        (f"{HEAD}extra:\n  oit: !ENV X\n", "yaml-tag", 3),
    ],
)
def test_settings_that_cannot_be_read_are_one_finding_with_its_line(
    text: str, rule: str, line: int, tmp_path: Path
) -> None:
    """No file is called of a wrong type because of it, and every gate refuses."""
    site = with_settings(tmp_path, text)
    assert [(found.rule, found.file, found.line) for found in found_in(site)] == [
        (rule, "mkdocs.yml", line)
    ]
    assert judge(judged(site), Gate.REPORT).refused


def test_unreadable_settings_hide_nothing_of_the_records(tmp_path: Path) -> None:
    """What is wrong in records is told in the same run."""
    site = with_settings(tmp_path, "extra:\n  oit: production\n")
    BROKEN["date-buddhist"](site)
    assert [finding.rule for finding in found_in(site)] == ["policy-unreadable", "date-buddhist"]


@pytest.mark.parametrize(
    ("old", "new", "rule", "likely"),
    [
        ("mode: demonstration", "mode: Production", "choice-unknown", "production"),
        ("name_en: K", "nam_en: K", "field-unknown", "name_en"),
        ("accepted_types:", "acepted_types:", "field-unknown", "accepted_types"),
    ],
)
def test_a_wrong_word_tells_the_right_one(
    old: str, new: str, rule: str, likely: str, tmp_path: Path
) -> None:
    """At any depth, of values and of names."""
    site = with_settings(tmp_path, (HEAD + OURS).replace(old, new))
    found = next(finding for finding in found_in(site) if finding.rule == rule)
    assert found.params["likely"] == likely
    assert (site / "mkdocs.yml").read_text("utf-8").splitlines()[found.line - 1].strip() == next(
        line.strip() for line in (HEAD + OURS).replace(old, new).splitlines() if new in line
    )


def test_a_wrong_mode_tells_its_choices(tmp_path: Path) -> None:
    """Both of them, in the sentence that says what to type."""
    site = with_settings(tmp_path, (HEAD + OURS).replace("mode: demonstration", "mode: 3"))
    assessment = judged(site)
    words = words_of(assessment.findings[0], vocabulary_of(assessment.site), Language.TH)
    assert all(choice in words.remedy for choice in ("demonstration", "production"))


def test_what_mkdocs_allows_elsewhere_stays_allowed(tmp_path: Path) -> None:
    """Tags, anchors, aliases and merge keys outside of the office's settings."""
    marks = "a: &a {b: !ENV [X, y]}\nc: *a\nd: {<<: *a}\ne: !!python/name:os.system\n"
    assert found_in(with_settings(tmp_path, HEAD + OURS + marks)) == []


@pytest.mark.parametrize(
    ("name", "prepare", "rule"),
    [
        ("record.md", None, "file-type"),
        ("admin.md", lambda site: (site / O1).with_name("admin.md").write_text("x"), "file-type"),
        ("drafts", lambda site: (site / O1).with_name("drafts").mkdir(), "file-directory"),
        ("nul", None, "file-name"),
        ("con.csv", lambda site: (site / O1).with_name("con.csv").write_text("a"), "file-name"),
        (".", None, "file-outside"),
        ("../O03", None, "file-outside"),
        ("a" * 5000, None, "file-absent"),
        ('"a\\0.csv"', None, "file-name"),
    ],
)
def test_an_entry_may_name_anything_and_is_told_what_is_wrong(
    name: str, prepare: Callable[[Path], object] | None, rule: str, tmp_path: Path
) -> None:
    """The record itself, a part, a folder, a device, no place at all: a sentence, no traceback."""
    site = copy_site("current", tmp_path)
    replace(O1, "file: summary-2025-03.csv", f"file: {name}")(site)
    if prepare:
        prepare(site)
    assert (rule, O1, 32) in [(found.rule, found.file, found.line) for found in found_in(site)]


@pytest.mark.parametrize(
    ("file", "old", "new", "rule"),
    [
        (MANDATE, "item_count: 3", "item_count 3", "yaml-broken"),
        (MANDATE, "frequency: monthly", "frequency: month", "frequency-unknown"),
        (MANDATE, "lead: admin", "lead: admn", "policy-reference"),
        (MANDATE, "owners: [admin, works]", "owners: [admin, work]", "policy-reference"),
        (MANDATE, "    indicator:", "    asked_first: [tax]\n    indicator:", "policy-reference"),
        (ROUND, "closes: 2025-04-30", "closes: 30/4/2568", "date-format"),
        (ROUND, "days_after_period:", "days_after:", "field-unknown"),
        (DIVISIONS, "id: works", "id: work", "policy-reference"),
        (DIVISIONS, "name_th: ฝ่ายโยธา", "name_ht: ฝ่ายโยธา", "field-unknown"),
        (DIVISIONS, "name_th: ฝ่ายโยธา", 'name_th: "ฝ่ายโยธา', "yaml-broken"),
    ],
)
def test_a_typing_error_of_a_policy_file_is_told_alone_and_hides_no_record(
    file: str, old: str, new: str, rule: str, tmp_path: Path
) -> None:
    """No record is blamed for it, and what is wrong in records is told in the same run."""
    site = copy_site("current", tmp_path)
    replace(file, old, new)(site)
    told = found_in(site)
    assert {finding.rule for finding in told} == {rule}
    assert {finding.kind for finding in told} == {Kind.POLICY}
    assert judge(judged(site), Gate.REPORT).refused
    for edit in (BROKEN["date-buddhist"], BROKEN["url-malformed"]):
        edit(site)
    assert {finding.rule for finding in found_in(site)} == {rule, "date-buddhist", "url-malformed"}


@pytest.mark.parametrize(
    ("file", "old"), [(MANDATE, "item_count: 3\n"), (ROUND, "closes: 2025-04-30\n")]
)
def test_what_cannot_be_judged_for_a_policy_file_is_said_once(
    file: str, old: str, tmp_path: Path
) -> None:
    """In the finding that says what is wrong with the file; nothing is made up in its place."""
    site = copy_site("current", tmp_path)
    replace(file, old, "")(site)
    [finding] = found_in(site)
    assert finding.rule == "field-missing"
    assessment = judged(site)
    verdict = judge(assessment, Gate.REPORT)
    for language, words in ((Language.TH, "พ.ศ. 2568 เพราะ"), (Language.EN, "2025 (B.E. 2568)")):
        assert gate_report(assessment, verdict, language).count(words) == 1


def test_a_round_that_is_only_guessed_at_is_not_shown(tmp_path: Path) -> None:
    """Its records are judged for what is wrong in them; nothing of it counts or is late."""
    site = copy_site("current", tmp_path)
    replace(ROUND, "closes: 2025-04-30", "closes: 30/4/2568")(site)
    BROKEN["stale"](site)
    assessment = judged(site)
    assert assessment.rounds == ()
    assert [finding.rule for finding in assessment.findings] == ["date-format"]


def test_a_round_that_is_only_guessed_at_has_its_names(tmp_path: Path) -> None:
    """What is wrong in its records is told by title and label, and why nothing was counted."""
    site = copy_site("current", tmp_path)
    replace(ROUND, "closes: 2025-04-30", "closes: 30/4/2568")(site)
    BROKEN["date-buddhist"](site)
    assessment = judged(site)
    text = gate_report(assessment, judge(assessment, Gate.ENFORCE), Language.TH)
    assert "O1 สรุปผลการจัดซื้อจัดจ้าง · “สรุปผลการจัดซื้อจัดจ้าง เดือนมีนาคม 2568”" in text
    assert "นับว่ามีสรุปผลการจัดซื้อจัดจ้าง (สขร.1) ประจำเดือนมีนาคม 2568" in text
    assert "ยังไม่ได้ตรวจความครบถ้วนของข้อใด เพราะระบบอ่านเกณฑ์หรือการตั้งค่าของรอบไม่ได้" in text


def test_owners_of_measures_are_not_called_unknown_without_divisions(tmp_path: Path) -> None:
    """Ten divisions are not blamed for one file that cannot be read."""
    site = copy_site("sample", tmp_path)
    (site / DIVISIONS).write_bytes(b"\xff\xfe")
    rules = [found.rule for found in found_in(site) if found.kind is not Kind.NOTICE]
    assert rules == ["not-utf8"]


IFRAME = '# ก\n\n<iframe src="https://www.google.com/maps/embed?pb=1"></iframe>\n'
EXCEPTIONS = "oit_items/exceptions.yml"


@pytest.mark.parametrize(
    ("edit", "file", "text", "unchecked"),
    [
        (BROKEN["stale"], WAIVERS, "waivers: none\n", "lateness"),
        (BROKEN["stale"], WAIVERS, waiver(until="someday"), "lateness"),
        (BROKEN["stale"], WAIVERS, "waivers:\n  - [\n", "lateness"),
        (BROKEN["personal-id"], EXCEPTIONS, "exceptions: none\n", "reviewed"),
        (BROKEN["personal-id"], EXCEPTIONS, b"\xff\xfe", "reviewed"),
        (write("docs/data.md", IFRAME), "mkdocs.yml", "extra: 3\n", "settings"),
        (
            write("docs/data.md", IFRAME),
            "mkdocs.yml",
            f"{HEAD}{OURS}    allowed_hosts: ['https://www.google.com/maps']\n",
            "hosts",
        ),
        (
            write("docs/data.md", "# ก\n"),
            "mkdocs.yml",
            (HEAD + OURS).replace("csv]", "cvs]"),
            "types",
        ),
    ],
)
def test_a_faulty_setting_makes_no_false_findings_elsewhere(
    edit: Edit, file: str, text: str | bytes, unchecked: str, tmp_path: Path
) -> None:
    """What depends on it is not checked, which it says once; every gate still refuses."""
    site = copy_site("current", tmp_path)
    edit(site)
    write(file, text)(site)
    assessment = judged(site, CLOSED_TODAY)
    told = [found for found in assessment.findings if found.kind is not Kind.NOTICE]
    assert {(found.file, found.kind) for found in told} == {(file, Kind.POLICY)}
    assert [found.params.get("unchecked") for found in told] == [unchecked]
    verdict = judge(assessment, Gate.REPORT)
    assert verdict.refused
    for language in Language:
        words = say(f"causes.unchecked-{unchecked}", language)
        assert gate_report(assessment, verdict, language).count(words) == 1


@pytest.mark.parametrize(
    ("old", "new", "rule", "likely"),
    [
        ("name_th: ก,", "name_th: ก: ข,", "yaml-broken", None),
        ("    mode: d", "    mode:d", "yaml-space", "mode: demonstration"),
        ("    mode: d", "\tmode: d", "yaml-tab", "mode: demonstration"),
        ("site_name: x", "site_name: x: y", "yaml-colon", 'site_name: "x: y"'),
        ("[pdf, csv]", "[pdf, csv", "yaml-broken", "accepted_types: [pdf, csv]"),
        ("csv]", "cvs]", "choice-unknown", "csv"),
        ("csv]", "CSV]", "choice-unknown", "csv"),
    ],
)
def test_a_broken_line_of_the_settings_tells_the_line_to_write(
    old: str, new: str, rule: str, likely: str | None, tmp_path: Path
) -> None:
    """As in records, and alone: nothing else is called wrong because of it."""
    text = (HEAD + OURS).replace(old, new)
    found = found_in(with_settings(tmp_path, text))
    assert [(finding.rule, finding.params.get("likely")) for finding in found] == [(rule, likely)]
    assert new.split(": ")[0].strip() in text.splitlines()[found[0].line - 1]
