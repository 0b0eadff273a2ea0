"""What `oit verify` says: for people, as JSON, as CSV."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from oit.audit.verify.values import Discrepancy
from oit.audit.verify.wording import words_of
from oit.open_csv import csv_bytes
from oit.wording.sentences import printable
from oit.wording.terms import Language, english_date, thai_date

_COLUMNS = (
    "check",
    "level",
    "path",
    "subject",
    "message_th",
    "message_en",
    "remedy_th",
    "remedy_en",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Verification:
    """What was checked, when, and what was found."""

    source: str
    today: date
    checked_count: int
    """How many documents, pages, files and links were fetched."""
    left_out_count: int
    """Links to other sites, which were not asked."""
    discrepancies: tuple[Discrepancy, ...]

    @property
    def failures(self) -> tuple[Discrepancy, ...]:
        """What fails."""
        return tuple(one for one in self.discrepancies if not one.is_notice)


def verification_text(found: Verification, language: Language) -> str:
    """A block for each discrepancy, failures first; then what was checked."""
    blocks = [_block(one, language) for one in found.discrepancies]
    return "\n\n".join([*blocks, _summary(found, language)])


def _block(one: Discrepancy, language: Language) -> str:
    level = _LEVELS[language][one.is_notice]
    head = " · ".join(filter(None, (level, one.check, printable(one.path), printable(one.subject))))
    english = words_of(one, Language.EN)
    if language is Language.EN:
        return "\n  ".join([head, english.what, english.remedy])
    thai = words_of(one, Language.TH)
    beside = f"[EN] {english.what} {english.remedy}"
    return "\n  ".join([head, thai.what, f"วิธีแก้ไข: {thai.remedy}", beside])


_LEVELS = {
    Language.TH: {False: "ไม่ตรงกัน", True: "แจ้งให้ทราบ"},
    Language.EN: {False: "differs", True: "notice"},
}


def _summary(found: Verification, language: Language) -> str:
    failing, out = len(found.failures), found.left_out_count
    english = _summary_en(found, failing, out)
    if language is Language.EN:
        return english
    verdict = "ตรงตามที่ดัชนีระบุ" if not failing else f"พบ {failing} เรื่องที่ไม่ตรงกัน"
    left = f" ยังไม่ได้ตรวจลิงก์ไปเว็บไซต์อื่น {out} แห่ง (ตรวจได้ด้วย --external)" if out else ""
    day = thai_date(found.today)
    thai = f"{found.source}: ตรวจ {found.checked_count} รายการ ณ วันที่ {day} {verdict}{left}"
    return f"{thai}\n[EN] {english}"


def _summary_en(found: Verification, failing: int, out: int) -> str:
    verdict = "it is what it says it is" if not failing else _count(failing, "finding")
    links = _count(out, "link")
    left = f" Not asked (--external asks): {links} to other sites." if out else ""
    addresses = _count(found.checked_count, "address", "addresses")
    return f"{found.source}: {addresses} checked on {english_date(found.today)}: {verdict}.{left}"


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number} {one if number == 1 else many or f'{one}s'}"


def verification_json(found: Verification) -> str:
    """The same for programs; `check` is stable, the words are not."""
    document = {
        "source": found.source,
        "today": found.today.isoformat(),
        "passed": not found.failures,
        "checked_count": found.checked_count,
        "left_out_count": found.left_out_count,
        "discrepancies": [
            {**_row(one), "params": dict(sorted(one.params.items()))} for one in found.discrepancies
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def verification_csv(found: Verification) -> bytes:
    """A row a discrepancy: UTF-8 with BOM, CRLF, formula cells defused."""
    rows = map(_row, found.discrepancies)
    return csv_bytes([_COLUMNS, *([row[name] for name in _COLUMNS] for row in rows)])


def _row(one: Discrepancy) -> Mapping[str, str]:
    thai, english = words_of(one, Language.TH), words_of(one, Language.EN)
    return {
        "check": one.check,
        "level": "notice" if one.is_notice else "failure",
        "path": one.path,
        "subject": one.subject,
        "message_th": thai.what,
        "message_en": english.what,
        "remedy_th": thai.remedy,
        "remedy_en": english.remedy,
    }
