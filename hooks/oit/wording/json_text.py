"""What commands say to programs: the verdict of `oit check` and the duties of `oit due`, as JSON.

Keys keep their names and meaning; new ones may join. They are those of the published index where it
has the same. Days are ISO dates, years Buddhist fiscal years, and names come in both languages.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import date

from oit.assessment.gate import Verdict
from oit.assessment.result import Assessment
from oit.catalog import Language
from oit.findings import Finding
from oit.reporting.due import Duty
from oit.wording.sentences import field_label, words_of
from oit.wording.vocabulary import Vocabulary, vocabulary_of


def check_json(assessment: Assessment, verdict: Verdict) -> str:
    """The verdict: `passed` is what the exit status says, `failing` what has to be fixed.

    `statuses` has the status of each item of each round, by `2568/O1`.
    """
    newest = assessment.newest_opened
    vocabulary = vocabulary_of(assessment.site)
    groups = {
        "failing": verdict.failing,
        "listed": verdict.listed,
        "notices": verdict.notices,
    }
    return json_document(
        {
            "as_of": assessment.today.day.isoformat(),
            "gate": verdict.gate.value,
            "passed": not verdict.refused,
            "item_count": len(newest.items) if newest else 0,
            **{
                name: [_finding_entry(finding, vocabulary) for finding in findings]
                for name, findings in groups.items()
            },
            "statuses": {
                f"{round_.fiscal_year}/{item.id}": item.status.value
                for round_ in assessment.rounds
                for item in round_.items
            },
        }
    )


def due_json(duties: Iterable[Duty], today: date, vocabulary: Vocabulary) -> str:
    """The duties in their order, each with the days that are left."""
    entries = [duty_entry(duty, today, vocabulary) for duty in duties]
    return json_document({"as_of": today.isoformat(), "duties": entries})


def json_document(values: Mapping[str, object]) -> str:
    """A document as commands print it."""
    return json.dumps(values, ensure_ascii=False, indent=2)


def duty_entry(duty: Duty, today: date, vocabulary: Vocabulary) -> dict[str, object]:
    """A duty; `days_left` is negative past the deadline, `requirement` null for a confirmation."""
    owed = duty.requirement
    return {
        "due_on": duty.due_on.isoformat(),
        "days_left": (duty.due_on - today).days,
        "fiscal_year": duty.fiscal_year,
        "item": duty.item.id,
        "title": names(duty.item.mandated.title_th, duty.item.mandated.title_en),
        "division": duty.division,
        "division_name": division_names(duty.division, vocabulary),
        "action": "publish" if owed else "confirm",
        "requirement": owed.id if owed else None,
        "requirement_label": names(owed.label_th, owed.label_en) if owed else None,
        "period": str(duty.period) if duty.period else None,
        "waived_until": duty.waived_until.isoformat() if duty.waived_until else None,
    }


def names(thai: str, english: str) -> dict[str, str]:
    """A name in both languages."""
    return {"th": thai, "en": english}


def division_names(division: str, vocabulary: Vocabulary) -> dict[str, str]:
    """The names of a division."""
    thai, english = (vocabulary.division(division, language) for language in Language)
    return names(thai, english)


def _finding_entry(finding: Finding, vocabulary: Vocabulary) -> dict[str, object]:
    """A finding, under the keys that it has in the published checklist."""
    thai = words_of(finding, vocabulary, Language.TH)
    english = words_of(finding, vocabulary, Language.EN)
    return {
        "rule": finding.rule,
        "kind": finding.kind.value,
        "fiscal_year": finding.fiscal_year,
        "item": finding.item,
        "division": finding.division,
        "requirement": finding.requirement,
        "period": finding.cell,
        "file": finding.file,
        "line": finding.line,
        "field": finding.field_name,
        "field_th": field_label(finding) or None,
        "message": names(thai.what, english.what),
        "expected": names(thai.expected, english.expected),
        "found": thai.found,
        "remedy": names(thai.remedy, english.remedy),
    }
