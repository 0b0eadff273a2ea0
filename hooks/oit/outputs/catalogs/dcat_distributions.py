"""The distributions of `catalog.jsonld`: files, sections and links, each under its own IRI."""

from typing import Any

from oit.catalog import Language, say
from oit.contract.addresses import iri
from oit.contract.base import Name
from oit.contract.identifiers import checksum_id, period_id, service_id
from oit.outputs.api.downloads import Download, DownloadKind
from oit.outputs.catalogs.dcat_values import (
    bilingual,
    day,
    media_type,
    node,
    period_of_time,
    typed,
)
from oit.periods import parse_period


def distribution(
    download: Download, item: str, fiscal_year: int, site_url: str | None
) -> dict[str, Any]:
    """A distribution without its licence; its `dct:temporal` are the periods that it discloses."""
    address = node(download.address)
    periods = [parse_period(period) for period in download.periods]
    return {
        **node(download.identifier),
        "@type": "dcat:Distribution",
        "dct:title": bilingual(download.title),
        "dct:description": bilingual(_about(download, item)),
        "dcat:accessURL": address,
        **({"dcat:downloadURL": address} if download.is_file else {}),
        **(media_type(download.media_type) if download.media_type else {}),
        **({"dct:issued": day(download.published.isoformat())} if download.published else {}),
        **_measures(download),
        **(
            {
                "dct:temporal": [
                    period_of_time(period_id(site_url, fiscal_year, str(period)), period, period)
                    for period in periods
                ]
            }
            if periods
            else {}
        ),
        **(
            {"dcat:accessService": node(service_id(site_url))}
            if download.kind is DownloadKind.DOCUMENT
            else {}
        ),
    }


def _about(download: Download, item: str) -> Name:
    return Name(
        th=say("catalogs.distribution", Language.TH, item=item, about=download.about.th),
        en=say("catalogs.distribution", Language.EN, item=item, about=download.about.en),
    )


def _measures(download: Download) -> dict[str, Any]:
    """Size and SHA-256 of a file."""
    properties: dict[str, Any] = {}
    if download.bytes is not None:
        properties["dcat:byteSize"] = typed(download.bytes, "nonNegativeInteger")
    if download.sha256:
        properties["spdx:checksum"] = {
            "@id": checksum_id(iri(download.address)),
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": typed(download.sha256, "hexBinary"),
        }
    return properties
