"""The columns of a table as programs know them: English names, types, and combined cells parted.

By the table's schema: `oit:name` is the name of a field, where its own is Thai. `oit:parted` has
the columns into which its cells are parted, beside the cell as it is; the last of them says whether
that was certain. What is asked of purchases has the name that the Open Contracting Data Standard
(OCDS 1.1) gives it: the way to the field in a release, in snake case and without numbers of lists,
so that `awards/0/suppliers/0/name` is `awards_suppliers_name`.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from oit.evidence.tables.parted import award_in, contract_in, offers_in
from oit.evidence.tables.schema import TableSchema

_SEPARATOR = ";"
"""Between the values of one cell; the form asks for it between bidders, so none has it."""

_Parts: TypeAlias = tuple[str, ...] | None
"""Texts of the columns but the last; `None` where it is not certain what they are."""


@dataclass(frozen=True, kw_only=True, slots=True)
class MachineColumn:
    """A column for programs."""

    name: str
    type: str
    """Of the standard Table Schema: `string`, `number`, `integer`, `date`, `boolean`."""
    title: str
    """Its heading in Thai."""
    description: str = ""


def machine_columns(header: Sequence[str], schema: TableSchema | None) -> tuple[MachineColumn, ...]:
    """The columns of a table under a header; without a schema they are numbered texts."""
    if schema is None:
        return tuple(
            MachineColumn(name=f"column_{number}", type="string", title=heading)
            for number, heading in enumerate(header, 1)
        )
    return tuple(column for field in _fields(schema) for column in _columns(field))


def machine_cells(row: Sequence[str], schema: TableSchema | None) -> tuple[str, ...]:
    """The cells of a row in these columns; `row` is as long as the header."""
    if schema is None:
        return tuple(row)
    cells = zip(_fields(schema), row, strict=True)
    return tuple(made for field, cell in cells for made in (cell, *_parted(field, cell)))


def _fields(schema: TableSchema) -> Sequence[Mapping[str, Any]]:
    fields: Sequence[Mapping[str, Any]] = schema.descriptor["fields"]
    return fields


def _columns(field: Mapping[str, Any]) -> Iterator[MachineColumn]:
    named = {**field, "name": field.get("oit:name", field["name"])}
    for column in (named, *field.get("oit:parted", {}).get("fields", ())):
        yield MachineColumn(
            name=column["name"],
            type=column["type"],
            title=column["title"],
            description=column["description"],
        )


def _parted(field: Mapping[str, Any], cell: str) -> tuple[str, ...]:
    """What follows the cell: its parts, and whether they are certain."""
    parting = field.get("oit:parted")
    if not parting:
        return ()
    parts = _PARTERS[parting["as"]](cell)
    blank = ("",) * (len(parting["fields"]) - 1)
    return (*blank, "false") if parts is None else (*parts, "true")


def _offers(cell: str) -> _Parts:
    offers = offers_in(cell)
    if offers is None:
        return None
    bidders = _SEPARATOR.join(offer.bidder for offer in offers)
    prices = _SEPARATOR.join(str(offer.price) for offer in offers)
    return bidders, prices, str(len(offers))


def _award(cell: str) -> _Parts:
    award = award_in(cell)
    return (award.bidder, str(award.price)) if award else None


def _contract(cell: str) -> _Parts:
    contract = contract_in(cell)
    return (contract.number, contract.day.isoformat()) if contract else None


_PARTERS: Mapping[str, Callable[[str], _Parts]] = {
    "offers": _offers,
    "award": _award,
    "contract": _contract,
}
