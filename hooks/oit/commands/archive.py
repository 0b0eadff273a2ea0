"""`oit archive`: keeps a dated copy of a site's index, for oneself."""

from pathlib import Path

import click

from oit.audit.against.snapshot import day_of, folder_of, kept_paths
from oit.audit.verify.documents import read_index
from oit.audit.verify.report import diagnostic_of
from oit.audit.verify.responses import check_is_no_page, check_received
from oit.catalog import beside, both
from oit.commands.documented import documented
from oit.commands.exits import reports_errors
from oit.commands.indexes import refuse_credentials
from oit.commands.options import seconds_option
from oit.commands.progress import says_when_slow
from oit.contract.addresses import API, INDEX_PATH
from oit.contract.index import Index
from oit.entry.refusals import could_not_run
from oit.system.environment import read_environment
from oit.system.keeping import keep_dated
from oit.system.sources import Source, open_source
from oit.web_response import RequestLimits, Response
from oit.wording.render.words import sentences_of

_ABSENT = (404, 410)
"""A site of an earlier version has no `policy.json`."""


@documented()
@click.argument("location", metavar="URL|FOLDER")
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("oit-archive"),
    show_default=True,
    metavar="FOLDER",
    help=beside("archive.into"),
)
@seconds_option
@reports_errors
@says_when_slow
def archive(location: str, into: Path, seconds: float) -> None:
    """Keep a dated copy of a published index, and of what tells of its past."""
    refuse_credentials(location)
    source = open_source(location, RequestLimits(seconds=seconds), 1)
    if source is None:
        could_not_run(both("verify-command.no-source", place=location, index=INDEX_PATH))
    response = source.index()
    index = _index(response, location)
    name, day = folder_of(index), day_of(index)
    if name is None or day is None:
        could_not_run(both("archive.nameless", place=location))
    kept = keep_dated(into / name, day, _documents(index, response, source))
    message = "archive.was-there" if kept.was_there else "archive.kept"
    click.echo(both(message, folder=str(kept.folder), day=day))


def _index(response: Response, location: str) -> Index:
    index, discrepancies = read_index(response)
    if index is None:
        language = read_environment().language
        told = [sentences_of(diagnostic_of(found), language).what for found in discrepancies]
        reasons = "\n".join(f"  {reason}" for reason in told)
        could_not_run(both("index.unreadable", place=location, reasons=reasons))
    return index


def _documents(index: Index, response: Response, source: Source) -> dict[str, bytes]:
    """The bytes of what is kept, by path from `api/v1/`; what is absent is left out."""
    documents = {INDEX_PATH: response.data}
    for path in kept_paths(index):
        if path == INDEX_PATH:
            continue
        answer = source.fetch(path)
        if answer.status in _ABSENT:
            continue
        if check_received(path, answer) or check_is_no_page(path, answer):
            could_not_run(both("archive.not-received", file=path))
        documents[path] = answer.data
    return {path.removeprefix(f"{API}/"): data for path, data in documents.items()}
