"""A finding in words: typed parameters into sentences. Decides nothing."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from oit.evidence.facts import Location, Where
from oit.evidence.personal import redact
from oit.evidence.tables.values import TableFault, column_name
from oit.findings import Finding
from oit.periods import Frequency, Period
from oit.wording.messages import messages
from oit.wording.terms import (
    FREQUENCY_EN,
    FREQUENCY_TH,
    Language,
    english_date,
    english_period,
    thai_date,
    thai_period,
)
from oit.wording.vocabulary import FIELD_LABELS, Vocabulary

_GAP_BEFORE_STOP = re.compile(r" ([,.])(?= |$)")

_LONGEST = 120
"""Characters of a stranger's text that a message repeats."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """A finding, worded in one language."""

    what: str
    expected: str
    found: str
    remedy: str


def field_label(finding: Finding) -> str:
    """The field's name as in the form, with the name it has in the file; empty without a field."""
    name = finding.field_name
    if not name:
        return ""
    label = FIELD_LABELS.get(name)
    return f"{label} ({name})" if label else printable(name)


def words_of(finding: Finding, vocabulary: Vocabulary, language: Language) -> Words:
    """What to tell people about a finding."""
    message = messages()[finding.rule]
    values = _values(finding, vocabulary, language)
    likely = getattr(message, f"likely_{language}") if finding.params.get("likely") else ""
    sentences = {
        part: getattr(message, template).format_map(values)
        for part, template in {
            "what": str(language),
            "expected": f"expected_{language}",
            "remedy": f"remedy_{language}",
        }.items()
    }
    if likely:
        sentences["what"] += " " + likely.format_map(values)
    tidied = {part: _tidied(sentence) for part, sentence in sentences.items()}
    return Words(found=values.get("found", ""), **tidied)


def _tidied(sentence: str) -> str:
    """The sentence without the gaps that empty values leave."""
    return _GAP_BEFORE_STOP.sub(r"\1", " ".join(sentence.split()))


def printable(text: str) -> str:
    """A stranger's text on one line, without control or direction characters, not too long."""
    text = redact(text)
    kept = "".join(" " if unicodedata.category(one)[0] in "CZ" else one for one in text)
    return kept if len(kept) <= _LONGEST else kept[:_LONGEST] + "…"


def _values(finding: Finding, vocabulary: Vocabulary, language: Language) -> dict[str, str]:
    values = {
        "item": finding.item or "",
        "file": finding.file,
        "field": FIELD_LABELS.get(finding.field_name or "", finding.field_name or ""),
        "division": vocabulary.division(finding.division, language) if finding.division else "",
    }
    for name, value in finding.params.items():
        values[name] = _value(name, value, finding, vocabulary, language)
        if isinstance(value, date):
            values[f"{name}_iso"] = value.isoformat()
    values["what_file"] = _file_words(finding, language)
    if "requirement" in finding.params:
        values["what"] = _owed(values, language)
    return values


def _file_words(finding: Finding, language: Language) -> str:
    """The evidence file that a finding is about, or the text itself with its line."""
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
    if isinstance(value, Period):
        return english_period(value) if english else thai_period(value)
    if isinstance(value, Frequency):
        return (FREQUENCY_EN if english else FREQUENCY_TH)[value]
    if isinstance(value, Location | TableFault):
        return place_words(value, language)
    if name == "detail":
        return expectation_words(str(value), language)
    if name == "requirement":
        return vocabulary.requirement(finding.fiscal_year, finding.item, value, language)
    if name == "allowed":
        return ", ".join(value)
    return "" if value is None else printable(str(value))


def _owed(values: dict[str, str], language: Language) -> str:
    """The requirement with its period and division, where it has them."""
    english = language is Language.EN
    words = [values["requirement"]]
    if values.get("period"):
        period = values["period"]
        monthly = period.startswith(("เดือน", "ไตรมาส"))
        words.append(f"for {period}" if english else f"ประจำ{period}" if monthly else period)
    if values["division"]:
        words.append(f"({values['division']})" if english else f"ของ{values['division']}")
    return " ".join(words)


_WHERE: Mapping[Where, tuple[str, str]] = {
    Where.LINE: ("บรรทัดที่ {name}", "line {name}"),
    Where.PAGE: ("หน้า {name}", "page {name}"),
    Where.SHEET: ("แผ่นงาน “{name}” เซลล์ {cell}", "sheet {name}, cell {cell}"),
    Where.BODY: ("เนื้อหาของเอกสาร", "the text of the document"),
    Where.HEADER: ("หัวหรือท้ายกระดาษ", "a page header or footer"),
    Where.COMMENT: ("ความคิดเห็น {name} {cell}", "a comment {name} {cell}"),
    Where.NOTE: ("เชิงอรรถ", "a footnote"),
    Where.PROPERTY: ("คุณสมบัติของไฟล์ {name}", "the file's properties {name}"),
    Where.HIDDEN: ("ส่วนที่ซ่อนอยู่ {name} {cell}", "a hidden part {name} {cell}"),
}

_EXPECTED: Mapping[str, tuple[str, str]] = {
    "number": ("ตัวเลข", "a number"),
    "integer": ("จำนวนเต็ม", "a whole number"),
    "date": ("วันที่", "a date"),
    "string": ("ข้อความ", "text"),
    "required": ("ช่องที่ไม่เว้นว่าง", "a cell that is filled"),
    "minimum": ("ค่าที่ไม่ต่ำกว่าที่กำหนด", "a value that is not too low"),
    "maximum": ("ค่าที่ไม่สูงกว่าที่กำหนด", "a value that is not too high"),
    "enum": ("ค่าที่กำหนดไว้ในแบบ", "one of the form's values"),
    "pattern": ("รูปแบบที่กำหนดไว้ในแบบ", "the form's pattern"),
    "unique": ("ค่าที่ไม่ซ้ำ", "a value that is not repeated"),
}


def place_words(place: Location | TableFault, language: Language) -> str:
    """Where in a file something stands: แผ่นงาน “มี.ค. 68” เซลล์ G14."""
    english = language is Language.EN
    if isinstance(place, TableFault):
        return _of_table(place, english=english)
    words = _WHERE[place.where][english]
    return " ".join(words.format(name=place.name, cell=place.cell).split())


def expectation_words(detail: str, language: Language) -> str:
    """What a cell should have held; anything else is shown as it is."""
    return _EXPECTED.get(detail, (detail, detail))[language is Language.EN]


def _of_table(fault: TableFault, *, english: bool) -> str:
    parts = []
    if fault.sheet:
        parts.append(f"sheet {fault.sheet}" if english else f"แผ่นงาน “{fault.sheet}”")
    if fault.row and fault.column:
        cell = f"{column_name(fault.column)}{fault.row}"
        parts.append(f"cell {cell}" if english else f"เซลล์ {cell}")
    elif fault.row:
        parts.append(f"row {fault.row}" if english else f"แถวที่ {fault.row}")
    return (", " if english else " ").join(parts)
