"""Names that stay: the same thing has the same identifier in every build, at every address."""

from uuid import NAMESPACE_URL, UUID, uuid5

from oit.outputs.publication import Publication

_OURS = uuid5(NAMESPACE_URL, "urn:oit:disclosures")


def lasting_id(publication: Publication, *parts: object) -> UUID:
    """A UUID made of the office and of what names the thing, and of nothing that changes."""
    office = publication.policy.office.id
    return uuid5(_OURS, "\n".join(map(str, (office, *parts))))
