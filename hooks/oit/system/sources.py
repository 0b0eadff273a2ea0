"""The published site that is verified: a folder or a web server, behind one interface."""

from pathlib import Path
from typing import Protocol
from urllib.parse import unquote

from oit.contract.addresses import INDEX_PATH, site_root
from oit.system.fetching import Fetcher, too_large
from oit.web_address import is_same_origin, is_same_site, is_web_address
from oit.web_response import RequestLimits, Response, Trouble

_PURPOSE = "verifies a disclosure index"


class Source(Protocol):
    """A site whose files can be fetched, from many threads at a time."""

    @property
    def root(self) -> str:
        """The address of the site, with a slash at the end."""

    def index(self) -> Response:
        """`index.json`. It is fetched first: its redirects decide what `root` is."""

    def fetch(self, path: str) -> Response:
        """What is at a path from the root; `path` is percent-encoded, as in an address."""

    def fetch_external(self, address: str) -> Response:
        """Status and type of an address on another site."""

    def names(self) -> frozenset[str]:
        """The paths of all files, where they can be listed; of a web server none."""


class FolderSource:
    """The files of a folder, as a static web server would serve them."""

    def __init__(self, folder: Path, limits: RequestLimits) -> None:
        self._folder = folder.resolve()
        self._limits = limits

    @property
    def root(self) -> str:
        """`file:///srv/site/`."""
        return f"{self._folder.as_uri()}/"

    def index(self) -> Response:
        """`index.json` of the folder."""
        return self.fetch(INDEX_PATH)

    def fetch(self, path: str) -> Response:
        """A file, or the `index.html` of a folder. No symbolic link out of the folder is read."""
        try:
            file = (self._folder / unquote(path.partition("?")[0])).resolve()
            if file.is_dir():
                file = (file / "index.html").resolve()
            if not file.is_relative_to(self._folder):
                return Response(trouble=Trouble.REDIRECTED_AWAY)
            return self._read(file) if file.is_file() else Response(status=404)
        except (OSError, ValueError) as error:
            return Response(trouble=Trouble.UNREACHABLE, detail=type(error).__name__)

    def fetch_external(self, address: str) -> Response:
        """Over the network, as for a web server."""
        return _fetch_external(Fetcher(self._limits, _PURPOSE, 1), address)

    def names(self) -> frozenset[str]:
        """The paths of all files of the folder."""
        files = (file for file in self._folder.rglob("*") if file.is_file())
        return frozenset(file.relative_to(self._folder).as_posix() for file in files)

    def _read(self, file: Path) -> Response:
        if file.stat().st_size > self._limits.most_bytes:
            return too_large(self._limits)
        return Response(status=200, data=file.read_bytes())


class WebSource:
    """A web server. Redirects are followed within the site's own origin only: host and port."""

    def __init__(self, root: str, limits: RequestLimits, connections: int) -> None:
        self._fetcher = Fetcher(limits, _PURPOSE, connections)
        self._root = site_root(root)

    @property
    def root(self) -> str:
        """The address given, or the one it was redirected to."""
        return self._root

    def index(self) -> Response:
        """`index.json`. Where it is redirected, the site is taken to have moved there."""
        address = f"{self._root}{INDEX_PATH}"
        fetched = self._fetcher.get(address, may_follow=self._is_same_site)
        if fetched.address.endswith(f"/{INDEX_PATH}"):
            self._root = site_root(fetched.address)
        return fetched.response

    def fetch(self, path: str) -> Response:
        """A file of the site."""
        return self._fetcher.get(f"{self._root}{path}", may_follow=self._has_same_origin).response

    def fetch_external(self, address: str) -> Response:
        """By the same connections."""
        return _fetch_external(self._fetcher, address)

    def names(self) -> frozenset[str]:
        """None: a web server lists nothing."""
        return frozenset()

    def _is_same_site(self, address: str) -> bool:
        return is_same_site(self._root, address)

    def _has_same_origin(self, address: str) -> bool:
        return is_same_origin(self._root, address)


def open_source(location: str, limits: RequestLimits, connections: int) -> Source | None:
    """The site at an address, in a folder, or of an index file; `None` where there is none."""
    if is_web_address(location):
        return WebSource(location, limits, connections)
    path = Path(location)
    if path.is_file():
        folder = path.resolve()
        for _ in Path(INDEX_PATH).parts:
            folder = folder.parent
        return FolderSource(folder, limits)
    return FolderSource(path, limits) if path.is_dir() else None


def _fetch_external(fetcher: Fetcher, address: str) -> Response:
    return fetcher.probe(address, lambda response: response.status == 200)
