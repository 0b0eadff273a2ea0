"""`oit check`: the gate, without a site; for people, and for what runs on a forge."""

import sys
from pathlib import Path

import click

from oit.assessment.gate import NEVER_PUBLISHED, Gate
from oit.commands.options import explained, root_option
from oit.escaping import for_forge_log
from oit.forge.run_summary import annotations, check_summary
from oit.pipeline import GateResult, check_site, check_staged
from oit.system.environment import read_environment
from oit.wording.gate_text import verdict_sentence
from oit.wording.terms import Language
from oit.wording.vocabulary import vocabulary_of

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "markdown"]),
    default="text",
    help="ข้อความ หมายเหตุประกอบบน GitHub หรือตาราง (text, annotations on GitHub, or a table).",
)
@click.option(
    "--summary", type=_FILE, help="ไฟล์ที่จะต่อท้ายด้วยตารางสรุป (append the table to this file)."
)
@click.option(
    "--outputs",
    type=_FILE,
    help="ไฟล์ที่จะต่อท้ายด้วย safe=true หรือ safe=false (append whether anything is unsafe).",
)
@click.option(
    "--staged",
    is_flag=True,
    help="ตรวจเฉพาะที่จะส่งเข้าระบบครั้งนี้ (what is staged in Git, not the work tree).",
)
@root_option
@explained
def check(
    root: Path, form: str, summary: Path | None, outputs: Path | None, *, staged: bool
) -> None:
    """ตรวจข้อมูลทุกข้อโดยไม่สร้างเว็บไซต์ (the gate, without a site)."""
    default = Gate.CHANGED if staged else Gate.ENFORCE
    environment = read_environment(default_gate=default)
    answer = (check_staged if staged else check_site)(root, environment)
    click.echo(_laid_out(answer, form, environment.language))
    if summary:
        _append(summary, _markdown(answer, environment.language))
    if outputs:
        _append(outputs, f"safe={'true' if _is_safe(answer) else 'false'}")
    sys.exit(1 if answer.verdict.refused else 0)


def _laid_out(answer: GateResult, form: str, language: Language) -> str:
    if form == "markdown":
        return for_forge_log(_markdown(answer, language))
    if form == "text":
        return answer.text
    vocabulary = vocabulary_of(answer.assessment.site)
    commands = annotations(answer.verdict, vocabulary, language)
    told = for_forge_log(verdict_sentence(answer.assessment, answer.verdict, language))
    return "\n".join(filter(None, (commands, told)))


def _markdown(answer: GateResult, language: Language) -> str:
    return check_summary(answer.assessment, answer.verdict, language)


def _is_safe(answer: GateResult) -> bool:
    """Whether others may be given what was judged."""
    found = (*answer.verdict.failing, *answer.assessment.findings)
    return not any(one.kind in NEVER_PUBLISHED for one in found)


def _append(file: Path, text: str) -> None:
    with file.open("a", encoding="utf-8", newline="\n") as target:
        target.write(f"{text}\n")
