"""`gdcatalog.json`: what GD Catalog, Thailand's catalogue of government data, asks of a dataset.

One dataset per item, with the fourteen mandatory fields. What only the office can say – a licence,
an e-mail address – is null until it is set. Values of closed lists (type, objective, coverage,
category) are this project's choice and for the office to confirm.
"""

from oit.catalog import Language, say
from oit.contract.documents import GdCatalog, GdDataset, GdFields
from oit.contract.index import Index, ItemEntry, RoundEntry
from oit.outputs.api.downloads import downloads_of
from oit.outputs.catalogs.gd_lists import formats_of, licence_of
from oit.outputs.publication import Publication


def gdcatalog(index: Index, publication: Publication) -> GdCatalog:
    """The datasets in the order of the index; `unset` names the fields left null."""
    set_by_office = _set_by_office(index, publication)
    return GdCatalog(
        office=index.office,
        mode=index.mode,
        unset=sorted(
            name
            for name, value in set_by_office.items()
            if value is None and not name.endswith("_other")
        ),
        datasets=[
            GdDataset(
                fiscal_year=round_.fiscal_year,
                item=item.item,
                url=item.url,
                sample=item.sample,
                fields=GdFields.model_validate({**_fields(item, round_, index), **set_by_office}),
            )
            for round_, item in index.round_items()
        ],
    )


def _set_by_office(index: Index, publication: Publication) -> dict[str, str | None]:
    contact, licence = publication.contact, publication.policy.licence
    license_id, other = licence_of(index.licence, licence.gdcatalog if licence else None)
    return {
        "maintainer_email": contact.email if contact else None,
        "license_id": license_id,
        "license_id_other": other,
    }


def _fields(item: ItemEntry, round_: RoundEntry, index: Index) -> dict[str, object]:
    division_names = {division.id: division.name.th for division in index.divisions}
    owner = division_names.get(item.owner, item.owner)
    year = round_.fiscal_year
    formats, other_formats = formats_of(downloads_of(item, year, index.site_url))
    return {
        "data_type": say("catalogs.gd-type", Language.TH),
        "title": say("catalogs.gd-title", Language.TH, title=item.title.th, year=year),
        "owner_org": index.office.name.th,
        "maintainer": owner,
        "tag_string": ",".join(_tags(item)),
        "notes": item.about.th,
        "objective": say("catalogs.gd-objective", Language.TH),
        "update_frequency_unit": say(f"catalogs.gd-{item.frequency}", Language.TH),
        "update_frequency_interval": 1,
        "geo_coverage": say("catalogs.gd-coverage", Language.TH),
        "data_source": f"{owner} {index.office.name.th}",
        "data_format": formats,
        "data_format_other": other_formats,
        "data_category": say("catalogs.gd-category", Language.TH),
    }


def _tags(item: ItemEntry) -> list[str]:
    sample = [say("catalogs.gd-sample", Language.TH)] if item.sample else []
    return ["OIT", item.item, item.topic, *sample]
