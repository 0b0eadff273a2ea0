"""Diagnostics at their lines on a forge: GitHub's workflow commands, GitLab's report."""

import json
from collections.abc import Iterable
from hashlib import sha256

from oit.catalog import Language
from oit.diagnostics import Diagnostic, Severity
from oit.escaping import LINE_ENDS
from oit.wording.render.words import advice, heading, lines, sentences_of

# The escapes of GitHub's workflow commands, as its `@actions/core` writes them.
_MESSAGE_ESCAPES = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY_ESCAPES = {**_MESSAGE_ESCAPES, ":": "%3A", ",": "%2C"}


def github_annotations(
    diagnostics: Iterable[Diagnostic], language: Language, *, errors_as: str = "error"
) -> str:
    """One command a line; `errors_as` is their level where the run is green: `warning`."""
    levels = {Severity.ERROR: errors_as, Severity.NOTICE: "notice", Severity.INFO: "notice"}
    return "\n".join(
        _command(levels[diagnostic.severity], diagnostic, language) for diagnostic in diagnostics
    )


def _command(level: str, diagnostic: Diagnostic, language: Language) -> str:
    at = diagnostic.where.at[0]
    values = {
        "file": at.name,
        "line": str(at.line or 1),
        "title": heading(diagnostic, language),
    }
    properties = ",".join(
        f"{name}={_escaped(value, _PROPERTY_ESCAPES)}" for name, value in values.items()
    )
    message = "\n".join(lines(diagnostic, language))
    return f"::{level} {properties}::{_escaped(message, _MESSAGE_ESCAPES)}"


def _escaped(text: str, escapes: dict[str, str]) -> str:
    # A text of a record must not end the command's line, by whatever line end a runner knows.
    one_kind = text.translate(LINE_ENDS)
    return "".join(escapes.get(character, character) for character in one_kind)


_GITLAB_SEVERITIES = {
    Severity.ERROR: "major",
    Severity.NOTICE: "info",
    Severity.INFO: "info",
}


def gitlab_report(diagnostics: Iterable[Diagnostic], language: Language) -> str:
    """GitLab's Code Quality report, which a merge request shows at the lines of its changes."""
    return json.dumps(
        [_issue(diagnostic, language) for diagnostic in diagnostics], ensure_ascii=False, indent=2
    )


def _issue(diagnostic: Diagnostic, language: Language) -> dict[str, object]:
    at = diagnostic.where.at[0]
    sentences = sentences_of(diagnostic, language)
    told = (heading(diagnostic, language), sentences.told, advice(diagnostic, sentences))
    return {
        "description": " – ".join(filter(None, told)),
        "check_name": diagnostic.code,
        # The same for the same fault in two versions, whatever its line.
        "fingerprint": sha256(str(diagnostic.likeness).encode()).hexdigest(),
        "severity": _GITLAB_SEVERITIES[diagnostic.severity],
        "location": {"path": at.name, "lines": {"begin": at.line or 1}},
    }
