"""The director's report of a month as JSON, for programs: all of it, where the page shows a part.

Its keys follow the rules of `wording.render.data`.
"""

from msgspec.structs import asdict

from oit.diagnostics import Words
from oit.model.office import SitePolicy
from oit.periods import Period
from oit.reporting.director_report import (
    DirectorReport,
    DivisionSummary,
    LateItem,
    MonthWork,
)
from oit.reporting.due import Duty
from oit.wording.due_text import duty_facts
from oit.wording.render.data import json_document, names
from oit.wording.vocabulary import Vocabulary


def report_json(
    report: DirectorReport,
    work: MonthWork,
    month: Period,
    policy: SitePolicy,
    vocabulary: Vocabulary,
) -> str:
    """The report: counts of items, what is late, overdue and coming, and the divisions."""

    def duties(listed: tuple[Duty, ...]) -> list[dict[str, object]]:
        return [duty_facts(duty, report.as_of, vocabulary) for duty in listed]

    return json_document(
        {
            "office": names(Words(policy.office.name_th, policy.office.name_en)),
            "mode": policy.mode,
            "month": str(month),
            **_standing(report),
            **asdict(work),
            "late": [_late_entry(late, vocabulary) for late in report.late],
            "overdue": duties(report.overdue),
            "coming": duties(report.coming),
            "divisions": [_division_entry(summary) for summary in report.divisions],
        }
    )


def _standing(report: DirectorReport) -> dict[str, object]:
    """The round, the days, and how many of its items are how."""
    return {
        "fiscal_year": report.fiscal_year,
        "round_state": "closed" if report.is_closed else "open",
        "as_of": report.as_of.isoformat(),
        "until": report.until.isoformat(),
        "item_count": report.item_count,
        "full_count": report.full_count,
        "pending_count": report.pending_count,
        "waived_count": report.waived_count,
    }


def _late_entry(late: LateItem, vocabulary: Vocabulary) -> dict[str, object]:
    return {
        "item": late.item.item,
        "title": names(Words(late.item.title_th, late.item.title_en)),
        "division": late.division,
        "division_name": names(vocabulary.division_words(late.division)),
        "status": late.status.value,
        "days_late": late.days,
    }


def _division_entry(summary: DivisionSummary) -> dict[str, object]:
    division = summary.division
    return {
        "division": division.id,
        "division_name": names(Words(division.name_th, division.name_en)),
        "item_count": summary.item_count,
        "full_count": summary.current_count,
        "late": list(summary.late),
        "coming": list(summary.coming),
    }
