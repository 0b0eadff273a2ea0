"""Whether the response of a site holds an index that can be counted on."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from oit.audit.verify.consistency import check_day, check_round
from oit.audit.verify.documents import read_index
from oit.audit.verify.report import diagnostic_of
from oit.contract.addresses import INDEX_PATH
from oit.contract.index import Index
from oit.diagnostics import Diagnostic, Severity, Where, Words
from oit.web_response import Response
from oit.wording.words import printable

_GONE = frozenset({404, 410})
_OFFICE_ID = re.compile(r"[a-z][a-z0-9-]{0,62}")
"""As the settings of an office ask, and short enough for the name of a folder."""
_YEARS = range(2400, 3000)
"""Buddhist years of four digits that no Gregorian year of our time looks like."""
_LARGEST = 2**53 - 1
"""The largest whole number that every reader of JSON takes as it is (RFC 8259, 6)."""


class Judged(Struct, frozen=True, kw_only=True):
    """An index that counts, or why there is none."""

    index: Index | None
    faults: tuple[Diagnostic, ...] = ()


def judge(response: Response, site: str, today: date) -> Judged:
    """The index in the response of a site; with any fault there is none.

    Fields that a later version 1 has are allowed. An index that contradicts itself, or is of a day
    to come, is no more to be counted on than one that is damaged.
    """
    if response.status in _GONE:
        return Judged(index=None, faults=(site_fault("harvest.no-index", site, path=INDEX_PATH),))
    index, found = read_index(response)
    if index is None:
        return Judged(
            index=None, faults=tuple(_of_site(diagnostic_of(fault), site) for fault in found)
        )
    faults = tuple(_faults(index, site, today))
    return Judged(index=None if faults else index, faults=faults)


def site_fault(message: str, site: str, **params: str) -> Diagnostic:
    """A fault of a site as a whole, by the id of its message; what fills it is made harmless."""
    shown = {key: printable(value) for key, value in params.items()}
    return _of_site(
        Diagnostic(id=message, severity=Severity.ERROR, level="harvest.level-site", params=shown),
        site,
    )


def _of_site(diagnostic: Diagnostic, site: str) -> Diagnostic:
    """The diagnostic under the address of its site, where nothing else tells one from another."""
    shown = printable(site)
    where = Where(item=diagnostic.where.item, parts=(Words(shown, shown),))
    return replace(diagnostic, level="harvest.level-site", where=where)


def _faults(index: Index, site: str, today: date) -> Iterator[Diagnostic]:
    if beyond := list(_beyond_use(index, site)):
        yield from beyond  # what else there is to say would print these values
        return
    for round_ in index.rounds:
        days = check_day(INDEX_PATH, round_, today)
        future = (found for found in days if found.check == "date-in-future")
        for found in (*future, *check_round(INDEX_PATH, round_)):
            yield _of_site(diagnostic_of(found), site)


def _beyond_use(index: Index, site: str) -> Iterator[Diagnostic]:
    """Values that the contract allows, and no table, folder or page can take."""
    if not _OFFICE_ID.fullmatch(index.office.id):
        yield site_fault("harvest.office-id", site, id=index.office.id)
    if not index.rounds or any(round_.fiscal_year not in _YEARS for round_ in index.rounds):
        yield site_fault("harvest.no-year", site)
    if any(number > _LARGEST for number in _numbers(index.model_dump())):
        yield site_fault("harvest.number", site)


def _numbers(value: Any) -> Iterator[int]:
    """Every whole number of a document, at any depth."""
    match value:
        case bool():
            return
        case int():
            yield abs(value)
        case dict():
            for inner in value.values():
                yield from _numbers(inner)
        case list() | tuple():
            for inner in value:
                yield from _numbers(inner)
