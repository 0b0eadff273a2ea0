"""Whatever is done to a record that brings nothing new, nothing of it becomes better."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from helpers.support import SITES
from oit.assessment.assess import assess
from oit.assessment.result import ItemAssessment, Today
from oit.assessment.statuses import Status
from oit.model.record import Record
from oit.records.load import load_site
from oit.records.past_versions import content_of
from oit.records.site import Bundle, Round, Site, Unit
from oit.records.witness import (
    BundleVersion,
    DocumentVersion,
    EntryVersion,
    FileVersion,
    witnesses,
)

SITE = load_site(SITES / "current")
(ROUND,) = SITE.rounds
BUNDLE = ROUND.bundles["O1"]
FIRST_DAY, LAST_DAY = date(2024, 11, 1), date(2025, 4, 30)
BEST_FIRST = [*("current", "complete", "due", "pending", "waived"), *("stale", "incomplete")]
days = st.dates(FIRST_DAY, LAST_DAY)


def unit() -> Unit:
    (found,) = BUNDLE.units
    return found


def with_record(bundle: Bundle, record: Record) -> Bundle:
    """The folder with another record; every entry keeps a number of its own."""
    numbers = tuple(range(len(record.evidence)))
    changed = replace(unit(), disclosed=record, evidence_numbers=numbers)
    return replace(bundle, units=(changed,))


def version_of(record: Record, day: date, *, is_first: bool) -> BundleVersion:
    """What Git would hold of a record that was recorded on a day."""
    entries = tuple(
        EntryVersion(
            requirement=entry.requirement,
            periods=entry.periods,
            published=entry.published,
            file=entry.file if entry.kind == "file" else None,
            content=content_of(entry, unit().text),
        )
        for entry in record.evidence
    )
    files = {name: FileVersion(facts.sha256, facts.bytes) for name, facts in BUNDLE.facts.items()}
    document = DocumentVersion(record.updated, record.reviews, entries)
    return BundleVersion(
        fiscal_year=2568,
        item="O1",
        recorded=day,
        is_first=is_first,
        documents={None: document},
        files=files,
    )


def original(draw: st.DrawFn) -> tuple[Record, date]:
    """A record whose entries name days of their own, and the day on which it was recorded."""
    record = unit().disclosed
    assert isinstance(record, Record)
    evidence = tuple(
        entry.model_copy(update={"published": max(draw(days), _period_start(entry))})
        for entry in record.evidence
    )
    updated = draw(days)
    changed = record.model_copy(update={"evidence": evidence, "updated": updated, "reviews": ()})
    return changed, draw(days)


def _period_start(entry: Any) -> date:
    return max((period.start for period in entry.periods), default=FIRST_DAY)


def changed_again(draw: st.DrawFn, record: Record, first: Record) -> Record:
    """Another date, title or place; an entry removed, or given again as it was at first."""
    entries = list(record.evidence)
    what = draw(st.sampled_from(["date", "title", "place", "removed", "restored"]))
    if what == "restored":
        missing = [entry for entry in first.evidence if entry.title not in _titles(entries)]
        entries += missing[:1]
    elif entries:
        index = draw(st.integers(0, len(entries) - 1))
        entry = entries.pop(index)
        if what == "date":
            moved = max(draw(days), _period_start(entry))
            entry = entry.model_copy(update={"published": moved})
        if what == "title" and entry.kind != "none":
            entry = entry.model_copy(update={"title": f"{entry.title} ฉบับใหม่"})
        if what != "removed":
            entries.insert(0 if what == "place" else index, entry)
    return record.model_copy(update={"evidence": tuple(entries)})


def _titles(entries: list[Any]) -> set[str]:
    return {entry.title for entry in entries}


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[tuple[Record, date]], date]:
    """Versions of a record with their days, none of which brings a content, and today."""
    first, day = original(draw)
    versions = [(first, day)]
    for _ in range(draw(st.integers(1, 4))):
        day = min(LAST_DAY, day + timedelta(days=draw(st.integers(0, 30))))
        versions.append((changed_again(draw, versions[-1][0], first), day))
    return versions, draw(st.dates(day, LAST_DAY))


def judged(record: Record, versions: list[tuple[Record, date]], today: date) -> ItemAssessment:
    """O1 as it is with a record, after the versions were recorded."""
    beginning = version_of(
        Record(item="O1", owner="finance", frequency="monthly"), FIRST_DAY, is_first=True
    )
    told = [beginning, *(version_of(kept, day, is_first=False) for kept, day in versions)]
    policy = ROUND.policy.model_copy(update={"witness": "git", "previous_results": None})
    round_: Round = replace(
        ROUND,
        policy=policy,
        bundles={**ROUND.bundles, "O1": with_record(BUNDLE, record)},
        witness=witnesses(told)[2568],
    )
    site: Site = replace(SITE, rounds=(round_,))
    (found,) = assess(site, Today(today, is_set=True)).rounds
    return next(item for item in found.items if item.id == "O1")


@given(histories())
def test_changes_that_bring_nothing_new_make_nothing_better(
    history: tuple[list[tuple[Record, date]], date],
) -> None:
    """No status improves, no empty cell is filled and no lateness shrinks."""
    versions, today = history
    before = judged(versions[0][0], versions[:1], today)
    after = judged(versions[-1][0], versions, today)
    if Status.INVALID not in (before.status, after.status):
        assert BEST_FIRST.index(after.status) >= BEST_FIRST.index(before.status)
    for was, cell in zip(before.cells, after.cells, strict=True):
        assert was.is_filled or not cell.is_filled
        assert not cell.is_filled or cell.days_late >= was.days_late


@given(histories())
def test_what_was_recorded_never_counts_before_its_day(
    history: tuple[list[tuple[Record, date]], date],
) -> None:
    """Nor more than seven working days before it was recorded."""
    versions, today = history
    item = judged(versions[-1][0], versions, today)
    calendar = ROUND.policy.calendar
    for cell in item.cells:
        for entry in cell.shown:
            counting = entry.counting
            assert counting.recorded is not None
            assert counting.counts_from >= counting.claimed
            in_time = calendar.working_days_after(counting.counts_from, 7)
            assert counting.recorded <= in_time


@given(histories())
def test_a_cell_that_keeps_something_keeps_its_day(
    history: tuple[list[tuple[Record, date]], date],
) -> None:
    """An honest office is never late for correcting what it gave in time."""
    versions, today = history
    before = judged(versions[0][0], versions[:1], today)
    after = judged(versions[-1][0], versions, today)
    for was, cell in zip(before.cells, after.cells, strict=True):
        if was.is_filled and cell.is_filled:
            assert cell.days_late == was.days_late
