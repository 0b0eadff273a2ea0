"""The events of evidence: that it was published, recorded, replaced, removed, withdrawn.

Of what stands no more, nothing is told that a person wrote: nobody looks at it again. Of what was
withdrawn for what it showed, not even its hash is told.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import TypeAlias

from msgspec import Struct

from oit.assessment.cells import Disclosure
from oit.assessment.lifetimes import EntryLife, Lifetimes
from oit.assessment.result import RoundAssessment
from oit.contract.addresses import absolute, item_path
from oit.contract.events import EventEntry
from oit.model.record import Replaced
from oit.model.withdrawals import FILLED_NOTHING, Withdrawal
from oit.outputs.api.event_entries import Happening, recorded_event
from oit.outputs.evidence_files import evidence_path, version_paths
from oit.outputs.publication import Publication
from oit.periods import Period

_Cell: TypeAlias = tuple[str, str | None, str, Period | None]
"""Item, division of the record or part, requirement and period."""


class EvidenceEvents(Struct, frozen=True, dict=True):
    """What happened to the evidence of a round."""

    round_: RoundAssessment
    lifetimes: Lifetimes
    publication: Publication

    def all(self) -> Iterator[Happening]:
        """Every event, entry by entry."""
        for life in self.lifetimes.entries:
            published = self._published(life)
            yield Happening(life.since or life.counting.claimed, published)
            yield from recorded_event(published)
            if life.until and life.withdrawal is None:
                yield self._ended(life, life.until)
            yield from self._told_by_the_entry(life)
        for withdrawal in self.round_.contents.withdrawals:
            yield from self._withdrawn(withdrawal)

    def _published(self, life: EntryLife) -> EventEntry:
        counting, shown = life.counting, life.disclosure if life.rule is None else None
        due_on = self._deadlines.get(_owed(life)) or self._deadlines.get(_owed_by_all(life))
        day = counting.counts_from
        return _about(life).model_copy(
            update={
                "title": shown.evidence.title if shown else None,
                "url": self._address(life.key.item, shown) if shown else self._kept(life),
                "published": life.published,
                "claimed": counting.claimed,
                "recorded": counting.recorded if life.is_recorded or not life.rule else None,
                "counts_from": day,
                "witness": counting.witness,
                "since": life.since,
                "until": life.until,
                "void_from": life.void_from,
                "due_on": due_on,
                "days_late": max(0, (day - due_on).days) if due_on else None,
                "rule": life.rule,
                "why": life.withdrawal.why.value if life.withdrawal else None,
            }
        )

    @cached_property
    def _deadlines(self) -> Mapping[_Cell, date]:
        return {
            (item.id, cell.division, cell.requirement.id, cell.period): cell.due_on
            for item in self.round_.items
            for cell in item.cells
        }

    def _address(self, item: str, shown: Disclosure) -> str | None:
        mandated = self.round_.mandate.find(item)
        if mandated is None:
            return None
        path = evidence_path(shown, item_path(self.round_.fiscal_year, mandated))
        is_own = path is not None and "://" not in path
        return absolute(self.publication.site_url, path) if path and is_own else path

    def _ended(self, life: EntryLife, until: date) -> Happening:
        """That another took its place on the day on which it went, or none."""
        begun = self._begun.get((_owed(life), until), ())
        successor = next((each for each in begun if each.key != life.key), None)
        if successor is None:
            told: dict[str, object] = {"event": "removed"}
        else:
            digest = None if successor.is_concealed else successor.digest
            reason = _reason(successor, life.digest)
            told = {"event": "replaced", "replaced_by": digest, "note": reason}
        told |= {"day": until, "url": self._kept(life)}
        return Happening(until, _about(life).model_copy(update=told))

    def _kept(self, life: EntryLife) -> str | None:
        """Where an earlier version of a file is kept."""
        path = self._paths.get((life.key.item, life.digest))
        return absolute(self.publication.site_url, path) if path and life.until else None

    @cached_property
    def _paths(self) -> Mapping[tuple[str, str | None], str]:
        paths = version_paths(self.round_)
        return {(item, sha256): path for (item, _, sha256), path in paths.items()}

    @cached_property
    def _begun(self) -> Mapping[tuple[_Cell, date | None], list[EntryLife]]:
        """What began to stand in a cell on a day."""
        found: defaultdict[tuple[_Cell, date | None], list[EntryLife]] = defaultdict(list)
        for life in self.lifetimes.entries:
            found[_owed(life), life.since].append(life)
        return found

    def _told_by_the_entry(self, life: EntryLife) -> Iterator[Happening]:
        """What an entry says that it took the place of, where no history does."""
        if self.round_.policy.is_witnessed or life.disclosure is None:
            return
        for replaced in life.disclosure.evidence.replaces:
            if (life.key.item, replaced.sha256) not in self._concealed:
                yield Happening(replaced.on, _replacement(replaced, life))

    @cached_property
    def _concealed(self) -> frozenset[tuple[str, str]]:
        told = self.round_.contents.withdrawals
        return frozenset(
            (each.item, each.sha256) for each in told if each.why not in FILLED_NOTHING
        )

    def _withdrawn(self, withdrawal: Withdrawal) -> Iterator[Happening]:
        mandate = self.round_.mandate
        by_period = mandate.is_by_period(withdrawal.item, withdrawal.requirement)
        for period in (by_period and withdrawal.periods) or (None,):
            event = EventEntry(
                id="",
                day=withdrawal.day,
                event="withdrawn",
                item=withdrawal.item,
                requirement=withdrawal.requirement,
                period=str(period) if period else None,
                division=withdrawal.division,
                by=withdrawal.by,
                note=withdrawal.reason,
                why=withdrawal.why.value,
            )
            yield Happening(withdrawal.day, event)


def _owed(life: EntryLife) -> _Cell:
    return life.key.item, life.key.division, life.key.requirement, life.key.period


def _owed_by_all(life: EntryLife) -> _Cell:
    return life.key.item, None, life.key.requirement, life.key.period


def _about(life: EntryLife) -> EventEntry:
    """What every event tells of an entry."""
    key = life.key
    return EventEntry(
        id="",
        day=life.counting.counts_from,
        event="published",
        item=key.item,
        requirement=key.requirement,
        period=str(key.period) if key.period else None,
        division=key.division,
        kind=life.kind,
        sha256=None if life.is_concealed else life.digest,
        sample=life.sample,
    )


def _reason(successor: EntryLife, digest: str | None) -> str | None:
    """Why an entry took the place of a version, as it says itself."""
    replaces = successor.disclosure.evidence.replaces if successor.disclosure else ()
    return next((each.reason for each in replaces if digest and each.sha256 == digest), None)


def _replacement(replaced: Replaced, life: EntryLife) -> EventEntry:
    return _about(life).model_copy(
        update={
            "day": replaced.on,
            "event": "replaced",
            "sha256": replaced.sha256,
            "published": replaced.published,
            "note": replaced.reason,
            "replaced_by": life.digest if replaced.sha256 else None,
        }
    )
