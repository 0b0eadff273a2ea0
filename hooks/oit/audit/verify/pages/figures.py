"""Whether the larger numbers on pages stand in the documents, or follow from the tables.

A number of three digits and more is one of the documents, the sum of a table's column, the
difference of two such sums, or a share of two sums of a table or of two numbers beside it.
Numbers at marks are held by those, and drawings repeat the tables.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cached_property
from itertools import combinations

from oit.audit.verify.pages.reading import Reading
from oit.audit.verify.pages.wording import is_own, texts_shown
from oit.audit.verify.published import PublishedSite
from oit.audit.verify.values import Discrepancy
from oit.contract.marks import VALUE
from oit.evidence.sniff import decode
from oit.periods import BUDDHIST_OFFSET

_NUMBER = re.compile(r"(?<![A-Za-z0-9_./#%-])\d[\d,]*(?:\.\d+)?(?![A-Za-z0-9_/#-])")
_ANY_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_SIZE = re.compile(r"\d[\d.,]* [KM]?B\b")
_LARGE = 3
"""Digits of numbers that are looked at: smaller ones are counts and days, which repeat."""
_MILLION = 1_000_000
_YEARS = range(1900, 2200)
_UNREAD = f"ancestor-or-self::*[self::svg or @{VALUE}]"
_SHOWN = 120
"""Letters of a text that a message quotes."""


class Numbers:
    """All numbers that the documents of a site say, and the sums of its tables."""

    def __init__(self, tables: Iterable[bytes], strings: Iterable[str]) -> None:
        """Of the tables of a site, and the strings of all its documents, as they came."""
        said = {value for text in strings for value in _values(_ANY_NUMBER, text)}
        years = {value + BUDDHIST_OFFSET for value in said if value in _YEARS}
        totals = [list(_sums(data)) for data in tables]
        self._sums = {total for sums in totals for total in sums}
        self._shares = {share for sums in totals for share in _shares(sums)}
        self._said = said | years | self._sums

    @cached_property
    def _differences(self) -> set[Decimal]:
        return {abs(left - right) for left, right in combinations(self._sums, 2)}

    def have(self, value: Decimal, beside: Iterable[Decimal]) -> bool:
        """Whether a number is known, or follows; `beside` are all numbers of its text."""
        if value in self._said or value in self._differences:
            return True
        places = Decimal(1).scaleb(int(value.as_tuple().exponent))
        millions = (number / _MILLION for number in self._said)
        rounded = (*_shares(list(beside)), *self._shares, *millions)
        return any(abs(number - value) < places for number in rounded)


def check_figures(
    readings: Iterable[Reading], site: PublishedSite, strings: frozenset[str]
) -> Iterator[Discrepancy]:
    """Numbers that neither stand in a document nor follow from the tables."""
    numbers = Numbers(site.tables.values(), strings)
    checked = set[str]()
    for reading in readings:
        if is_own(reading):
            continue
        for text in texts_shown(reading.root, _UNREAD):
            if text not in checked:
                checked.add(text)
                yield from _unknown(text, numbers, reading.address)


def _unknown(text: str, numbers: Numbers, address: str) -> Iterator[Discrepancy]:
    beside = _values(_NUMBER, text)
    for found in _NUMBER.findall(_SIZE.sub("", text)):
        is_large = sum(map(str.isdigit, found)) >= _LARGE
        if is_large and not numbers.have(_value(found), beside):
            params = {"found": found, "title": text[:_SHOWN]}
            yield Discrepancy(check="number-unknown", path=address, params=params)


def _sums(data: bytes) -> Iterator[Decimal]:
    """The sum of each column of a table in which all that is filled in are numbers."""
    _, *rows = csv.reader(io.StringIO(decode(data) or "", newline="")) or [[]]
    for cells in zip(*rows, strict=False):
        filled = [cell for cell in cells if cell]
        if all(map(_ANY_NUMBER.fullmatch, filled)):
            yield sum(map(_value, filled), Decimal(0))


def _shares(numbers: list[Decimal]) -> Iterator[Decimal]:
    """Each of some numbers in per cent of each."""
    return (100 * part / whole for part in numbers for whole in numbers if whole)


def _values(pattern: re.Pattern[str], text: str) -> list[Decimal]:
    return [_value(found) for found in pattern.findall(text)]


def _value(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))
