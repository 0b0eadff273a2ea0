"""`oit verify`: whether a published index, and everything it names, is what it says."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain

import click
from msgspec import Struct

from oit.audit.against.check import check_against
from oit.audit.verify.checks import check_site
from oit.audit.verify.checksums import read_checksums, with_checksums
from oit.audit.verify.documents import document_paths, read_index
from oit.audit.verify.published import (
    CellDifference,
    PublishedSite,
    archives_in,
    digests_of,
    files_in,
    pages_in,
    received,
)
from oit.audit.verify.report import (
    Verification,
    diagnostic_of,
    verification_csv,
    verification_json,
    verification_report,
)
from oit.audit.verify.responses import check_received
from oit.audit.verify.rows_of_tables import parquet_beside
from oit.audit.verify.targets import Promises, more_pages, promises_of
from oit.audit.verify.values import Discrepancy, ExternalTarget, Target, in_order
from oit.catalog import Language, beside, both, say
from oit.commands.documented import documented
from oit.commands.earlier import kept_earlier
from oit.commands.exits import reports_errors
from oit.commands.indexes import refuse_credentials
from oit.commands.options import format_option, seconds_option
from oit.commands.progress import says_when_slow
from oit.commands.rebuild import rebuilt
from oit.contract.addresses import CHECKSUMS, INDEX_PATH, site_root
from oit.contract.index import Index
from oit.entry.refusals import could_not_run
from oit.system.environment import read_environment, read_generator
from oit.system.parallel import CONNECTIONS, parallel_map
from oit.system.parquet_reading import first_difference
from oit.system.sources import Source, open_source
from oit.web_response import RequestLimits, Response
from oit.wording.render.text import report_text
from oit.wording.render.words import sentences_of


@documented()
@click.argument("location", metavar="URL|FOLDER")
@format_option("text", "json", "csv", help=beside("options.format"))
@click.option("--external", is_flag=True, help=beside("verify-command.external"))
@click.option(
    "--megabytes",
    type=click.IntRange(min=1),
    default=RequestLimits().megabytes,
    show_default=True,
    help=beside("verify-command.megabytes"),
)
@click.option("--against", metavar="OLD", help=beside("verify-command.against"))
@click.option("--rebuild", metavar="REPOSITORY", help=beside("verify-command.rebuild"))
@seconds_option
@reports_errors
@says_when_slow
def verify(
    location: str,
    format_: str,
    against: str | None,
    rebuild: str | None,
    megabytes: int,
    seconds: float,
    *,
    external: bool,
) -> None:
    """Verify a published index, of any site, and all that it names."""
    environment = read_environment()
    refuse_credentials(location)
    limits = RequestLimits(megabytes=megabytes, seconds=seconds)
    source = open_source(location, limits, CONNECTIONS)
    if source is None:
        could_not_run(both("verify-command.no-source", place=location, index=INDEX_PATH))
    if sys.stderr.isatty():
        click.echo(beside("verify-command.reading", place=source.root), err=True)
    response = source.index()
    if reason := check_received(INDEX_PATH, response):
        could_not_run(_no_index(location, reason))
    besides = _Besides(asks_others=external, against=against, rebuild=rebuild)
    verification = _verified(source, response, environment.today.day, besides)
    if format_ == "json":
        click.echo(verification_json(verification))
    elif format_ == "csv":
        click.echo(verification_csv(verification), nl=False)
    else:
        click.echo(report_text(verification_report(verification), environment.language))
    sys.exit(1 if verification.failures else 0)


def _no_index(location: str, reason: Discrepancy) -> str:
    thai, english = (_why(reason, language) for language in (Language.TH, Language.EN))
    text = both("verify-command.no-index", index=INDEX_PATH, place=location)
    return f"{text}\n  {thai} ({english})"


def _why(reason: Discrepancy, language: Language) -> str:
    if reason.check != "not-found":
        return sentences_of(diagnostic_of(reason), language).what
    return say("verify-command.no-file", language)


class _Besides(Struct, frozen=True, kw_only=True):
    """What is asked besides the site itself."""

    asks_others: bool
    against: str | None
    """What was kept of it earlier."""
    rebuild: str | None
    """The repository that it was built from."""

    def found(self, site: PublishedSite, source: Source) -> Iterator[Discrepancy]:
        """What an earlier index and the repository show."""
        if self.against:
            yield from check_against(kept_earlier(self.against, site.index), site)
        if self.rebuild:
            yield from rebuilt(self.rebuild, site, source)


def _verified(source: Source, response: Response, today: date, besides: _Besides) -> Verification:
    """Everything that is checked, in the order in which it is fetched."""
    index, discrepancies = read_index(response)
    if index is None:
        return _verification(source, today, discrepancies, checked_count=1)
    paths = document_paths(index)
    fetched = dict(zip(paths, parallel_map(source.fetch, paths), strict=True))
    documents = {INDEX_PATH: response, **fetched}
    checksums = read_checksums(documents[CHECKSUMS])
    of_index = promises_of(index, _roots(index, source))
    promises = with_checksums(of_index, checksums, documents)
    targets = [
        target
        for target in promises.targets
        if besides.asks_others or not isinstance(target, ExternalTarget)
    ]
    # Judged in the thread that fetched it, so that no file is kept longer than it takes.
    kept = parallel_map(lambda target: received(target, _fetch(source, target)), targets)
    files = files_in(kept)
    more = [page for page in more_pages(index) if page not in {known.path for known in kept}]
    site = PublishedSite(
        root=source.root,
        today=today,
        engine=read_generator().version,
        index=index,
        documents=documents,
        pages={**_pages(source, more), **pages_in(kept)},
        files=files,
        parquet=dict(_parquet(files)),
        digests=digests_of(documents, kept),
        archives=archives_in(kept),
        checksums=checksums,
        promises=Promises(of_index.targets, promises.outside),
        received=tuple(chain.from_iterable(known.discrepancies for known in kept)),
    )
    return _verification(
        source,
        today,
        [*discrepancies, *check_site(site), *besides.found(site, source)],
        checked_count=len(documents) + len(targets),
        left_out_count=len(promises.targets) - len(targets),
    )


def _parquet(files: Mapping[str, bytes]) -> Iterator[tuple[str, CellDifference]]:
    """Where Parquet files are not the tables beside them."""
    for path, table in parquet_beside(files):
        if found := first_difference(files[path], table.header, table.rows):
            yield path, CellDifference(*found)


def _pages(source: Source, paths: list[str]) -> dict[str, bytes]:
    """Pages that no document names, by address; those that do not come are left out."""
    responses = zip(paths, parallel_map(source.fetch, paths), strict=True)
    return {path: response.data for path, response in responses if response.status == 200}


def _verification(
    source: Source,
    today: date,
    discrepancies: Iterable[Discrepancy],
    *,
    checked_count: int,
    left_out_count: int = 0,
) -> Verification:
    return Verification(
        source=source.root,
        today=today,
        checked_count=checked_count,
        left_out_count=left_out_count,
        discrepancies=tuple(in_order(discrepancies)),
    )


def _roots(index: Index, source: Source) -> tuple[str, ...]:
    """What the site's absolute addresses begin with: where it was found, or says it is."""
    return (source.root, *((site_root(index.site_url),) if index.site_url else ()))


def _fetch(source: Source, target: Target) -> Response:
    if isinstance(target, ExternalTarget):
        return source.fetch_external(target.path)
    return source.fetch(target.path)
