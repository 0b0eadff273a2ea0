"""What has become false of an index since its day, by what stood then."""

from collections.abc import Iterator, Mapping
from datetime import date

from oit.assessment.result import ItemAssessment, RoundState
from oit.assessment.waivers import EXCUSABLE
from oit.audit.verify.computed.judged import PublishedRound
from oit.audit.verify.values import Discrepancy, subject_of
from oit.contract.addresses import INDEX_PATH
from oit.contract.index import ItemEntry
from oit.findings import Finding


def check_today(
    round_: PublishedRound, items: Mapping[str, ItemAssessment], today: date
) -> Iterator[Discrepancy]:
    """Items of an open round of which more is late on a day than on that of the index."""
    if round_.entry.state != RoundState.OPEN.value:
        return
    basis = round_.basis_on(today)
    judged = round_.judged(basis)
    for item in round_.entry.items:
        if item.item in judged:
            late = _since(items[item.item], judged[item.item])
            if late:
                yield _passed(item, min(late), basis.as_of, round_.entry.fiscal_year)


def _since(before: ItemAssessment, after: ItemAssessment) -> list[date]:
    """The deadlines of what has become late."""
    known = {finding.identity for finding in _late(before)}
    return [finding.params["deadline"] for finding in _late(after) if finding.identity not in known]


def _late(item: ItemAssessment) -> list[Finding]:
    """What is late, and not only because a waiver for it has ended."""
    return [
        finding
        for finding in item.findings
        if finding.kind in EXCUSABLE and "deadline" in finding.params
    ]


def _passed(item: ItemEntry, deadline: date, day: date, year: int) -> Discrepancy:
    return Discrepancy(
        check="past-deadline",
        path=INDEX_PATH,
        subject=subject_of(year, item.item),
        params={
            "item_status": item.status,
            "due_on": deadline.isoformat(),
            "days": str((day - deadline).days),
        },
    )
