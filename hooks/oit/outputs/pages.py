"""Every generated page of the site."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from oit.assessment import ItemAssessment, RoundAssessment
from oit.ita_results import ita_results_of
from oit.model.policy import Indicator
from oit.outputs.addresses import ita_path, item_path, round_path
from oit.outputs.division_pages import division_pages
from oit.outputs.due_page import due_page
from oit.outputs.entries import evidence_path
from oit.outputs.ita_page import ita_page
from oit.outputs.item_page import item_page
from oit.outputs.page import Page, root_of
from oit.outputs.publication import Publication
from oit.outputs.templates import templates
from oit.outputs.trend_chart import trend_chart
from oit.trend import trend_of

_LATEST = 8


def pages(publication: Publication) -> Iterator[Page]:
    """Home, each round, its items, and the divisions by the newest round."""
    environment = templates(publication)
    for round_ in publication.assessment.rounds:
        yield _round_page(round_, environment)
        yield due_page(round_, publication, environment)
        if results := ita_results_of(round_):
            yield ita_page(results, round_, environment)
        for item in round_.items:
            yield item_page(item, round_, publication.assessment, environment)
    newest = publication.assessment.newest_opened or next(iter(publication.assessment.rounds), None)
    if newest:
        yield _home(newest, publication, environment)
        yield from division_pages(newest, publication, environment)


@dataclass(frozen=True, slots=True)
class Group:
    """The items under one indicator."""

    indicator: Indicator
    members: list[ItemAssessment]


def _groups(round_: RoundAssessment) -> list[Group]:
    """The items under their indicators, in the mandate's order."""
    groups = (Group(one, _items_of(one, round_)) for one in round_.round.mandate.indicators)
    return [group for group in groups if group.members]


def _items_of(indicator: Indicator, round_: RoundAssessment) -> list[ItemAssessment]:
    return [one for one in round_.items if one.item.indicator == indicator.id]


def _round_page(round_: RoundAssessment, environment: Environment) -> Page:
    path = round_path(round_.fiscal_year)
    previous = round_.round.policy.previous_results
    context = {
        "root": root_of(path),
        "crumbs": [("หน้าแรก", "")],
        "groups": _groups(round_),
        "ita_path": _ita_path(round_),
        "previous_year": f" (ผลปี {previous.fiscal_year})" if previous else "",
        "trend": (steps := trend_of(round_)),
        "chart": Markup(trend_chart(round_, steps)) if steps else "",  # noqa: S704 -- drawn here
        "policy_notes": [*round_.round.policy.policy, *round_.round.mandate.policy],
    }
    return Page(
        path=path,
        title=f"รายการเปิดเผยข้อมูล (OIT) ปีงบประมาณ พ.ศ. {round_.fiscal_year}",
        description=f"แบบตรวจความครบถ้วนและเป็นปัจจุบันของข้อมูล {len(round_.items)} ข้อ",
        html=environment.get_template("round.html").render(round=round_, page=context),
        as_of=round_.as_of,
        is_wide=True,
    )


def _home(round_: RoundAssessment, publication: Publication, environment: Environment) -> Page:
    office = publication.policy.office
    context = {
        "root": "",
        "tasks": _tasks(round_, publication),
        "failing": round_.failed,
        "groups": _groups(round_),
        "latest": _latest(round_),
        "ita_path": _ita_path(round_),
    }
    return Page(
        path="",
        title=office.name_th,
        description=f"การเปิดเผยข้อมูลสาธารณะของ{office.name_th}",
        html=environment.get_template("home.html").render(round=round_, page=context),
        as_of=round_.as_of,
        is_wide=True,
    )


def _ita_path(round_: RoundAssessment) -> str | None:
    """The page of an earlier year's results, where there is one."""
    results = ita_results_of(round_)
    return ita_path(round_.fiscal_year, results.fiscal_year) if results else None


def _tasks(round_: RoundAssessment, publication: Publication) -> list[dict[str, Any]]:
    by_topic = {one.item.topic: one.item for one in round_.items}
    return [
        {
            "name_th": task.name_th,
            "item": by_topic[task.topic],
            "path": item_path(round_.fiscal_year, by_topic[task.topic]),
        }
        for task in publication.policy.tasks
        if task.topic in by_topic
    ]


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
