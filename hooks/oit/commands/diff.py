"""`oit diff`: what changed between two published indexes, of any two days."""

import click

from oit.audit.diff.compare import compare
from oit.audit.diff.report import comparison_json, comparison_markdown, comparison_text
from oit.commands.indexes import index_at
from oit.commands.options import explained
from oit.system.environment import read_environment

_LAYOUTS = {"text": comparison_text, "markdown": comparison_markdown}


@click.command()
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@click.option(
    "--format",
    "form",
    type=click.Choice([*_LAYOUTS, "json"]),
    default="text",
    help="รูปแบบของผลการเทียบ (how the result is written).",
)
@explained
def diff(before: str, after: str, form: str) -> None:
    """เทียบดัชนี index.json สองฉบับ จากไฟล์ โฟลเดอร์ หรือเว็บไซต์ (what changed from A to B)."""
    language = read_environment().language
    found = compare(index_at(before), index_at(after))
    layout = _LAYOUTS.get(form)
    click.echo(layout(found, language) if layout else comparison_json(found))
