"""What of an item can be fetched, once for DCAT, schema.org and CKAN, which therefore agree.

The item's own document, evidence files with their open copies, sections of its page, and pages of
other sites that it names. A stated nothing cannot be fetched.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import Enum
from hashlib import sha256
from types import MappingProxyType
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from oit.catalog import Language, say
from oit.catalog.dates import english_period
from oit.contract.addresses import absolute, item_json_path, year_table_path
from oit.contract.base import Name
from oit.contract.disclosed import EvidenceEntry, RequirementEntry
from oit.contract.identifiers import distribution_id
from oit.contract.index import ItemEntry
from oit.outputs.machine_tables import PublishedTable
from oit.periods import parse_period
from oit.wording.terms import SAMPLE_EN, SAMPLE_TH

_PARQUET = "application/vnd.apache.parquet"
TablesOfItems: TypeAlias = Mapping[str, Sequence[PublishedTable]]
"""The tables over the periods of a round, by their path up to the name of the table."""


class DownloadKind(Enum):
    """What stands at the address."""

    DOCUMENT = "document"
    """The item's JSON document."""
    FILE = "file"
    OPEN_CSV = "open-csv"
    """The table of a file, as open CSV."""
    TABLE = "table"
    """The tables of a requirement over all its periods."""
    SECTION = "section"
    LINK = "link"


_KINDS = {"file": DownloadKind.FILE, "section": DownloadKind.SECTION, "url": DownloadKind.LINK}


class Download(Struct, frozen=True, kw_only=True):
    """A thing that can be fetched, as catalogues describe it."""

    identifier: str
    address: str
    """As in the index: absolute, or relative to the site's root."""
    kind: DownloadKind
    title: Name
    about: Name
    """What it discloses, without a period."""
    media_type: str | None = None
    """`None` where it is not known: of pages of other sites."""
    bytes: int | None = None
    sha256: str | None = None
    published: date | None = None
    """The first day; `None` of what is generated."""
    periods: tuple[str, ...] = ()
    """`2025-03`; empty where its requirement has none."""
    sample: bool = False

    @property
    def is_file(self) -> bool:
        """Whether the address gives the data itself, and not a page about it."""
        return self.kind not in (DownloadKind.SECTION, DownloadKind.LINK)

    @property
    def extension(self) -> str:
        """`csv`; empty for a page."""
        return self.address.rpartition("/")[2].rpartition(".")[2].lower() if self.is_file else ""


def downloads_of(
    item: ItemEntry,
    fiscal_year: int,
    site_url: str | None,
    tables: TablesOfItems = MappingProxyType({}),
) -> tuple[Download, ...]:
    """What of an item can be fetched, each identifier once: document, tables, evidence.

    What fills several cells is there once, with all their periods.
    """
    found: dict[str, Download] = {}
    for download in _all_downloads(item, site_url):
        known = found.get(download.identifier)
        periods = (*(known.periods if known else ()), *download.periods)
        found[download.identifier] = replace(
            known or download, periods=tuple(dict.fromkeys(periods))
        )
    return (
        _document(item, fiscal_year, site_url),
        *_tables(item, fiscal_year, site_url, tables),
        *(_marked(download) for download in found.values()),
    )


def tables_of_items(tables: Iterable[PublishedTable]) -> TablesOfItems:
    """Tables by their item, so that no item looks through those of all rounds."""
    found: dict[str, list[PublishedTable]] = {}
    for table in tables:
        found.setdefault(table.path.partition("-")[0], []).append(table)
    return found


def measured(download: Download, files: Mapping[str, bytes], site_url: str | None) -> Download:
    """With size and hash where it is among the generated files, by path from the site's root."""
    data = files.get(download.address.removeprefix(absolute(site_url, "")))
    if data is None:
        return download
    return replace(download, bytes=len(data), sha256=sha256(data).hexdigest())


def _document(item: ItemEntry, fiscal_year: int, site_url: str | None) -> Download:
    """The item's JSON document; so that no dataset is without anything to fetch."""
    path = item_json_path(fiscal_year, item.item)
    whole = Name(
        th=say("catalogs.dcat.whole", Language.TH, item=item.item),
        en=say("catalogs.dcat.whole", Language.EN, item=item.item),
    )
    return Download(
        identifier=distribution_id(site_url, path),
        address=absolute(site_url, path),
        kind=DownloadKind.DOCUMENT,
        title=whole,
        about=item.about,
        media_type="application/json",
        sample=item.sample,
    )


def _tables(
    item: ItemEntry, fiscal_year: int, site_url: str | None, tables: TablesOfItems
) -> Iterator[Download]:
    """The item's own tables over the periods of its round, as CSV and as Parquet."""
    own = year_table_path(fiscal_year, item.item, "").removesuffix("-")
    for table in tables.get(own, ()):
        types = ((table.csv_path, "text/csv"), (table.parquet_path, _PARQUET))
        for path, media_type in types:
            download = Download(
                identifier=distribution_id(site_url, path),
                address=absolute(site_url, path),
                kind=DownloadKind.TABLE,
                title=table.title,
                about=item.about,
                media_type=media_type,
                sample=table.sample,
            )
            yield _marked(download)


def _all_downloads(item: ItemEntry, site_url: str | None) -> Iterator[Download]:
    for requirement, cell in item.requirement_cells():
        periods = (cell.period,) if cell.period else ()
        for entry in cell.evidence:
            if entry.url and entry.identifier:
                download = _download(entry, item.item, requirement, periods)
                yield download
                yield from _open_copy(download, entry, site_url)


def _download(
    entry: EvidenceEntry,
    item: str,
    requirement: RequirementEntry,
    periods: tuple[str, ...],
) -> Download:
    """Evidence; its own title is Thai only, so the English one names item and requirement."""
    return Download(
        identifier=entry.identifier or "",
        address=entry.url or "",
        kind=_KINDS[entry.kind],
        title=Name(th=entry.title, en=f"{item} {requirement.label.en}"),
        about=requirement.label,
        media_type="text/html" if entry.kind == "section" else entry.media_type,
        bytes=entry.bytes,
        # Of a section it is the hash of its text, and not of what stands at the address.
        sha256=entry.sha256 if entry.kind == "file" else None,
        published=entry.published,
        periods=periods,
        sample=entry.sample,
    )


def _open_copy(
    download: Download, entry: EvidenceEntry, site_url: str | None
) -> Iterator[Download]:
    """The open copy of a table, which says that it is one."""
    if entry.open_csv:
        yield replace(
            download,
            identifier=distribution_id(site_url, entry.open_csv),
            address=entry.open_csv,
            kind=DownloadKind.OPEN_CSV,
            title=Name(
                th=say("catalogs.open-copy", Language.TH, title=download.title.th),
                en=say("catalogs.open-copy", Language.EN, title=download.title.en),
            ),
            media_type="text/csv",
            bytes=None,
            sha256=None,
        )


def _marked(download: Download) -> Download:
    """With its periods in the English title, as Thai titles have them, and marked as a sample."""
    periods = (english_period(parse_period(period)) for period in download.periods)
    english = ", ".join((download.title.en, *periods))
    title = Name(
        th=_with_mark(download.title.th, SAMPLE_TH if download.sample else ""),
        en=_with_mark(english, SAMPLE_EN if download.sample else ""),
    )
    return replace(download, title=title)


def _with_mark(title: str, mark: str) -> str:
    return f"{title} ({mark})" if mark else title
