"""What is about to be published, and what every output says of it alike."""

from dataclasses import dataclass
from decimal import Decimal
from uuid import NAMESPACE_URL, UUID, uuid5

from oit.assessment.result import Assessment
from oit.assessment.scoring import rounded
from oit.assessment.statuses import Status
from oit.contract import index as contract
from oit.model.office import Division, SitePolicy
from oit.wording.terms import STATUS_EN, STATUS_TH
from oit.wording.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Publication:
    """An assessment about to be published: the site it goes to and the names it uses."""

    assessment: Assessment
    policy: SitePolicy
    vocabulary: Vocabulary
    site_url: str | None
    commit: str | None = None
    """The version of the records, where it is known."""

    @property
    def divisions(self) -> tuple[Division, ...]:
        """The owners, in the order of `divisions.yml`."""
        return self.assessment.site.divisions


def office(publication: Publication) -> contract.Office:
    """The office that discloses."""
    one = publication.policy.office
    return contract.Office(id=one.id, name=contract.Name(th=one.name_th, en=one.name_en))


def status_label(status: Status) -> contract.Name:
    """A status in both languages."""
    return contract.Name(th=STATUS_TH[status], en=STATUS_EN[status])


def score_text(value: Decimal | None) -> str | None:
    """95.45, or nothing while unknown."""
    return None if value is None else str(rounded(value))


_OURS = uuid5(NAMESPACE_URL, "urn:oit:disclosures")


def lasting_id(publication: Publication, *parts: object) -> UUID:
    """A UUID made of the office and of what names the thing, and of nothing that changes."""
    office = publication.policy.office.id
    return uuid5(_OURS, "\n".join(map(str, (office, *parts))))
