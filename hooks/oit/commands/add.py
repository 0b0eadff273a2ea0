"""`oit add`: publishes a file, a link or a text, or a workbook as evidence of many periods."""

import sys
from pathlib import Path

import click
from msgspec.structs import replace

from oit.catalog import beside, both
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
from oit.entry.links import is_link
from oit.entry.orders import Kind, Order
from oit.entry.refusals import could_not_run
from oit.entry.selection import Request

_STANDARD_INPUT = "-"


@documented()
@item_argument
@click.argument("file", required=False)
@period_option
@for_option
@where_options
@click.option("--title", help=beside("add.title"))
@click.option("--text", "is_text", is_flag=True, help=beside("add.text"))
@click.option("--sample", is_flag=True, help=beside("add.sample"))
@click.option("--yes", is_flag=True, help=beside("add.yes"))
@click.option("--clean", is_flag=True, help=beside("add.clean"))
@root_option
@reports_errors
def add(
    root: Path,
    item: str | None,
    file: str | None,
    period: str | None,
    requirement: str | None,
    division: str | None,
    year: int | None,
    title: str | None,
    *,
    is_text: bool,
    sample: bool,
    yes: bool,
    clean: bool,
) -> None:
    """Publish a file, a link or a text, asking for what the arguments leave out."""
    order = Order(
        Kind.TEXT if is_text else Kind.FILE,
        Request(item, period, requirement, division, year),
        title=title or "",
        sample=sample,
        cleaning=clean,
        whole_year=yes,
    )
    enter(root, _with_source(order, file))


def _with_source(order: Order, named: str | None) -> Order:
    """The order of what is named: a file, the address of a page, or a text that is typed."""
    if order.kind is Kind.TEXT and named == _STANDARD_INPUT:
        # Never empty: an order without a text asks for the file that it stands in.
        return replace(order, text=f"{_typed()}\n")
    if order.kind is Kind.FILE and named and is_link(named):
        return replace(order, kind=Kind.LINK, text=named)
    return replace(order, source=Path(named) if named else None)


def _typed() -> str:
    """What standard input has, in UTF-8; else status 2."""
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        could_not_run(both("add.text-encoding", file=_STANDARD_INPUT))
