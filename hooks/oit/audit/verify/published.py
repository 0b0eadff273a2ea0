"""A published site as it came: what every check of `oit verify` looks at.

A check is a function of one shape: it is given a `PublishedSite`, and yields what is not as it
should be. `checks` lists them all.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import TypeAlias
from urllib.parse import unquote

from msgspec import Struct, field

from oit.audit.verify.checksums import Checksums
from oit.audit.verify.packages import members_of
from oit.audit.verify.responses import HTML, check_is_no_page, check_received, check_response
from oit.audit.verify.targets import Promises
from oit.audit.verify.values import Discrepancy, FileTarget, PageTarget, Target
from oit.contract.addresses import API
from oit.contract.index import Index
from oit.web_response import Response

READ = ("api/", "feeds/")
"""Folders of documents and tables, which are read."""
_PAGE_FILE, _ARCHIVE = "index.html", ".zip"
_TABLE = re.compile(rf".+\.csv|{re.escape(API)}/(?:\d+/)?tables/.+\.json")


class Received(Struct, frozen=True, kw_only=True):
    """What is kept of the response for a target: its hash, and its bytes where checks read it."""

    path: str
    """From the site's root, not percent-encoded; of a page its address (`2568/o15/`)."""
    discrepancies: tuple[Discrepancy, ...] = ()
    sha256: str | None = None
    """`None` where it did not come."""
    is_page: bool = False
    data: bytes | None = None
    """Of a page, an open table, and what stands below `READ`; `None` of any other file."""
    members: Mapping[str, str] | None = None
    """SHA-256 of the files in an archive; `None` of any other file."""


class CellDifference(Struct, frozen=True):
    """A cell that is another one."""

    line: str
    """Counted from the header, which is 1."""
    column: str
    expected: str
    found: str


class PublishedSite(Struct, frozen=True, kw_only=True):
    """An index, and what came of all that it names.

    No path here is percent-encoded.
    """

    root: str
    """The address of the site, with a slash at the end."""
    today: date
    engine: str
    """The version of the engine that verifies."""
    index: Index
    documents: Mapping[str, Response]
    """`api/v1/index.json` and the documents beside it, by path; some may not have come."""
    pages: Mapping[str, bytes]
    """The pages that came, by address: `""` for home, `2568/o15/`, `divisions/finance/`, `en/`."""
    files: Mapping[str, bytes] = field(default_factory=dict)
    """Open tables, and what stands below `READ` besides the documents, by path."""
    parquet: Mapping[str, CellDifference] = field(default_factory=dict)
    """The first cell of Parquet files that is not the one of the CSV file beside it, by path."""
    digests: Mapping[str, str] = field(default_factory=dict)
    """SHA-256 of every file, page and document that came, by path."""
    archives: Mapping[str, Mapping[str, str] | None] = field(default_factory=dict)
    """SHA-256 of the files in each archive that came; `None` of one that is unreadable."""
    checksums: Checksums
    promises: Promises
    """What the index names; nothing of `checksums.txt`."""
    received: tuple[Discrepancy, ...] = ()
    """What is wrong with single responses, as `responses` judges them."""

    @property
    def tables(self) -> dict[str, bytes]:
        """The open tables that came, and what describes their columns, by path."""
        return {path: data for path, data in self.files.items() if _TABLE.fullmatch(path)}

    @property
    def promised(self) -> dict[str, str]:
        """SHA-256 of every file by path: as the index says, else `checksums.txt`, else as it came.

        A file that is another than it was promised to be is told once, by itself.
        """
        of_index = {
            unquote(target.path): target.sha256
            for target in self.promises.targets
            if isinstance(target, FileTarget) and target.sha256
        }
        return {**self.digests, **self.checksums.hashes, **of_index}

    def data(self, path: str) -> bytes | None:
        """The bytes of a document or file; `None` where it did not come, or a page came instead."""
        response = self.documents.get(path)
        if path in self.files:
            return self.files[path]
        if response is None or check_received(path, response) or check_is_no_page(path, response):
            return None
        return response.data


Check: TypeAlias = Callable[[PublishedSite], Iterator[Discrepancy]]
"""What `checks` lists: it fetches nothing, and what it yields is in the order in which it looks."""


def received(target: Target, response: Response) -> Received:
    """What is kept of a response, and what is wrong with it."""
    discrepancies = tuple(check_response(target, response))
    path = address_of_page(unquote(target.path))
    if check_received(target.path, response):
        return Received(path=path, discrepancies=discrepancies)
    is_page = isinstance(target, PageTarget) or (
        isinstance(target, FileTarget) and target.media_type == HTML
    )
    is_read = path.startswith(READ) or bool(_TABLE.fullmatch(path))
    return Received(
        path=path,
        discrepancies=discrepancies,
        sha256=hashlib.sha256(response.data).hexdigest(),
        is_page=is_page,
        data=response.data if is_page or is_read else None,
        members=members_of(response.data) if path.endswith(_ARCHIVE) else None,
    )


def pages_in(everything: Iterable[Received]) -> dict[str, bytes]:
    """The pages that came, by address."""
    return {kept.path: kept.data for kept in everything if kept.is_page and kept.data is not None}


def files_in(everything: Iterable[Received]) -> dict[str, bytes]:
    """Tables and feeds that came, by path."""
    return {
        kept.path: kept.data for kept in everything if not kept.is_page and kept.data is not None
    }


def archives_in(everything: Iterable[Received]) -> dict[str, Mapping[str, str] | None]:
    """What is in the archives that came, by their paths."""
    return {
        kept.path: kept.members
        for kept in everything
        if kept.path.endswith(_ARCHIVE) and kept.sha256
    }


def digests_of(documents: Mapping[str, Response], everything: Iterable[Received]) -> dict[str, str]:
    """SHA-256 of all that came, by path."""
    return {
        **{kept.path: kept.sha256 for kept in everything if kept.sha256},
        **{
            path: hashlib.sha256(response.data).hexdigest()
            for path, response in documents.items()
            if response.status == 200
        },
    }


def address_of_page(path: str) -> str:
    """`2568/o15/` of `2568/o15/index.html`; any other path unchanged."""
    folder, _, name = path.rpartition("/")
    if name != _PAGE_FILE:
        return path
    return f"{folder}/" if folder else ""
