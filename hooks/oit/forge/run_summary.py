"""The answer of the gate as Markdown, for the summary of a run: tables, with the remedy."""

from collections.abc import Iterator, Sequence

from oit.assessment.gate import Verdict
from oit.assessment.result import Assessment
from oit.escaping import _LINE_ENDS, inert, one_line
from oit.findings import Finding
from oit.wording.gate_text import LISTED, NOTICES, in_one_sentence, kind_words, sentences_of
from oit.wording.sentences import field_label, words_of
from oit.wording.terms import Language
from oit.wording.vocabulary import Vocabulary, vocabulary_of

MOST_ROWS = 100
"""Of one table: a forge shows no summary of more than a megabyte."""

_COLUMNS = {
    Language.TH: ("ข้อ", "ไฟล์", "บรรทัด", "ช่อง", "เรื่อง", "วิธีแก้ไข"),
    Language.EN: ("Item", "File", "Line", "Field", "What", "Remedy"),
}

_TO_MEND = {Language.TH: "เรื่องที่ต้องแก้ไข", Language.EN: "To be mended"}

_MORE = {Language.TH: "และอีก {} เรื่อง", Language.EN: "and {} more"}


def check_summary(assessment: Assessment, verdict: Verdict, language: Language) -> str:
    """What is to be mended, what was late before, what whoever approves should know."""
    vocabulary = vocabulary_of(assessment.site)
    blocks = [f"## {in_one_sentence(assessment, verdict, language)}"]
    for heading, findings in (
        (_TO_MEND[language], verdict.failing),
        (LISTED[language].rstrip(":"), verdict.listed),
        (NOTICES[language].rstrip(":"), verdict.notices),
    ):
        if findings:
            blocks += [f"### {heading}", findings_table(findings, vocabulary, language)]
            blocks += _rest(findings, language)
    return "\n\n".join(blocks)


def findings_table(findings: Sequence[Finding], vocabulary: Vocabulary, language: Language) -> str:
    """A row for each finding, of `MOST_ROWS` at most; no text of a stranger acts in it."""
    columns = _COLUMNS[language]
    rows = [columns, ("---",) * len(columns)]
    rows += (_cells(one, vocabulary, language) for one in findings[:MOST_ROWS])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _cells(finding: Finding, vocabulary: Vocabulary, language: Language) -> tuple[str, ...]:
    words = words_of(finding, vocabulary, language)
    place = (finding.item or "", finding.file, str(finding.line), field_label(finding))
    return tuple(inert(one_line(text)) for text in (*place, words.what, words.remedy))


def _rest(findings: Sequence[Finding], language: Language) -> Iterator[str]:
    if len(findings) > MOST_ROWS:
        yield _MORE[language].format(len(findings) - MOST_ROWS)


_IN_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}

_IN_PROPERTIES = {**_IN_DATA, ":": "%3A", ",": "%2C"}


def annotations(verdict: Verdict, vocabulary: Vocabulary, language: Language) -> str:
    """A workflow command for each finding that fails and each notice, a line each."""
    level = "error" if verdict.refused else "warning"
    lines = [*(_command(level, one, vocabulary, language) for one in verdict.failing)]
    lines += (_command("notice", one, vocabulary, language) for one in verdict.notices)
    return "\n".join(lines)


def _command(level: str, finding: Finding, vocabulary: Vocabulary, language: Language) -> str:
    title = " · ".join(_title(finding, language))
    place = {"file": finding.file, "line": str(finding.line), "title": title}
    properties = ",".join(f"{name}={_coded(text, _IN_PROPERTIES)}" for name, text in place.items())
    said = "\n".join(sentences_of(finding, vocabulary, language))
    return f"::{level} {properties}::{_coded(said, _IN_DATA)}"


def _title(finding: Finding, language: Language) -> Iterator[str]:
    yield kind_words(finding, language)
    if finding.item:
        yield finding.item
    if label := field_label(finding):
        yield label


def _coded(text: str, codes: dict[str, str]) -> str:
    return "".join(codes.get(sign, sign) for sign in text.translate(_LINE_ENDS))
