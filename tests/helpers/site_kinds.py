"""One page of each kind, found in the built site itself, so that a new kind is judged too."""

import re
from pathlib import Path

_VARIABLE = re.compile(r"\d{4}|\bo\d{1,2}\b")
_ALSO = ("2568/o9/", "2568/o15/", "404.html")
"""A late item, one with tables, and the page for what is not there."""


def kinds_of(site: Path) -> list[str]:
    """Addresses from the site's root, sorted: the first page of each kind, and some worth it."""
    found: dict[str, str] = {}
    for file in sorted(site.rglob("index.html")):
        path = file.parent.relative_to(site).as_posix().removeprefix(".")
        address = f"{path}/" if path else ""
        found.setdefault(_kind(address), address)
    return sorted({*found.values(), *_ALSO})


def _kind(address: str) -> str:
    """`2568/o15/` and `2569/o1/` are of one kind, and so are all owners."""
    return re.sub(r"^(divisions/)[^/]+/$", r"\1*/", _VARIABLE.sub("*", address))
