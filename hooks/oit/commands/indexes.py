"""Reading a published index from a file, a folder or a web server."""

from pathlib import Path

from oit.audit.verify.documents import read_index
from oit.audit.verify.wording import words_of
from oit.commands.exits import could_not_run
from oit.contract.addresses import INDEX_PATH, site_root
from oit.contract.index import Index
from oit.system.environment import read_environment
from oit.system.fetching import Fetcher, RequestLimits
from oit.web_address import is_web_address
from oit.web_response import Response


def index_at(location: str) -> Index:
    """The index in a file, in the folder of a site, or at an address; else ends with status 2."""
    language = read_environment().language
    response = _fetched(location) if is_web_address(location) else _read(Path(location))
    index, discrepancies = read_index(response)
    if index is None:
        reasons = "\n".join(f"  {words_of(found, language).what}" for found in discrepancies)
        could_not_run(
            f"อ่าน “{location}” เป็นดัชนี index.json รุ่นที่ 1 ไม่ได้\n{reasons}",
            f"{location} cannot be read as an index.json of version 1.",
        )
    return index


def _fetched(location: str) -> Response:
    address = location if location.endswith(".json") else f"{site_root(location)}{INDEX_PATH}"
    fetcher = Fetcher(RequestLimits(), "compares disclosure indexes", 1)
    return fetcher.get(address, is_web_address).response


def _read(path: Path) -> Response:
    try:
        data = (path / INDEX_PATH if path.is_dir() else path).read_bytes()
    except OSError:
        return Response(status=404)
    return Response(status=200, data=data)
