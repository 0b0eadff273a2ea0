"""Figures far from those of earlier periods are pointed out to whoever approves."""

from pathlib import Path

import pytest

from helpers import year_books as books
from helpers.edits import O1, both
from helpers.support import Edit, as_of, copy_site, judged, replace, write
from oit.findings import Finding, Kind

MAY = as_of("2025-05-12")


def summary(period: str, amount: float) -> Edit:
    """A monthly summary with one purchase."""
    name = f"figures-{period}.xlsx"
    entry = (
        f"  - kind: file\n    for: monthly-summary\n    periods: [{period}]\n    file: {name}\n"
        f"    title: สรุป {period}\n    published: 2025-05-09\n    sample: true\n"
    )
    data = books.book({"Sheet1": books.month("", books.purchase(1, f"วัสดุ {period}", amount))})
    folder = "oit_items/2568/O01"
    return both(write(f"{folder}/{name}", data), replace(O1, "evidence:\n", f"evidence:\n{entry}"))


def far_off(tmp_path: Path, *amounts: float) -> list[Finding]:
    """The findings where months from November have these amounts."""
    site = copy_site("current", tmp_path)
    months = ("2024-11", "2024-12", "2025-01", "2025-02", "2025-04")
    edits = (summary(month, amount) for month, amount in zip(months, amounts, strict=False))
    both(books.owing_a_year, *edits)(site)
    return [found for found in judged(site, MAY).findings if found.rule == "figures-far-off"]


@pytest.mark.parametrize("amount", [10_000, 1_000_000, 100, 1])
def test_a_sum_ten_times_off_is_pointed_out_with_both_figures(
    amount: float, tmp_path: Path
) -> None:
    """Ten times the median of earlier periods, or a tenth of it, in each column."""
    findings = far_off(tmp_path, 900, 1000, 50_000, amount)
    told = [told for found in findings for told in found.all_told]
    assert {found.params["column"] for found in told if found.cell == "2025-02"} == {
        "วงเงินที่จะซื้อหรือจ้าง",
        "ราคากลาง",
    }
    [first] = [found for found in findings if found.cell == "2025-02"]
    assert (first.kind, first.params["found"], first.params["usual"]) == (
        Kind.NOTICE,
        f"{amount:,}",
        "1,000",
    )
    assert first.params["count"] == 3


@pytest.mark.parametrize(
    "amounts", [(900, 1000, 1100, 9_999), (900, 1000, 1100, 101), (5_000_000,), (9, 9, 9, 90)]
)
def test_a_sum_that_is_not_is_not_and_the_first_has_no_other(
    amounts: tuple[float, ...], tmp_path: Path
) -> None:
    """Months differ; only what nobody would expect is told."""
    assert far_off(tmp_path, *amounts) == []
