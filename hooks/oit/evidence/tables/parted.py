"""Cells in which offices write several things, parted: bidders and prices, contracts and days.

The form สขร.1 asks for name and price in one cell. They are parted only where that is certain:
each price is an amount in baht or written as one, and nothing is left over. Otherwise there is no
answer, and the cell is shown as it is.
"""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from msgspec import Struct

from oit.evidence.tables.text import arabic, iso_date, plain_number
from oit.evidence.words import patterns_of

_WORDS = patterns_of(__name__)
_IN_BAHT = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d{{1,2}})?\s*(?:{_WORDS['baht']})"
# Without a word for baht an amount shows by its separators or its satang.
_AS_MONEY = r"\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d+\.\d{2}"
_TAIL = r"\)?(?:\s*\([^()\d]*\))?\s*"
_MONEY = rf"(?:(?P<baht>{_IN_BAHT}){_TAIL}(?:,|$|(?<=\s))|(?P<plain>{_AS_MONEY}){_TAIL}$)"
_ORDINAL = r"(?:\(?\d{1,2}[.)]\s+|[-–•]\s+)?"
_OFFER = re.compile(
    rf"\s*{_ORDINAL}(?P<bidder>\D.*?)[\s:=/,(–-]*(?:{_WORDS['price']})?[\s:=/,(–-]*"
    rf"(?<![\d.,/-]){_MONEY}",
    re.ASCII,
)
_ANY_MONEY = re.compile(f"{_WORDS['baht']}|{_AS_MONEY}")
_LETTER = re.compile(r"[^\W\d_]")
_UNIT = re.compile(rf"\s*(?:{_WORDS['baht']})$")
_CONTRACT = re.compile(
    rf"(?P<number>.*?\S)\s+(?:{_WORDS['on_the_day']})?\s*"
    r"(?P<day>\d{1,2}(?:\s*[^\d\s]+\s*|[/.-]\d{1,2}[/.-])\d{2,4})",
    re.ASCII,
)
_LIST = re.compile(r"[;\n]")


class Offer(Struct, frozen=True):
    """Who offered, and at which price."""

    bidder: str
    price: Decimal


class Contract(Struct, frozen=True):
    """The name or number of a contract, and its day."""

    number: str
    day: date


def offers_in(cell: str) -> tuple[Offer, ...] | None:
    """The offers in a cell in their order; `None` where it is not certain what they are."""
    offers: list[Offer] = []
    for part in filter(str.strip, _LIST.split(cell)):
        found = _offers_in_part(part)
        if found is None:
            return None
        offers += found
    return tuple(offers) or None


def award_in(cell: str) -> Offer | None:
    """The one offer in a cell; `None` where it is not certain, and where there are several."""
    offers = offers_in(cell) or ()
    return offers[0] if len(offers) == 1 else None


def agreed_sum(cells: Sequence[str]) -> Decimal | None:
    """What was agreed in all rows together; `None` where a single row is not certain."""
    awards = [award_in(cell) for cell in cells]
    prices = [award.price for award in awards if award]
    return sum(prices, Decimal()) if prices and len(prices) == len(awards) else None


def contract_in(cell: str) -> Contract | None:
    """Number and day of a contract; `None` where the cell does not end with a day."""
    match = _CONTRACT.fullmatch(arabic(cell))
    day = iso_date(match["day"]) if match else None
    if match is None or day is None:
        return None
    return Contract(cell[: match.end("number")], date.fromisoformat(day))


def _offers_in_part(part: str) -> list[Offer] | None:
    """The offers of which a part consists, one after the other; `None` where words are left."""
    text, at = arabic(part), 0
    offers = []
    while at < len(text.rstrip()):
        match = _OFFER.match(text, at)
        if match is None or not _is_name(match["bidder"]):
            return None
        # Thai digits are as long as others: what was found stands in the cell at the same places.
        bidder = part[match.start("bidder") : match.end("bidder")].strip()
        offers.append(Offer(bidder, _price(match["baht"] or match["plain"])))
        at = match.end()
    return offers


def _is_name(text: str) -> bool:
    """Whether a text may be a bidder: it has a letter, and no amount is left in it."""
    return bool(_LETTER.search(text)) and not _ANY_MONEY.search(text)


def _price(text: str) -> Decimal:
    return Decimal(plain_number(_UNIT.sub("", text)) or "0")
