"""The files of a new round: last year's mandate carried over, holidays, empty records and parts."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Any

import holidays
from msgspec import Struct, field

from oit.catalog import Language, joined, say
from oit.catalog.catalog import Value
from oit.catalog.sources import texts_of
from oit.editing.front_matter import record_text
from oit.editing.ledger import ledger_json
from oit.editing.yaml_text import policy_yaml
from oit.model.mandate import Mandate, MandateItem, Requirement
from oit.model.record import FileEvidence, Part, Record
from oit.model.round import Holiday, PolicyNote, RoundPolicy, WarningDays
from oit.periods import (
    BUDDHIST_OFFSET,
    AskedPeriods,
    Frequency,
    Period,
    WorkingCalendar,
    fiscal_periods,
    fiscal_start,
)
from oit.records.site import Round

DAYS_AFTER_PERIOD = 15
CARRIED = "items"
"""The field of the note by which a mandate asks to be checked; each new round has its own."""
_HOLIDAYS_AFTER_YEAR = timedelta(days=61)
"""How far past the fiscal year holidays are listed: its last deadlines fall there."""
_HOLIDAY_CATEGORIES = ("public", "government")


class DeadlineTerms(Struct, frozen=True):
    """How long divisions have after a period, and how early they are warned."""

    days_after_period: int = DAYS_AFTER_PERIOD
    warning_days: WarningDays = field(default_factory=lambda: WarningDays(monthly=14, other=30))
    adopted: date | None = None
    """The day on which an office begins in the middle of the round."""


def new_round_files(fiscal_year: int, mandate: Mandate, terms: DeadlineTerms) -> dict[str, str]:
    """The texts of a new round by path from its folder; the mandate may be of any year."""
    carried = carried_over(mandate, fiscal_year)
    policy = _round_policy(carried, terms)
    carried = with_words(carried, policy)
    files = {
        "round.yml": policy_yaml(policy),
        "mandate.yml": policy_yaml(carried),
        "ledger.json": ledger_json(()),
    }
    for item in carried.items:
        folder = f"O{item.number:02d}"
        files[f"{folder}/record.md"] = _record(item)
        for division in item.owners if item.by_division else ():
            files[f"{folder}/{division}.md"] = _part(item, division)
    return files


def drafts_from(earlier: Round) -> tuple[str, ...]:
    """What a new round may begin from but not publish, by path from the root of the site.

    The measures of an earlier round, and the files that disclose the results they follow from.
    """
    measures = (f"{earlier.folder}/measures.yml",) if earlier.measures else ()
    return (*measures, *_result_files(earlier))


def _result_files(earlier: Round) -> Iterator[str]:
    named = earlier.policy.previous_results
    bundle = earlier.bundles.get(named.item) if named else None
    if not named or not bundle:
        return
    units = (unit.disclosed.evidence for unit in bundle.units)
    files = [entry for entries in units for entry in entries if isinstance(entry, FileEvidence)]
    requirements = {entry.requirement for entry in files if entry.file == named.file}
    for entry in files:
        if entry.requirement in requirements and entry.file in bundle.facts:
            yield f"{bundle.folder}/{entry.file}"


def carried_over(mandate: Mandate, fiscal_year: int) -> Mandate:
    """A mandate moved to another fiscal year: its periods, due dates and years in its texts."""
    years = fiscal_year - mandate.fiscal_year
    if not years:
        return mandate
    lasting = (note for note in mandate.policy if note.field != CARRIED)
    notes = tuple(_moved_note(note, mandate.fiscal_year, years) for note in lasting)
    return mandate.model_copy(
        update={
            "fiscal_year": fiscal_year,
            "policy": (*notes, _carried_note(mandate.fiscal_year)),
            "items": tuple(_moved_item(item, mandate.fiscal_year, years) for item in mandate.items),
        }
    )


def with_words(mandate: Mandate, policy: RoundPolicy) -> Mandate:
    """The mandate of a round with a word for each list of periods that one stands for in it.

    A list is of its round alone, while a word asks for all periods of a later one too.
    """

    def worded(requirement: Requirement) -> Requirement:
        word = policy.word_for(requirement.periods)
        asked = {"asked": AskedPeriods(word=word)} if word else {}
        return requirement.model_copy(update=asked)

    items = (
        item.model_copy(update={"requirements": tuple(map(worded, item.requirements))})
        for item in mandate.items
    )
    return mandate.model_copy(update={"items": tuple(items)})


def _moved_item(item: MandateItem, old: int, years: int) -> MandateItem:
    # Titles name the fiscal year or the one before it (last year's report), in either era.
    named = tuple(year - era for year in (old, old - 1) for era in (0, BUDDHIST_OFFSET))
    texts = {
        name: _moved_text(getattr(item, name), named, years)
        for name in ("title_th", "title_en", "short_th", "short_en", "about_th", "about_en")
        if getattr(item, name)
    }
    # Keywords name it as people search for it, by its last two digits: งบปี 68.
    keywords = {
        name: tuple(_moved_text(keyword, (old % 100,), years) for keyword in getattr(item, name))
        for name in ("keywords_th", "keywords_en")
    }
    requirements = tuple(_moved_requirement(owed, named, years) for owed in item.requirements)
    return item.model_copy(update={**texts, **keywords, "requirements": requirements})


def _moved_requirement(requirement: Requirement, named: tuple[int, ...], years: int) -> Requirement:
    moved: dict[str, Any] = {
        name: _moved_text(getattr(requirement, name), named, years)
        for name in ("label_th", "label_en")
    }
    # Only what is set: fields that were left out stay out of the written file.
    if requirement.asked:
        moved["asked"] = _moved_periods(requirement.asked, years)
    if requirement.due:
        moved["due"] = _moved_day(requirement.due, years)
    return requirement.model_copy(update=moved)


def _moved_periods(asked: AskedPeriods, years: int) -> AskedPeriods:
    """A list moved; a word stands for other periods in another year."""
    if asked.word:
        return AskedPeriods(word=asked.word)
    return AskedPeriods(
        tuple(Period(_moved_day(period.start, years), period.months) for period in asked.periods)
    )


def _moved_note(note: PolicyNote, old: int, years: int) -> PolicyNote:
    """A note with the round's own year moved, in either era; earlier years are history and stay."""
    own = (old, old - BUDDHIST_OFFSET)
    return note.model_copy(
        update={
            "note_th": _moved_text(note.note_th, own, years),
            "note_en": _moved_text(note.note_en, own, years),
        }
    )


