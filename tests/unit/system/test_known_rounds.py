"""What is known of rounds counts as long as all that it follows from is the same."""

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from helpers.caches import cache_in
from oit.assessment.known_rounds import KnownItem, KnownRound
from oit.assessment.part import Part
from oit.assessment.result import Today
from oit.system.git_objects import Entry
from oit.system.known_rounds import KnownRounds

DAY = date(2026, 4, 28)
OLD, NEW = "oit_items/2568", "oit_items/2569"
FILES = (
    "mkdocs.yml",
    "oit_items/divisions.yml",
    *(f"{folder}/{name}" for folder in (OLD, NEW) for name in ("round.yml", "O01/record.md")),
)


def entries(changed: str = "") -> tuple[Entry, ...]:
    """The files of a commit, one of them another."""
    return tuple(Entry("100644", "b" if path == changed else "a", path) for path in FILES)


def known(folder: str, day: date = DAY, *, is_lasting: bool = False) -> KnownRound:
    """A round of one item, of which nothing is told."""
    item = KnownItem(topic="purchases", is_told=False, has_figures=False, contents=("c",))
    return KnownRound(day, is_lasting, date(2025, 10, 1), (), {f"{folder}/O01": item})


@pytest.fixture
def rounds(tmp_path: Path) -> KnownRounds:
    """Two rounds, both of which are known; the older one is over."""
    rounds = KnownRounds(cache_in(tmp_path), entries(), {2568: "w", 2569: "w"}, Today(DAY))
    rounds.keep({OLD: known(OLD, is_lasting=True), NEW: known(NEW)})
    return rounds


def test_what_was_kept_is_known_again(rounds: KnownRounds) -> None:
    """Value by value."""
    assert rounds.read() == {OLD: known(OLD, is_lasting=True), NEW: known(NEW)}


@pytest.mark.parametrize(
    ("day", "expected"), [(27, set()), (28, {OLD, NEW}), (29, {OLD})], ids=["before", "on", "after"]
)
def test_only_a_round_that_is_over_is_known_on_a_later_day(
    rounds: KnownRounds, day: int, expected: set[str]
) -> None:
    """In one that is open something may have become late; on an earlier day none was over."""
    assert {*replace(rounds, today=Today(date(2026, 4, day))).read()} == expected


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ("mkdocs.yml", set()),
        ("oit_items/divisions.yml", set()),
        (f"{NEW}/round.yml", set()),
        (f"{NEW}/O01/record.md", {OLD}),
        (f"{OLD}/O01/record.md", set()),
    ],
)
def test_a_round_is_unknown_once_what_it_follows_from_is_another(
    rounds: KnownRounds, changed: str, expected: set[str]
) -> None:
    """A later round may repeat an earlier one; and the policy of one decides which is newest."""
    assert {*replace(rounds, entries=entries(changed)).read()} == expected


def test_another_history_is_another_round(rounds: KnownRounds) -> None:
    """From when something counts is the history's to say."""
    assert {*replace(rounds, witnessed={2568: "w", 2569: "x"}).read()} == {OLD}


def test_a_set_day_is_not_the_day_that_is(rounds: KnownRounds) -> None:
    """By one that is set, what was written later is no fault."""
    assert rounds.read()
    assert replace(rounds, today=Today(DAY, is_set=True)).read() == {}


def test_a_part_reads_the_touched_item_and_rounds_that_are_not_over() -> None:
    """Of a round that is over nothing, unless an item is compared with it."""
    part = Part.around({f"{NEW}/O01"}, {OLD: known(OLD, is_lasting=True), NEW: known(NEW)})
    assert part.reads(f"{NEW}/O01/record.md")
    assert part.reads(f"{NEW}/round.yml")
    assert not part.reads(f"{OLD}/round.yml")
    compared = part.comparing(frozenset({f"{OLD}/O01"}))
    assert compared.reads(f"{OLD}/round.yml")
    assert compared.reads(f"{OLD}/O01/record.md")
    assert part.reads("docs/index.md")


def test_an_item_of_a_later_round_on_the_topic_counts_too() -> None:
    """It may repeat what the change discloses."""
    part = Part.around({f"{OLD}/O01"}, {OLD: known(OLD), NEW: known(NEW)})
    assert part.counted == {f"{OLD}/O01", f"{NEW}/O01"}


def test_later_rounds_are_read_where_the_touched_item_was_not_known() -> None:
    """Nobody knows of which topic it is."""
    part = Part.around({f"{OLD}/O02"}, {OLD: known(OLD), NEW: known(NEW)})
    assert {*part.known} == {OLD}
    assert part.reads(f"{NEW}/O05/record.md")
