"""What must hold of whole items, for any dates: work never hurts, and time never helps."""

import random
import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from helpers.broken import BROKEN
from helpers.support import SITES, as_of, copy_site, judged
from oit.assessment.assess import assess
from oit.assessment.result import Assessment, Today
from oit.assessment.statuses import Status
from oit.editing.yaml_text import to_yaml
from oit.model.record import Evidence, FileEvidence, NoneEvidence, Review, UrlEvidence
from oit.periods import Period
from oit.records.load import load_site
from oit.records.site import Bundle, Site, Unit
from oit.records.strict_yaml import parse_record

SITE = load_site(SITES / "current")
OPENS, CLOSES = date(2024, 10, 1), date(2025, 4, 30)
ROUND = SITE.rounds[0]
NAMES = [item.item for item in ROUND.mandate.items]
RANK = {
    status: number
    for number, status in enumerate(
        [
            Status.INVALID,
            Status.INCOMPLETE,
            Status.STALE,
            Status.PENDING,
        ]
    )
}
"""The four ways not to be in order, the worst first; `due`, `current`, `complete` are in order."""

days = st.dates(OPENS, CLOSES)
items = st.sampled_from(NAMES)
erased = st.sets(st.integers(0, 4))


def rank(assessment: Assessment, name: str) -> int:
    one = next(item for item in assessment.rounds[0].items if item.id == name)
    return RANK.get(one.status, len(RANK))


def with_unit(site: Site, unit: Unit, **disclosed: Any) -> Site:
    """The site with something else in one of its records or parts."""
    (round_,) = site.rounds
    bundle = next(value for value in round_.bundles.values() if unit in value.units)
    count = len(disclosed.get("evidence", unit.disclosed.evidence))
    changed = replace(
        unit,
        disclosed=unit.disclosed.model_copy(update=disclosed),
        evidence_numbers=tuple(range(count)),
    )
    units = tuple(changed if one is unit else one for one in bundle.units)
    bundles: dict[str, Bundle] = {**round_.bundles, bundle.item: replace(bundle, units=units)}
    return replace(site, rounds=(replace(round_, bundles=bundles),))


def units_of(site: Site, name: str) -> tuple[Unit, ...]:
    return site.rounds[0].bundles[name].units


def poorer(name: str, updated: date | None, gone: set[int]) -> Site:
    """The site with less evidence in an item, confirmed on another day."""
    site = SITE
    for number in range(len(units_of(SITE, name))):
        unit = units_of(site, name)[number]
        kept = [one for index, one in enumerate(unit.disclosed.evidence) if index not in gone]
        site = with_unit(site, unit, updated=updated, reviews=(), evidence=tuple(kept))
    return site


@given(items, st.none() | days, erased, days, days, st.integers(0, 1))
def test_confirming_never_makes_an_item_worse(
    name: str, updated: date | None, gone: set[int], on: date, day: date, which: int
) -> None:
    """A review more, of whatever day, in any of its units."""
    site = poorer(name, updated, gone)
    units = units_of(site, name)
    unit = units[which % len(units)]
    confirmed = with_unit(site, unit, reviews=(Review(date=on, by="หัวหน้าฝ่าย", note="ตรวจแล้ว"),))
    today = Today(day, is_set=True)
    assert rank(assess(confirmed, today), name) >= rank(assess(site, today), name)


@given(items, st.none() | days, erased, days, st.integers(1, 400))
def test_time_without_work_never_makes_an_item_better(
    name: str, updated: date | None, gone: set[int], day: date, passed: int
) -> None:
    """With nothing dated after a day, later days are no kinder, the closing included."""
    site = poorer(name, min(updated, day) if updated else None, gone)
    for unit in units_of(site, name):
        kept = [entry for entry in unit.disclosed.evidence if entry.published <= day]
        if len(kept) < len(unit.disclosed.evidence):
            site = with_unit(site, unit, evidence=tuple(kept))
    later = Today(day + timedelta(days=passed), is_set=True)
    now = Today(day, is_set=True)
    assert rank(assess(site, later), name) <= rank(assess(site, now), name)


@st.composite
def additions(draw: st.DrawFn) -> tuple[Unit, Evidence]:
    """Valid evidence of any kind, for any requirement, with the unit it belongs to."""
    item = draw(st.sampled_from(ROUND.mandate.items))
    requirement = draw(st.sampled_from(item.requirements))
    units = [one for one in units_of(SITE, item.item) if bool(one.division) == item.by_division]
    chosen: tuple[Period, ...] = ()
    if requirement.periods:
        chosen = (draw(st.sampled_from(requirement.periods)),)
    first = chosen[0].start if chosen else OPENS
    common: dict[str, Any] = {
        "for": requirement.id,
        "periods": chosen,
        "published": draw(st.dates(first, max(first, CLOSES))),
    }
    kinds: list[Evidence] = [
        UrlEvidence(kind="url", title="ก", url="https://example.go.th", **common)
    ]
    if requirement.may_be_none:
        kinds.append(NoneEvidence(kind="none", reason="ไม่มี", **common))
    unit = draw(st.sampled_from(units))
    # What stands for another period already would stand twice.
    files = [
        file
        for file in sorted(unit.named_files)
        if not any(
            entry.kind == "file" and entry.file == file and entry.periods != chosen
            for entry in unit.disclosed.evidence
            if entry.requirement == requirement.id
        )
    ]
    kinds.extend(FileEvidence(kind="file", title="ก", file=file, **common) for file in files)
    return unit, draw(st.sampled_from(kinds))


@given(additions(), days)
def test_adding_valid_evidence_never_creates_a_finding(
    added: tuple[Unit, Evidence], day: date
) -> None:
    """Neither of another item nor of its own, on any day."""
    unit, evidence = added
    richer = with_unit(SITE, unit, evidence=(*unit.disclosed.evidence, evidence))
    today = Today(day, is_set=True)
    before = {finding.identity for finding in assess(SITE, today).findings}
    assert {finding.identity for finding in assess(richer, today).findings} <= before


def shuffled(value: Any, order: random.Random) -> Any:
    """The same values, with the keys of every mapping in another order."""
    if isinstance(value, dict):
        keys = list(value)
        order.shuffle(keys)
        return {key: shuffled(value[key], order) for key in keys}
    return [shuffled(one, order) for one in value] if isinstance(value, list) else value


@settings(max_examples=20)  # each copies a site
@given(
    st.randoms(use_true_random=False),
    st.sampled_from(["stale", "missing", "date-buddhist", "never-confirmed"]),
)
def test_the_order_of_keys_and_of_files_changes_nothing(order: random.Random, broken: str) -> None:
    """Written in another order, and in files made in another order, it is the same disclosure."""
    with tempfile.TemporaryDirectory() as name:
        site = copy_site("current", Path(name))
        BROKEN[broken](site)
        today = as_of("2025-04-30")
        expected = judged(site, today)
        files = sorted((site / "oit_items").rglob("*.md"))
        order.shuffle(files)
        for file in files:
            document = parse_record(file.read_text("utf-8"))
            front = to_yaml(shuffled(document.values, order))
            file.unlink()
            file.write_text(f"---\n{front}---\n{document.body}", "utf-8")
        found = judged(site, today)
        assert [finding.identity for finding in found.findings] == [
            finding.identity for finding in expected.findings
        ]
        assert [(item.status, item.due_on) for item in found.rounds[0].items] == [
            (item.status, item.due_on) for item in expected.rounds[0].items
        ]
