"""The answer pack: what the office files with the assessor for each item.

For each item: whether it is disclosed, the addresses to file, and the click path from the
office's home page. Shown by `pages/answer_page.py` and, as a table, by `api/answer_rows.py`.
"""

from collections.abc import Collection

from msgspec import Struct

from oit.assessment.result import CellEvidence, ItemAssessment, RoundAssessment
from oit.assessment.statuses import FULL
from oit.catalog import Language, say
from oit.contract.addresses import absolute, item_path, requirement_anchor
from oit.model.mandate import MandateItem
from oit.outputs.evidence_files import evidence_path
from oit.outputs.publication import Publication


class Link(Struct, frozen=True):
    """An address to file: a path from the site's root, or the URL of another site."""

    title: str
    path: str
    is_sample: bool = False

    @property
    def is_elsewhere(self) -> bool:
        """Whether it leads to another site."""
        return "://" in self.path

    def address(self, site_url: str | None) -> str:
        """The address as it is filed: absolute where the site's own is known."""
        return self.path if self.is_elsewhere else absolute(site_url, self.path)


class Answer(Struct, frozen=True):
    """The answer for an item on a day."""

    item: ItemAssessment
    links: tuple[Link, ...]
    """The item's page, then its evidence in the mandate's order; each address once."""
    requirements: tuple[Link, ...]
    """Where each requirement stands on the item's page."""

    @property
    def is_disclosed(self) -> bool:
        """Whether the item scores in full."""
        return self.item.status in FULL

    @property
    def verdict(self) -> str:
        """What the answer comes to, in words: a sample is nothing that was really disclosed."""
        if not self.is_disclosed:
            return say("answers.lacking", Language.TH)
        if self.item.is_all_sample:
            return say("answers.sample", Language.TH)
        if self.item.has_sample:
            return say("answers.partly-sample", Language.TH)
        return say("answers.disclosed", Language.TH)

    @property
    def is_certain(self) -> bool:
        """Whether the item is disclosed, and nothing of it is a sample."""
        return self.is_disclosed and not self.item.has_sample


def answers_of(round_: RoundAssessment) -> tuple[Answer, ...]:
    """The answers on the assessed date, one per item, in the mandate's order."""
    return _answers(round_.items, round_)


def filed_answers_of(round_: RoundAssessment) -> tuple[Answer, ...] | None:
    """The answers on the assessor's cut-off; `None` without one, or before it."""
    return None if round_.filing_items is None else _answers(round_.filing_items, round_)


def sample_notice(answers: Collection[Answer], office: str) -> str | None:
    """What the pack says at its head where some answers, or all, are made of samples."""
    sampled = [answer for answer in answers if answer.item.has_sample]
    if not sampled:
        return None
    if len(sampled) == len(answers):
        return say("answers.all-samples", Language.TH, office=office)
    return say("answers.some-samples", Language.TH, count=len(sampled))


def click_path(item: MandateItem, round_: RoundAssessment, publication: Publication) -> list[str]:
    """The steps from the home page of the office's main website to an item's page."""
    home, site = publication.policy.official_home, publication.site_url
    office = publication.policy.office.name_th
    main_home = (
        say("answers.home", Language.TH, office=office, address=home)
        if home
        else say("answers.home-unset", Language.TH)
    )
    name = say("pages.disclosure", Language.TH)
    this_home = say("answers.here", Language.TH, site=name, address=site) if site else name
    is_same = bool(home and site and home.rstrip("/") == site.rstrip("/"))
    return [
        main_home,
        *(() if is_same else (this_home,)),
        say("pages.round", Language.TH, year=round_.fiscal_year),
        f"{item.item} {item.title_th}",
    ]


def _answers(items: tuple[ItemAssessment, ...], round_: RoundAssessment) -> tuple[Answer, ...]:
    return tuple(_answer(item, item_path(round_.fiscal_year, item.mandated)) for item in items)


def _answer(item: ItemAssessment, page: str) -> Answer:
    links = [Link(say("answers.item-page", Language.TH, item=item.id), page)]
    links.extend(_link(filling, page) for filling in item.evidence())
    requirements = tuple(
        Link(requirement.label_th, f"{page}#{requirement_anchor(requirement.id)}")
        for requirement in item.mandated.requirements
    )
    # One file may fill several cells: its first title stays.
    distinct: dict[str, Link] = {}
    for link in links:
        distinct.setdefault(link.path, link)
    return Answer(item, tuple(distinct.values()), requirements)


def _link(filling: CellEvidence, page: str) -> Link:
    """The link to evidence; evidence of kind `none` has no address but its requirement's."""
    requirement = f"{page}#{requirement_anchor(filling.cell.requirement.id)}"
    path = evidence_path(filling.disclosure, page) or requirement
    return Link(filling.evidence.title, path, filling.evidence.sample)
