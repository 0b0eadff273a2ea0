"""The file that names the sites: one address per line, `#` before what is only for people."""

import re
from collections.abc import Iterator

from msgspec import Struct

from oit.contract.addresses import site_root
from oit.diagnostics import At, Diagnostic, Severity, Where
from oit.web_address import has_credentials, is_web_address
from oit.wording.words import printable

_COMMENT = re.compile(r"(^|\s)#.*")
"""Within an address `#` begins no comment: browsers put it there."""


class SitesFile(Struct, frozen=True, kw_only=True):
    """What a file of sites says."""

    addresses: tuple[str, ...]
    """The root of each site, with a slash at the end, in the order of the lines."""
    faults: tuple[Diagnostic, ...]
    """Every line that names no site."""


def read_sites(data: bytes, name: str) -> SitesFile:
    """The sites of a file, by its bytes, and what is wrong with it; `name` is shown."""
    first_lines: dict[str, int] = {}
    faults = []
    for number, text in _lines(data):
        address = site_root(text)
        if fault := _fault_of(text) or _repeated(first_lines.get(address)):
            faults.append(_placed(fault, At(name, number), text))
        else:
            first_lines[address] = number
    if not first_lines and not faults:
        faults.append(_placed(("harvest.line-none", {}), At(name), ""))
    return SitesFile(addresses=tuple(first_lines), faults=tuple(faults))


_Fault = tuple[str, dict[str, int]]
"""The id of a message, and what fills it."""


def _lines(data: bytes) -> Iterator[tuple[int, str]]:
    """Lines with their numbers, without comments; bytes that are no UTF-8 as U+FFFD."""
    text = data.decode("utf-8-sig", errors="replace")
    for number, line in enumerate(text.splitlines(), 1):
        if address := _COMMENT.sub("", line).strip():
            yield number, address


def _fault_of(text: str) -> _Fault | None:
    if has_credentials(text):
        return "harvest.line-credentials", {}
    return None if is_web_address(text) else ("harvest.line-address", {})


def _repeated(first: int | None) -> _Fault | None:
    return ("harvest.line-repeated", {"line": first}) if first else None


def _placed(fault: _Fault, at: At, text: str) -> Diagnostic:
    message, params = fault
    return Diagnostic(
        id=message,
        severity=Severity.ERROR,
        level="harvest.level-line",
        where=Where(at=(at,)),
        # A line number is no count: it does not choose a plural.
        params={name: str(value) for name, value in params.items()} | {"text": printable(text)},
    )
