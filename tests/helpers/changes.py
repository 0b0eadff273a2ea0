"""For each rule of a change: what was there, and what somebody makes of it, on `current`."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from helpers.edits import (
    LEDGER,
    MANDATE,
    O1,
    O3,
    PUBLISHED,
    ROUND,
    UPDATED,
    WITHDRAWN,
    WORKS,
    both,
    ledger,
    withdrawal,
)
from helpers.support import Edit, as_of, replace, tree, write
from oit.assessment.assess import assess
from oit.assessment.gate import ProposedChange, Verdict
from oit.assessment.result import Today
from oit.findings import Kind
from oit.records.load import load_site

WHEEL = "vendor/oit-9.0.0-py3-none-any.whl"
ADMIN = "oit_items/2568/O02/admin.md"
REVIEW = """reviews:
  - date: 2024-12-06
    by: หัวหน้าฝ่ายการคลัง
    note: ไม่มีการเปลี่ยนแปลง
"""
FEBRUARY = (
    "  - kind: none\n    for: monthly-summary\n    periods: [2025-02]\n"
    "    reason: ไม่มีการจัดซื้อจัดจ้างในเดือนนี้\n    published: 2025-03-10\n    sample: true\n"
)
SUMMARY_FILE = "oit_items/2568/O01/summary-2025-03.csv"
OTHER_TABLE = "งาน,บาท\nจ้างซ่อมตัวอย่าง,1\n"
ON_THE_DAY = as_of("2025-04-30")
"""A Wednesday; seven working days before it is Monday, 21 April."""


class Sent(Protocol):
    """Answers a change to a version of `current`, both made by edits."""

    def __call__(self, before: Edit, change: Edit, today: Today = ON_THE_DAY) -> Verdict: ...


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


def without_february(site: Path) -> None:
    """The month of which nothing is stated is empty."""
    replace(O1, FEBRUARY, "")(site)


def with_february(day: str) -> Edit:
    """Of February it is stated that there was nothing, on a day."""
    return replace(O1, "evidence:\n", f"evidence:\n{FEBRUARY.replace('2025-03-10', day)}")


def with_announcement(day: str) -> Edit:
    """A file more for a requirement that has no periods, published on a day."""
    entry = (
        "  - kind: file\n    for: announcements\n    file: new.csv\n"
        f"    title: ประกาศ\n    published: {day}\n"
    )
    return both(
        write("oit_items/2568/O01/new.csv", "ก,ข\n1,2\n"),
        replace(O1, "evidence:\n", f"evidence:\n{entry}"),
    )


def replaces(content: str = "", day: str = "2025-04-30") -> str:
    """The lines that say which file an entry had before."""
    digest = hashlib.sha256(content.encode()).hexdigest()
    return f"    replaces:\n      - reason: แก้ยอดรวม\n        sha256: {digest}\n        date: {day}"


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
        pins_engine=WHEEL in touched,
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
    "back-dated": Step(without_february, with_february("2025-03-10"), Kind.INVALID),
    "recorded-late": Step(nothing, with_announcement("2025-04-01"), Kind.NOTICE),
    "published-moved": Step(nothing, replace(O1, PUBLISHED, "published: 2025-04-11"), Kind.INVALID),
    "published-corrected": Step(
        nothing,
        replace(
            O1,
            PUBLISHED,
            "published: 2025-04-11\n    replaces:\n      - reason: พิมพ์วันที่ผิด\n"
            "        published: 2025-04-10\n        date: 2025-04-30",
        ),
        Kind.NOTICE,
    ),
    "replacement-unexplained": Step(nothing, write(SUMMARY_FILE, OTHER_TABLE), Kind.INVALID),
    "replacement-removed": Step(
        replace(O1, PUBLISHED, f"{PUBLISHED}\n{replaces()}"),
        replace(O1, f"{PUBLISHED}\n{replaces()}", PUBLISHED),
        Kind.INVALID,
    ),
    "policy-changed": Step(
        nothing, replace(MANDATE, "may_be_none: true", "may_be_none: false"), Kind.NOTICE
    ),
    "engine-changed": Step(nothing, write("scripts/check.py", "pass\n"), Kind.NOTICE),
    "workflow-changed": Step(nothing, write(".github/workflows/x.yml", "on: push\n"), Kind.NOTICE),
    "owners-changed": Step(nothing, write("CODEOWNERS", "* @x\n"), Kind.NOTICE),
    "attributes-changed": Step(nothing, write(".gitattributes", "* ident\n"), Kind.NOTICE),
    "upgrade-mixed": Step(
        nothing,
        both(write(WHEEL, "a newer one"), write("oit_items/2568/O01/scores.csv", "ก,ข\n3,4\n")),
        Kind.POLICY,
    ),
    "engine-upgraded": Step(nothing, write(WHEEL, "a newer one"), Kind.NOTICE),
    "adopted-changed": Step(
        nothing, replace(ROUND, "closes:", "adopted: 2025-03-01\ncloses:"), Kind.POLICY
    ),
    "witness-dropped": Step(
        replace(ROUND, "closes:", "witness: git\ncloses:"),
        replace(ROUND, "witness: git\n", ""),
        Kind.POLICY,
    ),
    "withdrawal-counted": Step(
        nothing, write(WITHDRAWN, withdrawal("x", counted_from="2025-01-05")), Kind.POLICY
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
