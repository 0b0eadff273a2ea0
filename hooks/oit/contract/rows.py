"""The rows of the CSV files of contract version 1, and how they are made from an index.

Every cell is text: the patterns of the columns say which hold dates, numbers and truth values.
"""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal, get_args

from pydantic import Field

from oit.contract.base import (
    CellStateName,
    ContractModel,
    FrequencyName,
    KindName,
    ModeName,
    ReadabilityName,
    RoundStateName,
    StatusName,
)
from oit.contract.disclosed import CellEntry, EvidenceEntry
from oit.contract.index import Index, ItemEntry, RoundEntry

DATE_PATTERN = r"^(\d{4}-\d{2}-\d{2})?$"
_COUNT_PATTERN = r"^\d+$"
_SIZE_PATTERN = r"^\d*$"
_SCORE_PATTERN = r"^(\d{1,3}\.\d{2})?$"
NUMBER_PATTERNS = {_COUNT_PATTERN: "integer", _SIZE_PATTERN: "integer", _SCORE_PATTERN: "number"}
"""The type that a Table Schema gives to the cells of a pattern."""

DateCell = Annotated[str, Field(pattern=DATE_PATTERN)]
CountCell = Annotated[str, Field(pattern=_COUNT_PATTERN)]
TruthCell = Literal["true", "false"]
TRUTHS = [*get_args(TruthCell)]
_ENTRY_COLUMNS = (
    *("kind", "title", "url", "media_type", "bytes"),
    *("sha256", "published", "sample", "readability"),
    *("recorded", "counts_from", "published_by", "table_schema", "rows", "open_csv"),
    "identifier",
)

# As in `index.py`, names, docstrings and descriptions of classes and fields are published. Fields
# are in the order of the columns; new ones go to the end.


class IndexRow(ContractModel):
    """`index.csv`: one row per item. Every cell is text."""

    office: str = Field(description="The office, by its id.")
    scheme: str = Field(description="The assessment scheme of the round.")
    fiscal_year: CountCell = Field(description="Buddhist fiscal year.")
    item: str = Field(description="Number of the item in its year: O1 to O22.")
    topic: str = Field(description="What the item is about, the same from year to year.")
    title_th: str
    title_en: str
    indicator: str = Field(description="Sub-indicator of the assessment, such as 9.3.")
    owner: str = Field(description="The division that leads, by its id.")
    owner_th: str = Field(description="Its name.")
    owners: str = Field(description="All owners, joined by `;`.")
    frequency: FrequencyName = Field(description="How often the item has to be confirmed.")
    updated: DateCell = Field(description="Last update.")
    reviewed: DateCell = Field(description="Last confirmation without an update.")
    due_on: DateCell = Field(description="Next deadline; empty where nothing more is due.")
    status: StatusName
    status_th: str
    score: str = Field(pattern=_SCORE_PATTERN)
    owed_count: CountCell = Field(description="Requirements and periods due so far.")
    filled_count: CountCell = Field(description="How many of them are disclosed.")
    late_count: CountCell = Field(description="How many of them were disclosed late.")
    sample: TruthCell = Field(description="Whether anything in the item is a sample.")
    url: str = Field(
        description="The item's page: absolute, or relative to the site's root where the site "
        "has no address."
    )
    mode: ModeName = Field(description="A demonstration, or an office's real site.")
    round_state: RoundStateName
    as_of: DateCell = Field(description="The day that the row is about.")
    waived_until: DateCell = Field(description="Last day of a waiver in force.")
    current_since: DateCell = Field(description="Last confirmation of its oldest part.")
    identifier: str = Field(description="Of its dataset, the same in every document.")


class AnswerRow(ContractModel):
    """The answers of a round, one row per item, as filed with the assessor. Every cell is text."""

    office: str
    scheme: str
    fiscal_year: CountCell
    item: str
    topic: str
    title_th: str
    title_en: str
    disclosed: TruthCell = Field(description="Whether the item scores in full.")
    status: StatusName
    status_th: str
    urls: str = Field(description="The addresses to file, joined by ` | `, the item's page first.")
    click_path_th: str = Field(description="The way from the main website's home page.")
    requirements_th: str = Field(description="`label: address` of each, joined by ` | `.")
    sample: TruthCell
    filing: DateCell = Field(description="The assessor's cut-off; empty before that day.")
    filing_disclosed: TruthCell | Literal[""]
    filing_status: StatusName | Literal[""]
    filing_urls: str
    mode: ModeName
    round_state: RoundStateName
    as_of: DateCell


