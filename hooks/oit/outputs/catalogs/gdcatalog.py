"""The fourteen fields that Thailand's catalogue of government data asks of a dataset.

A dataset an item. What only the office can say – a licence, an address to write to – is null until
it is set, and never invented. Values of closed lists (type, objective, coverage, category) are this
project's choice and for the office to confirm.
"""

from oit.contract import index as contract
from oit.contract.gdcatalog import GdCatalog, GdDataset, GdFields
from oit.model.office import Licence

_UNITS = {"monthly": "เดือน", "quarterly": "ไตรมาส", "semiannual": "ครึ่งปี", "annual": "ปี"}
_FORMATS = {"url": "URL", "section": "HTML"}
_SAMPLE_TAG = "ตัวอย่าง"


def gdcatalog(index: contract.Index, email: str | None, licence: Licence | None) -> GdCatalog:
    """The datasets, in the order of the index."""
    names = {one.id: one.name.th for one in index.divisions}
    set_by_office = {
        "maintainer_email": email,
        "license_id": licence.gdcatalog if licence else None,
    }
    return GdCatalog(
        office=index.office,
        mode=index.mode,
        unset=sorted(name for name, value in set_by_office.items() if value is None),
        datasets=[
            GdDataset(
                fiscal_year=round_.fiscal_year,
                item=item.item,
                url=item.url,
                sample=item.sample,
                fields=GdFields(**_fields(item, round_.fiscal_year, index, names), **set_by_office),
            )
            for round_ in index.rounds
            for item in round_.items
        ],
    )


def _fields(
    item: contract.ItemEntry, fiscal_year: int, index: contract.Index, names: dict[str, str]
) -> dict[str, str | int | list[str]]:
    owner = names.get(item.owner, item.owner)
    tags = ["OIT", item.item, item.topic, *([_SAMPLE_TAG] if item.sample else [])]
    return {
        "data_type": "ข้อมูลหลากหลายประเภท",
        "title": f"{item.title.th} ปีงบประมาณ พ.ศ. {fiscal_year}",
        "owner_org": index.office.name.th,
        "maintainer": owner,
        "tag_string": ",".join(tags),
        "notes": item.about.th,
        "objective": "พันธกิจหน่วยงาน",
        "update_frequency_unit": _UNITS[item.frequency],
        "update_frequency_interval": 1,
        "geo_coverage": "อำเภอ",
        "data_source": f"{owner} {index.office.name.th}",
        "data_format": sorted(_formats(item)),
        "data_category": "ข้อมูลสาธารณะ",
    }


def _formats(item: contract.ItemEntry) -> set[str]:
    cells = (cell for requirement in item.requirements for cell in requirement.cells)
    return {_format(one) for cell in cells for one in cell.evidence if one.kind != "none"}


def _format(one: contract.EvidenceEntry) -> str:
    return _FORMATS.get(one.kind) or (one.url or "").rpartition(".")[2].upper()
