"""What must hold for any dates: work never hurts, and time never helps."""

import random
import tempfile
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.support import SAMPLE, SITES, as_of, copy_site, judged
from oit.assessment.basis import AssessmentBasis
from oit.assessment.confirmation import Confirmation, confirmation_of
from oit.model.record import Record
from oit.model.round import RoundPolicy
from oit.periods import Frequency
from oit.records.strict_yaml import parse_yaml

POLICY = RoundPolicy.model_validate(
    parse_yaml((SAMPLE / "oit_items/2568/round.yml").read_text("utf-8")).values
)
days = st.dates(date(2024, 9, 1), date(2025, 11, 30))
frequencies = st.sampled_from(list(Frequency))


def confirmation(
    updated: date, reviews: list[date], frequency: Frequency, day: date
) -> Confirmation:
    record = Record.model_validate(
        {
            "item": "O1",
            "owner": "admin",
            "frequency": frequency,
            "updated": updated,
            "reviews": [
                {"date": review, "by": "หัวหน้าฝ่าย", "note": "ไม่เปลี่ยนแปลง"} for review in reviews
            ],
        }
    )
    return confirmation_of(record, frequency, AssessmentBasis(day, POLICY, is_closed=False), ())


@given(days, st.lists(days, max_size=4), days, frequencies, days)
def test_confirming_never_makes_anything_worse(
    updated: date, reviews: list[date], added: date, frequency: Frequency, day: date
) -> None:
    """One review more: no earlier deadline, no more days overdue."""
    before = confirmation(updated, reviews, frequency, day)
    after = confirmation(updated, [*reviews, added], frequency, day)
    assert after.days_overdue(day) <= before.days_overdue(day)
    assert (after.deadline or date.max) >= (before.deadline or date.max)


@given(days, st.lists(days, max_size=4), frequencies, days, st.integers(1, 90))
def test_time_without_work_never_makes_anything_better(
    updated: date, reviews: list[date], frequency: Frequency, day: date, passed: int
) -> None:
    """With no date in between, what is overdue only grows."""
    updated = min(updated, day)
    reviews = [review for review in reviews if review <= day]
    later = day + timedelta(days=passed)
    before = confirmation(updated, reviews, frequency, day)
    after = confirmation(updated, reviews, frequency, later)
    assert after.deadline == before.deadline
    assert after.days_overdue(later) >= before.days_overdue(day)


@settings(max_examples=20)  # each copies a site
@given(
    st.randoms(use_true_random=False), st.sampled_from(["2025-01-20", "2025-03-18", "2025-04-30"])
)
def test_the_order_of_evidence_and_divisions_changes_no_verdict(
    order: random.Random, day: str
) -> None:
    """Permuting entries is not a change of what is disclosed."""
    expected = [
        (item.status, item.due_on) for item in judged(SITES / "current", as_of(day)).rounds[0].items
    ]
    with tempfile.TemporaryDirectory() as name:
        site = copy_site("current", Path(name))
        for file, mark in (
            ("oit_items/2568/O01/record.md", "  - kind:"),
            ("oit_items/divisions.yml", "  - id:"),
        ):
            path = site / file
            head, *entries = path.read_text("utf-8").split(mark)
            tail = ""
            if "\n---\n" in entries[-1]:
                entries[-1], tail = entries[-1].split("---\n", 1)
                tail = f"---\n{tail}"
            order.shuffle(entries)
            path.write_text(head + "".join(mark + entry for entry in entries) + tail, "utf-8")
        found = judged(site, as_of(day))
        assert not [finding for finding in found.findings if finding.kind == "invalid"]
        assert [(item.status, item.due_on) for item in found.rounds[0].items] == expected
