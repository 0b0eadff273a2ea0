"""What is due when, as diagnostics: for `oit due`, and for what a command tells of an item."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from oit.catalog import Language
from oit.diagnostics import Diagnostic, Group, Layout, Report, Severity, Value, Where, Words
from oit.reporting.due import Duty
from oit.wording.render.data import json_document, names
from oit.wording.render.words import both_words
from oit.wording.vocabulary import Vocabulary


def due_report(duties: Iterable[Duty], today: date, vocabulary: Vocabulary) -> Report:
    """A group for each day with one line per duty; a sentence where nothing is due.

    `duties` come in the order of their days.
    """
    groups = tuple(
        Group(
            diagnostics=tuple(diagnostic_of(duty, today, vocabulary) for duty in due),
            heading=_heading(day, today),
            layout=Layout.LINES,
        )
        for day, due in groupby(duties, key=lambda duty: duty.due_on)
    )
    return Report(groups=groups, closing=() if groups else (both_words("due.nothing"),))


def due_json(duties: Iterable[Duty], today: date, vocabulary: Vocabulary) -> str:
    """The duties in their order, each with the days that are left."""
    entries = [duty_facts(duty, today, vocabulary) for duty in duties]
    return json_document({"as_of": today.isoformat(), "duties": entries})


def diagnostic_of(duty: Duty, today: date, vocabulary: Vocabulary) -> Diagnostic:
    """A duty as a diagnostic."""
    params: dict[str, Value] = {
        "what": _what(duty),
        "division": vocabulary.division_words(duty.division),
    }
    return Diagnostic(
        id="due.duty",
        severity=Severity.INFO,
        level="due.level",
        where=Where(item=duty.item.id),
        params=params,
        notes=tuple(_waived(duty)),
        facts=duty_facts(duty, today, vocabulary),
    )


def duty_words(duty: Duty, language: Language) -> str:
    """What to publish or confirm: the requirement's label, or the confirmation, with its period."""
    return _what(duty).within(language)


def duty_facts(duty: Duty, today: date, vocabulary: Vocabulary) -> dict[str, object]:
    """A duty; `days_left` is negative past the deadline, `requirement` null for a confirmation."""
    owed = duty.requirement
    mandated = duty.item.mandated
    return {
        "due_on": duty.due_on.isoformat(),
        "days_left": (duty.due_on - today).days,
        "fiscal_year": duty.fiscal_year,
        "item": duty.item.id,
        "title": names(Words(mandated.title_th, mandated.title_en)),
        "division": duty.division,
        "division_name": names(vocabulary.division_words(duty.division)),
        "action": "publish" if owed else "confirm",
        "requirement": owed.id if owed else None,
        "requirement_label": names(Words(owed.label_th, owed.label_en)) if owed else None,
        "period": str(duty.period) if duty.period else None,
        "waived_until": duty.waived_until.isoformat() if duty.waived_until else None,
    }


def _heading(day: date, today: date) -> Words:
    left = (day - today).days
    if left < 0:
        return both_words("due.day-passed", day=day, days=-left)
    return both_words("due.day", day=day, left=left)


def _what(duty: Duty) -> Words:
    owed = duty.requirement
    what = Words(owed.label_th, owed.label_en) if owed else both_words("due.confirmation")
    return both_words("due.of-period", what=what, period=duty.period) if duty.period else what


def _waived(duty: Duty) -> Iterator[Words]:
    if duty.waived_until:
        yield both_words("due.waived", until=duty.waived_until)
