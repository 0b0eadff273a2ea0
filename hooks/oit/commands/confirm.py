"""`oit confirm`: records a review: the data was looked at, is still right, and did not change."""

from pathlib import Path

import click

from oit.catalog import beside
from oit.commands.documented import documented
from oit.commands.entering import enter
from oit.commands.exits import reports_errors
from oit.commands.options import item_argument, root_option
from oit.commands.words import where_options
from oit.entry.orders import Kind, Order
from oit.entry.selection import Request


@documented()
@item_argument
@where_options
@click.option("--by", "post", help=beside("confirm.by"))
@click.option("--note", help=beside("confirm.note"))
@root_option
@reports_errors
def confirm(
    root: Path,
    item: str | None,
    division: str | None,
    year: int | None,
    post: str | None,
    note: str | None,
) -> None:
    """Record that an item was looked at and has not changed."""
    request = Request(item, division=division, year=year)
    enter(root, Order(Kind.CONFIRM, request, text=note or "", post=post or ""))
