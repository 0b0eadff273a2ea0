"""`oit diff`: what changed between two published indexes, of any two days."""

import click

from oit.audit.diff.compare import compare
from oit.audit.diff.report import comparison_json, comparison_report
from oit.catalog import beside
from oit.commands.documented import documented
from oit.commands.exits import reports_errors
from oit.commands.indexes import index_at
from oit.commands.options import format_option
from oit.system.environment import read_environment
from oit.wording.render.markdown import report_markdown
from oit.wording.render.text import report_text

_LAYOUTS = {"text": report_text, "markdown": report_markdown}


@documented()
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@format_option(*_LAYOUTS, "json", help=beside("options.format"))
@reports_errors
def diff(before: str, after: str, format_: str) -> None:
    """Say what changed from A to B."""
    language = read_environment().language
    comparison = compare(index_at(before), index_at(after))
    layout = _LAYOUTS.get(format_)
    report = comparison_report(comparison)
    click.echo(layout(report, language) if layout else comparison_json(comparison))
