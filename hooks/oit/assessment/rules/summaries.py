"""Nothing early: what sums up a period is not published before that period's last working day."""

from collections.abc import Iterator

from msgspec.structs import replace

from oit.assessment.rules.located import unit_finding
from oit.findings import Finding
from oit.model.mandate import MandateItem
from oit.model.record import Evidence
from oit.periods import Period, WorkingCalendar
from oit.records.site import Unit


def check_summaries(unit: Unit, item: MandateItem, calendar: WorkingCalendar) -> Iterator[Finding]:
    """Entries that sum up a period which had not come to its last working day.

    A requirement sums up its periods where it asks for tables or statistics, unless the mandate
    says `during` (design: "Summaries"). What is dated before its period begins has another finding.
    """
    summing = {requirement.id for requirement in item.requirements if requirement.sums_up}
    for number, evidence in unit.numbered():
        early = _early(evidence, calendar) if evidence.requirement in summing else None
        if early:
            found = unit_finding(
                unit,
                "summary-early",
                ("evidence", number, "published"),
                found=evidence.published,
                period=early,
                expected=calendar.last_working_day(early),
            )
            yield replace(found, requirement=evidence.requirement, cell=str(early))


def _early(evidence: Evidence, calendar: WorkingCalendar) -> Period | None:
    """The last period of an entry, where it had begun and not come to its last working day."""
    last = max(evidence.periods, default=None, key=lambda period: period.end)
    if last and last.start <= evidence.published < calendar.last_working_day(last):
        return last
    return None
