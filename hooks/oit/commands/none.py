"""`oit none`: states that there was nothing to disclose, and why."""

from pathlib import Path

import click

from oit.commands.documented import documented
from oit.commands.entering import enter
from oit.commands.exits import reports_errors
from oit.commands.options import (
    for_option,
    item_argument,
    period_option,
    root_option,
)
from oit.commands.words import where_options
from oit.entry.orders import Kind, Order
from oit.entry.selection import Request


@documented("none")
@item_argument
@click.argument("reason", required=False)
@period_option
@for_option
@where_options
@root_option
@reports_errors
def none(
    root: Path,
    item: str | None,
    reason: str | None,
    period: str | None,
    requirement: str | None,
    division: str | None,
    year: int | None,
) -> None:
    """State that there was nothing to disclose, asking for what the arguments leave out."""
    request = Request(item, period, requirement, division, year)
    enter(root, Order(Kind.NONE, request, text=reason or ""))