class EvidenceRow(ContractModel):
    """`evidence.csv`: one row per cell and piece of evidence; an empty row where there is none."""

    office: str = Field(description="The office, by its id.")
    scheme: str = Field(description="The assessment scheme of the round.")
    fiscal_year: CountCell = Field(description="Buddhist fiscal year.")
    item: str = Field(description="Number of the item in its year.")
    requirement: str = Field(description="What has to be disclosed, by its id.")
    period: str = Field(
        description="Month, quarter, half or fiscal year; empty where it is not by period."
    )
    division: str = Field(description="The division that owes it, where each owes its own.")
    due_on: DateCell = Field(description="Deadline of the requirement and period.")
    state: CellStateName = Field(
        description="published, late, none (stated to be nothing), missing, or not-due."
    )
    days_late: CountCell = Field(
        description="Days between the deadline and the publication; 0 while there is none."
    )
    kind: KindName | Literal[""] = Field(
        description="file, url, section, none; empty where there is no evidence."
    )
    title: str
    url: str = Field(
        description="Where it is: absolute, or relative to the site's root where the site has "
        "no address."
    )
    media_type: str = Field(description="IANA media type of a file.")
    bytes: str = Field(description="Size of a file.", pattern=_SIZE_PATTERN)
    sha256: str = Field(
        description="SHA-256 of a file, in hexadecimal.", pattern=r"^([0-9a-f]{64})?$"
    )
    published: DateCell = Field(description="First day on the site.")
    sample: TruthCell | Literal[""] = Field(description="Whether it is a sample.")
    waived_until: DateCell = Field(description="Last day of a waiver in force.")
    readability: ReadabilityName | Literal[""] = Field(
        description="What a program can do with a file: scan, text, table, open-table."
    )
    mode: ModeName = Field(description="A demonstration, or an office's real site.")
    as_of: DateCell = Field(description="The day that the row is about.")
    recorded: DateCell = Field(description="When it was recorded; empty where no history tells.")
    counts_from: DateCell = Field(
        description="From when it counts; empty where no history is asked."
    )
    topic: str = Field(description="What the item is about, the same from year to year.")
    label_th: str = Field(description="What has to be disclosed.")
    label_en: str
    owed_by: str = Field(description="The division that owes it.")
    published_by: str = Field(description="The division that publishes it; empty without evidence.")
    table_schema: str = Field(description="Name of the schema that a table follows.")
    rows: str = Field(description="Rows of a table, without its heading.", pattern=_SIZE_PATTERN)
    open_csv: str = Field(description="Address of a table's open copy.")
    owed: TruthCell = Field(description="Whether it is owed by now.")
    cell_counts_from: DateCell = Field(
        description="The day of the first version that filled it; empty without a history."
    )
    identifier: str = Field(description="Of the evidence, the same in every document.")


def index_rows(index: Index) -> Iterator[IndexRow]:
    """One row per item, in the order of the index."""
    for round_, item in index.round_items():
        yield _index_row(item, round_, index)


def evidence_rows(index: Index) -> Iterator[EvidenceRow]:
    """One row per cell and piece of evidence that counts; one row for a cell without any."""
    for round_, item in index.round_items():
        for requirement, cell in item.requirement_cells():
            for entry in cell.evidence or (None,):
                yield EvidenceRow(
                    office=index.office.id,
                    scheme=round_.scheme,
                    fiscal_year=str(round_.fiscal_year),
                    item=item.item,
                    requirement=requirement.id,
                    **_cell_columns(cell, item),
                    **_entry_columns(entry),
                    mode=index.mode,
                    as_of=date_text(round_.as_of),
                    topic=item.topic,
                    label_th=requirement.label.th,
                    label_en=requirement.label.en,
                )


def date_text(day: date | None) -> str:
    """ISO 8601 (`2025-04-30`); empty for `None`."""
    return day.isoformat() if day else ""


def _index_row(item: ItemEntry, round_: RoundEntry, index: Index) -> IndexRow:
    lead_names = (division.name.th for division in index.divisions if division.id == item.owner)
    return IndexRow(
        office=index.office.id,
        scheme=round_.scheme,
        fiscal_year=str(round_.fiscal_year),
        item=item.item,
        topic=item.topic,
        title_th=item.title.th,
        title_en=item.title.en,
        indicator=item.indicator,
        owner=item.owner,
        owner_th=next(lead_names, item.owner),
        owners=";".join(item.owners),
        frequency=item.frequency,
        updated=date_text(item.updated),
        reviewed=date_text(item.reviewed),
        due_on=date_text(item.due_on),
        status=item.status,
        status_th=item.status_label.th,
        score=item.score or "",
        owed_count=str(item.owed_count),
        filled_count=str(item.filled_count),
        late_count=str(item.late_count),
        sample="true" if item.sample else "false",
        url=item.url,
        mode=index.mode,
        round_state=round_.state,
        as_of=date_text(round_.as_of),
        waived_until=date_text(item.waived_until),
        current_since=date_text(item.current_since),
        identifier=item.identifier or "",
    )


def _cell_columns(cell: CellEntry, item: ItemEntry) -> dict[str, str]:
    return {
        "period": cell.period or "",
        "division": cell.division or "",
        "due_on": date_text(cell.due_on),
        "state": cell.state,
        "days_late": str(cell.days_late),
        "waived_until": date_text(cell.waived_until),
        "owed_by": cell.division or item.owner,
        "owed": "true" if cell.owed else "false",
        "cell_counts_from": date_text(cell.counts_from),
    }


def _entry_columns(entry: EvidenceEntry | None) -> dict[str, str]:
    """The columns about evidence; empty where a cell has none."""
    if entry is None:
        return dict.fromkeys(_ENTRY_COLUMNS, "")
    return {
        "kind": entry.kind,
        "title": entry.title,
        "url": entry.url or "",
        "media_type": entry.media_type or "",
        "bytes": "" if entry.bytes is None else str(entry.bytes),
        "sha256": entry.sha256 or "",
        "published": date_text(entry.published),
        "sample": "true" if entry.sample else "false",
        "readability": entry.readability or "",
        "recorded": date_text(entry.recorded),
        "counts_from": date_text(entry.counts_from),
        "published_by": entry.division,
        "table_schema": entry.table_schema or "",
        "rows": "" if entry.rows is None else str(entry.rows),
        "open_csv": entry.open_csv or "",
        "identifier": entry.identifier or "",
    }
