"""Every rule is triggered by what people do, has its words, and never ends in a traceback."""

import re
from pathlib import Path

import pytest

from helpers.broken import ALSO, BROKEN, DAYS, EXPECTED_NOTICES
from helpers.changes import CHANGED
from helpers.committed import COMMITTED
from helpers.last_looks import AT_LAST, AT_LAST_CHANGES, findings_of
from helpers.style_of_findings import faults_of_finding
from helpers.support import CLOSED_TODAY, SAMPLE, copy_site, judged, replace
from oit.assessment.gate import Gate, judge
from oit.catalog import Language
from oit.findings import Finding, Kind
from oit.wording.gate_text import gate_report
from oit.wording.messages import examples, rule_text, rules
from oit.wording.sentences import words_of
from oit.wording.vocabulary import Vocabulary, vocabulary_of


def found_in(site: Path, rule: str) -> list[Finding]:
    found = judged(site, DAYS.get(rule, CLOSED_TODAY)).findings
    return [finding for finding in found if finding.rule == rule]


def test_the_unbroken_site_has_no_finding(tmp_path: Path) -> None:
    """Otherwise the tests below would show nothing."""
    assert judged(copy_site("current", tmp_path)).findings == ()


def test_every_rule_has_a_trigger_and_every_trigger_a_rule() -> None:
    """A rule without words, or words without a rule, cannot be added."""
    assert set(BROKEN) | set(CHANGED) | set(COMMITTED) | AT_LAST == set(rules())


@pytest.mark.parametrize("rule", sorted(AT_LAST))
def test_a_rule_of_the_last_look_fires(rule: str) -> None:
    """What only a built site can show, and in the same voice."""
    found = [finding for finding in findings_of(AT_LAST_CHANGES[rule]) if finding.rule == rule]
    assert found
    assert faults_of_finding(found[0], Vocabulary({}, {})) == {}


@pytest.mark.parametrize("rule", sorted(BROKEN))
def test_a_rule_fires_and_fails_the_gate_with_words_in_both_languages(
    rule: str, tmp_path: Path
) -> None:
    """What is broken is named by its own rule, in sentences of one voice, and refuses the build."""
    site = copy_site("current", tmp_path)
    BROKEN[rule](site)
    findings = found_in(site, rule)
    assert findings, f"{rule} did not fire"
    assessment = judged(site, DAYS.get(rule, CLOSED_TODAY))
    verdict = judge(assessment, Gate.ENFORCE)
    assert verdict.refused is (rule not in EXPECTED_NOTICES)
    vocabulary = vocabulary_of(assessment.site)
    for language in Language:
        words = words_of(findings[0], vocabulary, language)
        assert all((words.what, words.expected, words.remedy))
        assert not re.search(
            r"[{}]", f"{words.what}{words.remedy}".replace("{#", "").replace("}", "")
        )
    assert faults_of_finding(findings[0], vocabulary) == {}
    text = gate_report(assessment, judge(assessment, Gate.ENFORCE), Language.TH)
    assert f": {findings[0].file}:{findings[0].line} · {rule}" in text


@pytest.mark.parametrize("done", sorted(ALSO))
def test_other_ways_to_break_a_site_are_findings_too(done: str, tmp_path: Path) -> None:
    """None of them is a traceback."""
    rule, edit = ALSO[done]
    site = copy_site("current", tmp_path)
    edit(site)
    assert found_in(site, rule), done


def test_all_faults_come_in_one_run_in_reading_order(tmp_path: Path) -> None:
    """Nobody mends one fault only to be told the next."""
    site = copy_site("current", tmp_path)
    together = ["date-buddhist", "frequency-unknown", "part-absent", "missing", "url-malformed"]
    for rule in together:
        BROKEN[rule](site)
    findings = judged(site).findings
    assert set(together) <= {finding.rule for finding in findings}
    assert list(findings) == sorted(findings, key=lambda finding: finding.sort_key)


