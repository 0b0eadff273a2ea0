"""Where Git is the witness, an old day gains nothing, and is only pointed out."""

import pytest

from helpers.changes import (
    Sent,
    confirm,
    with_announcement,
    with_february,
    without_february,
)
from helpers.edits import O3, ROUND, both
from helpers.support import Edit, replace
from oit.findings import Kind

WITNESSED = replace(ROUND, "days_after_period:", "witness: git\ndays_after_period:")
STALE = replace(O3, "updated: 2025-04-11", "updated: 2024-12-20")


@pytest.mark.parametrize(
    ("before", "change"),
    [
        (without_february, with_february("2025-03-10")),
        (both(), with_announcement("2025-04-01")),
        (STALE, confirm(O3, "evidence:", "2025-04-10")),
    ],
)
def test_an_old_day_is_a_notice_with_both_days(before: Edit, change: Edit, sent: Sent) -> None:
    """It counts from the day on which it comes in, so nobody is refused for it."""
    verdict = sent(both(WITNESSED, before), change)
    told = [finding for finding in verdict.notices if finding.rule == "recorded-late"]
    assert [finding.kind for finding in told] == [Kind.NOTICE]
    assert str(told[0].params["expected"]) == "2025-04-30"
    assert "back-dated" not in [finding.rule for finding in verdict.failing]
