"""The pages of the divisions, and the coordinator's grid of division × item."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from jinja2 import Environment

from oit.assessment.result import ItemAssessment, RoundAssessment
from oit.assessment.statuses import Status
from oit.catalog import Language, say
from oit.contract.addresses import division_path
from oit.findings import Finding
from oit.model.office import Division
from oit.outputs.page import Crumb, Page, location_of, wide_page
from oit.outputs.publication import Publication
from oit.reporting.due import duties_of, lateness_of
from oit.reporting.waiting import blocking_divisions

_DIVISIONS = "divisions/"
"""The address of the grid."""


@dataclass(frozen=True, slots=True)
class DivisionItem:
    """An item as one of its owners answers for it."""

    item: ItemAssessment
    leads: bool
    """Whether the division is the item's lead; else it contributes."""
    status: Status
    due_on: date | None
    findings: tuple[Finding, ...]


def division_pages(
    round_: RoundAssessment, publication: Publication, environment: Environment
) -> Iterator[Page]:
    """The grid, then a page for each division."""
    yield _grid_page(round_, publication, environment)
    for division in publication.divisions:
        yield _division_page(division, round_, environment)


def divisions_crumb() -> Crumb:
    """The name and the address of the page of the grid."""
    return (say("pages.divisions", Language.TH), _DIVISIONS)


def _grid_page(round_: RoundAssessment, publication: Publication, environment: Environment) -> Page:
    title, path = divisions_crumb()
    rows = [
        {
            "division": division,
            "marks": [_division_item(division.id, item) for item in round_.items],
        }
        for division in publication.divisions
    ]
    return wide_page(
        "divisions.html",
        round_,
        environment,
        {"rows": rows},
        path=path,
        title=title,
        description=say("pages.divisions.about", Language.TH),
    )


def _division_page(division: Division, round_: RoundAssessment, environment: Environment) -> Page:
    path = division_path(division.id)
    items = [owned for item in round_.items if (owned := _division_item(division.id, item))]
    context = {
        **location_of(path, divisions_crumb()),
        "leads": [owned for owned in items if owned.leads],
        "contributes": [owned for owned in items if not owned.leads],
        "due": [duty for duty in duties_of(round_) if duty.division == division.id],
        "lateness": lateness_of(round_, (division,))[0],
        "blocked_by": _blocked_by(division.id, round_),
    }
    template = environment.get_template("division.html")
    return Page(
        path=path,
        title=division.name_th,
        description=say("pages.division-about", Language.TH, division=division.name_th),
        html=template.render(division=division, round=round_, page=context),
        as_of=round_.as_of,
        keywords=(*division.does_th, *division.keywords_th),
    )


def _division_item(division: str, item: ItemAssessment) -> DivisionItem | None:
    """An item as a division answers for it; `None` where it is not an owner.

    The lead answers for the whole item. A contributor has the status of its own part, or of the
    item where it has none, and the findings that name it.
    """
    if division not in item.mandated.owners:
        return None
    if division == item.mandated.lead:
        return DivisionItem(
            item, leads=True, status=item.status, due_on=item.due_on, findings=item.to_do
        )
    judged = item.part(division) or item
    findings = tuple(finding for finding in item.to_do if finding.division == division)
    return DivisionItem(
        item, leads=False, status=judged.status, due_on=judged.due_on, findings=findings
    )


def _blocked_by(division: str, round_: RoundAssessment) -> list[ItemAssessment]:
    """The failing items of others, where they block a division that is in time itself."""
    failed = round_.failed
    if any(division in blocking_divisions(item) for item in failed):
        return []
    return failed
