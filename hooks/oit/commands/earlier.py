"""What was kept of a site earlier: a file, a folder, an archive of `oit archive`, an address."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from oit.audit.against.snapshot import Snapshot, day_of, folder_of, snapshot_of
from oit.catalog import both
from oit.commands.indexes import index_at
from oit.contract.addresses import API, INDEX_PATH, site_root
from oit.contract.index import Index
from oit.entry.refusals import could_not_run
from oit.system.keeping import dated_folders
from oit.system.sources import WebSource
from oit.web_address import is_web_address
from oit.web_response import RequestLimits

_INDEX_FILE = "index.json"


def kept_earlier(location: str, index: Index) -> Snapshot:
    """What was kept of the site of an index, the newest copy of a day before it.

    Ends with status 2 where there is none, or where it is of another office.
    """
    file = None if is_web_address(location) else _index_file(Path(location), index)
    kept = index_at(location if file is None else str(file))
    if kept.office.id != index.office.id:
        could_not_run(both("verify-command.other-office", place=location, office=kept.office.id))
    return snapshot_of(kept, _from_web(location) if file is None else partial(_beside, file.parent))


def _index_file(path: Path, index: Index) -> Path:
    """The file of an index: as named, in the folder of a site, or the newest in an archive."""
    if path.is_file():
        return path
    for name in (INDEX_PATH, _INDEX_FILE):
        if (path / name).is_file():
            return path / name
    found = _newest(path, index)
    if found is None:
        could_not_run(both("verify-command.nothing-kept", place=str(path)))
    return found / _INDEX_FILE


def _newest(path: Path, index: Index) -> Path | None:
    """The newest copy of an earlier day than the index's, or else of the same day."""
    name, day = folder_of(index), day_of(index)
    named = path / name if name else path
    folder = named if named.is_dir() else path
    if day is None or not folder.is_dir():
        return None
    known = [entry for entry in dated_folders(folder) if entry[0] <= day]
    earlier = [entry for entry in known if entry[0] < day] or known
    return earlier[-1][1] if earlier else None


def _beside(folder: Path, path: str) -> bytes | None:
    """A document in the folder of an index, which stands for `api/v1/`."""
    try:
        return (folder / path.removeprefix(f"{API}/")).read_bytes()
    except OSError:
        return None


def _from_web(location: str) -> Callable[[str], bytes | None]:
    source = WebSource(site_root(location), RequestLimits(), 1)

    def fetched(path: str) -> bytes | None:
        response = source.fetch(path)
        return response.data if response.status == 200 else None

    return fetched
