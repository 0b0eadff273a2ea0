"""The record that somebody is about to change: found by what they gave, asked for otherwise."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from oit.assessment.assess import assess
from oit.assessment.result import Assessment
from oit.commands.entry.prompts import DIVISION, ITEM, PERIOD, REQUIREMENT, settle
from oit.commands.options import could_not_run
from oit.editing.choices import (
    RECORD,
    item_choices,
    owing_period,
    period_choices,
    pick,
    pick_period,
    requirement_choices,
    unit_choices,
    unit_of,
)
from oit.evidence.inspect import Inspect
from oit.model.mandate import MandateItem, Requirement
from oit.periods import Period
from oit.records.load import load_site
from oit.records.site import Bundle, Round, Unit
from oit.system.environment import Environment, read_environment
from oit.wording.vocabulary import Vocabulary, vocabulary_of


@dataclass(frozen=True, slots=True)
class Given:
    """What was given on the command line; `None` where nothing was."""

    item: str | None
    period: str | None = None
    requirement: str | None = None
    division: str | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """An item of a round, and its folder."""

    round: Round
    item: MandateItem
    bundle: Bundle


@dataclass(frozen=True, slots=True)
class Desk:
    """The site as it is, judged today."""

    root: Path
    environment: Environment
    inspect: Inspect
    before: Assessment

    @classmethod
    def at(cls, root: Path, inspect: Inspect) -> Self:
        """The site in a folder. Raises `SettingError`."""
        environment = read_environment()
        before = assess(load_site(root, inspect=inspect), environment.today)
        return cls(root, environment, inspect, before)

    @property
    def vocabulary(self) -> Vocabulary:
        """The names of what is there."""
        return vocabulary_of(self.before.site)

    def place(self, given: Given) -> Target:
        """The item that is meant, in the round that is meant."""
        round_ = self._round(given)
        chosen = settle(given.item, item_choices(round_.mandate), ITEM)
        item, bundle = round_.mandated(chosen.id), round_.bundles.get(chosen.id)
        if item is None or bundle is None or not bundle.units:
            could_not_run(
                f"ยังไม่มีข้อมูลรายการของข้อ {chosen.id} ที่อ่านได้ โปรดเรียก oit check เพื่อดูวิธีแก้ไข\n"
                f"[EN] There is no readable record of {chosen.id}; see oit check."
            )
        return Target(round_, item, bundle)

    def _round(self, given: Given) -> Round:
        """The round of the year, of the period, or the newest that has opened."""
        rounds = [one.contents for one in reversed(self.before.rounds)]
        if given.year:
            rounds = [one for one in rounds if one.fiscal_year == given.year]
        elif newest := self.before.newest_opened:
            rounds.sort(key=lambda one: one is not newest.contents)
        if not rounds:
            could_not_run("ไม่พบรอบปีงบประมาณที่ระบุ\n[EN] There is no such round.")
        holding = (one for one in rounds if _has_period(one, given))
        return next(holding, rounds[0])

    def requirement(
        self, place: Target, given: Given, fits: Callable[[Requirement], bool]
    ) -> Requirement:
        """The requirement that is given, or the only one that fits what is given."""
        fitting = [one for one in place.item.requirements if fits(one)]
        if given.requirement is None and given.period is not None:
            owing = [one for one in fitting if one.periods]
            fitting = owing_period(owing, given.period) or owing or fitting
        chosen = settle(given.requirement, requirement_choices(fitting), REQUIREMENT)
        return next(one for one in fitting if one.id == chosen.id)

    def period(self, place: Target, requirement: Requirement, given: Given) -> Period | None:
        """The period that is meant, `None` for a requirement without periods."""
        if not requirement.periods:
            if given.period:
                could_not_run(
                    f"องค์ประกอบ “{requirement.label_th}” ของข้อ {place.item.item} ไม่แบ่งเป็นงวด "
                    "โปรดเรียกใหม่โดยไม่ระบุงวด\n[EN] It has no periods; leave out --period."
                )
            return None
        if given.period and (found := pick_period(given.period, requirement)):
            return found
        chosen = settle(given.period, period_choices(requirement.periods), PERIOD)
        return next(one for one in requirement.periods if str(one) == chosen.id)

    def unit(self, place: Target, given: Given, *, is_of_record: bool) -> Unit:
        """The record where that is clear (`is_of_record`), else the record or part chosen."""
        choices = unit_choices(place.bundle, place.item, self.vocabulary)
        named = given.division
        if named is None and is_of_record and place.bundle.record():
            named = RECORD
        elif named is not None and not pick(named, choices):
            named = RECORD if self._is_lead(named, place.item) else named
        unit = unit_of(place.bundle, settle(named, choices, DIVISION))
        if unit is None:
            raise LookupError("what is offered is there")
        return unit

    def _is_lead(self, named: str, item: MandateItem) -> bool:
        """Whether the division that leads an item is meant, which has no part of its own."""
        known = self.before.site.divisions
        return any(named in (one.id, one.name_th) and one.id == item.lead for one in known)


def _has_period(round_: Round, given: Given) -> bool:
    chosen = pick(given.item, item_choices(round_.mandate)) if given.item else None
    item = round_.mandated(chosen.id) if chosen else None
    return bool(item and given.period and owing_period(item.requirements, given.period))
