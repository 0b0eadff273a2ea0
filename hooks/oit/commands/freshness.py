"""`oit freshness`: keeps the issues of a forge that say what is late or due. Run daily by CI."""

import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click

from oit.assessment.assess import assess
from oit.catalog import beside, both
from oit.commands.documented import documented
from oit.commands.exits import reports_errors
from oit.commands.options import root_option
from oit.commands.progress import says_when_slow
from oit.commands.sites import cached_site
from oit.entry.refusals import could_not_run
from oit.escaping import for_forge_log
from oit.forge.issues import CloseIssue, IssueAction, OpenIssue, UpdateIssue
from oit.forge.live import KEY as LIVE
from oit.forge.plan import plan
from oit.system.clock import now_in_bangkok
from oit.system.environment import read_environment
from oit.system.forges import Forge, ForgeError, forge_of, required_forge


@documented()
@click.option("--dry-run", is_flag=True, help=beside("freshness.dry-run"))
@root_option
@reports_errors
@says_when_slow
def freshness(root: Path, *, dry_run: bool) -> None:
    """Keep the issues of what is late or due, or say what would be done."""
    site = cached_site(root)
    if site.policy is None or not site.rounds:
        # With no round to judge, every open issue would look done and be closed.
        could_not_run(both("freshness.unread"))
    today = read_environment().today
    # The day may be set by OIT_AS_OF; the time of day is always the real one.
    now = datetime.combine(today.day, now_in_bangkok().timetz())
    try:
        forge = forge_of(os.environ)
        own = forge.own_issues() if forge else []
        issues = [issue for issue in own if issue.key != LIVE]
        actions = plan(assess(site, today), now, issues)
        carry_out(actions, None if dry_run else required_forge(os.environ))
    except ForgeError as error:
        could_not_run(str(error))


def carry_out(actions: Sequence[IssueAction], forge: Forge | None) -> None:
    """Carry out and print each action, or only print it; the next run resumes where this stops."""
    for action in actions:
        if forge:
            _do(action, forge)
        click.echo(for_forge_log(_described(action)))
    count = len(actions)
    click.echo(both("freshness.done", count=count) if count else both("freshness.nothing"))


def _do(action: IssueAction, forge: Forge) -> None:
    match action:
        case OpenIssue(wanted):
            forge.open(wanted)
        case UpdateIssue(number, wanted):
            forge.update(number, wanted)
        case CloseIssue(number, _, comment):
            forge.close(number, comment)


def _described(action: IssueAction) -> str:
    match action:
        case OpenIssue(wanted):
            return f"{beside('freshness.open')}: {wanted.title}"
        case UpdateIssue(number, wanted):
            done = beside("freshness.comment") if wanted.comment else beside("freshness.update")
            return f"{done} #{number}: {wanted.title}"
        case CloseIssue(number, title, _):
            return f"{beside('freshness.close')} #{number}: {title}"
