"""Reading a published index, wherever it lies; or saying why it cannot be read."""

from pathlib import Path

from oit.audit.verify.addresses import INDEX_PATH, rooted
from oit.audit.verify.documents import read_index
from oit.audit.verify.values import Response
from oit.audit.verify.wording import words_of
from oit.commands.options import could_not_run
from oit.contract.index import Index
from oit.system.environment import read_environment
from oit.system.fetching import Bounds, Fetcher
from oit.web_address import is_web_address


def index_at(location: str) -> Index:
    """The index in a file, in a folder of a site, or at an address; or leave with status 2."""
    language = read_environment().language
    index, wrong = read_index(_fetched(location) if is_web_address(location) else _read(location))
    if index is None:
        reasons = "\n".join(f"  {words_of(one, language).what}" for one in wrong)
        could_not_run(
            f"อ่าน “{location}” เป็นดัชนี index.json รุ่นที่ 1 ไม่ได้\n{reasons}\n"
            f"[EN] {location} cannot be read as an index.json of version 1."
        )
    return index


def _fetched(location: str) -> Response:
    address = location if location.endswith(".json") else f"{rooted(location)}{INDEX_PATH}"
    return Fetcher(Bounds(), "compares disclosure indexes", 1).get(address, is_web_address).answer


def _read(location: str) -> Response:
    path = Path(location)
    try:
        return Response(
            status=200, data=(path / INDEX_PATH if path.is_dir() else path).read_bytes()
        )
    except OSError:
        return Response(status=404)
