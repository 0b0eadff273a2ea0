"""`oit deployable`: whether a built site is whole and of the right commit, before publishing it."""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from oit.catalog import beside, both
from oit.commands.documented import documented
from oit.commands.exits import reports_errors
from oit.commands.indexes import index_at, published_index
from oit.commands.options import root_option
from oit.commands.sites import cached_site
from oit.commands.usage import UnreadableValue
from oit.contract.index import Index
from oit.entry.refusals import could_not_run
from oit.escaping import for_forge_log
from oit.records.site import Site
from oit.system.clock import now_in_bangkok
from oit.system.environment import COMMIT, read_environment
from oit.system.git import History
from oit.web_address import is_web_address, without_credentials


class SiteLocation(click.ParamType[str]):
    """The folder of a built site, or the address at which it is served."""

    name = "site"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """An address as it is; a folder that is there. Raises `UnreadableValue`."""
        if not is_web_address(value) and not Path(value).is_dir():
            shown = without_credentials(value)
            raise UnreadableValue(both("deployable.no-folder", folder=shown), param, ctx)
        return value


@documented()
@click.argument("site", type=SiteLocation(), metavar="SITE")
@click.option("--commit", required=True, help=beside("deployable.commit"))
@click.option("--continues", is_flag=True, help=beside("deployable.continues"))
@root_option
@reports_errors
def deployable(root: Path, site: str, commit: str, *, continues: bool) -> None:
    """Say whether a built site is whole, and the version that is meant."""
    require_commit(commit)
    records = cached_site(root)
    obstacles = obstacles_to_publishing(index_at(site), records, commit, day_of(records))
    if continues:
        obstacles += _history_obstacles(History(root), records.site_url, commit)
    if obstacles:
        heading = both("deployable.not-publishable")
        click.echo(for_forge_log("\n".join([heading, *obstacles])))
        sys.exit(1)
    click.echo(both("deployable.publishable"))


def require_commit(commit: str) -> None:
    """End with status 2 for a name that may be another version a moment later."""
    if not COMMIT.fullmatch(commit):
        could_not_run(both("deployable.short-commit"))


def day_of(records: Site) -> date:
    """The day that a site is of when it is published; only a demonstration's may be set."""
    if records.is_in_production:
        return now_in_bangkok().date()
    return read_environment().today.day


def obstacles_to_publishing(index: Index, records: Site, commit: str, today: date) -> list[str]:
    """Why a built site is not the one that is meant, in both languages; empty if it is."""
    return [
        *_commit_obstacles(index, commit),
        *_day_obstacles(index, today),
        *_item_obstacles(index, records),
    ]


def _history_obstacles(history: History, address: str | None, commit: str) -> list[str]:
    """Why the main branch does not continue the site that is published; empty where none is."""
    live = published_index(address) if address else None
    if live is None:
        click.echo(both("deployable.first-time"))
        return []
    if live.commit is None or live.commit in history.first_parents(commit):
        return []
    return [both("deployable.history-lost", commit=live.commit)]


def _day_obstacles(index: Index, today: date) -> Iterator[str]:
    """Rounds that are judged as of another day than today, or than the day they closed."""
    for round_ in index.rounds:
        expected = min(today, round_.closes)
        if round_.as_of != expected:
            year, found = round_.fiscal_year, round_.as_of
            yield both("deployable.other-day", year=year, found=found, expected=expected)


def _commit_obstacles(index: Index, commit: str) -> Iterator[str]:
    if index.commit is None:
        yield both("deployable.no-commit", commit=commit)
    elif index.commit != commit:
        yield both("deployable.other-commit", found=index.commit, commit=commit)


def _item_obstacles(index: Index, site: Site) -> Iterator[str]:
    """Rounds whose number of items differs between mandate and index."""
    expected = {round_.fiscal_year: round_.mandate.item_count for round_ in site.rounds}
    published = {
        round_.fiscal_year: len({item.item for item in round_.items}) for round_ in index.rounds
    }
    if not expected:
        yield both("deployable.no-mandate")
    for year in sorted(expected.keys() | published.keys()):
        found, wanted = published.get(year, 0), expected.get(year, 0)
        if found != wanted:
            yield both("deployable.other-count", year=year, found=found, expected=wanted)
