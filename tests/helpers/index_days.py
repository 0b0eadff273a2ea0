"""Indexes of one tiny site on two days, with everything between them that can happen."""

from pathlib import Path

from helpers.edits import MANDATE, O1, O3, ROUND, both
from helpers.support import as_of, copy_site, delete, published, replace, write
from oit.contract.index import Index

_OPEN_LONGER = replace(ROUND, "closes: 2025-04-30", "closes: 2025-10-15")
_TWO_MONTHS_ON = both(
    replace(MANDATE, "lead: admin", "lead: works"),
    replace(O1, "file: scores.csv", "file: plan.csv"),
    write("oit_items/2568/O01/plan.csv", "ข้อ,คะแนน\n1,2\n"),
    delete("oit_items/2568/O01/scores.csv"),
    replace(ROUND, "file: scores.csv", "file: plan.csv"),
    replace(O3, "ไตรมาสที่ 1", "ไตรมาสที่ 1 (แก้ไข)"),
    replace("oit_items/2568/O03/tax-q2.csv", "1", "2"),
)


def index_of(site: Path, day: str) -> Index:
    """The index of a site as on a day."""
    return Index.model_validate_json(published(site, as_of(day)).files["api/v1/index.json"])


def two_days(folder: Path) -> tuple[Index, Index]:
    """In April, before the last things were published, and in June, when some are late."""
    site = copy_site("current", folder)
    _OPEN_LONGER(site)
    before = index_of(site, "2025-04-09")
    _TWO_MONTHS_ON(site)
    return before, index_of(site, "2025-06-17")
