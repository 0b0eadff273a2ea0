"""Identifiers of what the site publishes: one scheme in the index, DCAT, schema.org and CKAN.

An identifier is the address of what describes a thing, and a fragment that says which kind of thing
is meant: `https://…/2568/o15/#dataset`. Like every address of the contract it is absolute where the
site's own address is known, and else relative to the site's root.
"""

from hashlib import sha256
from uuid import NAMESPACE_URL, UUID, uuid5

from oit.contract.addresses import (
    CATALOG_PATH,
    INDEX_PATH,
    absolute,
    division_path,
    round_path,
)
from oit.contract.base import KindName

_NAMESPACE = uuid5(NAMESPACE_URL, "urn:oit:disclosures")
_SHORT = 16
"""Digits of a hash: enough to tell the links of one item apart."""


def catalog_id(site_url: str | None) -> str:
    """The catalogue of all datasets: the site itself."""
    return absolute(site_url, "")


def office_id(site_url: str | None) -> str:
    """The office that publishes: `#office`."""
    return absolute(site_url, "#office")


def division_id(site_url: str | None, division: str) -> str:
    """A division of the office: `divisions/finance/#division`."""
    return absolute(site_url, f"{division_path(division)}#division")


def service_id(site_url: str | None) -> str:
    """The documents for programs, as a service: `api/v1/index.json#service`."""
    return absolute(site_url, f"{INDEX_PATH}#service")


def contact_id(site_url: str | None) -> str:
    """How to reach the office: `#contact`."""
    return absolute(site_url, "#contact")


def round_id(site_url: str | None, fiscal_year: int) -> str:
    """A round: `2568/#round`."""
    return absolute(site_url, f"{round_path(fiscal_year)}#round")


def dataset_id(site_url: str | None, fiscal_year: int, item: str) -> str:
    """An item of a round: `2568/o15/#dataset` of O15."""
    return absolute(site_url, f"{_item_page(fiscal_year, item)}#dataset")


def series_id(site_url: str | None, topic: str) -> str:
    """The items of one topic over the years, whatever their numbers.

    `api/v1/catalog.jsonld#series-procurement`: what describes it is the catalogue.
    """
    return absolute(site_url, f"{CATALOG_PATH}#series-{topic}")


def period_id(site_url: str | None, fiscal_year: int, period: str) -> str:
    """A period of a round: `2568/#period-2025-03`."""
    return absolute(site_url, f"{round_path(fiscal_year)}#period-{period}")


def distribution_id(site_url: str | None, path: str) -> str:
    """A file of the site: `2568/o15/a.csv#distribution`; of a section of a page its own id.

    `path` is from the site's root, or an address of the same site: `…/o15/#text-1-distribution`.
    """
    address = path if "://" in path else absolute(site_url, path)
    return f"{address}{'-' if '#' in address else '#'}distribution"


def evidence_id(
    site_url: str | None, fiscal_year: int, item: str, kind: KindName, address: str | None
) -> str | None:
    """Evidence of an item: a file or section by its address; a stated nothing has none.

    A page of another site gets an identifier of ours, by the hash of its URL: no name is coined in
    another's space.
    """
    if not address:
        return None
    if kind != "url":
        return distribution_id(site_url, address)
    digest = sha256(address.encode()).hexdigest()[:_SHORT]
    return absolute(site_url, f"{_item_page(fiscal_year, item)}#link-{digest}-distribution")


def checksum_id(address: str) -> str:
    """The SHA-256 of a file, by the file's address: `2568/o15/a.csv#checksum`."""
    return f"{address}#checksum"


def lasting_uuid(office: str, *parts: object) -> UUID:
    """The UUID (version 5) of what `parts` name in an office, by its id: the same in every build.

    Feed readers, calendars and CKAN recognise an entry by it; it must not depend on the site's
    address. Of an entry of the feed it is `update`, year, item, kind and path; of an event of a
    calendar `due`, year, division and day; of a resource `resource` and its identifier.
    """
    return uuid5(_NAMESPACE, "\n".join(map(str, (office, *parts))))


def _item_page(fiscal_year: int, item: str) -> str:
    return f"{round_path(fiscal_year)}{item.lower()}/"
