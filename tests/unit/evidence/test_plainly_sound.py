"""What is passed without Frictionless is what Frictionless would pass."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from oit.evidence.read import inspect_bytes
from oit.evidence.tables import check as checking
from oit.evidence.tables.check import check
from oit.evidence.tables.plainly_sound import is_plainly_sound
from oit.evidence.tables.schema import TableSchema, load_schema, schema_names
from oit.evidence.tables.values import Row, Table

_CELLS = st.sampled_from(
    (
        *(
            "",
            " ",
            "-",
            "0",
            "1",
            "-1",
            "007",
            "1.5",
            "100",
            "100.5",
            "1e3",
            "+1",
            "1_0",
            ".5",
            "5.",
        ),
        *(
            "nan",
            "Infinity",
            "๕",
            "٣",
            "1,000",
            "IIT",
            "EIT",
            "OIT",
            "I1",
            "abc",
            "abc\n",
            "ก",
            "2.0",
        ),
        *(
            "2024-02-29",
            "2025-02-29",
            "2568-01-01",
            "0000-01-01",
            "2024-1-1",
            "2024-01-01\n",
            "9" * 5000,
        ),
    )
)


def _table(schema: TableSchema, rows: list[list[str]]) -> Table:
    header = tuple(field.name for field in schema.fields)
    columns = tuple(range(1, len(header) + 1))
    listed = tuple(Row(number, tuple(cells)) for number, cells in enumerate(rows, 2))
    return Table(header, listed, columns=columns)


@given(data=st.data(), name=st.sampled_from(schema_names()))
def test_nothing_passes_that_frictionless_refuses(data: st.DataObject, name: str) -> None:
    """Whatever the cells: where nothing is doubted, the library finds nothing either."""
    schema = load_schema(name)
    row = st.lists(_CELLS, min_size=len(schema.fields), max_size=len(schema.fields))
    table = _table(schema, data.draw(st.lists(row, min_size=1, max_size=2)))
    if is_plainly_sound(table, schema):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(checking, "is_plainly_sound", lambda *_: False)
            assert check(table, schema) == ()


@given(_CELLS)
def test_every_cell_is_judged_as_frictionless_does(cell: str) -> None:
    """In each kind of column that a schema has, all other cells being right."""
    for name, right in _RIGHT.items():
        schema = load_schema(name)
        for index in range(len(right)):
            table = _table(schema, [[*right[:index], cell, *right[index + 1 :]]])
            if is_plainly_sound(table, schema):
                with pytest.MonkeyPatch.context() as patch:
                    patch.setattr(checking, "is_plainly_sound", lambda *_: False)
                    assert check(table, schema) == ()


_RIGHT = {
    "revenue-statistics": ["ค่าปรับ", "5", ""],
    "ita-indicators": ["1", "ตัวชี้วัด", "99.30"],
    "complaint-statistics": ["มีนาคม 2568", "วินัย", "1", "0"],
}


@pytest.mark.parametrize("name", sorted(_RIGHT))
def test_a_table_with_nothing_wrong_is_known_to_be_sound(name: str) -> None:
    """Otherwise the library would be loaded for every site."""
    schema = load_schema(name)
    assert is_plainly_sound(_table(schema, [_RIGHT[name]]), schema)


@pytest.mark.parametrize(
    "told", [{"primaryKey": ["a"]}, {"missingValues": ["-"]}, {"foreignKeys": []}]
)
def test_a_schema_that_asks_for_more_is_left_to_frictionless(told: dict[str, object]) -> None:
    """Of rows, of missing values, or of anything else that is not known here."""
    schema = load_schema("revenue-statistics")
    table = _table(schema, [_RIGHT["revenue-statistics"]])
    fields = [dict(field) for field in schema.descriptor["fields"]]
    assert not is_plainly_sound(table, replace(schema, descriptor={**schema.descriptor, **told}))
    for more in ({"format": "email"}, {"type": "year"}, {"constraints": {"unique": True}}):
        asking = {**schema.descriptor, "fields": [{**fields[0], **more}, *fields[1:]]}
        assert not is_plainly_sound(table, replace(schema, descriptor=asking))


def test_frictionless_is_not_loaded_for_a_table_without_faults() -> None:
    """Neither for one that follows a schema, nor for what another schema misses in it."""
    program = (
        "import sys; from oit.evidence.read import inspect_bytes\n"
        "data = 'indicator,name_th,score\\n1,ตัวชี้วัด,99.30\\n'.encode()\n"
        "schemas = ('ita-services', 'ita-indicators')\n"
        "report = inspect_bytes(data, 'csv', schemas).table\n"
        "assert report.schema == 'ita-indicators' and not report.faults, report\n"
        "assert 'frictionless' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_frictionless_still_names_what_is_wrong() -> None:
    """A cell that is in doubt goes to it."""
    report = inspect_bytes("รายการ,จำนวนเงิน\nค่าปรับ,ห้า\n".encode(), "csv", ("revenue-statistics",))
    assert report.table
    assert [fault.code for fault in report.table.faults] == ["type-error"]
