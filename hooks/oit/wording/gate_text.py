"""The gate's verdict as a report: every finding, then which divisions have to wait."""

from collections.abc import Iterable, Iterator

from oit.assessment.gate import Gate, Verdict
from oit.assessment.result import Assessment
from oit.catalog import Language, joined, say
from oit.diagnostics import Diagnostic, Group, Layout, Report, Words, grouped
from oit.findings import Finding
from oit.reporting.waiting import Waiting, waiting_of
from oit.wording.form_links import with_form_links
from oit.wording.render.data import json_document, worded_entry
from oit.wording.render.markdown import corrected_lines, report_markdown
from oit.wording.render.text import blocks_text, report_text
from oit.wording.render.words import both_words
from oit.wording.sentences import diagnostics_of
from oit.wording.vocabulary import Vocabulary, vocabulary_of


def gate_report(assessment: Assessment, verdict: Verdict, language: Language) -> str:
    """The report as text for a terminal."""
    return report_text(verdict_report(assessment, verdict), language)


def findings_text(findings: Iterable[Finding], vocabulary: Vocabulary, language: Language) -> str:
    """Findings alone, without a verdict."""
    return blocks_text(grouped(diagnostics_of(findings, vocabulary)), language)


def verdict_report(assessment: Assessment, verdict: Verdict) -> Report:
    """Failing findings, what was late before, notices, and the verdict in one sentence.

    A finding that is repeated is told once, with its count.
    """
    groups = {
        name: tuple(grouped(diagnostics))
        for name, diagnostics in verdict_diagnostics(assessment, verdict).items()
    }
    waiting = waiting_words(assessment, verdict)
    return Report(
        groups=tuple(_group(name, told) for name, told in groups.items() if told),
        closing=(*([waiting] if waiting else []), verdict_words(assessment, verdict)),
    )


def verdict_diagnostics(assessment: Assessment, verdict: Verdict) -> dict[str, list[Diagnostic]]:
    """What fails, what was late or wrong before, and notices, each finding by itself."""
    vocabulary = with_form_links(vocabulary_of(assessment.site), assessment)
    findings = {
        "failing": verdict.failing,
        "listed": verdict.listed,
        "notices": verdict.notices,
    }
    return {name: diagnostics_of(found, vocabulary) for name, found in findings.items()}


def check_json(assessment: Assessment, verdict: Verdict) -> str:
    """The verdict: `passed` is what the exit status says, `failing` what has to be fixed.

    `statuses` has the status of each item of each round, by `2568/O1`.
    """
    newest = assessment.newest_opened
    groups = verdict_diagnostics(assessment, verdict)
    return json_document(
        {
            "as_of": assessment.today.day.isoformat(),
            "gate": verdict.gate.value,
            "passed": not verdict.refused,
            "item_count": len(newest.items) if newest else 0,
            **{name: [worded_entry(found) for found in told] for name, told in groups.items()},
            "statuses": {
                f"{round_.fiscal_year}/{item.id}": item.status.value
                for round_ in assessment.rounds
                for item in round_.items
            },
        }
    )


def check_summary(assessment: Assessment, verdict: Verdict, language: Language) -> str:
    """The report as Markdown for the summary of a run, with the corrected lines that are known."""
    report = verdict_report(assessment, verdict)
    failing = [found for group in report.groups for found in group.diagnostics]
    corrected = corrected_lines(failing, language)
    return "\n\n".join(filter(None, (report_markdown(report, language), corrected)))


def _group(name: str, told: tuple[Diagnostic, ...]) -> Group:
    layout = Layout.LINES if name == "listed" else Layout.BLOCKS
    return Group(diagnostics=told, heading=both_words(f"gate.{name}"), layout=layout)


def waiting_words(assessment: Assessment, verdict: Verdict) -> Words | None:
    """What the site waits for, with the divisions that have to act; `None` where nobody waits."""
    waiting = waiting_of(assessment, verdict)
    if waiting is None or not waiting.ready:
        return None
    vocabulary = vocabulary_of(assessment.site)
    thai, english = (_waiting_sentence(waiting, vocabulary, language) for language in Language)
    return Words(thai, english) if thai else None


def _waiting_sentence(waiting: Waiting, vocabulary: Vocabulary, language: Language) -> str:
    if waiting.has_faulty_settings and not waiting.blockers:
        return say("waiting.settings-alone", language)
    causes = joined(list(_causes(waiting, vocabulary, language)), language)
    return say("waiting.blocked", language, causes=causes) if causes else ""


def _causes(waiting: Waiting, vocabulary: Vocabulary, language: Language) -> Iterator[str]:
    if waiting.has_faulty_settings:
        yield say("waiting.settings", language)
    for item, owners in waiting.blockers:
        names = joined([vocabulary.division(owner, language) for owner in owners], language)
        yield say("waiting.item", language, item=item, divisions=names)


def verdict_words(assessment: Assessment, verdict: Verdict) -> Words:
    """What was checked, how many findings fail, and whether that refuses the build."""
    ending = both_words(f"gate.ending-{_ending(verdict)}")
    scope, failing = _scope(assessment), len(verdict.failing)
    if not failing:
        return both_words("gate.verdict-none", scope=scope, ending=ending)
    return both_words("gate.verdict", scope=scope, failing=failing, ending=ending)


def _scope(assessment: Assessment) -> Words:
    """How many items were checked; without any, why."""
    if newest := assessment.newest_opened:
        return both_words("gate.checked", items=len(newest.items))
    return both_words("gate.not-begun" if assessment.rounds else "gate.unread")


def _ending(verdict: Verdict) -> str:
    if verdict.gate is Gate.CHANGED:
        return "change-refused" if verdict.refused else "change-passed"
    if verdict.refused:
        return "refused"
    return "reported" if verdict.failing else "passed"
