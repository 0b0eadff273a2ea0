"""`gdcatalog.json`: what GD Catalog, Thailand's catalogue of government data, asks of a dataset.

One dataset per item, with the fourteen mandatory fields. What only the office can say – a licence,
an e-mail address – is null until it is set. Values of closed lists (type, objective, coverage,
category) are this project's choice and for the office to confirm.
"""

from oit.catalog import Language, say
from oit.contract.disclosed import EvidenceEntry
from oit.contract.documents import GdCatalog, GdDataset, GdFields
from oit.contract.index import Index, ItemEntry
from oit.model.office import Licence

_FORMATS = {"url": "URL", "section": "HTML"}


def gdcatalog(index: Index, email: str | None, licence: Licence | None) -> GdCatalog:
    """The datasets in the order of the index; `unset` names the fields left null."""
    division_names = {division.id: division.name.th for division in index.divisions}
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
                fields=GdFields(
                    **_fields(item, round_.fiscal_year, index, division_names), **set_by_office
                ),
            )
            for round_, item in index.round_items()
        ],
    )


def _fields(
    item: ItemEntry, fiscal_year: int, index: Index, division_names: dict[str, str]
) -> dict[str, str | int | list[str]]:
    owner = division_names.get(item.owner, item.owner)
    tags = [
        "OIT",
        item.item,
        item.topic,
        *([say("catalogs.gd-sample", Language.TH)] if item.sample else []),
    ]
    return {
        "data_type": say("catalogs.gd-type", Language.TH),
        "title": say("catalogs.gd-title", Language.TH, title=item.title.th, year=fiscal_year),
        "owner_org": index.office.name.th,
        "maintainer": owner,
        "tag_string": ",".join(tags),
        "notes": item.about.th,
        "objective": say("catalogs.gd-objective", Language.TH),
        "update_frequency_unit": say(f"catalogs.gd-{item.frequency}", Language.TH),
        "update_frequency_interval": 1,
        "geo_coverage": say("catalogs.gd-coverage", Language.TH),
        "data_source": f"{owner} {index.office.name.th}",
        "data_format": sorted(_formats(item)),
        "data_category": say("catalogs.gd-category", Language.TH),
    }


def _formats(item: ItemEntry) -> set[str]:
    return {
        _format(entry)
        for _, cell in item.requirement_cells()
        for entry in cell.evidence
        if entry.kind != "none"
    }


def _format(entry: EvidenceEntry) -> str:
    """`URL`, `HTML`, or a file's extension: `CSV`."""
    return _FORMATS.get(entry.kind) or (entry.url or "").rpartition(".")[2].upper()
