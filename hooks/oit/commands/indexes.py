"""Reading a published index from a file, a folder or a web server."""

from functools import partial
from pathlib import Path

from oit.audit.verify.documents import read_index
from oit.audit.verify.report import diagnostic_of
from oit.catalog import both
from oit.contract.addresses import INDEX_PATH, site_root
from oit.contract.index import Index
from oit.entry.refusals import could_not_run
from oit.system.environment import read_environment
from oit.system.fetching import Fetcher
from oit.web_address import (
    has_credentials,
    is_same_site,
    is_web_address,
    without_credentials,
)
from oit.web_response import RequestLimits, Response, Trouble
from oit.wording.render.words import sentences_of

_NOTHING_THERE = (404, 410)


def index_at(location: str) -> Index:
    """The index in a file, in the folder of a site, or at an address; else ends with status 2."""
    refuse_credentials(location)
    response = _fetched(location) if is_web_address(location) else _read(Path(location))
    return _read_as_index(response, location)


def refuse_credentials(location: str) -> None:
    """End with status 2 for an address with a password in it: it is sent to nobody, nor shown."""
    if has_credentials(location):
        could_not_run(both("index.credentials", address=without_credentials(location)))


def _read_as_index(response: Response, location: str) -> Index:
    language = read_environment().language
    index, discrepancies = read_index(response)
    if index is None:
        told = [sentences_of(diagnostic_of(found), language).what for found in discrepancies]
        reasons = "\n".join(f"  {reason}" for reason in told)
        could_not_run(both("index.unreadable", place=location, reasons=reasons))
    return index


def published_index(address: str) -> Index | None:
    """The index at an address; `None` where no site is published there yet.

    Ends with status 2 where something else answers: what is published is then not known.
    """
    refuse_credentials(address)
    response = _fetched(address)
    if response.status in _NOTHING_THERE or response.trouble is Trouble.UNREACHABLE:
        return None
    return _read_as_index(response, address)


def _fetched(location: str) -> Response:
    address = location if location.endswith(".json") else f"{site_root(location)}{INDEX_PATH}"
    fetcher = Fetcher(RequestLimits(), "compares disclosure indexes", 1)
    return fetcher.get(address, partial(is_same_site, address)).response


def _read(path: Path) -> Response:
    try:
        data = (path / INDEX_PATH if path.is_dir() else path).read_bytes()
    except OSError:
        return Response(status=404)
    return Response(status=200, data=data)
