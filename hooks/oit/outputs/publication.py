"""What all outputs are made from, and the values that they all write in the same way."""

import hashlib
from collections.abc import Mapping
from decimal import Decimal
from uuid import UUID

from msgspec import Struct, field

from oit.assessment.result import Assessment, RoundAssessment
from oit.assessment.scoring import rounded
from oit.assessment.statuses import Status
from oit.contract import index as contract
from oit.contract.base import Name
from oit.contract.identifiers import lasting_uuid
from oit.memory import NO_MEMORY, Memory
from oit.model.office import Division, Office, SitePolicy
from oit.wording.terms import STATUS_EN, STATUS_TH
from oit.wording.vocabulary import Vocabulary, vocabulary_of


class Publication(Struct, frozen=True):
    """An assessment about to be published, with the settings of the site that publishes it."""

    assessment: Assessment
    policy: SitePolicy
    vocabulary: Vocabulary
    is_in_preparation: bool
    """Whether an office prepares its site: not in production yet, and without any sample."""
    site_url: str | None
    """The site's absolute address; `None` where it is not set, and addresses stay relative."""
    commit: str | None = None
    """The Git commit of the records, where it is known."""
    generator: contract.Generator | None = None
    """The engine that makes the site, where it is known."""
    memory: Memory = NO_MEMORY
    """What was made before of the same content."""
    texts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """What the pages of items show as text, by the address of the page and the id of the text."""

    @property
    def divisions(self) -> tuple[Division, ...]:
        """The divisions, in the order of `divisions.yml`."""
        return self.assessment.site.divisions

    @property
    def shown_round(self) -> RoundAssessment | None:
        """The round of home: the newest that has opened, or before any has, the first."""
        return self.assessment.newest_opened or next(iter(self.assessment.rounds), None)

    @property
    def contact(self) -> Office | None:
        """The office, where it says how to reach it; a demonstration leads nobody to anybody."""
        named = self.policy.office
        return named if named.has_contact and not self.policy.is_demonstration else None


def publication_of(
    assessment: Assessment,
    site_url: str | None,
    commit: str | None = None,
    generator: contract.Generator | None = None,
    memory: Memory = NO_MEMORY,
) -> Publication:
    """An assessment to publish. Raises `ValueError` where the site's settings are unreadable."""
    site = assessment.site
    if site.policy is None:
        raise ValueError("a site whose settings could not be read is never published")
    entries = (entry for round_ in site.rounds for entry in round_.evidence())
    is_in_preparation = site.policy.is_demonstration and not any(entry.sample for entry in entries)
    return Publication(
        assessment,
        site.policy,
        vocabulary_of(site),
        is_in_preparation,
        site_url,
        commit,
        generator,
        memory,
    )


def follows_from(publication: Publication) -> list[object]:
    """All that a publication follows from, so that what is made of it can be kept by it."""
    assessment, site = publication.assessment, publication.assessment.site
    return [
        site.settings_from,
        publication.site_url,
        publication.commit,
        publication.generator,
        publication.is_in_preparation,
        publication.texts,
        assessment.today.day,
        assessment.today.is_set,
        [(round_.made_from, results_from(round_)) for round_ in assessment.rounds],
        [
            (each.folder, each.policy_from, [bundle.made_from for bundle in each.bundles.values()])
            for each in site.guessed_rounds
        ],
    ]


def results_from(round_: RoundAssessment) -> str:
    """SHA-256 of the scores of an earlier year, which are no part of what a round was made of."""
    return hashlib.sha256(round_.contents.previous_results or b"").hexdigest()


def office(publication: Publication) -> contract.Office:
    """The office that discloses, as the documents of the contract name it."""
    named = publication.policy.office
    return contract.Office(
        id=named.id,
        name=Name(th=named.name_th, en=named.name_en),
        official_code=named.official_code,
    )


def status_label(status: Status) -> Name:
    """A status in Thai and English."""
    return Name(th=STATUS_TH[status], en=STATUS_EN[status])


def score_text(value: Decimal | None) -> str | None:
    """A score with two decimals, `95.45`; `None` where it is unknown."""
    return None if value is None else str(rounded(value))


def lasting_id(publication: Publication, *parts: object) -> UUID:
    """The UUID of what `parts` name in this office: the same in every build (`lasting_uuid`)."""
    return lasting_uuid(publication.policy.office.id, *parts)
