"""What the office does for integrity, as data and as a page."""

import re
from pathlib import Path

import pytest

from helpers.support import SAMPLE, as_of, copy_sample, judged, published, replace
from oit.findings import Finding

MEASURES = "oit_items/2568/measures.yml"
DAY = as_of("2025-04-29")


def findings_of(site: Path) -> list[Finding]:
    return [finding for finding in judged(site, DAY).findings if finding.file == MEASURES]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("proof: work-manuals", "proof: no-such-topic", "no-such-topic"),
        ("owners: [finance, enforcement]", "owners: [finance, nobody]", "nobody"),
        ("    owners: [admin]", "    owners: [strangers]", "strangers"),
    ],
)
def test_a_proof_or_an_owner_that_is_none_is_a_fault(
    tmp_path: Path, old: str, new: str, found: str
) -> None:
    """At its line."""
    site = copy_sample(tmp_path)
    replace(MEASURES, old, new)(site)
    (finding,) = findings_of(site)
    assert finding.rule == "policy-reference"
    assert new.strip() in (site / MEASURES).read_text("utf-8").splitlines()[finding.line - 1]
    assert finding.params["found"] == found


def test_a_round_needs_no_measures(tmp_path: Path) -> None:
    """The page and what leads to it are then not there."""
    site = copy_sample(tmp_path)
    (site / MEASURES).unlink()
    pages = {page.path: page.html for page in published(site, DAY).pages}
    assert "2568/measures/" not in pages
    assert not [path for path, html in pages.items() if "2568/measures/" in html]


def test_the_page_leads_to_the_proof_and_the_proof_back() -> None:
    """With the standing of the item beside it."""
    pages = {page.path: page.html for page in published(SAMPLE, DAY).pages}
    page = pages["2568/measures/"]
    measure = page.split('id="i5"')[1].split("</section>")[0]
    assert 'href="../../2568/o15/"' in measure
    assert "ครบตามกำหนด" in measure
    assert 'href="../../2568/measures/#i5"' in pages["2568/o15/"]


def test_the_order_names_posts_and_no_person() -> None:
    """Titles before names are what a name begins with."""
    text = (SAMPLE / MEASURES).read_text("utf-8")
    assert not re.search(r"(?:นาย|นาง|นางสาว)(?!ทะเบียน)\S+ \S+", text)
