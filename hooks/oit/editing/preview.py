"""What a change of a record would do: new findings, and what is still to be done for the item."""

from collections.abc import Iterator, Mapping
from datetime import date

from oit.assessment.result import Assessment, ItemAssessment, RoundAssessment, RoundState
from oit.assessment.statuses import Status
from oit.catalog import Language, beside, both, english_line, say
from oit.findings import FAULTY, Finding, Kind
from oit.reporting.due import Duty, duties_of_item
from oit.wording.due_text import due_report
from oit.wording.render.text import report_text
from oit.wording.terms import STATUS_EN, STATUS_TH
from oit.wording.vocabulary import Vocabulary


def round_of(assessment: Assessment, fiscal_year: int) -> RoundAssessment:
    """The assessment of a round, which must be there."""
    return next(round_ for round_ in assessment.rounds if round_.fiscal_year == fiscal_year)


def item_of(assessment: Assessment, fiscal_year: int, item: str) -> ItemAssessment:
    """The assessment of an item such as `O15`, which must be there."""
    items = round_of(assessment, fiscal_year).items
    return next(assessed for assessed in items if assessed.id == item)


def new_faults(before: ItemAssessment, after: ItemAssessment) -> list[Finding]:
    """Findings that the change brings and that make the item invalid; lateness is none of them."""
    return [finding for finding in _new_findings(before, after) if finding.kind in FAULTY]


def new_notices(before: ItemAssessment, after: ItemAssessment) -> list[Finding]:
    """Notices to the approver that the change brings."""
    return [finding for finding in _new_findings(before, after) if finding.kind is Kind.NOTICE]


def item_summary(
    round_: RoundAssessment, item: ItemAssessment, today: date, vocabulary: Vocabulary
) -> str:
    """An item's status, its next deadline, and its tasks that are due by now."""
    due = list(_due_by_now(round_, item))
    lines = [
        _status(item, STATUS_TH, Language.TH, len(due)),
        english_line(_status(item, STATUS_EN, Language.EN, len(due))),
    ]
    if round_.state is RoundState.CLOSED:
        lines.append(both("entry.closed", day=round_.policy.closes))
    if due:
        lines.append(beside("entry.tasks"))
        lines.append(_indented(tasks_due(round_, item, today, vocabulary, Language.TH)))
    return "\n".join(lines)


def tasks_due(
    round_: RoundAssessment,
    item: ItemAssessment,
    today: date,
    vocabulary: Vocabulary,
    language: Language,
) -> str:
    """What is overdue of an item, or can be done by now, line by line; empty where nothing is."""
    due = list(_due_by_now(round_, item))
    return report_text(due_report(due, today, vocabulary), language) if due else ""


def _new_findings(before: ItemAssessment, after: ItemAssessment) -> list[Finding]:
    known = {_without_line(finding) for finding in before.findings}
    return [finding for finding in after.findings if _without_line(finding) not in known]


def _without_line(finding: Finding) -> tuple[object, ...]:
    """The rule and the field it is about: lines move when an entry is added."""
    return (finding.rule, finding.file, finding.field, finding.where)


def _due_by_now(round_: RoundAssessment, item: ItemAssessment) -> Iterator[Duty]:
    """What is overdue, and what can be done because its period has ended."""
    for duty in duties_of_item(item, round_):
        has_ended = duty.period is not None and duty.period.end < round_.as_of
        if duty.due_on < round_.as_of or has_ended:
            yield duty


def _status(
    item: ItemAssessment, names: Mapping[Status, str], language: Language, tasks: int
) -> str:
    """The status of an item in a sentence, with its next deadline where it has one."""
    status = names[item.status]
    if item.due_on is None:
        return say("entry.status", language, item=item.id, status=status, tasks=tasks)
    due = item.due_on
    return say("entry.status-due", language, item=item.id, status=status, due=due, tasks=tasks)


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" if line else "" for line in text.split("\n"))
