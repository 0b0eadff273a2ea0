"""The rows of the CSV files of contract version 1. Every cell is text."""

from typing import Annotated, Literal, get_args

from pydantic import Field

from oit.outputs.contract import (
    CellStateName,
    ContractModel,
    FrequencyName,
    KindName,
    ModeName,
    ReadabilityName,
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

    office: str
    scheme: str
    fiscal_year: CountCell
    item: str
    topic: str
    title_th: str
    title_en: str
    indicator: str
    owner: str
    owner_th: str
    owners: str = Field(description="All owners, joined by `;`.")
    frequency: FrequencyName
    updated: DateCell
    reviewed: DateCell
    due_on: DateCell
    status: StatusName
    status_th: str
    score: str = Field(pattern=_SCORE_PATTERN)
    owed_count: CountCell
    filled_count: CountCell
    late_count: CountCell
    sample: TruthCell
    url: str
    mode: ModeName
    round_state: RoundStateName
    as_of: DateCell
    waived_until: DateCell


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
    kind: KindName | Literal[""]
    title: str
    url: str
    media_type: str
    bytes: str = Field(pattern=_SIZE_PATTERN)
    sha256: str = Field(pattern=r"^([0-9a-f]{64})?$")
    published: DateCell
    sample: TruthCell | Literal[""]
    waived_until: DateCell
    readability: ReadabilityName | Literal[""]
