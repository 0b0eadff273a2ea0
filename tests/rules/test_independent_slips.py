"""Several slips of one record, each by itself: all are told in one run, and nothing else."""

import tempfile
from collections import Counter
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from helpers.edits import O1, PUBLISHED, SUMMARY, UPDATED
from helpers.support import copy_site, judged, replace
from oit.assessment.statuses import Status

_SLIPS = (
    ("owner: finance", ("owner: accounting", "owner-unknown")),
    ("frequency: monthly", ("frequency: month", "frequency-unknown")),
    (UPDATED, ("updated: 2568-04-18", "date-buddhist")),
    (UPDATED, ("updated:2025-04-18", "yaml-space")),
    (UPDATED, ("updated 2025-04-18", "yaml-broken")),
    (UPDATED, ("updated: เมื่อวาน", "date-format")),
    ("- date: 2024-12-06", ("- date: 2567-12-06", "date-buddhist")),
    ("- date: 2025-02-07", ("- dat: 2025-02-07", "field-unknown")),
    ("section: announcements", ("section: announcement", "section-absent")),
    ("title: ประกาศจัดซื้อจัดจ้าง", ('title: "ประกาศจัดซื้อจัดจ้าง', "yaml-broken")),
    ("title: ประกาศจัดซื้อจัดจ้าง", ("title: ประกาศ: จัดซื้อ", "yaml-colon")),
    ("published: 2024-11-08\n    sample", ("published: 8/11/2567\n    sample", "date-format")),
    ("periods: [2025-02]", ("periods: [2568-02]", "period-format")),
    ("periods: [2025-02]", ("periods: [2025-02", "yaml-broken")),
    ("reason: ไม่มี", ("reson: ไม่มี", "field-unknown")),
    ("published: 2025-03-10", ("published: ๒๕๖๘-๐๓-๑๐", "date-thai-digits")),
    (
        "for: monthly-summary\n    periods: [2025-03]",
        ("for: summary\n    periods: [2025-03]", "requirement-unknown"),
    ),
    (SUMMARY, ("file: sumary-2025-03.csv", "file-absent")),
    ("title: สรุปผล", ("titel: สรุปผล", "field-unknown")),
    (PUBLISHED, ("publised: 2025-04-10", "field-unknown")),
    (PUBLISHED, ("published: 2025-04-31", "date-impossible")),
    ("kind: url", ("kind: link", "kind-unknown")),
    ("url: https://example.go.th/eit", ("url: www", "url-malformed")),
    ("    title: แบบวัด EIT\n", ("", "field-missing")),
    ("    title: แบบวัด EIT\n", ("    title: @แบบวัด\n", "yaml-broken")),
    ("file: scores.csv", ("file: score.csv", "file-absent")),
)
"""What stands in the record, with a slip in its place and the rule that tells it."""


@given(st.lists(st.sampled_from(_SLIPS), min_size=1, max_size=6, unique_by=lambda slip: slip[0]))
def test_all_slips_are_told_in_one_run_and_nothing_else(
    slips: list[tuple[str, tuple[str, str]]],
) -> None:
    """No slip hides another, and none has a finding besides its own."""
    with tempfile.TemporaryDirectory() as folder:
        site = copy_site("current", Path(folder))
        for right, (wrong, _) in slips:
            replace(O1, right, wrong)(site)
        found = judged(site)
    assert Counter(finding.rule for finding in found.findings) == Counter(
        rule for _, (_, rule) in slips
    )
    assert found.rounds[0].items[0].status is Status.INVALID
