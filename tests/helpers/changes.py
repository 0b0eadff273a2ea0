"""For each rule of a change: what was there, and what somebody makes of it, on `current`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from helpers.edits import (
    LEDGER,
    MANDATE,
    O1,
    O3,
    ROUND,
    UPDATED,
    WITHDRAWN,
    WORKS,
    both,
    ledger,
    withdrawal,
)
from helpers.support import Edit, replace, tree, write
from oit.assessment.assess import assess
from oit.assessment.gate import ProposedChange
from oit.assessment.result import Today
from oit.findings import Kind
from oit.records.load import load_site

ADMIN = "oit_items/2568/O02/admin.md"
REVIEW = """reviews:
  - date: 2024-12-06
    by: หัวหน้าฝ่ายการคลัง
    note: ไม่มีการเปลี่ยนแปลง
"""


@dataclass(frozen=True)
class Step:
    """A version of the site, and the change that is sent in."""

    before: Edit
    change: Edit
    kind: Kind


def nothing(_: Path) -> None:
    """The site as it is."""


def confirm(file: str, before: str, *days: str) -> Edit:
    """Add reviews to a file that has none, before a line of it."""
    reviews = "".join(f"  - date: {day}\n    by: หัวหน้าฝ่าย\n    note: ตรวจแล้ว\n" for day in days)
    return replace(file, before, f"reviews:\n{reviews}{before}")


def change_between(base: Path, head: Path, today: Today) -> ProposedChange:
    """What a change comes to, by the files that differ."""
    was, is_now = tree(base), tree(head)
    touched = {path for path in was.keys() | is_now.keys() if was.get(path) != is_now.get(path)}
    proposed = assess(load_site(head), today)
    return ProposedChange(
        base=assess(load_site(base), today),
        head=assess(load_site(head, policy_root=base), today),
        proposed=proposed,
        touched=frozenset(touched),
        first_added=dict.fromkeys(touched, date(2025, 4, 30)),
    )


CHANGED: Mapping[str, Step] = {
    "date-bumped": Step(nothing, replace(O1, UPDATED, "updated: 2025-04-29"), Kind.INVALID),
    "review-removed": Step(nothing, replace(O1, REVIEW, "reviews:\n"), Kind.INVALID),
    "many-confirmations": Step(
        nothing,
        both(
            confirm(O3, "evidence:", "2025-04-14", "2025-04-28"),
            confirm(WORKS, "evidence:", "2025-04-14", "2025-04-28"),
            confirm(ADMIN, "evidence:", "2025-04-14", "2025-04-28"),
        ),
        Kind.NOTICE,
    ),
    "published-before-commit": Step(
        nothing,
        both(
            write("oit_items/2568/O01/new.csv", "ก,ข\n1,2\n"),
            replace(
                O1,
                "evidence:\n",
                "evidence:\n  - kind: file\n    for: announcements\n    file: new.csv\n"
                "    title: ประกาศ\n    published: 2025-04-01\n",
            ),
        ),
        Kind.NOTICE,
    ),
    "policy-changed": Step(
        nothing, replace(MANDATE, "may_be_none: true", "may_be_none: false"), Kind.NOTICE
    ),
    "adopted-changed": Step(
        nothing, replace(ROUND, "closes:", "adopted: 2025-03-01\ncloses:"), Kind.POLICY
    ),
    "withdrawal-removed": Step(
        write(WITHDRAWN, withdrawal("x")),
        write(WITHDRAWN, withdrawal("x", by="หัวหน้าฝ่าย")),
        Kind.POLICY,
    ),
    "ledger-shrunk": Step(
        write(LEDGER, ledger("O1", "scores.csv")), write(LEDGER, '{"files": []}'), Kind.INVALID
    ),
}
"""What a change might do, by the rule that answers it."""
