"""Where an address in an index leads: into the site, to another site, or nowhere allowed."""

from enum import StrEnum
from urllib.parse import unquote

from msgspec import Struct

from oit.web_address import is_web_address


class Destination(StrEnum):
    """Where an address leads, seen from the site."""

    HERE = "here"
    ELSEWHERE = "elsewhere"
    OUTSIDE = "outside-site"
    """A relative path out of the site; such an address is reported and never fetched."""


class Address(Struct, frozen=True):
    """An address in two parts; `path` is from the site's root where it leads into the site."""

    place: Destination
    path: str
    fragment: str = ""
    """Without `%` escapes."""


def located(address: str, roots: tuple[str, ...]) -> Address:
    """Where an address in an index leads, for a site whose own addresses begin with `roots`."""
    path, _, fragment = address.partition("#")
    for root in roots:
        if path.startswith(root):
            return _from_root(path.removeprefix(root), fragment)
    if is_web_address(path):
        return Address(Destination.ELSEWHERE, path, fragment)
    return _from_root(path, fragment)


def _from_root(path: str, fragment: str) -> Address:
    place = Destination.HERE if is_inside(path) else Destination.OUTSIDE
    return Address(place, path, unquote(fragment))


def is_inside(path: str) -> bool:
    """Whether a percent-encoded path from the root can only lead to what lies below it.

    The index is not trusted. A colon in the first segment would make it a scheme or a drive
    (`file:`, `C:`), a backslash separates folders on Windows.
    """
    plain = unquote(path)
    if plain.startswith("/") or "\\" in plain or ":" in plain.partition("/")[0]:
        return False
    return plain.isprintable() and ".." not in plain.split("/")
