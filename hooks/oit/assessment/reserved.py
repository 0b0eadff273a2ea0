"""Names that the engine keeps for what it writes on the way: none of them belongs in a commit.

A file of such a name that comes with a commit could be taken for one of the engine's own. No office
has time to follow (`new_rules`): its list of what Git leaves out has named them from the beginning.
"""

import unicodedata
from collections.abc import Iterable, Iterator

from oit.findings import Finding, Kind, Place

RULE = "name-reserved"
_PREFIX = ".oit-"
_OTHERS = frozenset({".site-new", ".site-old", ".venv"})
"""What builds of version 0.2 were called before they changed places, and where Python runs from."""


def reserved_names(tracked: Iterable[str]) -> Iterator[Finding]:
    """A finding for each reserved file or folder, from the paths that Git tracks."""
    found = {path for name in tracked if (path := _reserved_part(name))}
    for path in sorted(found):
        name = path.rpartition("/")[2]
        yield Place(path, Kind.POLICY).finding(RULE, found=name)


def is_reserved(name: str) -> bool:
    """Whether the name of a file or folder is one of ours, as any disk would read it.

    Some disks take capital letters for small ones and leave out invisible characters.
    """
    # Most names are in ASCII, which has neither invisible characters nor other forms.
    plain = (name if name.isascii() else _as_seen(name)).casefold()
    return plain.startswith(_PREFIX) or plain in _OTHERS


def _as_seen(name: str) -> str:
    visible = "".join(char for char in name if unicodedata.category(char) != "Cf")
    return unicodedata.normalize("NFKC", visible)


def _reserved_part(path: str) -> str | None:
    """The path as far as its first reserved part; `None` without one."""
    parts = path.split("/")
    first = next((depth for depth, part in enumerate(parts, 1) if is_reserved(part)), None)
    return "/".join(parts[:first]) if first else None
