"""`oit links`: whether the links of records to other sites still work. Never part of the gate."""

import sys
from collections.abc import Iterable
from pathlib import Path

import click
from pydantic import ValidationError

from oit.audit.links.collect import links_of
from oit.audit.links.history import LinkHistory, LinkState, is_offline, with_responses
from oit.audit.links.report import links_json, links_report
from oit.catalog import beside, both
from oit.commands.documented import documented
from oit.commands.exits import reports_errors
from oit.commands.options import FILE, format_option, root_option, seconds_option
from oit.commands.progress import says_when_slow
from oit.commands.sites import cached_site
from oit.entry.refusals import could_not_run
from oit.system.cache import cache_folder
from oit.system.environment import read_environment
from oit.system.fetching import Fetcher
from oit.system.keeping import write_text
from oit.system.parallel import CONNECTIONS, by_host
from oit.web_response import RequestLimits, Response, Trouble
from oit.wording.render.text import report_text

_BUSY_STATUSES = frozenset({429, 503})


@documented()
@click.option("--state", type=FILE, help=beside("links.state"))
@format_option("text", "json", help=beside("options.format"))
@click.option("--strict", is_flag=True, help=beside("links.strict"))
@seconds_option
@root_option
@reports_errors
@says_when_slow
def links(root: Path, state: Path | None, format_: str, strict: bool, seconds: float) -> None:  # noqa: FBT001 -- click's
    """Follow the links to other sites, and remember how they were."""
    environment = read_environment()
    mentions = links_of(cached_site(root))
    file = state or cache_folder() / "links.json"
    before = _read_history(file)
    responses = _responses(mentions, seconds)
    if is_offline(responses):
        could_not_run(both("links.offline"))
    history = with_responses(before, responses, environment.today.day)
    _write_history(file, history)
    checked = {address: (history.links[address], mentions[address]) for address in mentions}
    is_json = format_ == "json"
    text = report_text(links_report(checked), environment.language)
    click.echo(links_json(checked) if is_json else text)
    is_any_dead = any(record.state is LinkState.DEAD for record, _ in checked.values())
    sys.exit(1 if strict and is_any_dead else 0)


def _responses(addresses: Iterable[str], seconds: float) -> dict[str, Response]:
    """Several hosts at a time, and one request at a time to each of them."""
    limits = RequestLimits(seconds=seconds, retries=1, retry_on=_BUSY_STATUSES)
    fetcher = Fetcher(limits, "looks after the links of a disclosure site", CONNECTIONS)
    return by_host(lambda address: fetcher.probe(address, _is_conclusive), addresses)


def _is_conclusive(response: Response) -> bool:
    """Whether GET would say no more: the link works, or the server is busy."""
    is_busy = response.status in _BUSY_STATUSES or response.trouble is Trouble.TIMED_OUT
    return is_busy or 200 <= response.status < 300


def _read_history(file: Path) -> LinkHistory:
    try:
        return LinkHistory.model_validate_json(file.read_bytes())
    except FileNotFoundError:
        return LinkHistory()
    except (OSError, ValidationError):
        could_not_run(both("links.unread", file=str(file)))


def _write_history(file: Path, history: LinkHistory) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_text(file, f"{history.model_dump_json(indent=2)}\n")
    except OSError:
        could_not_run(both("links.unwritten", file=str(file)))
