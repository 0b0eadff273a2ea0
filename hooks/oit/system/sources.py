"""Where a published site is read from: a folder, or a web server. Both answer alike."""

from pathlib import Path
from typing import Protocol
from urllib.parse import unquote, urlsplit

from oit.audit.verify.addresses import INDEX_PATH, rooted
from oit.audit.verify.values import Response, Trouble
from oit.system.fetching import Bounds, Fetcher
from oit.web_address import is_web_address

_MEGABYTE = 1_000_000
_PURPOSE = "verifies a disclosure index"


class Source(Protocol):
    """A site that can be asked for what it holds, from many threads at a time."""

    @property
    def root(self) -> str:
        """The address of the site, which its own absolute addresses begin with."""

    def index(self) -> Response:
        """The index, which is asked for first: it settles where the site is."""

    def fetch(self, path: str) -> Response:
        """What stands at a path from the root."""

    def fetch_external(self, address: str) -> Response:
        """What answers at an address elsewhere."""


class FolderSource:
    """The files of a folder, as a plain web server would give them. Nothing outside is read."""

    def __init__(self, folder: Path, bounds: Bounds) -> None:
        self._folder = folder.resolve()
        self._bounds = bounds

    @property
    def root(self) -> str:
        """The folder's own address."""
        return f"{self._folder.as_uri()}/"

    def index(self) -> Response:
        """The file."""
        return self.fetch(INDEX_PATH)

    def fetch(self, path: str) -> Response:
        """A file, or the page of a folder."""
        try:
            file = (self._folder / unquote(path.partition("?")[0])).resolve()
            if file.is_dir():
                file = (file / "index.html").resolve()
            if not file.is_relative_to(self._folder):
                return Response(trouble=Trouble.LED_AWAY)
            return self._read(file) if file.is_file() else Response(status=404)
        except (OSError, ValueError) as error:
            return Response(trouble=Trouble.UNREACHABLE, detail=type(error).__name__)

    def fetch_external(self, address: str) -> Response:
        """Other sites, asked over the network."""
        return _asked_elsewhere(Fetcher(self._bounds, _PURPOSE, 1), address)

    def _read(self, file: Path) -> Response:
        most = self._bounds.megabytes * _MEGABYTE
        if file.stat().st_size > most:
            return Response(trouble=Trouble.TOO_LARGE, detail=f"> {most} bytes")
        return Response(status=200, data=file.read_bytes())


class WebSource:
    """A web server. Redirects are followed within the site's own origin only."""

    def __init__(self, root: str, bounds: Bounds, connections: int) -> None:
        self._fetcher = Fetcher(bounds, _PURPOSE, connections)
        self._root = rooted(root)

    @property
    def root(self) -> str:
        """The address of the site, with a slash behind."""
        return self._root

    def index(self) -> Response:
        """What the server answers; the site's own address is the one to which this led."""
        asked = f"{self._root}{INDEX_PATH}"
        found = self._fetcher.get(asked, may_follow=self._is_namesake)
        if found.address.endswith(f"/{INDEX_PATH}"):
            self._root = rooted(found.address)
        return found.answer

    def fetch(self, path: str) -> Response:
        """What the server answers."""
        return self._fetcher.get(f"{self._root}{path}", may_follow=self._is_own).answer

    def fetch_external(self, address: str) -> Response:
        """What another server answers."""
        return _asked_elsewhere(self._fetcher, address)

    def _is_namesake(self, address: str) -> bool:
        """Whether a site is the same, now with https, with or without www, or in a folder."""
        return is_web_address(address) and _name(address) == _name(self._root)

    def _is_own(self, address: str) -> bool:
        own, other = urlsplit(self._root), urlsplit(address)
        return (own.scheme, own.netloc) == (other.scheme, other.netloc)


def open_source(location: str, bounds: Bounds, connections: int) -> Source | None:
    """The site at an address or in a folder, or of its index; `None` where there is no folder."""
    if is_web_address(location):
        return WebSource(location, bounds, connections)
    named = Path(location)
    if named.is_file():
        folder = named.resolve()
        for _ in Path(INDEX_PATH).parts:
            folder = folder.parent
        return FolderSource(folder, bounds)
    return FolderSource(named, bounds) if named.is_dir() else None


def _name(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")


def _asked_elsewhere(fetcher: Fetcher, address: str) -> Response:
    head = fetcher.probe("HEAD", address, may_follow=is_web_address).answer
    return (
        head
        if head.status == 200
        else fetcher.probe("GET", address, may_follow=is_web_address).answer
    )