@pytest.mark.parametrize(
    ("setting", "wrong", "field"),
    [
        ("    mode: demonstration", "    mode: demo", "mode"),
        ("      id: test", "      id: T E S T", "office"),
        ("      name_en: Test District Office", "      telephone: none", "office"),
        ("[pdf, csv]", "[pdf, .CSV]", "accepted_types"),
        ("[pdf, csv]", "csv", "accepted_types"),
        ("topics: [procurement]", "topics: []", "tasks"),
        (
            "    tasks:",
            "    licence: {id: a b, title: x, url: https://x.org/}\n    tasks:",
            "licence",
        ),
        ("    tasks:", "    colour: red\n    tasks:", "colour"),
    ],
)
def test_a_wrong_setting_is_told_alone_and_hides_nothing(
    setting: str, wrong: str, field: str, tmp_path: Path
) -> None:
    """No file is called wrong because of it, and what is wrong in records is still told."""
    site = copy_site("current", tmp_path)
    replace("mkdocs.yml", setting, wrong)(site)
    found = judged(site).findings
    assert {finding.file for finding in found} == {"mkdocs.yml"}
    assert {finding.field[0] for finding in found} == {field}
    assert judge(judged(site), Gate.REPORT).refused
    BROKEN["date-buddhist"](site)
    assert found_in(site, "date-buddhist")


def test_a_wrong_contact_does_not_hide_samples_in_production(tmp_path: Path) -> None:
    """The mode is read where the rest of the settings is not."""
    site = copy_site("current", tmp_path)
    BROKEN["sample-in-production"](site)
    replace("mkdocs.yml", "      id: test", "      id: test\n      email: none")(site)
    assert found_in(site, "sample-in-production")


@pytest.mark.parametrize("settings", ["oit: text", "oit:\n  - mode", "oit:", "oit: 1"])
def test_settings_of_another_shape_are_unreadable(settings: str, tmp_path: Path) -> None:
    """A finding, never a traceback."""
    site = copy_site("current", tmp_path)
    file = site / "mkdocs.yml"
    before = file.read_text("utf-8").partition("  oit:")[0]
    file.write_text(f"{before}  {settings}\n", "utf-8")
    assert found_in(site, "policy-unreadable")


def test_a_faulty_entry_is_not_also_called_missing(tmp_path: Path) -> None:
    """One fault is told once, by its cause."""
    site = copy_site("current", tmp_path)
    BROKEN["file-absent"](site)
    assert [finding.rule for finding in judged(site).findings] == ["file-absent"]


def test_two_empty_requirements_are_two_findings(tmp_path: Path) -> None:
    """Findings of one kind in one file are not taken for each other."""
    site = copy_site("current", tmp_path)
    record = site / "oit_items/2568/O01/record.md"
    head = record.read_text("utf-8").split("evidence:\n")[0]
    record.write_text(f"{head}evidence: []\n---\nข้อความ\n", "utf-8")
    missing = [
        finding.requirement for finding in judged(site).findings if finding.kind is Kind.MISSING
    ]
    assert missing == ["announcements", "eit-link", "monthly-summary", "monthly-summary"]


@pytest.mark.parametrize("rule", sorted(rules()))
def test_a_message_says_everything_that_is_asked_of_one(rule: str) -> None:
    """Both languages, a help text, an example; and none of the words staff never meet."""
    parts = ("", "expected", "remedy", "help")
    for part in parts:
        text = rule_text(rule, Language.TH, part)
        assert text
        assert not re.search(
            r"front ?matter|commit|branch|merge|\bgate\b|\bstale\b|YAML", text, re.I
        )
    assert all(rule_text(rule, Language.EN, part) for part in parts)
    assert examples()[rule]
    assert rule_text(rule, Language.TH, "remedy").startswith("โปรด")


def test_a_rule_without_a_date_is_found_on_any_day() -> None:
    """The sample round is in order; a demonstration has no main website to name."""
    found = [finding.rule for finding in judged(SAMPLE, CLOSED_TODAY).findings]
    assert found == ["official-home-unset"]
