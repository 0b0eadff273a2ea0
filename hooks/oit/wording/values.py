"""What fills the messages of a finding, by the names of its placeholders, in both languages."""

from collections.abc import Callable, Sequence
from typing import Any

from oit.catalog import Language, variables
from oit.diagnostics import Value, Words, listed
from oit.evidence.concealed import ActiveKind, HiddenKind
from oit.evidence.faults import FileFault
from oit.evidence.location import Location
from oit.evidence.media_types import Sniffed
from oit.evidence.tables.values import TableFault
from oit.findings import Finding, Kind
from oit.periods import Frequency, Period
from oit.wording.file_types import saving_words, unlocking_words
from oit.wording.inside_files import kind_words, place_words
from oit.wording.render.words import both_words, value_words
from oit.wording.terms import number_ranges
from oit.wording.vocabulary import Vocabulary, field_words, setting_words
from oit.wording.words import LONGEST_TO_WRITE, printable

_CELLS = frozenset(
    {"number", "integer", "date", "string", "required", "minimum", "maximum"}
    | {"enum", "pattern", "unique"}
)
"""The constraints (Frictionless) that a cell of a table may break, and that have words."""


def values_of(finding: Finding, vocabulary: Vocabulary) -> dict[str, Value]:
    """The values, typed; whatever others wrote is on one line, and without personal data."""
    params = finding.params
    values: dict[str, Value] = {
        "item": finding.item or "",
        "file": printable(finding.file),
        "key": printable(finding.field_name or ""),
        "field": _field(finding),
        "division": vocabulary.division_words(finding.division) if finding.division else "",
    }
    for name, value in params.items():
        values[name] = _value(name, value, finding, vocabulary)
        if hasattr(value, "isoformat"):
            values[f"{name}_iso"] = value.isoformat()
    values["held"] = _held(values.get("found", ""))
    if "what_file" in variables(f"rules.{finding.rule}", Language.TH):
        values["what_file"] = _file(finding)
    if isinstance(sniffed := params.get("found"), Sniffed):
        expected = str(params["expected"])
        values["how"] = _in_both(lambda language: saving_words(sniffed, expected, language))
        values["unlock"] = _in_both(lambda language: unlocking_words(expected, language))
    if "parent" in params:
        values["parent"] = _parent(printable(str(params["parent"])))
    if "requirement" in params:
        values["what"] = owed_words(finding, vocabulary)
    return values


def _field(finding: Finding) -> Words:
    label = setting_words if finding.kind is Kind.POLICY else field_words
    return label(printable(finding.field_name or ""))


def _in_both(words_in: Callable[[Language], str]) -> Words:
    return Words(words_in(Language.TH), words_in(Language.EN))


def _held(found: Value) -> Words:
    """What is wrong with a cell of a table: what it holds, or that it holds nothing."""
    return (
        both_words("values.cell-holds", found=found) if found else both_words("values.cell-empty")
    )


def _parent(parent: str) -> Words:
    """Where in a file of settings a field belongs."""
    return both_words("values.under", parent=parent) if parent else both_words("values.at-the-top")


def _file(finding: Finding) -> Words:
    """The evidence file that a finding is about, or the record's text with its line."""
    if name := finding.params.get("file_name"):
        return both_words("values.file", name=printable(str(name)))
    return both_words("values.text", line=finding.line)


def _value(name: str, value: Any, finding: Finding, vocabulary: Vocabulary) -> Value:
    if name == "named":
        return _periods(value)
    if name == "pages":
        return printable(number_ranges(value))
    if name == "detail":
        return _expectation(str(value))
    if name == "requirement":
        return vocabulary.requirement_words(finding.fiscal_year, finding.item, value)
    if name == "allowed":
        return listed((_choice(choice, finding, vocabulary) for choice in value), " · ")
    if name == "likely" and isinstance(value, str):
        return printable(value, LONGEST_TO_WRITE)
    return _by_type(value)


def _by_type(value: Any) -> Value:
    if isinstance(value, Location | TableFault):
        return _in_both(lambda language: place_words(value, language))
    if isinstance(value, HiddenKind | ActiveKind | FileFault | Sniffed):
        return _in_both(lambda language: kind_words(value, language))
    if isinstance(value, int | Period | Frequency) or hasattr(value, "isoformat"):
        typed: Value = value
        return typed
    return "" if value is None else printable(str(value))


def _choice(value: str | Period, finding: Finding, vocabulary: Vocabulary) -> Words:
    """A value to choose: what it stands for, with the value in brackets; else the value, quoted."""
    name = _meant(value, finding, vocabulary)
    return (
        Words(f"{name.th} ({value})", f"{name.en} ({value})")
        if name
        else Words(f"“{value}”", f"“{value}”")
    )


def _meant(value: str | Period, finding: Finding, vocabulary: Vocabulary) -> Words | None:
    """The period, requirement or division that a value stands for; `None` for a plain word."""
    if isinstance(value, Period):
        return value_words(value)
    requirement = vocabulary.requirement_words(finding.fiscal_year, finding.item, value)
    division = vocabulary.division_words(value)
    return next((name for name in (requirement, division) if name.th != value), None)


def owed_words(finding: Finding, vocabulary: Vocabulary) -> Words:
    """What a finding of lateness is about: the requirement with its period and division."""
    requirement = str(finding.params["requirement"])
    what = vocabulary.requirement_words(finding.fiscal_year, finding.item, requirement)
    period = finding.params.get("period")
    if isinstance(period, Period):
        # Thai takes ประจำ before a month or quarter; halves and years stand alone.
        size = "short" if period.months <= 3 else "long"
        what = both_words(f"values.of-{size}-period", what=what, period=period)
    if finding.division:
        division = vocabulary.division_words(finding.division)
        what = both_words("values.of-division", what=what, division=division)
    return what


def _periods(periods: Sequence[Period]) -> Words:
    """Periods one after another; of many, the first and the last."""
    first, last = value_words(periods[0]), value_words(periods[-1])
    if len(periods) == 1:
        return first
    return both_words("values.two" if len(periods) == 2 else "values.range", first=first, last=last)


def _expectation(detail: str) -> Words:
    """What a cell should hold; an unknown constraint is shown as it is."""
    known = detail in _CELLS
    return both_words(f"values.cell-{detail}") if known else listed([Words(detail, detail)])
