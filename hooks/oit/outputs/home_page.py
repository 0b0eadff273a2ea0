"""The home page: what people come for, the round at a glance, what is new."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment

from oit.assessment import ItemAssessment, RoundAssessment
from oit.model.policy import Task
from oit.outputs.addresses import item_path
from oit.outputs.entries import evidence_path
from oit.outputs.groups import groups_of
from oit.outputs.page import Page
from oit.outputs.publication import Publication

_LATEST = 8


@dataclass(frozen=True, slots=True)
class Offer:
    """What people come for, with the items that serve it."""

    task: Task
    items: tuple[ItemAssessment, ...]

    @property
    def has_real_channel(self) -> bool:
        """Whether anything of it is more than a sample."""
        return bool(self.task.url) or not all(one.is_all_sample for one in self.items)


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


def offers_of(round_: RoundAssessment, publication: Publication) -> Iterator[Offer]:
    """What people come for, as far as a round has items that serve it."""
    for task in publication.policy.tasks:
        items = tuple(one for one in round_.items if one.item.topic in task.topics)
        if items:
            yield Offer(task, items)


def _latest(round_: RoundAssessment) -> list[dict[str, Any]]:
    """The evidence published last, newest first; one line for each entry."""
    found = {}
    for one in round_.items:
        page = item_path(round_.fiscal_year, one.item)
        for cell in one.cells:
            for given in cell.disclosures:
                path = evidence_path(given, page)
                if path:
                    key = (-given.evidence.published.toordinal(), one.item.number, path)
                    found[key] = {
                        "title": given.evidence.title,
                        "path": path,
                        "item": one.item,
                        "published": given.evidence.published,
                        "sample": given.evidence.sample,
                    }
    return [found[key] for key in sorted(found)][:_LATEST]
