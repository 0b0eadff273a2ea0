"""One run of the gate: read, judge, and say so in words."""

from dataclasses import dataclass
from pathlib import Path

from oit.assess import assess
from oit.assessment import Assessment
from oit.gate import Verdict, judge
from oit.load import load_site
from oit.report import report
from oit_app.environment import Environment


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found, what it means, and the text for people."""

    assessment: Assessment
    verdict: Verdict
    text: str


def ask(root: Path, environment: Environment) -> Answer:
    """Judge the site in a folder."""
    assessment = assess(load_site(root), environment.today)
    verdict = judge(assessment, environment.gate)
    return Answer(assessment, verdict, report(assessment, verdict, environment.language))
