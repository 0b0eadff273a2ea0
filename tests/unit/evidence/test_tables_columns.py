"""What each column of a table is for, by its schema or by its cells."""

import json

import pytest

from oit.evidence.tables.columns import Kind, columns_of
from oit.evidence.tables.schema import Role, load_schema, schema_names


def guessed(heading: str, *cells: str) -> Kind:
    return columns_of((heading,), [(cell,) for cell in cells], None)[0].kind


@pytest.mark.parametrize("name", schema_names())
def test_every_schema_says_which_column_names_a_row(name: str) -> None:
    """One key, at most one amount; what is parted has two headings; only figures are added up."""
    schema = load_schema(name)
    roles = [field.role for field in schema.fields]
    assert roles.count(Role.KEY) == 1
    assert roles.count(Role.AMOUNT) + roles.count(Role.AWARD) <= 1
    for field in schema.fields:
        assert len(field.parts) == (2 if field.role is Role.AWARD else 0)
        assert not field.is_summed or field.type in {"number", "integer"}
    assert json.dumps(dict(schema.descriptor))


def test_figures_are_told_by_every_cell() -> None:
    """One cell of words, and the column is words; dashes and blanks are neither."""
    assert guessed("เป้าหมาย", "10", "1,000.50", "-", "") is Kind.FIGURE
    assert guessed("เป้าหมาย", "10", "ครบ") is Kind.TEXT
    assert guessed("เป้าหมาย", "-", "") is Kind.TEXT


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("เลขที่สัญญา", ("12", "13")),
        ("ปี พ.ศ.", ("2567", "2568")),
        ("ประจำ", ("2567", "2568")),
        ("ติดต่อ", ("021234567", "1")),
        ("บัญชี", ("123456789012",)),
        ("หมายเหตุ", ("(1)", "(2)")),
    ],
)
def test_numbers_that_count_nothing_are_no_figures(heading: str, cells: tuple[str, ...]) -> None:
    """Contracts, years, telephones, accounts and marks get neither separators nor a sum."""
    assert guessed(heading, *cells) is Kind.TEXT


def test_a_unit_makes_figures_that_may_be_added_up() -> None:
    """Without a unit nothing is added up; a share is not even with one."""
    rows = [("ก", "1", "2", "3")]
    columns = columns_of(("ฝ่าย", "เป้าหมาย", "ลูกจ้าง (อัตรา)", "ร้อยละ (คน)"), rows, None)
    assert [column.is_summed for column in columns] == [False, False, True, False]
    assert (columns[2].label, columns[2].unit) == ("ลูกจ้าง", "อัตรา")


def test_the_first_words_name_the_row() -> None:
    """Neither the number of a row nor its day does, and the schema goes first."""
    columns = columns_of(("ลำดับ", "วันที่", "เรื่อง"), [("1", "2025-01-02", "ก")], None)
    assert [column.role for column in columns] == [Role.ORDINAL, Role.PLAIN, Role.KEY]
    known = columns_of(("วันที่ประกาศ", "ฝ่าย", "เรื่อง"), [], load_schema("procurement-announcements"))
    assert [column.role for column in known] == [Role.PLAIN, Role.NOTE, Role.KEY]
