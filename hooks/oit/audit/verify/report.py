"""The report of `oit verify`: as text, as JSON, as CSV."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from oit.audit.verify.values import Discrepancy
from oit.audit.verify.wording import words_of
from oit.catalog import Language
from oit.catalog.dates import english_date, thai_date
from oit.open_csv import csv_bytes
from oit.web_address import without_credentials
from oit.wording.sentences import printable

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
_LEVELS = {
    Language.TH: {False: "ไม่ตรงกัน", True: "แจ้งให้ทราบ"},
    Language.EN: {False: "differs", True: "notice"},
}
"""Whether a discrepancy is a notice, in words."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Verification:
    """A site that was verified, and the discrepancies found."""

    source: str
    """The address of its root."""
    today: date
    checked_count: int
    """Documents, pages, files and links that were fetched."""
    left_out_count: int
    """Links to other sites, which are fetched only on request."""
    discrepancies: tuple[Discrepancy, ...]

    @property
    def failures(self) -> tuple[Discrepancy, ...]:
        """The discrepancies that are more than notices."""
        return tuple(found for found in self.discrepancies if not found.is_notice)


def verification_text(verification: Verification, language: Language) -> str:
    """A block for each discrepancy, failures first; then a line that says what was checked."""
    blocks = [_block(discrepancy, language) for discrepancy in verification.discrepancies]
    return "\n\n".join([*blocks, _summary(verification, language)])


def _block(discrepancy: Discrepancy, language: Language) -> str:
    level = _LEVELS[language][discrepancy.is_notice]
    place = (printable(discrepancy.path), printable(discrepancy.subject))
    head = " · ".join(filter(None, (level, discrepancy.check, *place)))
    english = words_of(discrepancy, Language.EN)
    if language is Language.EN:
        return "\n  ".join([head, english.what, english.remedy])
    thai = words_of(discrepancy, Language.TH)
    translation = f"[EN] {english.what} {english.remedy}"
    return "\n  ".join([head, thai.what, f"วิธีแก้ไข: {thai.remedy}", translation])


def _summary(verification: Verification, language: Language) -> str:
    english = _summary_en(verification)
    if language is Language.EN:
        return english
    failing, left_out = len(verification.failures), verification.left_out_count
    verdict = "ตรงตามที่ดัชนีระบุ" if not failing else f"พบ {failing} เรื่องที่ไม่ตรงกัน"
    left = f" ยังไม่ได้ตรวจลิงก์ไปเว็บไซต์อื่น {left_out} แห่ง (ตรวจได้ด้วย --external)" if left_out else ""
    checked = f"ตรวจ {verification.checked_count} รายการ ณ วันที่ {thai_date(verification.today)}"
    return f"{verification.source}: {checked} {verdict}{left}\n[EN] {english}"


def _summary_en(verification: Verification) -> str:
    failing, left_out = len(verification.failures), verification.left_out_count
    verdict = "it is what it says it is" if not failing else _count(failing, "finding")
    links = _count(left_out, "link")
    left = f" Not asked (--external asks): {links} to other sites." if left_out else ""
    addresses = _count(verification.checked_count, "address", "addresses")
    day = english_date(verification.today)
    return f"{verification.source}: {addresses} checked on {day}: {verdict}.{left}"


def _count(number: int, singular: str, plural: str | None = None) -> str:
    return f"{number} {singular if number == 1 else plural or f'{singular}s'}"


def verification_json(verification: Verification) -> str:
    """The verification as JSON; `check` is stable, the messages are not."""
    document = {
        "source": verification.source,
        "today": verification.today.isoformat(),
        "passed": not verification.failures,
        "checked_count": verification.checked_count,
        "left_out_count": verification.left_out_count,
        "discrepancies": [
            {**_row(discrepancy), "params": dict(sorted(discrepancy.params.items()))}
            for discrepancy in verification.discrepancies
        ],
    }
    return without_credentials(json.dumps(document, ensure_ascii=False, indent=2))


def verification_csv(verification: Verification) -> bytes:
    """The discrepancies as CSV, one row each."""
    rows = map(_row, verification.discrepancies)
    cells = ([without_credentials(row[name]) for name in _COLUMNS] for row in rows)
    return csv_bytes([_COLUMNS, *cells])


def _row(discrepancy: Discrepancy) -> Mapping[str, str]:
    thai, english = (words_of(discrepancy, language) for language in (Language.TH, Language.EN))
    return {
        "check": discrepancy.check,
        "level": "notice" if discrepancy.is_notice else "failure",
        "path": discrepancy.path,
        "subject": discrepancy.subject,
        "message_th": thai.what,
        "message_en": english.what,
        "remedy_th": thai.remedy,
        "remedy_en": english.remedy,
    }
