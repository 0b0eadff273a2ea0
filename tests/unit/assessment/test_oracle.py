"""An oracle, written from the design's words alone, agrees on every day of the sample round."""

from datetime import timedelta

import pytest

from helpers.oracle import Oracle
from helpers.support import SAMPLE
from oit.assessment.assess import assess
from oit.assessment.result import Today
from oit.records.load import load_site

pytestmark = pytest.mark.slow


def test_an_independent_oracle_agrees_with_every_status_and_due_date_on_every_day() -> None:
    """From the opening of the round to a week after its closing, all 22 items."""
    site = load_site(SAMPLE)
    oracle = Oracle(SAMPLE / "oit_items/2568")
    day = oracle.round["opens"]
    while day <= oracle.round["closes"] + timedelta(days=7):
        (round_,) = assess(site, Today(day, is_set=True)).rounds
        ours = {item.id: (item.status.value, item.due_on) for item in round_.items}
        assert ours == oracle.verdicts(day), day
        day += timedelta(days=1)
