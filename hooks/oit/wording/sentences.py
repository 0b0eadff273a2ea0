"""Findings as diagnostics, and their sentences in one language."""

from collections.abc import Iterable

from msgspec import Struct

from oit.catalog import Language
from oit.diagnostics import Diagnostic, Severity, Value, Words
from oit.findings import Finding, Kind
from oit.wording.places import correction_of, where_of
from oit.wording.render.words import sentences_of, value_words
from oit.wording.told_with import lines_told_with
from oit.wording.values import values_of
from oit.wording.vocabulary import FIELD_LABELS, Vocabulary
from oit.wording.words import printable


class FindingWords(Struct, frozen=True, kw_only=True):
    """The sentences of a finding in one language."""

    what: str
    expected: str
    found: str
    """Empty where the finding has no such value."""
    remedy: str


def diagnostics_of(findings: Iterable[Finding], vocabulary: Vocabulary) -> list[Diagnostic]:
    """Findings as diagnostics, in their order."""
    return [diagnostic_of(finding, vocabulary) for finding in findings]


def diagnostic_of(finding: Finding, vocabulary: Vocabulary) -> Diagnostic:
    """A finding as a diagnostic: where it is in words, its values, what to write instead."""
    values = values_of(finding, vocabulary)
    correction = correction_of(finding)
    where = where_of(finding, vocabulary)
    return Diagnostic(
        id=f"rules.{finding.rule}",
        severity=Severity.NOTICE if finding.kind is Kind.NOTICE else Severity.ERROR,
        level=f"terms.kind-{finding.kind}",
        where=where,
        params=values,
        correction=correction,
        effects=tuple(diagnostics_of(finding.effects, vocabulary)),
        notes=_told_with(finding, vocabulary),
        facts={
            **_facts(finding, values),
            "correction": correction.text if correction else None,
            "form": where.form,
        },
    )


def words_of(finding: Finding, vocabulary: Vocabulary, language: Language) -> FindingWords:
    """The sentences of a finding, its values filled in."""
    diagnostic = diagnostic_of(finding, vocabulary)
    sentences = sentences_of(diagnostic, language)
    return FindingWords(
        what=sentences.told,
        expected=sentences.expected,
        found=value_words(diagnostic.params.get("found", "")).within(language),
        remedy=sentences.remedy,
    )


def field_label(finding: Finding) -> str:
    """The field's name as in the form, with the name it has in the file; empty without a field."""
    name = finding.field_name
    if not name:
        return ""
    label = FIELD_LABELS.get(name)
    return f"{label} ({name})" if label else printable(name)


def _told_with(finding: Finding, vocabulary: Vocabulary) -> tuple[Words, ...]:
    """What follows from it and where else it is, a line each."""
    thai, english = (lines_told_with(finding, vocabulary, language) for language in Language)
    return tuple(Words(*lines) for lines in zip(thai, english, strict=True))


def _facts(finding: Finding, values: dict[str, Value]) -> dict[str, object]:
    """A finding under the keys that it has in the published checklist."""
    return {
        "rule": finding.rule,
        "kind": finding.kind.value,
        "fiscal_year": finding.fiscal_year,
        "item": finding.item,
        "division": finding.division,
        "requirement": finding.requirement,
        "period": finding.cell,
        "file": finding.file,
        "line": finding.line,
        "field": finding.field_name,
        "field_th": field_label(finding) or None,
        "repeated": len(finding.repeated),
        "found": value_words(values.get("found", "")).th,
    }
