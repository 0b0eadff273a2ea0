"""`oit check`: the gate, without a site; for people, and for the runs of a forge."""

import re
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from oit.assessment.gate import NEVER_PUBLISHED, Gate
from oit.catalog import Language, beside
from oit.commands.documented import documented
from oit.commands.exits import reports_errors
from oit.commands.options import FILE, format_option, root_option
from oit.commands.progress import says_when_slow
from oit.diagnostics import Diagnostic
from oit.escaping import encodable, for_forge_log
from oit.pipeline import (
    GateResult,
    check_request,
    check_site,
    check_staged,
    check_staged_whole,
)
from oit.records import RECORDS
from oit.records.site_settings import FILE as SETTINGS
from oit.system.environment import Environment, read_environment
from oit.system.known_answers import Answer, OpenQuestion, Question
from oit.wording.gate_text import check_json, check_summary, verdict_diagnostics, verdict_words
from oit.wording.render.annotations import github_annotations, gitlab_report

_TEXTS = re.compile(rb"^docs_dir: *([\w-][\w/-]*) *\r?$", re.MULTILINE)


@documented()
@format_option("text", "github", "gitlab", "markdown", "json", help=beside("check.format"))
@click.option("--summary", type=FILE, help=beside("check.summary"))
@click.option("--outputs", type=FILE, help=beside("check.outputs"))
@click.option("--staged", is_flag=True, help=beside("check.staged"))
@click.option("--request", metavar="COMMIT", help=beside("check.request"))
@root_option
@reports_errors
@says_when_slow
def check(
    root: Path,
    format_: str,
    summary: Path | None,
    outputs: Path | None,
    request: str | None,
    *,
    staged: bool,
) -> None:
    """Run the gate, without a site."""
    default = Gate.CHANGED if staged else Gate.ENFORCE
    environment = read_environment(default_gate=default)
    writes_files = summary or outputs
    question = None if writes_files or request else _open_question(root, staged=staged)
    result = _result(root, environment, request, format_, staged=staged)
    answer = _answer(result, format_, environment.language)
    click.echo(answer.text)
    if summary:
        _append(summary, _markdown(result, environment.language))
    if outputs:
        # `name=value` lines are how a step of GitHub Actions sets its outputs.
        _append(outputs, f"safe={_said(_is_safe(result))}")
        _append(outputs, f"upgrade={_said(result.verdict.pins_engine)}")
    if question and (staged or _reads_alone(question.paths, result)):
        question.answered(answer)
    sys.exit(answer.status)


def _open_question(root: Path, *, staged: bool) -> OpenQuestion | None:
    """The question that this run answers, where answers are kept (`commands.start`)."""
    question = click.get_current_context().find_object(Question)
    if question is None:
        return None
    # What is staged is read from Git alone.
    return question.begin(root, () if staged else (RECORDS, SETTINGS, _texts_folder(root)))


def _texts_folder(root: Path) -> str:
    """The folder of hand-written texts, as far as it can be told at a glance."""
    found = _TEXTS.search((root / SETTINGS).read_bytes())
    return found[1].decode() if found else "docs"


def _reads_alone(paths: Sequence[str], result: GateResult) -> bool:
    """Whether a run read nothing but these paths: the gate of changes compares the whole tree."""
    is_whole = result.verdict.gate is not Gate.CHANGED
    return is_whole and result.assessment.site.texts_folder in paths


def _answer(result: GateResult, format_: str, language: Language) -> Answer:
    text = encodable(_formatted(result, format_, language))
    return Answer(text, 1 if result.verdict.refused else 0)


def _result(
    root: Path, environment: Environment, request: str | None, format_: str, *, staged: bool
) -> GateResult:
    if request is not None:
        return check_request(root, environment, request)
    if not staged:
        return check_site(root, environment)
    # JSON has the status of every item, which takes the whole site.
    return (check_staged_whole if format_ == "json" else check_staged)(root, environment)


def _formatted(result: GateResult, format_: str, language: Language) -> str:
    if format_ == "markdown":
        return for_forge_log(_markdown(result, language))
    if format_ == "json":
        return check_json(result.assessment, result.verdict)
    if format_ == "text":
        return result.text
    told = verdict_diagnostics(result.assessment, result.verdict)
    shown = [*told["failing"], *told["notices"]]
    if format_ == "gitlab":
        return gitlab_report(shown, language)
    return _annotated(result, shown, language)


def _annotated(result: GateResult, shown: list[Diagnostic], language: Language) -> str:
    """Commands of GitHub's runner, then the verdict; in a green run nothing is an error."""
    errors_as = "error" if result.verdict.refused else "warning"
    commands = github_annotations(shown, language, errors_as=errors_as)
    sentence = verdict_words(result.assessment, result.verdict).within(language)
    return "\n".join(filter(None, (commands, for_forge_log(sentence))))


def _markdown(result: GateResult, language: Language) -> str:
    return check_summary(result.assessment, result.verdict, language)


def _said(answer: bool) -> str:  # noqa: FBT001 -- the one thing that is asked
    return "true" if answer else "false"


def _is_safe(result: GateResult) -> bool:
    """Whether what was judged may be shown to others, as in the preview of a pull request."""
    findings = (*result.verdict.failing, *result.assessment.findings)
    return not any(finding.kind in NEVER_PUBLISHED for finding in findings)


def _append(file: Path, text: str) -> None:
    with file.open("a", encoding="utf-8", newline="\n") as target:
        target.write(f"{encodable(text)}\n")
