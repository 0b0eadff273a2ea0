"""Purchases for reading: who was chosen and who offered, parted from their prices where certain."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from oit.evidence.tables.parted import Offer, agreed_sum, award_in, contract_in, offers_in
from oit.outputs.pages.page_writer import PageWriter
from oit.outputs.pages.tables.model import Cell, Line
from oit.outputs.pages.tables.values import NOTHING, decimals, figure_text

_SATANG = 2


def award_cells(cell: str, column: Sequence[str]) -> tuple[Cell, Cell]:
    """Who was chosen, and the price; where that is not certain the cell as it is, and a dash.

    `column` are the cells of all rows, whose prices have the same decimals.
    """
    award = award_in(cell)
    if award is None:
        return Cell(text=cell), Cell(text=NOTHING)
    places = _places(offer.price for offer in map(award_in, column) if offer)
    return (
        Cell(text=award.bidder, sort=award.bidder.casefold()),
        Cell(text=figure_text(award.price, places), sort=str(award.price)),
    )


def award_total(column: Sequence[str]) -> Cell:
    """What was agreed in all rows; nothing where one of them is not certain."""
    total = agreed_sum(column)
    if total is None:
        return Cell()
    places = _places(offer.price for offer in map(award_in, column) if offer)
    return Cell(text=figure_text(total, places))


def offer_lines(cell: str, award: str, writer: PageWriter) -> tuple[Line, ...]:
    """A line for each offer, the one that was chosen marked; else the cell as it is."""
    offers = offers_in(cell)
    if offers is None:
        return (Line(cell),)
    chosen = award_in(award)
    # One who offered twice, or whose name differs in both cells, is marked by nobody.
    same = [offer for offer in offers if chosen and offer.bidder == chosen.bidder]
    return tuple(_offer_lines(offers, same[0] if len(same) == 1 else None, writer))


def contract_line(cell: str, writer: PageWriter) -> Line:
    """Number and day of a contract, the day as people say it; else the cell as it is."""
    contract = contract_in(cell)
    if contract is None:
        return Line(cell)
    return Line(contract.number, writer.say("tables.signed", day=writer.short_day(contract.day)))


def _offer_lines(
    offers: Sequence[Offer], chosen: Offer | None, writer: PageWriter
) -> Iterator[Line]:
    places = _places(offer.price for offer in offers)
    for offer in offers:
        note = writer.say("tables.chosen") if offer is chosen and len(offers) > 1 else ""
        text = f"{offer.bidder} {figure_text(offer.price, places)}"
        yield Line(text, note, offer is chosen)


def _places(prices: Iterator[Decimal]) -> int:
    return _SATANG if any(map(decimals, prices)) else 0
