"""Which periods a short label names: the name of a sheet or of a file, as people type it.

A label is shorter than a text and says less by accident: `มค68`, `01-68`, `4. ต.ค.67` and `Jan-25`
are months here. Each is brought to what `named_periods` reads, which then decides.
"""

import re

from oit.evidence.named_periods import named_periods
from oit.evidence.tables.text import THAI_SHORT_MONTHS, arabic
from oit.evidence.words import THAI, patterns_of

_WITHOUT_STOPS = {month.replace(".", ""): month for month in THAI_SHORT_MONTHS}
_SHORT = re.compile(rf"(?<![{THAI}])(?:{'|'.join(_WITHOUT_STOPS)})(?![{THAI}])")
_BETWEEN_FIGURES = re.compile(r"(?<=\d)_(?=\d)")
_BETWEEN_WORD_AND_FIGURES = re.compile(r"(?<=[^\W\d])-(?=\d)")
# Numbers of forms, items and sheets are no days of a month: สขร.1, O15, `4. ต.ค.67`.
_NUMBERING = re.compile(rf"(?:{patterns_of(__name__)['numbering']})[ .)_-]*")
_YEAR_AFTER = re.compile(rf"(?<=[{THAI}.])(?P<join>[ .-]{{0,2}})(?P<year>[5-9]\d)(?!\d)")
_ENGLISH = re.compile(r"\b(?P<month>[A-Z][a-z]{2,8})[ .-]{0,2}(?P<year>\d{2})(?!\d)")
_MONTH_FIRST = re.compile(
    r"(?<![\d/.-])(?P<month>0?[1-9]|1[0-2])[-/.](?:25)?(?P<year>[5-9]\d)(?![\d/.-])"
)
_YEAR_FIRST = re.compile(r"(?<![\d/.-])(?P<year>[5-9]\d)[-/.](?P<month>0[1-9]|1[0-2])(?![\d/.-])")
_CENTURY = 2500
"""Two digits are a Buddhist year: 68 is 2568. English names may have a common one: Jan-25."""
_FIRST_BUDDHIST = 50


def labelled_periods(label: str) -> frozenset[str]:
    """The months and fiscal years that a label names."""
    text = _BETWEEN_FIGURES.sub("-", _NUMBERING.sub("", arabic(label))).replace("_", " ")
    text = _BETWEEN_WORD_AND_FIGURES.sub(" ", text)
    text = _SHORT.sub(lambda match: _WITHOUT_STOPS[match[0]], text)
    text = _YEAR_AFTER.sub(lambda match: f" {_CENTURY + int(match['year'])}", text)
    text = _ENGLISH.sub(lambda match: f"{match['month']} {_year(match['year'])}", text)
    for figures in (_MONTH_FIRST, _YEAR_FIRST):
        text = figures.sub(lambda match: f"{match['month']}/{_CENTURY + int(match['year'])}", text)
    return named_periods(text)


def _year(digits: str) -> int:
    return int(digits) + (_CENTURY if int(digits) >= _FIRST_BUDDHIST else 2000)
