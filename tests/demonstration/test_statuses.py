"""The shipped round is judged as version 0.1 judged it, on every day.

`tests/sites/version-0.1/statuses.json` was written by that version: for each item its status and
next deadline, for each cell its state, deadline and whether it is owed, from each day on which one
of them changes.
"""

import json
from datetime import date

import pytest

from helpers.judged_days import Changes, judged_days, statuses
from helpers.support import ROOT, SITES

FIRST, LAST = date(2024, 10, 1), date(2025, 5, 2)


@pytest.fixture(scope="module")
def before() -> dict[str, Changes]:
    """What version 0.1 said."""
    text = (SITES / "version-0.1/statuses.json").read_text("utf-8")
    return {kind: dict(changes) for kind, changes in json.loads(text).items()}


@pytest.fixture(scope="module")
def now() -> dict[str, Changes]:
    """What the present version says."""
    return judged_days(ROOT, FIRST, LAST)


def test_all_statuses_are_the_same_on_every_day(
    before: dict[str, Changes], now: dict[str, Changes]
) -> None:
    """22 items, from the opening of the round to two days after its closing."""
    assert len(before["items"]) == 22
    assert statuses(now["items"]) == statuses(before["items"])


def test_only_cells_that_this_round_cannot_ask_for_are_gone(
    before: dict[str, Changes], now: dict[str, Changes]
) -> None:
    """Their periods end too late for a round that closes in April; the others are as they were."""
    gone = before["cells"].keys() - now["cells"].keys()
    months = [f"2025-{month:02d}" for month in range(4, 10)]
    assert gone == {
        *(f"O4/activity-news/{month}" for month in months),
        *(f"O17/statistics/{month}" for month in months),
        *(f"O9/tax-statistics/FY2568-{quarter}" for quarter in ("Q3", "Q4")),
    }
    assert differing(before["cells"], now["cells"]) == gone


def test_where_such_a_cell_was_next_the_next_confirmation_is(
    before: dict[str, Changes], now: dict[str, Changes]
) -> None:
    """From the day in April on which March was published; no other deadline moves."""
    assert differing(before["items"], now["items"]) == {"O4", "O9", "O17"}
    for item, day, was, is_now in (
        ("O4", "2025-04-09", "2025-05-15", "2025-06-16"),
        ("O17", "2025-04-09", "2025-05-15", "2025-06-16"),
        ("O9", "2025-04-10", "2025-07-15", "2025-10-15"),
    ):
        [before_it] = [change for change in before["items"][item] if change[2] == was]
        assert before_it == [day, "current", was]
        as_it_is = [day, "current", is_now]
        expected = [as_it_is if change == before_it else change for change in before["items"][item]]
        assert now["items"][item] == expected


def differing(before: Changes, now: Changes) -> set[str]:
    return {name for name in before.keys() | now.keys() if before.get(name) != now.get(name)}
