"""The rows of the CSV files of contract version 1. Every cell is text."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Literal, get_args

from pydantic import Field

from oit.contract.index import (
    CellEntry,
    CellStateName,
    ContractModel,
    EvidenceEntry,
    FrequencyName,
    Index,
    ItemEntry,
    KindName,
    ModeName,
    ReadabilityName,
    RoundEntry,
    RoundStateName,
    StatusName,
)

DATE_PATTERN = r"^(\d{4}-\d{2}-\d{2})?$"

_COUNT_PATTERN = r"^\d+$"

_SIZE_PATTERN = r"^\d*$"

_SCORE_PATTERN = r"^(\d{1,3}\.\d{2})?$"

NUMBER_PATTERNS = {_COUNT_PATTERN: "integer", _SIZE_PATTERN: "integer", _SCORE_PATTERN: "number"}
"""What a Table Schema calls the cells of a pattern."""

DateCell = Annotated[str, Field(pattern=DATE_PATTERN)]

CountCell = Annotated[str, Field(pattern=_COUNT_PATTERN)]

TruthCell = Literal["true", "false"]

TRUTHS = [*get_args(TruthCell)]


class IndexRow(ContractModel):
    """`index.csv`: a row an item. Every cell is text."""

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
    url: str = Field(description="The item's page.")
    mode: ModeName = Field(description="A demonstration, or an office's real site.")
    round_state: RoundStateName
    as_of: DateCell = Field(description="The day that the row is about.")
    waived_until: DateCell = Field(description="Last day of a waiver in force.")


class AnswerRow(ContractModel):
    """`itap-2568.csv`: a row an item, as it is filed with the assessor. Every cell is text."""

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
    """`evidence.csv`: a row a cell × evidence, one empty row where there is none."""

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
        description="Days between the deadline and the publication, or today."
    )
    kind: KindName | Literal[""] = Field(
        description="file, url, section, none; empty where there is no evidence."
    )
    title: str
    url: str = Field(description="Where it is.")
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


def index_rows(index: Index) -> Iterator[IndexRow]:
    """A row an item."""
    for round_ in index.rounds:
        for item in round_.items:
            yield _index_row(item, round_, index)


def _index_row(entry: ItemEntry, round_: RoundEntry, index: Index) -> IndexRow:
    owner = next((one for one in index.divisions if one.id == entry.owner), None)
    return IndexRow(
        office=index.office.id,
        scheme=round_.scheme,
        fiscal_year=str(round_.fiscal_year),
        item=entry.item,
        topic=entry.topic,
        title_th=entry.title.th,
        title_en=entry.title.en,
        indicator=entry.indicator,
        owner=entry.owner,
        owner_th=owner.name.th if owner else entry.owner,
        owners=";".join(entry.owners),
        frequency=entry.frequency,
        updated=date_text(entry.updated),
        reviewed=date_text(entry.reviewed),
        due_on=date_text(entry.due_on),
        status=entry.status,
        status_th=entry.status_label.th,
        score=entry.score or "",
        owed_count=str(entry.owed_count),
        filled_count=str(entry.filled_count),
        late_count=str(entry.late_count),
        sample="true" if entry.sample else "false",
        url=entry.url,
        mode=index.mode,
        round_state=round_.state,
        as_of=date_text(round_.as_of),
        waived_until=date_text(entry.waived_until),
    )


def evidence_rows(index: Index) -> Iterator[EvidenceRow]:
    """A row a cell × evidence that counts, one empty row where there is none."""
    for round_ in index.rounds:
        for item in round_.items:
            for requirement in item.requirements:
                for cell in requirement.cells:
                    for one in cell.evidence or (None,):
                        owed = {"item": item.item, "requirement": requirement.id}
                        yield _evidence_row(one, cell, owed, round_, index)


def _evidence_row(
    one: EvidenceEntry | None,
    cell: CellEntry,
    owed: Mapping[str, str],
    round_: RoundEntry,
    index: Index,
) -> EvidenceRow:
    return EvidenceRow(
        office=index.office.id,
        scheme=round_.scheme,
        fiscal_year=str(round_.fiscal_year),
        item=owed["item"],
        requirement=owed["requirement"],
        period=cell.period or "",
        division=cell.division or "",
        due_on=date_text(cell.due_on),
        state=cell.state,
        days_late=str(cell.days_late),
        kind=one.kind if one else "",
        title=one.title if one else "",
        url=(one.url or "") if one else "",
        media_type=(one.media_type or "") if one else "",
        bytes=str(one.bytes) if one and one.bytes is not None else "",
        sha256=(one.sha256 or "") if one else "",
        published=date_text(one.published) if one else "",
        sample=("true" if one.sample else "false") if one else "",
        waived_until=date_text(cell.waived_until),
        readability=(one.readability or "") if one else "",
        mode=index.mode,
        as_of=date_text(round_.as_of),
    )


def date_text(day: date | None) -> str:
    """ISO, or empty."""
    return day.isoformat() if day else ""
