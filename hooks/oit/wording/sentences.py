"""A finding in words: fills a rule's texts with the finding's typed values."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from oit.catalog import Language, has, say
from oit.catalog.dates import english_date, english_period, thai_date, thai_period
from oit.evidence.concealed import ActiveKind, HiddenKind
from oit.evidence.faults import FileFault
from oit.evidence.location import Location
from oit.evidence.media_types import Sniffed
from oit.evidence.personal import redact
from oit.evidence.tables.values import TableFault
from oit.findings import Finding
from oit.periods import Frequency, Period
from oit.web_address import without_credentials
from oit.wording.file_types import saving_words, unlocking_words
from oit.wording.inside_files import kind_words, place_words
from oit.wording.terms import FREQUENCY_EN, FREQUENCY_TH, number_ranges
from oit.wording.vocabulary import FIELD_LABELS, SETTING_LABELS, Vocabulary

_SPACE_BEFORE_PUNCTUATION = re.compile(r" ([,.])(?= |$)")
_LABELS = {**SETTING_LABELS, **FIELD_LABELS}
_MAX_LENGTH = 120
"""Characters of untrusted text that a message repeats."""
_EXPECTED: Mapping[str, tuple[str, str]] = {
    "number": ("ตัวเลข", "a number"),
    "integer": ("จำนวนเต็ม", "a whole number"),
    "date": ("วันที่", "a date"),
    "string": ("ข้อความ", "text"),
    "required": ("เซลล์ที่ไม่เว้นว่าง", "a cell that is filled"),
    "minimum": ("ค่าที่ไม่ต่ำกว่าที่กำหนด", "a value that is not too low"),
    "maximum": ("ค่าที่ไม่สูงกว่าที่กำหนด", "a value that is not too high"),
    "enum": ("ค่าที่กำหนดไว้ในแบบ", "one of the form's values"),
    "pattern": ("รูปแบบที่กำหนดไว้ในแบบ", "the form's pattern"),
    "unique": ("ค่าที่ไม่ซ้ำ", "a value that is not repeated"),
}
"""What a cell of a table should hold, by the constraint that it breaks (Frictionless)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FindingWords:
    """The sentences of a finding in one language."""

    what: str
    expected: str
    found: str
    """Empty where the finding has no such value."""
    remedy: str


def field_label(finding: Finding) -> str:
    """The field's name as in the form, with the name it has in the file; empty without a field."""
    name = finding.field_name
    if not name:
        return ""
    label = _LABELS.get(name)
    return f"{label} ({name})" if label else printable(name)


def owed_words(finding: Finding, vocabulary: Vocabulary, language: Language) -> str:
    """What a finding of lateness is about: the requirement with its period and division."""
    return _values(finding, vocabulary, language)["what"]


def words_of(finding: Finding, vocabulary: Vocabulary, language: Language) -> FindingWords:
    """The sentences of a finding, its values filled in."""
    message = f"rules.{finding.rule}"
    values = _values(finding, vocabulary, language)
    sentences = {
        "what": say(message, language, **values),
        "expected": say(f"{message}.expected", language, **values),
        "remedy": say(f"{message}.remedy", language, **values),
    }
    if finding.params.get("likely") and has(f"{message}.likely", language):
        sentences["what"] += " " + say(f"{message}.likely", language, **values)
    tidied = {part: _without_gaps(sentence) for part, sentence in sentences.items()}
    return FindingWords(found=values.get("found", ""), **tidied)


def _without_gaps(sentence: str) -> str:
    """The sentence without the spaces that empty values leave."""
    return _SPACE_BEFORE_PUNCTUATION.sub(r"\1", " ".join(sentence.split()))


def printable(text: str) -> str:
    """Untrusted text on one line, without personal data or control characters, not too long."""
    # Direction characters (category Cf) could reorder a terminal's line, so they go as well.
    kept = "".join(
        " " if unicodedata.category(character)[0] in "CZ" else character
        for character in redact(without_credentials(text))
    )
    return kept if len(kept) <= _MAX_LENGTH else kept[:_MAX_LENGTH] + "…"


