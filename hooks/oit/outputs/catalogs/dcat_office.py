"""The office in `catalog.jsonld`: its divisions, whom to ask, where it is, on which terms.

Only what the office has set; nothing is invented.
"""

from typing import Any

from oit.contract.base import Name
from oit.contract.identifiers import contact_id
from oit.contract.index import LicenceEntry
from oit.model.office import Office
from oit.outputs.catalogs.dcat_values import bilingual, node
from oit.outputs.publication import Publication

_THAILAND = "+66"
_LOCAL_AUTHORITY = "http://purl.org/adms/publishertype/LocalAuthority"
"""A code of the list of ADMS, which DCAT-AP asks for."""


def agent(identifier: str, name: Name) -> dict[str, Any]:
    """The office, or a division of it."""
    return {
        **node(identifier),
        "@type": "foaf:Agent",
        "dct:type": {"@id": _LOCAL_AUTHORITY},
        "foaf:name": bilingual(name),
    }


def contact_point(publication: Publication, site_url: str | None) -> dict[str, Any]:
    """`dcat:contactPoint`; empty in a demonstration, and where no way is set."""
    contact = publication.contact
    if contact is None or not (contact.email or contact.telephone):
        return {}
    return {
        "dcat:contactPoint": {
            **node(contact_id(site_url)),
            "@type": "vcard:Organization",
            "vcard:fn": contact.name_th,
            **({"vcard:hasEmail": {"@id": f"mailto:{contact.email}"}} if contact.email else {}),
            **(
                {"vcard:hasTelephone": {"@id": _telephone(contact.telephone)}}
                if contact.telephone
                else {}
            ),
        }
    }


def _telephone(written: str) -> str:
    """A number as a URI (RFC 3966): `02 123 4567` is `tel:+6621234567`."""
    digits = "".join(letter for letter in written if letter.isdigit() or letter == "+")
    return f"tel:{_THAILAND}{digits[1:]}" if digits.startswith("0") else f"tel:{digits}"


def place(office: Office) -> dict[str, Any]:
    """`dct:spatial`: the district, by the IRI that the office has set."""
    if office.place is None:
        return {}
    return {"dct:spatial": {"@id": office.place, "@type": "dct:Location"}}


def licence(terms: LicenceEntry | None) -> dict[str, Any]:
    """`dct:license`, once the office has decided."""
    return {"dct:license": {"@id": terms.url}} if terms else {}
