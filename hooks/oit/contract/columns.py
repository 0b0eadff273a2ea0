"""The columns of the CSV files of contract version 1.

Every cell is text: the patterns of the columns say which hold dates, numbers and truth values.
"""

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
