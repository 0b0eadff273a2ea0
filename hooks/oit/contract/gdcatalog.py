"""`gdcatalog.json`: what an office files with Thailand's catalogue of government data."""

from pydantic import Field

from oit.contract.index import ContractModel, ModeName, Office


class GdFields(ContractModel):
    """The fourteen fields; update frequency is a unit and how often in it."""

    data_type: str
    title: str
    owner_org: str
    maintainer: str
    maintainer_email: str | None
    tag_string: str
    notes: str
    objective: str
    update_frequency_unit: str
    update_frequency_interval: int
    geo_coverage: str
    data_source: str
    data_format: list[str]
    data_category: str
    license_id: str | None


class GdDataset(ContractModel):
    """An item as a dataset."""

    fiscal_year: int
    item: str
    url: str
    sample: bool
    fields: GdFields


class GdCatalog(ContractModel):
    """The document."""

    office: Office
    mode: ModeName
    unset: list[str] = Field(description="Fields that the office has still to set.")
    datasets: list[GdDataset]
