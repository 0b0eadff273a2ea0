"""What was most likely meant by a value or a name that a schema refuses; never a guess.

Dates, periods and answers are read by `model.written_dates` and `model.written_words`; here is
which reading fits the rule that was broken.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from typing import Any, TypeAlias

from oit.findings import Correction, Writing
from oit.model.fields import in_ascii_digits
from oit.model.written_dates import read_period, read_year
from oit.model.written_words import (
    Nearest,
    nearest,
    normalised,
    read_address,
    read_frequency,
    read_item,
    read_kind,
)
from oit.periods import Frequency

_Reader: TypeAlias = Callable[[str], str | None]

KINDS = {"file": "file", "url": "url", "section": "section", "reason": "none"}
"""The kind of an entry of evidence, by the field that it alone has."""
_ANCHOR = re.compile(r"#?([a-z][a-z0-9-]*)")
_COMMAS = re.compile(r"\s*[,;]\s*")


def correction_of_name(
    name: str, fields: Mapping[str, str], there: Collection[str]
) -> Correction | None:
    """The field that a misspelt name, or a label of the form, means; none that is there already.

    `fields` are the possible names with their labels.
    """
    free = {field: label for field, label in fields.items() if field not in there}
    labelled = [field for field, label in free.items() if normalised(label) == normalised(name)]
    if len(labelled) == 1:
        return Correction(labelled[0], Writing.NAME)
    return by_resemblance(nearest(name, free), Writing.NAME)


def correction_of_value(rule: str, name: str, found: Any, likely: Any) -> Correction | None:
    """What to write as the value of a field that breaks a rule.

    `likely` is what the type of the field has read already.
    """
    if likely is not None:
        return Correction(likely.isoformat() if isinstance(likely, date) else str(likely))
    if rule == "kind-unknown":
        return _kind(found)
    if not isinstance(found, str):
        return None
    if rule == "url-malformed":
        return correction_of_address(found)
    read = _BY_FIELD.get((rule, name)) or _BY_RULE.get(rule)
    value = read(in_ascii_digits(found)) if read else None
    if value and value != found:
        return Correction(value)
    return by_resemblance(nearest(found, _CHOICES.get(name, ())))


def correction_of_choice(found: Any, allowed: Iterable[str]) -> Correction | None:
    """The choice that a misspelt one resembles: never certain, for it may change a policy."""
    likely = nearest(str(found), allowed)
    return Correction(likely.name, is_certain=False) if likely else None


def correction_of_address(text: str) -> Correction | None:
    """The address with a scheme; which of the two a server answers by, nobody can tell."""
    address = read_address(text)
    return Correction(address, is_certain=False) if address else None


def by_resemblance(likely: Nearest | None, writing: Writing = Writing.VALUE) -> Correction | None:
    """What a misspelt name resembles, certain where nothing else was meant."""
    return Correction(likely.name, writing, is_certain=likely.is_clear) if likely else None


def _kind(found: Any) -> Correction | None:
    """The kind of an entry by its word, else by the field that only one kind has."""
    if not isinstance(found, dict):
        return None
    word = found.get("kind")
    if isinstance(word, str):
        read = read_kind(word)
        return Correction(read) if read else by_resemblance(nearest(word, KINDS.values()))
    kinds = [kind for field, kind in KINDS.items() if field in found]
    return Correction(kinds[0], is_certain=False) if len(kinds) == 1 else None


def _figure(found: str) -> str | None:
    return found if found.isdecimal() else None


def _periods(found: str) -> str | None:
    """A list of the periods that stand in one text."""
    periods = [read_period(text) for text in _COMMAS.split(found.strip("[] "))]
    known = [str(period) for period in periods if period]
    return f"[{', '.join(known)}]" if len(known) == len(periods) else None


def _word_or_periods(found: str) -> str | None:
    return read_frequency(found) or _periods(found)


def _year(found: str) -> str | None:
    year = read_year(found)
    return str(year.buddhist) if year else None


def _section(found: str) -> str | None:
    match = _ANCHOR.fullmatch(normalised(found))
    return match[1] if match else None


_BY_RULE: Mapping[str, _Reader] = {
    "item-malformed": read_item,
    "frequency-unknown": read_frequency,
    "wrong-type": _figure,
}
_BY_FIELD: Mapping[tuple[str, str], _Reader] = {
    ("frequency-unknown", "periods"): _word_or_periods,
    ("wrong-type", "periods"): _periods,
    ("wrong-type", "fiscal_year"): _year,
    ("wrong-type", "section"): _section,
}
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "frequency": tuple(Frequency),
    "sample": ("true", "false"),
}
"""Values that a misspelt one may resemble, by field."""
