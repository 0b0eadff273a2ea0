"""Columns for programs: one English name each, and combined cells parted where that is certain."""

import re

import frictionless
import pytest

from oit.evidence.tables.machine_columns import MachineColumn, machine_cells, machine_columns
from oit.evidence.tables.schema import load_schema, schema_names

PURCHASES = load_schema("procurement-summary")
HEADER = tuple(field.name for field in PURCHASES.fields)


def purchase(offers: str, award: str, contract: str) -> dict[str, str]:
    """The cells of a purchase by the names of their columns."""
    row = ("1", "ซื้อวัสดุ", "10000", "", "เฉพาะเจาะจง", offers, award, "ราคาต่ำสุด", contract)
    names = [column.name for column in machine_columns(HEADER, PURCHASES)]
    return dict(zip(names, machine_cells(row, PURCHASES), strict=True))


@pytest.mark.parametrize("name", schema_names())
def test_every_column_has_a_name_in_english_and_a_heading_in_thai(name: str) -> None:
    """In snake case, no name twice; any Frictionless tool reads the types."""
    columns = machine_columns((), load_schema(name))
    names = [column.name for column in columns]
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", name) for name in names)
    assert all(column.title and column.description for column in columns)
    fields = [{"name": column.name, "type": column.type} for column in columns]
    assert frictionless.Schema.from_descriptor({"fields": fields}).field_names == names


def test_a_purchase_is_parted_into_bidders_winner_and_contract() -> None:
    """The cell as it is stays beside its parts."""
    found = purchase(
        "ร้าน ก 9,500 บาท; ร้าน ข ๙,๖๐๐.๕๐ บาท", "ร้าน ก 9,500 บาท", "สัญญาเลขที่ 1/2568 ลว. 8 พ.ย. 2567"
    )
    assert found["tender_tenderers_name"] == "ร้าน ก;ร้าน ข"
    assert found["bids_details_value_amount"] == "9500;9600.50"
    assert found["tender_number_of_tenderers"] == "2"
    assert (found["awards_suppliers_name"], found["awards_value_amount"]) == ("ร้าน ก", "9500")
    assert found["contracts_id"] == "สัญญาเลขที่ 1/2568"
    assert found["contracts_date_signed"] == "2024-11-08"
    assert {found[f"{cell}_sure"] for cell in ("offers", "award", "contract")} == {"true"}
    assert found["award_cell"] == "ร้าน ก 9,500 บาท"


def test_what_cannot_be_parted_for_certain_says_so() -> None:
    """Its parts are empty, one cell does not spoil the next, and nothing is guessed."""
    found = purchase("ร้าน ก ประมาณ 9500", "ร้าน ก 9,500 บาท", "ใบสั่งซื้อ 1/2568")
    assert (found["offers_sure"], found["award_sure"], found["contract_sure"]) == (
        *("false", "true"),
        "false",
    )
    assert found["tender_tenderers_name"] == found["tender_number_of_tenderers"] == ""
    assert found["contracts_id"] == found["contracts_date_signed"] == ""
    assert found["contract_cell"] == "ใบสั่งซื้อ 1/2568"


def test_several_winners_are_no_single_one() -> None:
    """A sum by supplier would give all of the price to the first."""
    found = purchase("ร้าน ก 500 บาท", "ร้าน ก 500 บาท; ร้าน ข 400 บาท", "")
    assert (found["awards_suppliers_name"], found["award_sure"]) == ("", "false")


def test_a_table_without_a_schema_keeps_its_headings_over_numbered_columns() -> None:
    """Nobody has named them in English."""
    assert machine_columns(("เรื่อง", "วันที่"), None) == (
        MachineColumn(name="column_1", type="string", title="เรื่อง"),
        MachineColumn(name="column_2", type="string", title="วันที่"),
    )
    assert machine_cells(("ก", "ข"), None) == ("ก", "ข")
