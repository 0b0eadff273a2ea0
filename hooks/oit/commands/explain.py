"""`oit explain`: what a message of the checks means, and how to fix what it is about."""

import click

from oit.commands.exits import could_not_run, reports_errors
from oit.system.environment import read_environment
from oit.wording.messages import explanation, likely_rules, overview, rules


@click.command()
@click.argument("rule", required=False)
@reports_errors
def explain(rule: str | None) -> None:
    """อธิบายข้อความของระบบ เช่น oit explain stale (what a message means)."""
    language = read_environment().language
    if rule is None:
        click.echo(overview(language))
        return
    if rule not in rules():
        likely = likely_rules(rule)
        suggestion = f" น่าจะหมายถึง {', '.join(likely)}" if likely else ""
        could_not_run(
            f"ไม่มีข้อความชื่อ “{rule}”{suggestion} โปรดดูรายชื่อทั้งหมดด้วย oit explain",
            f"There is no such message{f'; likely {likely[0]}' if likely else ''}.",
        )
    click.echo(explanation(rule, language))
