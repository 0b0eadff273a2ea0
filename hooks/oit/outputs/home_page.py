"""The home page: what people come for, the round at a glance, what is new."""

from typing import Any

from jinja2 import Environment

from oit.assessment.result import RoundAssessment
from oit.contract.addresses import item_path
from oit.outputs.evidence_files import evidence_path
from oit.outputs.groups import groups_of
from oit.outputs.offers import offers_of
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
