"""What is filed of each item with the assessor: addresses, click paths, where things stand."""

from dataclasses import dataclass

from oit.assessment.result import FULL, Filling, ItemAssessment, RoundAssessment
from oit.contract.addresses import absolute, item_path, requirement_anchor
from oit.model.mandate import MandateItem
from oit.outputs.evidence_files import evidence_path
from oit.outputs.publication import Publication

HOME_UNSET = "(ยังไม่ได้กำหนดหน้าแรกของเว็บไซต์หลักของสำนักงาน)"
OWN_HOME = "การเปิดเผยข้อมูลสาธารณะ (OIT)"


@dataclass(frozen=True, slots=True)
class Link:
    """An address to file: from the site's root, or of another site."""

    title: str
    path: str
    is_sample: bool = False

    @property
    def is_elsewhere(self) -> bool:
        """Whether it leads to another site."""
        return "://" in self.path

    def address(self, site_url: str | None) -> str:
        """As it is filed: absolute where the site's own address is known."""
        return self.path if self.is_elsewhere else absolute(site_url, self.path)


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer for an item on a day."""

    one: ItemAssessment
    links: tuple[Link, ...]
    """The item's page, then what is disclosed, in the mandate's order."""
    requirements: tuple[Link, ...]
    """Where each requirement stands."""

    @property
    def is_disclosed(self) -> bool:
        """Whether the item scores in full."""
        return self.one.status in FULL


def answers_of(round_: RoundAssessment) -> tuple[Answer, ...]:
    """The answers as on the assessed date, in the mandate's order."""
    return _answers(round_.items, round_)


def filed_answers_of(round_: RoundAssessment) -> tuple[Answer, ...] | None:
    """The same as on the assessor's cut-off; `None` without one, or before it."""
    return None if round_.filing_items is None else _answers(round_.filing_items, round_)


def click_path(item: MandateItem, round_: RoundAssessment, publication: Publication) -> list[str]:
    """The steps from the home page of the office's main website to an item's page."""
    home, site = publication.policy.official_home, publication.site_url
    office = publication.policy.office.name_th
    first = f"หน้าแรกเว็บไซต์หลักของ{office} ({home})" if home else HOME_UNSET
    own = f"{OWN_HOME} ({site})" if site else OWN_HOME
    is_same = bool(home and site and home.rstrip("/") == site.rstrip("/"))
    return [
        first,
        *(() if is_same else (own,)),
        f"รายการเปิดเผยข้อมูล (OIT) ปีงบประมาณ พ.ศ. {round_.fiscal_year}",
        f"{item.item} {item.title_th}",
    ]


def _answers(items: tuple[ItemAssessment, ...], round_: RoundAssessment) -> tuple[Answer, ...]:
    return tuple(_answer(one, item_path(round_.fiscal_year, one.item)) for one in items)


def _answer(one: ItemAssessment, page: str) -> Answer:
    listed = [Link(f"หน้าข้อ {one.item.item}", page)]
    listed.extend(_link(filling, page) for filling in one.evidence())
    requirements = tuple(
        Link(required.label_th, f"{page}#{requirement_anchor(required.id)}")
        for required in one.item.requirements
    )
    distinct: dict[str, Link] = {}
    for link in listed:
        distinct.setdefault(link.path, link)
    return Answer(one, tuple(distinct.values()), requirements)


def _link(filling: Filling, page: str) -> Link:
    """Where evidence is; a stated nothing stands with its requirement."""
    stated = f"{page}#{requirement_anchor(filling.cell.requirement.id)}"
    path = evidence_path(filling.disclosure, page) or stated
    return Link(filling.evidence.title, path, filling.evidence.sample)
