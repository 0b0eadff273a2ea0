"""`oit harvest`: the indexes of many offices as tables, with an overview of their punctuality."""

import sys
import tempfile
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path

import click
from msgspec import Struct
from pydantic import ValidationError

from oit.audit.harvest.files import office_tables, sites_table, whole_tables
from oit.audit.harvest.judge import Judged, judge
from oit.audit.harvest.overview import overview_page
from oit.audit.harvest.report import harvest_json, harvest_report
from oit.audit.harvest.sites import Site, site_of, with_repetitions
from oit.audit.harvest.sites_file import read_sites
from oit.audit.harvest.state import (
    HarvestState,
    KeptIndex,
    kept_index,
    next_state,
    progress_line,
    read_progress,
)
from oit.catalog import beside, both
from oit.commands.alone import working_alone
from oit.commands.documented import documented
from oit.commands.exits import reports_errors
from oit.commands.options import EXISTING_FILE, format_option, seconds_option
from oit.commands.progress import says_when_slow
from oit.contract.addresses import INDEX_PATH
from oit.diagnostics import Diagnostic, Group, Report
from oit.entry.refusals import could_not_run
from oit.escaping import for_forge_log
from oit.system.built_files import built_files
from oit.system.environment import read_environment
from oit.system.fetching import Fetcher
from oit.system.harvest_folder import STATE, HarvestFolder
from oit.system.parallel import CONNECTIONS, by_host
from oit.system.parquet import write_parquet
from oit.web_address import host_of, is_same_site
from oit.web_response import RequestLimits, Response, Trouble, Version
from oit.wording.render.text import report_text

_PURPOSE = "gathers disclosure indexes"
_SECONDS_A_SITE = 120
"""For the whole of one index, however slowly it comes."""
_MEGABYTES = 30
"""An index of 25 years has about half of that."""
_NOT_CHANGED = 304


@documented()
@click.argument("sites", type=EXISTING_FILE, metavar="SITES.txt")
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("harvest"),
    show_default=True,
    help=beside("harvest.output"),
)
@format_option("text", "json", help=beside("options.format"))
@click.option(
    "--pause",
    type=click.FloatRange(min=0),
    default=1.0,
    show_default=True,
    help=beside("harvest.pause"),
)
@click.option(
    "--megabytes",
    type=click.IntRange(min=1),
    default=_MEGABYTES,
    show_default=True,
    help=beside("verify-command.megabytes"),
)
@seconds_option
@reports_errors
@says_when_slow
def harvest(
    sites: Path, output: Path, format_: str, pause: float, megabytes: int, seconds: float
) -> None:
    """Gather the indexes of all sites on a list."""
    today = read_environment().today.day
    addresses = _addresses(sites)
    limits = RequestLimits(
        seconds=seconds, whole_seconds=_SECONDS_A_SITE, megabytes=megabytes, retries=1
    )
    fetcher = Fetcher(limits, _PURPOSE, CONNECTIONS)
    output.mkdir(parents=True, exist_ok=True)
    with working_alone(output):
        folder = _folder(output)
        answers = _answers(addresses, folder, fetcher, pause, today)
        told = _put(addresses, answers, folder, today)
    if format_ == "json":
        click.echo(harvest_json(told, today))
    else:
        report = harvest_report(told, str(output))
        click.echo(for_forge_log(report_text(report, read_environment().language)))
    sys.exit(1 if any(site.faults for site in told) else 0)


def _addresses(file: Path) -> Sequence[str]:
    sites = read_sites(file.read_bytes(), file.name)
    if sites.faults:
        report = Report(groups=(Group(diagnostics=sites.faults),))
        told = report_text(report, read_environment().language)
        could_not_run(f"{both('harvest.not-read')}\n\n{told}")
    return sites.addresses


def _folder(output: Path) -> HarvestFolder:
    folder = HarvestFolder(output)
    if not folder.is_ours():
        could_not_run(both("harvest.other-folder", folder=output.name))
    return folder


# Reading


class _Answer(Struct, frozen=True):
    """The last index of a site, if there ever was one, and why there is no newer one."""

    kept: KeptIndex | None
    faults: tuple[Diagnostic, ...] = ()


