"""Where an address of the index leads: into the site, elsewhere, or astray."""

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote

from oit.web_address import is_web_address

INDEX_PATH = "api/v1/index.json"


class Destination(StrEnum):
    """Where something stands, seen from the site."""

    HERE = "here"
    ELSEWHERE = "elsewhere"
    ASTRAY = "astray"


@dataclass(frozen=True, slots=True)
class Address:
    """An address taken apart: `path` is from the site's root where it is here."""

    place: Destination
    path: str
    fragment: str = ""


def located(address: str, roots: tuple[str, ...]) -> Address:
    """Where an address of the index leads, for a site whose own addresses begin with `roots`."""
    whole, _, fragment = address.partition("#")
    for root in roots:
        if whole.startswith(root):
            return _inside(whole.removeprefix(root), fragment)
    if is_web_address(whole):
        return Address(Destination.ELSEWHERE, whole, fragment)
    return _inside(whole, fragment)


def _inside(path: str, fragment: str) -> Address:
    place = Destination.HERE if is_inside(path) else Destination.ASTRAY
    return Address(place, path, unquote(fragment))


def is_inside(path: str) -> bool:
    """Whether a path from the root can only lead to what lies below it."""
    plain = unquote(path)
    if plain.startswith("/") or "\\" in plain or ":" in plain.partition("/")[0]:
        return False
    return plain.isprintable() and ".." not in plain.split("/")


def rooted(address: str) -> str:
    """An address of a site, or of its index, as the address of its root with a slash behind."""
    whole = address.partition("#")[0].partition("?")[0]
    for ending in (INDEX_PATH, "index.html"):
        whole = whole.removesuffix(ending)
    return whole if whole.endswith("/") else f"{whole}/"
