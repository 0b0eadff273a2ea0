"""The rows of a harvest: sites, and of their indexes items, cells and evidence.

Items and evidence have the columns of `index.csv` and `evidence.csv`; `site` follows them. Every
cell is text, as in the CSV files of the contract; the types of columns follow from their patterns.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field

from oit.audit.harvest.sites import Site
from oit.contract.base import CellStateName, ContractModel, ModeName
from oit.contract.columns import CountCell, DateCell, EvidenceRow, IndexRow, TruthCell
from oit.contract.disclosed import CellEntry
from oit.contract.index import Index, ItemEntry, RoundEntry
from oit.contract.rows import date_text, evidence_rows, index_rows
from oit.outputs.catalogs.datapackage import column_type

Row = Mapping[str, str]
"""A row by column."""

SITE = "site"
_OptionalCount = Annotated[str, Field(pattern=r"^\d*$")]
_OptionalScore = Annotated[str, Field(pattern=r"^(\d{1,3}\.\d{2})?$")]


class SiteRow(ContractModel):
    """`offices`: one row per site that was asked; empty where it never had an index."""

    site: str
    outcome: str = Field(description="`read`, or the id of why it is red.")
    counted: TruthCell = Field(description="Whether it counts for the whole.")
    kept: TruthCell = Field(description="Whether what follows is of an earlier harvest.")
    office: str = ""
    name_th: str = ""
    name_en: str = ""
    mode: ModeName | Literal[""] = ""
    as_of: DateCell = Field(default="", description="The day of its newest round.")
    rounds: _OptionalCount = ""
    judged_cells: _OptionalCount = Field(default="", description="Filled, or past their deadline.")
    in_time_cells: _OptionalCount = ""
    late_cells: _OptionalCount = Field(default="", description="Filled after their deadline.")
    missing_cells: _OptionalCount = Field(default="", description="Past it, and not filled.")
    median_days_late: _OptionalCount = Field(default="", description="Of late and missing cells.")
    stale_items: _OptionalCount = ""
    score_oit: _OptionalScore = Field(default="", description="The office's own calculation.")
    commit: str = ""
    generator: str = ""
    official_code: str = Field(default="", description="Of the office, as its index has it.")


class CellRow(ContractModel):
    """`cells`: one row per cell, whether anything fills it or not."""

    office: str
    scheme: str
    fiscal_year: CountCell
    item: str
    requirement: str
    period: str
    division: str
    due_on: DateCell
    state: CellStateName
    days_late: CountCell
    owed: TruthCell
    filled_from: DateCell = Field(description="The first day on which it was filled.")
    waived_until: DateCell
    sample: TruthCell = Field(description="Whether anything that fills it is a sample.")
    mode: ModeName
    as_of: DateCell


TABLES: Mapping[str, type[BaseModel]] = {
    "items": IndexRow,
    "cells": CellRow,
    "evidence": EvidenceRow,
}
"""The class of a row of each table that is partitioned by office and year."""


def columns_of(table: str) -> tuple[str, ...]:
    """The columns of a table of `TABLES`, those that a folder is named by among them."""
    return (*TABLES[table].model_fields, SITE)


@cache  # a schema takes longer to make than the file that it describes
def types_of(row: type[BaseModel]) -> Mapping[str, str]:
    """The type of each column of a class of rows, in the words of Table Schema."""
    properties = row.model_json_schema()["properties"]
    return {name: column_type(column) for name, column in properties.items()}


def table_rows(index: Index, site: str) -> Mapping[str, list[Row]]:
    """The rows of an index, by the name of their table."""
    found: Mapping[str, Iterator[BaseModel]] = {
        "items": index_rows(index),
        "cells": _cell_rows(index),
        "evidence": evidence_rows(index),
    }
    return {
        name: [{**row.model_dump(), SITE: site} for row in rows] for name, rows in found.items()
    }


def site_row(site: Site) -> SiteRow:
    """The row of a site in `offices`."""
    return SiteRow(
        site=site.address,
        outcome=site.outcome,
        counted=_truth(site.counts),
        kept=_truth(site.is_kept),
        **_of_office(site),
    )


def _of_office(site: Site) -> dict[str, Any]:
    office = site.office
    if office is None:
        return {}
    figures = office.punctuality
    median = figures.median_days_late
    return {
        "office": office.id,
        "name_th": office.name.th,
        "name_en": office.name.en,
        "mode": office.mode,
        "as_of": date_text(office.as_of),
        "rounds": str(len(office.years)),
        "judged_cells": str(figures.judged_count),
        "in_time_cells": str(figures.in_time_count),
        "late_cells": str(figures.late_count),
        "missing_cells": str(figures.missing_count),
        "median_days_late": "" if median is None else str(median),
        "stale_items": str(figures.stale_count),
        "score_oit": office.score,
        "commit": office.commit,
        "generator": office.generator,
        "official_code": office.official_code,
    }


def _cell_rows(index: Index) -> Iterator[CellRow]:
    for round_, item in index.round_items():
        for requirement, cell in item.requirement_cells():
            yield CellRow(
                office=index.office.id,
                mode=index.mode,
                requirement=requirement.id,
                **_of_round(round_, item),
                **_of_cell(cell),
            )


def _of_round(round_: RoundEntry, item: ItemEntry) -> dict[str, str]:
    return {
        "scheme": round_.scheme,
        "fiscal_year": str(round_.fiscal_year),
        "item": item.item,
        "as_of": date_text(round_.as_of),
    }


def _of_cell(cell: CellEntry) -> dict[str, Any]:
    first = cell.counts_from or min((entry.published for entry in cell.evidence), default=None)
    return {
        "period": cell.period or "",
        "division": cell.division or "",
        "due_on": date_text(cell.due_on),
        "state": cell.state,
        "days_late": str(cell.days_late),
        "owed": _truth(cell.owed),
        "filled_from": date_text(first),
        "waived_until": date_text(cell.waived_until),
        "sample": _truth(any(entry.sample for entry in cell.evidence)),
    }


def _truth(value: bool) -> TruthCell:  # noqa: FBT001 -- the value itself
    return "true" if value else "false"
