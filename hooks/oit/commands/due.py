"""`oit due`: what is to be published or confirmed, by when and by whom."""

from datetime import timedelta
from pathlib import Path

import click

from oit.assessment.assess import assess
from oit.catalog import beside
from oit.commands.documented import documented
from oit.commands.exits import reports_errors
from oit.commands.options import (
    format_option,
    only_division_option,
    root_option,
    within_option,
)
from oit.commands.sites import cached_site
from oit.commands.words import division_id
from oit.reporting.due import duties_in_force
from oit.system.environment import read_environment
from oit.wording.due_text import due_json, due_report
from oit.wording.render.text import report_text
from oit.wording.vocabulary import vocabulary_of


@documented()
@only_division_option
@within_option(None, beside("due.within"))
@format_option("text", "json", help=beside("due.format"))
@root_option
@reports_errors
def due(root: Path, division: str | None, within: int | None, format_: str) -> None:
    """Say what is due when."""
    environment = read_environment()
    site = cached_site(root)
    wanted = division_id(division, site)
    today = environment.today.day
    last_day = today + timedelta(days=within) if within is not None else None
    duties = [
        duty
        for duty in duties_in_force(assess(site, environment.today))
        if wanted in (None, duty.division) and (last_day is None or duty.due_on <= last_day)
    ]
    vocabulary = vocabulary_of(site)
    if format_ == "json":
        click.echo(due_json(duties, today, vocabulary))
    else:
        click.echo(report_text(due_report(duties, today, vocabulary), environment.language))