def _values(finding: Finding, vocabulary: Vocabulary, language: Language) -> dict[str, str]:
    """What fills the placeholders of a rule's texts, by their names."""
    values = {
        "item": finding.item or "",
        "file": finding.file,
        "key": finding.field_name or "",
        "field": _LABELS.get(finding.field_name or "", finding.field_name or ""),
        "division": vocabulary.division(finding.division, language) if finding.division else "",
    }
    for name, value in finding.params.items():
        values[name] = _value(name, value, finding, vocabulary, language)
        if isinstance(value, date):
            values[f"{name}_iso"] = value.isoformat()
    values["held"] = _held_words(values.get("found", ""))
    values["what_file"] = _file_words(finding, language)
    if isinstance(sniffed := finding.params.get("found"), Sniffed):
        expected = str(finding.params["expected"])
        values["how"] = saving_words(sniffed, expected, language)
        values["unlock"] = unlocking_words(expected, language)
    if "parent" in finding.params:
        values |= _parent_words(values["parent"])
    if "requirement" in finding.params:
        values["what"] = _requirement_words(values, language)
    return values


def _held_words(found: str) -> str:
    """What is wrong with a cell of a table, in Thai: what it holds, or that it holds nothing."""
    return f"ระบุ “{found}” ซึ่งไม่ใช่ค่าที่แบบกำหนด" if found else "ยังว่างอยู่ แต่แบบกำหนดให้กรอก"


def _parent_words(parent: str) -> dict[str, str]:
    """Where in a file of settings a field belongs; nothing for one at the top."""
    named = {"parent_th": f"ใต้ {parent}", "parent_en": f"under {parent}"}
    return named if parent else {"parent_th": "บรรทัดแรก ๆ ของไฟล์", "parent_en": "at its top"}


def _file_words(finding: Finding, language: Language) -> str:
    """The evidence file that a finding is about, or the record's text with its line."""
    name = finding.params.get("file_name")
    english = language is Language.EN
    if name:
        return f"the file {name}" if english else f"ไฟล์ “{name}”"
    line = finding.line
    return f"the text, line {line}" if english else f"ข้อความ บรรทัดที่ {line}"


def _value(
    name: str, value: Any, finding: Finding, vocabulary: Vocabulary, language: Language
) -> str:
    english = language is Language.EN
    if isinstance(value, date):
        return english_date(value) if english else thai_date(value)
    if isinstance(value, Period) or name == "named":
        return _periods_words(value if name == "named" else (value,), language)
    if isinstance(value, Frequency):
        return (FREQUENCY_EN if english else FREQUENCY_TH)[value]
    if isinstance(value, Location | TableFault):
        return place_words(value, language)
    if isinstance(value, HiddenKind | ActiveKind | FileFault | Sniffed):
        return kind_words(value, language)
    if name == "pages":
        return printable(number_ranges(value))
    if name == "detail":
        return _expectation_words(str(value), language)
    if name == "requirement":
        return vocabulary.requirement(finding.fiscal_year, finding.item, value, language)
    if name == "allowed":
        return " · ".join(_choice(choice, finding, vocabulary, language) for choice in value)
    return "" if value is None else printable(str(value))


def _choice(
    value: str | Period, finding: Finding, vocabulary: Vocabulary, language: Language
) -> str:
    """A value to choose: a period, requirement or division with its id, or the value quoted."""
    if isinstance(value, Period):
        return f"{_periods_words((value,), language)} ({value})"
    name = vocabulary.requirement(finding.fiscal_year, finding.item, value, language)
    if name == value:
        name = vocabulary.division(value, language)
    return f"“{value}”" if name == value else f"{name} ({value})"


def _requirement_words(values: dict[str, str], language: Language) -> str:
    """The requirement with its period and division, where it has them."""
    english = language is Language.EN
    words = [values["requirement"]]
    if period := values.get("period"):
        # Thai takes ประจำ before a month or quarter; halves and years stand alone.
        is_short = period.startswith(("เดือน", "ไตรมาส"))
        words.append(f"for {period}" if english else f"ประจำ{period}" if is_short else period)
    if values["division"]:
        words.append(f"({values['division']})" if english else f"ของ{values['division']}")
    return " ".join(words)


def _periods_words(periods: Sequence[Period], language: Language) -> str:
    """Periods one after another; of many, the first and the last."""
    if language is Language.EN:
        words, between, until = [*map(english_period, periods)], " and ", " to "
    else:
        words, between, until = [*map(thai_period, periods)], " และ", " ถึง"
    return until.join((words[0], words[-1])) if len(words) > 2 else between.join(words)


def _expectation_words(detail: str, language: Language) -> str:
    """What a cell should hold; an unknown constraint is shown as it is."""
    return _EXPECTED.get(detail, (detail, detail))[language is Language.EN]
