"""`oit explain`: what a message means, and how to mend what it is about."""

import click

from oit.commands.options import could_not_run, explained
from oit.system.environment import read_environment
from oit.wording.messages import explanation, likely_rules, messages, overview


@click.command()
@click.argument("rule", required=False)
@explained
def explain(rule: str | None) -> None:
    """อธิบายข้อความของระบบ เช่น oit explain stale (what a message means)."""
    language = read_environment().language
    if rule is None:
        click.echo(overview(language))
        return
    if rule not in messages():
        likely = likely_rules(rule)
        meant = f" น่าจะหมายถึง {', '.join(likely)}" if likely else ""
        could_not_run(
            f"ไม่มีข้อความชื่อ “{rule}”{meant} โปรดดูรายชื่อทั้งหมดด้วย oit explain\n"
            f"[EN] There is no such message{f'; likely {likely[0]}' if likely else ''}."
        )
    click.echo(explanation(rule, language))
