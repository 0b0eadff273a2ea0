"""Findings as annotations of a forge's run, and text that the run must not take for commands.

GitHub's runner obeys a line that begins with `::`, after any white space, and `##[` anywhere.
GitLab reads `section_start:` and `section_end:` behind an escape character.
"""

from collections.abc import Iterator

from oit.assessment.gate import Verdict
from oit.escaping import _LINE_ENDS
from oit.findings import Finding
from oit.report import kind_words, sentences_of
from oit.terms import Language
from oit.vocabulary import Vocabulary
from oit.wording import field_label

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
