"""`oit none`: states that there was nothing to disclose, and why."""

from pathlib import Path

import click

from oit.commands.entry.prompts import REASON, words
from oit.commands.entry.selection import Desk, Given
from oit.commands.entry.transaction import Draft, enter, proposed, whole
from oit.commands.options import (
    could_not_run,
    explained,
    for_option,
    item_argument,
    period_option,
    root_option,
    where_options,
)
from oit.editing.record_edit import evidence_for, title_of, with_evidence
from oit.model.mandate import MandateItem, Requirement
from oit.model.record import NoneEvidence, Part, Record
from oit.periods import Period
from oit.system.evidence_cache import EvidenceInspector, cache_folder


@click.command("none")
@item_argument
@click.argument("reason", required=False)
@period_option
@for_option
@where_options
@root_option
@explained
def none(
    root: Path,
    item: str | None,
    reason: str | None,
    period: str | None,
    requirement: str | None,
    division: str | None,
    year: int | None,
) -> None:
    """ระบุว่าไม่มีรายการในงวดนี้ เช่น oit none O15 --period 2026-12 "ไม่มีการจัดซื้อ" (state a none)."""
    given = Given(item, period, requirement, division, year)
    with EvidenceInspector.remembering(cache_folder()) as inspect:
        _state(Desk.at(root, inspect), given, reason)


def _state(desk: Desk, given: Given, reason: str | None) -> None:
    place = desk.place(given)
    _see_that_it_may_be_none(place.item)
    owed = desk.requirement(place, given, lambda one: one.may_be_none)
    when = desk.period(place, owed, given)
    unit = desk.unit(place, given, is_of_record=not owed.by_division)
    disclosed = whole(desk, unit)
    _see_that_it_is_empty(disclosed, owed, when)
    today = desk.environment.today.day
    values = {"kind": "none", "for": owed.id, "periods": [when] if when else None}
    stated = {**values, "reason": words(reason, REASON), "published": today}
    evidence = NoneEvidence.model_validate({name: one for name, one in stated.items() if one})
    draft = Draft(unit, with_evidence(disclosed, evidence, today), {})
    after = proposed(desk, place, draft)
    what = f"ข้อ {place.item.item} ไม่มีรายการ: {title_of(owed, when)}"
    enter(desk, place, draft, after, what)


def _see_that_it_may_be_none(item: MandateItem) -> None:
    if not any(one.may_be_none for one in item.requirements):
        could_not_run(
            f"ข้อ {item.item} ต้องมีหลักฐานเสมอ จึงระบุว่าไม่มีรายการไม่ได้ โปรดเผยแพร่ไฟล์ด้วย oit add\n"
            f"[EN] {item.item} always needs evidence; nothing of it may be stated as none."
        )


def _see_that_it_is_empty(disclosed: Record | Part, owed: Requirement, when: Period | None) -> None:
    if there := evidence_for(disclosed, owed, when):
        titles = "\n".join(f"  - {one.title}" for one in there)
        could_not_run(
            f"{title_of(owed, when)} มีหลักฐานอยู่แล้ว จึงระบุว่าไม่มีรายการไม่ได้\n{titles}\n"
            "[EN] There is evidence of it already, so it cannot be stated as none."
        )
