"""What is due when, as text for a terminal (`oit due`)."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from oit.catalog import Language
from oit.catalog.dates import english_date, english_period, thai_date, thai_period, thai_short_date
from oit.reporting.due import Duty
from oit.wording.vocabulary import Vocabulary

_NOTHING_DUE = {
    Language.TH: "ไม่มีรายการที่ต้องเผยแพร่หรือยืนยันในช่วงนี้",
    Language.EN: "Nothing is to be published or confirmed in this time.",
}


def due_report(
    duties: Iterable[Duty], today: date, vocabulary: Vocabulary, language: Language
) -> str:
    """A block for each day with one line per duty; a sentence where nothing is due.

    `duties` come in the order of their days.
    """
    blocks = []
    for day, due in groupby(duties, key=lambda duty: duty.due_on):
        lines = [_line(duty, vocabulary, language) for duty in due]
        blocks.append("\n".join([_heading(day, today, language), *lines]))
    return "\n\n".join(blocks) or _NOTHING_DUE[language]


def _heading(day: date, today: date, language: Language) -> str:
    days = (day - today).days
    if language is Language.EN:
        distance = f"in {days} days" if days > 0 else f"{-days} days overdue" if days else "today"
        return f"{english_date(day)} · {distance}"
    distance = f"อีก {days} วัน" if days > 0 else f"เกินกำหนดแล้ว {-days} วัน" if days else "วันนี้"
    return f"{thai_date(day)} · {distance}"


def _line(duty: Duty, vocabulary: Vocabulary, language: Language) -> str:
    division = vocabulary.division(duty.division, language)
    waived = ""
    if duty.waived_until:
        until = duty.waived_until
        waived = (
            f" · waived until {english_date(until)}"
            if language is Language.EN
            else f" · ได้รับการผ่อนผันถึง {thai_short_date(until)}"
        )
    return f"  {duty.item.id:<3} {duty_words(duty, language)} ({division}){waived}"


def duty_words(duty: Duty, language: Language) -> str:
    """What to publish or confirm: the requirement's label, or the confirmation, with its period."""
    english = language is Language.EN
    words = "update or confirm" if english else "ปรับปรุงหรือยืนยันข้อมูล"
    if duty.requirement:
        words = duty.requirement.label_en if english else duty.requirement.label_th
    if not duty.period:
        return words
    return f"{words} {(english_period if english else thai_period)(duty.period)}"
