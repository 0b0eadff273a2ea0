"""The gate's verdict on a forge: Markdown for the summary of a run, and annotations of GitHub."""

from collections.abc import Iterator, Sequence

from oit.assessment.gate import Verdict
from oit.assessment.result import Assessment
from oit.catalog import Language
from oit.escaping import LINE_ENDS, for_forge, one_line
from oit.findings import Finding
from oit.wording.gate_text import (
    LISTED_HEADING,
    NOTICES_HEADING,
    finding_heading,
    finding_lines,
    verdict_sentence,
)
from oit.wording.sentences import field_label, words_of
from oit.wording.vocabulary import Vocabulary, vocabulary_of
from oit.wording.waiting_text import waiting_text

MOST_ROWS = 100
"""Rows of one table: GitHub shows no summary of more than 1 MiB."""
_COLUMNS = {
    Language.TH: ("ข้อ", "ไฟล์", "บรรทัด", "ช่อง", "เรื่อง", "วิธีแก้ไข"),
    Language.EN: ("Item", "File", "Line", "Field", "What", "Remedy"),
}
_FAILING_HEADING = {Language.TH: "เรื่องที่ต้องแก้ไข", Language.EN: "To be mended"}
_MORE = {Language.TH: "และอีก {} เรื่อง", Language.EN: "and {} more"}
# The escapes of GitHub's workflow commands, as its `@actions/core` writes them.
_MESSAGE_ESCAPES = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY_ESCAPES = {**_MESSAGE_ESCAPES, ":": "%3A", ",": "%2C"}


def check_summary(assessment: Assessment, verdict: Verdict, language: Language) -> str:
    """The verdict, and a table each of what fails, what was late before, and notices."""
    vocabulary = vocabulary_of(assessment.site)
    waiting = waiting_text(assessment, verdict, language)
    heading = f"## {verdict_sentence(assessment, verdict, language)}"
    blocks = [heading, *filter(None, [for_forge(one_line(waiting))])]
    for heading, findings in (
        (_FAILING_HEADING[language], verdict.failing),
        (LISTED_HEADING[language].rstrip(":"), verdict.listed),
        (NOTICES_HEADING[language].rstrip(":"), verdict.notices),
    ):
        if findings:
            blocks += [f"### {heading}", findings_table(findings, vocabulary, language)]
            blocks += _rest(findings, language)
    return "\n\n".join(blocks)


def findings_table(findings: Sequence[Finding], vocabulary: Vocabulary, language: Language) -> str:
    """A Markdown table with one row per finding, `MOST_ROWS` at most, all text escaped."""
    columns = _COLUMNS[language]
    rows = [columns, ("---",) * len(columns)]
    rows += (_row(finding, vocabulary, language) for finding in findings[:MOST_ROWS])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _row(finding: Finding, vocabulary: Vocabulary, language: Language) -> tuple[str, ...]:
    words = words_of(finding, vocabulary, language)
    place = (finding.item or "", finding.file, str(finding.line), field_label(finding))
    return tuple(for_forge(one_line(text)) for text in (*place, words.what, words.remedy))


def _rest(findings: Sequence[Finding], language: Language) -> Iterator[str]:
    """How many findings the table leaves out."""
    if len(findings) > MOST_ROWS:
        yield _MORE[language].format(len(findings) - MOST_ROWS)


def annotations(verdict: Verdict, vocabulary: Vocabulary, language: Language) -> str:
    """GitHub's workflow commands, one line for each failing finding and each notice."""
    level = "error" if verdict.refused else "warning"
    lines = [_annotation(level, finding, vocabulary, language) for finding in verdict.failing]
    lines += (_annotation("notice", notice, vocabulary, language) for notice in verdict.notices)
    return "\n".join(lines)


def _annotation(level: str, finding: Finding, vocabulary: Vocabulary, language: Language) -> str:
    title = finding_heading(finding, language, finding.item)
    values = {"file": finding.file, "line": str(finding.line), "title": title}
    properties = ",".join(
        f"{name}={_escaped(value, _PROPERTY_ESCAPES)}" for name, value in values.items()
    )
    message = "\n".join(finding_lines(finding, vocabulary, language))
    return f"::{level} {properties}::{_escaped(message, _MESSAGE_ESCAPES)}"


def _escaped(text: str, escapes: dict[str, str]) -> str:
    # A text of a record must not end the command's line, by whatever line end a runner knows.
    one_kind = text.translate(LINE_ENDS)
    return "".join(escapes.get(character, character) for character in one_kind)
