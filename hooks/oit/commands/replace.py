"""`oit replace`: puts a corrected file in the place of a published one, and writes down why."""

from pathlib import Path

import click

from oit.catalog import beside
from oit.commands.documented import documented
from oit.commands.entering import enter
from oit.commands.exits import reports_errors
from oit.commands.options import item_argument, root_option
from oit.commands.words import year_option
from oit.entry.orders import Kind, Order
from oit.entry.selection import Request


@documented()
@item_argument
@click.argument("file", required=False)
@click.argument("newfile", required=False)
@click.option("--reason", help=beside("replace.reason"))
@year_option
@root_option
@reports_errors
def replace(
    root: Path,
    item: str | None,
    file: str | None,
    newfile: str | None,
    reason: str | None,
    year: int | None,
) -> None:
    """Put a corrected file in the place of a published one, and write down why."""
    order = Order(
        Kind.REPLACE,
        Request(item, year=year),
        source=Path(newfile) if newfile else None,
        text=reason or "",
        old_file=file or "",
    )
    enter(root, order)
