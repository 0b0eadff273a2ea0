"""Lighthouse, as a phone sees the pages. `scripts/test.py --full` runs it last, and alone."""

import os
from pathlib import Path

import pytest

from maintain.lighthouse import ENOUGH, scores_of
from setup.local_server import serving

pytestmark = pytest.mark.measured
TRIES = 3


@pytest.mark.parametrize("page", ["", "2568/", "2568/o15/"])
def test_pages_are_accessible_well_made_and_fast(site: Path, tools: Path, page: str) -> None:
    """A busy machine only lowers a score: of three tries one has to be enough."""
    tried = []
    with serving(site) as address:
        for _ in range(TRIES):
            tried.append(scores_of(f"{address}/{page}", tools, os.environ["OIT_CHROMIUM"]))
            if min(tried[-1].values()) >= ENOUGH:
                return
    pytest.fail(f"/{page}: {tried}")
