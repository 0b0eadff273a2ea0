"""The home page: what people come for, the round at a glance, what is new."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment

from oit.assessment.result import ItemAssessment, RoundAssessment
from oit.contract.addresses import item_path
from oit.model.mandate import Indicator
from oit.model.office import Task
from oit.outputs.evidence_files import evidence_path
from oit.outputs.page import Page
from oit.outputs.publication import Publication

_LATEST = 8


def home_page(
    round_: RoundAssessment, publication: Publication, ita: str | None, environment: Environment
) -> Page:
    """Home, by the round in force. `ita` is the page of an earlier year's results, if any."""
    office = publication.policy.office
    context = {
        "root": "",
        "offers": list(offers_of(round_, publication)),
        "failing": round_.failed,
        "groups": groups_of(round_),
        "latest": _latest(round_),
        "ita_path": ita,
    }
    return Page(
        path="",
        title=office.name_th,
        description=f"การเปิดเผยข้อมูลสาธารณะของ{office.name_th}",
        html=environment.get_template("home.html").render(round=round_, page=context),
        as_of=round_.as_of,
        is_wide=True,
    )


def _latest(round_: RoundAssessment) -> list[dict[str, Any]]:
    """The evidence published last, newest first; one line for each entry."""
    found = {}
    for filling in round_.evidence():
        evidence, item = filling.evidence, filling.item.item
        path = evidence_path(filling.disclosure, item_path(round_.fiscal_year, item))
        if path:
            found[(-evidence.published.toordinal(), item.number, path)] = {
                "title": evidence.title,
                "path": path,
                "item": item,
                "published": evidence.published,
                "sample": evidence.sample,
            }
    return [found[key] for key in sorted(found)][:_LATEST]


@dataclass(frozen=True, slots=True)
class Offer:
    """What people come for, with the items that serve it."""

    task: Task
    items: tuple[ItemAssessment, ...]

    @property
    def has_real_channel(self) -> bool:
        """Whether anything of it is more than a sample."""
        return bool(self.task.url) or not all(one.is_all_sample for one in self.items)


def offers_of(round_: RoundAssessment, publication: Publication) -> Iterator[Offer]:
    """What people come for, as far as a round has items that serve it."""
    for task in publication.policy.tasks:
        items = tuple(one for one in round_.items if one.item.topic in task.topics)
        if items:
            yield Offer(task, items)


@dataclass(frozen=True, slots=True)
class Group:
    """The items under one indicator."""

    indicator: Indicator
    members: list[ItemAssessment]


def groups_of(round_: RoundAssessment) -> list[Group]:
    """The items under their indicators, in the mandate's order; no indicator without items."""
    groups = (Group(one, _items_of(one, round_)) for one in round_.round.mandate.indicators)
    return [group for group in groups if group.members]


def _items_of(indicator: Indicator, round_: RoundAssessment) -> list[ItemAssessment]:
    return [one for one in round_.items if one.item.indicator == indicator.id]
