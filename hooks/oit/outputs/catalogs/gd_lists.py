"""The closed lists of GD Catalog: which of its values says what we have, and what is on none.

A catalogue refuses what is not on its lists; for that they have a value "other" (อื่นๆ), with a
text beside it.
"""

from collections.abc import Iterable

from oit.catalog import Language, say
from oit.catalog.sources import texts_of
from oit.contract.index import LicenceEntry
from oit.outputs.api.downloads import Download, DownloadKind

_LISTS = texts_of(__package__, "lists.yml")
OTHER: str = _LISTS["other"]
LANGUAGE: str = _LISTS["language"]
NO_LICENCE: str = _LISTS["no_licence"]
_GENERATED = (DownloadKind.DOCUMENT, DownloadKind.TABLE)


def formats_of(downloads: Iterable[Download]) -> tuple[list[str], str | None]:
    """The formats of what the office has disclosed, sorted, and those on no list as a text.

    Where nothing is disclosed yet there is the item's own document.
    """
    disclosed = [download for download in downloads if download.kind not in _GENERATED]
    listed = {_format(download) or OTHER for download in disclosed}
    others = sorted({_name(download) for download in disclosed if not _format(download)})
    return sorted(listed) or [_LISTS["formats"]["json"]], ", ".join(others) or None


def format_name(download: Download) -> str:
    """`CSV`, as people call it: a file's extension; of a section of a page HTML."""
    return "HTML" if download.kind is DownloadKind.SECTION else download.extension.upper()


def licence_of(terms: LicenceEntry | None, listed: str | None) -> tuple[str | None, str | None]:
    """The licence on the list, by the name for it that the office has `listed`, or its own title.

    Both are `None` until the office has decided.
    """
    if terms is None:
        return None, None
    if listed in _LISTS["licences"]:
        return listed, None
    return OTHER, terms.title


def _format(download: Download) -> str | None:
    """Its value on the list; `None` where it has none, and of pages of other sites."""
    found: str | None = _LISTS["formats"].get(format_name(download).lower())
    return found


def _name(download: Download) -> str:
    return format_name(download) or say("catalogs.gd-link", Language.TH)
