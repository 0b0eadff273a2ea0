"""Bidders and prices, contracts and days, parted where that is certain."""

from datetime import date
from decimal import Decimal

import pytest

from oit.evidence.tables.parted import (
    Contract,
    Offer,
    agreed_sum,
    award_in,
    contract_in,
    offers_in,
)


@pytest.mark.parametrize(
    ("cell", "offers"),
    [
        ("ร้าน ก 5000 บาท; ร้าน ข 4000 บาท", [("ร้าน ก", "5000"), ("ร้าน ข", "4000")]),
        ("บริษัท ก จำกัด 1,000.50", [("บริษัท ก จำกัด", "1000.50")]),
        (
            "1. หจก. ก / 10,000.- บาท 2. ร้าน ข ราคา 9,500 บาท",
            [("หจก. ก", "10000"), ("ร้าน ข", "9500")],
        ),
        ("บริษัท ก จำกัด (มหาชน) เสนอราคา ๕,๐๐๐.๐๐ บาท", [("บริษัท ก จำกัด (มหาชน)", "5000.00")]),
        ("ร้าน 7-11 สาขา 5 ราคา 500 บาท (รวมภาษีมูลค่าเพิ่ม)", [("ร้าน 7-11 สาขา 5", "500")]),
        ("บริษัท เสนอดี จำกัด 1,000 บาท", [("บริษัท เสนอดี จำกัด", "1000")]),
    ],
)
def test_bidder_and_price_are_parted(cell: str, offers: list[tuple[str, str]]) -> None:
    """As offices write them: in baht or as an amount, with ordinals, words, Thai digits."""
    assert offers_in(cell) == tuple(Offer(bidder, Decimal(price)) for bidder, price in offers)


@pytest.mark.parametrize(
    "cell",
    [
        *("ร้าน ก 5000", "บริษัท ก 1,000 บาท ต่อเดือน", "1,000 บาท", "-", "", "ไม่มีผู้เสนอราคา"),
        *("ร้าน ก 1,000 2,000 บาท", "ร้าน ก 1,000 ร้าน ข 2,000", "เลขที่ 12/2,000 บาท"),
        *("ก 1.000 บาท", "ก -1,000 บาท", "โครงการ 2,000 ต้น ร้าน ก 1,000 บาท"),
        "ร้าน ก 1,000 บาท; ร้าน ข",
    ],
)
def test_what_is_not_certain_is_not_parted(cell: str) -> None:
    """A number that may be no price, words that are left over, one offer without a price."""
    assert offers_in(cell) is None


def test_one_is_chosen() -> None:
    """Two offers in the cell of who was chosen are no award."""
    assert award_in("ร้าน ก 1,000 บาท") == Offer("ร้าน ก", Decimal(1000))
    assert award_in("ร้าน ก 1,000 บาท; ร้าน ข 2,000 บาท") is None


def test_a_sum_needs_every_row() -> None:
    """Where a single row is not certain, no sum is told."""
    assert agreed_sum(["ก 1,000 บาท", "ข 2,000.25 บาท"]) == Decimal("3000.25")
    assert agreed_sum(["ก 1,000 บาท", "ข 2000"]) is None
    assert agreed_sum([]) is None


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("ใบสั่งซื้อเลขที่ 12/2568 ลงวันที่ 3 ก.พ. 2568", "ใบสั่งซื้อเลขที่ 12/2568"),
        ("12/2568 ลว. 3 กุมภาพันธ์ 2568", "12/2568"),
        ("๑/๒๕๖๘ 3/2/2568", "๑/๒๕๖๘"),
        ("PO1/68 3 ก.พ. 68", "PO1/68"),
    ],
)
def test_number_and_day_of_a_contract_are_parted(cell: str, number: str) -> None:
    """The day stands at the end."""
    assert contract_in(cell) == Contract(number, date(2025, 2, 3))


@pytest.mark.parametrize("cell", ["ใบสั่งซื้อที่ 1", "12/2568", "1 ลงวันที่ 31 ก.พ. 2568", ""])
def test_a_contract_without_a_certain_day_is_not_parted(cell: str) -> None:
    """Numbers of contracts look like days, and some days are none."""
    assert contract_in(cell) is None
