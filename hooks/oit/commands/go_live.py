"""`oit go-live`: one list of what is to be done before the site becomes the office's real one."""

import sys
from pathlib import Path

import click

from oit.assessment.assess import assess
from oit.assessment.result import Assessment
from oit.catalog import beside
from oit.commands.documented import documented
from oit.commands.exits import reports_errors
from oit.commands.generated import differing
from oit.commands.options import format_option, root_option
from oit.commands.progress import says_when_slow
from oit.commands.sites import cached_site, require_policy
from oit.forge.codeowners import CODEOWNERS, codeowners
from oit.reporting.go_live import Progress, go_live_steps
from oit.system.environment import read_environment
from oit.wording.go_live_text import go_live_json, go_live_text
from oit.wording.vocabulary import vocabulary_of


@documented()
@format_option("text", "json", help=beside("options.format"))
@click.option("--strict", is_flag=True, help=beside("go-live.strict"))
@root_option
@reports_errors
@says_when_slow
def go_live(root: Path, format_: str, *, strict: bool) -> None:
    """List what is to be done before the site goes live."""
    environment = read_environment()
    site = cached_site(root)
    policy = require_policy(site)
    assessment = assess(site, environment.today)
    steps = go_live_steps(assessment, generated_in_step=_is_in_step(root, assessment))
    vocabulary = vocabulary_of(site)
    is_json = format_ == "json"
    text = go_live_text(steps, vocabulary, environment.language)
    click.echo(go_live_json(steps, vocabulary) if is_json else text)
    is_any_to_do = any(step.progress is Progress.TO_DO for step in steps)
    # A demonstration does not claim to be ready; a real site does.
    sys.exit(1 if is_any_to_do and (strict or not policy.is_demonstration) else 0)


def _is_in_step(root: Path, assessment: Assessment) -> bool:
    """Whether `CODEOWNERS` is what would be generated now."""
    return not differing(root, {CODEOWNERS: codeowners(assessment.site).encode()})
