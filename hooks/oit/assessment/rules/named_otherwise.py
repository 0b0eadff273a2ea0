"""What a file or section says that it is, against what it is entered for.

Titles, the names of sheets and, less surely, the days of rows tell a period; titles tell an office.
A file is refused where it is certain: where it sums up a period, and names others and nothing of
its own. All else is pointed out to whoever approves.
"""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from oit.assessment.content import sheets_of_others
from oit.assessment.rules.located import unit_finding
from oit.evidence.facts import FileFacts
from oit.evidence.named import SheetFacts, office_named
from oit.evidence.named_periods import is_touched, named_periods, names_others, periods_named
from oit.evidence.tables.values import TableFault
from oit.findings import Finding, Kind
from oit.model.mandate import MandateItem, Requirement
from oit.model.record import Evidence, FileEvidence, SectionEvidence
from oit.periods import Period
from oit.records.site import Bundle, Unit

_YEAR = 12
"""Months of an annual period."""
_TITLE = 300
"""Characters at the top of a section that are its title."""
_LEAST_SHARE = 3
"""Rows of other periods are told where they are at least one in three of those with days."""


class _Told(Struct, frozen=True):
    """An evidence entry, and what it says that it is."""

    unit: Unit
    number: int
    evidence: Evidence
    requirement: Requirement
    titles: tuple[frozenset[str], ...]
    """The periods of each title and name of a sheet."""
    whole: frozenset[str]
    """The periods that stand anywhere in it."""
    offices: tuple[str, ...] = ()
    sheets: tuple[SheetFacts, ...] = ()

    @property
    def periods(self) -> tuple[Period, ...]:
        """The periods that it is entered for."""
        return self.evidence.periods

    def finding(self, rule: str, kind: Kind, period: Period | None, **params: object) -> Finding:
        """A finding about its file or section."""
        name = getattr(self.evidence, "file", None)
        path = ("evidence", self.number, self.evidence.kind)
        told = {"file_name": name, "period": period, **params}
        found = unit_finding(self.unit, rule, path, kind, **told)
        cell = str(period) if period and len(self.periods) == 1 else None
        return replace(found, requirement=self.requirement.id, cell=cell)


def check_named(
    unit: Unit, item: MandateItem, bundle: Bundle, office: str | None
) -> Iterator[Finding]:
    """Entries of a record or part that say they are of another period or office.

    `office` is the full name of the office whose site it is.
    """
    required = {requirement.id: requirement for requirement in item.requirements}
    for number, evidence in unit.numbered():
        requirement = required.get(evidence.requirement)
        told = requirement and _told(unit, number, evidence, requirement, bundle)
        if told:
            yield from _check_periods(told) if told.periods else ()
            yield from _check_office(told, office_named(office or ""))


def _told(
    unit: Unit, number: int, evidence: Evidence, requirement: Requirement, bundle: Bundle
) -> _Told | None:
    """What an entry says; `None` for one that is not read here."""
    entry = (unit, number, evidence, requirement)
    if isinstance(evidence, FileEvidence):
        facts = bundle.facts.get(evidence.file)
        return _told_by_file(*entry, facts) if facts and facts.inspection else None
    section = isinstance(evidence, SectionEvidence) and unit.text.sections.get(evidence.section)
    if not section:
        return None
    title, words = section.words[:_TITLE], section.words
    return _Told(*entry, (named_periods(title),), named_periods(words))


def _told_by_file(
    unit: Unit, number: int, evidence: Evidence, requirement: Requirement, facts: FileFacts
) -> _Told:
    content = facts.inspection.content if facts.inspection else None
    sheets = tuple(each for each in facts.table.sheets if not each.is_empty) if facts.table else ()
    titles = [content.title] if content else []
    titles += [sheet.title for sheet in sheets]
    periods = [*(each.periods for each in titles), *(sheet.by_name for sheet in sheets)]
    offices = dict.fromkeys(office for title in titles for office in title.offices)
    told = (tuple(map(frozenset, periods)), frozenset(facts.named_periods), tuple(offices))
    return _Told(unit, number, evidence, requirement, *told, sheets)


