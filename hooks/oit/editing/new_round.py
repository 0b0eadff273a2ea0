"""The files of a new round: last year's mandate carried over, holidays, empty records and parts."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import holidays

from oit.editing.front_matter import document
from oit.editing.ledger import ledger_json
from oit.editing.policy_yaml import model_to_yaml
from oit.model.mandate import Mandate, MandateItem, Requirement
from oit.model.record import Part, Record
from oit.model.round import Holiday, PolicyNote, RoundPolicy, WarningDays
from oit.periods import BUDDHIST_OFFSET, Frequency, Period, fiscal_periods, fiscal_start

DAYS_AFTER_PERIOD = 15

_AFTER_THE_END = timedelta(days=61)
"""How far past the fiscal year holidays are listed: its last deadlines fall there."""


@dataclass(frozen=True, slots=True)
class Terms:
    """How long divisions have, and when they are warned: carried over from the round before."""

    days_after_period: int = DAYS_AFTER_PERIOD
    warning_days: WarningDays = field(default_factory=lambda: WarningDays(monthly=14, other=30))


def new_round_files(fiscal_year: int, model: Mandate, terms: Terms) -> dict[str, str]:
    """Text by path from the round's folder. `model` may be the mandate of any year."""
    mandate = carried_over(model, fiscal_year)
    files = {
        "round.yml": model_to_yaml(_round_policy(mandate, terms)),
        "mandate.yml": model_to_yaml(mandate),
        "ledger.json": ledger_json(()),
    }
    for item in mandate.items:
        folder = f"O{item.number:02d}"
        files[f"{folder}/record.md"] = _record(item)
        for division in item.owners if item.by_division else ():
            files[f"{folder}/{division}.md"] = _part(item, division)
    return files


def carried_over(mandate: Mandate, fiscal_year: int) -> Mandate:
    """A mandate moved to another fiscal year: its periods, due dates, and years in its words."""
    years = fiscal_year - mandate.fiscal_year
    if not years:
        return mandate
    notes = tuple(_moved_note(note, mandate.fiscal_year, years) for note in mandate.policy)
    return mandate.model_copy(
        update={
            "fiscal_year": fiscal_year,
            "policy": (*notes, _carried_note(mandate.fiscal_year)),
            "items": tuple(_moved_item(item, mandate.fiscal_year, years) for item in mandate.items),
        }
    )


def _moved_item(item: MandateItem, old: int, years: int) -> MandateItem:
    words = {
        name: _moved_words(getattr(item, name), (old, old - 1), years)
        for name in ("title_th", "title_en", "about_th", "about_en")
    }
    keywords = {
        name: tuple(_moved_words(one, (old % 100,), years) for one in getattr(item, name))
        for name in ("keywords_th", "keywords_en")
    }
    requirements = tuple(_moved_requirement(one, old, years) for one in item.requirements)
    return item.model_copy(update={**words, **keywords, "requirements": requirements})


def _moved_requirement(one: Requirement, old: int, years: int) -> Requirement:
    moved: dict[str, Any] = {
        name: _moved_words(getattr(one, name), (old, old - 1), years)
        for name in ("label_th", "label_en")
    }
    if one.periods:
        moved["periods"] = tuple(_moved_period(period, years) for period in one.periods)
    if one.due:
        moved["due"] = _moved_day(one.due, years)
    return one.model_copy(update=moved)


def _moved_period(period: Period, years: int) -> Period:
    return Period(_moved_day(period.start, years), period.months)


def _moved_note(note: PolicyNote, old: int, years: int) -> PolicyNote:
    """A note speaks of the round's own year, in either era; of earlier ones as history."""
    own = (old, old - BUDDHIST_OFFSET)
    return note.model_copy(
        update={
            "note_th": _moved_words(note.note_th, own, years),
            "note_en": _moved_words(note.note_en, own, years),
        }
    )


def _carried_note(old: int) -> PolicyNote:
    return PolicyNote(
        field="items",
        note_th=f"เกณฑ์ของรอบนี้คัดลอกจากปีงบประมาณ พ.ศ. {old} ยังต้องตรวจกับประกาศของปีนี้",
        note_en=f"Carried over from fiscal year {old}; to be checked against this year's notice.",
    )


def _moved_words(text: str, years_named: tuple[int, ...], years: int) -> str:
    """The text with the years it names moved on, the latest first so that none moves twice."""
    order = sorted(years_named, reverse=years > 0)
    for year in order:
        text = text.replace(str(year), str(year + years))
    return text


def _moved_day(day: date, years: int) -> date:
    """The same day of another year; 29 February becomes the 28th where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def _round_policy(mandate: Mandate, terms: Terms) -> RoundPolicy:
    year = mandate.fiscal_year
    opens = fiscal_start(year)
    last = fiscal_periods(year, Frequency.ANNUAL)[0]
    draft = RoundPolicy(
        fiscal_year=year,
        scheme=mandate.scheme,
        opens=opens,
        closes=last.end,
        days_after_period=terms.days_after_period,
        warning_days=terms.warning_days,
        policy=tuple(_round_notes()),
        holidays=proposed_holidays(opens, last.end + _AFTER_THE_END),
    )
    return draft.model_copy(update={"closes": draft.calendar.deadline(last)})


def _round_notes() -> Iterator[PolicyNote]:
    yield PolicyNote(
        field="closes",
        note_th="วันปิดรอบคือวันครบกำหนดของงวดสุดท้าย เป็นข้อกำหนดของโครงการนี้",
        note_en="The closing day is the deadline of the last period, this project's own policy.",
    )
    yield PolicyNote(
        field="days_after_period",
        note_th="ระยะเวลาเผยแพร่หลังสิ้นงวดและการเตือนล่วงหน้าเป็นข้อกำหนดของโครงการนี้",
        note_en="The days after a period and the warning days are this project's own policy.",
    )
    yield PolicyNote(
        field="holidays",
        note_th="วันหยุดราชการในรอบนี้ระบบเสนอให้ ยังต้องตรวจกับมติคณะรัฐมนตรี",
        note_en="The holidays were proposed by a library; to be checked with the cabinet's list.",
    )


def _record(item: MandateItem) -> str:
    empty = Record(
        item=item.item, owner=item.lead, frequency=item.frequency, reviews=(), evidence=()
    )
    return document(empty, f"\n{item.about_th}\n")


def _part(item: MandateItem, division: str) -> str:
    return document(Part(item=item.item, division=division, reviews=(), evidence=()), "")


_NOT_FOR_OFFICES = "วันแรงงานแห่งชาติ"
"""A holiday of companies and state enterprises; offices work."""

_CATEGORIES = ("public", "government")


def proposed_holidays(first: date, last: date) -> tuple[Holiday, ...]:
    """Thai government holidays between two days, both included, as the library knows them."""
    years = range(first.year, last.year + 1)
    known = holidays.country_holidays("TH", years=years, language="th", categories=_CATEGORIES)
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    named = ((day, _names(known.get_list(day))) for day in days)
    return tuple(Holiday(on=day, name_th=name) for day, name in named if name)


def _names(listed: list[str]) -> str:
    return " และ".join(name for name in listed if name != _NOT_FOR_OFFICES)
