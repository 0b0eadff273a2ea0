"""`oit explain`: what a message of the checks means, and how to fix what it is about."""

import click

from oit.catalog import both
from oit.commands.documented import documented
from oit.commands.exits import reports_errors
from oit.entry.refusals import could_not_run
from oit.system.environment import read_environment
from oit.wording.messages import explanation, likely_rules, overview, rules


@documented()
@click.argument("rule", required=False)
@reports_errors
def explain(rule: str | None) -> None:
    """Say what a message means, or list all messages."""
    language = read_environment().language
    if rule is None:
        click.echo(overview(language))
        return
    if rule not in rules():
        likely = " ".join(likely_rules(rule))
        if likely:
            could_not_run(both("explain.similar", rule=rule, likely=likely))
        could_not_run(both("explain.unknown", rule=rule))
    click.echo(explanation(rule, language))