# Periods


def _check_periods(told: _Told) -> Iterator[Finding]:
    """One finding a file, the surest: a workbook of several periods, its titles, or its rows."""
    others = sheets_of_others(told.periods, told.sheets)
    if others:
        yield _workbook(told, others)
        return
    named = frozenset[str]().union(*told.titles)
    strange = [period for period in told.periods if names_others((period,), named)]
    in_doubt = any(names_others(told.periods, title) for title in told.titles)
    if strange or in_doubt:
        yield _otherwise(told, named, (strange or told.periods)[0])
    elif told.requirement.sums_up:
        yield from _check_rows(told)


def _workbook(told: _Told, others: list[SheetFacts]) -> Finding:
    period = told.periods[0]
    filled = [sheet for sheet in told.sheets if sheet.periods]
    named = periods_named([name for sheet in filled for name in sheet.periods], period)
    kind = Kind.INVALID if told.requirement.sums_up else Kind.NOTICE
    return told.finding(
        "workbook-of-periods",
        kind,
        period,
        found=len(filled),
        first=named[0],
        last=named[-1],
        other=others[0].name,
        owed=told.requirement.id,
    )


def _otherwise(told: _Told, named: frozenset[str], period: Period) -> Finding:
    """Certain where neither titles nor anything else names a period that it is entered for.

    Never for a year: reports on one come in the next, and budgets are spent after theirs. Where the
    days of all rows agree with the titles, nothing else counts: contract `4/2568` is no month.
    """
    days = {name for sheet in told.sheets for rows in sheet.dated for name in rows.months}
    anywhere = named if days and days <= named else named | told.whole
    is_certain = not any(
        entered.months == _YEAR or is_touched(entered, anywhere) for entered in told.periods
    )
    kind = Kind.INVALID if is_certain and told.requirement.sums_up else Kind.NOTICE
    others = [name for name in named if not is_touched(period, (name,))]
    return told.finding("period-named-otherwise", kind, period, named=periods_named(others, period))


def _check_rows(told: _Told) -> Iterator[Finding]:
    """Rows whose days all lie outside of the periods. A contract may be of the month after."""
    allowed = {month for period in told.periods for month in _months_and_next(period)}
    dated = [(sheet, rows) for sheet in told.sheets for rows in sheet.dated]
    outside = [(sheet, rows) for sheet, rows in dated if not allowed & set(rows.months)]
    count = sum(rows.count for _, rows in outside)
    total = sum(rows.count for _, rows in dated)
    if not count or _LEAST_SHARE * count < total:
        return
    sheet, rows = outside[0]
    yield told.finding(
        "rows-of-other-periods",
        Kind.NOTICE,
        told.periods[0],
        found=count,
        total=total,
        row=TableFault("", sheet.name, rows.first),
        other=periods_named(rows.months[:1], told.periods[0])[0],
    )


def _months_and_next(period: Period) -> set[str]:
    """The months of a period and the one after it, as days begin."""
    months = range(period.start.month - 1, period.start.month + period.months)
    return {f"{period.start.year + month // 12}-{month % 12 + 1:02}" for month in months}


# Offices


def _check_office(told: _Told, own: str) -> Iterator[Finding]:
    """Titles that name other district offices and not the own one; a sample is invented."""
    if not own or told.evidence.sample or not told.offices:
        return
    if any(office.startswith(own) for office in told.offices):
        return
    is_certain = bool(told.sheets) and told.requirement.sums_up
    kind = Kind.INVALID if is_certain else Kind.NOTICE
    period = told.periods[0] if told.periods else None
    yield told.finding("office-named-otherwise", kind, period, found=told.offices[0], expected=own)