def _carried_note(old: int) -> PolicyNote:
    return _note(CARRIED, "new-round.note-items", year=old)


def _moved_text(text: str, years_named: tuple[int, ...], years: int) -> str:
    """The text with the years it names moved."""
    # Forward the latest first, back the earliest: else 2567 → 2568 → 2569 would move twice.
    for year in sorted(years_named, reverse=years > 0):
        text = text.replace(str(year), str(year + years))
    return text


def _moved_day(day: date, years: int) -> date:
    """The same day of another year; 29 February becomes the 28th where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def _round_policy(mandate: Mandate, terms: DeadlineTerms) -> RoundPolicy:
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
        **({"adopted": terms.adopted} if terms.adopted else {}),  # else it stays out of the file
        witness="git",
        policy=tuple(_round_notes()),
        holidays=proposed_holidays(opens, last.end + _HOLIDAYS_AFTER_YEAR),
    )
    # In two steps: the closing day is the last deadline, which depends on the holidays.
    return draft.model_copy(update={"closes": draft.calendar.deadline(last)})


def closing_day(fiscal_year: int) -> date:
    """The day on which a round of that year closes, by the terms of a new office."""
    last = fiscal_periods(fiscal_year, Frequency.ANNUAL)[0]
    days = proposed_holidays(last.end, last.end + _HOLIDAYS_AFTER_YEAR)
    return WorkingCalendar(DAYS_AFTER_PERIOD, frozenset(day.on for day in days)).deadline(last)


def _round_notes() -> Iterator[PolicyNote]:
    yield _note("closes", "new-round.note-closes")
    yield _note("days_after_period", "new-round.note-days")
    yield _note("witness", "new-round.note-witness")
    yield _note("holidays", "new-round.note-holidays")


def _note(field: str, message: str, **values: Value) -> PolicyNote:
    """A note on a field of a policy file, in the words of a message."""
    thai, english = (say(message, language, **values) for language in Language)
    return PolicyNote(field=field, note_th=thai, note_en=english)


def _record(item: MandateItem) -> str:
    empty = Record(
        item=item.item, owner=item.lead, frequency=item.frequency, reviews=(), evidence=()
    )
    return record_text(empty, f"\n{item.about_th}\n")


def _part(item: MandateItem, division: str) -> str:
    return record_text(Part(item=item.item, division=division, reviews=(), evidence=()), "")


def proposed_holidays(first: date, last: date) -> tuple[Holiday, ...]:
    """Thai government holidays between two days, both included, from the library `holidays`."""
    years = range(first.year, last.year + 1)
    known = holidays.country_holidays(
        "TH", years=years, language="th", categories=_HOLIDAY_CATEGORIES
    )
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    named = ((day, _names(known.get_list(day))) for day in days)
    return tuple(Holiday(date=day, name_th=name) for day, name in named if name)


def _names(listed: list[str]) -> str:
    foreign = _not_of_offices()
    return joined([name for name in listed if foreign not in name], Language.TH)


@cache
def _not_of_offices() -> str:
    """The holiday of companies on which offices work, as the library names it."""
    return str(texts_of("oit.editing", "holidays.yml")["not_of_offices"])