def _answers(
    addresses: Sequence[str], folder: HarvestFolder, fetcher: Fetcher, pause: float, today: date
) -> Mapping[str, _Answer]:
    """Every site with its answer; what a killed harvest of today has read is not asked again."""
    noted = read_progress(folder.progress())
    before = {**_state(folder).sites, **noted}
    known = {site: kept for site, kept in before.items() if folder.index(kept.sha256)}
    done = {site for site in noted.keys() & known.keys() if noted[site].read_on == today}
    asked = [address for address in addresses if address not in done]

    def ask(address: str) -> _Answer:
        return _ask(address, known.get(address), folder, fetcher, today)

    answers = by_host(ask, asked, pause)
    if _is_offline(answers):
        could_not_run(both("harvest.offline"))
    return {**{site: _Answer(known[site]) for site in done}, **answers}


def _ask(
    site: str, known: KeptIndex | None, folder: HarvestFolder, fetcher: Fetcher, today: date
) -> _Answer:
    """Ask a site for its index, only if it has changed, and keep and note what it gives."""
    version = known.version if known else Version()
    address = f"{site}{INDEX_PATH}"
    response = fetcher.get(address, partial(is_same_site, address), version).response
    if known and response.status == _NOT_CHANGED:
        kept = known.model_copy(update={"read_on": today})
    else:
        judged = judge(response, site, today)
        if judged.index is None:
            return _Answer(known, judged.faults)
        kept = kept_index(folder.keep(response.data), response.version, today)
    folder.note(progress_line(site, kept))
    return _Answer(kept)


def _state(folder: HarvestFolder) -> HarvestState:
    data = folder.state()
    try:
        return HarvestState.model_validate_json(data) if data else HarvestState()
    except ValidationError:
        could_not_run(both("harvest.unread", file=STATE))


def _is_offline(answers: Mapping[str, _Answer]) -> bool:
    """Whether none of several hosts could be reached: then this machine has no network."""
    unreachable = f"verify.{Trouble.UNREACHABLE}"
    reached = (
        not answer.faults or answer.faults[0].id != unreachable for answer in answers.values()
    )
    return len({host_of(address) for address in answers}) > 1 and not any(reached)


# Writing


def _put(
    addresses: Sequence[str], answers: Mapping[str, _Answer], folder: HarvestFolder, today: date
) -> Sequence[Site]:
    """Put tables, overview and state in place, all at once; gives the sites in their order."""
    sites = []
    rows: dict[str, Mapping[str, bytes]] = {}
    with tempfile.TemporaryDirectory() as made:
        for address in addresses:
            answer = answers[address]
            # One index at a time: all together they may be larger than the memory.
            judged = _judged_again(address, answer, folder, today)
            faults = (*answer.faults, *judged.faults)
            sites.append(site_of(address, judged.index, faults, today))
            if judged.index and judged.index.office.id not in rows:
                tables = office_tables(judged.index, address)
                write_parquet(Path(made), tables.parquet)
                rows[judged.index.office.id] = tables.csv
        told = with_repetitions(sites)
        of_sites = sites_table(told)
        write_parquet(Path(made), [of_sites])
        files = dict(built_files(Path(made)))
    state = next_state(addresses, _kept(answers), today)
    files |= whole_tables(of_sites, [rows[office] for office in sorted(rows)])
    files["index.html"] = overview_page(told, today)
    files[STATE] = f"{state.model_dump_json(indent=2)}\n".encode()
    folder.put(files)
    folder.forget_others({kept.sha256 for kept in state.sites.values()})
    return told


def _judged_again(site: str, answer: _Answer, folder: HarvestFolder, today: date) -> Judged:
    """The kept index of a site: this engine may ask more of it than the one that kept it."""
    data = folder.index(answer.kept.sha256) if answer.kept else None
    if data is None:
        return Judged(index=None)
    return judge(Response(status=200, data=data), site, today)


def _kept(answers: Mapping[str, _Answer]) -> dict[str, KeptIndex]:
    return {site: answer.kept for site, answer in answers.items() if answer.kept}
