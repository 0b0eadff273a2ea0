"""From when to when everything in a round stood: what is there now, and what its history had.

Without a history only what is there now is known, from the day that it names.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from oit.assessment.cells import Disclosure
from oit.assessment.lifetimes import ConfirmationLife, EntryLife, Lifetimes, UnitLife
from oit.assessment.recorded import content_in
from oit.assessment.result import RoundAssessment
from oit.assessment.taken_off import TakenOff
from oit.findings import FAULTY, Finding
from oit.model.record import Record, Review
from oit.periods import Frequency
from oit.records.site import Bundle, Round, Unit
from oit.records.witness import ConfirmationKey, EntryKey, Key, Span, UnitKey, Witness


def lifetimes_of(round_: RoundAssessment, today: date) -> Lifetimes:
    """From when to when everything in a round stood, as is known on a day."""
    history = _History(round_.contents.witness or Witness(), today)
    entries = tuple(_entries(round_, history))
    purged = _taken_off(round_).purged({life.key for life in entries}, round_.mandate)
    return Lifetimes(
        entries=(*entries, *purged),
        confirmations=tuple(_confirmations(round_, history)),
        units=tuple(_units(round_, history)),
    )


class _History(Struct, frozen=True):
    witness: Witness
    today: date

    def keys(self, current: Iterable[Key]) -> Iterable[Key]:
        """All that was ever there, in the order of the history, then what it does not know."""
        return dict.fromkeys((*self.witness.spans, *current))

    def past(self, key: Key, *, is_there: bool) -> Sequence[Span]:
        """The times of something that are over; what is not there any more ended today."""
        spans = self.witness.spans.get(key, [])
        if not spans or spans[-1].until:
            return spans
        return spans[:-1] if is_there else [*spans[:-1], replace(spans[-1], until=self.today)]

    def present(self, key: Key) -> date | None:
        """Since when something has been there: today where the main branch does not hold it yet."""
        if not self.witness.spans:
            return None
        spans = self.witness.spans.get(key, [])
        return spans[-1].since if spans and spans[-1].until is None else self.today


# Entries


def _entries(round_: RoundAssessment, history: _History) -> Iterator[EntryLife]:
    """Every entry in every cell, past and present."""
    current, rules, taken_off = _current(round_), _rules(round_), _taken_off(round_)
    for key in _of_cells(history.keys(current), round_):
        past = history.past(key, is_there=key in current)
        ended = max((span.until for span in past if span.until), default=None)
        about = taken_off.about(key, ended)
        for span in past:
            counting = round_.recordings.entries[key]
            yield about.life(key, counting, span.since, span.until, sample=span.sample)
        for entry in current.get(key, ()):
            since, sample = history.present(key), entry.evidence.sample
            life = about.life(key, entry.counting, since, None, sample=sample)
            rule = rules.get((entry.unit.place.file, entry.number))
            is_recorded = key in history.witness.spans
            yield replace(life, disclosure=entry, rule=rule, is_recorded=is_recorded)


def _current(round_: RoundAssessment) -> dict[EntryKey, list[Disclosure]]:
    """The entries as they are now, by what they disclose and for which cell."""
    found: defaultdict[EntryKey, list[Disclosure]] = defaultdict(list)
    for bundle, unit in _units_of(round_.contents):
        for number, evidence in unit.numbered():
            content = content_in(evidence, unit, bundle) or ""
            for period in (None, *evidence.periods):
                counting = round_.recordings.of_entry(evidence, unit, bundle, period)
                key = EntryKey(bundle.item, unit.division, evidence.requirement, period, content)
                found[key].append(Disclosure(unit, number, evidence, counting))
    return dict(found)


def _rules(round_: RoundAssessment) -> dict[tuple[str, int], str]:
    """The rule of the first finding for which an entry fills nothing, by file and index."""
    told = [each for item in round_.items for found in item.findings for each in _each(found)]
    found: dict[tuple[str, int], str] = {}
    for finding in told:
        match finding.field:
            case ("evidence", int(number), *_) if finding.kind in FAULTY:
                found.setdefault((finding.file, number), finding.rule)
    return found


def _each(finding: Finding) -> Iterator[Finding]:
    yield finding
    yield from finding.repeated


def _of_cells(keys: Iterable[Key], round_: RoundAssessment) -> Iterator[EntryKey]:
    """Those of cells: by period where a requirement is owed by period, else of any period.

    An entry that names no period of such a requirement is there once, without one.
    """
    entries = [key for key in keys if isinstance(key, EntryKey)]
    named = {replace(key, period=None) for key in entries if key.period}
    for key in entries:
        is_by_period = round_.mandate.is_by_period(key.item, key.requirement)
        if bool(key.period) == (is_by_period and (key.period is not None or key in named)):
            yield key


def _taken_off(round_: RoundAssessment) -> TakenOff:
    return TakenOff(round_.contents.withdrawals, round_.contents.ledger)


# Confirmations and units


def _confirmations(round_: RoundAssessment, history: _History) -> Iterator[ConfirmationLife]:
    """Every `updated` and every review, past and present."""
    current = dict.fromkeys(_confirming(round_.contents))
    for key in history.keys(current):
        if isinstance(key, ConfirmationKey):
            counting = round_.recordings.of_confirmation(key.item, key.division, key.confirmed)
            for span in history.past(key, is_there=key in current):
                yield ConfirmationLife(
                    key=key, counting=counting, since=span.since, until=span.until
                )
            if key in current:
                since = history.present(key)
                yield ConfirmationLife(key=key, counting=counting, since=since, until=None)


def _confirming(round_: Round) -> Iterator[ConfirmationKey]:
    for bundle, unit in _units_of(round_):
        confirmed: tuple[date | Review, ...] = unit.disclosed.reviews
        if unit.disclosed.updated:
            confirmed = (unit.disclosed.updated, *confirmed)
        for each in confirmed:
            yield ConfirmationKey(bundle.item, unit.division, each)


def _units(round_: RoundAssessment, history: _History) -> Iterator[UnitLife]:
    """Every record with what it promises and every part, past and present."""
    current = dict.fromkeys(
        UnitKey(bundle.item, unit.division, _frequency(unit))
        for bundle, unit in _units_of(round_.contents)
    )
    for key in history.keys(current):
        if isinstance(key, UnitKey):
            for span in history.past(key, is_there=key in current):
                yield UnitLife(key=key, since=span.since, until=span.until)
            if key in current:
                yield UnitLife(key=key, since=history.present(key), until=None)


def _frequency(unit: Unit) -> Frequency | None:
    return unit.disclosed.frequency if isinstance(unit.disclosed, Record) else None


def _units_of(round_: Round) -> Iterator[tuple[Bundle, Unit]]:
    for bundle in round_.bundles.values():
        for unit in bundle.units:
            yield bundle, unit
