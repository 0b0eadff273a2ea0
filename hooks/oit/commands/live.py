"""`oit live`: whether the published site is the one that was deployed, asked at its address."""

import os
import sys
from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

import click

from oit.audit.verify.checksums import read_checksums
from oit.audit.verify.documents import read_index
from oit.catalog import beside, both
from oit.commands.deployable import day_of, obstacles_to_publishing, require_commit
from oit.commands.documented import documented
from oit.commands.exits import reports_errors
from oit.commands.freshness import carry_out
from oit.commands.indexes import refuse_credentials
from oit.commands.options import root_option
from oit.commands.sites import cached_site
from oit.contract.addresses import CHECKSUMS
from oit.entry.refusals import could_not_run
from oit.escaping import for_forge_log
from oit.forge.live import live_actions
from oit.records.site import Site
from oit.system.forges import ForgeError, required_forge
from oit.system.sources import WebSource
from oit.web_response import RequestLimits

_ASKED = 10
"""Files that are fetched: enough that an old copy of any part is met before long."""


@documented()
@click.argument("address", required=False)
@click.option("--commit", required=True, help=beside("live.commit"))
@click.option("--issue", is_flag=True, help=beside("live.issue"))
@root_option
@reports_errors
def live(root: Path, address: str | None, commit: str, *, issue: bool) -> None:
    """Say whether the published site is the one that was deployed."""
    require_commit(commit)
    records = cached_site(root)
    asked = _address(address, records)
    found = _obstacles(asked, records, commit, day_of(records))
    if issue:
        _tell(records, asked, found)
    if found:
        heading = both("live.other", address=asked)
        click.echo(for_forge_log("\n".join([heading, *found])))
        sys.exit(1)
    click.echo(both("live.same", address=asked))


def _address(given: str | None, records: Site) -> str:
    address = given or records.site_url
    if address is None:
        could_not_run(both("live.no-address"))
    refuse_credentials(address)
    return address


def _obstacles(address: str, records: Site, commit: str, today: date) -> list[str]:
    source = WebSource(address, RequestLimits(), 1)
    index, _ = read_index(source.index())
    if index is None:
        return [both("live.no-index")]
    return [
        *obstacles_to_publishing(index, records, commit, today),
        *_differing_files(source, commit),
    ]


def _differing_files(source: WebSource, commit: str) -> list[str]:
    """Some files of the site whose bytes are not those that its `checksums.txt` names."""
    hashes = read_checksums(source.fetch(CHECKSUMS)).hashes
    if not hashes:
        return [both("live.no-checksums", file=CHECKSUMS)]
    return [
        both("live.other-file", path=path, file=CHECKSUMS)
        for path in chosen(hashes, commit)
        if sha256(source.fetch(quote(path)).data).hexdigest() != hashes[path]
    ]


def chosen(paths: Iterable[str], commit: str) -> list[str]:
    """Ten of the paths, other ones for each commit, and the same whoever asks."""
    return sorted(paths, key=lambda path: sha256(f"{commit} {path}".encode()).hexdigest())[:_ASKED]


def _tell(records: Site, address: str, found: list[str]) -> None:
    try:
        forge = required_forge(os.environ)
        carry_out(live_actions(records, address, found, forge.own_issues()), forge)
    except ForgeError as error:
        could_not_run(str(error))
