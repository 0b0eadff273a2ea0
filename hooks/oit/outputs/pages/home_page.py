"""The home page: what visitors come for, the round at a glance, what is new."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from jinja2 import Environment

from oit.assessment.result import ItemAssessment, RoundAssessment
from oit.catalog import Language, say
from oit.contract.addresses import item_path
from oit.model.mandate import Indicator
from oit.model.office import Task
from oit.outputs.evidence_files import evidence_path
from oit.outputs.page import Page, wide_page
from oit.outputs.pages.structured_data import office_data
from oit.outputs.publication import Publication

_LATEST = 8
"""Entries under เผยแพร่ล่าสุด."""


@dataclass(frozen=True, slots=True)
class ServedTask:
    """A visitor's task (`tasks` in `mkdocs.yml`), with the items that serve it."""

    task: Task
    items: tuple[ItemAssessment, ...]

    @property
    def has_real_channel(self) -> bool:
        """Whether anything of it is more than a sample."""
        return bool(self.task.url) or not all(item.is_all_sample for item in self.items)


@dataclass(frozen=True, slots=True)
class Group:
    """The items of an indicator."""

    indicator: Indicator
    members: list[ItemAssessment]


def home_page(
    round_: RoundAssessment,
    publication: Publication,
    ita_path: str | None,
    environment: Environment,
) -> Page:
    """Home, by the round in force. `ita_path` is the page of an earlier year's results, if any."""
    office = publication.policy.office
    context = {
        "tasks": list(tasks_of(round_, publication)),
        "failing": round_.failed,
        "groups": groups_of(round_),
        "latest": _latest(round_),
        "ita_path": ita_path,
    }
    page = wide_page(
        "home.html",
        round_,
        environment,
        context,
        path="",
        title=office.name_th,
        description=say("pages.home.about", Language.TH, office=office.name_th),
    )
    return replace(page, structured_data=office_data(publication))


def tasks_of(round_: RoundAssessment, publication: Publication) -> Iterator[ServedTask]:
    """The visitors' tasks that items of a round serve, in the order of the settings."""
    for task in publication.policy.tasks:
        items = tuple(item for item in round_.items if item.mandated.topic in task.topics)
        if items:
            yield ServedTask(task, items)


def groups_of(round_: RoundAssessment) -> list[Group]:
    """The items by indicator, in the mandate's order; no indicator without items."""
    groups = (
        Group(
            indicator,
            [item for item in round_.items if item.mandated.indicator == indicator.id],
        )
        for indicator in round_.mandate.indicators
    )
    return [group for group in groups if group.members]


def _latest(round_: RoundAssessment) -> list[dict[str, Any]]:
    """The evidence published last, newest first; an entry that fills two cells is there once."""
    latest = {}
    for filling in round_.evidence():
        evidence, item = filling.evidence, filling.item.mandated
        path = evidence_path(filling.disclosure, item_path(round_.fiscal_year, item))
        if path:
            # Sorted by these: the newest day first (hence the minus), then the item's number.
            latest[(-evidence.published.toordinal(), item.number, path)] = {
                "title": evidence.title,
                "path": path,
                "item": item,
                "published": evidence.published,
                "sample": evidence.sample,
            }
    return [latest[key] for key in sorted(latest)][:_LATEST]
