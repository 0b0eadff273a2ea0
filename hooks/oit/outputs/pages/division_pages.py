"""The pages of the owners, and the coordinator's grid of division × item."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from jinja2 import Environment

from oit.assessment.result import ItemAssessment, RoundAssessment, Status
from oit.contract.addresses import division_path
from oit.findings import Finding
from oit.model.office import Division
from oit.outputs.page import Page, position
from oit.outputs.publication import Publication
from oit.reporting.due import duties_of, lateness_of
from oit.wording.gate_text import blocking_divisions


@dataclass(frozen=True, slots=True)
class Share:
    """What a division has to do with an item."""

    one: ItemAssessment
    leads: bool
    status: Status
    due_on: date | None
    findings: tuple[Finding, ...]


def division_pages(
    round_: RoundAssessment, publication: Publication, environment: Environment
) -> Iterator[Page]:
    """The grid, and a page for each owner."""
    yield _grid(round_, publication, environment)
    for division in publication.divisions:
        yield _division_page(division, round_, environment)


def share_of(division: str, one: ItemAssessment) -> Share | None:
    """A division's share of an item: its own part's standing where it has one, and its faults."""
    if division not in one.item.owners:
        return None
    leads = division == one.item.lead
    if leads:
        return Share(one, leads, one.status, one.due_on, one.to_do)
    part = one.part(division)
    findings = tuple(finding for finding in one.to_do if finding.division == division)
    standing = part or one
    return Share(one, leads, standing.status, standing.due_on, findings)


def _shares(division: str, round_: RoundAssessment) -> list[Share]:
    return [share for one in round_.items if (share := share_of(division, one))]


def _division_page(division: Division, round_: RoundAssessment, environment: Environment) -> Page:
    path = division_path(division.id)
    shares = _shares(division.id, round_)
    context = {
        **position(path, ("หน่วยงานที่รับผิดชอบ", "divisions/")),
        "leads": [share for share in shares if share.leads],
        "contributes": [share for share in shares if not share.leads],
        "due": [duty for duty in duties_of(round_) if duty.division == division.id],
        "lateness": lateness_of(round_, (division,))[0],
        "blocked_by": _blocked_by(division.id, round_),
    }
    template = environment.get_template("division.html")
    return Page(
        path=path,
        title=division.name_th,
        description=f"ข้อมูลที่{division.name_th}รับผิดชอบและร่วมส่ง",
        html=template.render(division=division, round=round_, page=context),
        as_of=round_.as_of,
    )


def _blocked_by(division: str, round_: RoundAssessment) -> list[ItemAssessment]:
    """Failing items that hold a division up although it is in time itself."""
    failed = round_.failed
    if any(division in blocking_divisions(one) for one in failed):
        return []
    return failed


def _grid(round_: RoundAssessment, publication: Publication, environment: Environment) -> Page:
    path = "divisions/"
    context = {
        **position(path),
        "rows": [
            {
                "division": division,
                "marks": [share_of(division.id, one) for one in round_.items],
            }
            for division in publication.divisions
        ],
    }
    return Page(
        path=path,
        title="หน่วยงานที่รับผิดชอบ",
        description="หน่วยงานใดดูแลข้อใด และส่งข้อมูลครบหรือยัง",
        html=environment.get_template("divisions.html").render(round=round_, page=context),
        as_of=round_.as_of,
        is_wide=True,
    )
